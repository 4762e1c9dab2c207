"""Dates under a heading in a school's own voice are the policy's where it speaks of itself."""

from __future__ import annotations

import pytest

from policy_kit.audit import AuditOptions, audit_document, facts_for
from tests.build import document_from_markup
from tests.families.asking import DAY

_OPENS = (
    "# Online Safety Policy\n\nHarrow Lane Primary School\n\n# 1. Aims\n\n"
    "Harrow Lane Primary School wants every pupil to be safe online.\n\n"
)
_GOES_ON = "\n\n".join(
    f"# {number}. Filtering in year {number}\n\nThe filter blocks what would harm a child, and its log is "
    "read.\n\nA class teacher may ask for a site to be opened."
    for number in range(20, 32)
)
_REVIEW = "We read this policy each year and change what no longer works. Governors are told what we found."
_FILTER = "The filter and the monitoring system are tested each term. Governors are told what we found."
_SAID = "Last done: 4 May 2026. Next: May 2027."


def _dates_under(heading: str, about: str) -> list[tuple[str, str]]:
    text = f"{_OPENS}# 13. {heading}\n\n{_SAID}\n\n{about}\n\n{_GOES_ON}\n"
    policy, _ = audit_document(document_from_markup(text), facts_for(DAY, AuditOptions()))
    return [(found.kind.value, str(found.date)) for found in policy.dates]


@pytest.mark.parametrize(
    "heading",
    [
        "How we keep this alive",
        "Is it working?",
        "The yearly round",
        "Housekeeping",
        "Who has seen this",
        "Publication and renewal",
        "Looking after these pages",
    ],
)
def test_dates_under_a_heading_of_ones_own_are_read_by_what_it_is_about(heading: str) -> None:
    assert _dates_under(heading, _REVIEW) == [("reviewed", "2026-05-04"), ("next_review", "2027-05-31")]


@pytest.mark.parametrize("heading", ["Keeping watch", "How the filter is tested", "Our systems"])
def test_dates_of_another_matter_are_not_the_policys(heading: str) -> None:
    assert _dates_under(heading, _FILTER) == []
