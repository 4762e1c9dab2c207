"""A heading is known by what it says, whatever number, letter or page stands around it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policy_kit.sections.compiled import heading_index_of
from policy_kit.sections.headings import clean_heading, is_appendix, match_heading
from policy_kit.sections.openings import is_kind_of_risk
from policy_kit.standard import load_standard

INDEX = heading_index_of(load_standard())


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("7.3 Filtering and Monitoring", "Filtering and Monitoring"),
        ("7.3.1. Decision making:", "Decision making"),
        ("Appendix 3: Incident log", "Incident log"),
        ("ANNEX B - Contacts", "Contacts"),
        ("Section 4: Roles", "Roles"),
        ("a) Staff training", "Staff training"),
        ("(iv) Cameras", "Cameras"),
        ("Article 3. Scope", "Scope"),
        ("Part Two: Roles", "Roles"),
        ("M1. Passwords", "Passwords"),
        ("Aims ............ 4", "Aims"),
        ("Social media 15", "Social media"),
        ("C2 Record of sites", "Record of sites"),
        ("Appendix A3 Staff agreement", "Staff agreement"),
        ("§4 Passwords", "Passwords"),
        ("B2.1 Filtering", "Filtering"),
        ("A4 paper", "A4 paper"),
        ("1", "1"),
        ("Appendix 2", "Appendix"),
    ],
)
def test_a_heading_is_cleaned(text: str, clean: str) -> None:
    assert clean_heading(text) == clean


@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_heading(text)
    assert clean_heading(once) == once


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("7.3 Filtering and Monitoring", "filtering-and-monitoring"),
        ("FILTERING AND MONITORING", "filtering-and-monitoring"),
        ("11.2 Youth produced sexual imagery (“sexting”)", "sharing-nudes"),
        ("What are the main online safety risks?", "risk-categories"),
        ("Who is in charge of online safety?", "roles-and-responsibilities"),
        ("Cyber bullying", "cyberbullying"),
        ("Cyber-bullying", "cyberbullying"),
        ("Use of generative AI", "generative-ai"),
        ("Educating parents and carers about online safety", "parents-and-carers"),
        ("Radicalization and extremism", "radicalisation"),
        ("Roles and responsibilites", "roles-and-responsibilities"),
        ("Useful links and contacts", "useful-contacts"),
        ("Searching, Screening & Confiscation", "searching-and-confiscation"),
        ("Passwords", "security-and-passwords"),
        ("Managing the safety of our website", "website-and-publishing"),
    ],
)
def test_a_heading_names_its_section(text: str, section: str) -> None:
    assert match_heading(text, INDEX)[0].section == section


def test_a_heading_that_joins_two_topics_names_both() -> None:
    found = {m.section for m in match_heading("Filtering, monitoring and passwords", INDEX)}
    assert {"filtering-and-monitoring", "security-and-passwords"} <= found


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Case 9: bullying over the phone", "cyberbullying"),
        ("Unkind messages", "cyberbullying"),
        ("Nude and half-nude imagery", "sharing-nudes"),
        ("Looking after passwords and laptops", "security-and-passwords"),
    ],
)
def test_the_means_of_a_harm_and_a_word_in_passing_name_no_section(text: str, section: str) -> None:
    assert {m.section for m in match_heading(text, INDEX)} == {section}


@pytest.mark.parametrize(
    ("text", "appendix"),
    [
        ("Second Schedule: terms of use", True),
        ("Attachment 1: Pupil agreement", True),
        ("Schedule of channels", False),
        ("Schedule", False),
        ("Schedule for review", False),
        ("Attachments in emails", False),
    ],
)
def test_schedules_and_attachments_are_appendices(text: str, appendix: bool) -> None:
    assert is_appendix(text) is appendix


@pytest.mark.parametrize(
    "text",
    [
        "Introduction", "1. Introduction and background", "CONTENTS", "Foreword", "A word from the Chair",
        "Welcome from the Head", "Our vision and values", "We believe",
        "Definitions", "How to read this policy", "Introduction to our school",
        "How this document is set out",
        "School aims", "Our mission statement", "Church school values", "Policy statements",
        "Internet safety policy", "4. Our online safety policy and procedures", "Message from the bishop",
        "A note on the words we use", "Our trust and its schools",
    ],
)  # fmt: skip
def test_what_only_opens_a_policy_names_none(text: str) -> None:
    assert match_heading(text, INDEX) == ()


@pytest.mark.parametrize(
    "text",
    ["Procedures", "Practical arrangements", "Statistics on screen use", "What the surveys say", "Policy"],
)
def test_what_may_be_about_anything_names_none(text: str) -> None:
    assert match_heading(text, INDEX) == ()


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("Gaming policy and procedure", {"harmful-content-and-misinformation"}),  # no other policy
        ("Policy and guidance for the use of photographs", {"images-and-video"}),
        ("Other policies and procedures", {"linked-policies"}),
        ("Why have a policy on phones and passwords?", {"aims-and-scope"}),
        ("Phones and passwords", {"mobile-and-smart-devices", "security-and-passwords"}),
        ("Use of social media in school", {"social-media"}),
        ("School social media", {"official-social-media"}),
    ],
)
def test_a_policy_is_what_it_is_on_and_not_what_it_goes_with(text: str, sections: set[str]) -> None:
    assert {m.section for m in match_heading(text, INDEX)} == sections


@pytest.mark.parametrize(("text", "kind"), [("2.1 Contact", True), ("Conduct:", True), ("Contact us", False)])
def test_the_kinds_of_risk_are_known_by_their_names(text: str, kind: bool) -> None:
    assert is_kind_of_risk(clean_heading(text)) is kind


def test_an_introduction_that_names_a_matter_names_it() -> None:
    assert match_heading("Introduction and aims", INDEX)[0].section == "aims-and-scope"


@pytest.mark.parametrize("text", ["School lunches", "Uniform", "Term dates", "Year 6 residential", "", "…"])
def test_a_heading_about_something_else_names_none(text: str) -> None:
    assert match_heading(text, INDEX) == ()


@given(
    st.lists(st.sampled_from([*"abcIX", "Online", "safety", "Appendix", "annexe", "section", " "])).map(
        " ".join
    )
)
def test_plain_words_are_cleaned_as_all_are(text: str) -> None:
    assume(text.strip())
    assert clean_heading(text) == clean_heading(f"{text} :")


def test_a_likeness_for_other_people_gives_way() -> None:
    for heading, section in (
        ("Do we keep this up to date?", "monitoring-and-review"),
        ("Do we keep the staff up to date?", "staff-training"),
    ):
        assert match_heading(heading, INDEX)[0].section == section
