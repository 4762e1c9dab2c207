"""Dates as the register gives them: to the day, the month or the year, never more exact than the source."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from policy_kit.regexes import regex

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


_GIVEN = regex(r"\b20\d\d-\d\d(?:-\d\d)?\b")


@lru_cache(maxsize=1024)
def first_day(given: str) -> date:
    """The first day a date can mean: '2019-06' is 1 June 2019 and '2006' is 1 January 2006.

    Raises ValueError if `given` is neither a year, a month nor a day.
    """
    year, month, day = (*(int(part) for part in given.split("-")), 1, 1)[:3]
    return date(year, month, day)


def in_words(given: str) -> str:
    """The date as a person says it: '1 September 2026', 'June 2019', '2006'."""
    day = first_day(given)
    parts = given.split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[day.month - 1]
    return f"{month} {day.year}" if len(parts) == 2 else f"{day.day} {month} {day.year}"


def with_preposition(given: str) -> str:
    """'on 1 September 2026', 'in June 2019', 'in 2006'."""
    return f"{'on' if given.count('-') == 2 else 'in'} {in_words(given)}"


def readable(text: str) -> str:
    """A note with its dates as a person says them."""
    return _GIVEN.sub(lambda found: in_words(found[0]), text)
