"""A school's facts, checked and normalised, and the faults that keep a file from being a profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from policy_kit.quick import dataclass

# What a standard's conditions may ask of a school: kind and choices, nothing about people.
_FACTS = (
    "phase",
    "age_range",
    "key_stages",
    "has_eyfs",
    "has_sixth_form",
    "is_boarding",
    "school_type",
    "faith",
    "trust_name",
    "head_title",
    "pupil_word",
    "governing_body_word",
    "device_scheme",
    "byod",
    "learning_platforms",
    "video_platform",
    "ai_tools_approved",
    "social_accounts",
    "phone_policy_choice",
    "governor_report_interval",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a profile: the field, the line or row it stands in if known, and the mend."""

    field: str
    line: int | None
    message: str

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


def in_full(where: str, faults: Iterable[Fault]) -> str:
    """Every fault of one profile as text for the user: one fault on one line, more each on a line."""
    told = [f"line {fault.line}, {fault}" if fault.line else str(fault) for fault in faults]
    if len(told) == 1:
        return f"{where}, {told[0]}" if told[0].startswith("line ") else f"{where}: {told[0]}"
    return "\n  ".join([f"{where}: {len(told)} things to mend in this profile", *told])


@dataclass(frozen=True)
class Profile:
    """One school's facts.

    fields: by field id of schemas/school.schema.json, normalised: dates are `datetime.date`, persons
    {name, role, contact} with what is given, accounts {platform, handle}, linked policies {title, url};
    a field that the file leaves out or blank is not there. path: the file, or file and row.
    """

    fields: Mapping[str, Any]
    path: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", MappingProxyType(dict(self.fields)))

    def __reduce__(self) -> tuple[type[Profile], tuple[dict[str, Any], str]]:
        """A read-only view cannot be sent to another process; its content can."""
        return Profile, (dict(self.fields), self.path)

    def __hash__(self) -> int:
        return hash((self.path, self.fields.get("urn")))

    def school_facts(self) -> dict[str, object]:
        """The facts that a standard's conditions ask for, as JSON types; those not given are left out."""
        return {name: self.fields[name] for name in _FACTS if name in self.fields}
