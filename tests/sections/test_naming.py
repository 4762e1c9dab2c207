"""The words of a heading name sections: the longest term first, a matter before what every matter has."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from policy_kit.sections.naming import NamingTerms, naming_terms, sections_named, terms_by_word
from policy_kit.standard import load_standard

TERMS = naming_terms(load_standard())


def named(heading: str, terms: NamingTerms = TERMS) -> list[str]:
    return [found.section for found in sections_named(heading, terms)]


@pytest.mark.parametrize(
    ("heading", "sections"),
    [
        ("Staff phones", ["mobile-and-smart-devices"]),  # no section is named by "staff"
        ("Phone numbers", ["useful-contacts"]),  # the longer term has the word to itself
        ("Teaching about chatbots", ["generative-ai"]),  # a matter before what is done about it
        ("Reporting: nudes", ["sharing-nudes"]),
        ("Reporting and nudes", ["reporting-and-responding", "sharing-nudes"]),  # two subjects
        ("Nasty pictures", ["images-and-video"]),
        ("Bullying by text message", ["cyberbullying"]),  # the means of a harm is no matter
        ("House rules for gadgets", ["mobile-and-smart-devices"]),  # what is said is about a matter
        ("Who is it for, and who approved it?", ["aims-and-scope", "document-control"]),  # "for" ends there
        ("House rules, and gadgets", ["acceptable-use", "mobile-and-smart-devices"]),
        ("House rules for gadgets, and chatbots", ["mobile-and-smart-devices", "generative-ai"]),
        ("The rule on gadgets", ["mobile-and-smart-devices"]),  # a hint gives way
        ("Searching bags and phones", ["searching-and-confiscation"]),  # what is searched comes after
        ("Phones and searching", ["mobile-and-smart-devices", "searching-and-confiscation"]),
        ("Terrorism on the web", ["radicalisation"]),  # the place of a harm is no matter
        ("Numbers to keep in your phone", ["useful-contacts"]),  # nor is the place of anything
        ("In your phone", ["mobile-and-smart-devices"]),  # unless nothing else is named
        ("What tutors are taught", ["staff-training"]),  # whoever works here, in any word
        ("Indecent images and other illegal material", ["online-exploitation"]),  # what else it names tells
        ("Self-made indecent images", ["sharing-nudes", "online-exploitation"]),  # which, the text tells
        (
            "Phones; cameras; email; filters; passwords; and websites on which all of what we do is kept",
            [
                "mobile-and-smart-devices",
                "images-and-video",
                "email-and-communication",
                "filtering-and-monitoring",
                "security-and-passwords",
                "website-and-publishing",
            ],
        ),  # a list, however long
        ("The Hawthorn Room", []),
        ("", []),
    ],
)
def test_words_name_sections(heading: str, sections: list[str]) -> None:
    assert named(heading) == sections


def test_a_name_in_a_term_stands_for_each_of_its_words() -> None:
    standard = load_standard()
    section = replace(standard.sections[0], heading_words=("worr* .. @adult",), heading_hints=())
    terms = naming_terms(replace(standard, sections=(section,), words={"@adult": ("tutor", "one of us")}))
    held = [
        bool(named(heading, terms)) for heading in ("Worries about tutors", "Worried by one of us", "Worry")
    ]
    assert held == [True, True, False]


def test_no_term_holds_a_word_that_parts_a_heading() -> None:
    terms = [t for s in load_standard().sections for t in (*s.heading_words, *s.heading_hints)]
    assert [t for t in terms if re.search(r"\band\b|[,;/&]", t)] == []  # it could never be found


def test_a_sentence_is_no_heading() -> None:
    assert named("Nudes") == ["sharing-nudes"]
    assert named("We were told on Tuesday that a picture which may have been one of the nudes") == []


def test_sections_that_share_a_term_stand_side_by_side() -> None:
    sections = ("filtering-and-monitoring", "monitoring-and-review")
    terms = terms_by_word(("monitor*", section, 3) for section in sections)
    found = sections_named("Our monitoring", terms)
    assert {one.section for one in found} == {"filtering-and-monitoring", "monitoring-and-review"}
    assert {one.at for one in found} == {(1,)}


@pytest.mark.parametrize(
    ("heading", "held"),
    [
        ("Training of our parents", True),
        ("Training for one two three four five parents", True),
        ("Training for one two three four five six parents", False),  # more than six words between
        ("Training, and the parents", False),  # of two parts
    ],
)
def test_a_gap_is_up_to_six_words(heading: str, held: bool) -> None:
    terms = terms_by_word([("train* .. parent*", "parents-and-carers", 1)])
    assert bool(named(heading, terms)) is held
