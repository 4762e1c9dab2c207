"""Makes paragraphs and tables of words alone, in a look that the old file already has."""

from __future__ import annotations

import copy
import re

from lxml import etree
from lxml.etree import _Element

from policy_kit.compare.redline.insertion import PLAIN
from policy_kit.compare.redline.plan import Plain
from policy_kit.compare.redline.properties import properties_of
from policy_kit.compare.redline.reading import WordText
from policy_kit.compare.redline.runs import SPACE
from policy_kit.compare.redline.trees import remove
from policy_kit.errors import PolicyKitError
from policy_kit.sources.docx.names import VAL, W

_BREAKS = re.compile(r"([\t\n\x0c])")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffc\ufffe\uffff\ud800-\udfff]")


def plain_paragraph(content: Plain, old: WordText) -> _Element:
    """A w:p of words alone. Raises PolicyKitError if it names a style that the old file has not."""
    paragraph = etree.Element(W + "p")
    properties = etree.SubElement(paragraph, W + "pPr")
    if content.like is not None:
        properties.extend(copy.deepcopy(child) for child in properties_of(old.elements[content.like]))
    elif content.style:
        etree.SubElement(properties, W + "pStyle", {VAL: style_id(old, content.style)})
    add_words(paragraph, content.text)
    return paragraph


def add_words(paragraph: _Element, text: str) -> None:
    """Add words to a paragraph as one run: tabs and line ends as Word has them."""
    text = _NOT_XML.sub("", text)
    if not text:
        return
    run = etree.SubElement(paragraph, W + "r", {PLAIN: "1"})
    for piece in _BREAKS.split(text):
        if piece == "\t":
            etree.SubElement(run, W + "tab")
        elif piece == "\n":
            etree.SubElement(run, W + "br")
        elif piece == "\x0c":
            etree.SubElement(run, W + "br", {W + "type": "page"})
        elif piece:
            etree.SubElement(run, W + "t", {SPACE: "preserve"}).text = piece


def style_id(old: WordText, name: str) -> str:
    """The id of the style of this name. Raises PolicyKitError if there is none."""
    found = old.style_ids.get(("paragraph", name.casefold()))
    if found is None:
        raise PolicyKitError(f"{old.label}: has no style named “{name}”; choose one that it has")
    return found


def plain_table(rows: tuple[tuple[str, ...], ...]) -> _Element:
    """A w:tbl with ruled cells, as wide as its text needs and the page allows."""
    table = etree.Element(W + "tbl")
    about = etree.SubElement(table, W + "tblPr")
    etree.SubElement(about, W + "tblW", {W + "w": "5000", W + "type": "pct"})
    borders = etree.SubElement(about, W + "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = {VAL: "single", W + "sz": "4", W + "space": "0", W + "color": "auto"}
        etree.SubElement(borders, W + side, line)
    columns = max(map(len, rows))
    grid = etree.SubElement(table, W + "tblGrid")
    for _ in range(columns):
        etree.SubElement(grid, W + "gridCol", {W + "w": str(9000 // columns)})
    for cells in rows:
        row = etree.SubElement(table, W + "tr")
        for number in range(columns):
            cell = etree.SubElement(row, W + "tc")
            width = {W + "w": str(5000 // columns), W + "type": "pct"}
            etree.SubElement(etree.SubElement(cell, W + "tcPr"), W + "tcW", width)
            add_words(etree.SubElement(cell, W + "p"), cells[number] if number < len(cells) else "")
    return table


def plain_row(like: _Element, cells: tuple[str, ...]) -> _Element:
    """A row as the one given, with other words: one paragraph a cell, in the look of that cell's first."""
    row = copy.deepcopy(like)
    for node in list(row.iter(W + "bookmarkStart", W + "bookmarkEnd")):
        remove(node)
    at = 0
    for cell in row.iter(W + "tc"):
        if any(above is not row and above.tag == W + "tc" for above in cell.iterancestors()):
            continue
        first = next(cell.iter(W + "p"))
        properties = first.find(W + "pPr")
        look = next((run.find(W + "rPr") for run in first.iter(W + "r")), None)
        for child in [child for child in cell if child.tag != W + "tcPr"]:
            cell.remove(child)
        paragraph = etree.SubElement(cell, W + "p")
        if properties is not None:
            paragraph.append(properties)
        add_words(paragraph, cells[at] if at < len(cells) else "")
        run = paragraph.find(W + "r")
        if look is not None and run is not None:
            run.insert(0, copy.deepcopy(look))
        at += 1
    return row
