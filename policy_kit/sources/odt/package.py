"""Opens an OpenDocument text: a zip of parts, or one flat XML file; tells those that are locked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile
from policy_kit.quick import dataclass
from policy_kit.sources.archive import Archive, open_archive, parse_xml
from policy_kit.sources.odt.names import OFFICE

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEND = "open it in LibreOffice or Word and save it again, or ask for a fresh copy"


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The XML of an OpenDocument text: roots are None where the file lacks the part."""

    content: _Element
    styles: _Element | None
    meta: _Element | None

    @property
    def text(self) -> _Element:
        """The element that holds the running text. Raises KeyError if there is none."""
        found = self.content.find(f"{OFFICE}body/{OFFICE}text")
        if found is None:
            raise KeyError("office:text")
        return found


def open_parts(path: Path, data: bytes) -> Parts:
    """The parts of a file that matter. Raises UnreadableFile if it is locked, damaged or no text document."""
    if data.startswith(b"PK"):
        archive = open_archive(data, str(path))
        _refuse_locked(archive, path)
        content, styles, meta = (
            archive.xml(name) if archive.has(name) else None
            for name in ("content.xml", "styles.xml", "meta.xml")
        )
    else:
        content = parse_xml(data, str(path))
        styles = meta = content
    if content is None:
        raise UnreadableFile(
            f"{path}: has no text inside (content.xml is missing), so it is damaged; {_MEND}"
        )
    parts = Parts(content, styles, meta)
    try:
        _ = parts.text
    except KeyError as error:
        raise UnreadableFile(f"{path}: is an OpenDocument file without a text in it; {_MEND}") from error
    return parts


def _refuse_locked(archive: Archive, path: Path) -> None:
    """LibreOffice locks each part, and since 24.8 the whole file as one part."""
    manifest = archive.read("META-INF/manifest.xml") if archive.has("META-INF/manifest.xml") else b""
    if b"encryption-data" in manifest or archive.has("encrypted-package"):
        raise UnreadableFile(
            f"{path}: the file is locked with a password; open it in LibreOffice, choose File, Save As, take "
            "the tick from 'Save with password', and use that copy"
        )
