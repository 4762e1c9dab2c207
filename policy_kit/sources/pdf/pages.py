"""Reads the pages of a PDF one by one, holding no more than one open: lines, links, what is a picture."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import field
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.sources.pdf.annotations import PageComment, read_annotations, with_lines
from policy_kit.sources.pdf.glyphs import Font, Glyphs
from policy_kit.sources.pdf.lines import Line, page_lines
from policy_kit.sources.pdf.links import PageLink, page_links

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_LITTLE_TEXT = 300  # characters below which a page may be mostly a picture
_LARGE = 0.3  # of a page that a picture covers to be worth telling
_MOST_OBJECTS = 3_000


@dataclass(slots=True)
class Page:
    """One page as read. picture: the share of it that pictures cover, looked at if it has little text;
    failed: why it could not be read, '' if it could.
    """

    number: int
    lines: list[Line] = field(default_factory=list)
    links: list[PageLink] = field(default_factory=list)
    comments: list[PageComment] = field(default_factory=list)
    characters: int = 0
    picture: float = 0.0
    failed: str = ""


def read_pages(document: PdfDocument) -> Iterator[Page]:
    """Each page in turn. A damaged page is told, and the rest is read."""
    import pypdfium2 as pdfium

    fonts: dict[bytes, Font] = {}
    for number in range(1, len(document) + 1):
        page = Page(number)
        try:
            opened = document[number - 1]
        except pdfium.PdfiumError:
            page.failed = "the page is damaged"
            yield page
            continue
        try:
            _read(document, opened, page, fonts)
        except pdfium.PdfiumError:
            page.failed = "the text of the page is damaged"
        finally:
            opened.close()
        yield page


def _read(document: PdfDocument, opened: PdfPage, page: Page, fonts: dict[bytes, Font]) -> None:
    textpage = opened.get_textpage()
    try:
        glyphs = Glyphs(opened, textpage, fonts)
        page.characters = len(glyphs.text)
        if glyphs.too_many:
            page.failed = "it holds more characters than can be printed on a page"
            return
        page.lines = page_lines(glyphs, page.number)
        page.links = page_links(document, opened, textpage, page.number)
        page.comments, typed = read_annotations(opened, page.number)
        if typed:
            page.lines = with_lines(page.lines, typed)
            page.characters += sum(len(line.text) for line in typed)
    finally:
        textpage.close()
    if page.characters < _LITTLE_TEXT:
        page.picture = _pictured(opened)


def _pictured(page: PdfPage) -> float:
    """The share of a page that its pictures cover."""
    from pypdfium2 import raw

    width, height = page.get_size()
    covered = 0.0
    for at in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        found = raw.FPDFPage_GetObject(page.raw, at)
        if not found or raw.FPDFPageObj_GetType(found) not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if raw.FPDFPageObj_GetBounds(found, left, bottom, right, top):
            wide = min(right.value, width) - max(left.value, 0)
            high = min(top.value, height) - max(bottom.value, 0)
            covered += max(wide, 0) * max(high, 0)
    share = covered / (width * height) if width * height > 0 else 0.0
    return min(share, 1.0) if share >= _LARGE else 0.0
