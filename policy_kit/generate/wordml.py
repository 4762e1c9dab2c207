"""The names of WordprocessingML, and the small questions everyone asks of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


P, TR, TC, TBL, T, RUN, PPR, VALUE = (w(n) for n in ("p", "tr", "tc", "tbl", "t", "r", "pPr", "val"))
NUMBER = w("numPr")
_STYLE = w("pStyle")
_TAB, _BREAK, _HYPHEN = w("tab"), w("br"), w("noBreakHyphen")


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph of a part in reading order, those in tables and text boxes included."""
    yield from root.iter(P)


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph as it stands, tabs and line breaks as such."""
    out: list[str] = []
    for node in paragraph.iter(T, _TAB, _BREAK, _HYPHEN):
        if node.tag == T:
            out.append(node.text or "")
        elif node.tag == _HYPHEN:
            out.append("-")
        elif (parent := node.getparent()) is not None and parent.tag == RUN:
            out.append("\t" if node.tag == _TAB else "\n")
    return "".join(out)


def property_of(paragraph: etree._Element, tag: str) -> etree._Element | None:
    """A property that the paragraph sets itself, or None. Asked of every paragraph, so no path is parsed."""
    if len(paragraph) and paragraph[0].tag == PPR:
        for found in paragraph[0]:
            if found.tag == tag:
                return found
    return None


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style, or ''."""
    style = property_of(paragraph, _STYLE)
    return "" if style is None else style.get(VALUE, "")
