"""A Word file as a bag of named parts: opened with limits, and packed so that same parts give same bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from policy_kit.errors import TemplateFault
from policy_kit.generate.archive import zip_of

if TYPE_CHECKING:
    from lxml import etree

MAX_FILE = 50_000_000
MAX_PART = 30_000_000
MAX_TOTAL = 80_000_000
MAX_PARTS = 1_000
DOCUMENT = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"


def unpack(data: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of a Word file by name.

    Raises TemplateFault, naming the file, if it is no Word file, is locked, or is too big when unpacked.
    """
    if len(data) > MAX_FILE:
        raise TemplateFault(f"{name}: {len(data) // 1_000_000} MB is too big for a template; remove pictures")
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise TemplateFault(
            f"{name}: this is an old .doc file, or has a password; open it in Word, take the password off "
            "and save it as .docx"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive, name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise TemplateFault(f"{name}: this is not a Word file (.docx), or it is damaged ({error})") from error
    except (NotImplementedError, RuntimeError) as error:
        raise TemplateFault(f"{name}: this Word file cannot be opened ({error}); save it again") from error
    if DOCUMENT not in parts or CONTENT_TYPES not in parts:
        raise TemplateFault(f"{name}: this is a zip file but not a Word document (.docx)")
    return parts


def _parts(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_PARTS:
        raise TemplateFault(f"{name}: it has {len(entries)} parts; a Word file has fewer than {MAX_PARTS}")
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        with archive.open(entry) as part:
            content = part.read(MAX_PART + 1)  # bounded: the size a zip declares may be a lie
        total += len(content)
        if len(content) > MAX_PART or total > MAX_TOTAL:
            raise TemplateFault(
                f"{name}: it is far bigger unpacked than a policy can be, so it was not opened"
            )
        if entry.filename in parts:
            raise TemplateFault(
                f"{name}: the part {entry.filename} is there twice; save the file again in Word"
            )
        parts[entry.filename] = content
    return parts


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a Word file of these parts; the same parts give the same bytes."""
    first = {CONTENT_TYPES: 0, "_rels/.rels": 1, DOCUMENT: 2}
    order = sorted(parts, key=lambda part: (first.get(part, 3), part))
    return zip_of((name, parts[name]) for name in order)


def parse(xml: bytes, name: str, part: str) -> etree._Element:
    """Return the tree of an XML part, with nothing fetched and no entity expanded.

    Raises TemplateFault if it is not well formed or declares a document type, which no Word file does.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise TemplateFault(f"{name}: the part {part} is damaged ({error}); save the file again") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise TemplateFault(f"{name}: the part {part} declares a document type, which no Word file should")
    return root


def serialise(root: etree._Element) -> bytes:
    """Return an XML part as Word writes it."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
