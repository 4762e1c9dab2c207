"""The policy record, and what its validation against the standard's schema says is lacking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policy_kit.model import Policy, SectionResult, SectionStatus
from policy_kit.quick import dataclass
from policy_kit.standard.asking import Fault, faults, is_met
from policy_kit.standard.model import Point, Standard, StandardSection


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """One thing the schema found lacking: kind is missing, thin, pointer or point."""

    section: str
    kind: str
    point: str = ""


def applies(conditions: Iterable[Mapping[str, Any]], school: Mapping[str, object]) -> bool:
    """Whether every `if` that stands over a point or level holds for the school's facts."""
    return all(is_met(c, {"school": dict(school)}) for c in conditions)


def points_for(section: StandardSection, school: Mapping[str, object]) -> tuple[Point, ...]:
    """The points of a section that are asked of this school."""
    return tuple(p for p in section.points if applies(p.conditions, school))


def level_for(section: StandardSection, school: Mapping[str, object]) -> str:
    """The section's level for this school."""
    raised = [level for conditions, level in section.levels if applies(conditions, school)]
    return raised[-1] if raised else section.level


def required_sections(standard: Standard, school: Mapping[str, object]) -> frozenset[str]:
    """The ids of the sections that the standard requires of a school: those an empty record lacks."""
    empty = {"standard": standard.id, "school": dict(school), "sections": {}}
    return frozenset(gap.section for gap in validate_record(standard, empty) if gap.kind == "missing")


def policy_record(policy: Policy, standard: Standard) -> dict[str, Any]:
    """The policy record: what was found of each section, as the standard's schema is asked of it.

    A section of which nothing was found is left out, so that its absence is the schema's to report.
    """
    return {
        "standard": standard.id,
        "school": policy.school,
        "sections": {s.id: _section_record(s, policy.school) for s in policy.sections if s.status in _FOUND},
    }


_FOUND = (SectionStatus.PRESENT, SectionStatus.THIN)


def _section_record(section: SectionResult, school: Mapping[str, object]) -> dict[str, Any]:
    return {
        "words": section.words,
        "must_share": section.must_share,
        "pointer_only": section.pointer_only,
        "points": {p.id: p.met for p in section.points},
        "school": school,
    }


def validate_record(standard: Standard, record: Mapping[str, Any]) -> tuple[Gap, ...]:
    """Validate a policy record with the standard's JSON Schema; every gap at once, in a fixed order."""
    return tuple(sorted({gap for fault in faults(standard.schema, record) for gap in _gaps(fault)}))


def _gaps(fault: Fault) -> Iterator[Gap]:
    match list(fault.path), fault.keyword:
        case ["sections"], "required":
            yield from (Gap(name, "missing") for name in fault.wanted if name not in fault.found)
        case ["sections", section, "must_share"], "minimum":
            yield Gap(str(section), "thin")
        case ["sections", section, "pointer_only"], "const":
            yield Gap(str(section), "pointer")
        case ["sections", section, "points", point], "const":
            yield Gap(str(section), "point", str(point))
        case _:
            where = "/".join(map(str, fault.path))
            raise AssertionError(f"the policy record is malformed at “{where}”, by {fault.keyword}")
