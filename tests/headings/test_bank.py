"""The bank of headings: how many are named as a reader names them does not fall under what was measured."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from tests.headings.bank import (
    FLOOR,
    HALVES,
    STANDARD,
    Figures,
    Item,
    Judged,
    count,
    details,
    judge,
    load,
    report,
)


@pytest.mark.parametrize("half", HALVES)
def test_the_figures_do_not_fall(half: str) -> None:
    floor = yaml.safe_load(FLOOR.read_text(encoding="utf-8"))[half]
    figures = count(judge(item) for item in load(half))
    fallen = {name: share for name, share in figures.floor.items() if share < floor[name]}
    assert not fallen, figures


def test_each_section_has_headings_in_both_halves() -> None:
    ids = {s.id for s in STANDARD.sections}
    for half in HALVES:
        banked = Counter(section for item in load(half) for section in item.sections)
        assert set(banked) == ids
        assert min(banked.values()) >= 5
        assert any(not item.sections for item in load(half))


def test_no_heading_is_in_both_halves_to_name_a_section() -> None:
    tune, held_out = ({i.heading.casefold() for i in load(half) if i.sections} for half in HALVES)
    assert tune & held_out == set()


def judged(sections: str, named: str) -> Judged:
    return Judged(Item("Phones and AI", frozenset(sections.split())), frozenset(named.split()))


def test_figures_are_counted_and_rounded_down() -> None:
    right, less, other, none = judged("a b", "a b"), judged("a b", "a"), judged("a", "b"), judged("", "a")
    figures = count([right, less, other, none, judged("a", "")])
    assert figures == Figures(headings=5, right=1, near=2, told=5, told_rightly=3, labelled=6)
    assert figures.floor == {"exact": 20, "one of several": 40, "precision": 60, "recall": 50}


def test_details_tell_only_what_is_named_otherwise() -> None:
    assert details([judged("a", "a"), judged("a", ""), judged("", "a b")]) == [
        "Phones and AI: a | told none",
        "Phones and AI: none | told a, b",
    ]
    assert " ".join(report("tune", [judged("a", "a")])[-1].split()).startswith("all 1 headings exact 100%")
