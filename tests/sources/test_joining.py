"""Lines that a margin broke become one text again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.sources.joining import Joiner

_TEXT = "anti-bullying information well-being filtering and monitoring policies online"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("filtering and", "monitoring", "filtering and monitoring"),
        ("anti-", "bullying week", "anti-bullying week"),
        ("the infor-", "mation given", "the information given"),
        ("safe-", "guarding lead", "safeguarding lead"),
        ("self-", "harm", "self-harm"),
        ("well-", "being", "well-being"),
        ("filtering-", "monitoring", "filtering-monitoring"),  # both are words of the document
        ("the Self-", "Review tool", "the Self-Review tool"),
        ("aged 11-", "16 years", "aged 11-16 years"),
        ("soft\u00ad", "ware", "software"),
        ("infor\u0002", "mation", "information"),
        ("www.school.example/e-", "safety/now", "www.school.example/e-safety/now"),
        ("https://school.example/", "policies", "https://school.example/policies"),
        ("https://school.example/", "The school", "https://school.example/ The school"),
        ("parents/", "carers", "parents/carers"),
        ("staff -", "and pupils", "staff - and pupils"),
        ("", "alone", "alone"),
    ],
)
def test_two_lines(first: str, second: str, joined: str) -> None:
    assert Joiner(lambda: _TEXT).join(first, second) == joined


def test_many_lines_are_asked_about_in_bulk() -> None:
    joiner = Joiner(lambda: _TEXT)
    assert joiner.join_all(["infor-", "mation"] * 300).count("information") == 300


@given(st.lists(st.text(alphabet="ab -/\u00ad", max_size=8), max_size=8))
def test_no_letter_is_lost(lines: list[str]) -> None:
    joined = Joiner(lambda: "").join_all(lines)
    assert [c for c in joined if c.isalpha()] == [c for line in lines for c in line if c.isalpha()]


def test_a_hyphen_at_the_very_end_stays() -> None:
    assert Joiner(lambda: "").join_all(["schools-and\ufffe"]) == "schools-and-"
