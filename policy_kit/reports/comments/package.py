"""A Word file as the parts it is made of: read within bounds, written again with a few of them changed."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from policy_kit.errors import PolicyKitError
from policy_kit.reports.comments.zip_copy import copy_with

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 64_000_000  # bytes of one part, unpacked; no policy's text comes near it
_FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError,
)  # fmt: skip
_NOT_WORD = "is not a Word file (.docx), and only such a file takes Word comments; save it as .docx in Word"


class WordFile:
    """The parts of one Word file. `label` names it in messages."""

    def __init__(self, data: bytes, label: str) -> None:
        self.label = label
        self._data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise PolicyKitError(f"{label}: {_NOT_WORD}") from error
        self._infos = {info.filename: info for info in self._zip.infolist()}
        self.main = self._main_part()

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._infos

    def xml(self, name: str) -> _Element:
        """Parse a part. Raises PolicyKitError if it is damaged, too large or declares a document type."""
        from lxml import etree

        try:
            with self._zip.open(self._infos[name]) as part:
                data = part.read(_MOST + 1)
        except (*_FAULTS, KeyError) as error:
            raise PolicyKitError(f"{self.label}: the part {name} is damaged; save the file again") from error
        if len(data) > _MOST:
            raise PolicyKitError(f"{self.label}: the part {name} is far larger than a policy can be")
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise PolicyKitError(f"{self.label}: the part {name} is damaged; save the file again") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise PolicyKitError(
                f"{self.label}: the part {name} declares a document type, as no Word file does"
            )
        return root

    def relations_of(self, part: str) -> str:
        """The name of the part that says what a part points to."""
        folder, name = posixpath.split(part)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def _main_part(self) -> str:
        if not self.has("_rels/.rels") or not self.has("[Content_Types].xml"):
            raise PolicyKitError(f"{self.label}: {_NOT_WORD}")
        for relation in self.xml("_rels/.rels"):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                name = (relation.get("Target") or "").lstrip("/")
                if self.has(name) and not name.startswith(("xl/", "ppt/")):
                    return name
        raise PolicyKitError(f"{self.label}: {_NOT_WORD}")

    def with_parts(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with these parts changed or added; every other part keeps its packed bytes.

        Raises PolicyKitError if the file is damaged or too large to be written again.
        """
        try:
            return copy_with(self._data, changed)
        except _FAULTS as error:
            raise PolicyKitError(
                f"{self.label}: could not be copied ({error}); save the file again"
            ) from error
