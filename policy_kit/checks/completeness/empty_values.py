"""A label of the policy with nothing beside it where its neighbours are filled in: "Filtering provider | ".

Not of a form, nor of a line to sign; who holds a key post, and the policy's dates, have checks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from policy_kit.checks.outline import sections_of
from policy_kit.model import Block, Policy
from policy_kit.regexes import regex

# What a school fills in once, for everybody to read.
_FACT = regex(
    r"\b(?:provider|supplier|system|product|telephone|phone|tel|number|e-?mail|helpline|LADO|DPO"
    r"|data protection (?:officer|lead|registration|contact)|technician|network manager"
    r"|IT (?:manager|support|lead)|SENCO|SENDCO|prevent lead"
    r"|computing lead|PSHE lead|policy owner|author|lead professional|local authority|front door|social care"
    r"|police|version|web ?site|address|location|frequency|cost|licence|filter(?:ing)?|monitoring)\b",
    re.IGNORECASE,
)
# Nothing, or a label within the cell that has nothing behind it: "Tel:".
_NO_VALUE = regex(
    r"[\s_.…–—-]*(?:(?:tel(?:ephone)?|phone|e-?mail|name|number|address|contact|date)\b[\s_.…:–—-]*){0,4}",
    re.IGNORECASE,
)
_SIGNS = regex(
    r"\b(?:sign\w*|print|pupil|parent|carer|child|class|your|incident|date of|time)\b", re.IGNORECASE
)
_FEWEST = 3  # rows of a table that lists the school's facts
_LONGEST = 8  # words of a label


def empty_values(policy: Policy) -> Iterator[Block]:
    """The rows whose label waits for a value, in tables in which most labels have theirs."""
    forms = {
        block.index
        for section in sections_of(policy.document)
        if section.for_signing
        for block in (section.heading, *section.blocks)
    }
    for table, group in groupby(policy.document.text_blocks, key=lambda block: block.table):
        rows = list(group)
        if table is not None and rows[0].index not in forms and not any(_SIGNS.search(r.text) for r in rows):
            yield from _of_table(rows)


def _of_table(rows: Sequence[Block]) -> Iterator[Block]:
    pairs = [row for row in rows if len(row.cells) >= 2 and row.cells[0].strip()]
    empty = [row for row in pairs if all(_NO_VALUE.fullmatch(cell) for cell in row.cells[1:])]
    if len(pairs) < _FEWEST or len(empty) * 2 > len(pairs):
        return
    yield from (r for r in empty if _FACT.search(r.cells[0]) and len(r.cells[0].split()) <= _LONGEST)
