"""The names of WordprocessingML, and the small questions everyone asks of its paragraphs."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, NamedTuple

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
_STYLE, _BOX = w("pStyle"), w("txbxContent")
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


class Told(NamedTuple):
    """A paragraph as read in one pass: its style's id, its text, and whether it counts in a list."""

    element: etree._Element
    style: str
    text: str
    numbered: bool


def told_paragraphs(root: etree._Element) -> Iterator[Told]:
    """Every paragraph under an element with what it says: as `style_of` and `text_of` tell, in one pass."""
    boxed = {p for box in root.iter(_BOX) for p in (*box.iter(P), *box.iterancestors(P))}
    current: etree._Element | None = None
    style, numbered = "", False
    said: list[str] = []
    for node in root.iter(P, T, _STYLE, NUMBER, _TAB, _BREAK, _HYPHEN):
        tag = node.tag
        if tag == T:
            said.append(node.text or "")
        elif tag == P:
            if current is not None:
                yield _told(current, style, said, numbered, boxed)
            current, style, numbered, said = node, "", False, []
        elif tag == _STYLE:
            style = node.get(VALUE, "")
        elif tag == NUMBER:
            numbered = True
        elif tag == _HYPHEN:
            said.append("-")
        elif (parent := node.getparent()) is not None and parent.tag == RUN:
            said.append("\t" if tag == _TAB else "\n")
    if current is not None:
        yield _told(current, style, said, numbered, boxed)


def _told(
    element: etree._Element, style: str, said: list[str], numbered: bool, boxed: set[etree._Element]
) -> Told:
    if element in boxed:  # a box stands inside a paragraph, so what follows it is the outer one's again
        return Told(element, style_of(element), text_of(element), property_of(element, NUMBER) is not None)
    return Told(element, style, "".join(said), numbered)


def styled(root: etree._Element, styles: Container[str]) -> Iterator[etree._Element]:
    """Every paragraph that is in one of these styles, in reading order."""
    for mark in root.iter(_STYLE):
        if mark.get(VALUE) in styles and (properties := mark.getparent()) is not None:
            paragraph = properties.getparent()
            if paragraph is not None and paragraph.tag == P:
                yield paragraph


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
