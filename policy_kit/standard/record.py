"""The policy record, and what its validation against the standard's schema says is lacking."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from policy_kit.model import Policy, SectionResult, SectionStatus
from policy_kit.standard.model import Point, Standard, StandardSection

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """One thing the schema found lacking: kind is missing, thin, pointer or point."""

    section: str
    kind: str
    point: str = ""


def applies(conditions: Iterable[Mapping[str, Any]], school: Mapping[str, object]) -> bool:
    """Whether every `if` that stands over a point or level holds for the school's facts."""
    return all(_validator_of(_frozen(c)).is_valid(_as_json({"school": school})) for c in conditions)


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
    validator = _validator_of_standard(standard)
    gaps = {gap for error in validator.iter_errors(record) for gap in _gaps(error)}
    return tuple(sorted(gaps))


def _gaps(error: ValidationError) -> Iterator[Gap]:
    match list(error.absolute_path), error.validator:
        case ["sections"], "required":
            wanted: Any = error.validator_value
            present: Any = error.instance
            yield from (Gap(name, "missing") for name in wanted if name not in present)
        case ["sections", section, "must_share"], "minimum":
            yield Gap(str(section), "thin")
        case ["sections", section, "pointer_only"], "const":
            yield Gap(str(section), "pointer")
        case ["sections", section, "points", point], "const":
            yield Gap(str(section), "point", str(point))
        case _:
            raise AssertionError(f"the policy record is malformed: {error.message}")


@lru_cache(maxsize=8)
def _validator_of_standard(standard: Standard) -> Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(standard.schema)


def _as_json(value: Mapping[str, object]) -> Any:
    """The same mapping, typed as the JSON that the validator takes."""
    return value


def _frozen(condition: Mapping[str, Any]) -> str:
    return json.dumps(condition, sort_keys=True)


@lru_cache(maxsize=64)
def _validator_of(condition: str) -> Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(condition))
