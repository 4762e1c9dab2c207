"""Keeps tables whole after filling: a condition or an empty list can leave one that Word will not open."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from policy_kit.generate.wordml import TBL, TC, TR, P, w

if TYPE_CHECKING:
    from lxml import etree

_GAP = "TableGap"


def mend_tables(root: etree._Element, styles: Collection[str]) -> None:
    """Take out tables without rows; give bare cells a paragraph; part tables that have come to touch.

    Word needs a paragraph at the end of each cell, and joins two tables with nothing between them.
    """
    for table in list(root.iter(TBL)):
        parent = table.getparent()
        if parent is not None and next(table.iter(TR), None) is None:
            parent.remove(table)
    for cell in root.iter(TC):
        if len(cell) == 0 or cell[-1].tag != P:
            cell.append(cell.makeelement(P, {}))
    for table in root.iter(TBL):
        after = table.getnext()
        if after is not None and after.tag in (TBL, w("sectPr")):
            table.addnext(_gap(table, styles))


def _gap(table: etree._Element, styles: Collection[str]) -> etree._Element:
    paragraph = table.makeelement(P, {})
    if _GAP in styles:
        properties = table.makeelement(w("pPr"), {})
        style = table.makeelement(w("pStyle"), {w("val"): _GAP})
        properties.append(style)
        paragraph.append(properties)
    return paragraph
