"""Reads a PDF's links: each address, and the words on the page that it stands behind."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.sources.pdf.lines import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_MOST = 500  # of one page
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link as it stands on a page: its words and address, and where."""

    text: str
    target: str
    page: int
    left: float
    right: float
    middle: float

    def is_on(self, line: Line) -> bool:
        """Whether the link stands on a line."""
        high = line.bottom - 1 <= self.middle <= line.top + 1
        return (
            line.page == self.page
            and high
            and self.left < line.right
            and self.right > min(line.left, line.start)
        )


def page_links(document: PdfDocument, page: PdfPage, textpage: PdfTextPage, number: int) -> list[PageLink]:
    """The links to addresses on a page; links inside the file are left out."""
    from pypdfium2 import raw

    out: list[PageLink] = []
    place = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    rect = raw.FS_RECTF()
    while len(out) < _MOST and raw.FPDFLink_Enumerate(page.raw, place, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        if not raw.FPDFLink_GetAnnotRect(link, rect):
            continue
        words = textpage.get_text_bounded(rect.left, rect.bottom, rect.right, rect.top)
        middle = (rect.bottom + rect.top) / 2
        target = _address(document, action)
        out.append(PageLink(" ".join(words.split()), target, number, rect.left, rect.right, middle))
    return out


def _address(document: PdfDocument, action: object) -> str:
    from pypdfium2 import raw

    length = raw.FPDFAction_GetURIPath(document.raw, action, None, 0)
    if not 1 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAction_GetURIPath(document.raw, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")
