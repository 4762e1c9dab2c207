"""Whole files of every format, broken at random: each is read, or refused in one line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.errors import UnreadableFile
from policy_kit.model import Document
from policy_kit.sources.docx.reading import read_whole as read_docx
from policy_kit.sources.html.reading import read_whole as read_html
from policy_kit.sources.kinds import kind_of
from policy_kit.sources.markdown import read_markdown
from policy_kit.sources.odt.reading import read_whole as read_odt
from policy_kit.sources.pdf.reading import read_whole as read_pdf
from policy_kit.sources.text import read_text
from tests.sources.seeds import seed

_READERS = {
    "docx": read_docx, "odt": read_odt, "pdf": read_pdf, "html": read_html, "markdown": read_markdown,
    "text": read_text,
}  # fmt: skip
_ODD = st.sampled_from(
    (b"", b"<", b">", b"\x00", b"\xff\xfe", b"-1", b"9" * 30, b"&x;", b'"', b"]]>", b"<!--", b"%", b"\n" * 9,
     b"(", b"[", b"<<", b"endobj", b"|", b"* ", b"\xe2\x80", b"1.1.1. ", b"</p>", b"<w:p>", b"<text:p>")
)  # fmt: skip


def _broken(data: bytes, draw: st.DataObject) -> bytes:
    """Bytes with a few places flipped, cut out, doubled or replaced."""
    out = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 6))):
        at = draw.draw(st.integers(0, max(len(out) - 1, 0)))
        kind = draw.draw(st.sampled_from(("flip", "cut", "double", "put", "end")))
        length = draw.draw(st.integers(1, 200))
        if kind == "flip" and out:
            out[at] ^= 1 << draw.draw(st.integers(0, 7))
        elif kind == "cut":
            del out[at : at + length]
        elif kind == "double":
            out[at:at] = out[at : at + length] * draw.draw(st.integers(1, 30))
        elif kind == "put":
            out[at:at] = draw.draw(_ODD)
        elif draw.draw(st.booleans()):
            del out[at:]
    return bytes(out)


def _broken_inside(data: bytes, draw: st.DataObject) -> bytes:
    """A zip with one of its parts broken, and sound as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = [info.filename for info in old.infolist()]
        chosen = draw.draw(st.sampled_from(names))
        for name in names:
            part = old.read(name)
            new.writestr(name, _broken(part, draw) if name == chosen else part)
    return out.getvalue()


@pytest.mark.parametrize("name", _READERS)
@given(draw=st.data())
@settings(max_examples=60, deadline=None)
def test_broken_files_are_read_or_refused(name: str, draw: st.DataObject) -> None:
    whole = seed(name)
    zipped = name in ("docx", "odt") and draw.draw(st.booleans())
    data = _broken_inside(whole, draw) if zipped else _broken(whole, draw)
    path = Path(f"policy.{name}")
    try:
        document: Document = _READERS[name](path, data)
    except UnreadableFile as refused:
        assert str(refused).startswith(str(path))
        assert "\n" not in str(refused)
    else:
        assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
        assert all(document.location(block) for block in document.blocks)
    try:
        assert kind_of(data, path) in (*_READERS, "doc", "rtf")
    except UnreadableFile as refused:
        assert "\n" not in str(refused)
