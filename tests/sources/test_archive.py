"""Hostile and broken files cost one clear line, little time and little memory."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from policy_kit.errors import UnreadableFile
from policy_kit.sources import limits
from policy_kit.sources.archive import is_encrypted_package, open_archive
from policy_kit.sources.docx import read_docx
from policy_kit.sources.xml import parse_xml
from tests.sources.docx.build import NAMESPACES, Parts, files_of, para, part_xml, word_file, zipped

_W = NAMESPACES["w"]


def _with(name: str, data: bytes) -> bytes:
    return zipped({**files_of(Parts(para("x"))), name: data})


def _document(prolog: bytes, text: str = "x") -> bytes:
    return prolog + part_xml("w:document", f"<w:body>{para(text)}</w:body>").partition("?>\n")[2].encode()


def _locked_part() -> bytes:
    data = bytearray(word_file(para("x")))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def _twice() -> bytes:
    out = io.BytesIO(word_file(para("x")))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/DOCUMENT.xml", b"<x/>")
    return out.getvalue()


def _lying_size() -> bytes:
    """A part that says it is small and unpacks to a great deal."""
    data = bytearray(_with("word/document.xml", b" " * (limits.MAX_PART_BYTES // 4)))
    at = data.rfind(b"word/document.xml") - 46
    data[at + 24 : at + 28] = struct.pack("<I", 400)
    return bytes(data)


def _encrypted() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 600
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 600
    )


_BOMB = b"<w:t>" + b" " * (limits.MAX_PART_BYTES + 1)
_ENTITIES = b'<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">'.encode() if n else b'<!ENTITY a0 "&a;">' for n in range(9)
)
_CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "text": (lambda: b"Online safety policy", "not a Word file"),
    "web page": (lambda: b"<!DOCTYPE html><html>", "web page"),
    "rtf": (lambda: b"{\\rtf1 x}", "RTF"),
    "pdf": (lambda: b"%PDF-1.7", "PDF"),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Word 97"),
    "encrypted": (_encrypted, "password"),
    "cut short": (lambda: word_file(para("x"))[:-200], "cut short"),
    "first half": (lambda: word_file(para("x" * 999))[:700], "cut short"),
    "locked part": (_locked_part, "password"),
    "odd packing": (lambda: zipped(files_of(Parts(para("x"))), zipfile.ZIP_LZMA), "Word does not use"),
    "part twice": (_twice, "twice"),
    "path outside": (lambda: _with("../../evil.xml", b"x"), "outside the file"),
    "absolute path": (lambda: _with("/etc/passwd", b"x"), "outside the file"),
    "drive": (lambda: _with("C:\\evil.xml", b"x"), "outside the file"),
    "many parts": (lambda: zipped({f"p{n}": b"" for n in range(limits.MAX_PARTS + 1)}), "parts"),
    "bomb by size": (lambda: _with("word/document.xml", _BOMB), "unpacks to more"),
    "bomb by ratio": (lambda: _with("word/document.xml", b" " * (8 * limits.MEGABYTE)), "zip bomb"),
    "bomb that lies": (_lying_size, "damaged"),
    "no body": (lambda: _with("word/document.xml", b"<x/>"), "no Word text"),
    "broken XML": (lambda: _with("word/document.xml", b"<w:document"), "damaged"),
    "workbook": (lambda: zipped({"xl/workbook.xml": b"<x/>"}), "Excel"),
    "slides": (lambda: zipped({"ppt/presentation.xml": b"<x/>"}), "PowerPoint"),
    "open document": (lambda: zipped({"mimetype": b"", "content.xml": b"<x/>"}), "OpenDocument"),
    "pages": (lambda: zipped({"Index/Document.iwa": b""}), "Pages"),
    "any zip": (lambda: zipped({"photo.jpg": b""}), "no Word document"),
    "zip in a zip": (lambda: zipped({"policy.docx": word_file(para("x"))}), "no Word document"),
    "entities": (lambda: _with("word/document.xml", _document(_ENTITIES + b"]>", "&a8;")), "document type"),
    "outside entity": (
        lambda: _with(
            "word/document.xml", _document(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;")
        ),
        "document type",
    ),
    "outside DTD": (
        lambda: _with("word/document.xml", _document(b'<!DOCTYPE x SYSTEM "http://dtd.example/x.dtd">')),
        "document type",
    ),
    "DTD behind a comment": (
        lambda: _with("word/document.xml", _document(b"<!--" + b"x" * 100_000 + b"--><!DOCTYPE x []>")),
        "document type",
    ),
    "DTD in UTF-16": (
        lambda: _with("word/document.xml", _document(b"<!DOCTYPE x []>").decode().encode("utf-16")),
        "document type",
    ),
    "DTD in UTF-16 without a mark": (
        lambda: _with("word/document.xml", _document(b"<!DOCTYPE x []>").decode().encode("utf-16-be")),
        "document type",
    ),
    "odd encoding": (
        lambda: _with("word/document.xml", b'<?xml version="1.0"' + b" " * 900 + b'encoding="UTF-7"?><x/>'),
        "encoding",
    ),
    "half a UTF-16 character": (lambda: _with("word/document.xml", b"\xff\xfe<\0x\0\0\xd8"), "damaged"),
    "DTD in the styles": (lambda: _with("word/styles.xml", b"<!DOCTYPE x []><x/>"), "styles.xml"),
    "deep elements": (
        lambda: _with("word/document.xml", _document(b"", "").replace(b"<w:r>", b"<w:r>" * 400)),
        "far beyond",
    ),
    "deep tables": (
        lambda: word_file("<w:tbl><w:tr><w:tc>" * 60 + para("x") + "</w:tc></w:tr></w:tbl>" * 60),
        "inside one another",
    ),
    "deep controls": (
        lambda: word_file("<w:sdt><w:sdtContent>" * 60 + para("x") + "</w:sdtContent></w:sdt>" * 60),
        "inside one another",
    ),
    "wide row": (
        lambda: word_file(
            f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * (limits.MAX_CELLS_IN_ROW + 1)}</w:tr></w:tbl>"
        ),
        "cells in one row",
    ),
    "many paragraphs": (lambda: word_file("<w:p/>" * (limits.MAX_BLOCKS + 1)), "paragraphs"),
    "many elements": (
        lambda: zipped(files_of(Parts("<w:p><w:r/></w:p>" * 900_000)), zipfile.ZIP_STORED),
        "memory",
    ),
}


@pytest.mark.parametrize("name", _CASES)
def test_hostile_file_costs_one_line(name: str) -> None:
    make, said = _CASES[name]
    with pytest.raises(UnreadableFile) as caught:
        read_docx(Path("school/policy.docx"), make())
    message = str(caught.value)
    assert message.startswith("school/policy.docx: ")
    assert said in message
    assert "\n" not in message
    assert re.search(r"ask|open|save|fetch|give|take|rename|unpack|split|in Word", message)  # says what to do


def test_large_and_missing_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "policy.docx"
    path.write_bytes(word_file(para("x")))
    assert open_archive(path).has("word/document.xml")
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 10)
    for source in (path, path.read_bytes()):
        with pytest.raises(UnreadableFile, match="larger than"):
            open_archive(source)
    with pytest.raises(UnreadableFile, match="could not be read"):
        open_archive(tmp_path / "gone.docx")


def test_what_all_parts_unpack_to_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({"a": b"x" * 900, "b": b"y" * 900})
    monkeypatch.setattr(limits, "MAX_READ_BYTES", 1_000)
    archive = open_archive(data, "p.docx")
    assert archive.size("a") == 900
    archive.read("a")
    with pytest.raises(UnreadableFile, match="unpacks to more"):
        archive.read("b")
    with pytest.raises(UnreadableFile, match="missing"):
        archive.read("c")
    monkeypatch.setattr(limits, "MAX_UNPACKED_BYTES", 1_000)
    with pytest.raises(UnreadableFile, match="more than"):
        open_archive(data, "p.docx")


def test_an_encrypted_file_is_told_from_an_old_one() -> None:
    assert is_encrypted_package(_encrypted())
    assert not is_encrypted_package(word_file(para("EncryptedPackage")))


def test_xml_in_the_encodings_of_europe_is_read() -> None:
    latin = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'.encode("latin-1")
    assert parse_xml(latin, "x").text == "é"
    assert parse_xml(b"\xef\xbb\xbf<a>\xc3\xa9</a>", "x").text == "é"
    assert parse_xml(b"<!-- a --><?b c?><a>d</a>", "x").text == "d"


def test_tidy_changes_what_is_parsed() -> None:
    assert parse_xml(b"<a/>", "x", lambda data: data.replace(b"a", b"b")).tag == "b"
