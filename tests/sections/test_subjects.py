"""Whose doing a sentence tells, and that another's doing makes no point."""

from __future__ import annotations

import pytest

from policy_kit.sections.cutting import cut
from policy_kit.sections.subjects import doers, is_anothers
from tests.build import document_from_markup
from tests.points.asking import POINTS, is_made


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The DSL gives the IT technician reports each week.", {"dsl"}),
        ("Parents are asked to talk with their children.", {"parents"}),
        ("Senior leaders, the DSL and IT support review it each year.", {"leaders", "dsl", "it"}),
        ("Each governor and all members of staff must sign.", {"governors", "staff"}),
        ("4.2 The designated safeguarding lead will:", {"dsl"}),
        ("It is the responsibility of staff who look after the network to:", {"it"}),
        ("Staff who manage the technical environment will:", {"it"}),
        ("Staff who look after the garden will:", {"staff"}),
        ("The teacher in charge frees an afternoon for it.", {"head"}),
        ("The child protection lead rings the police.", {"dsl"}),
        ("The designated person rings the police.", {"dsl"}),
        ("Directors have a report each term.", {"governors"}),
        ("The IT company sends reports.", {"it"}),
        ("The headmistress tells parents.", {"head"}),
        ("Children hand them in.", {"pupils"}),
        ("Staff training covers filtering.", set()),
        ("Pupils’ phones are locked away.", set()),
        ("Parents are told at once.", set()),
        ("We tell parents at once.", set()),
        ("Filtering is checked by the DSL.", set()),
        ("However, pupils may use them at the gate.", {"pupils"}),
        ("The headteacher makes sure that pupils hand them in.", {"head", "pupils"}),
        ("Senior leaders will see to it that governors are trained.", set()),
        ("The DSL makes sure that the headteacher understands it.", {"dsl"}),
        ("Parents make sure that their child knows it.", {"parents"}),
        ("If pupils see something unsuitable, they tell an adult.", {"pupils"}),
        ("When a teacher is worried, she tells the DSL.", {"staff"}),
        ("When pupils are upset, they are told whom to see.", set()),
        ("If it happens at home, they tell us.", set()),
        ("If a phone rings in a lesson, teachers take it to the office.", {"staff"}),
        ("If a pupil is in danger, parents are told.", set()),
        ("As a firm rule of ours, nobody brings one.", set()),
        ("As a strict rule employees are not permitted to carry one.", {"staff"}),
        ("We do not allow children to use them on the field.", {"pupils"}),
        ("As ever, we advise and encourage parents to talk about it.", {"parents"}),
        ("The school asks that visitors sign in.", {"visitors"}),
        ("Year 12 & 13 students may carry one.", {"pupils"}),
        ("Staff, students and volunteers leave theirs in the office.", {"staff"}),
    ],
)
def test_those_a_sentence_opens_with_are_who_do_what_it_tells(sentence: str, told: set[str]) -> None:
    assert doers(sentence) == told


def test_whoever_works_there_is_staff_but_not_all_staff_are_the_lead() -> None:
    assert not is_anothers(frozenset({"dsl"}), ("staff",))
    assert is_anothers(frozenset({"staff"}), ("dsl",))
    assert not is_anothers(frozenset({"parents", "staff"}), ("staff",))
    assert not is_anothers(frozenset(), ("staff",))


@pytest.mark.parametrize(
    ("point", "heading", "makes", "misses"),
    [
        (
            "sp-technical",
            "Security",
            "The technician keeps the firewall and anti-malware up to date and tests our backups.",
            "Parents should keep the firewall and anti-malware at home up to date and test their backups.",
        ),
        (
            "mr-triggers",
            "Review",
            "Governors review this policy sooner if there is a serious incident or new guidance.",
            "Pupils review their technology sooner if there is a serious incident or new guidance.",
        ),
    ],
)
def test_a_point_is_made_by_those_whose_doing_it_must_be(
    point: str, heading: str, makes: str, misses: str
) -> None:
    section, asked = POINTS[point]
    policy = "# Online safety policy\n## {}\n{}"
    assert is_made(section, asked, policy.format(heading, makes))
    assert not is_made(section, asked, policy.format(heading, misses))


def test_the_items_of_a_list_are_done_by_those_whom_its_lead_in_names() -> None:
    markup = "The DSL will:\n- report to the governors\n- pupils tell any adult"
    told = [sentence.doers for sentence in cut(document_from_markup(markup)).sentences]
    assert told == [{"dsl"}, {"dsl"}, {"pupils"}]


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("# Pupils\n- Be kind\n- Tell somebody", {"pupils"}),
        ("# 3.2 Network manager\n- Patch the servers\n- Tell somebody", {"it"}),
        ("# Pupils' phones\n- Off at the gate\n- Tell somebody", set()),
        ("# Pupils\nThey learn this.\n\n- Tell somebody", set()),
        ("- Governing body: approves this policy. It asks for a report.", {"governors"}),
        ("- Reports: the governing body approves this policy. It asks for a report.", set()),
    ],
)
def test_a_post_at_the_head_of_a_list_or_an_item_does_all_that_stands_there(
    markup: str, told: set[str]
) -> None:
    assert cut(document_from_markup(markup)).sentences[-1].doers == told


def test_a_list_below_a_post_is_one_passage() -> None:
    sentences = cut(document_from_markup("# Pupils\n- Be kind\n- Tell somebody")).sentences
    assert len({s.passage for s in sentences}) == 1


_POLICIES = "\n- Child protection policy\n- Behaviour policy\n- Anti-bullying policy\n- Staff code of conduct"


@pytest.mark.parametrize(
    ("markup", "made"),
    [
        (f"# When something goes wrong\nSteps are also laid down in:{_POLICIES}", True),
        (f"# When something goes wrong\nWe tell the DSL.{_POLICIES}", False),
        ("# When something goes wrong\nSteps are also laid down in:\n- Behaviour policy\n- Fire plan", False),
    ],
)
def test_in_a_long_policy_the_entries_of_a_list_say_together_what_none_says_alone(
    markup: str, made: bool
) -> None:
    assert is_made(*POINTS["lp-core"], markup, long=True) is made
