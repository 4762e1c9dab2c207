"""A trust's audit for other programs: one JSON object, described by schemas/trust-report.schema.json."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from policy_kit.reports.json import json_text
from policy_kit.roll_up import SchoolState, TrustResult

SCHEMA_VERSION = 1


def render_trust_json(result: TrustResult) -> str:
    """Tell a trust's audit as JSON text with a fixed list and order of fields."""
    return json_text(trust_object(result))


def trust_object(result: TrustResult) -> dict[str, Any]:
    """The report as plain objects, lists, strings and numbers."""
    from policy_kit.version import __version__

    checked = result.standard_checked_on
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "policy-kit", "version": __version__},
        "trust": result.trust,
        "on": result.on.isoformat(),
        "complete": result.complete,
        "standard": {
            "id": result.standard_id,
            "version": result.standard_version,
            "title": result.standard_title,
            "checked_on": checked.isoformat() if checked else None,
        },
        "register": {"checked_on": result.register_checked_on.isoformat()},
        "warnings": list(result.warnings),
        "contact": result.contact,
        "cycle": _plain(asdict(result.cycle)) if result.cycle else None,
        "sections": [asdict(column) for column in result.columns],
        "schools": [_school(school) for school in result.schools],
        "reviews": [_plain(asdict(review)) for review in result.reviews],
        "gaps": [_gap(asdict(gap)) for gap in result.gaps],
        "stale": [_plain(asdict(stale)) for stale in result.stale],
        "borrowed": [_plain(asdict(found)) for found in result.borrowed],
        "copied": [_plain(asdict(found)) for found in result.copied],
        "shared": [_plain(asdict(found)) for found in result.shared],
        "wording": [_wording(asdict(found)) for found in result.wording],
        "out_of_step": [_plain(asdict(found)) for found in result.out_of_step],
        "since": _plain(asdict(result.since)) if result.since else None,
    }


def _school(school: SchoolState) -> dict[str, Any]:
    return {
        "name": school.name,
        "urn": school.urn or None,
        "contact": school.contact,
        "state": school.state,
        "counts": {
            "errors": school.errors, "warnings": school.warnings, "advice": school.advice,
            "missing": school.missing, "thin": school.thin,
        },
        "sections": {
            section: {
                "status": cell.status.value if cell.status else None,
                "met": cell.met,
                "must": cell.must,
                "errors": cell.errors,
            }
            for section, cell in school.cells.items()
        },
        "policies": [_policy(asdict(reading)) for reading in school.readings],
        "pages": dict(school.pages),
        "fields_missing": list(school.fields_missing),
        "notes": list(school.notes),
    }  # fmt: skip


def _policy(reading: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = _plain(reading)
    for name in ("school", "of_template", "template_seen", "sections"):
        plain.pop(name)
    plain["error"] = plain["error"] or None
    return plain


def _gap(gap: dict[str, Any]) -> dict[str, Any]:
    points = [{"point": point, "schools": count} for point, count in gap.pop("points")]
    return {**_plain(gap), "points": points}


def _wording(wording: dict[str, Any]) -> dict[str, Any]:
    least = [{"section": section, "share": share} for section, share in wording.pop("least")]
    return {**_plain(wording), "least": least}


def _plain(value: Any) -> Any:
    """The value as JSON types: days as ISO text, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
