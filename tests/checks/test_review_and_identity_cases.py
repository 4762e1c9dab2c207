"""The review and identity checks over their cases: each policy is read off its markup and asked by all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_kit.checks.identity import key_people, nation_or_phase, other_school, people_disagree
from policy_kit.checks.review import agreement, approval, cycle, next_review
from policy_kit.facts import Facts
from policy_kit.findings import Finding
from policy_kit.guidance import load_register
from policy_kit.model import Policy
from policy_kit.profile import Profile
from policy_kit.sections.dates import policy_dates
from policy_kit.sections.names import policy_title, products, school_name, trust_name
from policy_kit.sections.people import people
from policy_kit.sections.setting import school_facts
from policy_kit.standard import load_standard
from tests.checks.bare_policy import bare_policy

CHECKS = (next_review, cycle, agreement, approval, other_school, key_people, people_disagree, nation_or_phase)
CODES = sorted(rule.code for check in CHECKS for rule in check.RULES)
DAY = date(2026, 11, 21)
CASES = Path(__file__).parent / "cases"
Case = dict[str, Any]


def cases(kind: str) -> list[Any]:
    out = []
    for code in CODES:
        (file,) = CASES.glob(f"{code}-*.yaml")
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
        out.extend(pytest.param(code, case, id=f"{code}-{case['name']}") for case in held[kind])
    return out


def profile_of(case: Case) -> Profile | None:
    return Profile(case["profile"], "profile.yaml") if "profile" in case else None


def policy_of(case: Case) -> Policy:
    """The policy with its own facts read off, and no sections recognised."""
    policy = bare_policy(case["policy"])
    document, profile = policy.document, profile_of(case)
    name = school_name(document, profile.fields.get("school_name") if profile else None)
    trust = trust_name(document)
    return replace(
        policy,
        title=policy_title(document),
        school_name=name,
        trust_name=trust,
        is_policy=case.get("is_policy", True),
        dates=policy_dates(document),
        people=people(document),
        products=products(document),
        school=school_facts(document, name, trust, profile.school_facts() if profile else None),
    )


def findings(case: Case) -> list[Finding]:
    day = case.get("on", DAY)
    facts = Facts(
        load_standard(),
        load_register(),
        day,
        profile_of(case),
        tuple(case.get("known", ())),
        tuple(case.get("registered", ())),
    )
    policy = policy_of(case)
    return [finding for check in CHECKS for finding in check.check(policy, facts)]


@pytest.mark.parametrize(("code", "case"), cases("flags"))
def test_a_fault_is_found_with_its_words(code: str, case: Case) -> None:
    found = [f for f in findings(case) if f.rule.code == code]
    told = [(f.key, f.quote, f.message) for f in found]
    assert len(found) == len(case["finds"]), told
    for expected in case["finds"]:
        assert expected["check"] == code
        assert any(_fits(f, expected) for f in found), told


def _fits(found: Finding, expected: dict[str, Any]) -> bool:
    return (
        expected.get("quote", "") in found.quote
        and ("quote" not in expected or bool(expected["quote"]) == bool(found.quote))
        and expected.get("says", "") in found.message + found.suggestion
        and expected.get("severity", found.severity) == found.severity
        and expected.get("confidence", found.confidence) == found.confidence
        and expected.get("key", found.key) == found.key
        and expected.get("related", len(found.related)) == len(found.related)
        and expected.get("block", found.location.block) == found.location.block
    )


@pytest.mark.parametrize(("code", "case"), cases("passes"))
def test_what_only_looks_like_a_fault_is_left_alone(code: str, case: Case) -> None:
    assert [(f.message, f.quote) for f in findings(case) if f.rule.code == code] == []


@pytest.mark.parametrize(("code", "case"), [*cases("flags"), *cases("passes")])
def test_every_finding_can_be_acted_on(code: str, case: Case) -> None:
    blocks = len(bare_policy(case["policy"]).document.blocks)
    for finding in findings(case):
        assert finding.message.endswith(".")
        assert finding.suggestion.endswith(".")
        assert "compliant" not in finding.message.lower()
        assert finding.location.block is not None
        assert 0 <= finding.location.block < blocks


@pytest.mark.parametrize("code", CODES)
def test_each_check_has_flags_and_near_misses(code: str) -> None:
    (file,) = CASES.glob(f"{code}-*.yaml")
    held = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert len(held["flags"]) >= 5
    assert len(held["passes"]) >= 5
