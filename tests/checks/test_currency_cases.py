"""The currency checks over their cases: what they flag, on which day, and what they let pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_kit.checks.currency import bodies, dating, misspelt, superseded, terms, time_bound, withdrawn
from policy_kit.facts import Facts
from policy_kit.findings import Finding, with_fingerprints
from policy_kit.guidance import load_register
from policy_kit.model import DateKind, Policy, PolicyDate
from policy_kit.standard import load_standard
from tests.checks.bare_policy import bare_policy

CHECKS = (superseded, withdrawn, terms, bodies, dating, time_bound, misspelt)
CODES = sorted(rule.code for check in CHECKS for rule in check.RULES)
CASES = Path(__file__).parent / "cases"
Case = dict[str, Any]
THE_DAY = date(2026, 11, 21)


def cases(kind: str) -> list[Any]:
    out = []
    for file in sorted(CASES.glob("PK3*.yaml")):
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
        code = file.name[:5]
        out.extend(pytest.param(code, case, id=f"{code}-{case['name']}") for case in held[kind])
    return out


def policy_of(case: Case) -> Policy:
    """The case's policy; `dates` gives it dates of its own, each at the block that holds its words."""
    policy = bare_policy(case["policy"])
    dates = []
    for given in case.get("dates", ()):
        block = next(b for b in policy.document.blocks if given["text"] in b.text)
        dates.append(
            PolicyDate(
                text=given["text"],
                kind=DateKind(given["kind"]),
                date=given["date"],
                precision=given.get("precision", "day"),
                location=policy.location(block),
                first=given.get("first", given["date"]),
            )
        )
    return replace(policy, dates=tuple(dates))


def findings(case: Case) -> list[Finding]:
    facts = Facts(load_standard(), load_register(), case.get("on", THE_DAY))
    policy = policy_of(case)
    return [finding for check in CHECKS for finding in check.check(policy, facts)]


def test_each_code_has_cases() -> None:
    assert {file.name[:5] for file in CASES.glob("PK3*.yaml")} == set(CODES)


@pytest.mark.parametrize(("code", "case"), cases("flags"))
def test_a_fault_is_found_with_its_words(code: str, case: Case) -> None:
    found = [f for f in findings(case) if f.rule.code == code]
    for expected in case["finds"]:
        matching = [
            f for f in found if f.rule.code == expected["check"] and expected.get("quote", "") in f.quote
        ]
        assert matching, [(f.rule.code, f.quote) for f in found]
        finding = matching[0]
        assert finding.severity.value == expected.get("severity", finding.severity.value)
        assert finding.confidence.value == expected.get("confidence", finding.confidence.value)
        assert len(finding.related) == expected.get("related", len(finding.related))
        assert expected.get("says", "") in finding.message + " " + finding.suggestion
    assert len(found) == len(case["finds"]), [(f.message, f.quote) for f in found]


@pytest.mark.parametrize(("code", "case"), cases("passes"))
def test_what_only_looks_like_a_fault_is_left_alone(code: str, case: Case) -> None:
    assert [(f.message, f.quote) for f in findings(case) if f.rule.code == code] == []


@pytest.mark.parametrize(("code", "case"), [*cases("flags"), *cases("passes")])
def test_every_finding_can_be_acted_on(code: str, case: Case) -> None:
    for finding in findings(case):
        assert finding.message.endswith("."), finding.message
        assert finding.suggestion.endswith("."), finding.suggestion
        assert finding.quote
        assert finding.key
        assert finding.location.block is not None
        shown = f"{finding.message} {finding.suggestion} {finding.sources}".lower()
        assert "compliant" not in shown
        assert "third-party" not in shown


def test_a_policy_of_today_has_no_finding() -> None:
    policy = (CASES / "policy-of-today.md").read_text(encoding="utf-8")
    assert [(f.rule.code, f.quote) for f in findings({"policy": policy})] == []


@pytest.mark.parametrize(("code", "case"), cases("flags"))
def test_what_rests_on_memory_is_advice_and_says_check(code: str, case: Case) -> None:
    for finding in findings(case):
        if "rests on memory" in finding.message:
            assert finding.severity.value == "advice"
            assert "check" in finding.message


@pytest.mark.parametrize(("code", "case"), cases("flags"))
def test_a_fingerprint_stays_when_unrelated_text_moves(code: str, case: Case) -> None:
    if "dates" in case:
        return
    moved = {**case, "policy": "Our school is by the sea.\n\n" + case["policy"]}
    before, after = with_fingerprints(findings(case)), with_fingerprints(findings(moved))
    assert sorted(f.fingerprint for f in before) == sorted(f.fingerprint for f in after)
