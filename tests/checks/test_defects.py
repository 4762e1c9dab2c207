"""The yardstick: each defect seen in real policies is found, or docs/limits.md says why it is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_kit.checks import RULES, run_checks
from policy_kit.facts import Facts
from policy_kit.findings import Finding
from policy_kit.guidance import load_register
from policy_kit.sections import recognise
from policy_kit.standard import load_standard
from tests.build import document_from_markup

DAY = date(2026, 11, 21)
HERE = Path(__file__).parent / "defects"
LIMITS = " ".join((Path(__file__).parents[2] / "docs" / "limits.md").read_text(encoding="utf-8").split())
Case = dict[str, Any]
DEFECTS: list[Case] = yaml.safe_load((HERE / "defects.yaml").read_text(encoding="utf-8"))
KINDS: list[Case] = yaml.safe_load((HERE / "kinds.yaml").read_text(encoding="utf-8"))
CASES = [pytest.param(case, id=case.get("id", case["kind"])) for case in (*DEFECTS, *KINDS)]


def findings(case: Case) -> list[Finding]:
    standard, register = load_standard(), load_register()
    document = document_from_markup(case["policy"])
    return list(run_checks(recognise(document, standard, register, DAY), Facts(standard, register, DAY)))


@pytest.mark.parametrize("case", CASES)
def test_a_defect_is_found_or_its_limit_is_told(case: Case) -> None:
    if "limit" in case:
        assert case["limit"] in LIMITS
        return
    told = [(f.rule.code, f"{f.quote} {f.message}") for f in findings(case)]
    assert any(code == case["code"] and case["finds"] in words for code, words in told), told


def test_all_of_the_yardstick_is_here() -> None:
    assert len(DEFECTS) == 72
    assert len({case["id"] for case in DEFECTS}) == 72
    assert {case["code"] for case in (*DEFECTS, *KINDS) if "code" in case} <= {rule.code for rule in RULES}
    assert len({case["kind"] for case in (*DEFECTS, *KINDS)}) == len({*(c["kind"] for c in DEFECTS)}) + len(
        KINDS
    )
