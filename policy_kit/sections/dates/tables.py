"""Dates in tables: beside their label, or under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from policy_kit.model import Block
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom
from policy_kit.sections.dates.belonging import is_cited
from policy_kit.sections.dates.cells import leading_date, loose_label, only_label
from policy_kit.sections.dates.expressions import DateExpression, date_expressions
from policy_kit.sections.dates.found import Found, found
from policy_kit.sections.dates.labels import Label, labels
from policy_kit.sections.dates.lines import Pair, pairs_in, with_cued
from policy_kit.sections.dates.places import LABELLED_PLACES, Place
from policy_kit.sections.dates.wordings import Sense

_HISTORY = regex(
    r"\bwhat(?:['’]s| is| was)? new\b|\b(?:version|issue|change|amend|descri|summary|revision|comment|reason"
    r"|reviewe|author|update|detail|note"
    r"|page|action)",
    re.IGNORECASE,
)
_SIGNED = regex(r"\bsign\w*\b", re.IGNORECASE)
# Whose name may stand before the date.
_BY_SOMEBODY = (Sense.APPROVED, Sense.REVIEWED, Sense.NEXT_REVIEW, Sense.WRITTEN)
_CHAIR = regex(r"\W*chair\b", re.IGNORECASE)
_A_BODY = regex(
    r"(?:[\w’'&-]+\s){0,6}(?:committee|board|body|governors|trustees|directors|council|panel|FGB|LGB|LGC)",
    re.IGNORECASE,
)
_AND_BODY = regex(r"[\s),]*(?:[,;&/]|\band\b)\s*(?:[\w’'&-]+\s){0,6}\(?(?:on\s|in\s)?", re.IGNORECASE)
_OF_VERSION = regex(r"(?:current|this|present)\s(?:version|edition)", re.IGNORECASE)
_VERSION = regex(r"(?:v(?:ersion)?\.?\s?\d+(?:\.\d+)*|\d+\.\d+)", re.IGNORECASE)
_GOVERNORS = seldom(r"govern|trust|board|committee|chair|directors|proprietor", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    label: Label
    history: bool


def table_dates(rows: Sequence[Block], place: Place) -> Iterator[Found]:
    """The dates of one table.

    A row of labels over a row of values gives each value its column's label; otherwise a label's value is
    the next cell of its row. A row "Date" takes its sense from the row above it.
    """
    columns: list[_Column] = []
    carried: Sense | None = None
    over: Label | None = None
    for row, below in zip(rows, [*rows, None][1:], strict=True):
        opens = _label_over_bodies(row, below)
        of_body = None if opens else _of_body(over, row, place)
        over = opens or (over if of_body else None)
        if of_body:
            yield of_body
        if opens or of_body:
            columns, carried = [], None
            continue
        heads = _heads(row, below)
        if heads:
            columns = heads
            continue
        under = list(_under(columns, row, place))
        if under:
            yield from under
            continue
        columns = []
        signed = Sense.APPROVED if _is_signed(row) and place in LABELLED_PLACES else None
        beside = list(_of_one_row(_beside(row, place), signed))
        for one in beside:
            settled = _in_context(one, carried)
            if settled is not None:
                yield settled
        carried = _carries(row, beside)


def _label_over_bodies(row: Block, below: Block | None) -> Label | None:
    """A label alone in its row, over a body and its date: "Date approved" over "Finance committee"."""
    filled = [cell for cell in row.cells if cell.strip()]
    if len(filled) != 1 or below is None or _body_and_date(below) is None:
        return None
    label = only_label(filled[0])
    return label if label is not None and label.sense not in (Sense.NONE, Sense.DATE) else None


def _of_body(over: Label | None, row: Block, place: Place) -> Found | None:
    """The date that a body has in a row under the label of them all."""
    date = _body_and_date(row) if over else None
    return found(Pair(over, date, date.text), row, place) if over and date else None


def _body_and_date(row: Block) -> DateExpression | None:
    """The date of a row that is a body's name and a date."""
    filled = [cell for cell in row.cells if cell.strip()]
    if len(filled) != 2 or not _A_BODY.fullmatch(filled[0].strip(" :")) or not _is_date(filled[1]):
        return None
    return leading_date(filled[1])


def _heads(row: Block, below: Block | None) -> list[_Column]:
    """The label cells of a row that have their values in the row below."""
    history = bool(_HISTORY.search(row.text)) and len(row.cells) > 2
    values = below is not None and not any(only_label(cell) or loose_label(cell) for cell in below.cells)
    out: list[_Column] = []
    done: Label | None = None
    for index, cell in enumerate(row.cells):
        label = only_label(cell)
        value = below.cells[index] if below is not None and index < len(below.cells) else ""
        if label is not None and label.sense is Sense.DATE and done is None and _CHAIR.match(row.text):
            label = replace(label, sense=Sense.APPROVED)  # "Chair of governors | Date"
        if label is None and values and _is_date(value) and not _is_date(cell):
            label = loose_label(cell)
        several = sum(c.strip().casefold() == "date" for c in row.cells) > 1
        if label is not None and label.sense is Sense.DATE and done is not None and (several or not history):
            label = replace(label, sense=done.sense)  # "Agreed by | When"
        if below is None or label is None or (label.sense is Sense.DATE and not history):
            continue
        if label.sense in (Sense.APPROVED, Sense.REVIEWED) and not leading_date(value):
            done = label
        beside = row.cells[index + 1] if index + 1 < len(row.cells) else ""
        if leading_date(value) and not leading_date(beside):
            out.append(_Column(index, label, history))
    return out


def _is_date(cell: str) -> bool:
    """Whether a cell holds a date and next to nothing else."""
    date = leading_date(cell)
    return date is not None and not date.is_blank and len(cell.split()) <= len(date.text.split()) + 4


def _under(columns: list[_Column], row: Block, place: Place) -> Iterator[Found]:
    if columns and columns[0].index > 0 and any(map(is_cited, row.cells[:1])):
        return  # a row of the law or guidance that the policy cites
    for column in columns:
        cell = row.cells[column.index] if column.index < len(row.cells) else ""
        date = leading_date(cell)
        if date is not None:
            made = found(Pair(column.label, date, date.text), row, place)
            yield replace(made, column=(row.table or 0, column.index), history=column.history)


def _beside(row: Block, place: Place) -> Iterator[Found]:
    """Dates in a cell with their label, or in the cell after it."""
    waiting: Label | None = None
    cells = list(_whole_dates([cell for cell in row.cells if cell.strip()]))
    if both := _in_turn(cells):
        yield from (found(pair, row, place) for pair in both)
        return
    if place in LABELLED_PLACES and len(cells) > 1 and (opens := _date_first(row, cells, place)):
        yield opens
        return
    for cell, after in zip(cells, [*cells, ""][1:], strict=True):
        label = only_label(cell)
        if label is None and waiting is None and _is_date(after):
            label = loose_label(cell)
        if label is not None:
            if waiting is not None and label.sense is not Sense.DATE:
                yield found(Pair(waiting, None, ""), row, place)
                waiting = None
            waiting = waiting or label
            continue
        inside = [p for line in cell.split("\n") for p in pairs_in(line, own_place=True)]
        if not inside and waiting is None and place in LABELLED_PLACES:
            inside = [p for line in cell.split("\n") for p in with_cued(line, (), own_place=True)]
        date = leading_date(cell)
        if waiting is None:
            yield from (found(p, row, place) for p in inside)
        elif any(p.expression and p.label.sense not in (Sense.DATE, waiting.sense) for p in inside):
            yield from _unvalued(waiting, inside, row, place)
            yield from (found(p, row, place) for p in inside)
            waiting = None
        elif date is None and waiting.sense in _BY_SOMEBODY and cell is not _last(row):
            continue  # "Approved by | Governing body | Date: 8 October 2026"
        else:
            yield from (found(pair, row, place) for pair in _valued(waiting, cell, date))
            several = waiting.sense in (Sense.REVIEWED, Sense.APPROVED) and _is_date(cell) and _is_date(after)
            waiting = waiting if several else None  # "Policy reviewed | Sept 2025 | Sept 2026"
    if waiting is not None and len(row.cells) > 1:
        yield found(Pair(waiting, None, ""), row, place)


def _in_turn(cells: Sequence[str]) -> list[Pair]:
    """Labels in one cell and as many dates in the next: "Approved / next review | May 2026 / May 2027"."""
    if len(cells) != 2 or "/" not in cells[0] or only_label(cells[0]) is None:
        return []
    marks, dates = labels(cells[0]), date_expressions(cells[1])
    if len(marks) < 2 or len(marks) != len(dates) or len({mark.sense for mark in marks}) != len(marks):
        return []
    return [Pair(mark, date, date.text) for mark, date in zip(marks, dates, strict=True)]


def _unvalued(label: Label, inside: Sequence[Pair], row: Block, place: Place) -> Iterator[Found]:
    """The label with a blank, unless a version is its value: "Date of issue | Current version – May 2026"."""
    if not (inside[0].expression and _OF_VERSION.match(inside[0].label.words)):
        yield found(Pair(label, None, ""), row, place)


def _date_first(row: Block, cells: Sequence[str], place: Place) -> Found | None:
    """A date before its label, or after the number of a version: "1 May 2026 | Approved", "V2 | May 2026"."""
    if _VERSION.fullmatch(cells[0].strip()) and _is_date(cells[1]):
        label, date = Label(cells[0].strip(), 0, 0, Sense.REVIEWED), leading_date(cells[1])
        return replace(found(Pair(label, date, cells[1].strip()), row, place), history=True)
    if len(cells) != 2 or not _is_date(cells[0]):
        return None
    after, date = only_label(cells[1]) or loose_label(cells[1]), leading_date(cells[0])
    if after is None or after.sense is Sense.DATE or date is None:
        return None
    return found(Pair(after, date, date.text), row, place)


def _valued(label: Label, cell: str, date: DateExpression | None) -> Iterator[Pair]:
    """A label with the date of its value, and with those that an approval or a review adds to it."""
    yield Pair(label, date, date.text if date else cell.strip())
    if date is not None and label.sense in (Sense.APPROVED, Sense.REVIEWED):
        yield from (Pair(label, more, more.text) for more in _more(cell))


def _more(cell: str) -> Iterator[DateExpression]:
    """The dates that a value adds to its first: "Finance 6/10/26 and full governors 26/11/26"."""
    for before, date in pairwise(date_expressions(cell)):
        if date.is_blank or not _AND_BODY.fullmatch(cell, before.end, date.start):
            return
        yield date


_DAY_CELL = regex(r"(?:day\s?:?\s?)?(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
_MONTH_CELL = regex(r"(?:month\s?:?\s?)?(\d{1,2}|[a-z]{3,9}\.?)", re.IGNORECASE)
_DAY_MONTH_CELL = regex(r"(\d{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}|[a-z]{3,9})", re.IGNORECASE)
_YEAR_CELL = regex(r"(?:year\s?:?\s?)?((?:20)?\d\d)", re.IGNORECASE)


def _whole_dates(cells: Sequence[str]) -> Iterator[str]:
    """The cells of a row, with a date that is spread over two or three of them put together."""
    at = 0
    while at < len(cells):
        for forms, join in (
            ((_DAY_CELL, _MONTH_CELL, _YEAR_CELL), "/"),
            ((_DAY_MONTH_CELL, _YEAR_CELL), " "),
        ):
            parts = [form.fullmatch(cell.strip()) for form, cell in zip(forms, cells[at:], strict=False)]
            if len(parts) == len(forms) and all(parts):
                words = [part[1] for part in parts if part]
                joined = (" " if words[1][0].isalpha() else join).join(words)
                if _is_date(joined):
                    yield joined
                    at += len(forms)
                    break
        else:
            yield cells[at]
            at += 1


def _is_signed(row: Block) -> bool:
    """Whether a row is signed for the governors: "Signed (Chair) | J Poe | Date | 12 November 2026"."""
    return bool(_SIGNED.search(row.text) and _GOVERNORS.search(row.text)) or bool(_CHAIR.match(row.text))


def _of_one_row(dates: Iterable[Found], said: Sense | None) -> Iterator[Found]:
    """A bare "Date" is of what its row says before it: "Approved by: the governors | Date: 4 December"."""
    for one in dates:
        if one.sense is Sense.DATE and one.is_dated and said is not None:
            yield replace(one, sense=said)
            continue
        if one.sense in (Sense.APPROVED, Sense.REVIEWED) and not one.is_dated and one.text:
            said = one.sense
        yield one


def _last(row: Block) -> str:
    return next((c for c in reversed(row.cells) if c.strip()), "")


def _carries(row: Block, dates: Sequence[Found]) -> Sense | None:
    """What a row that names a body hands to a "Date" row below it: "Approved by | Governing body"."""
    for one in dates:
        if one.sense in (Sense.APPROVED, Sense.REVIEWED) and not one.is_dated and one.text:
            return one.sense
    return Sense.APPROVED if _is_signed(row) else None


def _in_context(one: Found, carried: Sense | None) -> Found | None:
    """A bare "Date" takes the sense of the row above it, or is the policy's own on the cover."""
    if one.sense is not Sense.DATE:
        return one
    if carried is not None:
        return replace(one, sense=carried)
    if one.place in (Place.COVER, Place.CONTROL, Place.HISTORY, Place.MARGIN) and one.is_dated:
        return replace(one, sense=Sense.WRITTEN)
    return None
