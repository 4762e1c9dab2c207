"""Puts what an audit found in the order in which a person reads it; adds and drops nothing."""

from __future__ import annotations

from collections.abc import Iterable

from policy_kit.findings import Finding, PolicyAudit, Severity
from policy_kit.model import NotChecked, PolicyDate, SectionResult, SectionStatus
from policy_kit.quick import dataclass
from policy_kit.reports.phrases import WHOLE_DOCUMENT, one_line

STATUS_ORDER = (
    SectionStatus.MISSING,
    SectionStatus.THIN,
    SectionStatus.PRESENT,
    SectionStatus.NOT_APPLICABLE,
)


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one section of the standard; `id` is '' for the document as a whole."""

    id: str
    title: str
    findings: tuple[Finding, ...]


def not_checked_of(audit: PolicyAudit) -> tuple[NotChecked, ...]:
    """What could not be read or judged, each once, as the reader and the audit tell it."""
    read = audit.document.not_checked if audit.document else ()
    return tuple(dict.fromkeys((*read, *audit.not_checked)))


def sections_of(audit: PolicyAudit) -> tuple[SectionResult, ...]:
    """The standard's sections, in the standard's order; none for a file that could not be read."""
    return audit.policy.sections if audit.policy else ()


def section_title(audit: PolicyAudit, section_id: str | None) -> str:
    """The title of a section, by id."""
    found = audit.policy.section(section_id) if audit.policy and section_id else None
    return one_line(found.title) if found else one_line(section_id or WHOLE_DOCUMENT)


def by_section(audit: PolicyAudit, findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Findings by section: the document as a whole first, then in the standard's order, worst first."""
    gathered: dict[str, list[Finding]] = {"": []}
    for section in sections_of(audit):
        gathered[section.id] = []
    for finding in findings:
        gathered.setdefault(finding.section or "", []).append(finding)
    return tuple(
        Group(section_id, section_title(audit, section_id), worst_first(found))
        for section_id, found in gathered.items()
        if found
    )


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By severity, then by place in the policy, then by code; equal ones stay as they came."""
    return tuple(sorted(findings, key=lambda f: (f.severity.rank, *_position(f), f.rule.code)))


def _position(finding: Finding) -> tuple[int, int]:
    block = finding.location.block
    return (0, block) if block is not None else (1, 0)


def of_severity(audit: PolicyAudit, severity: Severity) -> tuple[Finding, ...]:
    """The open findings of one severity, in the policy's order."""
    return worst_first(f for f in audit.open_findings if f.severity is severity)


def by_status(audit: PolicyAudit) -> tuple[tuple[SectionStatus, tuple[SectionResult, ...]], ...]:
    """The sections of each status, what needs work first; a status that no section has is left out."""
    return tuple(
        (status, found)
        for status in STATUS_ORDER
        if (found := tuple(s for s in sections_of(audit) if s.status is status))
    )


def key_dates(audit: PolicyAudit) -> tuple[PolicyDate, ...]:
    """The policy's own dates in order of time; a label with a blank comes last."""
    dates = audit.policy.dates if audit.policy else ()
    return tuple(sorted(dates, key=lambda d: (d.date is None, d.date.toordinal() if d.date else 0)))


def accepted(audit: PolicyAudit) -> tuple[Finding, ...]:
    """The findings that settings or a baseline accept for now."""
    return tuple(f for f in audit.findings if f.suppressed is not None)
