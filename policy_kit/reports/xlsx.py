"""The audit as an Excel workbook, for whoever looks after many policies: sort it, filter it, share it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from policy_kit.findings import AuditResult
from policy_kit.reports.phrases import basis
from policy_kit.reports.rows import (
    FINDING_COLUMNS,
    POLICY_COLUMNS,
    SECTION_COLUMNS,
    Cell,
    Row,
    finding_rows,
    policy_rows,
    section_rows,
    starts_like_formula,
)
from policy_kit.reports.timeless import without_clock

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_IN_CELL = 32_000  # Excel refuses a file with more than 32,767 characters in a cell
_WIDTHS = {
    "file": 34, "title": 40, "school": 28, "verdict": 44, "message": 60, "quote": 48, "suggestion": 60,
    "sources": 40, "where": 40, "section": 30, "not found": 50, "also at": 30, "accepted": 30, "name": 22,
    "fingerprint": 20,
}  # fmt: skip


def render_xlsx(result: AuditResult) -> bytes:
    """Tell an audit as a workbook: Policies, Findings, Sections, and About with what it rests on."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Policies"
    fill_sheet(sheet, POLICY_COLUMNS, policy_rows(result))
    fill_sheet(book.create_sheet("Findings"), FINDING_COLUMNS, finding_rows(result))
    fill_sheet(book.create_sheet("Sections"), SECTION_COLUMNS, section_rows(result))
    about = book.create_sheet("About")
    fill_sheet(about, ("about this report",), ((line,) for line in basis(result)))
    about.column_dimensions["A"].width = 110
    return saved(book, "Audit of policies", result.on)


def saved(book: Workbook, title: str, on: date) -> bytes:
    """The workbook as a file with the day of the audit in place of the time of writing."""
    book.properties.creator = "policy-kit"
    book.properties.title = title
    book.properties.created = datetime(on.year, on.month, on.day)  # noqa: DTZ001  # Excel keeps no time zone
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue(), on)


def fill_sheet(sheet: Worksheet, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Write a table with a header that stays in sight and a filter on each column."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, name in enumerate(columns, 1):
        head = sheet.cell(1, number, name[:1].upper() + name[1:])
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor="1F3A5F")
        head.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 14)
    top = Alignment(vertical="top", wrap_text=True)
    last = 1
    for last, row in enumerate(rows, 2):  # the last row's number bounds the filter
        for number, value in enumerate(row, 1):
            if value not in (None, ""):
                cell = sheet.cell(last, number)
                _put(cell, value)
                cell.alignment = top
    sheet.freeze_panes = "B2" if len(columns) > 1 else "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _put(cell: SheetCell, value: Cell) -> None:
    """Write a value; a text is only ever a text, however much it looks like a formula."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = value[:_MOST_IN_CELL]
    cell.data_type = "s"
    if starts_like_formula(value):
        cell.quotePrefix = True
