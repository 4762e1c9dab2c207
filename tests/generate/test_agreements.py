"""The agreements hold what each group should agree to, with its school, its year and room to sign."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from policy_kit.generate.package import unpack
from policy_kit.generate.policy import make_policy
from policy_kit.generate.templates import find_template
from tests.generate.making import SCHOOL, order

_CASES = yaml.safe_load((Path(__file__).parent / "cases" / "agreements.yaml").read_text(encoding="utf-8"))
_SCHOOLS: dict[str, dict[str, Any]] = {
    "primary": {},
    "secondary": {
        "phase": "secondary", "key_stages": ["KS3", "KS4", "KS5"], "has_eyfs": False, "has_sixth_form": True,
        "device_scheme": "one-to-one", "phone_policy_choice": "lockers-or-pouches",
        "monitoring_out_of_hours": "a duty officer reads them",
    },
}  # fmt: skip


@cache
def _appendices(school: str) -> dict[str, list[dict[str, str]]]:
    """The blocks of each appendix of a school's policy, by its title."""
    policy = make_policy(find_template("online-safety").data, "online-safety", order(**_SCHOOLS[school]))
    record = etree.fromstring(unpack(policy, "policy")["customXml/item1.xml"]).text or ""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    title = ""
    for block in json.loads(record)["blocks"]:
        if block["style"] == "AppendixHeading":
            title = block["text"]
        elif title:
            found[title].append(block)
    return found


def _agreement(case: dict[str, Any]) -> list[dict[str, str]]:
    (title,) = [title for title in _appendices(case["school"]) if case["title"] in title]
    return _appendices(case["school"])[title]


@pytest.mark.parametrize("case", _CASES, ids=[case["title"] for case in _CASES])
def test_an_agreement_holds_what_it_must(case: dict[str, Any]) -> None:
    text = "\n".join(block["text"] for block in _agreement(case))
    assert [pattern for pattern in case["holds"] if not re.search(pattern, text)] == []


@pytest.mark.parametrize("case", _CASES, ids=[case["title"] for case in _CASES])
def test_an_agreement_is_as_long_as_its_readers_bear(case: dict[str, Any]) -> None:
    said = [
        block
        for block in _agreement(case)
        if block["kind"] == "list-item" or block["text"].startswith(("I ", "If ", "Some "))
    ]
    shortest, longest = case["statements"]
    assert shortest <= len(said) <= longest


@pytest.mark.parametrize("case", _CASES, ids=[case["title"] for case in _CASES])
def test_an_agreement_names_school_and_year_and_is_signed_with_a_date(case: dict[str, Any]) -> None:
    blocks = _agreement(case)
    text = "\n".join(block["text"] for block in blocks)
    assert str(SCHOOL["school_name"]) in text
    assert "2026 to 2027" in text
    assert re.search(r"\bDate\b", blocks[-1]["text"])


def test_no_school_has_an_agreement_for_those_it_does_not_have() -> None:
    titles = "\n".join(_appendices("primary"))
    assert "key stage 3" not in titles
    assert "sixth form" not in titles
    assert "simple words" not in titles
    assert "Our online promise" not in "\n".join(_appendices("secondary"))
