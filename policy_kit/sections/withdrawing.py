"""Points that a passage makes and a finding shows not to hold: another school's name, a link that is dead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from policy_kit.model import Policy, SectionResult, SectionStatus
from policy_kit.sections.recognising import status_of
from policy_kit.standard import Standard, required_sections


def withdraw(policy: Policy, spoilt: Mapping[str, str], standard: Standard) -> Policy:
    """The policy with these points not met, and its sections' status as it then is.

    spoilt: the ids of points, each with the code of the finding that speaks against it.
    """
    if not any(point.met and point.id in spoilt for section in policy.sections for point in section.points):
        return policy
    required = required_sections(standard, policy.school)
    sections = tuple(_without(section, spoilt, needed=section.id in required) for section in policy.sections)
    return replace(policy, sections=sections)


def _without(section: SectionResult, spoilt: Mapping[str, str], *, needed: bool) -> SectionResult:
    if section.status is SectionStatus.NOT_APPLICABLE or all(p.id not in spoilt for p in section.points):
        return section
    points = tuple(
        replace(p, met=False, evidence=None, spoilt=spoilt[p.id]) if p.met and p.id in spoilt else p
        for p in section.points
    )
    found = replace(section, points=points)
    return replace(found, status=status_of(found, needed=needed))
