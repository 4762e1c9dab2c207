"""The rows of a CSV or XLSX file, as they stand; what the cells mean is not known here."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from policy_kit.errors import UnreadableFile
from policy_kit.profile.reading import text_from

_LARGEST = 50_000_000
_LARGEST_UNZIPPED = 300_000_000
_TOO_LARGE = "is far too large for a table of schools; is it the right file?"
_NO_OPENPYXL = (
    'reading XLSX needs openpyxl; install it with `pip install "policy-kit[xlsx]"`, '
    "or save the table as CSV and give that"
)

Row = Sequence[Any]


def rows_of(path: Path) -> Iterator[tuple[int, Row]]:
    """Yield (row number as a spreadsheet shows it, cells) of a CSV or XLSX file.

    CSV may be divided by commas, semicolons or tabs, in UTF-8, UTF-16 or as Windows saves it; the number
    is that of the line at which a row begins. Raises UnreadableFile if the file cannot be read.
    """
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise UnreadableFile(f"{path}: {_TOO_LARGE}")
        if path.suffix.lower() == ".xlsx":
            return _rows_of_xlsx(path)
        return _rows_of_csv(path, path.read_bytes())
    except FileNotFoundError as error:
        raise UnreadableFile(f"{path}: there is no such file") from error
    except OSError as error:
        raise UnreadableFile(f"{path}: could not be read ({error.strerror or error})") from error


def _rows_of_csv(path: Path, data: bytes) -> Iterator[tuple[int, Row]]:
    text = text_from(data, path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    divider = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider)
    number = 1
    try:
        for row in reader:
            yield number, row
            number = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile(f"{path}, row {number}: this is not valid CSV ({error})") from error


def _rows_of_xlsx(path: Path) -> Iterator[tuple[int, Row]]:
    """The rows of the first sheet, with what formulas last came to."""
    try:
        import openpyxl
    except ImportError as error:
        raise UnreadableFile(f"{path}: {_NO_OPENPYXL}") from error
    try:
        too_large = _unzipped_size(path) > _LARGEST_UNZIPPED
        rows = [] if too_large else _first_sheet(openpyxl, path)
    # openpyxl lets what its parsers raise through: a broken file may come as any of these.
    except (zipfile.BadZipFile, OSError, KeyError, ValueError, IndexError, TypeError, SyntaxError) as error:
        raise UnreadableFile(
            f"{path}: cannot be read as an Excel workbook; save it again as .xlsx"
        ) from error
    if too_large:
        raise UnreadableFile(f"{path}: {_TOO_LARGE}")
    return enumerate(rows, 1)


def _unzipped_size(path: Path) -> int:
    with zipfile.ZipFile(path) as package:
        return sum(part.file_size for part in package.infolist())


def _first_sheet(openpyxl: Any, path: Path) -> list[Row]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and validations, which do not concern the cells
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what a file says of its size may be wrong
            return list(sheet.iter_rows(values_only=True))
        finally:
            book.close()
