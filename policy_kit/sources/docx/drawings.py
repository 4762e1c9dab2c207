"""Reads what is drawn: text boxes and diagrams for their words; pictures and the rest are reported.

A picture cannot be read here, and a small one is a logo. One that is large enough to hold text is told
to the reader, with its place and its description.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policy_kit.regexes import regex
from policy_kit.sources.assembling import picture_reason
from policy_kit.sources.docx.drafts import Draft, Paragraph
from policy_kit.sources.docx.names import CHART, DGM, MC, OFFICE, PIC, VML, WP, A, R, W, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policy_kit.sources.docx.story import Story

_EMU_A_TWIP = 635
_MOST_OF_PAGE = 0.5  # of the page's area
_MAY_HOLD_TEXT = 0.08  # of the page's area, and …
_WIDE_ENOUGH = 0.35  # … of its width: text in a smaller picture could not be made out
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_CHARTS = (CHART + "chart", "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart")
_STYLE_SIZE = regex(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]{1,12})\s*(pt|in|cm|mm|px)?", re.IGNORECASE)
_EMU = {"pt": 12_700, "in": 914_400, "cm": 360_000, "mm": 36_000, "px": 9_525}
_PROGRAMS = (
    ("Excel", "an Excel sheet"),
    ("Word", "another Word document"),
    ("PowerPoint", "a PowerPoint slide"),
    ("AcroExch", "a PDF"),
    ("Acrobat", "a PDF"),
    ("Equation", "an equation"),
    ("Package", "a file"),
    ("Visio", "a Visio drawing"),
)


def read_drawing(story: Story, paragraph: Paragraph, drawing: _Element) -> None:
    """Read a w:drawing: the words of its text boxes in place, a note on what has no words."""
    extent = next(drawing.iter(WP + "extent"), None)
    width = whole(extent.get("cx")) or 0 if extent is not None else 0
    height = whole(extent.get("cy")) or 0 if extent is not None else 0
    found: list[Draft] = []
    pictures: list[str] = []
    _scan(story, paragraph, drawing, found, pictures)
    _hang(paragraph, found)
    if pictures:
        about = next(drawing.iter(WP + "docPr"), None)
        described = (about.get("descr") or about.get("title") or "") if about is not None else ""
        decorative = next(drawing.iter(_DECORATIVE), None)
        if decorative is not None and decorative.get("val") in ("1", "true"):
            described, width = "", width if _share(story, width, height) >= _MOST_OF_PAGE else 0
        _note_picture(story, paragraph, pictures[0], (width, height), described)


def read_picture(story: Story, paragraph: Paragraph, pict: _Element) -> None:
    """Read a w:pict, the drawing of older Word (VML)."""
    found: list[Draft] = []
    pictures: list[str] = []
    _scan(story, paragraph, pict, found, pictures)
    _hang(paragraph, found)
    for shape in pict.iter(VML + "shape", VML + "rect") if pictures else ():
        if next(shape.iter(VML + "imagedata"), None) is not None:
            size = _vml_size(shape.get("style") or "")
            _note_picture(story, paragraph, pictures[0], size, shape.get("alt") or "")
            return


def read_object(story: Story, paragraph: Paragraph, node: _Element) -> None:
    """Report an embedded object; the picture that stands for it is not reported again."""
    inside = next(node.iter(OFFICE + "OLEObject"), None)
    program = (inside.get("ProgID") or "") if inside is not None else ""
    what = next((told for start, told in _PROGRAMS if program.startswith(start)), "")
    if what == "an equation":
        story.unread(paragraph, "equation", "an equation of older Word cannot be read")
    elif inside is not None:
        story.unread(
            paragraph,
            "embedded object",
            f"{what or 'something made with another program'} is embedded here and was not read",
        )
    found: list[Draft] = []
    _scan(story, paragraph, node, found, [])
    _hang(paragraph, found)


def _hang(paragraph: Paragraph, found: list[Draft]) -> None:
    """A box that hangs on the start of a paragraph stands before it, unless it is a heading's own."""
    if found:
        paragraph.hang(found, before=not paragraph.worded and not paragraph.level)


def _scan(
    story: Story, paragraph: Paragraph, node: _Element, found: list[Draft], pictures: list[str]
) -> None:
    """Look through a drawing, each thing in it once."""
    for child in node:
        tag = child.tag
        if tag == W + "txbxContent":
            story.box(child, found)
        elif tag == MC + "AlternateContent":
            _scan_alternate(story, paragraph, child, found, pictures)
        elif tag == PIC + "pic" or tag == VML + "imagedata":
            blip = next(child.iter(A + "blip"), child)
            pictures.append(blip.get(R + "embed") or blip.get(R + "link") or blip.get(R + "id") or "")
        elif tag == DGM + "relIds":
            _diagram(story, paragraph, child, found)
        elif tag in _CHARTS:
            story.unread(paragraph, "chart", "the words and figures of a chart are not read")
        elif tag == A + "p":
            story.plain("".join(part.text or "" for part in child.iter(A + "t")), found)
        elif tag == VML + "textpath":
            story.plain(child.get("string") or "", found)
        elif len(child):
            _scan(story, paragraph, child, found, pictures)


def _scan_alternate(
    story: Story, paragraph: Paragraph, node: _Element, found: list[Draft], pictures: list[str]
) -> None:
    had = len(found), len(pictures), len(story.not_read)
    for form in (MC + "Choice", MC + "Fallback"):
        chosen = node.find(form)
        if chosen is not None:
            _scan(story, paragraph, chosen, found, pictures)
        if (len(found), len(pictures), len(story.not_read)) != had:
            return


def _diagram(story: Story, paragraph: Paragraph, node: _Element, found: list[Draft]) -> None:
    """SmartArt keeps its words in a part of its own."""
    relation = story.relations.get(node.get(R + "dm") or "")
    words = 0
    if relation is not None and not relation.external and story.package.archive.has(relation.target):
        for point in story.package.xml(relation.target).iter(DGM + "pt"):
            text = " ".join(part.text or "" for part in point.iter(A + "t"))
            words += len(text.split())
            story.plain(text, found)
    story.unread(
        paragraph,
        "diagram",
        "the words of a diagram are read, but not how its shapes and arrows join them"
        if words
        else "a diagram whose words could not be found was not read",
    )


def _vml_size(style: str) -> tuple[int, int]:
    size = {"width": 0, "height": 0}
    for name, number, unit in _STYLE_SIZE.findall(style):
        if number.count(".") <= 1 and number.strip("."):
            size[name.lower()] = int(float(number) * _EMU[(unit or "pt").lower()])
    return size["width"], size["height"]


def _share(story: Story, width: int, height: int) -> float:
    page_width, page_height = story.page_size
    return width * height / (page_width * page_height * _EMU_A_TWIP**2)


def _note_picture(
    story: Story, paragraph: Paragraph, reference: str, size: tuple[int, int], described: str
) -> None:
    """Report a picture that may hold text, once for the same picture."""
    share = _share(story, *size)
    wide = size[0] >= _WIDE_ENOUGH * story.page_size[0] * _EMU_A_TWIP
    relation = story.relations.get(reference)
    key = relation.target if relation else ""
    if (share < _MOST_OF_PAGE and (share < _MAY_HOLD_TEXT or not wide)) or (
        key and key in story.pictures_told
    ):
        return
    story.pictures_told.add(key)
    reason = picture_reason(described)
    if share >= _MOST_OF_PAGE:
        story.unread(paragraph, "page-sized picture", f"a picture covers most of a page; {reason}")
    else:
        story.unread(paragraph, "picture", reason)
