"""The names a clause may use, and what follows from a profile for each kind of school."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policy_kit.generate.context import academic_year, known_names, template_context
from policy_kit.generate.samples import sample_schools
from policy_kit.generate.words import FILTERS, JINJA_FILTERS, british_date, clean, either, listed, possessive
from policy_kit.profile import profile_fields, validate_profile
from tests.generate.making import SCHOOL

_GUIDE = Path(__file__).resolve().parents[2] / "docs" / "templates.md"


@pytest.mark.parametrize("kind", sample_schools())
def test_every_sample_school_is_a_valid_profile(kind: str) -> None:
    assert validate_profile(sample_schools()[kind]) == []


def test_one_sample_gives_every_field() -> None:
    assert set(SCHOOL) == set(profile_fields()) - {"logo"}  # a file, which invented schools do not have


@pytest.mark.parametrize("kind", sample_schools())
def test_every_school_has_every_name(kind: str) -> None:
    assert set(template_context(sample_schools()[kind])) == known_names()


def test_the_guide_lists_every_name() -> None:
    guide = _GUIDE.read_text(encoding="utf-8")
    listed_there = set(re.findall(r"`([a-z_0-9]+)`", guide))
    assert sorted(known_names() - listed_there) == []
    assert (
        sorted(
            {*FILTERS, *JINJA_FILTERS} - {name.partition("(")[0] for name in re.findall(r"`([a-z_]+)", guide)}
        )
        == []
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"pupil_word": "children"}, {"pupils": "children", "pupil": "child", "pupils_": "children’s"}),
        ({"pupil_word": "students"}, {"pupils": "students", "pupil": "student", "pupils_": "students’"}),
        ({"school_name": "Long Name", "short_name": "Short"}, {"school": "Short"}),
        ({"school_name": "Long Name"}, {"school": "Long Name"}),
        ({"head_title": "Head of School"}, {"head": "head of school", "head_title": "Head of School"}),
        ({"governing_body_word": "trust board"}, {"governors": "trust board"}),
        (
            {"key_stages": ["EYFS"]},
            {"has_eyfs": True, "has_younger": True, "has_older": False, "has_ks1": False},
        ),
        (
            {"key_stages": ["KS2", "KS3"]},
            {"has_eyfs": False, "has_younger": True, "has_older": True, "has_ks3": True},
        ),
        ({"key_stages": ["KS5"]}, {"has_younger": False, "has_older": True, "has_ks5": True}),
        ({"school_type": "free-school"}, {"is_academy": True, "is_maintained": False}),
        ({"school_type": "pru"}, {"is_pru": True, "is_maintained": True, "is_special": False}),
        ({"school_type": "foundation"}, {"is_maintained": True, "is_independent": False}),
        ({"school_type": "non-maintained-special"}, {"is_non_maintained_special": True, "is_special": True}),
        ({"phase": "special"}, {"is_special": True, "is_nursery": False}),
        ({"phase": "nursery"}, {"is_nursery": True}),
        ({"trust_name": "T"}, {"in_trust": True}),
        ({}, {"in_trust": False, "has_byod": False, "devices_go_home": False, "pupils": None, "head": None}),
        ({"device_scheme": "class-sets"}, {"devices_go_home": False}),
        ({"device_scheme": "one-to-one"}, {"devices_go_home": True}),
        ({"byod": "none"}, {"has_byod": False}),
        ({"byod": "staff"}, {"has_byod": True}),
        ({"social_accounts": []}, {"has_official_accounts": False}),
        ({"video_platform": "Teams"}, {"has_video_lessons": True}),
        ({"ai_tools_approved": {"staff": ["A"], "pupils": []}}, {"pupils_use_ai": False}),
        ({"ai_tools_approved": {"staff": [], "pupils": ["A"]}}, {"pupils_use_ai": True}),
        (
            {"dsl": {"name": "A B"}, "online_safety_lead": {"name": "A B"}},
            {"separate_online_safety_lead": False},
        ),
        (
            {"dsl": {"name": "A B"}, "online_safety_lead": {"name": "C D"}},
            {"separate_online_safety_lead": True},
        ),
        ({"phone_policy_choice": "not-on-site"}, {"phones_banned_on_site": True, "phones_handed_in": False}),
        ({"phone_policy_choice": "lockers-or-pouches"}, {"phones_locked_away": True}),
        ({"phone_policy_choice": "never-used-seen-heard"}, {"phones_never_seen": True}),
        ({"date_approved": date(2026, 10, 8)}, {"date_approved": "8 October 2026"}),
        ({"senco": {"name": "A"}}, {"senco": {"name": "A", "role": None, "contact": None}}),
        ({"linked_policy_titles": [{"title": "A"}]}, {"linked_policy_titles": [{"title": "A", "url": None}]}),
        ({"local_risks": "one\ntwo\x07"}, {"local_risks": "one two"}),
    ],
)
def test_what_follows_from_a_profile(fields: dict[str, Any], expected: dict[str, Any]) -> None:
    context = template_context(fields)
    assert {name: context[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 10, 8), "2026 to 2027"),
        (date(2026, 8, 31), "2026 to 2027"),
        (date(2027, 3, 1), "2026 to 2027"),
        (date(2027, 7, 20), "2026 to 2027"),
        (None, None),
    ],
)
def test_the_academic_year(day: date | None, year: str | None) -> None:
    assert academic_year(day) == year


def test_words() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B"]) == "A and B"
    assert listed([{"name": "A"}, {"name": "B", "contact": "1"}, "C"]) == "A, B and C"
    assert either(["A", "B"]) == "A or B"
    assert possessive("St Mary’s") == "St Mary’s"
    assert possessive("James") == "James’"
    assert british_date(date(2026, 9, 3)) == "3 September 2026"
    assert clean(" a\t b\x00\u2028c ") == "a b c"
