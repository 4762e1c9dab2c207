"""Merges the headings, paragraphs, list items and tables of one chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_kit.renew.facts import settle
from policy_kit.renew.merge_texts import Facts, likeness, merge_text, together
from policy_kit.renew.model import Conflict, MergedRow, MergedText, MergedUnit, Outcome, Row, Unit
from policy_kit.renew.slots import lay_over, pair_up
from policy_kit.renew.texts import plain


def merge_units(
    base: Sequence[Unit], mine: Sequence[Unit], theirs: Sequence[Unit], facts: Facts = ()
) -> tuple[MergedUnit, ...]:
    """Merge the units of one chapter; those that are taken out come too, and do not stand."""
    old, left, right = ([_key(u) for u in side] for side in (base, mine, theirs))
    slots = lay_over(
        (len(base), len(mine), len(theirs)),
        pair_up(old, left, _like_units),
        pair_up(old, right, _like_units),
        lambda m, t: left[m] == right[t],
    )
    out: list[MergedUnit] = []
    for slot in slots:
        b = None if slot.base is None else base[slot.base]
        m = None if slot.mine is None else mine[slot.mine]
        t = None if slot.theirs is None else theirs[slot.theirs]
        out.extend(_merge_unit(b, m, t, facts))
    return tuple(out)


_LETTER = {"heading": "h", "table": "t"}
_CHAPTERS = "c"


def _key(unit: Unit) -> str:
    """A unit's text behind a letter for what it is: a heading is never a paragraph's other version.

    The heading of the chapter is one on all sides, whatever each calls it.
    """
    of_chapter = unit.kind == "heading" and unit.level == 1
    return f"{_CHAPTERS if of_chapter else _LETTER.get(unit.kind, 'p')} {plain(unit.text)}"


def _like_units(one: str, other: str) -> float:
    if one[0] != other[0]:
        return 0.0
    return 1.0 if one[0] == _CHAPTERS else likeness(one[2:], other[2:])


def _merge_unit(b: Unit | None, m: Unit | None, t: Unit | None, facts: Facts) -> Iterator[MergedUnit]:
    if m is None or t is None:
        yield _merge_lone(b, m, t, facts)
    elif m.is_table:
        yield from _merge_tables(b, m, t, facts)
    else:
        text = merge_text(b.text, m.text, t.text, facts) if b else MergedText(m.text, Outcome.KEPT)
        yield MergedUnit(b, m, t, True, text.outcome, merged=text)


def _merge_lone(b: Unit | None, m: Unit | None, t: Unit | None, facts: Facts) -> MergedUnit:
    """A unit that mine or theirs does not have: added, or taken out; taken out and changed is a conflict."""
    mine_has_it = m is not None
    here = m or t
    if here is None:
        return MergedUnit(b, None, None, False, Outcome.SAME)
    if b is None:
        return _as_it_is(b, m, t, Outcome.KEPT if mine_has_it else Outcome.TAKEN)
    old = b.text if mine_has_it else settle(b.text, b.text, here.text, facts).base
    if plain(old) == plain(here.text):
        return MergedUnit(b, m, t, False, Outcome.TAKEN if mine_has_it else Outcome.DROPPED)
    text = plain(here.text)
    conflict = Conflict(plain(b.text), text if mine_has_it else "", "" if mine_has_it else text)
    return _as_it_is(b, m, t, Outcome.CONFLICT, conflict)


def _as_it_is(
    b: Unit | None, m: Unit | None, t: Unit | None, outcome: Outcome, conflict: Conflict | None = None
) -> MergedUnit:
    """A unit that only one side has, standing as that side has it."""
    here = m or t
    conflicts = (conflict,) if conflict else ()
    if here is None or not here.is_table:
        text = here.text if here else ""
        return MergedUnit(b, m, t, True, outcome, merged=MergedText(text, outcome, conflicts))
    rows = tuple(
        MergedRow(
            None,
            row if m else None,
            None if m else row,
            tuple(
                MergedText(cell, outcome, conflicts if row is here.rows[0] and not n else ())
                for n, cell in enumerate(row.cells)
            ),
            outcome,
        )
        for row in here.rows
    )
    return MergedUnit(b, m, t, True, outcome, rows=rows)


def _merge_tables(b: Unit | None, m: Unit, t: Unit, facts: Facts) -> Iterator[MergedUnit]:
    base = b.rows if b else ()
    widths = [{len(row.cells) for row in rows} for rows in (m.rows, t.rows, base) if rows]
    if all(width == widths[0] for width in widths):
        rows = _merge_rows(base, m.rows, t.rows, facts)
        yield MergedUnit(b, m, t, True, together(row.outcome for row in rows), rows=rows)
    elif b and plain(b.text) == plain(m.text):
        yield MergedUnit(b, m, None, False, Outcome.TAKEN)
        yield _as_it_is(None, None, t, Outcome.TAKEN)
    elif b and plain(b.text) == plain(t.text):
        yield _as_it_is(b, m, None, Outcome.KEPT)
    else:
        old = plain(b.text) if b else ""
        yield _as_it_is(b, m, None, Outcome.CONFLICT, Conflict(old, plain(m.text), plain(t.text)))
        yield _as_it_is(None, None, t, Outcome.CONFLICT)


def _merge_rows(
    base: Sequence[Row], mine: Sequence[Row], theirs: Sequence[Row], facts: Facts
) -> tuple[MergedRow, ...]:
    old, left, right = ([_row_key(row) for row in side] for side in (base, mine, theirs))
    slots = lay_over(
        (len(base), len(mine), len(theirs)),
        pair_up(old, left, _like_rows),
        pair_up(old, right, _like_rows),
        lambda m, t: left[m] == right[t],
    )
    return tuple(
        _merge_row(
            None if slot.base is None else base[slot.base],
            None if slot.mine is None else mine[slot.mine],
            None if slot.theirs is None else theirs[slot.theirs],
            facts,
        )
        for slot in slots
    )


_CELL_END = "\x1f"


def _row_key(row: Row) -> str:
    return _CELL_END.join(plain(cell) for cell in row.cells)


_SAME_LABEL = 0.5


def _like_rows(one: str, other: str) -> float:
    """Rows with the same label are one row, whatever the other cells say."""
    alike = likeness(one.replace(_CELL_END, " "), other.replace(_CELL_END, " "))
    label = one.partition(_CELL_END)[0]
    same = bool(label) and label == other.partition(_CELL_END)[0] and _CELL_END in one
    return _SAME_LABEL + alike * _SAME_LABEL if same else alike


def _merge_row(b: Row | None, m: Row | None, t: Row | None, facts: Facts) -> MergedRow:
    if m is not None and t is not None:
        old = b.cells if b else ("",) * len(m.cells)
        cells = tuple(merge_text(*three, facts) for three in zip(old, m.cells, t.cells, strict=True))
        return MergedRow(b, m, t, cells, together(cell.outcome for cell in cells))
    here = m or t
    if here is None:
        return MergedRow(b, None, None, (), Outcome.SAME)
    if b is None:
        outcome = Outcome.KEPT if m else Outcome.TAKEN
        return MergedRow(b, m, t, tuple(MergedText(cell, outcome) for cell in here.cells), outcome)
    pairs = zip(b.cells, here.cells, strict=True)
    old = b.cells if m else tuple(settle(was, was, now, facts).base for was, now in pairs)
    if [plain(c) for c in old] == [plain(c) for c in here.cells]:
        return MergedRow(b, m, t, (), Outcome.TAKEN if m else Outcome.DROPPED)
    said = " | ".join(here.cells)
    conflict = Conflict(" | ".join(b.cells), said if m else "", "" if m else said)
    cells = tuple(
        MergedText(cell, Outcome.CONFLICT, () if n else (conflict,)) for n, cell in enumerate(here.cells)
    )
    return MergedRow(b, m, t, cells, Outcome.CONFLICT)
