"""A policy with hundreds of faults is told so that it can be read, and no place is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from policy_kit.checks import run_checks
from policy_kit.checks.many_alike import _MOST, gathered
from policy_kit.facts import Facts
from policy_kit.findings import Finding
from policy_kit.guidance import load_register
from policy_kit.sections import recognise
from policy_kit.standard import load_standard
from tests.build import document_from_markup

DAY = date(2026, 11, 21)
THINGS = ("tablets", "cameras", "laptops", "passwords", "emails", "games", "chats", "videos", "posts", "maps")


def findings_of(parts: int) -> list[Finding]:
    lines = ["# Online Safety Policy", "Marrow Lane Primary School"]
    for n in range(parts):
        thing = THINGS[n % 10]
        lines += [
            f"# {n + 1}. Rules on {thing}, part {n}",
            f"We agree on {thing} in week {n} to:",
            f"The {thing} of class {n} are looked over by the [insert role {n}] and the",
            f"Peer on peer abuse about {thing} goes to the lead. More at http:/www.site{n}.example/x.",
        ]
    standard, register = load_standard(), load_register()
    policy = recognise(document_from_markup("\n\n".join(lines)), standard, register, DAY)
    policy = replace(policy, is_policy=True)  # whatever it is taken for, its faults are what is looked at
    return list(run_checks(policy, Facts(standard, register, DAY)))


def test_three_hundred_faults_are_a_few_findings_that_name_every_place() -> None:
    findings = [f for f in findings_of(75) if not f.rule.code.startswith("PK1")]
    per_code = Counter(f.rule.code for f in findings)
    assert max(per_code.values()) <= _MOST
    cut = [f for f in findings if f.rule.code == "PK502"]
    assert sorted(1 + len(f.related) for f in cut) == [75, 75]
    assert all("There are 74 more like it." in f.message for f in cut)
    (blank,) = (f for f in findings if f.rule.code == "PK501")
    assert 1 + len(blank.related) == 75


def test_a_few_alike_are_told_one_by_one() -> None:
    cut = [f for f in findings_of(4) if f.rule.code == "PK502"]
    assert len(cut) == 8
    assert not [f for f in cut if "more like it" in f.message]


def test_sections_and_points_are_never_joined() -> None:
    findings = [f for f in findings_of(3) if f.rule.code in ("PK101", "PK103")]
    assert len(findings) > _MOST
    assert list(gathered(findings)) == findings
