"""What a paragraph's own properties say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policy_kit.sources.docx.names import VAL, W, is_on, whole
from policy_kit.sources.docx.shading import is_coloured

if TYPE_CHECKING:
    from lxml.etree import _Element


_P_STYLE = W + "pStyle"
_OUTLINE_LVL = W + "outlineLvl"
_NUM_PR = W + "numPr"
_SHD = W + "shd"
_R_PR = W + "rPr"
_PPR_CHANGE = W + "pPrChange"
_PAGE_BREAK_BEFORE = W + "pageBreakBefore"
_SECT_PR = W + "sectPr"
_FRAME_PR = W + "framePr"
_NUM_ID = W + "numId"
_ILVL = W + "ilvl"


class Said:
    """What one w:pPr says; what it does not say stands at its default.

    deleted: the paragraph's end is; end_changed: it is tracked as deleted or inserted; runs_on: this is a
    dropped initial, whose word goes on in the next paragraph; changes: how many are tracked in it.
    """

    style_id: str | None = None
    outline: int | None = None
    number_id: int | None = None
    number_level: int | None = None
    shaded = False
    deleted = False
    end_changed = False
    runs_on = False
    page_break = False
    section_ends = False
    changes = 0


NOTHING = Said()


def read_said(properties: _Element) -> Said:
    """Read a w:pPr."""
    said = Said()
    for child in properties:
        tag = child.tag
        if tag == _P_STYLE:
            said.style_id = child.get(VAL)
        elif tag == _OUTLINE_LVL:
            said.outline = whole(child.get(VAL))
        elif tag == _NUM_PR:
            _read_numbering(said, child)
        elif tag == _SHD:
            said.shaded = is_coloured(child)
        elif tag == _R_PR:
            _read_mark(said, child)
        elif tag == _PPR_CHANGE:
            said.changes += 1
        elif tag == _PAGE_BREAK_BEFORE:
            said.page_break = is_on(child.get(VAL))
        elif tag == _SECT_PR:
            said.section_ends = True
        elif tag == _FRAME_PR:
            said.runs_on = child.get(W + "dropCap") in ("drop", "margin")
    return said


def _read_numbering(said: Said, node: _Element) -> None:
    for child in node:
        if child.tag == _NUM_ID:
            said.number_id = whole(child.get(VAL))
        elif child.tag == _ILVL:
            said.number_level = whole(child.get(VAL))
        elif child.tag in (W + "numberingChange", W + "ins"):
            said.changes += 1


def _read_mark(said: Said, properties: _Element) -> None:
    """What is tracked on the paragraph's end."""
    for child in properties:
        if child.tag in (W + "del", W + "moveFrom"):
            said.deleted = said.end_changed = True
        elif child.tag in (W + "ins", W + "moveTo"):
            said.end_changed = True
        elif child.tag == W + "rPrChange":
            said.changes += 1
