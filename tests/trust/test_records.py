"""What a trust remembers of a policy comes back as it was, and what many schools lack is held once."""

from __future__ import annotations

from datetime import date

from policy_kit.findings import Severity
from policy_kit.model import DateKind, SectionStatus
from policy_kit.roll_up import Dated, Named, Noted, Reading, SectionState
from policy_kit.trust.records import reading_from_json, reading_to_json

_LACKS = ("Says who looks at the alerts.", "Names the DSL.")


def _reading(school: str) -> Reading:
    return Reading(
        school=school,
        file=f"{school}.docx",
        is_policy=True,
        sections=(SectionState("filtering", SectionStatus.THIN, 80, 1, 3, _LACKS),),
        findings=(Noted("PK101", Severity.ERROR, "filtering", "“Filtering” not found.", school, "page 2"),),
        dates=(
            Dated(DateKind.NEXT_REVIEW, "May 2027", date(2027, 5, 31)),
            Dated(DateKind.APPROVED, "soon", None),
        ),
        people=(Named("Ada Winfold", "headteacher"),),
        of_template=(("", 0.5),),
        notes=("one note",),
    )  # fmt: skip


def test_a_reading_comes_back_as_it_was() -> None:
    reading = _reading("Alder School")
    assert reading_from_json(reading_to_json(reading)) == reading


def test_of_a_thousand_schools_the_same_words_are_held_once() -> None:
    one, other = (reading_from_json(reading_to_json(_reading(name))) for name in ("Alder", "Birch"))
    assert one.sections[0] is other.sections[0]
    assert one.findings[0].message is other.findings[0].message
    assert one.findings[0].code is other.findings[0].code
