"""The report as SARIF 2.1.0, for code-scanning services and editors that gather results from many tools."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote as percent

from policy_kit.findings import AuditResult, Finding, PolicyAudit, Rule, Severity
from policy_kit.model import Location, NotChecked
from policy_kit.reports.arranging import not_checked_of
from policy_kit.reports.json import json_text
from policy_kit.reports.phrases import CANNOT_CERTIFY, basis, one_line, place, sentence

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(result: AuditResult) -> str:
    """Tell an audit as SARIF text: one run, its rules, a result a finding, and what was not checked."""
    run = {
        "tool": {"driver": _driver(result)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(audit) for audit in result.policies],
        "invocations": [_invocation(result)],
        "results": _results(result),
        "properties": {
            "on": result.on.isoformat(),
            "standard": result.standard_id,
            "standardVersion": result.standard_version,
            "registerCheckedOn": result.register_checked_on.isoformat(),
            "about": list(basis(result)),
        },
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(result: AuditResult) -> dict[str, Any]:
    from policy_kit.version import __version__

    return {
        "name": "policy-kit",
        "version": __version__,
        "fullDescription": {"text": CANNOT_CERTIFY},
        "rules": [_rule(rule) for rule in _rules(result)],
    }


def _rules(result: AuditResult) -> list[Rule]:
    rules = {f.rule.code: f.rule for audit in result.policies for f in audit.findings}
    return [rules[code] for code in sorted(rules)]


def _rule(rule: Rule) -> dict[str, Any]:
    name = "".join(word.capitalize() for word in rule.name.split("-"))
    text = f"Run `policy-kit explain {rule.code}` for what it finds, why it matters and how to mend it."
    told = {
        "id": rule.code,
        "name": name,
        "shortDescription": {"text": sentence(rule.summary)},
        "help": {"text": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    page = _page(rule.code)
    if page:
        told["help"] = {"text": text, "markdown": page}
    return told


def _page(code: str) -> str:
    """The check's own page, where it is installed."""
    from policy_kit.resources import bundled

    try:
        return bundled("docs/checks").joinpath(f"{code}.md").read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def _artifact(audit: PolicyAudit) -> dict[str, Any]:
    told: dict[str, Any] = {"location": {"uri": _uri(audit.path)}, "roles": ["analysisTarget"]}
    if audit.document:
        told["hashes"] = {"sha-256": audit.document.sha256}
    return told


def _uri(path: str) -> str:
    """A file's path as the relative reference, or the file address, that SARIF wants."""
    steps = percent(path.replace("\\", "/").encode("utf-8", "replace"), safe="/")
    if steps.startswith("//"):
        return f"file:{steps}"  # a folder on another computer
    if steps.startswith("/"):
        return f"file://{steps}"
    return f"file:///{steps.replace('%3A', ':', 1)}" if path[1:2] == ":" else steps


def _invocation(result: AuditResult) -> dict[str, Any]:
    notes = []
    for index, audit in enumerate(result.policies):
        if audit.error:
            where = _location(audit, index, Location())
            notes.append(_notification("error", sentence(one_line(audit.error)), where))
        for item in not_checked_of(audit):
            where = _location(audit, index, item.location)
            notes.append(_notification("note", f"Not checked: {_missed(item)}", where))
    notes += [{"level": "warning", "message": {"text": one_line(warning)}} for warning in result.warnings]
    unread = any(audit.error for audit in result.policies)
    return {"executionSuccessful": not unread, "toolExecutionNotifications": notes}


def _missed(item: NotChecked) -> str:
    return f"{one_line(item.what)}: {sentence(one_line(item.reason))}"


def _notification(level: str, text: str, where: dict[str, Any]) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}, "locations": [where]}


def _results(result: AuditResult) -> list[dict[str, Any]]:
    numbers = {rule.code: number for number, rule in enumerate(_rules(result))}
    has_baseline = any(
        f.suppressed and f.suppressed.by == "baseline" for audit in result.policies for f in audit.findings
    )
    out = []
    for index, audit in enumerate(result.policies):
        for finding in audit.findings:
            told = _result(audit, finding, index, numbers[finding.rule.code])
            if has_baseline:
                known = finding.suppressed is not None and finding.suppressed.by == "baseline"
                told["baselineState"] = "unchanged" if known else "new"
            out.append(told)
    return out


def _result(audit: PolicyAudit, finding: Finding, index: int, rule_index: int) -> dict[str, Any]:
    said = [sentence(one_line(finding.message))]
    if finding.quote:
        said.append(f"It says: “{one_line(finding.quote)}”.")
    if finding.suggestion:
        said.append(f"What to do: {sentence(one_line(finding.suggestion))}")
    told: dict[str, Any] = {
        "ruleId": finding.rule.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(said)},
        "locations": [_location(audit, index, finding.location)],
        "partialFingerprints": {"policyKit/v1": finding.fingerprint},
        "properties": {
            "confidence": finding.confidence.value,
            "section": finding.section,
            "quote": finding.quote,
            "sources": [{"title": one_line(s.title), "url": one_line(s.url)} for s in finding.sources],
        },
    }
    if finding.related:
        told["relatedLocations"] = [
            {"id": number, **_location(audit, index, also)} for number, also in enumerate(finding.related)
        ]
    told["suppressions"] = []
    if finding.suppressed:
        told["suppressions"].append(
            {"kind": "external", "status": "accepted", "justification": one_line(finding.suppressed.reason)}
        )
    return told


def _location(audit: PolicyAudit, index: int, location: Location) -> dict[str, Any]:
    """A place: the file, also by its number among the artifacts, a line if it has lines, and the headings."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(audit.path), "index": index}}
    if location.line is not None:
        physical["region"] = {"startLine": location.line}
    told: dict[str, Any] = {"physicalLocation": physical}
    where = place(location)
    if where:
        told["logicalLocations"] = [{"fullyQualifiedName": where, "kind": "section"}]
    return told
