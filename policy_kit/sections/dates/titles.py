"""Dates that a title carries: "Online Safety Policy 2023-24", "September 2021 – July 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from policy_kit.model import Block, BlockKind
from policy_kit.naming.words import word_set
from policy_kit.regexes import regex, seldom
from policy_kit.sections.dates.belonging import is_cited, names_other_thing
from policy_kit.sections.dates.expressions import DateExpression, date_expressions
from policy_kit.sections.dates.labels import labels
from policy_kit.sections.dates.places import Place, Placed
from policy_kit.sections.dates.wordings import Sense

_COVER_LINES = 25
_LAST_LINES = 4
_BARE_WORDS = 9
_BESIDE = word_set("as of at by the and for in to from on version edition issue text draft number no v is")
_NAMES_POLICY = regex(r"\bpolic(?:y|ies)\b", re.IGNORECASE)
_NOT_OWN = seldom(
    r"©|copyright|template|model policy|exemplar|printed|\bpage \d|produced by|adapted", re.IGNORECASE
)


def title_dates(blocks: Iterable[Placed]) -> Iterator[tuple[DateExpression, Block, str]]:
    """The dates in the title, on the cover with no label, or in a running header; with "title" or the margin.

    A line of the cover counts if it names the policy or is nothing but the date.
    """
    placed_blocks = list(blocks)
    closing = _closing(placed_blocks)
    for placed in placed_blocks:
        on_cover = placed.place is Place.COVER and placed.block.index < _COVER_LINES
        if placed.place is Place.MARGIN or on_cover or placed.block in closing:
            yield from _of_block(placed)


def _closing(blocks: Sequence[Placed]) -> list[Block]:
    """The last lines of the document, on one of which its place and day may stand."""
    body = [p for p in blocks if p.place not in (Place.MARGIN, Place.FORM)]
    return [p.block for p in body[-_LAST_LINES:] if p.place in (Place.END, Place.CONTROL)]


def _is_bare(rest: str) -> bool:
    """Whether no more than who, where or which edition stands beside a date: "Market Weldon, May 2026"."""
    words = re.findall(r"[^\W_][\w’'-]*", rest)
    return (
        len(words) <= _BARE_WORDS
        and not names_other_thing(rest)
        and all(
            w.casefold() in _BESIDE or (w[0].isupper() and not w.endswith("ed")) or w.isdigit() for w in words
        )
    )


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
        bare = date.precision != "year" and _is_bare(text[: date.start] + text[date.end :])
        if named or alone or bare:
            yield date, block, "title" if placed.place is Place.COVER else block.part.value
