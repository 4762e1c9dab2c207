"""An audit as rows of a table, for the spreadsheet reports: one list of columns, one order."""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.findings import AuditResult, Finding, PolicyAudit
from policy_kit.model import Location
from policy_kit.reports.arranging import not_checked_of, section_title, sections_of
from policy_kit.reports.phrases import (
    CANNOT_CERTIFY,
    STATUS_WORDS,
    basis,
    counted,
    one_line,
    place,
    sentence,
    verdict,
)

Cell = str | int | None
Row = tuple[Cell, ...]

FINDING_COLUMNS = (
    "file", "row", "check", "name", "severity", "confidence", "section", "where", "page", "line",
    "message", "quote", "suggestion", "sources", "also at", "accepted", "fingerprint",
)  # fmt: skip
SECTION_COLUMNS = (
    "file",
    "section",
    "level",
    "status",
    "words",
    "must points found",
    "must points",
    "not found",
)
POLICY_COLUMNS = (
    "file", "title", "school", "verdict", "mend first", "mend before the next review", "would be better",
    "sections found", "thin", "not found", "do not apply", "words", "not checked", "next review",
)  # fmt: skip
# What a spreadsheet takes for the start of a formula, in the widths that it reads alike.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def starts_like_formula(text: str) -> bool:
    """Whether a spreadsheet may run the text instead of showing it."""
    return text.startswith(_FORMULA_STARTS)


def finding_rows(result: AuditResult) -> Iterator[Row]:
    """For each file a row with its verdict, then its findings, then what was not checked."""
    for audit in result.policies:
        said = (
            sentence(one_line(audit.error)) if audit.error else f"{verdict(audit, result)}. {CANNOT_CERTIFY}"
        )
        yield _row(audit.path, "file", Location(), message=said)
        for finding in audit.findings:
            yield _finding_row(audit, finding)
        for item in not_checked_of(audit):
            message = f"{one_line(item.what)}: {sentence(one_line(item.reason))}"
            yield _row(audit.path, "not checked", item.location, message=message)


def about_rows(result: AuditResult) -> Iterator[Row]:
    """What the report rests on, a row a sentence, in the columns of the findings."""
    for line in basis(result):
        yield _row("", "about", Location(), message=line)


def _finding_row(audit: PolicyAudit, finding: Finding) -> Row:
    mark = finding.suppressed
    until = f" (until {mark.expires.isoformat()})" if mark and mark.expires else ""
    return _row(
        audit.path,
        "finding",
        finding.location,
        check=finding.rule.code,
        name=finding.rule.name,
        severity=finding.severity.value,
        confidence=finding.confidence.value,
        section=section_title(audit, finding.section),
        message=one_line(finding.message),
        quote=one_line(finding.quote),
        suggestion=one_line(finding.suggestion),
        sources="; ".join(one_line(f"{s.title} {s.url}") for s in finding.sources),
        also="; ".join(place(where) for where in finding.related),
        accepted=one_line(mark.reason) + until if mark else "",
        fingerprint=finding.fingerprint,
    )


def _row(path: str, kind: str, location: Location, **told: str) -> Row:
    def get(name: str) -> str:
        return told.get(name, "")

    return (
        one_line(path), kind,
        get("check"), get("name"), get("severity"), get("confidence"), get("section"),
        place(Location(location.heading_path, part=location.part)), location.page, location.line,
        get("message"), get("quote"), get("suggestion"), get("sources"), get("also"), get("accepted"),
        get("fingerprint"),
    )  # fmt: skip


def section_rows(result: AuditResult) -> Iterator[Row]:
    """One row for each section of each policy."""
    for audit in result.policies:
        for section in sections_of(audit):
            must = [p for p in section.points if p.level == "must"]
            yield (
                one_line(audit.path), one_line(section.title), section.level, STATUS_WORDS[section.status],
                section.words, sum(p.met for p in must), len(must),
                "; ".join(one_line(p.text) for p in must if not p.met),
            )  # fmt: skip


def policy_rows(result: AuditResult) -> Iterator[Row]:
    """One row for each file, with its verdict and counts."""
    for audit in result.policies:
        policy, counts = audit.policy, audit.summary
        missed = len(not_checked_of(audit))
        if policy is None:
            error = sentence(one_line(audit.error or ""))
            yield (one_line(audit.path), "", "", f"{verdict(audit, result)}: {error}", *(None,) * 10)
            continue
        yield (
            one_line(audit.path), one_line(policy.title), one_line(policy.school_name),
            verdict(audit, result), counts.errors, counts.warnings, counts.advice,
            counts.present, counts.thin, counts.missing, counts.not_applicable,
            policy.document.words, counted(missed, "part") if missed else "",
            "; ".join(one_line(d.text) or "blank" for d in policy.dates if d.kind == "next_review"),
        )  # fmt: skip
