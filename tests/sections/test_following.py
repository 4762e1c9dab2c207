"""Who answers for the filter may be told post by post among the roles, and need not be told twice."""

from __future__ import annotations

from datetime import date

import pytest

from policy_kit.guidance import load_register
from policy_kit.model import PointResult
from policy_kit.sections.recognising import recognise
from policy_kit.standard import load_standard
from tests.build import document_from_markup

STANDARD = load_standard()
FILTER = "## Filtering and monitoring\n\nThe internet is filtered, and harmful sites are blocked."
LEADERS = "The deputy head and the link governor answer for meeting the filtering and monitoring standards."
DSL = (
    "The DSL has lead responsibility for online safety and for understanding the filtering and monitoring in"
    " place, and may not pass it to a deputy or to IT."
)
IT = (
    "The IT provider keeps filtering and security systems up to date and working, sends the DSL reports and"
    " acts on concerns."
)


def roles_of_filtering(*duties: str) -> PointResult:
    """What is told of the point on who does what for the filter, in a policy with these duties."""
    roles = "\n\n".join(("## Roles and responsibilities", *duties))
    document = document_from_markup(f"# Online safety policy\n{roles}\n\n{FILTER}")
    policy = recognise(document, STANDARD, load_register(), date(2026, 11, 21), None)
    section = policy.section("filtering-and-monitoring")
    assert section
    return next(p for p in section.points if p.id == "fm-roles")


def test_the_duties_of_each_post_say_who_does_what() -> None:
    told = roles_of_filtering(LEADERS, DSL, IT)
    assert told.met
    assert told.evidence
    assert told.evidence.quote == LEADERS
    assert not told.evidence.in_section
    assert not told.partly


@pytest.mark.parametrize("duties", [(DSL, IT), (LEADERS, IT), (LEADERS, DSL), (LEADERS,)])
def test_nothing_follows_from_some_of_them(duties: tuple[str, ...]) -> None:
    assert not roles_of_filtering(*duties).met
