"""The marks on the ends of paragraphs: what joins what when changes are accepted or rejected.

Deleting a paragraph's end joins its words to the next paragraph, which keeps its own properties; so does
rejecting an inserted end (ISO/IEC 29500-1, 17.13.5.15 and .20). A paragraph taken out before another one
needs no more than that. The last one before a table, a cell's or the text's end has no next paragraph: there
the end of the one before it goes instead, and the last end, which stays, takes on that one's properties.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from lxml.etree import _Element

from policy_kit.compare.redline.pen import Pen
from policy_kit.compare.redline.properties import (
    alike,
    change_properties,
    mark_end,
    move_break,
    properties_of,
    set_properties,
    without_tracking,
)
from policy_kit.quick import dataclass
from policy_kit.sources.docx.names import W


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
    stays: _Element | None = None
    run: list[Link] = []
    for link in (*links, None):
        if link is not None and link.fate is not Fate.STAYS:
            run.append(link)
            continue
        _mark_run(stays, run, None if link is None else link.element, pen, must_end=must_end)
        stays, run = None if link is None else link.element, []


def _mark_run(
    stays: _Element | None, run: Sequence[Link], following: _Element | None, pen: Pen, *, must_end: bool
) -> None:
    """Mark the ends between a paragraph that stays, or the start, and the next one, or the end."""
    if not run:
        return
    if stays is not None and (following is None or _would_leak(run, following)):
        last = run[-1].element
        if run[-1].fate is Fate.GOES:
            mark_end(stays, "del", pen)
            change_properties(last, properties_of(stays), pen)
        else:
            _give_end(stays, last, pen)
        run = run[:-1]
    elif following is None and must_end and run[-1].fate is Fate.GOES:
        run = run[:-1]
    for link in run:
        mark_end(link.element, "del" if link.fate is Fate.GOES else "ins", pen)


def _would_leak(run: Sequence[Link], following: _Element) -> bool:
    """Whether LibreOffice would make the next paragraph an item of the list that goes or comes before it.

    It joins paragraphs the other way round as far as lists go. Where the end of the paragraph before the
    items is marked instead of theirs, both ways come to the same.
    """
    last = properties_of(run[-1].element)
    listed = any(child.tag == W + "numPr" for child in last)
    alone = len({link.fate for link in run}) == 1
    return listed and alone and not alike(last, properties_of(following))


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
    change = paragraph.find(f"{W}pPr/{W}pPrChange/{W}pPr")
    return properties_of(paragraph) if change is None else list(change)
