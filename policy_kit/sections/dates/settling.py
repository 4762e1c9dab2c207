"""What each date means, once all of them are known: "Review date" is the next review or the last one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from policy_kit.model import DateKind
from policy_kit.regexes import regex
from policy_kit.sections.dates.found import Found
from policy_kit.sections.dates.wordings import Sense

_BESIDE = 10  # blocks: of one cover or one table
_FIRST = regex(r"\b(?:first|original\w*|initial\w*)\b", re.IGNORECASE)
_PAST = (Sense.APPROVED, Sense.REVIEWED, Sense.EFFECTIVE, Sense.WRITTEN)


def settle(dates: Sequence[Found]) -> Iterator[tuple[Found, DateKind]]:
    """Give every date its kind; drop labels without a date where the same is dated elsewhere."""
    clear = list(_without_first(list(_columns(dates))))
    reviews = _review_senses(clear)
    for at, one in enumerate(clear):
        sense = reviews.get(at, one.sense)
        if sense in (Sense.NONE, Sense.DATE) or (one.expression is None and not _asks_for_date(one)):
            continue
        if one.expression is None and one.text and _is_dated(clear, reviews, sense):
            continue  # "Approved by: governors", with the date on another line
        kind = DateKind.OTHER if sense is Sense.REVIEW else DateKind(sense.value)
        if sense is Sense.EFFECTIVE and one.expression and one.expression.period:
            kind = DateKind.PERIOD_END  # "Valid from September 2026 to August 2027"
        yield one, kind


def _without_first(dates: Sequence[Found]) -> Iterator[Found]:
    """A first approval is no more than a day that was spoken of, where a later one is told."""
    done = [
        d.expression.last for d in dates if d.sense is Sense.APPROVED and d.expression and d.expression.last
    ]
    for one in dates:
        last = one.expression.last if one.expression else None
        first = one.sense is Sense.APPROVED and last and _FIRST.search(one.label) and last < max(done)
        yield replace(one, sense=Sense.OTHER) if first else one


def _asks_for_date(one: Found) -> bool:
    if one.sense is Sense.NEXT_REVIEW:
        return True
    words = one.label.lower()
    if one.sense is Sense.REVIEWED:
        return "date" in words or words.endswith("on")
    return any(
        w in words
        for w in (
            "date",
            "due",
            "next",
            "renew",
            "expir",
            "valid",
            " on",
            "approv",
            "ratif",
            "agreed",
            "adopt",
        )
    )


def _is_dated(dates: Iterable[Found], reviews: dict[int, Sense], sense: Sense) -> bool:
    return any(d.is_dated and reviews.get(i, d.sense) is sense for i, d in enumerate(dates))


def _columns(dates: Sequence[Found]) -> Iterator[Found]:
    """Under a column heading only the latest row stands for the policy of today; older rows are history."""
    latest: dict[tuple[int, int], date] = {}
    newest: dict[int, date] = {}
    rows: dict[tuple[int, int], int] = defaultdict(int)
    for one in dates:
        if one.column and one.expression and one.expression.last:
            if one.sense is not Sense.REVIEW:
                table = one.column[0]
                newest[table] = max(newest.get(table, date.min), one.expression.last)
            latest[one.column] = max(latest.get(one.column, date.min), one.expression.last)
            rows[one.column] += 1
    for one in dates:
        if one.column is None:
            yield one
        elif one.sense is Sense.REVIEW and rows[one.column] == 1 and _comes_after(one, newest):
            yield one  # "Reviewed by | Date | Ratified by | Date | Review date"
        elif one.sense in (Sense.DATE, Sense.REVIEWED) or (
            one.sense is Sense.REVIEW and (rows[one.column] > 1 or one.history)
        ):
            yield replace(one, sense=Sense.REVIEWED)
        elif one.expression is None or one.expression.last == latest.get(one.column):
            yield one
        elif one.sense is Sense.NEXT_REVIEW:
            yield replace(one, sense=Sense.OTHER)  # the next review of an older version
        else:
            yield one


def _comes_after(one: Found, newest: dict[int, date]) -> bool:
    """Whether a date of a column is later than all that its table says was done."""
    done = newest.get(one.column[0]) if one.column else None
    return bool(done and one.expression and one.expression.last and one.expression.last > done)


def _review_senses(dates: Sequence[Found]) -> dict[int, Sense]:
    """For each "Review date", whether it is the next review or the last.

    It is the last one if another label says "next review" (beside it, or it is no later than what was done),
    or if it is earlier than an approval or a writing by less than a year; the latest of several is the next
    one. Standing alone, it is the next.
    """
    open_ = [i for i, d in enumerate(dates) if d.sense is Sense.REVIEW]
    if not open_:
        return {}
    known = [d.expression.last for d in dates if d.sense in _PAST and d.expression and d.expression.last]
    told = [d for d in dates if d.sense is Sense.NEXT_REVIEW]
    if told:
        return {
            i: Sense.REVIEWED if dates[i].is_dated and _is_last(dates[i], told, known) else Sense.NEXT_REVIEW
            for i in open_
        }
    out: dict[int, Sense] = {}
    last = max((_last(dates[i]) for i in open_), default=date.min)
    for i in open_:
        own = _last(dates[i])
        before = [k for k in known if k >= own]
        recent = any((k - own).days < 365 for k in before)
        out[i] = (
            Sense.REVIEWED
            if own != last or (before and recent and len(before) == len(known))
            else Sense.NEXT_REVIEW
        )
        if dates[i].expression is None or own == date.min:
            out[i] = Sense.NEXT_REVIEW
    return out


def _is_last(one: Found, told: Sequence[Found], known: Sequence[date]) -> bool:
    """Whether a "Review date" is the last review, where a next one is told elsewhere.

    "Approved July 2025. Review: July 2026" on the cover promises a review, whatever the last page says.
    """
    if any(_last(d) == _last(one) for d in told):
        return False  # told twice, once as the next
    beside = any(
        d.place is one.place
        and abs(d.block.index - one.block.index) <= _BESIDE
        and d.expression != one.expression
        for d in told
    )
    return beside or not known or _last(one) <= max(known)


def _last(one: Found) -> date:
    return one.expression.last if one.expression and one.expression.last else date.min
