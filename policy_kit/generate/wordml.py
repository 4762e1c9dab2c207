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


P, TR, TC, TBL, T, RUN, PPR = (w(n) for n in ("p", "tr", "tc", "tbl", "t", "r", "pPr"))


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph of a part in reading order, those in tables and text boxes included."""
    yield from root.iter(P)


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph as it stands, tabs and line breaks as such."""
    out: list[str] = []
    for node in paragraph.iter(T, w("tab"), w("br"), w("noBreakHyphen")):
        if node.tag == T:
            out.append(node.text or "")
        elif node.tag == w("noBreakHyphen"):
            out.append("-")
        elif (parent := node.getparent()) is not None and parent.tag == RUN:
            out.append("\t" if node.tag == w("tab") else "\n")
    return "".join(out)


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style, or ''."""
    style = paragraph.find(f"{PPR}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")
