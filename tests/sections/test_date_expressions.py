"""What people write for a date: a table of wordings, and laws that hold for every date and text."""

from __future__ import annotations

import itertools
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.guidance.dates import MONTHS
from policy_kit.sections.dates import DateExpression, date_expressions

WORDINGS = yaml.safe_load(
    (Path(__file__).parent / "cases" / "date-expressions.yaml").read_text(encoding="utf-8")
)
TABLE = [
    pytest.param(case, id=f"{kind}-{case['text']!r}") for kind, held in WORDINGS.items() for case in held
]
DATES = st.dates(date(1980, 1, 1), date(2079, 12, 31))


def told(found: DateExpression) -> Any:
    """A date as the table tells it."""
    if found.is_blank:
        return None
    return [found.first, found.last, found.precision, *(["period"] if found.period else [])]


def test_the_table_is_long_enough() -> None:
    assert len(TABLE) >= 120


@pytest.mark.parametrize("case", TABLE)
def test_a_wording_is_understood(case: dict[str, Any]) -> None:
    assert [told(found) for found in date_expressions(case["text"])] == case["dates"]


def _ordinal(day: int) -> str:
    ending = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


WAYS_TO_WRITE_A_DAY = {
    "slashes": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "no noughts": lambda d: f"{d.day}/{d.month}/{d.year}",
    "two figures": lambda d: f"{d.day:02}/{d.month:02}/{d.year % 100:02}",
    "points": lambda d: f"{d.day}.{d.month}.{d.year}",
    "hyphens": lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
    "iso": lambda d: d.isoformat(),
    "in full": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "short": lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year % 100:02}",
    "ordinal": lambda d: f"{_ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "of": lambda d: f"the {_ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "weekday": lambda d: f"{d:%A} {d.day} {MONTHS[d.month - 1]} {d.year}",
    "month first": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
}


@pytest.mark.parametrize("way", WAYS_TO_WRITE_A_DAY)
@given(
    day=DATES,
    before=st.sampled_from(("", "on ", "approved ", "by the board, ")),
    after=st.sampled_from(("", ".", ")", " and")),
)
def test_every_day_reads_back_however_it_is_written(way: str, day: date, before: str, after: str) -> None:
    found = date_expressions(f"{before}{WAYS_TO_WRITE_A_DAY[way](day)}{after}")
    assert [told(f) for f in found] == [[day, day, "day"]]


@given(day=DATES, short=st.booleans())
def test_every_month_reads_back_as_all_its_days(day: date, short: bool) -> None:
    name = MONTHS[day.month - 1][: 3 if short else None]
    (found,) = date_expressions(f"{name} {day.year}")
    assert found.first == day.replace(day=1)
    assert found.last is not None
    assert found.last.month == day.month
    assert found.precision == "month"


@given(year=st.integers(1990, 2070), term=st.sampled_from(("Autumn", "Spring", "Summer")))
def test_the_terms_of_a_year_do_not_overlap_and_leave_no_gap(year: int, term: str) -> None:
    spring, summer, autumn = (date_expressions(f"{t} {year}")[0] for t in ("Spring", "Summer", "Autumn"))
    assert None not in (spring.last, summer.first, summer.last, autumn.first)
    assert (summer.first - spring.last).days == 1  # type: ignore[operator]
    assert (autumn.first - summer.last).days == 1  # type: ignore[operator]


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_fault_and_in_order(text: str) -> None:
    found = date_expressions(text)
    assert all(f.first <= f.last for f in found if f.first and f.last)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= f.start < f.end <= len(text) for f in found)


@given(
    st.lists(
        st.sampled_from([*"0123456789/.- ,xX_[]", "Sept", "20", "Autumn", "term", "to", "of", "\n"]),
        max_size=80,
    )
)
def test_what_looks_like_dates_is_read_without_a_fault(pieces: list[str]) -> None:
    for found in date_expressions("".join(pieces)):
        assert found.start < found.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1/",
        "2024 ",
        "September ",
        " ",
        "autumn 1 ",
        "x/",
        "_",
        ".",
        "[",
        "20",
        "1st ",
        "of ",
        "– ",
        "/ ",
    ],
)
def test_long_runs_cost_little(piece: str) -> None:
    started = time.perf_counter()
    date_expressions(piece * (20_000 // len(piece)))
    assert time.perf_counter() - started < 2
