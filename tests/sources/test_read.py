"""The reader is chosen by content; whatever cannot be read costs one line that says what to do."""

from __future__ import annotations

import gc
import io
import os
import socket
import stat
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from policy_kit.errors import UnreadableFile
from policy_kit.sources import FORMATS, is_readable_name, limits, read
from tests.sources.docx.build import Parts, para, word_file
from tests.sources.odt.build import flat_file, odt_file, zipped
from tests.sources.pdf.build import PdfPage, pdf_file

_PAGE = PdfPage()
_PAGE.write(72, 700, "Our policy")
_PDF = pdf_file([_PAGE])
_DOCX = word_file(Parts(body=para("Our policy")))
_ODT = odt_file("<text:p>Our policy</text:p>")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _zip(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_PDF, "pdf"),
        (b"\n\n" + _PDF, "pdf"),
        (_DOCX, "docx"),
        (_ODT, "odt"),
        (flat_file("<text:p>Our policy</text:p>"), "odt"),
        (b"<!-- x -->\n<!DOCTYPE html><p>Our policy</p>", "html"),
        (b"\xef\xbb\xbf<html><p>Our policy</p></html>", "html"),
        ("<html><p>Our policy</p></html>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><p>Our policy</p></html>', "html"),
        (b"# Aims\n\nOur policy\n\n## Scope\n", "markdown"),
        (b"Our policy\n", "text"),
        (b"BM is short for basal metabolism.\nOur policy\n", "text"),
        ("Our policy\n".encode("utf-16"), "text"),
    ],
)
@pytest.mark.parametrize("name", ["policy", "policy.docx", "policy.pdf", "policy.xyz"])
def test_reader_is_chosen_by_content(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = read(path)
    assert document.format == kind
    assert "Our policy" in [block.text for block in document.blocks][-1] or kind in ("markdown", "text")
    assert document.path == str(path)


def test_ending_decides_between_text_and_markdown(tmp_path: Path) -> None:
    for name, kind in (("a.md", "markdown"), ("a.markdown", "markdown"), ("a.txt", "text")):
        (tmp_path / name).write_text("Only one paragraph.\n")
        assert read(tmp_path / name).format == kind


def test_ending_tells_a_page_without_its_first_tags(tmp_path: Path) -> None:
    for name, kind in (("a.html", "html"), ("a.txt", "text")):
        (tmp_path / name).write_text("Our policy<p>is here.</p>")
        assert read(tmp_path / name).format == kind


@pytest.mark.parametrize(
    ("data", "says", "mend"),
    [
        (b"", "empty", "fresh copy"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "picture", "Word file"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "picture", "Word file"),
        (b"PK\x05\x06" + bytes(18), "zip folder", "unpack"),
        (_zip(policy="x"), "zip folder", "unpack"),
        (_zip(**{"[Content_Types].xml": "x", "xl__workbook.xml": "x"}), "Excel", "copy the policy's text"),
        (_zip(**{"[Content_Types].xml": "x", "ppt__presentation.xml": "x"}), "PowerPoint", "copy"),
        (_zip(**{"Index__Document.iwa": "x"}), "Pages", "Export To"),
        (zipped({}, "application/vnd.oasis.opendocument.spreadsheet"), "not a text document", "copy"),
        (zipped({}, "application/vnd.sun.xml.writer"), "OpenOffice 1", "LibreOffice"),
        (_OLE + "Workbook".encode("utf-16-le"), "Excel", "copy"),
        (_OLE + "__substg1.0_".encode("utf-16-le"), "e-mail", "attached"),
        (_OLE, "damaged or not from Word", "save it"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "password", "save a copy"),
        (b"MZ\x90\x00" + bytes(99), "program", "save the policy"),
        (b"\x1f\x8b\x08\x00" + bytes(99), "packed file", "unpack"),
        (bytes(range(256)) * 9, "no text", "save it"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "Word XML", "save it"),
        (b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "web archive", "HTML only"),
        (b"%PDF-1.7\n" + bytes(200), "damaged", "fresh copy"),
        (_PDF[: len(_PDF) // 3], "damaged", "fresh copy"),
        (_DOCX[: len(_DOCX) // 2], "cut short", "save it"),
        (_ODT[: len(_ODT) // 2], "cut short", "save it"),
    ],
)
def test_one_line_for_what_cannot_be_read(tmp_path: Path, data: bytes, says: str, mend: str) -> None:
    path = tmp_path / "policy.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as told:
        read(path)
    message = str(told.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert says in message
    assert mend in message


def test_reading_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "policy.docx"
    for data in (_DOCX, _DOCX[:300]):
        path.write_bytes(data)
        for collects in (True, False):
            (gc.enable if collects else gc.disable)()
            try:
                with suppress(UnreadableFile):
                    read(path)
                assert gc.isenabled() is collects
            finally:
                gc.enable()


@pytest.mark.parametrize("name", ["profile.yaml", "trust.yml", "report.json", "schools.csv"])
def test_what_is_given_beside_a_policy_is_no_policy(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("# The school\nschool_name: Fen Gate Primary School\n# Its people\nhead: Jo Example\n")
    with pytest.raises(UnreadableFile, match=r"file of facts or settings .* no policy; .*--profile") as told:
        read(path)
    assert str(told.value).startswith(f"{path}: ")
    path.write_bytes(_PDF)  # what a file holds goes before its name
    assert read(path).format == "pdf"


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"nowhere\.docx: there is no such file; check the spelling"):
        read(tmp_path / "nowhere.docx")
    with pytest.raises(UnreadableFile, match="is a folder"):
        read(tmp_path)
    link = tmp_path / "link.docx"
    link.symlink_to(tmp_path / "gone.docx")
    with pytest.raises(UnreadableFile, match="there is no such file"):
        read(link)


def test_odd_names_cost_one_line(tmp_path: Path) -> None:
    for name in ("x" * 5000, "a\x00b"):
        with pytest.raises(UnreadableFile, match="could not be read"):
            read(tmp_path / name)


def test_a_name_of_any_signs_stays_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "poli\ncy \u202excod \x1b[31m é.docx"
    path.write_bytes(b"a\x00b")
    with pytest.raises(UnreadableFile) as told:
        read(path)
    assert "poli\\ncy \\u202excod \\x1b[31m é.docx: " in str(told.value)
    assert str(told.value).isprintable()


def test_pipes_and_sockets_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.docx"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableFile, match="not an ordinary file"):
        read(pipe)
    with socket.socket(socket.AF_UNIX) as listening:
        folder = os.open(tmp_path, os.O_RDONLY)
        try:
            listening.bind(f"/proc/self/fd/{folder}/s.docx")
        finally:
            os.close(folder)
        with pytest.raises(UnreadableFile, match="not an ordinary file"):
            read(tmp_path / "s.docx")
    with pytest.raises(UnreadableFile, match="not an ordinary file"):
        read(Path(os.devnull))


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "policy.docx"
    path.write_bytes(_DOCX)

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(UnreadableFile, match="not allowed to read this file; ask its owner"):
        read(path)


def test_too_large_a_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "policy.pdf"
    with path.open("wb") as file:
        file.truncate(limits.MAX_FILE_BYTES + 1)  # sparse: takes no room
    with pytest.raises(UnreadableFile, match="larger than 100 MB"):
        read(path)
    assert stat.S_ISREG(path.stat().st_mode)


def test_names_worth_reading() -> None:
    for name in ("a.docx", "A.PDF", "b.odt", "c.htm", "d.md", "e.txt", "f.doc", "g.rtf", "h.dotx"):
        assert is_readable_name(Path("folder") / name), name
    for name in (
        "~$a.docx",
        ".~lock.a.odt#",
        ".hidden.docx",
        "._a.docx",
        "a.xlsx",
        "a.png",
        "README",
        "a.docx.bak",
    ):
        assert not is_readable_name(Path(name)), name


def test_formats_have_names_for_people() -> None:
    assert FORMATS["docx"][0] == "Word"
    assert ".docx" in FORMATS["docx"][1]
    assert all(suffix.startswith(".") for _, suffixes in FORMATS.values() for suffix in suffixes)
