"""Accepts the tracked changes that a file already holds, so that a redline's marks are the only ones in it.

What is accepted, and how, is told in ISO/IEC 29500-1, 17.13.5 (Revisions).
"""

from __future__ import annotations

from lxml.etree import _Element

from policy_kit.compare.redline.trees import remove, unwrap
from policy_kit.sources.docx.names import W

_GONE = frozenset(W + name for name in ("del", "moveFrom"))
_KEPT_INSIDE = frozenset(W + name for name in ("ins", "moveTo"))
_FORMER = frozenset(
    W + name
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange",
        "tblPrExChange", "numberingChange", "cellIns", "cellMerge",
    )
)  # fmt: skip
_ENDS = frozenset(
    W + name
    for name in (
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
    )
)  # fmt: skip
_MARK_PLACES = frozenset(W + name for name in ("rPr", "trPr", "numPr"))
_P, _PPR, _RPR, _TR, _TC, _TBL, _DEL_CELL = (
    W + name for name in ("p", "pPr", "rPr", "tr", "tc", "tbl", "cellDel")
)


def accept_changes(root: _Element) -> int:
    """Accept every tracked change in a part, in place; return how many there were."""
    changes = [node for node in root.iter() if node.tag in _GONE | _KEPT_INSIDE | _FORMER | {_DEL_CELL}]
    if not changes:
        _drop(root, _ENDS)
        return 0
    for row in [row for row in root.iter(_TR) if _is_deleted(row, W + "trPr")]:
        remove(row)
    for cell in [cell for cell in root.iter(_TC) if cell.find(f"{W}tcPr/{_DEL_CELL}") is not None]:
        remove(cell)
    for table in [table for table in root.iter(_TBL) if next(table.iter(_TR), None) is None]:
        remove(table)
    deleted_ends = [p for p in root.iter(_P) if _is_deleted(p, f"{_PPR}/{_RPR}")]
    _drop(root, _FORMER | _ENDS | {_DEL_CELL})
    for node in [n for n in root.iter() if n.tag in _GONE | _KEPT_INSIDE]:
        parent = node.getparent()
        if parent is None:
            continue
        if node.tag in _GONE or parent.tag in _MARK_PLACES:
            remove(node)
        else:
            unwrap(node)
    for paragraph in deleted_ends:
        _join_with_next(paragraph)
    return len(changes)


def _is_deleted(node: _Element, properties: str) -> bool:
    """Whether a row, or the end of a paragraph, is tracked as deleted."""
    said = node.find(properties)
    return said is not None and any(child.tag in _GONE for child in said)


def _join_with_next(paragraph: _Element) -> None:
    """Without its end, a paragraph's words stand at the start of the next one, if there is one."""
    following = paragraph.getnext()
    while following is not None and following.tag not in (_P, _TBL):
        following = following.getnext()
    words = [child for child in paragraph if child.tag != _PPR]
    if following is None or following.tag != _P:
        if not any(child.tag == W + "r" or len(child) for child in words) and following is not None:
            remove(paragraph)
        return
    properties = following.find(_PPR)
    at = 0 if properties is None else 1
    for child in reversed(words):
        following.insert(at, child)
    remove(paragraph)


def _drop(root: _Element, tags: frozenset[str]) -> None:
    for node in [n for n in root.iter() if n.tag in tags]:
        remove(node)
