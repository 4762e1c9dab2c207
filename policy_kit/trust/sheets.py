"""One sheet of all that a trust's profiles still lack, to be filled in by whoever knows, and taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policy_kit.errors import InvalidProfile, UnreadableFile
from policy_kit.naming import name_key
from policy_kit.profile import Field, as_written, example_of, profile_as_yaml, profile_fields, read_source
from policy_kit.profile.fields import fields_ever_needed
from policy_kit.profile.tables import partial_rows
from policy_kit.quick import dataclass
from policy_kit.trust.manifest import School, Trust
from policy_kit.trust.profiles import Known, known_fields, school_profile

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WHO = ("school_name", "urn")  # the columns by which a row is known again


def sheet_of(trust: Trust, on: date) -> bytes:
    """A workbook with a row a school: what is known, and the cells still to be filled in marked.

    Its second sheet says of each column what is asked for, with an example.
    """
    from openpyxl import Workbook

    from policy_kit.reports.xlsx import saved

    known = {school.name: school_profile(school) for school in trust.schools}
    lacking = [one for one in known.values() if not one.whole]
    asked = {name for one in lacking for name in one.missing} | set(_WHO)
    if lacking:  # an answer may ask for another: loans of devices for what happens out of hours
        asked |= {name for name in fields_ever_needed() if any(name not in one.fields for one in lacking)}
    fields = [field for name, field in profile_fields().items() if name in asked]
    book = Workbook()
    sheet = book.active
    sheet.title = "To fill in"
    _fill(sheet, fields, trust, known)
    _explain(book.create_sheet("What to write"), fields)
    return saved(book, f"{trust.name}: facts to fill in", on)


def _fill(sheet: Worksheet, fields: list[Field], trust: Trust, known: Mapping[str, Known]) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    wanted = PatternFill("solid", fgColor="FFF2CC")
    for column, field in enumerate(fields, 1):
        head = sheet.cell(1, column, field.title)
        head.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = max(14, min(len(field.title) + 2, 34))
    for row, school in enumerate(trust.schools, 2):
        one = known[school.name]
        values = {"school_name": school.name, "urn": school.urn, **one.fields}
        for column, field in enumerate(fields, 1):
            cell = sheet.cell(row, column)
            value = values.get(field.id)
            if value not in (None, ""):
                cell.value = as_written(field, value)
                cell.data_type = "s"
                cell.quotePrefix = True  # a text is only ever a text
            elif field.id in one.missing:
                cell.fill = wanted
    sheet.freeze_panes = "B2"


def _explain(sheet: Worksheet, fields: list[Field]) -> None:
    from policy_kit.reports.xlsx import fill_sheet

    def rows() -> Iterator[tuple[str, ...]]:
        for field in fields:
            choices = ", ".join(field.choices)
            yield field.title, field.description, choices, example_of(field)

    fill_sheet(sheet, ("column", "message", "one of", "quote"), rows())
    for column, name in enumerate(("Column", "What is asked for", "One of", "For example"), 1):
        sheet.cell(1, column, name)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one row: the school's profile as it is to be written, or what is wrong with the row."""

    where: str
    school: str = ""
    path: Path | None = None
    profile: bytes = b""
    filled: int = 0
    missing: int = 0
    fault: str = ""


def take_back(trust: Trust, sheet: Path) -> Iterator[Taken]:
    """Read a sheet that was filled in; a bad row is told and stops no other.

    What a row leaves blank stays as the profile has it. Raises UnreadableFile if the sheet cannot be read
    and InvalidProfile if its headings are no fields.
    """
    for where, data, _ in partial_rows(sheet, ()):
        school = _school_of(trust, data)
        if school is None:
            name = str(data.get("school_name") or data.get("urn") or "no name")
            yield Taken(
                where, fault=f"{where}: no school of the manifest is {name!r}; give its name as there"
            )
        elif school.profile is None:
            yield Taken(where, fault=f"{where}: the manifest names no profile for {school.name}; add one")
        else:
            yield _taken(where, school, school.profile, data)


def _school_of(trust: Trust, data: Mapping[str, Any]) -> School | None:
    urn = str(data.get("urn") or "").strip().removesuffix(".0")
    name = name_key(str(data.get("school_name") or ""))
    by_urn = next((s for s in trust.schools if urn and s.urn == urn), None)
    return by_urn or next((s for s in trust.schools if name and name_key(s.name) == name), None)


def _taken(where: str, school: School, path: Path, data: Mapping[str, Any]) -> Taken:
    try:
        before = dict(read_source(path).data) if path.exists() else {}
    except (InvalidProfile, UnreadableFile) as error:
        return Taken(where, school.name, fault=str(error))
    new = known_fields({**data, "school_name": school.name}, where)
    if new.faults:
        return Taken(where, school.name, fault="; ".join(new.faults))
    old = known_fields(before, str(path))
    whole = known_fields({**old.fields, **new.fields}, where)
    if whole.faults:
        return Taken(where, school.name, fault="; ".join(whole.faults))
    filled = sum(name not in old.fields for name in whole.fields)
    text = profile_as_yaml(whole.fields).encode("utf-8")
    return Taken(where, school.name, path, text, filled, len(whole.missing))
