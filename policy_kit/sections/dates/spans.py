"""The days that a month, a term, a year or a school year can mean."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from policy_kit.guidance.dates import MONTHS
from policy_kit.quick import dataclass
from policy_kit.sections.slips import one_slip

# First and last month and day of each part of the year, and how many years later it ends. A school has no
# fixed terms in law: these are the widest days that the words can mean, so that nothing is late too soon.
_SEASONS = {
    "autumn": ((9, 1), (12, 31), 0),
    "michaelmas": ((9, 1), (12, 31), 0),
    "christmas": ((12, 1), (12, 31), 0),
    "winter": ((11, 1), (2, 28), 1),
    "spring": ((1, 1), (4, 15), 0),
    "lent": ((1, 1), (4, 15), 0),
    "hilary": ((1, 1), (4, 15), 0),
    "easter": ((3, 22), (4, 25), 0),
    "summer": ((4, 16), (8, 31), 0),
    "trinity": ((4, 16), (8, 31), 0),
}
_SHORT = {"sept": 9, **{name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}}
_FULL = {name.lower(): number for number, name in enumerate(MONTHS, 1)}


_SHORTEST, _LONGEST, _MONTHS = 28, 31, 12  # days of a month, months of a year


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last day that words can mean; precision: day, month, term or year."""

    first: date
    last: date
    precision: str


@lru_cache(maxsize=512)
def month_number(word: str) -> int | None:
    """The month that a word names, in full, cut short or with one slip of the pen; else None."""
    word = word.lower().rstrip(".")
    if word in _SHORT or word in _FULL:
        return _SHORT.get(word) or _FULL[word]
    if len(word) < 5:
        return None
    return next((number for name, number in _FULL.items() if one_slip(word, name)), None)


_ORDINALS = (
    *(
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
    ),
    *(
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ),
    "twentieth",
)


def ordinal(words: str) -> int | None:
    """The day of a month in words: "twenty-first" is 21; else None."""
    tens, _, ones = words.lower().replace(" ", "-").rpartition("-")
    if ones == "thirtieth":
        return None if tens else 30
    if ones not in _ORDINALS:
        return None
    return _ORDINALS.index(ones) + 1 + {"twenty": 20, "thirty": 30}.get(tens, 0)


def full_year(digits: str) -> int:
    """The year that two or four digits mean: '24' is 2024, '98' is 1998."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= 80 else 2000)


def day(year: int, number_of_month: int, number: int) -> Span | None:
    """One day; the whole month for a 29th to 31st that it does not have; None for no day at all."""
    try:
        one = date(year, number_of_month, number)
    except ValueError:
        slip = _SHORTEST < number <= _LONGEST and 1 <= number_of_month <= _MONTHS
        return month(year, number_of_month) if slip else None
    return Span(one, one, "day")


def month(year: int, number: int) -> Span:
    """A whole month."""
    return Span(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), "month")


def term(year: int, season: str) -> Span:
    """A term or season of a calendar year."""
    (month_1, day_1), (month_2, day_2), later = _SEASONS[season]
    return Span(date(year, month_1, day_1), date(year + later, month_2, day_2), "term")


def term_of_school_year(starts: int, season: str) -> Span:
    """A term of the school year that starts in September of `starts`: spring 2024/25 is in 2025."""
    return term(starts if season in ("autumn", "michaelmas", "christmas", "winter") else starts + 1, season)


def year(number: int) -> Span:
    """A calendar year."""
    return Span(date(number, 1, 1), date(number, 12, 31), "year")


def school_year(starts: int) -> Span:
    """A school year: 1 September to 31 August."""
    return Span(date(starts, 9, 1), date(starts + 1, 8, 31), "year")


def years(starts: int, ends: int) -> Span:
    """Several calendar years together: "2022-2025"."""
    return Span(date(starts, 1, 1), date(ends, 12, 31), "year")
