"""The marks on the ends of paragraphs: what joins what when changes are accepted or rejected.

Deleting a paragraph's end joins its words to the next paragraph, which keeps its own properties; so does
rejecting an inserted end (ISO/IEC 29500-1, 17.13.5.15 and .20). A paragraph taken out before another one
needs no more than that. The last one before a table, a cell's or the text's end has no next paragraph: there
the end of the one before it goes instead, and the last end, which stays, takes on that one's properties.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from lxml.etree import _Element

from policy_kit.compare.redline.pen import Pen
from policy_kit.compare.redline.properties import (
    change_properties,
    mark_end,
    move_break,
    properties_of,
    set_properties,
    without_tracking,
)


class Fate(Enum):
    """What becomes of a paragraph of a chain."""

    STAYS = "stays"
    GOES = "goes"
    COMES = "comes"


@dataclass(slots=True, eq=False)
class Link:
    """One paragraph of a chain. ends_section: a section of the document ends with it."""

    element: _Element
    fate: Fate


def mark_ends(links: Sequence[Link], pen: Pen, *, must_end: bool) -> None:
    """Mark the ends in a chain of paragraphs that are followed by a table or by the end of what holds them.

    The words are marked already. A chain ends with a paragraph that stays wherever it has one that goes and
    one that comes to choose from (see `pair_last`). must_end: what holds the chain cannot be without its
    last paragraph (a cell, the text).
    """
    tail = len(links)
    while tail and links[tail - 1].fate is not Fate.STAYS:
        tail -= 1
    for link in links[:tail]:
        _mark(link, pen)
    rest = links[tail:]
    if not rest:
        return
    if tail == 0:
        keeps_last = must_end and rest[-1].fate is Fate.GOES
        for link in rest[:-1] if keeps_last else rest:
            _mark(link, pen)
        return
    stays, last = links[tail - 1].element, rest[-1].element
    if rest[-1].fate is Fate.GOES:
        mark_end(stays, "del", pen)
        change_properties(last, properties_of(stays), pen)
        for link in rest[:-1]:
            _mark(link, pen)
    else:
        _give_end(stays, last, pen)
        for link in rest[:-1]:
            _mark(link, pen)


def _give_end(stays: _Element, last: _Element, pen: Pen) -> None:
    """The last of the new paragraphs takes over the end that was there; the one that had it gets a new
    one."""
    new = properties_of(last)
    former = _former(stays)
    set_properties(last, former)
    change_properties(last, new, pen)
    without_tracking(stays)
    mark_end(stays, "ins", pen)
    move_break(stays, last)


def _former(paragraph: _Element) -> list[_Element]:
    """The properties that a paragraph had before any change of this redline."""
    from policy_kit.sources.docx.names import W

    change = paragraph.find(f"{W}pPr/{W}pPrChange/{W}pPr")
    return properties_of(paragraph) if change is None else list(change)


def _mark(link: Link, pen: Pen) -> None:
    if link.fate is Fate.GOES:
        mark_end(link.element, "del", pen)
    elif link.fate is Fate.COMES:
        mark_end(link.element, "ins", pen)
