"""How a rule for evidence is asked: beside one another, so many of a list, in its own section, by name."""

from __future__ import annotations

from datetime import date

import pytest

from policy_kit.guidance import load_register
from policy_kit.model import Policy, SectionStatus
from policy_kit.sections import recognise
from policy_kit.sections.cutting import cut
from policy_kit.sections.evidence import find_evidence
from policy_kit.sections.ground import Ground
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.numbers import numbers_set
from policy_kit.standard import EvidenceRule, Point, StandardSection, load_standard
from tests.build import document_from_markup

DAY = date(2026, 11, 21)
NEAR = EvidenceRule(all=(("filter*",), ("review*",), ("each year",)), within="near")
THREE = EvidenceRule(of=(("pupil",), ("parent",), ("governor",), ("visitor",)), least=3)
INSIDE = EvidenceRule(all=(("consent*",), ("withdraw*",)), inside=True)
SECTION = StandardSection("images", "Images", "expected", "", 1, ("Images",), ("photo*", "filter*"), ())


def found(rule: EvidenceRule, markup: str, own: int = 0) -> bool:
    document = document_from_markup(markup)
    index = TermIndex(cut(document), load_standard().words, {})
    point = Point("p", "A point", "must", "", (rule,))
    return find_evidence(point, SECTION, Ground(document, index, {"images": own}, 0, {})) is not None


APART = """The lead will:
- look at what the filter has caught, together with the technician and the head, and act on it
- review the lessons that we give with the teachers of computing and of PSHE, each year, in May"""


@pytest.mark.parametrize(
    ("markup", "made"),
    [
        ("Filters are reviewed. It is done each year.", True),
        ("We use a filter. Staff review it. That is each year.", False),
        ("Filters are on.\n\nStaff review the menu each year.", False),
        ("Filters are on. Lunch is at noon. Pupils play. Each year we review the play.", False),
        ("# Filters\nWe review them each year.", True),
        ("# Filters\nLunch is at noon.\n\n# Play\nWe review it each year.", False),
        ("We:\n- look at the filter\n- review it each year", True),
        (APART, False),
    ],
)
def test_words_beside_one_another_count_together(markup: str, made: bool) -> None:
    assert found(NEAR, markup, numbers_set(range(9))) is made


@pytest.mark.parametrize(
    ("markup", "made"),
    [
        ("It binds pupils, parents and visitors.", True),
        ("It binds pupils and visitors.", False),
        ("It binds:\n- pupils and parents\n- governors", False),
    ],
)
def test_so_many_of_a_list_are_enough(markup: str, made: bool) -> None:
    assert found(THREE, markup, numbers_set(range(9))) is made


def test_some_rules_count_in_their_own_section_only() -> None:
    text = "Photos need consent, which families may withdraw."
    assert found(INSIDE, text, numbers_set({0}))
    assert not found(INSIDE, text)


@pytest.mark.parametrize(
    ("within", "markup", "made"),
    [
        ("sentence", "Filters are reviewed each year.", True),
        ("sentence", "# Filters\nWe review them each year.", False),
        ("sentence", "The filter:\n- is our provider's\n- we review each year", False),
        ("near", "Filters are on. We review them each year.", False),
        ("near", "The filter is reviewed. We do it each year.", True),
        ("passage", "Filters are on. We review them each year.", True),
    ],
)
def test_what_a_sentence_must_say_itself_is_not_said_beside_it(within: str, markup: str, made: bool) -> None:
    rule = EvidenceRule(all=(("review*",), ("each year",)), said=(("filter*",),), within=within)
    assert found(rule, markup, numbers_set(range(9))) is made


def test_a_name_that_must_stand_exactly_so_may_own_something() -> None:
    rule = EvidenceRule(all=(("=DSL",), ("report",)))
    assert found(rule, "Governors read the DSL's report on filters.")
    assert found(rule, "Governors read the DSL’s report on filters.")
    assert not found(rule, "Governors read the dsl report on filters.")


CITED = EvidenceRule(all=(("the prevent duty",),), anywhere=True)


def test_a_title_in_a_list_is_cited_where_no_section_has_the_list() -> None:
    text = "# Behind our rules\n- the Prevent duty\n- the Equality Act 2010"
    assert found(CITED, text)
    document = document_from_markup(text)
    index = TermIndex(cut(document), load_standard().words, {})
    point = Point("p", "A point", "must", "", (CITED,))
    anothers = Ground(document, index, {"links": numbers_set(range(9))}, 0, {})
    assert find_evidence(point, SECTION, anothers) is None


def policy(markup: str) -> Policy:
    return recognise(document_from_markup(markup), load_standard(), load_register(), DAY)


def made(told: Policy, section: str, point: str) -> bool:
    result = told.section(section)
    assert result is not None
    return next(p.met for p in result.points if p.id == point)


HEAD = "# Online safety policy\nDesignated safeguarding lead: Gwen Ashdown\n\n"


def test_a_person_counts_by_name_for_the_post() -> None:
    text = "## Acting on concerns\nTell {} at once about any concern."
    assert made(policy(HEAD + text.format("Gwen")), "reporting-and-responding", "ri-report-dsl")
    assert not made(policy(HEAD + text.format("Olga")), "reporting-and-responding", "ri-report-dsl")


@pytest.mark.parametrize(
    "text",
    [
        "## Concerns\nIntimate pictures. Never look, print or forward.",
        "## Concerns\n- Intimate pictures. Never look, print or forward.",
        "## What do we do about intimate pictures?\nNever look, print or forward.",
        "| Matter | What we do |\n| Intimate pictures | We never look. We never print or forward them. |",
    ],
)
def test_what_opens_a_paragraph_or_row_says_what_the_rest_is_about(text: str) -> None:
    assert made(policy(HEAD + text), "sharing-nudes", "sn-dont-view")


def test_a_section_without_a_heading_is_found_under_anothers() -> None:
    told = policy(
        HEAD + "## Teaching\nOnline safety lessons in PSHE suit each age.\n\n"
        "Pupils with SEND and those in care are at greater risk online. The SENCO adapts lessons.\n\n"
        "## Phones\nPupils may not use phones at any time in the school day.\n\n## Review\nYearly."
    )
    found_there = told.section("vulnerable-pupils")
    assert found_there is not None and found_there.status is SectionStatus.PRESENT
    assert [b.text for b in found_there.headings] == ["Teaching"]
    assert set(told.section_of_block[found_there.headings[0].index]) == {
        "education-and-curriculum", "vulnerable-pupils",
    }  # fmt: skip


def test_a_point_made_in_part_shows_the_part_and_what_is_wanting() -> None:
    told = policy(HEAD + "## Filtering\nThe filter is reviewed by the governor and the technician.")
    result = told.section("filtering-and-monitoring")
    assert result is not None
    point = next(p for p in result.points if p.id == "fm-users-told")
    assert not point.met and point.partly is None
    told = policy(HEAD + "## Filtering\nUsers are told about the filter when staff sign the agreement.")
    result = told.section("filtering-and-monitoring")
    assert result is not None
    point = next(p for p in result.points if p.id == "fm-users-told")
    assert not point.met and point.partly is not None
    assert point.partly.quote.startswith("Users are told") and "monitoring" in point.lacks


def test_what_is_wanting_is_told_in_whole_words_and_no_word_in_two_forms() -> None:
    """The rules hold stems and spellings ("filter*", "=DSL", "annually"); a reader is shown words."""
    lacks = {p.id: p.lacks for s in policy(HEAD + _HALF_SAID).sections for p in s.points if p.lacks}
    assert lacks["fm-review"] == ("annual", "yearly", "each year")
    assert lacks["st-governors"] == ("governor", "trustee", "board of directors")
    assert lacks["ec-dsl-lessons"] == ("designated safeguarding lead", "DSL", "DDSL")
    assert lacks["st-cyber"] == ("cyber", "phishing", "ransomware")


_HALF_SAID = """## Education
Leaders check that it is taught in planned lessons.
## Parents
Parents are told which sites pupils use at school and whom they will meet online.
## Training
All staff have online safety training at least every year.
## Filtering
We review the filter with the DSL and write down the results.
"""


@pytest.mark.parametrize("body", ["corporation", "governing board"])
def test_the_body_that_approves_may_be_a_colleges_corporation(body: str) -> None:
    text = f"# Online safety policy\nApproved by the {body} on 3 March 2026.\n"
    assert made(policy(text), "document-control", "dc-approval")
    assert not made(policy(text.replace(body, "caretaker")), "document-control", "dc-approval")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The filter is looked over each year, and a review written.", True),
        ("The play is looked over each year. A review is written.", False),
    ],
)
def test_a_rule_for_anywhere_asks_it_all_of_one_sentence_under_another_matter(text: str, made: bool) -> None:
    document = document_from_markup(f"# Filters\n\n{text}")
    index = TermIndex(cut(document), load_standard().words, {})
    rule = EvidenceRule(all=NEAR.all, within="near", anywhere=True)
    point = Point("p", "A point", "must", "", (rule,))
    everything = numbers_set(range(9))
    ground = Ground(document, index, {"play": everything}, 0, {}, settled=everything)
    assert (find_evidence(point, SECTION, ground) is not None) is made


def test_words_that_stand_in_two_meanings_are_told_apart_in_one_text() -> None:
    text = "Do not use it.\n\nNot only here.\n\nA child is told.\n\nSee the child protection policy."
    index = TermIndex(cut(document_from_markup(text)), {}, {})
    assert index.sentences_with(("not",), denied=True) == numbers_set({0})
    assert index.sentences_with(("child",)) == numbers_set({2})
    assert index.sentences_with(("child protection",)) == numbers_set({3})


@pytest.mark.parametrize(
    ("named", "numbers", "numbered"),
    [
        ("Appendices 1 and 2", "12", True),
        ("Appendices 1, 2 and 3", "12", False),
        ("Appendix 1", "13", False),
        ("Appendix 2", "1", False),
        ("Appendices 1, 2 and 3 of Working Together", "12", True),
        ("no appendix", "", False),
    ],
)
def test_appendices_are_numbered_if_all_that_are_named_are_there_and_none_is_left_out(
    named: str, numbers: str, numbered: bool
) -> None:
    headings = "## Appendices\n\n" + "\n".join(
        f"## Appendix {n}: Agreement\n\nI keep my password to myself.\n" for n in numbers
    )
    text = f"# Online safety policy\n\n## Agreements\n\nMore stands in {named}.\n\n{headings}"
    assert made(policy(text), "appendices", "ap-numbering") is numbered
