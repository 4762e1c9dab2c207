"""The section checks over their cases: a policy recognised, its record validated, each gap told once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_kit.checks import run_checks
from policy_kit.checks.structure import sections
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Severity
from policy_kit.guidance import load_register
from policy_kit.model import Policy
from policy_kit.sections import recognise
from policy_kit.standard import load_standard
from tests.build import document_from_markup

DAY = date(2026, 11, 21)
CASES = Path(__file__).parent / "cases"
CODES = ("PK101", "PK102", "PK103", "PK104")
Case = dict[str, Any]


def cases(kind: str) -> list[Any]:
    files = {code: next(CASES.glob(f"{code}-*.yaml")) for code in CODES}
    held = {code: yaml.safe_load(file.read_text(encoding="utf-8"))[kind] for code, file in files.items()}
    return [pytest.param(code, case, id=f"{code}-{case['name']}") for code in CODES for case in held[code]]


def findings(case: Case) -> list[Finding]:
    standard, register = load_standard(), load_register()
    policy: Policy = recognise(document_from_markup(case["policy"]), standard, register, DAY)
    policy = replace(policy, is_policy=True)  # a fragment stands for the policy it is cut from
    return list(sections.check(policy, Facts(standard, register, DAY)))


def test_of_a_document_that_is_no_policy_only_that_is_told() -> None:
    standard, register = load_standard(), load_register()
    letter = document_from_markup("# Phones\nDear parents, phones stay at home on Sports Day. Thank you.")
    policy = recognise(letter, standard, register, DAY)
    (told,) = sections.check(policy, Facts(standard, register, DAY))
    assert (told.rule.code, told.severity, told.section) == ("PK101", Severity.WARNING, None)
    assert told.message.startswith("This does not look like a policy")
    assert policy.why_not in told.message


def test_nothing_in_a_document_that_is_no_policy_is_an_error() -> None:
    standard, register = load_standard(), load_register()
    letter = document_from_markup("# Phones\nDear parents, phones stay at home. Write to [insert name].")
    policy = recognise(letter, standard, register, DAY)
    facts = Facts(standard, register, DAY)
    (blank,) = [f for f in run_checks(policy, facts) if f.rule.code == "PK501"]
    assert blank.severity is Severity.WARNING
    assert {f.severity for f in run_checks(policy, facts)} <= {Severity.WARNING, Severity.ADVICE}
    taken_for_one = run_checks(replace(policy, is_policy=True), facts)
    assert next(f for f in taken_for_one if f.rule.code == "PK501").severity is Severity.ERROR


@pytest.mark.parametrize(("code", "case"), cases("flags"))
def test_a_gap_is_told(code: str, case: Case) -> None:
    told = [f for f in findings(case) if f.rule.code == code]
    for expected in case["finds"]:
        (found,) = [
            f for f in told if f.section == expected["section"] and expected.get("point", f.key) == f.key
        ]
        assert expected.get("severity", found.severity) == found.severity
        assert expected.get("says", "") in f"{found.message} {found.suggestion}"


@pytest.mark.parametrize(("code", "case"), cases("passes"))
def test_what_is_there_is_not_told(code: str, case: Case) -> None:
    told = [(f.section, f.key) for f in findings(case) if f.rule.code == code]
    for clear in case["clear"]:
        assert (clear["section"], clear.get("point", "")) not in told


@pytest.mark.parametrize(("code", "case"), [*cases("flags"), *cases("passes")])
def test_a_section_is_told_in_one_way_only(code: str, case: Case) -> None:
    for_section: dict[str | None, set[str]] = {}
    for finding in findings(case):
        for_section.setdefault(finding.section, set()).add(finding.rule.code)
    for told in for_section.values():
        assert len(told & {"PK101", "PK102", "PK104"}) <= 1
