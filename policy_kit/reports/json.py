"""The report for other programs: one JSON object, described by schemas/report.schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from policy_kit.findings import AuditResult, Finding, PolicyAudit, Suppression
from policy_kit.model import (
    Block,
    Document,
    Evidence,
    Location,
    NotChecked,
    Person,
    PointResult,
    Policy,
    PolicyDate,
    SectionResult,
)
from policy_kit.reports.arranging import not_checked_of

SCHEMA_VERSION = 1


def render_json(result: AuditResult) -> str:
    """Tell an audit as JSON text with a fixed list and order of fields."""
    return json_text(report_object(result))


def json_text(value: object) -> str:
    """The value as JSON that any reader takes and any file can hold."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    # half characters, from broken file names, become the escapes that JSON has for them
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def report_object(result: AuditResult) -> dict[str, Any]:
    """The report as plain objects, lists, strings and numbers."""
    from policy_kit.version import __version__

    standard_checked = result.standard_checked_on.isoformat() if result.standard_checked_on else None
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "policy-kit", "version": __version__},
        "on": result.on.isoformat(),
        "standard": {
            "id": result.standard_id,
            "version": result.standard_version,
            "title": result.standard_title,
            "checked_on": standard_checked,
        },
        "register": {"checked_on": result.register_checked_on.isoformat()},
        "warnings": list(result.warnings),
        "policies": [_policy(audit, result.standard_id) for audit in result.policies],
    }


def _policy(audit: PolicyAudit, standard_id: str) -> dict[str, Any]:
    policy = audit.policy
    return {
        "file": _file(audit, audit.document),
        "error": audit.error,
        "kind": _kind(policy, standard_id) if policy else None,
        "document": _document(policy) if policy else None,
        "sections": [_section(s, policy.document) for s in policy.sections] if policy else [],
        "findings": [_finding(f) for f in audit.findings],
        "summary": _summary(audit),
    }


def _file(audit: PolicyAudit, document: Document | None) -> dict[str, Any]:
    return {
        "path": audit.path,
        "format": document.format if document else None,
        "sha256": document.sha256 if document else None,
        "words": document.words if document else None,
        "not_checked": [_not_checked(item) for item in not_checked_of(audit)],
    }


def _kind(policy: Policy, standard_id: str) -> dict[str, Any]:
    return {"is_policy": policy.is_policy, "standard": standard_id, "why_not": policy.why_not}


def _document(policy: Policy) -> dict[str, Any]:
    return {
        "title": policy.title,
        "school_name": policy.school_name,
        "trust_name": policy.trust_name,
        "dates": [_date(d) for d in policy.dates],
        "people": [_person(p) for p in policy.people],
    }


def _summary(audit: PolicyAudit) -> dict[str, int]:
    counts = audit.summary
    return {
        "present": counts.present,
        "thin": counts.thin,
        "missing": counts.missing,
        "not_applicable": counts.not_applicable,
        "errors": counts.errors,
        "warnings": counts.warnings,
        "advice": counts.advice,
    }


def location_object(location: Location) -> dict[str, Any]:
    """Where a passage stands, as plain values."""
    return {
        "heading_path": list(location.heading_path),
        "block": location.block,
        "page": location.page,
        "line": location.line,
        "part": location.part.value,
    }


def _locations(locations: Iterable[Location]) -> list[dict[str, Any]]:
    return [location_object(location) for location in locations]


def _not_checked(item: NotChecked) -> dict[str, Any]:
    return {"what": item.what, "reason": item.reason, "location": location_object(item.location)}


def _date(found: PolicyDate) -> dict[str, Any]:
    return {
        "text": found.text,
        "kind": found.kind.value,
        "date": found.date.isoformat() if found.date else None,
        "precision": found.precision,
        "label": found.label,
        "location": location_object(found.location),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "post": person.post,
        "location": location_object(person.location),
    }


def _section(section: SectionResult, document: Document) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "level": section.level,
        "status": section.status.value,
        "headings": [_heading(block, document) for block in section.headings],
        "words": section.words,
        "pointer_only": section.pointer_only,
        "reason": section.reason,
        "points": [_point(p) for p in section.points],
    }


def _heading(block: Block, document: Document) -> dict[str, Any]:
    return {"text": block.display, "location": location_object(document.location(block))}


def _point(point: PointResult) -> dict[str, Any]:
    return {
        "id": point.id,
        "text": point.text,
        "level": point.level,
        "met": point.met,
        "evidence": _evidence(point.evidence) if point.evidence else None,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "quote": evidence.quote,
        "location": location_object(evidence.location),
        "in_section": evidence.in_section,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "section": finding.section,
        "message": finding.message,
        "quote": finding.quote,
        "location": location_object(finding.location),
        "related": _locations(finding.related),
        "suggestion": finding.suggestion,
        "sources": [{"title": s.title, "url": s.url} for s in finding.sources],
        "fingerprint": finding.fingerprint,
        "suppressed": _suppressed(finding.suppressed) if finding.suppressed else None,
    }


def _suppressed(mark: Suppression) -> dict[str, Any]:
    return {
        "reason": mark.reason,
        "expires": mark.expires.isoformat() if mark.expires else None,
        "by": mark.by,
    }
