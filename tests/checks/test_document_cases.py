"""The checks that look at the document alone, over their cases: what they flag and what they let pass."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from policy_kit.checks.completeness import empty_sections, placeholders, template_notes, unfinished
from policy_kit.checks.file import heading_styles, links, marks, stray_characters, unread
from policy_kit.checks.repetition import twice_told
from policy_kit.checks.structure import contents, numbering
from policy_kit.findings import Finding, Rule
from tests.checks.bare_policy import bare_policy

CHECKS: tuple[ModuleType, ...] = (
    *(twice_told, placeholders, unfinished, empty_sections, template_notes, contents, numbering),
    *(marks, heading_styles, links, unread, stray_characters),
)
CODES = sorted(rule.code for check in CHECKS for rule in check.RULES)
CASES = Path(__file__).parent / "cases"
PAGES = Path(__file__).parents[2] / "docs" / "checks"
Case = dict[str, Any]


def cases(kind: str) -> list[Any]:
    out = []
    for file in sorted(CASES.glob("PK*.yaml")):
        code = file.name[:5]
        if code in CODES:
            held = yaml.safe_load(file.read_text(encoding="utf-8"))
            out.extend(pytest.param(code, case, id=f"{code}-{case['name']}") for case in held[kind])
    return out


def findings(case: Case) -> list[Finding]:
    policy = bare_policy(case["policy"])
    return [finding for check in CHECKS for finding in check.check(policy, None)]


@pytest.mark.parametrize(("code", "case"), cases("flags"))
def test_a_fault_is_found_with_its_words(code: str, case: Case) -> None:
    found = [(f.rule.code, f.quote) for f in findings(case) if f.rule.code == code]
    for expected in case["finds"]:
        words = expected.get("quote", "")
        assert any(c == expected["check"] and words in quote for c, quote in found), found
    assert len(found) == len(case["finds"]), f"found more than was to be found: {found}"


@pytest.mark.parametrize(("code", "case"), cases("passes"))
def test_what_only_looks_like_a_fault_is_left_alone(code: str, case: Case) -> None:
    assert [f.message for f in findings(case) if f.rule.code == code] == []


@pytest.mark.parametrize(("code", "case"), [*cases("flags"), *cases("passes")])
def test_every_finding_can_be_acted_on(code: str, case: Case) -> None:
    for finding in findings(case):
        assert finding.message.endswith((".", "?"))
        assert finding.suggestion
        assert "compliant" not in finding.message.lower()
        assert finding.location.block is not None or finding.rule.code in ("PK703", "PK706")


@pytest.mark.parametrize(
    "rule", [rule for check in CHECKS for rule in check.RULES], ids=lambda rule: rule.code
)
def test_every_code_has_a_page_that_says_how_to_mend_and_suppress_it(rule: Rule) -> None:
    page = (PAGES / f"{rule.code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {rule.code} {rule.name}\n")
    for part in ("What it finds.", "Example.", "Why it matters.", "How to mend it.", "How to suppress it."):
        assert f"**{part}**" in page
    assert f"- check: {rule.code}" in page


@pytest.mark.parametrize("code", [code for code in CODES if code not in ("PK703", "PK704", "PK706")])
def test_every_code_has_enough_cases_of_both_kinds(code: str) -> None:
    held = yaml.safe_load(next(CASES.glob(f"{code}-*.yaml")).read_text(encoding="utf-8"))
    assert len(held["flags"]) >= 6
    assert len(held["passes"]) >= 6
