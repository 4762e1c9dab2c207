"""Tables that stand twice: most rows of the one are rows of the other, in whatever order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from policy_kit.checks.outline import Section
from policy_kit.checks.repetition.likeness import Words, words_of
from policy_kit.model import Block, Document
from policy_kit.quick import dataclass

_FEWEST_ROWS = 3
_FEWEST_WORDS = 25  # of the rows that stand in both
_SAME = 0.75  # of the smaller table's rows
_MOST_TABLES = 200  # held against one another


@dataclass(frozen=True, slots=True)
class TablePair:
    """Two tables, by the first row of each; rows: how many stand in both; reordered: in another order."""

    first: Block
    copy: Block
    rows: int
    reordered: bool


def doubled_tables(document: Document, sections: Sequence[Section]) -> Iterator[TablePair]:
    """The tables that stand twice, neither of them part of a form or an agreement."""
    forms = {b.index for s in sections if s.for_signing for b in s.blocks}
    tables = [
        list(rows)
        for number, rows in groupby(document.text_blocks, key=lambda b: b.table)
        if number is not None
    ]
    told = [(rows[0], _rows(rows)) for rows in tables if rows[0].index not in forms]
    told = [(first, rows) for first, rows in told if len(rows) >= _FEWEST_ROWS][:_MOST_TABLES]
    for (first, rows), (copy, others) in combinations(told, 2):
        both = rows.keys() & others.keys()
        if len(both) < max(_FEWEST_ROWS, _SAME * min(len(rows), len(others))):
            continue
        if sum(map(len, both)) >= _FEWEST_WORDS:
            order = [row for row in rows if row in both] != [row for row in others if row in both]
            yield TablePair(first, copy, len(both), order)


def _rows(rows: Sequence[Block]) -> dict[Words, None]:
    """The rows by their words, in order; empty ones and column headings left out."""
    return dict.fromkeys(words for row in rows if not row.header_row and len(words := words_of(row.text)) > 2)
