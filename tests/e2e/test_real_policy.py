"""The real 2021 policy in its forms: what an audit must find there, with the right words and place."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

import pytest

from tests.e2e.commands import DAY, REAL, policy_kit

FORMS = ("litherland-moss-2021-headings.docx", "litherland-moss-2021-bold.docx", "litherland-moss-2021.txt")
pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason="the real example documents are not beside the project"
)


@cache
def audit(form: str) -> dict[str, Any]:
    done = policy_kit("audit", REAL / form, "--on", DAY, "--format", "json")
    assert done.stderr == ""
    report: dict[str, Any] = json.loads(done.stdout)["policies"][0]
    return report


def finds(form: str, code: str, words: str) -> bool:
    """Whether a finding of that code has the words in what it says or quotes, anywhere it points to."""
    words = words.casefold()
    return any(
        words in json.dumps([f["message"], f["quote"]], ensure_ascii=False).casefold()
        for f in audit(form)["findings"]
        if f["check"] == code
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (("PK201",), "7.7 Managing the Safety of our Website"),
        (("PK301", "PK305"), "Keeping children safe in education"),
        (("PK301",), "early years"),
        (("PK301",), "Working together to safeguard children"),
        (("PK301",), "safer working practice"),
        (("PK301",), "teaching online safety"),
        (("PK301", "PK302"), "2018"),
        (("PK303", "PK301", "PK305"), "three areas of risk"),
        (("PK303",), "peer on peer"),
        (("PK303",), "youth produced sexual imagery"),
        (("PK304",), "ukccis"),
        (("PK304",), "thinkuknow"),
        (("PK304",), "net aware"),
        (("PK304",), "twitter"),
        (("PK401",), "July 2022"),
        (("PK402",), ""),
        (("PK405",), ""),
        (("PK502",), "we will:"),
        (("PK502",), "local guidance:"),
        (("PK701",), ""),
    ],
    ids=lambda v: v if isinstance(v, str) else "-".join(v),
)
def test_the_audit_finds_it(form: str, codes: tuple[str, ...], words: str) -> None:
    assert any(finds(form, code, words) for code in codes)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("words", ["Sexual Offences Act", "connected world"])
def test_the_audit_leaves_it_alone(form: str, words: str) -> None:
    assert not [c for c in ("PK301", "PK302", "PK305") if finds(form, c, words)]


# The people are real, so their names stand here only as digests.
PEOPLE = {
    "ab979b0868d5": "headteacher",
    "4e07914dfdbb": "headteacher",
    "50ad6711490c": "deputy-headteacher",
    "3a975edf5e75": "designated-safeguarding-lead",
    "acb1bd9fb508": "designated-safeguarding-lead",
    "53c90bc95955": "link-governor",
}


def digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:12]


@pytest.mark.parametrize("form", FORMS)
def test_the_school_and_its_people_are_named(form: str) -> None:
    document = audit(form)["document"]
    assert document["school_name"] == "Litherland Moss Primary School"
    found = {digest(p["name"]): set() for p in document["people"]}
    for person in document["people"]:
        found[digest(person["name"])].add(person["role"])
    for name, role in PEOPLE.items():
        assert role in found.get(name, set()), (name, role)


@pytest.mark.parametrize("form", FORMS)
def test_findings_lead_to_the_spot(form: str) -> None:
    doubled = next(f for f in audit(form)["findings"] if f["check"] == "PK201")
    assert doubled["location"]["heading_path"][-1].startswith("7.7")
    assert doubled["location"]["block"] is not None


@pytest.mark.parametrize("form", FORMS)
def test_it_is_a_policy(form: str) -> None:
    assert audit(form)["kind"]["is_policy"] is True
    assert audit(form)["kind"]["standard"] == "online-safety"


def test_the_forms_have_the_same_sections() -> None:
    of = {form: {s["id"]: s["status"] for s in audit(form)["sections"]} for form in FORMS}
    assert of[FORMS[0]] == of[FORMS[1]] == of[FORMS[2]]


@pytest.mark.parametrize(
    "name",
    ["essex-guidance-pack.txt", "liverpool-online-safety-update.txt", "posh-helpline-analysis.txt"],
)
def test_what_is_no_policy_is_told(name: str) -> None:
    assert audit(name)["kind"]["is_policy"] is False
    text = policy_kit("audit", REAL / name, "--on", DAY).stdout
    assert "does not look like" in "\n".join(text.splitlines()[:12])
