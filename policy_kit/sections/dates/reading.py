"""Every date that a document's places for dates hold, each with its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby

from policy_kit.model import Block, BlockKind, Document
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.dates.belonging import BODY
from policy_kit.sections.dates.cells import leading_date, only_label
from policy_kit.sections.dates.found import Found, found
from policy_kit.sections.dates.labels import Label, has_label
from policy_kit.sections.dates.lines import Pair, pairs_in, with_cued
from policy_kit.sections.dates.places import LABELLED_PLACES, Place, Placed, is_own_table
from policy_kit.sections.dates.tables import table_dates
from policy_kit.sections.dates.wordings import Sense

_OFFICE = regex(
    r"\b(?:chair|governors?|governing|trustees?|headteacher|principal|signed|signature)\b", re.IGNORECASE
)
# The chair's name and post before the day, in either order, or that the chair signed.
_SIGNATORY = regex(
    r"\W*(?:(?:signed:?\s)?(?:[^,;:.()]|(?<=\b[A-Z])\.){3,40}(?:,\s|\s\()(?:vice-)?chair\b[^,;:.]{0,40}"
    r"(?:,|\)|:)\s"
    r"|(?:signed\s(?:by\s)?(?:the\s)?)?chair\b[^,;:.]{0,40}:\s(?:[^,;:.\d]|(?<=\b[A-Z])\.){3,40}?(?:,\s"
    r"|\s{2,}|\s[–—-]\s)"
    r"|sign(?:ed|ature)[\s:]*(?:\.{3,}|…+|_{3,})\s*\(?(?:chair|head)\b[^:\d]{0,60}?(?:\)\s?|\s{2,})"
    r"|signed\sby\s(?:the\s)?(?:chair|head\w*|principal)\b[^,;:.\d]{0,40}\s)",
    re.IGNORECASE,
)
_BY_BODY = regex(
    rf"\W*(?:{BODY.pattern}|(?:the\s)?(?:board|directors|academy council"
    rf"|committee)(?=\s?:))\s?[,:–-]\s(?:on\s)?",
    re.IGNORECASE,
)
_CHAIR_OPENS = regex(r"\W*(?:vice-)?chair(?:man|person|woman)?\b", re.IGNORECASE)
_SIGNS = regex(r"\bsign|on behalf of", re.IGNORECASE)
_NAMED_CHAIR = regex(r"\W*chair\s?(?:of|:)[^.;]{4,60}$", re.IGNORECASE)  # "Chair of governors: J Poe"
_VERSION = regex(
    r"\s*(?:(?:version|edition|issue|v)?\.?\s?\d{1,2}(?:\.\d{1,2})*[.):]?\s*"
    r"(?:\((?:this|the)?\s?(?:one|current|present|version)(?:\s\w+)?\)\s?)?[(:,–—-]?\s*)?(?:dated\s)?",
    re.IGNORECASE,
)
_OPENS_WITH_DATE = regex(r"\W*\d{1,2}[./-]\d{1,2}[./-]\d\d(?:\d\d)?\b")  # "14.9.25" is no version
_NO_NUMBER = regex(r"\W*")
_DATED_DRAFT = regex(
    r"\b(?:drafts?|versions?|polic(?:y|ies)|editions?|issue|documents?)\sdated\b", re.IGNORECASE
)
_POLICIES = regex(
    r"(?:(?:linked|related|other|name of|associated)\s)?(?:polic(?:y|ies)|documents?)(?:\s(?:title|name"
    r"|document))?\W*",
    re.IGNORECASE,
)
_HEAD_WORDS = 5
_THIS_ONE = regex(r"\b(?:online|e-?|internet|digital)\s?-?safety\b|\bthis\b|acceptable use", re.IGNORECASE)
_OPENS = 3  # letters before the first label of a line that opens with one
_SAID = regex(r"\d\d")  # what a sentence with a date holds


def found_dates(document: Document, blocks: Sequence[Placed]) -> tuple[Found, ...]:
    """The labelled dates in the placed blocks, in order, with the labels that stand with a blank."""
    out: list[Found] = []
    for table, group in groupby(blocks, key=lambda p: (p.block.table, p.place)):
        placed = list(group)
        if table[0] is not None:
            out.extend(_of_table(document, [p.block for p in placed], placed[0].place))
        else:
            out.extend(_of_lines(placed))
    return tuple(out)


def _of_table(document: Document, rows: Sequence[Block], place: Place) -> list[Found]:
    if _lists_policies(rows):
        return [
            one
            for row in rows
            if any(map(_THIS_ONE.search, row.cells[:1]))
            for one in table_dates([rows[0], row], place)
        ]
    if place is Place.FORM or not (place in LABELLED_PLACES or any(has_label(row.text) for row in rows)):
        return []
    dates = list(table_dates(rows, place))
    if place in LABELLED_PLACES or is_own_table(document, rows[0], dates_senses(dates)):
        return dates
    return []


def _lists_policies(rows: Sequence[Block]) -> bool:
    """Whether a table is of several policies, each with its dates, under "Policy | Approved | Review"."""
    heads = rows[0].cells
    return (
        len(rows) > 1
        and len(heads) > 1
        and bool(_POLICIES.fullmatch(heads[0].strip()))
        and all(len(cell.split()) <= _HEAD_WORDS and not any(map(str.isdigit, cell)) for cell in heads)
        and all(cell.strip() for row in rows for cell in row.cells[:1])
        and any(map(has_label, heads[1:]))
    )


def dates_senses(dates: Sequence[Found]) -> frozenset[Sense]:
    """What the labels of these dates say."""
    return frozenset(d.sense for d in dates if d.is_dated or not d.text)


@dataclass
class _Stack:
    """Labels on lines of their own that still wait for their values, and what a later "Date" is of."""

    waiting: list[tuple[Label, Placed, bool]] = field(default_factory=list)
    carried: Sense | None = None
    carried_for: int = 0

    def carry(self, sense: Sense | None) -> None:
        self.carried, self.carried_for = sense, 3

    def step(self) -> None:
        self.carried_for -= 1
        if self.carried_for <= 0:
            self.carried = None

    def blanks(self) -> Iterator[Found]:
        """Those that got no value: missing dates, if a colon shows that one was to follow."""
        for label, placed, colon in self.waiting:
            if colon and label.sense is not Sense.DATE:
                yield found(Pair(label, None, ""), placed.block, placed.place)
        self.waiting.clear()


def _of_lines(placed: Sequence[Placed]) -> Iterator[Found]:
    stack = _Stack()
    last: Place | None = None
    for one in placed:
        if one.place is not last:
            yield from stack.blanks()
            last = one.place
        if one.place is Place.INSIDE or one.place is Place.FORM:
            if _SAID.search(one.block.text):
                yield from _said(one)
            continue
        for line in one.block.text.split("\n"):
            if line.strip():
                yield from _of_line(line, one, stack)
    yield from stack.blanks()


def _said(placed: Placed) -> Iterator[Found]:
    """Dates that a sentence in the running text gives the policy."""
    if placed.block.kind is not BlockKind.CONTENTS:
        text = placed.block.text
        for pair in with_cued(text, pairs_in(text, own_place=False), own_place=False):
            if (
                pair.expression is not None
                and not pair.expression.is_blank
                and pair.label.sense is not Sense.DATE
            ):
                yield found(pair, placed.block, placed.place)


def _of_line(line: str, placed: Placed, stack: _Stack) -> Iterator[Found]:
    label = only_label(line) if has_label(line) else None
    if label is not None and not (placed.block.is_heading and not line.rstrip().endswith(":")):
        stack.waiting.append((label, placed, line.rstrip().endswith((":", "-", "–"))))
        return
    pairs = pairs_in(line, own_place=True) if has_label(line) else ()
    if placed.block.is_heading:
        pairs = tuple(p for p in pairs if p.expression is not None)
    if stack.waiting and not any(p.expression for p in pairs):
        yield from _value_of_waiting(line, stack)
        return
    yield from stack.blanks()
    stack.step()
    if not any(p.label.start < _OPENS for p in pairs) and (signed := _signatory(line)) is not None:
        pairs = (signed, *pairs)
    pairs = with_cued(line, pairs, own_place=True)
    for pair in pairs:
        yield from _in_context(found(pair, placed.block, placed.place), line, stack)
    if placed.place is Place.HISTORY and not pairs:
        yield from _versions(line, placed)
    if _OFFICE.search(line) and (_SIGNS.search(line) or _NAMED_CHAIR.match(line)):
        stack.carry(Sense.APPROVED)


def _versions(line: str, placed: Placed) -> Iterator[Found]:
    """The versions that a line of a history tells: "May 2025: phones added", "v2 (May 2026) new filter"."""
    for part in line.split(";"):
        opens = _NO_NUMBER.match(part) if _OPENS_WITH_DATE.match(part) else _VERSION.match(part)
        date = leading_date(part[opens.end() :]) if opens else None
        if date is not None and not date.is_blank and date.start <= 1:
            label = Label(part.strip()[:60], 0, 0, Sense.REVIEWED)
            made = found(Pair(label, date, date.text), placed.block, placed.place)
            yield replace(made, history=True)


def _signatory(line: str) -> Pair | None:
    """The day on which the chair put a name under the policy, or that stands beside the governors' name."""
    opens = _SIGNATORY.match(line) or _BY_BODY.match(line)
    if opens is None or "date" in opens[0].lower():
        return None
    date = leading_date(line[opens.end() :])
    if date is None or date.precision != "day" or date.start > 1:
        return None
    if line[opens.end() + date.end :].strip(" )")[:1] not in ("", ".", ";", "|"):
        return None
    words = line[: opens.end()].strip(" ,")
    return Pair(Label(words, 0, opens.end(), Sense.APPROVED), date, date.text)


def _value_of_waiting(line: str, stack: _Stack) -> Iterator[Found]:
    """The line is the value of the first label that waits, if it is a date or the body that approved."""
    label, where, _ = stack.waiting[0]
    date = leading_date(line)
    if date is not None and (date.start <= 3 or len(line.split()) <= 10):
        del stack.waiting[0]
        made = found(Pair(label, date, date.text), where.block, where.place)
        yield from _in_context(made, line, stack)
    elif label.sense in (Sense.APPROVED, Sense.REVIEWED) and len(line.split()) <= 10:
        del stack.waiting[0]
        stack.carry(label.sense)
        yield found(Pair(label, None, line.strip()), where.block, where.place)
    else:
        yield from stack.blanks()
        stack.step()


def _in_context(one: Found, line: str, stack: _Stack) -> Iterator[Found]:
    """The date, a bare "Date" with the sense that the lines before it give."""
    if one.label.casefold() == "dated" and not _DATED_DRAFT.search(line):
        signed = bool(_OFFICE.search(line) and (_SIGNS.search(line) or _CHAIR_OPENS.match(line)))
        if stack.carried is not None or signed:
            one = replace(one, sense=Sense.DATE)
    if one.sense is not Sense.DATE:
        if one.sense in (Sense.APPROVED, Sense.REVIEWED) and not one.is_dated and one.text:
            stack.carry(one.sense)
        yield one
    elif stack.carried is not None:
        if one.is_dated:
            yield replace(one, sense=stack.carried)
            stack.carry(None)
    elif one.is_dated and _OFFICE.search(line):
        yield replace(one, sense=Sense.APPROVED)
    elif one.is_dated and one.place is not Place.END:
        yield replace(one, sense=Sense.WRITTEN)
