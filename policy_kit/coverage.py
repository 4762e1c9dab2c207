"""Which points of the standard a template makes: filled for a school of each kind, read as an audit reads."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from policy_kit.audit import AuditOptions, audit_policy
from policy_kit.generate import generate_policy
from policy_kit.generate.samples import sample_schools
from policy_kit.model import PointResult
from policy_kit.profile import Profile
from policy_kit.quick import dataclass
from policy_kit.standard import StandardSection, load_standard


@dataclass(frozen=True, slots=True)
class CoveredPoint:
    """One point: of how many schools it is asked, for which it is not made, and a passage that makes it."""

    id: str
    level: str
    text: str
    asked_of: int
    missing_for: tuple[str, ...]
    quote: str

    @property
    def made(self) -> bool:
        """Whether it is made for every school of which it is asked."""
        return self.asked_of > 0 and not self.missing_for


@dataclass(frozen=True, slots=True)
class CoveredSection:
    """One section of the standard with its points; its clause bears its id."""

    id: str
    title: str
    points: tuple[CoveredPoint, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a template covers of a standard, and the kinds of school it was tried for."""

    template: str
    schools: tuple[str, ...]
    sections: tuple[CoveredSection, ...]

    def counts(self) -> Mapping[str, tuple[int, int]]:
        """By level, how many points are made and how many are asked."""
        points = [p for section in self.sections for p in section.points if p.asked_of]
        return {
            level: (sum(p.made for p in points if p.level == level), sum(p.level == level for p in points))
            for level in ("must", "should", "could")
        }


def coverage_of(template: str | Path, on: date, standard: str = "online-safety") -> Coverage:
    """Fill a template for a school of each kind and find which points its text makes, section by section.

    Raises TemplateFault if it cannot be filled, InvalidStandard if the standard cannot be used.
    """
    schools = {kind: Profile(dict(fields), kind) for kind, fields in sample_schools().items()}
    found = {kind: _points(profile, template, on, standard) for kind, profile in schools.items()}
    sections = tuple(_section(section, found) for section in load_standard(standard).sections)
    return Coverage(str(template), tuple(schools), sections)


def _points(profile: Profile, template: str | Path, on: date, standard: str) -> dict[str, PointResult]:
    """Each point that is asked of the school's generated policy, by its id."""
    with tempfile.TemporaryDirectory(prefix="policy-kit-") as folder:
        path = Path(folder) / "policy.docx"
        path.write_bytes(generate_policy(profile, template, on=on))
        result = audit_policy(path, on, AuditOptions(standard, profile))
    policy = result.policies[0].policy
    return {point.id: point for section in policy.sections for point in section.points} if policy else {}


def _section(section: StandardSection, found: Mapping[str, Mapping[str, PointResult]]) -> CoveredSection:
    points = []
    for point in section.points:
        asked = {kind: results[point.id] for kind, results in found.items() if point.id in results}
        missing = tuple(kind for kind, result in asked.items() if not result.met)
        quote = next(_quotes(asked.values()), "")
        points.append(CoveredPoint(point.id, point.level, point.text, len(asked), missing, quote))
    return CoveredSection(section.id, section.title, tuple(points))


def _quotes(results: Iterable[PointResult]) -> Iterator[str]:
    return (result.evidence.quote for result in results if result.met and result.evidence)
