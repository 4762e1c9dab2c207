"""Words and signs are learned from examples, the same each time."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from policy_kit.sections import likely
from policy_kit.sections.likely import FILE, NONE, features
from policy_kit.sections.weighing import Signs, Way
from tests.evaluate.labels import TUNED, Labelled, corpus
from tests.headings.learn import (
    SECTIONS,
    Example,
    Seen,
    as_kept,
    error_of,
    signs_learned,
    source_digest,
    told_of,
    words_learned,
)

PHONES, PICTURES = (
    SECTIONS.index("mobile-and-smart-devices"),
    SECTIONS.index("images-and-video"),
)
TOLD = {
    "phone gate": PHONES, "phone pouch": PHONES, "gate pouch": PHONES,
    "camera consent": PICTURES, "camera picture": PICTURES, "picture consent": PICTURES,
}  # fmt: skip


def examples() -> list[Example]:
    return [Example(features((), [text.split()]), (place,)) for text, place in TOLD.items()]


def test_words_are_learned_from_examples_and_always_alike() -> None:
    words = words_learned(examples())
    assert words == words_learned(examples())
    chances = as_kept(words).chances((), [["phone", "pouch", "picture"]])
    assert max(chances, key=lambda section: chances[section]) == "mobile-and-smart-devices"


def test_signs_are_weighed_by_what_readers_say() -> None:
    def seen(made: bool, labelled: set[str]) -> Seen:
        signs = Signs(
            Way.NONE, 0.3, 0.3, first=False, of_none=0.0, elsewhere=0.0, elsewhere_in_part=0.0,
            made=made, spoken=False, touched=False, everywhere=False, words=50,
        )  # fmt: skip
        return Seen("a", (frozenset(labelled),), (), [], (), {"images-and-video": signs})

    both = [seen(made=True, labelled={"images-and-video"}), seen(made=False, labelled=set())] * 20
    weights = signs_learned(both)
    assert weights["made"] > 0
    assert not any(error_of(one, told_of(one, weights)) for one in both)
    assert NONE in SECTIONS


@pytest.fixture(scope="module")
def documents() -> list[Labelled]:
    return list(corpus(TUNED))


def test_what_was_learned_is_of_these_labels_and_words(documents: list[Labelled]) -> None:
    assert json.loads(FILE.read_bytes())["from"] == source_digest(documents), (
        "labels, texts, or what words and signs are read from them have changed since "
        "policy_kit/sections/learned.json was written: run python -m tests.headings.learn --write"
    )


def test_a_changed_label_is_told(documents: list[Labelled]) -> None:
    first = next(one for one in documents if one.headings)
    words, (reading, *others) = first.headings[0]
    changed = replace(first, headings=((words, (reading ^ {"appendices"}, *others)), *first.headings[1:]))
    assert source_digest([changed]) != source_digest([first])


def test_a_changed_list_of_words_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    before = source_digest([])
    monkeypatch.setattr(likely, "_FILLER", likely._FILLER | {"onlin"})
    assert source_digest([]) != before


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ("a", "passed over a further one"), ("a b", ""), ("a b c", "told a further one"),
        ("a c", "told another"), ("", "told none"),
    ],
)  # fmt: skip
def test_errors_are_told_by_their_kind(told: str, error: str) -> None:
    heading = Seen("a", (frozenset("ab"),), (), [], ())
    assert error_of(heading, frozenset(told.split())) == error
    assert error_of(replace(heading, readings=(frozenset(),)), frozenset("a")) == "told one of none"
