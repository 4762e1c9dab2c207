"""Dates that a title carries: "Online Safety Policy 2023-24", "September 2021 – July 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policy_kit.model import Block, BlockKind
from policy_kit.regexes import regex, seldom
from policy_kit.sections.dates.belonging import is_cited
from policy_kit.sections.dates.expressions import DateExpression, date_expressions
from policy_kit.sections.dates.labels import labels
from policy_kit.sections.dates.places import Place, Placed
from policy_kit.sections.dates.wordings import Sense

_COVER_LINES = 25
_NAMES_POLICY = regex(r"\bpolic(?:y|ies)\b", re.IGNORECASE)
_NOT_OWN = seldom(
    r"©|copyright|template|model policy|exemplar|printed|\bpage \d|produced by|adapted", re.IGNORECASE
)


def title_dates(blocks: Iterable[Placed]) -> Iterator[tuple[DateExpression, Block, str]]:
    """The dates in the title, on the cover with no label, or in a running header; with "title" or the margin.

    A line of the cover counts if it names the policy or is nothing but the date.
    """
    for placed in blocks:
        if placed.place is Place.MARGIN or (
            placed.place is Place.COVER and placed.block.index < _COVER_LINES
        ):
            yield from _of_block(placed)


def _of_block(placed: Placed) -> Iterator[tuple[DateExpression, Block, str]]:
    block = placed.block
    text = block.text
    if not text or len(text) > 160 or block.kind is BlockKind.CONTENTS or not any(c.isdigit() for c in text):
        return
    if _NOT_OWN.search(text) or is_cited(text) or any(m.sense is not Sense.NONE for m in labels(text)):
        return
    dates = [d for d in date_expressions(text) if not d.is_blank]
    named = bool(_NAMES_POLICY.search(text)) and len(text.split()) <= 25 and not text.rstrip().endswith(".")
    for date in dates:
        alone = not re.sub(
            r"\W|(?i:academic|school|year|for|the|version|edition|issue|\d+(?:st|nd|rd|th))",
            "",
            text[: date.start] + text[date.end :],
        )
        if named or alone:
            yield date, block, "title" if placed.place is Place.COVER else block.part.value
