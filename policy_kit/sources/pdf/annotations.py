"""Reads what hangs on a PDF's page besides links: comments, words typed on it, fields of a form."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.sources.pdf.lines import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MOST = 2_000  # of one page
_MOST_FILES = 50
_MOST_BYTES = 40_000  # of the words of one
_SIZE = 11.0  # points, of words whose size is not asked for
_HIDDEN = 0x2 | 0x20  # flags: hidden, not shown on a screen
_TICKED = "☒"
_UNTICKED = ("", "Off")


@dataclass(frozen=True, slots=True)
class PageComment:
    """A note that a reader of the PDF wrote."""

    author: str
    text: str
    page: int


def read_annotations(page: PdfPage, number: int) -> tuple[list[PageComment], list[Line]]:
    """The comments on a page, and as lines what was typed on it or filled into its form."""
    from pypdfium2 import raw

    comments: list[PageComment] = []
    lines: list[Line] = []
    remarks = (
        raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_CARET, raw.FPDF_ANNOT_STAMP,
    )  # fmt: skip
    for note in _annotations(page):
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind in remarks:
            if text := _value(note, b"Contents"):
                comments.append(PageComment(_value(note, b"T"), text, number))
        elif kind == raw.FPDF_ANNOT_FREETEXT:
            lines.extend(_lines(note, _value(note, b"Contents"), number))
        elif kind == raw.FPDF_ANNOT_WIDGET:
            lines.extend(_lines(note, _filled_in(note), number))
    return comments, lines


def with_lines(lines: list[Line], added: list[Line]) -> list[Line]:
    """The lines of a page with others put where they stand: after what is left of them or above."""
    out = list(lines)
    for line in added:
        beside = [at for at, one in enumerate(out) if one.bottom < line.middle < one.top]
        above = [at for at, one in enumerate(out) if one.bottom >= line.middle]
        place = max(beside or above, default=-1) + 1
        if beside:
            line.size = out[place - 1].size
        out.insert(place, line)
    return out


def attached_files(document: PdfDocument) -> list[str]:
    """The names of the files that hang on a PDF."""
    from pypdfium2 import raw

    found = (
        raw.FPDFDoc_GetAttachment(document.raw, at)
        for at in range(min(raw.FPDFDoc_GetAttachmentCount(document.raw), _MOST_FILES))
    )
    return [_string(partial(raw.FPDFAttachment_GetName, one)) for one in found if one]


def _annotations(page: PdfPage) -> Iterator[object]:
    from pypdfium2 import raw

    for at in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        note = raw.FPDFPage_GetAnnot(page.raw, at)
        if not note:
            continue
        try:
            if not raw.FPDFAnnot_GetFlags(note) & _HIDDEN:
                yield note
        finally:
            raw.FPDFPage_CloseAnnot(note)


def _filled_in(note: object) -> str:
    """What a field of a form shows: its words, or a tick."""
    state = _value(note, b"AS")
    if state:
        return "" if state in _UNTICKED else _TICKED
    return _value(note, b"V")


def _lines(note: object, text: str, number: int) -> Iterator[Line]:
    from pypdfium2 import raw

    rect = raw.FS_RECTF()
    if not text or not raw.FPDFAnnot_GetRect(note, rect):
        return
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    words = [line for line in text.splitlines() if line.strip()]
    for at, line in enumerate(words):
        high = top - (top - bottom) * at / len(words)
        low = top - (top - bottom) * (at + 1) / len(words)
        yield Line(" ".join(line.split()), number, left, right, low, high, _SIZE, False, False, left)


def _value(note: object, key: bytes) -> str:
    from pypdfium2 import raw

    return _string(partial(raw.FPDFAnnot_GetStringValue, note, key))


def _string(ask: Callable[[object, int], int]) -> str:
    """A text of pdfium's, which is asked for twice: how long it is, and what it is."""
    from pypdfium2 import raw

    length = min(ask(None, 0), _MOST_BYTES)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").replace("\x00", "").strip()
