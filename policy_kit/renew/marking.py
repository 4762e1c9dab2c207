"""Turns a merge into what a redline of the school's own file has to do.

What stands where it stood is changed in place, so the school's formatting, pictures and tables stay. What the
template brings is put in as the template has it. What moves is taken out and put in again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from policy_kit.compare.in_step import in_order
from policy_kit.compare.redline import (
    Change,
    Comment,
    Copied,
    Delete,
    DeleteRow,
    DeleteTable,
    Insert,
    InsertRows,
    NewParagraph,
    NewRow,
    NewTable,
    Operation,
    Place,
    Plain,
    Remark,
)
from policy_kit.quick import dataclass
from policy_kit.renew.entries import Reason
from policy_kit.renew.merge_texts import likeness
from policy_kit.renew.model import Merged, MergedRow, MergedText, MergedUnit, Outcome, Unit
from policy_kit.renew.remarks import conflict_remark, followed_remark
from policy_kit.renew.slots import pair_up
from policy_kit.renew.texts import plain

if TYPE_CHECKING:
    from policy_kit.compare.redline import WordText

Label = Callable[[str], str]
"""A profile field's id -> what people call it."""


@dataclass
class _Marks:
    """Collects the operations, walking down the result with a place in the school's file."""

    mine: WordText
    theirs: WordText
    reason: Reason
    label: Label
    done: list[Operation] = field(default_factory=list)
    last: Place | None = None  # after what was last in place; None before the first
    section: str = ""

    def at(self) -> Place:
        return self.last or _first(self.mine)

    def remarks(self, text: MergedText) -> tuple[Remark, ...]:
        told = [conflict_remark(c, self.reason(self.section, c.base, c.theirs)) for c in text.conflicts]
        return (*told, *(followed_remark(f, self.label(f.field)) for f in text.followed))


def plan(
    merged: Merged, mine: WordText, theirs: WordText, reason: Reason, label: Label
) -> tuple[Operation, ...]:
    """The operations that turn the school's file into the renewal, comments and all."""
    marks = _Marks(mine, theirs, reason, label)
    steady = _steady(merged, mine)
    for chapter in merged.chapters:
        marks.section = chapter.section
        for unit in chapter.units:
            _unit(marks, unit, moved=unit.mine is not None and id(unit) not in steady)
    return tuple(marks.done)


def _first(word: WordText) -> Place:
    """Before all that stands in a file's body."""
    first = word.paragraphs[0]
    return Place(before=first.index) if first.table is None else Place(before_table=0)


def _steady(merged: Merged, mine: WordText) -> set[int]:
    """The units that keep their place in the school's file: the longest run that is in order there."""
    standing = [u for c in merged.chapters for u in c.units if u.stands and u.mine is not None]
    places = {n: _position(u.mine, mine) for n, u in enumerate(standing) if u.mine is not None}
    return {id(standing[n]) for n in in_order(places, [1] * len(standing))}


def _position(unit: Unit, word: WordText) -> int:
    """Where a unit stands in its file, as the number of its first paragraph."""
    if not unit.is_table:
        return unit.place
    rows = word.tables[unit.place].rows
    return next(p for row in rows for cell in word.rows[row].cells for p in cell)


def _unit(marks: _Marks, unit: MergedUnit, *, moved: bool) -> None:
    if not unit.stands:
        if unit.mine is not None:
            marks.done.append(_out(unit.mine))
        return
    if unit.mine is None:
        marks.done.append(Insert(marks.at(), (_new(marks, unit),)))
    elif moved:
        marks.done += [_out(unit.mine), Insert(marks.at(), (_carried(marks, unit),))]
    elif unit.mine.is_table:
        _rows(marks, unit)
        marks.last = Place(after_table=unit.mine.place)
    else:
        _in_place(marks, unit)
        marks.last = Place(after=unit.mine.place)


def _out(unit: Unit) -> Operation:
    return DeleteTable(unit.place) if unit.is_table else Delete(unit.place)


def _new(marks: _Marks, unit: MergedUnit) -> NewParagraph | NewTable:
    """A unit that the template brings."""
    theirs = unit.told
    remarks = tuple(r for text in unit.texts for r in marks.remarks(text))
    if theirs.is_table:
        if remarks:
            _beside_table(marks, remarks)
        return NewTable(marks.theirs, theirs.place)
    return NewParagraph(Copied(marks.theirs, theirs.place), remarks)


def _beside_table(marks: _Marks, remarks: Sequence[Remark]) -> None:
    """Remarks on a table that is put in: they hang on the paragraph before it."""
    at = marks.last.after if marks.last and marks.last.after is not None else marks.mine.paragraphs[0].index
    marks.done += [Comment(at, remark) for remark in remarks]


def _carried(marks: _Marks, unit: MergedUnit) -> NewParagraph | NewTable:
    """A unit of the school's that moves, with its words as the merge has them."""
    mine = unit.told
    remarks = tuple(r for text in unit.texts for r in marks.remarks(text))
    if mine.is_table:
        cells = tuple(tuple(cell.text for cell in row.cells) for row in unit.rows if row.cells)
        same = cells == tuple(row.cells for row in mine.rows)
        return NewTable(marks.mine, mine.place) if same else NewTable(rows=cells)
    text = unit.merged.text if unit.merged else mine.text
    if plain(text) == plain(mine.text):
        return NewParagraph(Copied(marks.mine, mine.place), remarks)
    if unit.theirs is not None and plain(text) == plain(unit.theirs.text):
        return NewParagraph(Copied(marks.theirs, unit.theirs.place), remarks)
    return NewParagraph(Plain(text, like=mine.place), remarks)


def _in_place(marks: _Marks, unit: MergedUnit) -> None:
    mine, theirs, text = unit.mine, unit.theirs, unit.merged
    if mine is None or text is None:
        raise ValueError("a unit changed in place is a paragraph of the school's with a merged text")
    marks.done += [Comment(mine.place, remark) for remark in marks.remarks(text)]
    if theirs is not None and _clash_as_wholes(text, mine, theirs):
        new = NewParagraph(Copied(marks.theirs, theirs.place))
        marks.done.append(Insert(Place(after=mine.place), (new,)))
    elif theirs is not None and text.outcome is Outcome.TAKEN and plain(text.text) == plain(theirs.text):
        marks.done.append(Change(mine.place, Copied(marks.theirs, theirs.place)))
    elif plain(text.text) != plain(mine.text):
        marks.done.append(Change(mine.place, Plain(text.text)))


def _clash_as_wholes(text: MergedText, mine: Unit, theirs: Unit) -> bool:
    """Whether two whole paragraphs clash, so that each stands as a paragraph."""
    return [(c.mine, c.theirs) for c in text.conflicts] == [(plain(mine.text), plain(theirs.text))]


def _rows(marks: _Marks, unit: MergedUnit) -> None:
    """Change a table of the school's row by row."""
    last: int | None = None
    first = unit.mine.rows[0].place if unit.mine else 0
    for row in unit.rows:
        if row.mine is not None and not row.cells:
            marks.done.append(DeleteRow(row.mine.place))
        elif row.mine is not None:
            for operation in _cells(marks, row):
                marks.done.append(operation)
            last = row.mine.place
        elif row.cells and row.theirs is not None:
            new = (NewRow(marks.theirs, row.theirs.place),)
            marks.done.append(InsertRows(new, before=first) if last is None else InsertRows(new, after=last))
            _row_remarks(marks, row, first if last is None else last)


def _row_remarks(marks: _Marks, row: MergedRow, beside: int) -> None:
    at = next(p for cell in marks.mine.rows[beside].cells for p in cell)
    marks.done += [Comment(at, remark) for cell in row.cells for remark in marks.remarks(cell)]


def _cells(marks: _Marks, row: MergedRow) -> Iterator[Operation]:
    if row.mine is None:
        return
    for number, cell in enumerate(row.cells):
        own = marks.mine.rows[row.mine.place].cells[number]
        yield from (Comment(own[0], remark) for remark in marks.remarks(cell))
        if plain(cell.text) != plain(row.mine.cells[number]):
            yield from _cell(marks, own, cell.text)


def _cell(marks: _Marks, own: Sequence[int], text: str) -> Iterator[Operation]:
    """Change a cell's paragraphs into the lines of a text."""
    said = [p for p in own if marks.mine.paragraphs[p].text.strip()] or list(own[:1])
    if len(said) == 1:
        yield Change(said[0], Plain(text))
        return
    lines = [line for line in text.split("\n") if line.strip()]
    old = [plain(marks.mine.paragraphs[p].text) for p in said]
    pairs = pair_up(old, [plain(line) for line in lines], likeness)
    of_line = {line: n for n, line in pairs.items()}
    for n in (n for n in range(len(said)) if n not in pairs):
        yield Delete(said[n])
    last = said[0]
    for number, line in enumerate(lines):
        if number not in of_line:
            yield Insert(Place(after=last), (NewParagraph(Plain(line, like=last)),))
            continue
        last = said[of_line[number]]
        if plain(line) != old[of_line[number]]:
            yield Change(last, Plain(line))
