"""The bank of wordings: what is found and refused does not fall under what was measured."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from tests.points.asking import POINTS, STANDARD
from tests.points.bank import (
    FLOOR,
    HALVES,
    PLACES,
    Figures,
    Item,
    Judged,
    count,
    details,
    figures,
    judge_in_place,
    load,
    report,
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("half", HALVES)
def test_the_figures_do_not_fall(half: str, place: str) -> None:
    floor = yaml.safe_load(FLOOR.read_text(encoding="utf-8"))[half][place]
    held = figures(half, place)
    assert held.floor["found"] >= floor["found"], held
    assert held.floor["refused"] >= floor["refused"], held


def test_a_fragment_in_place_stands_under_its_sections_title() -> None:
    text = "Pupils and staff sign before they are given a password."
    item = Item("acceptable-use", "au-agreements", True, f"## Signing in and passwords\n\n{text}")
    assert judge_in_place(item).granted


def test_each_item_stands_in_its_own_sections_file_under_a_heading() -> None:
    for half in HALVES:
        for item in load(half):
            assert POINTS[item.point][0].id == item.section, item
            assert item.fragment.startswith("## "), item
            assert item.fragment.partition("\n")[2].strip(), item


def test_no_wording_stands_twice() -> None:
    seen = Counter((i.point, " ".join(i.fragment.split())) for half in HALVES for i in load(half))
    assert [key for key, times in seen.items() if times > 1] == []


def test_both_halves_weigh_each_point_much_alike() -> None:
    tune, held_out = (Counter(i.point for i in load(half) if i.grants) for half in HALVES)
    assert tune.keys() == held_out.keys()
    assert all(abs(tune[point] - held_out[point]) <= 1 for point in tune)


def test_every_must_and_should_that_a_wording_can_make_is_in_the_bank() -> None:
    """A point with a way that is read off a fact cannot be asked of a fragment."""
    banked = {i.point for i in load("tune")}
    asked = {p.id for s in STANDARD.sections for p in s.points if p.level in ("must", "should")}
    by_fact = {p for p in asked if any(way.fact for way in POINTS[p][1].evidence)}
    assert asked - banked <= by_fact


def judged(*, grants: bool, granted: bool, lost: bool = False) -> Judged:
    return Judged(Item("aims-and-scope", "as-who", grants, "## Who\n\nAll."), granted, lost)


def test_the_floor_is_rounded_down_and_knows_a_false_grant() -> None:
    found = judged(grants=True, granted=True)
    lost = judged(grants=True, granted=False, lost=True)
    false = judged(grants=False, granted=True)
    counted = count([found, found, lost, false])
    assert counted == Figures(makes=3, found=2, lost_by_heading=1, misses=1, granted=1)
    assert counted.floor == {"found": 66, "refused": 0}


def test_details_tell_a_heading_from_a_wording() -> None:
    right = judged(grants=True, granted=True)
    lost = judged(grants=True, granted=False, lost=True)
    missed = judged(grants=True, granted=False)
    false = judged(grants=False, granted=True)
    assert details([right, lost, missed, false]) == [
        "as-who: lost by its heading: ## Who All.",
        "as-who: not found: ## Who All.",
        "as-who: falsely granted: ## Who All.",
    ]
    told = " ".join(report("tune", [right, lost])[-1].split())
    assert told == "all found 1 of 2 ( 50%) lost by heading 1 falsely granted 0 of 0"
