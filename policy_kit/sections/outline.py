"""The headings of a document with the text under each, and which of them are its title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from policy_kit.model import Block
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.numbers import numbers_set

_FEWEST_UNDER_A_TITLE = 3
_LINES_OF_A_TITLE = 2


@dataclass
class Heading:
    """A heading, what stands above it, its own text up to the next heading, and the sections it heads.

    by_heading: its own words name them; likeness: how well, 1 by a known wording; inherits: they are
    those of the heading above it;
    own, span: the numbers of the sentences of its own text, and of all down to the next of its level.
    """

    block: Block
    end: int  # index in the block list where its text (with sub-headings) ends
    parent: Heading | None = None
    sections: tuple[str, ...] = ()
    by_heading: bool = False
    inherits: bool = False
    likeness: float = 0.0
    reason: str = ""
    blocks: list[Block] = field(default_factory=list)
    is_title: bool = False
    own: int = 0
    span: int = 0


def outline(blocks: list[Block], of_block: Mapping[int, tuple[int, ...]], title: str = "") -> list[Heading]:
    """The headings with the text under each and the heading above each.

    of_block: the numbers of each block's sentences; title: what the document calls itself.
    """
    found: list[Heading] = []
    trail: list[Heading] = []
    for position, block in enumerate(blocks):
        if not block.is_heading:
            if found:
                found[-1].blocks.append(block)
            continue
        while trail and trail[-1].block.level >= block.level and not _goes_on(trail[-1], block):
            trail.pop().end = position
        heading = Heading(block, len(blocks), trail[-1] if trail else None)
        trail.append(heading)
        found.append(heading)
    for heading in reversed(found):  # those below a heading come after it
        heading.own = numbers_set(n for b in heading.blocks for n in of_block.get(b.index, ()))
        heading.span |= heading.own
        if heading.parent is not None:
            heading.parent.span |= heading.span | numbers_set(of_block.get(heading.block.index, ()))
    _find_title(found, len(blocks), title)
    return found


_AT_THE_BACK = regex(r"^\W*(?:\d+\W+)?(?:appendices|annexes)\W*$", re.IGNORECASE)


def _goes_on(above: Heading, block: Block) -> bool:
    """Whether "Appendices" stands above: where levels are lost, those after it are still what it holds."""
    return above.block.level == block.level and bool(_AT_THE_BACK.match(above.block.text))


def _find_title(headings: list[Heading], end: int, title: str) -> None:
    """Mark the title and the school's name: what stands over all the rest, or over nothing before that."""
    for place, heading in enumerate(headings[:_LINES_OF_A_TITLE]):
        over_all = heading.end == end and len(headings) - place > _FEWEST_UNDER_A_TITLE
        alone = not heading.span and place + 1 < len(headings)
        if over_all or (alone and not place) or heading.block.text.strip() == title:
            for line in headings[: place + 1]:
                line.is_title = line is heading or not line.blocks
