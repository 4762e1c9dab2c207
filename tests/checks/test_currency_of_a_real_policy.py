"""The currency checks on a real policy of 2021, if it is there: what must be found, and what must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from policy_kit.checks.currency import bodies, dating, misspelt, superseded, terms, time_bound, withdrawn
from policy_kit.facts import Facts
from policy_kit.findings import Finding
from policy_kit.guidance import load_register
from policy_kit.guidance.citations import find_citations
from policy_kit.model import DateKind, PolicyDate
from policy_kit.sources import read
from policy_kit.standard import load_standard
from tests.checks.bare_policy import policy_of

EXAMPLES = Path(__file__).resolve().parents[3] / "shared/examples"
FILES = [EXAMPLES / f"litherland-moss-2021{end}" for end in (".txt", "-headings.docx", "-bold.docx")]
THE_DAY = date(2026, 11, 21)
pytestmark = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the real example policies are not here")


def findings(file: Path, on: date = THE_DAY) -> list[Finding]:
    policy = policy_of(read(file))
    block = next(b for b in policy.document.blocks if "02/09/2021" in b.text)
    effective = date(2021, 9, 2)
    own = PolicyDate(
        "02/09/2021", DateKind.EFFECTIVE, effective, "day", policy.location(block), first=effective
    )
    policy = replace(policy, dates=(own,))
    facts = Facts(load_standard(), load_register(), on)
    checks = (superseded, withdrawn, terms, bodies, dating, time_bound, misspelt)
    return [finding for check in checks for finding in check.check(policy, facts)]


MUST_BE_FOUND = [
    ("PK301", "error", "kcsie:2019"),
    ("PK301", "error", "eyfs:2017"),
    ("PK301", "error", "working-together:2018"),
    ("PK301", "advice", "gswp:2019"),
    ("PK301", "warning", "teaching-online-safety:2019"),
    ("PK302", "warning", "svsh:"),
    ("PK303", "warning", "three-cs"),
    ("PK303", "warning", "peer-on-peer"),
    ("PK303", "warning", "youth-produced-imagery"),
    ("PK304", "warning", "ukcis:0"),
    ("PK304", "warning", "ceop-education:0"),
    ("PK304", "warning", "net-aware:0"),
    ("PK304", "warning", "action-fraud:0"),
    ("PK304", "advice", "twitter:0"),
    ("PK305", "warning", "kcsie,eyfs"),
]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_what_must_be_found(file: Path) -> None:
    found = {(f.rule.code, f.severity.value, f.key) for f in findings(file)}
    assert set(MUST_BE_FOUND) - found == set()


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_nothing_else_is_an_error_or_a_warning(file: Path) -> None:
    found = {(f.rule.code, f.severity.value, f.key) for f in findings(file) if f.severity.value != "advice"}
    assert found - set(MUST_BE_FOUND) == set()


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_acts_and_undated_guidance_are_no_stale_references(file: Path) -> None:
    told = " ".join(f"{f.message} {f.quote}" for f in findings(file))
    assert "Sexual Offences Act" not in told
    assert "Connected World" not in told


def test_action_fraud_was_still_right_in_its_day() -> None:
    keys = {f.key for f in findings(FILES[0], date(2025, 12, 3))}
    assert "action-fraud:0" not in keys


def test_every_year_of_the_aims_is_read() -> None:
    blocks = read(FILES[0]).text_blocks
    years = {c.document_id: c.year for c in find_citations(blocks, load_register()) if c.year}
    assert years == {
        "kcsie": 2019,
        "eyfs": 2017,
        "working-together": 2018,
        "gswp": 2019,
        "teaching-online-safety": 2019,
        "svsh": 2018,
    }


@pytest.mark.parametrize(
    ("file", "code", "words"),
    [
        ("essex-guidance-pack.txt", "PK307", "NSPCC New Aware"),
        ("essex-guidance-pack.txt", "PK306", "lockdown"),
        ("liverpool-online-safety-update.txt", "PK307", "saferrinternet"),
        ("liverpool-online-safety-update.txt", "PK304", "0844 381 4772"),
        ("liverpool-online-safety-update.txt", "PK306", "Safer Internet Day 2022"),
    ],
)
def test_slips_and_passed_times_in_letters_to_schools(file: str, code: str, words: str) -> None:
    policy = policy_of(read(EXAMPLES / file))
    facts = Facts(load_standard(), load_register(), THE_DAY)
    found = [f for c in (misspelt, time_bound, bodies) for f in c.check(policy, facts)]
    assert any(f.rule.code == code and words in f.quote for f in found)
