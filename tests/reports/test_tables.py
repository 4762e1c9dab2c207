"""The spreadsheets: what Excel opens holds words, never formulas, and can be sorted and filtered."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from policy_kit.findings import PolicyAudit
from policy_kit.model import Location
from policy_kit.reports.csv import render_csv
from policy_kit.reports.xlsx import render_xlsx
from tests.reports.results import bad, bad_audit, clean, finding, folder, result_of

_HARMFUL = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "－1", "＋1", "＠a")


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def _book(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def _saying(words: str) -> PolicyAudit:
    one = replace(finding("PK301", words, Location((words,)), words, words), fingerprint="0" * 16)
    return replace(bad_audit(), path=words, findings=(one,))


@pytest.mark.parametrize("words", _HARMFUL)
def test_csv_holds_no_formula(words: str) -> None:
    for row in _rows(render_csv(result_of(_saying(words)))):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", " ", "＝", "＋", "－", "＠")), row


@pytest.mark.parametrize("words", _HARMFUL)
def test_workbook_holds_no_formula(words: str) -> None:
    book = _book(render_xlsx(result_of(_saying(words))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    risky = [cell for cell in cells if str(cell.value or "").startswith(("=", "+", "-", "@"))]
    assert all(cell.quotePrefix for cell in risky)


def test_csv_opens_in_excel_as_letters_not_as_gibberish() -> None:
    assert render_csv(bad()).startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in render_csv(bad())


def test_csv_has_a_row_a_finding_and_one_for_a_clean_file_and_what_was_not_checked() -> None:
    rows = _rows(render_csv(folder()))
    kinds = [(row["file"], row["row"]) for row in rows]
    assert kinds.count(("policies/saltmarsh.docx", "finding")) == len(bad_audit().findings)
    assert kinds.count(("policies/saltmarsh.docx", "not checked")) == 2
    assert kinds.count(("harbour-view.docx", "file")) == 1
    found = next(row for row in rows if row["check"] == "PK301")
    assert (found["severity"], found["where"], found["line"]) == ("error", "1. Aims", "7")
    assert found["also at"] == "2. Filtering › 2.1 E-safety messages, line 15"
    assert {row["on"] for row in rows} == {"2026-11-21"}
    accepted = next(row for row in rows if row["accepted"])
    assert accepted["accepted"] == "the trust's own wording (until 2027-01-31)"


def test_workbook_can_be_filtered_and_its_header_stays_in_sight() -> None:
    book = _book(render_xlsx(folder()))
    assert book.sheetnames == ["Policies", "Findings", "Sections", "About"]
    for sheet in book.worksheets[:3]:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.column_dimensions["A"].width > 30


def test_workbook_tells_each_policy_in_a_row() -> None:
    rows = list(_book(render_xlsx(folder()))["Policies"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [
        "harbour-view.docx", "policies/saltmarsh.docx", "newsletter.pdf", "broken.docx",
    ]  # fmt: skip
    assert rows[1][3:12] == ("Not ready to sign: 5 things to mend first", 5, 7, 2, 2, 1, 1, 1, 89)
    assert rows[1][13] == "March 2022"
    assert rows[3][3].startswith("Could not be read: broken.docx")


def test_workbook_tells_which_points_were_not_found() -> None:
    rows = list(_book(render_xlsx(bad()))["Sections"].iter_rows(min_row=2, values_only=True))
    filtering = next(row for row in rows if row[1] == "Filtering and monitoring")
    assert filtering[2:] == ("statutory", "thin", 42, 1, 2, "Reviews provision every year")


def test_workbook_takes_a_very_long_text() -> None:
    book = _book(render_xlsx(result_of(_saying("x" * 50_000))))
    assert len(book["Findings"]["K3"].value) == 32_000


def test_a_clean_policy_is_a_row_too() -> None:
    rows = list(_book(render_xlsx(clean()))["Policies"].iter_rows(min_row=2, values_only=True))
    assert rows[0][3:5] == ("Nothing found that must be mended before signing", 0)
