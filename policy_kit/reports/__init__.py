"""An audit told to each reader. Reports decide nothing: they arrange what the audit found.

REPORTS names one function a format; each is imported when it is used. The governors' checklist
(reports/checklist.py) and the policy with Word comments (reports/annotate.py) take more than a result.
"""

from __future__ import annotations

from collections.abc import Callable

from policy_kit.findings import AuditResult

__all__ = ["REPORTS"]


def _text(result: AuditResult) -> str:
    from policy_kit.reports.text import render_text

    return render_text(result)


def _json(result: AuditResult) -> str:
    from policy_kit.reports.json import render_json

    return render_json(result)


def _html(result: AuditResult) -> str:
    from policy_kit.reports.html import render_html

    return render_html(result)


def _csv(result: AuditResult) -> bytes:
    from policy_kit.reports.csv import render_csv

    return render_csv(result)


def _xlsx(result: AuditResult) -> bytes:
    from policy_kit.reports.xlsx import render_xlsx

    return render_xlsx(result)


def _sarif(result: AuditResult) -> str:
    from policy_kit.reports.sarif import render_sarif

    return render_sarif(result)


REPORTS: dict[str, Callable[[AuditResult], bytes | str]] = {
    "text": _text,
    "json": _json,
    "html": _html,
    "csv": _csv,
    "xlsx": _xlsx,
    "sarif": _sarif,
}
