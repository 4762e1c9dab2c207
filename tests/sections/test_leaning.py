"""Whose matter a sentence is by its words: elsewhere it counts for a section if they are more of that."""

from __future__ import annotations

import pytest

from policy_kit.sections.cutting import cut
from policy_kit.sections.ground import Ground
from policy_kit.sections.leaning import leaning_to
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.numbers import numbers_in, numbers_set
from tests.build import document_from_markup
from tests.points.asking import STANDARD

FILTER = "Our filtering system blocks illegal content and the technician checks the filter each term."
PHONES = "Mobile phones are switched off and kept in lockers until the end of the day."


def leaning(section: str, text: str, **own: tuple[int, ...]) -> list[int]:
    """The sentences of a text that lean to the section; own: whose text each of them is, by their numbers."""
    document = document_from_markup(text)
    index = TermIndex(cut(document), STANDARD.words, {})
    held = {name.replace("_", "-"): numbers_set(numbers) for name, numbers in own.items()}
    everything = numbers_set(range(len(index.passages.sentences)))
    return list(numbers_in(leaning_to(section, Ground(document, index, held, 0, {}), everything)))


def test_a_sentence_leans_to_the_section_of_its_words() -> None:
    text = f"{FILTER}\n\n{PHONES}"
    assert leaning("filtering-and-monitoring", text, mobile_and_smart_devices=(0, 1)) == [0]
    assert leaning("mobile-and-smart-devices", text, filtering_and_monitoring=(0, 1)) == [1]


def test_what_stands_in_no_section_may_be_of_any() -> None:
    assert leaning("mobile-and-smart-devices", FILTER) == [0]


def test_a_section_that_nothing_was_learned_of_takes_all() -> None:
    assert leaning("our-minibus", FILTER, security_and_passwords=(0,)) == [0]


MIXED = "Staff log in with a password of their own and use is monitored."


@pytest.mark.parametrize(("own", "leans"), [({}, True), ({"filtering_and_monitoring": (1,)}, False)])
def test_a_section_without_text_of_its_own_needs_less(own: dict[str, tuple[int, ...]], leans: bool) -> None:
    """Its matter can only stand elsewhere; one with a place of its own is made there first."""
    text = f"{MIXED}\n\n{FILTER}"
    found = leaning("filtering-and-monitoring", text, security_and_passwords=(0,), **own)
    assert (0 in found) is leans
