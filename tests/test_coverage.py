"""What the shipped template covers: every must and should point, for every school that is asked for it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from policy_kit.coverage import Coverage, coverage_of
from tests.e2e.commands import DAY, policy_kit

_ON = date.fromisoformat(DAY)


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return coverage_of("online-safety", _ON)


def test_every_must_and_should_point_is_made(coverage: Coverage) -> None:
    points = [p for section in coverage.sections for p in section.points if p.level != "could"]
    assert [(p.id, p.missing_for) for p in points if p.missing_for] == []
    assert [p.id for p in points if not p.asked_of] == []
    counts = coverage.counts()
    assert counts["must"][0] == counts["must"][1] > 100
    assert counts["should"][0] == counts["should"][1] > 80
    assert counts["could"][0] >= 14


def test_each_point_that_is_made_has_a_passage_that_makes_it(coverage: Coverage) -> None:
    made = [p for section in coverage.sections for p in section.points if p.made]
    quoted = sum(bool(p.quote) for p in made)
    assert quoted / len(made) > 0.9  # a few rest on facts of the whole file, such as its dates


def test_the_table_says_which_points_are_made() -> None:
    done = policy_kit("standard", "show", "sharing-nudes", "--coverage", "--on", DAY)
    assert done.returncode == 0
    assert "sharing-nudes: 10 of 10 points" in done.stdout
    assert "should sn-delete             made" in done.stdout
    assert "“" in done.stdout
    told = json.loads(
        policy_kit("standard", "show", "online-hate", "--coverage", "--format", "json", "--on", DAY).stdout
    )
    assert [section["id"] for section in told["sections"]] == ["online-hate"]
    assert all(point["made"] for point in told["sections"][0]["points"])
