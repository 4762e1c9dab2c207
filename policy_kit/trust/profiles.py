"""A school's profile as far as it is known: what a trust has not yet filled in does not stop the audit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from policy_kit.errors import InvalidProfile, UnreadableFile
from policy_kit.profile import (
    Profile,
    missing_fields,
    normalised,
    profile_fields,
    read_source,
    validate_profile,
)
from policy_kit.quick import dataclass
from policy_kit.trust.manifest import School

# Without these a profile says too little of the kind of school for the standard's conditions.
_KIND = ("school_name", "phase", "key_stages", "has_eyfs", "has_sixth_form", "is_boarding", "school_type")


@dataclass(frozen=True)
class Known:
    """What is known of a school: all fields that hold, those still missing, and what is wrong.

    profile: for the audit, None where the kind of school is not known; whole: whether a policy can be
    written from it; faults: fields that are filled in wrongly, each with the mend.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    profile: Profile | None = None
    whole: bool = False


def school_profile(school: School) -> Known:
    """Read what the manifest's profile of a school says; a fault is told and never stops the rest."""
    if school.profile is None:
        return Known()
    try:
        source = read_source(school.profile)
    except (InvalidProfile, UnreadableFile) as error:
        return Known(faults=(str(error),))
    known = known_fields(source.data, str(school.profile), source.lines)
    faults = (*(f"{school.profile}: {fault}" for fault in source.faults), *known.faults)
    return Known(known.fields, known.missing, faults, known.profile, known.whole and not faults)


def known_fields(data: Mapping[str, Any], where: str, lines: Mapping[str, int] | None = None) -> Known:
    """What holds of the data as a profile; `where` stands before each fault."""
    missing = missing_fields(data)
    faults = [f for f in validate_profile(data, lines) if f.field not in missing]
    wrong = {fault.field for fault in faults}
    good = {name: value for name, value in data.items() if name in profile_fields() and name not in wrong}
    fields = normalised(good)
    told = tuple(f"{where}{f', line {f.line}' if f.line else ''}: {f}" for f in faults)
    says_enough = all(name in fields for name in _KIND)
    whole = not missing and not faults
    return Known(fields, missing, told, Profile(fields, where) if says_enough else None, whole)
