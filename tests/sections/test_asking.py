"""What a heading is found to head in the end is asked for that section's points too."""

from __future__ import annotations

import pytest

from policy_kit.model import SectionResult, SectionStatus
from policy_kit.sections.asking import ask, ask_again
from policy_kit.sections.assigning import assign
from policy_kit.sections.cutting import cut
from policy_kit.sections.ground import Ground
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.numbers import numbers_set
from policy_kit.standard import load_standard
from tests.build import document_from_markup

STANDARD = load_standard()
PROMISES = "Children who use computers promise to take care. Breaking the promise leads to a sanction."
OTHER = "The cupboard is locked, and the caretaker has the key."


def made_again(text: str, *heads: str) -> tuple[set[str], set[str]]:
    """The points on acceptable use that a text makes at first, and if its heading heads these sections."""
    document = document_from_markup(f"# Online safety policy\n## Cupboards\n\n{text}")
    index = TermIndex(cut(document), STANDARD.words, {})
    assignment = assign(document, STANDARD, index)
    everything = numbers_set(range(len(index.passages.sentences)))
    ground = Ground(document, index, {"data-protection": everything}, 0, {}, settled=everything)
    section = STANDARD.section("acceptable-use")
    assert section
    points = ask(section, ground, {})
    found = SectionResult(section.id, section.title, section.level, SectionStatus.THIN, points=points)
    of_block = {h.block.index: heads for h in assignment.outline if h.block.text == "Cupboards"}
    again = ask_again([found], STANDARD, ground, assignment.outline, of_block)[section.id]
    return tuple({p.id for p in each if p.met} for each in (points, again))  # type: ignore[return-value]


def test_a_point_that_asks_for_its_own_section_is_made_under_a_heading_found_for_it() -> None:
    first, again = made_again(PROMISES, "acceptable-use")
    assert "au-consequences" not in first
    assert "au-consequences" in again
    assert first <= again


@pytest.mark.parametrize(
    ("text", "heads"), [(PROMISES, ()), (PROMISES, ("data-protection",)), (OTHER, ("acceptable-use",))]
)
def test_nothing_is_gained_elsewhere_or_from_what_does_not_say_it(text: str, heads: tuple[str, ...]) -> None:
    first, again = made_again(text, *heads)
    assert again == first
