"""What kind of school the text shows, and facts that are read off a policy rather than worded."""

from __future__ import annotations

from datetime import date

import pytest

from policy_kit.guidance import load_register
from policy_kit.sections import recognise
from policy_kit.sections.setting import school_facts
from policy_kit.standard import load_standard
from tests.build import document_from_markup

ON = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("Elm Primary School", "Lessons begin in Reception.", True),
        ("Elm Infant School", "The nursery has its own rules.", True),
        ("Elm First School", "Each class has its day, from Conkers (Reception) to Year 4.", True),
        ("Elm Primary School", "Phones are put away.", False),
        ("Elm Junior School", "Pupils come from Reception elsewhere.", False),
        ("Elm High School", "Phones are put away.", False),
        (
            "Elm Academy",
            "Lessons run from Reception to Year 11. In Reception a picture is the password.",
            True,
        ),
        ("Elm Academy", "Visitors sign in at reception, and leave their phones in reception.", False),
        ("Elm Academy", "In early years rooms no phone is used. Early years staff keep a log.", True),
        ("Elm Academy", "The early years foundation stage framework is listed once.", False),
    ],
)
def test_whether_a_school_has_early_years(name: str, text: str, shown: bool) -> None:
    facts = school_facts(document_from_markup(f"# {name}\n\n{text}"), name, "", None)
    assert facts.get("has_eyfs", False) is shown


@pytest.mark.parametrize(
    ("text", "lent"),
    [
        ("Each student in Year 7 has a Chromebook of the school's on loan.", "loans"),
        ("Tablets lent to families come home in a padded case.", "loans"),
        ("We lend laptops, and they are filtered at home.", "loans"),
        ("A pupil may borrow one of our iPads over the holidays.", "loans"),
        ("A machine goes home once the loan agreement is signed.", "loans"),
        ("Staff laptops are encrypted, and library books are lent to pupils.", None),
        ("Pupils may not borrow a friend's phone. Tablets stay in the trolley.", None),
    ],
)
def test_whether_a_school_lends_devices_to_pupils(text: str, lent: str | None) -> None:
    facts = school_facts(document_from_markup(f"# Elm School\n\n{text}"), "Elm School", "", None)
    assert facts.get("device_scheme") == lent


def test_a_profile_says_what_the_text_would_not() -> None:
    facts = school_facts(
        document_from_markup("# Elm Primary School"), "Elm Primary School", "", {"phase": "primary"}
    )
    assert "has_eyfs" not in facts


@pytest.mark.parametrize(
    ("dates", "made"),
    [
        ("Approved by governors: 14 March 2026. Next review: March 2027.", True),
        ("Approved by governors: 14 March 2026. Next review: Spring term 2027.", True),
        ("Approved by governors: 14 March 2026. Next review: April 2027.", False),
        ("Approved by governors: 14 March 2026. Next review: March 2028.", False),
        ("Next review: March 2028.", True),
        ("Approved by governors: 14 March 2026.", False),
    ],
)
def test_a_next_review_is_due_within_a_year_of_the_last(dates: str, made: bool) -> None:
    document = document_from_markup("# Elm School online safety policy\n\n" + "\n\n".join(dates.split(". ")))
    policy = recognise(document, load_standard("online-safety"), load_register(), ON, None)
    control = next(s for s in policy.sections if s.id == "document-control")
    assert next(p.met for p in control.points if p.id == "dc-next-review") is made
