"""The review and identity checks on documents nobody thought of, and on a real policy of 2021.

The real files are not part of this repository; where they are absent the tests are skipped.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.facts import Facts
from policy_kit.findings import Finding
from policy_kit.guidance import load_register
from policy_kit.model import DateKind, Policy
from policy_kit.sections import recognise
from policy_kit.sources import read
from policy_kit.standard import load_standard
from tests.build import document_from_markup
from tests.checks.test_review_and_identity_cases import CHECKS, findings

DAY = date(2026, 11, 21)
EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "examples"
NAMES = (
    "litherland-moss-2021.txt",
    "litherland-moss-2021-headings.docx",
    "litherland-moss-2021-bold.docx",
    "litherland-moss-2021.odt",
    "litherland-moss-2021.pdf",
)
WORDS = (
    *("Next review:", "Approved by governors:", "DSL:", "Mrs Khan", "Mr Lee", "Headteacher", "the Principal"),
    *(
        "Elm School",
        "Oak Academy",
        "8 October 2026",
        "September 2024",
        "TBC",
        "Annually",
        "2019",
        "KS4",
        "Estyn",
    ),
    *(
        "Online Safety Policy",
        "Northmere Council",
        "this policy is reviewed",
        "every three years",
        "|",
        "____",
    ),
    *("#", "[footer]", "-", "x@elm.sch.uk", "will", "of", "the"),
)


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=12), st.booleans())
def test_no_arrangement_of_words_makes_a_check_stumble(lines: list[str], is_policy: bool) -> None:
    case = {"policy": "\n\n".join(lines), "is_policy": is_policy}
    blocks = len(document_from_markup(case["policy"]).blocks)
    for finding in findings(case):
        assert finding.message
        assert finding.suggestion
        assert finding.location.block is None or finding.location.block < blocks


def test_links_to_other_bodies_are_no_other_school() -> None:
    text = "# Harrow Lane Primary School\n\n# Useful links\n\n- Larkfield Academy has a good page for parents"
    policy, found = checked_text(text)
    assert policy.section("useful-contacts").blocks  # type: ignore[union-attr]
    assert [f for f in found if f.rule.code == "PK601"] == []


def test_a_document_that_is_no_policy_is_asked_for_nothing_it_need_not_have() -> None:
    _, found = checked_text("# Online Safety Update\n\nWelcome to issue 34. Book here for the webinar.")
    assert found == []


def checked_text(text: str) -> tuple[Policy, list[Finding]]:
    standard, register = load_standard(), load_register()
    policy = recognise(document_from_markup(text), standard, register, DAY)
    facts = Facts(standard, register, DAY)
    return policy, [f for check in CHECKS for f in check.check(policy, facts)]


@cache
def real(name: str) -> tuple[Policy, tuple[Finding, ...]]:
    path = EXAMPLES / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside this repository")
    facts = Facts(load_standard(), load_register(), DAY)
    policy = recognise(read(path), facts.standard, facts.register, DAY)
    return policy, tuple(f for check in CHECKS for f in check.check(policy, facts))


@pytest.mark.parametrize("name", NAMES)
def test_the_dates_of_a_real_policy_are_its_own(name: str) -> None:
    policy, _ = real(name)
    assert {(d.kind, str(d.date)) for d in policy.dates} == {
        (DateKind.PERIOD_END, "2022-07-31"),
        (DateKind.EFFECTIVE, "2021-09-02"),
        (DateKind.SHARED, "2021-07-14"),
        (DateKind.WRITTEN, "2021-07-31"),
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_people_of_a_real_policy_have_their_roles(name: str) -> None:
    policy, _ = real(name)
    holders = {
        role: {p.name for p in policy.people if p.role == role} for p in policy.people for role in (p.role,)
    }
    assert {role: len(names) for role, names in holders.items()} == {
        "policy-owner": 1,
        "designated-safeguarding-lead": 5,
        "headteacher": 2,
        "deputy-headteacher": 1,
        "link-governor": 1,
        "": 2,  # posts that no role is for
    }
    assert holders["headteacher"] | holders["deputy-headteacher"] < holders["designated-safeguarding-lead"]
    assert {p.post for p in policy.people if p.role == "headteacher"} == {
        "Headteacher",
        "Interim Headteacher",
    }
    assert all(p.name.istitle() and "School" not in p.name for p in policy.people)


@pytest.mark.parametrize("name", NAMES)
def test_the_names_of_a_real_policy(name: str) -> None:
    policy, _ = real(name)
    assert policy.school_name == f"{' '.join(name.title().split('-')[:2])} Primary School"
    assert policy.trust_name == ""
    assert policy.title.startswith("Online Safety Policy")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_wrong_with_a_real_policy_is_found_and_nothing_else(name: str) -> None:
    _, found = real(name)
    assert sorted(f.rule.code for f in found) == ["PK401", "PK402", "PK405", "PK603", "PK603"]
    by_code = {f.rule.code: f for f in found}
    assert "July 2022" in by_code["PK401"].quote
    assert "reviewed at least annually" in by_code["PK402"].quote
    assert {f.key for f in found if f.rule.code == "PK603"} == {"headteacher", "title of the head"}


@pytest.mark.parametrize(
    "name", ["essex-guidance-pack.txt", "liverpool-online-safety-update.txt", "posh-helpline-analysis.txt"]
)
def test_nothing_is_asked_of_a_newsletter_or_report(name: str) -> None:
    policy, found = real(name)
    assert found == ()
    assert policy.school_name == ""
    assert policy.people == ()
