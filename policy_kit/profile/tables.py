"""Many schools in one table, CSV or XLSX: a row a school, field ids or labels as column headings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policy_kit.errors import InvalidProfile
from policy_kit.profile.fields import profile_fields
from policy_kit.profile.model import Fault, Profile
from policy_kit.profile.spreadsheets import Row, rows_of
from policy_kit.profile.validating import normalised, validate_profile
from policy_kit.profile.wording import unknown

TABLE_SUFFIXES = (".csv", ".xlsx")
# What a list of schools calls the column of their names besides the field's own title; the last is the DfE's.
_SCHOOL = (
    "school",
    "schools",
    "name",
    "nameofschool",
    "schoolsname",
    "academy",
    "setting",
    "establishmentname",
)


def profiles_in_table(path: Path) -> Iterator[tuple[str, Profile | InvalidProfile]]:
    """Yield (file and row, the profile or what is wrong with it) for each row that is not blank.

    Lists are divided by `;`, persons are "Name, contact", yes/no as one likes. Raises UnreadableFile if
    the table cannot be read, and InvalidProfile, with every odd heading, if its headings are not fields.
    """
    rows = ((number, row) for number, row in rows_of(path) if any(not _is_blank(cell) for cell in row))
    header = next(rows, None)
    if header is None:
        raise InvalidProfile(
            f"{path}: the table is empty; its first row names the fields, then a row a school"
        )
    columns = _columns(path, *header)
    rows_by_urn: dict[str, int] = {}
    for number, row in rows:
        where = f"{path}, row {number}"
        faults, data = _read(row, columns)
        faults += _seen_before(str(data.get("urn", "")).strip(), number, rows_by_urn)
        yield (
            where,
            InvalidProfile(_told(where, faults, columns)) if faults else Profile(normalised(data), where),
        )


def count_rows(path: Path) -> int:
    """How many rows of a table stand for a school. Raises UnreadableFile if the table cannot be read."""
    return max(sum(any(not _is_blank(cell) for cell in row) for _, row in rows_of(path)) - 1, 0)


def partial_rows(path: Path, also: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield (file and row, what it holds by field, its cell of another column) for each row, not checked yet.

    also: what that other column may be called. Raises as `profiles_in_table` does for the table as a whole.
    """
    rows = ((number, row) for number, row in rows_of(path) if any(not _is_blank(cell) for cell in row))
    header = next(rows, None)
    if header is None:
        raise InvalidProfile(f"{path}: the table is empty; its first row names the fields")
    number, names = header
    other = next((i for i, cell in enumerate(names) if _form(str(cell or "")) in also), None)
    columns = _columns(path, number, [None if i == other else cell for i, cell in enumerate(names)])
    for number, row in rows:
        data = {columns[i]: cell for i, cell in enumerate(row) if i in columns and not _is_blank(cell)}
        cell = row[other] if other is not None and other < len(row) else None
        yield f"{path}, row {number}", data, "" if _is_blank(cell) else str(cell)


def _columns(path: Path, number: int, header: Row) -> dict[int, str]:
    """The field of each column. Raises InvalidProfile for headings that are no field's, or stand twice."""
    by_form = dict.fromkeys(_SCHOOL, "school_name")
    by_form |= {_form(field.title): name for name, field in profile_fields().items()}
    by_form |= {_form(name): name for name in profile_fields()}
    columns: dict[int, str] = {}
    faults: list[str] = []
    for position, cell in enumerate(header):
        if _is_blank(cell):
            continue
        name = by_form.get(_form(str(cell)))
        if name is None:
            faults.append(f"column {letters(position)}: '{cell}' {unknown(str(cell))}")
        elif name in columns.values():
            faults.append(f"column {letters(position)}: {name} has a column already; keep one")
        else:
            columns[position] = name
    if faults:
        raise InvalidProfile(_joined(f"{path}, row {number}", faults, "headings"))
    return columns


def _read(row: Row, columns: dict[int, str]) -> tuple[list[Fault], dict[str, Any]]:
    data = {columns[i]: cell for i, cell in enumerate(row) if i in columns and not _is_blank(cell)}
    stray = [i for i, cell in enumerate(row) if i not in columns and not _is_blank(cell)]
    faults = [Fault("", None, f"column {letters(i)}: holds a value but has no heading") for i in stray]
    return faults + validate_profile(data), data


def _seen_before(urn: str, number: int, rows_by_urn: dict[str, int]) -> list[Fault]:
    first = rows_by_urn.setdefault(urn, number)
    if not urn or first == number:
        return []
    return [
        Fault(
            "urn", None, f"'{urn}' stands in row {first} too; each school has a row and a number of its own"
        )
    ]


def _told(where: str, faults: list[Fault], columns: dict[int, str]) -> str:
    letter_of = {name: letters(position) for position, name in columns.items()}
    told = [f"column {letter_of[f.field]}, {f}" if f.field in letter_of else str(f) for f in faults]
    return _joined(where, told, "row")


def _joined(where: str, told: list[str], what: str) -> str:
    if len(told) == 1:
        return f"{where}, {told[0]}"
    return "\n  ".join([f"{where}: {len(told)} things to mend in this {what}", *told])


def _form(heading: str) -> str:
    return "".join(letter for letter in heading.casefold() if letter.isalnum())


def _is_blank(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def letters(position: int) -> str:
    """The name a spreadsheet gives a column: A, B, … Z, AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
