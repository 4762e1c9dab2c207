"""What words tell of sections is kept, read and weighed as it was learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.guidance import load_register
from policy_kit.sections.likely import NONE, STEP, Learned, features, learned, written
from policy_kit.sections.recognising import recognise
from policy_kit.sections.weighing import Signs, Way, weigh
from policy_kit.standard import load_standard
from tests.build import document_from_markup

STANDARD = load_standard()
SIGNS = Signs(
    Way.NONE, 0.5, 0.5, first=True, of_none=0.1, elsewhere=0.2, elsewhere_in_part=0.2,
    made=True, spoken=True, touched=True, everywhere=True, words=100,
)  # fmt: skip


@given(st.lists(st.integers(-26, 26), min_size=3, max_size=36))
def test_weights_are_kept_in_steps(steps: list[int]) -> None:
    weights = [STEP * number for number in steps]
    sections = tuple(map(str, range(len(steps))))
    chances = Learned(sections, {"word": written(weights)}, {}).chances((), [["word"]])
    assert sum(chances.values()) == pytest.approx(1)
    order = sorted(range(len(steps)), key=lambda at: (steps[at], at))
    assert all(chances[str(one)] <= chances[str(other)] + 1e-9 for one, other in pairwise(order))


def test_words_that_nobody_learned_leave_all_sections_alike() -> None:
    assert Learned(("a", "b"), {"word": "0z"}, {}).chances(["other"], [["third"]]) == {"a": 0.5, "b": 0.5}


def test_a_headings_words_are_known_from_those_of_its_text() -> None:
    told = features(["phone", "at", "home"], [["phone", "the", "gate"]])
    assert {"#phone", "#home", "#phone at", "phone", "phone gate", "gate", "home"} <= set(told)
    assert "#at" not in told
    assert told["phone"] > told["gate"]  # it stands in both


def test_what_is_kept_is_of_the_standards_sections_and_of_the_signs_there_are() -> None:
    kept = learned()
    assert kept.sections == (*(s.id for s in STANDARD.sections), NONE)
    named = {name for way in Way for name in replace(SIGNS, way=way).told()}
    assert set(kept.signs) <= named


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Photographs of pupils are taken with the school's cameras and with consent", "images-and-video"),
        ("The filter blocks a page and the alert goes to the safeguarding lead", "filtering-and-monitoring"),
        ("Parents are asked to a workshop and get a newsletter", "parents-and-carers"),
    ],
)
def test_words_tell_the_section(text: str, section: str) -> None:
    document = document_from_markup(f"# Online safety policy\n## In our corner\n\n{text}, each year anew.\n")
    policy = recognise(document, STANDARD, load_register(), date(2026, 11, 21))
    heading = next(b for b in document.blocks if b.text == "In our corner")
    assert policy.section_of_block[heading.index] == (section,)


@pytest.mark.parametrize("sign", ["made", "spoken", "first"])
def test_a_sign_weighs_for_a_section(sign: str) -> None:
    weights = learned().signs
    assert weigh(SIGNS, weights) > weigh(replace(SIGNS, **{sign: False}), weights)


def test_a_section_of_a_standard_of_ones_own_keeps_its_headings() -> None:
    sections = tuple(
        replace(s, id="our-post") if s.id == "email-and-communication" else s for s in STANDARD.sections
    )
    said = "Pupils write to staff from their school accounts alone, and staff answer in school hours."
    document = document_from_markup(f"# Online safety policy\n## Email\n\n{said}\n")
    own = replace(STANDARD, sections=sections, digest="")
    policy = recognise(document, own, load_register(), date(2026, 11, 21))
    assert "our-post" in policy.section_of_block[document.blocks[1].index]


def test_chances_are_worked_out_once_of_each_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    shares = Learned._shares

    def counted(self: Learned, head: Sequence[str], text: Sequence[Sequence[str]]) -> object:
        asked.append((tuple(head), text))
        return shares(self, head, text)

    monkeypatch.setattr(Learned, "_shares", counted)
    words = Learned(("a", "b"), {"word": written([1.0, 0.0]), "#word": written([0.0, 2.0])}, {})
    under = words.chances((), [["word"]])
    assert words.chances((), [["word"]]) == under
    assert words.chances(("word",), ()) != under
    assert words.chances((), [["not only"], ["word"]]) != words.chances((), [["not", "only", "word"]])
    assert len(asked) == 4
