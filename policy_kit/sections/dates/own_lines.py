"""Short lines amid the text that tell the policy's dates: "Agreed by governors: 4 May. Review: May 2027".

One alone may be of anything that the text speaks of there; that a thing was agreed and falls due for review
is said of the policy, unless the heading names another matter. So is what closes the document, whatever form
stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from policy_kit.model import BlockKind, Document
from policy_kit.regexes import regex
from policy_kit.sections.dates.belonging import is_signed
from policy_kit.sections.dates.labels import has_label
from policy_kit.sections.dates.lines import pairs_in, with_cued
from policy_kit.sections.dates.places import Place, Placed, is_under_other_matter
from policy_kit.sections.dates.wordings import Sense

_LONGEST = 22  # words of a line that is a label with its date, or two of them
_HOLDS_DATE = regex(r"\d\d")
_AGREED = frozenset({Sense.APPROVED})
_AGAIN = frozenset({Sense.NEXT_REVIEW, Sense.REVIEW, Sense.REVIEWED})
_CLOSING = 5  # blocks at the end of the document
_BETWEEN = 2  # blocks from one of the lines to the next


def lifted(document: Document, blocks: Sequence[Placed]) -> tuple[Placed, ...]:
    """The placed blocks, those lines amid the text that speak of the policy itself marked as such."""
    own = {
        one.block
        for run in _runs(blocks)
        if _tells_two(run)
        and (run[0].place is Place.FORM or not is_under_other_matter(document, run[0].block))
        for one in run
    }
    lines, tables = {block.index for block in own}, {block.table for block in own} - {None}
    return tuple(
        replace(one, place=Place.CONTROL) if one.block.index in lines or one.block.table in tables else one
        for one in blocks
    )


def _runs(blocks: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Short lines with a number in them that stand together in the running text."""
    body = [one for one in blocks if one.place is not Place.MARGIN]
    last = {one.block.index for one in body[-_CLOSING:]}
    lines = [one for one in body if _may_tell(one, closes=one.block.index in last)]
    starts = [
        at == 0
        or line.block.index - lines[at - 1].block.index > _BETWEEN
        or line.place is not lines[at - 1].place
        for at, line in enumerate(lines)
    ]
    numbers = [sum(starts[: at + 1]) for at in range(len(lines))]
    for _, group in groupby(zip(numbers, lines, strict=True), key=lambda pair: pair[0]):
        yield [line for _, line in group]


def _may_tell(placed: Placed, *, closes: bool) -> bool:
    block = placed.block
    return (
        (placed.place is Place.INSIDE or (closes and placed.place is Place.FORM))
        and (block.table is None or closes)
        and block.kind is not BlockKind.CONTENTS
        and not block.is_heading
        and len(block.text.split()) <= _LONGEST
        and ((bool(_HOLDS_DATE.search(block.text)) and has_label(block.text)) or is_signed(block.text))
    )


def _tells_two(run: Sequence[Placed]) -> bool:
    signed = any(is_signed(one.block.text) for one in run)
    senses = {
        Sense.APPROVED if signed and pair.label.sense is Sense.DATE else pair.label.sense
        for one in run
        for line in one.block.text.split("\n")
        for pair in with_cued(line, pairs_in(line, own_place=True), own_place=True)
        if pair.expression is not None and not pair.expression.is_blank
    }
    return not (senses.isdisjoint(_AGREED) or senses.isdisjoint(_AGAIN))
