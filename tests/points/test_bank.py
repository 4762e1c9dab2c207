"""The bank of wordings: what is found and refused does not fall under what was measured."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from tests.points.asking import POINTS
from tests.points.bank import FLOOR, HALVES, Figures, count, judge, load


@pytest.mark.parametrize("half", HALVES)
def test_the_figures_do_not_fall(half: str) -> None:
    floor = yaml.safe_load(FLOOR.read_text(encoding="utf-8"))[half]
    figures = count(judge(load(half)))
    print(half, figures)
    assert figures.floor["found"] >= floor["found"], figures
    assert figures.floor["refused"] >= floor["refused"], figures


def test_each_item_stands_under_its_own_section() -> None:
    for half in HALVES:
        for item in load(half):
            assert POINTS[item.point][0].id == item.section, item
            assert item.fragment.startswith("## "), item


def test_no_wording_stands_twice() -> None:
    seen = Counter((i.point, " ".join(i.fragment.split())) for half in HALVES for i in load(half))
    assert [key for key, times in seen.items() if times > 1] == []


def test_both_halves_weigh_each_point_alike() -> None:
    made = [Counter(i.point for i in load(half) if i.grants) for half in HALVES]
    assert made[0] == made[1]


def test_the_floor_is_rounded_down_and_knows_a_false_grant() -> None:
    assert Figures(makes=3, found=2, misses=3, granted=1).floor == {"found": 66, "refused": 66}
