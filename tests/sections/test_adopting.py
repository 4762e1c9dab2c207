"""A section that a heading has been found to head after all is not missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policy_kit.model import PointResult, SectionResult, SectionStatus
from policy_kit.sections.adopting import give_headings
from tests.build import document_from_markup

DOCUMENT = document_from_markup(
    "# Online safety policy\n## In the cupboard\n\nRecords are kept.\n## On the wall\n\nNumbers."
)
HEADINGS = [block for block in DOCUMENT.text_blocks if block.is_heading]
REQUIRED = ("data-protection", "remote-learning", "useful-contacts")
OF_BLOCK = {
    HEADINGS[1].index: ("data-protection",),
    HEADINGS[2].index: ("useful-contacts", "data-protection"),
}


def section(id_: str, status: SectionStatus, *made: bool) -> SectionResult:
    points = tuple(PointResult(f"p-{n}", "A point", "must", met) for n, met in enumerate(made))
    return SectionResult(id=id_, title=id_, level="expected", status=status, points=points)


def test_a_missing_section_takes_its_headings_and_is_thin() -> None:
    (found,) = give_headings(
        [section("data-protection", SectionStatus.MISSING)], HEADINGS, OF_BLOCK, REQUIRED
    )
    assert found.status is SectionStatus.THIN
    assert [h.text for h in found.headings] == ["In the cupboard", "On the wall"]
    assert found.reason == "what stands under “In the cupboard”"


def test_a_section_whose_heading_heads_another_in_the_end_is_missing() -> None:
    thin = replace(section("remote-learning", SectionStatus.THIN, False), headings=(HEADINGS[1],), words=40)
    (found,) = give_headings([thin], HEADINGS, OF_BLOCK, REQUIRED)
    assert (found.status, found.headings, found.words) == (SectionStatus.MISSING, (), 0)
    (left,) = give_headings([thin], HEADINGS, OF_BLOCK, ())
    assert left.status is SectionStatus.NOT_APPLICABLE
    made = replace(
        section("remote-learning", SectionStatus.THIN, False, True, False), headings=(HEADINGS[1],)
    )
    assert give_headings([made], HEADINGS, OF_BLOCK, REQUIRED) == (made,)


@pytest.mark.parametrize(
    ("id_", "status"),
    [
        ("remote-learning", SectionStatus.MISSING),
        ("data-protection", SectionStatus.NOT_APPLICABLE),
        ("data-protection", SectionStatus.PRESENT),
        ("useful-contacts", SectionStatus.THIN),
    ],
)
def test_any_other_stays_as_it_is(id_: str, status: SectionStatus) -> None:
    given = section(id_, status)
    assert give_headings([given], HEADINGS, OF_BLOCK, REQUIRED) == (given,)
