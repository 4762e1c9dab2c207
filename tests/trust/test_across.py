"""What only shows when schools stand side by side: found where it is, and not where it is meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policy_kit.model import DateKind
from policy_kit.roll_up import Borrowed, Cycle, Dated, Passage, Reading
from policy_kit.trust.across.cycle import out_of_step
from policy_kit.trust.across.people import People
from policy_kit.trust.across.traces import traces_of
from tests.trust.making import ON, policy, run, trust_in

HARROW: dict[str, Any] = {
    "school_name": "Harrow Lane Primary School",
    "headteacher": {"name": "Mrs Ade Larkin"},
    "dsl": {"name": "Mr Owen Pryce"},
    "deputy_dsls": [{"name": "Ms Farah Bell"}, {"name": "Mrs Jo Tan"}],
    "senco": {"name": "Mrs Kit Dunn"},
}
SALT: dict[str, Any] = {
    "school_name": "Saltmarsh School",
    "headteacher": {"name": "Mr Callum Rusk"},
    "dsl": {"name": "Mrs Tessa Orme"},
    "deputy_dsls": [{"name": "Mrs Jo Tan"}],
    "computing_lead": {"name": "Mr Ian Bell"},
}
# words of Saltmarsh's policy -> whom it names that is Harrow Lane's
NAMED = [
    ("Tell Mr Owen Pryce or his deputy at once.", "Mr Owen Pryce"),
    ("Our DSL is Mr Pryce.", "Mr Owen Pryce"),
    ("The DSL (Mr O Pryce) reads the alerts.", "Mr Owen Pryce"),
    ("OWEN: the safeguarding lead is Owen Pryce’s deputy", "Mr Owen Pryce"),
    ("Deputy DSL | Ms Farah Bell | ext 12", "Ms Farah Bell"),
    ("The headteacher, Mrs Ade Larkin, is told.", "Mrs Ade Larkin"),
]
NOT_NAMED = [
    "Our DSL is Mrs Tessa Orme.",
    "Mr Pryce runs the chess club.",  # a title and a surname alone, and nothing of a post
    "Tell Mrs Jo Tan.",  # deputy at both
    "Mr Ian Bell leads on computing.",  # another Bell, and Saltmarsh's own
    "Pryce Road is closed for safeguarding.",
    "Mrs Pryce is our safeguarding governor.",  # not Mr
    "Mr Alan Pryce is the safeguarding governor.",
    "Mrs Kit Dunn advises on safeguarding.",  # no post of those that children are sent to
    "Ring the bell on Larkin Street and ask for the head.",
]


def _people(text: str, **profiles: dict[str, Any]) -> list[str]:
    given = profiles or {"Harrow Lane Primary School": HARROW, "Saltmarsh School": SALT}
    passages = [Passage("aims-and-scope", "1 Aims", text, 3)]
    return [b.name for b in _borrowed(People(given, {}), passages)]


def _borrowed(people: People, passages: list[Passage]) -> list[Borrowed]:
    surnames = people.surnames_in("Saltmarsh School", traces_of(passages).capitals)
    return list(people.borrowed("Saltmarsh School", "salt.docx", passages, surnames))


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_another_members_people_are_found(text: str, name: str) -> None:
    assert _people(text) == [name]


@pytest.mark.parametrize("text", NOT_NAMED)
def test_people_who_belong_or_may_be_anyone_are_not_told(text: str) -> None:
    assert _people(text) == []


def test_a_name_is_told_once_with_its_post_school_and_words() -> None:
    passages = [Passage("", "1 Aims", "Tell Mr Owen Pryce.", n) for n in range(3)]
    people = People({"Harrow Lane Primary School": HARROW, "Saltmarsh School": SALT}, {})
    (found,) = _borrowed(people, passages)
    assert (found.kind, found.other, found.post, found.where, found.quote) == (
        "person", "Harrow Lane Primary School", "designated safeguarding lead", "1 Aims",
        "Tell Mr Owen Pryce.",
    )  # fmt: skip


def test_without_profiles_the_policies_own_people_count(tmp_path: Path) -> None:
    schools = {
        "Ash Bank School": policy("Ash Bank School", dsl="Mr Tom Alder"),
        "Birch Hill School": policy(
            "Birch Hill School", dsl="Mrs Sue Reed", more="Tell Mr Tom Alder at once."
        ),
    }
    found = run(trust_in(tmp_path, schools)).result.borrowed
    assert [(b.school, b.name, b.other) for b in found] == [
        ("Birch Hill School", "Mr Tom Alder", "Ash Bank School")
    ]


def test_another_members_name_is_found_and_a_stranger_is_not_a_member(tmp_path: Path) -> None:
    schools = {
        "Ash Bank School": policy("Ash Bank School"),
        "Birch Hill School": policy(
            "Birch Hill School", more="All pupils of Ash Bank School sign the agreement."
        ),
        "Cedar Lane School": policy(
            "Cedar Lane School", more="Pupils of Elm Tree Academy sign the agreement."
        ),
    }
    found = run(trust_in(tmp_path, schools)).result.borrowed
    assert [(b.school, b.kind, b.other) for b in found] == [
        ("Birch Hill School", "school", "Ash Bank School")
    ]


def test_a_policy_that_is_another_members_as_a_whole(tmp_path: Path) -> None:
    schools = {"Ash Bank School": policy("Ash Bank School"), "Birch Hill School": policy("Ash Bank School")}
    found = run(trust_in(tmp_path, schools)).result.borrowed
    assert ("Birch Hill School", "Ash Bank School") in [(b.school, b.other) for b in found]
    assert any("calls itself" in b.quote for b in found)


LAW = """\
## Legislation and guidance

This policy is written with regard to the following guidance, which all who work here follow: Keeping
children safe in education {year}, the behaviour in schools advice, and the searching, screening and
confiscation advice. It is read with our child protection policy, our code of conduct for staff and our data
protection policy, and it is kept in line with them each year.
"""


def test_a_shared_passage_with_an_older_fact(tmp_path: Path) -> None:
    schools = {
        "Ash Bank School": policy("Ash Bank School", more=LAW.format(year=2026)),
        "Birch Hill School": policy("Birch Hill School", kcsie="2026", more=LAW.format(year=2023)),
    }
    result = run(trust_in(tmp_path, schools)).result
    (copied,) = result.copied
    assert (copied.section, copied.stale, copied.mended) == (
        "legislation-and-guidance", ("Birch Hill School",), ("Ash Bank School",),
    )  # fmt: skip
    assert "2023" in copied.fact
    assert "legislation-and-guidance" in [shared.section for shared in result.shared]


def test_nothing_is_copied_where_all_have_the_same_fact(tmp_path: Path) -> None:
    schools = {
        name: policy(name, more=LAW.format(year=2023)) for name in ("Ash Bank School", "Birch Hill School")
    }
    assert run(trust_in(tmp_path, schools)).result.copied == ()


CYCLE = Cycle("autumn 2026", date(2026, 9, 1), date(2026, 11, 30))
_A, _N = DateKind.APPROVED, DateKind.NEXT_REVIEW
_LAST = "last approved or reviewed on 8 October 2025"
_NOT_YET = "Not yet approved in this round (autumn 2026): {}."
# (dates of the policy), the day -> what is told
STEPS: list[tuple[list[tuple[DateKind, date]], date, list[str]]] = [
    ([(_A, date(2026, 10, 8)), (_N, date(2027, 9, 1))], ON, []),
    ([(_A, date(2026, 9, 1))], ON, []),
    ([(_A, date(2025, 10, 8))], ON, [_NOT_YET.format(f"{_LAST}; it is due by 30 November 2026")]),
    (
        [(_A, date(2025, 10, 8))],
        date(2026, 12, 1),
        [_NOT_YET.format(f"{_LAST}; the round ended on 30 November 2026")],
    ),
    ([], ON, [_NOT_YET.format("no approval or review date found; it is due by 30 November 2026")]),
    (
        [(_A, date(2026, 10, 8)), (_N, date(2028, 9, 1))],
        ON,
        ["Its next review, 1 September 2028, comes after the next round ends on 30 November 2027."],
    ),
]


@pytest.mark.parametrize(("dates", "on", "told"), STEPS)
def test_dates_out_of_step(dates: list[tuple[DateKind, date]], on: date, told: list[str]) -> None:
    reading = Reading("S", "s.docx", is_policy=True, dates=tuple(Dated(kind, "", day) for kind, day in dates))
    assert [o.message for o in out_of_step([reading], CYCLE, on)] == told
    assert list(out_of_step([reading], None, on)) == []
