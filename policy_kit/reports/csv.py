"""The findings as a CSV file that a spreadsheet opens as it should: a row a finding, and no formulas."""

from __future__ import annotations

import csv
import io

from policy_kit.findings import AuditResult
from policy_kit.reports.phrases import standard_name
from policy_kit.reports.rows import FINDING_COLUMNS, Cell, about_rows, finding_rows, starts_like_formula

_BASIS_COLUMNS = ("on", "standard", "register checked on")


def render_csv(result: AuditResult) -> bytes:
    """Tell an audit as CSV in UTF-8, with the mark at its head by which Excel knows that.

    A text that a spreadsheet would run as a formula has an apostrophe put before it.
    """
    basis = (
        result.on.isoformat(),
        f"{standard_name(result)} {result.standard_version}",
        result.register_checked_on.isoformat(),
    )
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow((*FINDING_COLUMNS, *_BASIS_COLUMNS))
    for row in (*finding_rows(result), *about_rows(result)):
        writer.writerow([_harmless(cell) for cell in (*row, *basis)])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and starts_like_formula(cell) else cell
