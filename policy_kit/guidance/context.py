"""Where a mention of guidance is about the past: a version history, a bibliography, "replaced by"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policy_kit.model import Block, BlockKind
from policy_kit.regexes import regex, seldom

HISTORY = "history"
BIBLIOGRAPHY = "bibliography"
REFERENCE = "reference"

_HISTORY_HEADING = seldom(
    r"\b(?:version|document|policy|amendment|revision|change|review|updates?)s?\s+(?:history|log|record|tracker)"
    r"|\bhistory\s+of\s+(?:\w+\s+){0,3}changes|\b(?:record|log|table|summary)\s+of\s+(?:\w+\s+)?(?:changes|amendments|revisions|updates)"
    r"|^\W*(?:amendments|revisions|version\s+control|change\s+control)\W*$",
    re.IGNORECASE,
)
_HISTORY_COLUMN = seldom(
    r"\bversion\b|\b(?:changes?|amendments?|revisions?|updates?)\b(?:\s+made)?|\bdate\s+(?:of\s+)?(?:change|amend|revis|updat)",
    re.IGNORECASE,
)
_BIBLIOGRAPHY = seldom(
    r"^[\s\d.]*(?:bibliography|references|further\s+reading|sources(?:\s+consulted)?|endnotes)\W*$",
    re.IGNORECASE,
)
_NUMBER = regex(r"^[\s\d.)]+")

_PAST_BEFORE = seldom(
    r"\b(?:previous(?:ly)?|former(?:ly)?|(?:replac(?:es|ed|ing)|superse(?:des|ded|ding))(?!\s+by)|instead\s+of|rather\s+than"
    r"|no\s+longer|earlier|older|prior\s+to|since|first\s+(?:introduced|published|included|set\s+out|appeared|named)"
    r"|introduced|changes?\s+(?:from|since)|compared\s+(?:with|to)|used\s+to\s+be|withdrawn|originally|unlike)"
    r"\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_PAST_AFTER = regex(
    r"^[\s’'”\")\]]*(?:,?\s*which\s+)?(?:has\s+been|have\s+been|was|were|is\s+now)\s+"
    r"(?:replaced|superseded|withdrawn|repealed|absorbed|folded)"
    r"|^[\s’'”\")\]]*(?:onwards?\b|→|\(?\s*now\s|is\s+no\s+longer\b|edition\s+(?:was|has\s+been)\s+replaced)"
    r"|^[\s’'”\")\]]*(?:came\s+(?:out|into\s+force)|took\s+effect|appeared|added|introduced|brought\s+in)\b",
    re.IGNORECASE,
)


_OF_FORMER = seldom(
    r"\b(?:replac|supersed)\w+\s+(?:our|the|its)\s+(?:\w+\s+){0,3}(?:policy|version)\b[^.;]{0,80}$"
    r"|\b(?:previous|earlier|former|last\s+year[’']s)\s+(?:\w+\s+){0,2}(?:policy|version)\b[^.;]{0,80}$",
    re.IGNORECASE,
)


def contexts(blocks: Iterable[Block]) -> dict[int, str]:
    """For each block (by its index) that is about the past: `history` or `bibliography`."""
    out: dict[int, str] = {}
    trail: list[tuple[int, str]] = []
    history_table: int | None = None
    for block in blocks:
        if block.is_heading:
            while trail and trail[-1][0] >= block.level:
                trail.pop()
            trail.append((block.level, _of_heading(block.text)))
            continue
        if block.kind is BlockKind.TABLE_ROW and block.header_row:
            history_table = block.table if _HISTORY_COLUMN.search(block.text) else None
        above = next((context for _, context in reversed(trail) if context), "")
        if block.kind is BlockKind.TABLE_ROW and block.table is not None and block.table == history_table:
            above = HISTORY
        if above:
            out[block.index] = above
    return out


def _of_heading(text: str) -> str:
    bare = _NUMBER.sub("", text)
    if _HISTORY_HEADING.search(bare):
        return HISTORY
    return BIBLIOGRAPHY if _BIBLIOGRAPHY.match(bare) else ""


def told_as_past(before: str, after: str) -> bool:
    """Whether the words around a mention, in its own sentence, say that it is of the past."""
    sentence = re.split(r"[.;!?]\s|\n", before)[-1]
    of_former = _OF_FORMER.search(sentence[-160:])
    return bool(of_former or _PAST_BEFORE.search(sentence[-70:]) or _PAST_AFTER.match(after[:60]))
