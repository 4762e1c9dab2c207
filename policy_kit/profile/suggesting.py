"""What follows from answers already given, and what most schools like this one would answer."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from policy_kit.profile.agreement import STAGE_AGES, year_after
from policy_kit.profile.validating import plain_values

_MIXED = ("special", "alternative")
_STAGES = {
    "nursery": ["EYFS"],
    "infant": ["EYFS", "KS1"],
    "junior": ["KS2"],
    "sixth-form": ["KS5"],
}
_STUDENTS = ("secondary", "all-through", "sixth-form")
_GOVERNED_BY = {
    "academy": "local governing body",
    "free-school": "trust board",
    "independent": "proprietor",
    "pru": "management committee",
}


def derived(fields: Mapping[str, Any]) -> dict[str, bool]:
    """The yes or no that the key stages leave no choice about; nothing before they are known."""
    plain = plain_values(fields)
    if "key_stages" not in plain or "phase" not in plain:
        return {}
    answers = {"has_eyfs": "EYFS" in plain["key_stages"]}
    has_oldest = "KS5" in plain["key_stages"]
    if not has_oldest or plain["phase"] not in _MIXED:
        answers["has_sixth_form"] = has_oldest
    return answers


def suggestion(name: str, fields: Mapping[str, Any], on: datetime.date, kcsie: int | None = None) -> Any:
    """A sensible answer for a field, from those given, or None where only the school can know.

    on: the day the profile is made; kcsie: the year of the edition in force on it.
    """
    plain = plain_values(fields)
    by_name: dict[str, Callable[[], Any]] = {
        "key_stages": lambda: _stages(plain),
        "is_boarding": lambda: False,
        "head_title": lambda: "Headteacher",
        "pupil_word": lambda: _pupil_word(plain.get("phase")),
        "governing_body_word": lambda: _GOVERNED_BY.get(plain.get("school_type", ""), "governing body"),
        "slt_filtering_lead": lambda: _named(plain.get("dsl")) or None,
        "policy_owner": lambda: {**_named(plain["dsl"]), "role": "DSL"} if "dsl" in plain else None,
        "monitoring_report_to": lambda: ["DSL", plain.get("head_title", "Headteacher")],
        "device_scheme": lambda: "none",
        "byod": lambda: "none",
        "governor_report_interval": lambda: "termly",
        "date_written": on.isoformat,
        "date_last_reviewed": lambda: plain.get("date_written", on.isoformat()),
        "approved_by": lambda: _approved_by(plain.get("governing_body_word")),
        "date_next_review": lambda: _next_review(plain.get("date_last_reviewed")),
        "kcsie_edition": lambda: kcsie,
    }
    return by_name[name]() if name in by_name else None


def _stages(plain: Mapping[str, Any]) -> list[str] | None:
    if "age_range" not in plain:
        return _STAGES.get(plain.get("phase", ""))
    low, high = (int(age) for age in plain["age_range"].split("-"))
    stages = [stage for stage, (start, end) in STAGE_AGES.items() if low < end and high > start]
    return stages or None


def _pupil_word(phase: str | None) -> str:
    if phase == "nursery":
        return "children"
    return "students" if phase in _STUDENTS else "pupils"


def _named(person: Mapping[str, Any] | None) -> dict[str, Any]:
    return {"name": person["name"]} if person else {}


def _approved_by(word: str | None) -> str | None:
    if not word:
        return None
    return f"Full {word}" if word in ("governing body", "governing board") else word.capitalize()


def _next_review(last: str | None) -> str | None:
    return year_after(datetime.date.fromisoformat(last)).isoformat() if last else None
