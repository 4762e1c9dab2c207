"""Tells what kind of file some bytes are, by their content; the name only decides what content cannot."""

from __future__ import annotations

import re
from pathlib import Path

from policy_kit.errors import UnreadableFile
from policy_kit.regexes import regex
from policy_kit.sources.archive import is_encrypted_package, open_archive, password_needed
from policy_kit.sources.encoding import is_wide_text

_OPENDOCUMENT = "application/vnd.oasis.opendocument."
_SAMPLE = 64 * 1024
_DIRECTORY = 16 * 1024
_WORD = "open it in Word and save it as a Word Document (.docx)"
_NO_TEXT = "holds no text that can be read; use the Word file or PDF that it was made from"
_GIVEN_BESIDE = (
    "name the policy itself, and give a school's profile with --profile, a trust's manifest to "
    "`policy-kit trust audit`"
)
_NO_POLICY = "is not a policy's text; save the policy as a Word Document (.docx) or PDF and use that"

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n", "a picture (PNG)", _NO_TEXT),
    (b"\xff\xd8\xff", "a picture (JPEG)", _NO_TEXT),
    (b"GIF8", "a picture (GIF)", _NO_TEXT),
    (b"II*\x00", "a picture (TIFF)", _NO_TEXT),
    (b"MM\x00*", "a picture (TIFF)", _NO_TEXT),
    (b"BM", "a picture (BMP)", _NO_TEXT),
    (b"RIFF", "a picture, a sound or a film", _NO_TEXT),
    (b"\x1f\x8b", "a packed file (gzip)", "unpack it, and name the policy file inside"),
    (b"7z\xbc\xaf", "a packed file (7z)", "unpack it, and name the policy file inside"),
    (b"Rar!", "a packed file (RAR)", "unpack it, and name the policy file inside"),
    (b"MZ", "a program", _NO_POLICY),
    (b"\x7fELF", "a program", _NO_POLICY),
    (b"SQLite format 3", "a database", _NO_POLICY),
    (b"%!PS", "a PostScript file", "make a PDF of it, or use the Word file it was made from"),
)
_OTHER_ZIPS = (
    ("xl/", "an Excel workbook", "copy the policy's text into a Word document and use that"),
    ("ppt/", "a PowerPoint presentation", "copy the policy's text into a Word document and use that"),
    ("index/document.iwa", "a Pages document", "in Pages choose File, Export To, Word, and use that"),
    ("meta-inf/container.xml", "an e-book", "use the Word file or PDF it was made from"),
)
_OLE_STREAMS = (
    ("Workbook", "an old Excel workbook", "copy the policy's text into a Word document and use that"),
    ("PowerPoint Document", "an old PowerPoint presentation", "copy the text into a Word document"),
    ("__substg1.0_", "an Outlook e-mail", "save the policy that is attached to it, and use that"),
)
_DATA = {".yaml": "YAML", ".yml": "YAML", ".json": "JSON", ".csv": "CSV"}
_HTML_START = regex(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main)\b)",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = regex(rb"</(?:p|h[1-6]|div|li|ul|td|table|body)\s*>", re.IGNORECASE)
_ATX = regex(rb"^#{1,6} +\S", re.MULTILINE)
_NOT_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def kind_of(data: bytes, path: Path) -> str:
    """The format of a file's bytes: docx, odt, pdf, html, markdown, text, doc or rtf.

    path: names the file in messages, and its ending decides between text and Markdown.
    Raises UnreadableFile, naming what it is instead and what to do, for any other kind.
    """
    start = data[:_SAMPLE]
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK"):
        # A zip's directory stands at its end. Most files are Word's: told without opening it twice.
        word = b"word/document.xml" in data[-_DIRECTORY:] and data[30:38] != b"mimetype"
        return "docx" if word else _zip_kind(data, path)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return _ole_kind(data, path)
    for magic, what, mend in _MAGIC:
        if start.startswith(magic) and not _is_text(start):
            raise UnreadableFile(
                f"{path}: is {what} and {mend}" if mend is _NO_TEXT else _told(path, what, mend)
            )
    return _text_kind(start, path)


def _told(path: Path, what: str, mend: str) -> str:
    return f"{path}: is {what}; {mend}"


def _zip_kind(data: bytes, path: Path) -> str:
    archive = open_archive(data, str(path))
    if archive.has("mimetype"):
        mimetype = archive.read("mimetype").decode("ascii", "replace").strip()
        if mimetype.startswith(_OPENDOCUMENT + "text"):
            return "odt"
        if mimetype.startswith("application/vnd.sun.xml"):
            what = "a file of the old OpenOffice 1"
            raise UnreadableFile(_told(path, what, "open it in LibreOffice and save it as .odt or .docx"))
        if mimetype.startswith(_OPENDOCUMENT):
            what = "an OpenDocument file that is not a text document"
            raise UnreadableFile(
                _told(path, what, "copy the policy's text into a text document and use that")
            )
    names = [name.lower() for name in archive.names]
    for start, what, mend in _OTHER_ZIPS:
        if any(name.startswith(start) for name in names) and "word/document.xml" not in names:
            raise UnreadableFile(_told(path, what, mend))
    if "[content_types].xml" in names or any(name.startswith("word/") for name in names):
        return "docx"
    if "content.xml" in names:
        return "odt"
    raise UnreadableFile(_told(path, "a zip folder", "unpack it, and name the policy file inside"))


def _ole_kind(data: bytes, path: Path) -> str:
    if is_encrypted_package(data):
        raise password_needed(str(path))
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    for stream, what, mend in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            raise UnreadableFile(_told(path, what, mend))
    raise UnreadableFile(_told(path, "an old Office file that is damaged or not from Word", _WORD))


def _text_kind(start: bytes, path: Path) -> str:
    suffix = path.suffix.lower()
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if not _is_text(start):
        raise UnreadableFile(f"{path}: holds no text that is known here, or is damaged; {_WORD}, or to PDF")
    if b"<office:document" in start and b"opendocument" in start:
        return "odt"
    if b"w:wordDocument" in start or b"pkg:package" in start:
        raise UnreadableFile(_told(path, "a Word XML file", _WORD))
    if b"multipart/related" in start and b"MIME-Version:" in start:
        raise UnreadableFile(
            _told(path, "a web archive", "save the page as 'Webpage, HTML only', or as a PDF")
        )
    if suffix in _DATA:
        raise UnreadableFile(
            _told(path, f"a file of facts or settings ({_DATA[suffix]}), no policy", _GIVEN_BESIDE)
        )
    plain = start.replace(b"\x00", b"") if is_wide_text(start) else start
    if _HTML_START.match(plain.lstrip(b"\xef\xbb\xbf\xff\xfe")):
        return "html"
    if suffix in (".html", ".htm", ".xhtml") and _TAGS.search(plain):
        return "html"
    if suffix in (".md", ".markdown") or len(_ATX.findall(plain)) >= 2:
        return "markdown"
    return "text"


def _is_text(start: bytes) -> bool:
    """Whether bytes are text in some encoding: hardly a control character, unless two bytes a letter."""
    if is_wide_text(start):
        return True
    strange = len(start) - len(start.translate(None, _NOT_IN_TEXT))
    return strange <= len(start) // 500
