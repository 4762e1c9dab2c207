"""What holds for every report, whatever a policy says."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.findings import AuditResult, Finding, PolicyAudit, Severity, Source, Suppression
from policy_kit.model import Confidence, Location, NotChecked, Part
from policy_kit.reports import REPORTS
from policy_kit.reports.phrases import CANNOT_CERTIFY, printable
from policy_kit.reports.text import render_text
from tests.reports.results import RULES, bad, bad_audit, clean, folder, result_of, unreadable_audit

_WILD = st.text(st.characters(), max_size=40) | st.sampled_from(
    (
        "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "=HYPERLINK(1)", "@SUM(A1)",
        "\x1b[31mred\x1b[0m", "\u202egnp.exe", "\x00\x07", "\ud800", "[bold]not markup[/bold]", ":smile:",
        "{{ 7 * 7 }}", "a" * 300, "\u2028\u2029", "ﷺ" * 20, "]]>", "&amp;", "\r\n",
    )
)  # fmt: skip
_LOCATIONS = st.builds(
    Location,
    st.lists(_WILD, max_size=3).map(tuple),
    st.none() | st.integers(0, 40),
    st.none() | st.integers(1, 900),
    st.none() | st.integers(1, 900),
    st.sampled_from(Part),
)
_SUPPRESSIONS = st.builds(
    Suppression, _WILD, st.none() | st.dates(), st.sampled_from(("settings", "baseline"))
)
_FINDINGS = st.builds(
    Finding,
    st.sampled_from(list(RULES.values())),
    _WILD,
    _LOCATIONS,
    st.sampled_from(Severity),
    st.sampled_from(Confidence),
    st.none() | _WILD | st.just("filtering-and-monitoring"),
    _WILD,
    _WILD,
    st.lists(st.builds(Source, _WILD, _WILD | st.just("javascript:alert(1)")), max_size=2).map(tuple),
    st.lists(_LOCATIONS, max_size=2).map(tuple),
    st.just(""),
    st.just("0123456789abcdef"),
    st.none() | _SUPPRESSIONS,
)
_MISSED = st.builds(NotChecked, _WILD, _WILD, _LOCATIONS)


def _audit_with(path: str, findings: tuple[Finding, ...], missed: tuple[NotChecked, ...]) -> PolicyAudit:
    """The bad audit with drawn findings, its own text made hostile too."""
    audit = bad_audit()
    assert audit.policy is not None
    document = audit.policy.document
    words = findings[0].message if findings else ""
    blocks = tuple(replace(b, text=words if b.index == 3 else b.text) for b in document.blocks)
    policy = replace(audit.policy, document=replace(document, blocks=blocks), title=words, school_name=words)
    return replace(audit, path=path, policy=policy, findings=findings, not_checked=missed)


@settings(max_examples=25, deadline=None)
@given(_WILD, st.lists(_FINDINGS, max_size=4).map(tuple), st.lists(_MISSED, max_size=2).map(tuple))
def test_no_report_fails_on_any_finding(
    path: str, findings: tuple[Finding, ...], missed: tuple[NotChecked, ...]
) -> None:
    result = result_of(_audit_with(path, findings, missed), PolicyAudit(path, error=path), warnings=(path,))
    for form, report in REPORTS.items():
        told = report(result)
        data = told if isinstance(told, bytes) else told.encode("utf-8")  # so nothing that cannot be written
        assert data, form
        if form in ("text", "html"):
            assert printable(data.decode("utf-8")) == data.decode("utf-8"), form
    render_text(result, colour=True, verbose=True)
    render_text(result, quiet=True)


def _words_of(told: bytes | str) -> str:
    """The words of a report, those of a workbook too."""
    if isinstance(told, str):
        return told
    if not told.startswith(b"PK"):
        return told.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(told)) as book:
        return " ".join(book.read(name).decode("utf-8") for name in book.namelist() if name.endswith(".xml"))


@pytest.mark.parametrize("form", REPORTS)
def test_says_its_day_its_versions_what_was_not_read_and_that_it_cannot_certify(form: str) -> None:
    words = " ".join(_words_of(REPORTS[form](bad())).split())
    assert "2026-11-21" in words or "21 November 2026" in words
    assert "2026.11" in words
    assert "2026-11-18" in words or "18 November 2026" in words
    assert "a picture of text" in words
    assert "the chart on page 3" in words
    if form != "json":  # for programs; its fields say found and not found
        assert " ".join(CANNOT_CERTIFY.split()) in words


@pytest.mark.parametrize("form", REPORTS)
def test_never_says_compliant(form: str) -> None:
    for result in (bad(), clean(), folder()):
        assert "complian" not in _words_of(REPORTS[form](result)).lower()


@pytest.mark.parametrize("form", REPORTS)
def test_a_file_that_could_not_be_read_is_told_with_its_error(form: str) -> None:
    assert "is not a Word file; open it in Word and save it again" in " ".join(
        _words_of(REPORTS[form](result_of(unreadable_audit()))).split()
    )


@pytest.mark.parametrize("form", [f for f in REPORTS if f != "json"])
def test_an_ageing_register_is_told(form: str) -> None:
    assert "last checked 130 days ago" in " ".join(_words_of(REPORTS[form](bad())).split())


@pytest.mark.parametrize("form", ["text", "html", "csv", "xlsx"])
def test_a_newsletter_is_said_to_be_no_policy(form: str) -> None:
    words = " ".join(_words_of(REPORTS[form](folder())).split())
    assert "does not look like an online safety policy" in words


def test_an_empty_folder_is_still_a_report() -> None:
    empty = AuditResult(date(2026, 1, 1), "online-safety", "1", date(2026, 1, 1), ())
    for report in REPORTS.values():
        assert re.search(r"2026|<!DOCTYPE", _words_of(report(empty)))
