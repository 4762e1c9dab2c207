"""The policy can be read by those it is for: a parent the body, a child the first promise."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from policy_kit.generate import generate_policy
from policy_kit.generate.package import unpack
from policy_kit.profile import load_profile
from tests.generate.reading_age import reading_age, syllables_of

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_SCHOOLS = ("nursery", "primary-in-a-trust", "secondary-with-sixth-form", "boarding-independent", "special")
_HARDEST_SECTION = 16.0
_NO_PROSE = {"document-control", "useful-contacts", ""}  # tables, addresses and the cover


@pytest.fixture(scope="module", params=_SCHOOLS)
def texts(request: pytest.FixtureRequest) -> dict[str, list[str]]:
    """The passages of one school's policy by section, and by title in the appendices."""
    profile = load_profile(_EXAMPLES / str(request.param) / "profile.yaml")
    parts = unpack(generate_policy(profile, on=date(2026, 11, 21)), "policy")
    blocks = json.loads(etree.fromstring(parts["customXml/item1.xml"]).text or "")["blocks"]
    found: dict[str, list[str]] = defaultdict(list)
    place = ""
    for block in blocks:
        if block["kind"] == "heading":
            if block["style"] == "AppendixHeading":
                place = block["text"]
            elif not block["style"].startswith("Appendix"):
                place = block["section"]
        elif block["style"] != "FlowchartText":
            found[place].append(block["text"])
    return found


def test_the_body_can_be_read_at_twelve_to_fourteen(texts: dict[str, list[str]]) -> None:
    body = [text for place, passages in texts.items() if "Appendix" not in place for text in passages]
    assert len(body) > 200
    assert 12 <= reading_age(body) <= 14


def test_no_section_is_far_harder_than_the_rest(texts: dict[str, list[str]]) -> None:
    ages = {
        place: reading_age(passages)
        for place, passages in texts.items()
        if place not in _NO_PROSE and not place.startswith("Appendix")
    }
    assert len(ages) > 30
    assert {place: age for place, age in ages.items() if age > _HARDEST_SECTION} == {}


def test_the_simplest_agreements_can_be_read_at_eight(texts: dict[str, list[str]]) -> None:
    simple = {
        title: [text for text in passages if text.startswith(("I ", "Some ", "If "))]
        for title, passages in texts.items()
        if "promise" in title or "simple words" in title
    }
    assert simple
    for title, lines in simple.items():
        assert len(lines) >= 6, title
        assert reading_age(lines) <= 8, title


def test_agreements_for_older_pupils_grow_with_them(texts: dict[str, list[str]]) -> None:
    bounds = {"key stage 2": 11.0, "key stage 3": 12.5, "sixth form": 12.5, "for parents": 12.5}
    for title, passages in texts.items():
        for words, oldest in bounds.items():
            if title.startswith("Appendix") and words in title:
                assert reading_age(passages) <= oldest, title


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("safe", 1), ("children", 2), ("people", 2), ("online", 2), ("images", 3), ("decided", 3),
        ("filtered", 2), ("designated", 4), ("I", 1), ("DSL", 3), ("confiscation", 4), ("used", 1),
        ("pupils’", 2), ("the", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_the_formula_is_that_of_flesch_and_kincaid() -> None:
    assert reading_age(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 - 15.59 + 5)
    assert reading_age(["Institutional considerations necessitate documentation."]) > 20
