"""What an audit says: rules, findings, and the result that every report is told from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from policy_kit.digests import sha256
from policy_kit.model import Confidence, Document, Location, NotChecked, Policy, SectionStatus
from policy_kit.quick import dataclass, replace


class Severity(StrEnum):
    """How much a finding matters.

    error: a governor should not sign it; warning: mend before the next review; advice: would be better.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for advice."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Rule:
    """The identity of one kind of finding; codes are stable for ever."""

    code: str
    name: str
    severity: Severity
    summary: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a finding's rule comes from."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is accepted for now, and until when."""

    reason: str
    expires: date | None
    by: str  # "settings" or "baseline"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check reports, at one place; `related` holds the further places.

    key: what tells this finding from another of the same rule with the same quote (a document id,
    a point id); it goes into the fingerprint, the place does not.
    """

    rule: Rule
    message: str
    location: Location
    severity: Severity
    confidence: Confidence = Confidence.HIGH
    section: str | None = None
    quote: str = ""
    suggestion: str = ""
    sources: tuple[Source, ...] = ()
    related: tuple[Location, ...] = ()
    key: str = ""
    fingerprint: str = ""
    suppressed: Suppression | None = None


def _normal(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def with_fingerprints(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give each finding a fingerprint that stays the same when unrelated text moves.

    It is made of the code, the section, the key and the quoted words; equal ones are counted.
    """
    seen: dict[str, int] = {}
    out: list[Finding] = []
    for finding in findings:
        parts = (finding.rule.code, finding.section or "", finding.key, _normal(finding.quote))
        base = "\x1f".join(parts)
        count = seen.get(base, 0)
        seen[base] = count + 1
        digest = sha256(f"{base}\x1f{count}".encode()).hexdigest()[:16]
        out.append(replace(finding, fingerprint=digest))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts a report opens with."""

    present: int
    thin: int
    missing: int
    not_applicable: int
    errors: int
    warnings: int
    advice: int


@dataclass(frozen=True)
class PolicyAudit:
    """One file's result: the policy and its findings, or the error that kept it from being read."""

    path: str
    error: str | None = None
    policy: Policy | None = None
    findings: tuple[Finding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()

    @property
    def document(self) -> Document | None:
        return self.policy.document if self.policy else None

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that are not suppressed."""
        return tuple(f for f in self.findings if f.suppressed is None)

    @property
    def summary(self) -> Summary:
        sections = self.policy.sections if self.policy else ()
        open_ = self.open_findings
        return Summary(
            present=sum(s.status is SectionStatus.PRESENT for s in sections),
            thin=sum(s.status is SectionStatus.THIN for s in sections),
            missing=sum(s.status is SectionStatus.MISSING for s in sections),
            not_applicable=sum(s.status is SectionStatus.NOT_APPLICABLE for s in sections),
            errors=sum(f.severity is Severity.ERROR for f in open_),
            warnings=sum(f.severity is Severity.WARNING for f in open_),
            advice=sum(f.severity is Severity.ADVICE for f in open_),
        )


@dataclass(frozen=True)
class AuditResult:
    """All that a report may tell: the day, the versions it rests on, and one entry a file."""

    on: date
    standard_id: str
    standard_version: str
    register_checked_on: date
    policies: tuple[PolicyAudit, ...]
    warnings: tuple[str, ...] = ()  # about the tool itself, such as an ageing register
    standard_title: str = ""
    standard_checked_on: date | None = None
