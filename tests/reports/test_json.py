"""The report for other programs keeps its promise: the fields of the contract, and its schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policy_kit.findings import AuditResult
from policy_kit.reports.json import render_json, report_object
from policy_kit.resources import bundled
from tests.reports.results import bad, clean, folder, middling, result_of, unreadable_audit

_SCHEMA: dict[str, Any] = json.loads(
    bundled("schemas").joinpath("report.schema.json").read_text(encoding="utf-8")
)
_VALIDATOR = Draft202012Validator(_SCHEMA)


def _faults(report: Any) -> list[str]:
    return [f"{e.json_path}: {e.message}" for e in _VALIDATOR.iter_errors(report)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(_SCHEMA)


@pytest.mark.parametrize("made", [bad, middling, clean, folder])
def test_every_report_fits_the_schema(made: Callable[[], AuditResult]) -> None:
    assert _faults(json.loads(render_json(made()))) == []


def _objects(value: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Every object inside a report, with its path."""
    if isinstance(value, list):
        return [found for item in value for found in _objects(item, path)]
    if not isinstance(value, dict):
        return []
    return [(path, value), *(f for k, v in value.items() for f in _objects(v, f"{path}/{k}"))]


def test_the_schema_misses_no_field_that_is_taken_away() -> None:
    report = report_object(bad())
    tried = set()
    for path, found in _objects(report):
        for name in [name for name in found if (path, name) not in tried]:
            tried.add((path, name))
            whole = dict(found)
            del found[name]
            assert not _VALIDATOR.is_valid(report), f"{path}/{name} may be left out"
            found.update(whole)
    assert _faults(report) == []


# What CONTRACT promises, field by field.
_PROMISED = {
    "": {"schema_version", "tool", "on", "standard", "register", "policies"},
    "/policies": {"file", "error", "kind", "document", "sections", "findings", "summary"},
    "/policies/file": {"path", "format", "sha256", "words", "not_checked"},
    "/policies/file/not_checked": {"what", "reason", "location"},
    "/policies/kind": {"is_policy", "standard"},
    "/policies/document": {"title", "school_name", "dates", "people"},
    "/policies/document/dates": {"text", "kind", "date", "precision", "location"},
    "/policies/document/people": {"name", "role"},
    "/policies/sections": {"id", "title", "level", "status", "headings", "words", "points"},
    "/policies/sections/headings": {"text", "location"},
    "/policies/sections/points": {"id", "level", "met", "evidence"},
    "/policies/sections/points/evidence": {"quote", "location"},
    "/policies/findings": {
        "check", "name", "severity", "confidence", "section", "message", "quote", "location", "suggestion",
        "sources", "fingerprint", "suppressed",
    },
    "/policies/findings/location": {"heading_path", "block", "page", "line"},
    "/policies/findings/sources": {"title", "url"},
    "/policies/summary": {
        "present", "thin", "missing", "not_applicable", "errors", "warnings", "advice",
    },
}  # fmt: skip


def test_the_promised_fields_are_there() -> None:
    seen: dict[str, set[str]] = {}
    for path, found in _objects(report_object(bad())):
        seen[path] = seen.get(path, set(found)) & set(found)
    for path, fields in _PROMISED.items():
        assert fields <= seen[path], path


def test_a_finding_is_told_whole() -> None:
    findings = report_object(bad())["policies"][0]["findings"]
    found = next(f for f in findings if f["check"] == "PK301")
    assert found == {
        "check": "PK301",
        "name": "superseded-edition",
        "severity": "error",
        "confidence": "high",
        "section": "aims-and-scope",
        "message": "The 2020 edition of Keeping children safe in education is cited; "
        "the 2026 edition is in force.",
        "quote": "Keeping children safe in education 2020",
        "location": {"heading_path": ["1. Aims"], "block": 6, "page": None, "line": 7, "part": "body"},
        "related": [
            {"heading_path": ["2. Filtering", "2.1 E-safety messages"], "block": 14, "page": None, "line": 15,
             "part": "body"},
        ],
        "suggestion": "Cite the 2026 edition, and read what changed before you do.",
        "sources": [{"title": "Keeping children safe in education", "url": "https://guidance.example/kcsie"}],
        "fingerprint": found["fingerprint"],
        "suppressed": None,
    }  # fmt: skip
    assert findings[-1]["suppressed"] == {
        "reason": "the trust's own wording", "expires": "2027-01-31", "by": "settings",
    }  # fmt: skip


def test_a_date_left_blank_has_no_day_and_what_was_not_read_is_listed_once() -> None:
    policy = report_object(bad())["policies"][0]
    assert [d["date"] for d in policy["document"]["dates"]] == ["2022-03-31", "2021-03-04", None]
    assert [n["what"] for n in policy["file"]["not_checked"]] == ["a picture of text", "the chart on page 3"]


def test_a_file_that_was_not_read_is_an_entry_with_its_error() -> None:
    policy = report_object(result_of(unreadable_audit()))["policies"][0]
    assert policy["error"].startswith("broken.docx: is not a Word file")
    assert (policy["kind"], policy["document"], policy["sections"], policy["findings"]) == (
        None,
        None,
        [],
        [],
    )


def test_letters_are_written_as_they_are() -> None:
    assert "pupils, staff & visitors" in render_json(bad())
    assert "\\u201c" not in render_json(bad())
