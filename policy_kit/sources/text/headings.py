"""Finds headings in plain text, where a line has no look: by number, by capitals, or by standing alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from policy_kit.model import Block, BlockKind, Part
from policy_kit.sources.heading_words import is_capitals, reads_like_heading
from policy_kit.sources.numbered import numbered_headings
from policy_kit.sources.outline import number_depth, typed_number

_CAPTION = re.compile(r"(?:table|figure|fig|chart|box)\.? \d+\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\S@\S|://|\bwww\.|\]\(|[|<>\\*_]|\d{5}|\bFAO\b|^Dear\b|^Yours\b")
_FEW, _MANY, _ASKED = 11, 12, 14  # words of a title, of running text, of a question that is a title
# A line that stops short says on what the list below goes on with: "The DSL will", "Parents are asked to".
_STOPS_SHORT = re.compile(
    r"\b(?:(?:will|must|should|shall|may)"
    r"|(?:is|are|be|asked|expected|used|needs?|needed|has|have|agrees?|not)\sto(?:\s(?:our|the))?"
    r"|linked to(?: our)?|ensur(?:e|ing) that|\buse\b.{3,30}\sto)$",
    re.IGNORECASE,
)
_OF_SCHOOL = re.compile(
    r"\b(?:school|academy|college|nursery|trust|federation|centre)\W*$|^part of\b", re.IGNORECASE
)
_QUESTION = re.compile(
    r"(?:how|what|when|where|who|whom|whose|why|which|is|are|do|does|can)\b.*\?$", re.IGNORECASE
)


def with_headings(blocks: Sequence[Block], alone: AbstractSet[int]) -> tuple[Block, ...]:
    """Give hand-made headings the kind HEADING, heading_by "look" and their level.

    alone: the places of blocks with a blank line before them. Contents lists must be marked already.
    """
    numbered = numbered_headings(blocks)
    named = {at: level for at, level in _unnumbered(blocks, alone, numbered).items() if at not in numbered}
    levels = {**numbered, **named}
    return tuple(
        replace(b, kind=BlockKind.HEADING, level=min(levels[at], 9), heading_by="look")
        if at in levels
        else _listed(b)
        for at, b in enumerate(blocks)
    )


def _unnumbered(
    blocks: Sequence[Block], alone: AbstractSet[int], numbered: Mapping[int, int]
) -> dict[int, int]:
    """Capitals and lone title-like lines.

    In a document whose sections are numbered they are subheadings, and none stands before the first
    number: there, names and titles of the cover look just the same. Appendices are numbered anywhere.
    """
    found: dict[int, int] = {}
    counted = [at for at in numbered if blocks[at].text.strip()[:1].isdigit()]
    scheme = sum(numbered[at] == 1 for at in counted) >= 3
    first = min(counted, default=0) if scheme else 0
    above = 0
    for at, block in enumerate(blocks):
        if at in numbered:
            above = numbered[at]
        elif (at > first or not scheme or _titles_a_table(blocks, at)) and _may_title(blocks, at, alone):
            level = 1 if is_capitals(block.text) and _titles(block.text, _MANY) else 2
            if (level == 1 or _titles(block.text, _FEW)) and (
                _leads(blocks, at) or (found and _is_headed(blocks, at + 1, alone, numbered))
            ):
                found[at] = above + 1 if scheme else level
    if found and not scheme and 1 not in found.values():
        return dict.fromkeys(found, 1)
    return found


def _titles_a_table(blocks: Sequence[Block], at: int) -> bool:
    """Whether a table stands below, as under "Key people" before the first numbered section."""
    if not 0 < at < len(blocks) - 1 or _OF_SCHOOL.search(blocks[at].text):
        return False
    return blocks[at + 1].kind is BlockKind.TABLE_ROW


def _may_title(blocks: Sequence[Block], at: int, alone: AbstractSet[int]) -> bool:
    block = blocks[at]
    return block.part is Part.BODY and block.kind is BlockKind.PARAGRAPH and at in alone


def _is_headed(
    blocks: Sequence[Block], at: int, alone: AbstractSet[int], numbered: Mapping[int, int]
) -> bool:
    """Whether a heading stands there: below it the title of a chapter may stand, with no text of its own."""
    if at >= len(blocks) or at in numbered:
        return at in numbered
    return _may_title(blocks, at, alone) and _titles(blocks[at].text, _FEW) and _leads(blocks, at)


def _titles(text: str, most_words: int) -> bool:
    words = text.split()
    most_words = max(most_words, _ASKED) if _QUESTION.match(text) else most_words
    if not words or len(words) > most_words or text.endswith((":", ".", ",", ";", "-", "–")):
        return False
    if "\t" in text or _STOPS_SHORT.search(text):
        return False
    if not (text[0].isupper() or text[0] in "\"'“‘") or _CAPTION.match(text) or _ADDRESS.search(text):
        return False
    return reads_like_heading(text)


def _leads(blocks: Sequence[Block], at: int) -> bool:
    """Whether running text stands below: prose, a list or a table. Below a name or an address it does not."""
    if at + 1 >= len(blocks):
        return False
    below = blocks[at + 1]
    if below.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) or "\t" in below.text:
        return True
    words = len(below.text.split())
    prose = words >= _MANY or (words >= 5 and below.text.endswith((".", ":", "?")))
    return below.kind is BlockKind.PARAGRAPH and prose and not number_depth(typed_number(below.text)[0])


def _listed(block: Block) -> Block:
    """A paragraph with a typed number or letter that is no heading is an item of a list."""
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    number, rest = typed_number(block.text)
    if rest and number and "." not in number and " " not in number:
        return replace(block, kind=BlockKind.LIST_ITEM)
    return block
