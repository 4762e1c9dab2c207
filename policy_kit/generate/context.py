"""The names a clause may use: a profile's fields, and what follows from them, as plain data.

docs/templates.md lists them for those who write clauses; tests/generate/test_context.py keeps it in step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any

from policy_kit.generate.words import british_date, clean, possessive
from policy_kit.profile.fields import profile_fields

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]

_SINGULAR = {"pupils": "pupil", "students": "student", "learners": "learner", "children": "child"}
_MAINTAINED = ("community", "voluntary-aided", "voluntary-controlled", "foundation", "pru")
_PHONES = {
    "phones_banned_on_site": "not-on-site",
    "phones_handed_in": "handed-in",
    "phones_locked_away": "lockers-or-pouches",
    "phones_never_seen": "never-used-seen-heard",
}
_PARTS = {"name": ("name", "role", "contact"), "title": ("title", "url"), "platform": ("platform", "handle")}
_SCHOOL_YEAR_TURNS = 8  # a policy approved from August on is for the year that begins in September


def template_context(fields: Mapping[str, Any]) -> dict[str, Plain]:
    """Return every name a template may use, from a profile's normalised fields.

    Dates are written out, control characters gone; a field the profile leaves out is None.
    """
    context: dict[str, Plain] = dict.fromkeys(profile_fields())
    context.update({name: _plain(value) for name, value in fields.items()})
    context.update(_words_for(fields))
    context.update(_who_is_taught(fields))
    context.update(_kind_of_school(fields))
    context.update(_technology(fields))
    context["academic_year"] = academic_year(fields.get("date_approved") or fields.get("date_written"))
    return context


@cache
def known_names() -> frozenset[str]:
    """Every name that a template may use."""
    return frozenset(template_context({}))


def no_such_field(name: str) -> str:
    """What to say of a name that is no field, with the one that was meant."""
    near = get_close_matches(name, sorted(known_names()), 1)
    hint = f"did you mean “{near[0]}”?" if near else "`policy-kit template fields` lists those there are"
    return f"there is no field called “{name}”; {hint}"


def _plain(value: object) -> Plain:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, date):
        return british_date(value)
    if isinstance(value, Mapping):
        parts = next((names for first, names in _PARTS.items() if first in value), ())
        return {**dict.fromkeys(parts), **{clean(str(k)): _plain(v) for k, v in value.items()}}
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return [_plain(item) for item in value]
    return clean(str(value))


def _words_for(fields: Mapping[str, Any]) -> dict[str, Plain]:
    pupils = _text(fields, "pupil_word")
    head = _text(fields, "head_title")
    return {
        "school": _text(fields, "short_name") or _text(fields, "school_name"),
        "pupils": pupils,
        "pupil": _SINGULAR.get(pupils, pupils) if pupils else None,
        "pupils_": possessive(pupils) if pupils else None,
        "head": head.lower() if head else None,
        "governors": _text(fields, "governing_body_word"),
    }


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return clean(str(value)) if value else None


def _who_is_taught(fields: Mapping[str, Any]) -> dict[str, Plain]:
    stages = set(fields.get("key_stages") or ())
    has_eyfs = bool(fields.get("has_eyfs")) or "EYFS" in stages
    answers: dict[str, Plain] = {f"has_ks{n}": f"KS{n}" in stages for n in range(1, 6)}
    return answers | {
        "has_eyfs": has_eyfs,
        "has_sixth_form": bool(fields.get("has_sixth_form")),
        "has_younger": has_eyfs or bool(stages & {"KS1", "KS2"}),
        "has_older": bool(stages & {"KS3", "KS4", "KS5"}),
        "is_boarding": bool(fields.get("is_boarding")),
        "is_nursery": fields.get("phase") == "nursery",
    }


def _kind_of_school(fields: Mapping[str, Any]) -> dict[str, Plain]:
    kind = fields.get("school_type")
    return {
        "is_special": fields.get("phase") == "special" or kind == "non-maintained-special",
        "is_academy": kind in ("academy", "free-school"),
        "is_maintained": kind in _MAINTAINED,
        "is_independent": kind == "independent",
        "is_non_maintained_special": kind == "non-maintained-special",
        "is_pru": kind == "pru",
        "in_trust": bool(fields.get("trust_name")),
        "has_hirers": fields.get("lets_premises") is not False,
    }


def _technology(fields: Mapping[str, Any]) -> dict[str, Plain]:
    lead, dsl = _name(fields.get("online_safety_lead")), _name(fields.get("dsl"))
    tools = fields.get("ai_tools_approved") or {}
    answers: dict[str, Plain] = {
        name: fields.get("phone_policy_choice") == choice for name, choice in _PHONES.items()
    }
    return answers | {
        "devices_go_home": fields.get("device_scheme") in ("loans", "one-to-one"),
        "has_byod": fields.get("byod") not in (None, "none"),
        "has_official_accounts": bool(fields.get("social_accounts")),
        "has_video_lessons": bool(fields.get("video_platform")),
        "pupils_use_ai": bool(tools.get("pupils")),
        "separate_online_safety_lead": bool(lead) and lead != dsl,
    }


def _name(person: Any) -> str:
    return clean(str(person.get("name", ""))) if isinstance(person, Mapping) else clean(str(person or ""))


def academic_year(day: date | None) -> str | None:
    """The school year a policy approved on that day is for: 2026 to 2027."""
    if day is None:
        return None
    first = day.year if day.month >= _SCHOOL_YEAR_TURNS else day.year - 1
    return f"{first} to {first + 1}"
