"""The shipped policy fits the school: what applies is said, what does not is not, nothing is blank."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_kit.generate.policy import make_policy
from policy_kit.generate.templates import find_template
from tests.generate.making import order, text

_CASES = yaml.safe_load((Path(__file__).parent / "cases" / "variants.yaml").read_text(encoding="utf-8"))
# What every school's policy answers, whatever it is: the questions that schools ask most.
_ALWAYS = (
    "A fake, parody or insulting account", "we note it and leave it alone", "We keep evidence",
    "report the account to the platform", "Professionals Online Safety Helpline \\(0344 381 4772\\)",
    "We report it to the police, on 999 in an emergency", "We support the person targeted",
    "Before each holiday the DSL and the deputies agree who reads alerts", "cyberflashing", "Sextortion is",
    "Trackers and being followed", "Images made with AI", "Guest speakers, tutors and mentors",
    "neutral background", "Links and passwords are not shared", "Date of birth|date of birth",
)  # fmt: skip


@cache
def _policies() -> dict[str, str]:
    """The text of the policy of each case's school, by the case's name."""
    template = find_template("online-safety").data
    orders = {case["name"]: order(**case["fields"]) for case in _CASES}
    return {name: text(make_policy(template, "online-safety", one)) for name, one in orders.items()}


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_what_is_said_fits_the_school(case: dict[str, Any]) -> None:
    said = _policies()[case["name"]]
    assert [p for p in case.get("says", ()) if not re.search(p, said, re.IGNORECASE)] == []
    flags = re.IGNORECASE
    stray = {
        p: found[0]
        for p in case.get("not", ())
        if (found := re.search(f".{{0,40}}(?:{p}).{{0,40}}", said, flags))
    }
    assert stray == {}


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_what_schools_ask_most_is_answered_for_each(case: dict[str, Any]) -> None:
    said = _policies()[case["name"]]
    assert [p for p in _ALWAYS if not re.search(p, said, re.IGNORECASE)] == []
