"""What the register knows of a school, as the fields of a profile; what it does not know is left out.

The names and codes are the register's own, as its download of autumn 2026 has them. It holds no e-mail
address and no safeguarding lead, and the head may have changed since.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# The first of these that stands in the type's name says what the school is; names change less than codes.
_TYPES = (
    ("pupil referral", "pru"),
    ("non-maintained special", "non-maintained-special"),
    ("independent", "independent"),
    ("free school", "free-school"),
    ("university technical", "free-school"),
    ("studio school", "free-school"),
    ("academy", "academy"),
    ("city technology", "independent"),
    ("voluntary aided", "voluntary-aided"),
    ("voluntary controlled", "voluntary-controlled"),
    ("foundation", "foundation"),
    ("community", "community"),
    ("local authority nursery", "community"),
)
_PHASES = {
    "nursery": "nursery",
    "primary": "primary",
    "middle deemed primary": "middle",
    "middle deemed secondary": "middle",
    "secondary": "secondary",
    "16 plus": "sixth-form",
    "all-through": "all-through",
}
_STAGES = (("KS1", 5, 7), ("KS2", 7, 11), ("KS3", 11, 14), ("KS4", 14, 16), ("KS5", 16, 26))
_SCHOOL_AGE, _INFANT_END, _JUNIOR_START, _PRIMARY_END, _SECONDARY_END = 5, 7, 7, 13, 16
_HEAD_TITLES = {
    "headteacher": "Headteacher",
    "headmaster": "Headteacher",
    "headmistress": "Headteacher",
    "principal": "Principal",
    "headofschool": "Head of School",
    "executiveheadteacher": "Executive Headteacher",
    "executivehead": "Executive Headteacher",
}
_NO_FAITH = ("", "none", "does not apply", "not applicable")


def school_fields(row: Mapping[str, str]) -> dict[str, Any]:
    """Return the profile fields that a register row gives: only those it knows, in no need of an answer.

    row: as `find_school` returns it. The key stages follow from the ages, the sixth form and the nursery.
    """
    ages = _ages(row)
    phase = _phase(row, ages)
    kind = _school_type(row)
    fields: dict[str, Any] = {
        "school_name": row.get("EstablishmentName"),
        "urn": row.get("URN"),
        "phase": phase,
        "school_type": kind,
        "local_authority": row.get("LA (name)"),
        "faith": _faith(row),
        "is_boarding": _boarding(row),
        "headteacher": _head(row),
        "head_title": _HEAD_TITLES.get(
            re.sub(r"[^a-z]", "", row.get("HeadPreferredJobTitle", "").casefold())
        ),
        "website": row.get("SchoolWebsite"),
        "school_phone": row.get("TelephoneNum"),
    }
    if kind in ("academy", "free-school"):
        fields["trust_name"] = row.get("Trusts (name)")
    if ages:
        fields |= _taught(row, ages, phase)
    return {name: value for name, value in fields.items() if value not in (None, "")}


def _ages(row: Mapping[str, str]) -> tuple[int, int] | None:
    low, high = row.get("StatutoryLowAge", ""), row.get("StatutoryHighAge", "")
    if not (low.isdigit() and high.isdigit()):
        return None
    return (int(low), int(high)) if int(low) < int(high) else None


def _school_type(row: Mapping[str, str]) -> str | None:
    name = row.get("TypeOfEstablishment (name)", "").casefold()
    return next((kind for words, kind in _TYPES if words in name), None)


def _phase(row: Mapping[str, str], ages: tuple[int, int] | None) -> str | None:
    kind = row.get("TypeOfEstablishment (name)", "").casefold()
    if "pupil referral" in kind or "alternative provision" in kind:
        return "alternative"
    if "special" in kind:
        return "special"
    phase = _PHASES.get(row.get("PhaseOfEducation (name)", "").casefold())
    if ages is None:
        return phase
    if phase == "primary":
        return _part_of_primary(*ages)
    return phase or _phase_by_ages(*ages)


def _part_of_primary(low: int, high: int) -> str:
    if high <= _INFANT_END:
        return "infant"
    return "junior" if low >= _JUNIOR_START and high < _PRIMARY_END else "primary"


def _phase_by_ages(low: int, high: int) -> str:
    """Independent schools have no phase in the register."""
    if high <= _SCHOOL_AGE:
        return "nursery"
    if high <= _PRIMARY_END:
        return _part_of_primary(low, high)
    if low >= _SECONDARY_END:
        return "sixth-form"
    return "all-through" if low < _JUNIOR_START + 3 else "secondary"


def _taught(row: Mapping[str, str], ages: tuple[int, int], phase: str | None) -> dict[str, Any]:
    low, high = ages
    stages = [stage for stage, start, end in _STAGES if low < end and high > start]
    if low < _SCHOOL_AGE or row.get("NurseryProvision (name)", "").casefold().startswith("has nursery"):
        stages.insert(0, "EYFS")
    official = row.get("OfficialSixthForm (name)", "").casefold()
    # An age range may reach to 18 where there is no sixth form, but not in a special school.
    if official.startswith("does not have") and phase != "special" and "KS5" in stages:
        stages.remove("KS5")
    if phase == "sixth-form":
        stages = ["KS5"]
    has_sixth_form = "KS5" in stages and (phase != "special" or official.startswith("has"))
    return {
        "age_range": f"{low}-{high}",
        "key_stages": stages,
        "has_eyfs": "EYFS" in stages,
        "has_sixth_form": has_sixth_form,
    }


def _boarding(row: Mapping[str, str]) -> bool | None:
    boarders = row.get("Boarders (name)", "").casefold()
    if "boarding school" in boarders:
        return True
    if boarders == "no boarders":
        return False
    known = row.get("BoardingEstablishment (name)", "").casefold()
    return {"has boarders": True, "does not have boarders": False}.get(known)


def _faith(row: Mapping[str, str]) -> str | None:
    faith = row.get("ReligiousCharacter (name)", "")
    return None if faith.casefold() in _NO_FAITH else faith


def _head(row: Mapping[str, str]) -> dict[str, str] | None:
    parts = (row.get(column, "") for column in ("HeadTitle (name)", "HeadFirstName", "HeadLastName"))
    words = [part for part in parts if part and part.casefold() not in ("not recorded", "unknown")]
    return {"name": " ".join(words)} if row.get("HeadLastName") else None
