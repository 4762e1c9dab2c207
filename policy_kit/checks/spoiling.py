"""Which findings show that a point of the standard does not hold, whatever passage makes it.

A policy may give its school's name and still hold another's: only a check sees that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policy_kit.findings import Finding, Severity
from policy_kit.model import Confidence, Policy
from policy_kit.standard import Point, Standard


def spoiling_codes(standard: Standard) -> frozenset[str]:
    """The codes of findings that speak against some point of the standard."""
    return frozenset(code for _, point in _spoilable(standard) for code in point.spoilt_by.codes)


def spoilt_points(policy: Policy, findings: Iterable[Finding], standard: Standard) -> dict[str, str]:
    """The ids of the points that these findings speak against, each with the code of the first that does.

    Only what is told as an error or a warning, and for sure, takes a point away.
    """
    told = [f for f in findings if f.severity is not Severity.ADVICE and f.confidence is Confidence.HIGH]
    out: dict[str, str] = {}
    for section, point in _spoilable(standard):
        for finding in told:
            here = point.spoilt_by.within == "policy" or section in _sections_of(policy, finding)
            if here and finding.rule.code in point.spoilt_by.codes:
                out.setdefault(point.id, finding.rule.code)
    return out


def _spoilable(standard: Standard) -> Iterator[tuple[str, Point]]:
    return ((s.id, p) for s in standard.sections for p in s.points if p.spoilt_by.codes)


def _sections_of(policy: Policy, finding: Finding) -> Iterator[str]:
    """The sections in which a finding has one of its places."""
    for place in (finding.location, *finding.related):
        if place.block is not None:
            yield from policy.section_of_block.get(place.block, ())
