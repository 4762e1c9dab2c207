"""Many schools at once: folders, CSV as spreadsheets save it, XLSX."""

from __future__ import annotations

import csv
import datetime
import io
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

from policy_kit.errors import InvalidProfile, UnreadableFile
from policy_kit.profile import Profile, as_written, load_profile, load_profiles, profile_fields
from policy_kit.profile.validating import plain_values
from tests.profile.schools import EXAMPLES, SCHOOLS


def _cells(school: str) -> dict[str, str]:
    fields = plain_values(load_profile(EXAMPLES / school / "profile.yaml").fields)
    return {name: as_written(profile_fields()[name], value) for name, value in fields.items()}


def _table(rows: list[dict[str, str]], delimiter: str = ",", heads: dict[str, str] | None = None) -> str:
    names = list(profile_fields())
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow([(heads or {}).get(name, name) for name in names])
    writer.writerows([[row.get(name, "") for name in names] for row in rows])
    return out.getvalue()


def _write(tmp_path: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    path = tmp_path / "schools.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16"), (",", "utf-8")]
)
def test_a_table_gives_the_same_profiles_as_their_files(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    schools = [s for s in SCHOOLS if encoding != "cp1252" or s != "secondary-with-sixth-form"]
    path = _write(tmp_path, _table([_cells(school) for school in schools], delimiter), encoding)
    found = list(load_profiles(path))
    assert [where for where, _ in found] == [f"{path}, row {n}" for n in range(2, len(schools) + 2)]
    for school, (where, profile) in zip(schools, found, strict=True):
        assert isinstance(profile, Profile), profile
        assert profile.fields == load_profile(EXAMPLES / school / "profile.yaml").fields
        assert profile.path == where


def test_columns_may_be_headed_by_labels(tmp_path: Path) -> None:
    heads = {field.id: field.title.upper() for field in profile_fields().values()}
    path = _write(tmp_path, _table([_cells("nursery")], heads=heads))
    ((_, profile),) = load_profiles(path)
    assert isinstance(profile, Profile)


@pytest.mark.parametrize(
    "heading", ["School", "Name", "Name of school", "School’s name", "EstablishmentName"]
)
def test_the_column_of_names_may_be_called_as_lists_of_schools_do(tmp_path: Path, heading: str) -> None:
    path = _write(tmp_path, _table([_cells("nursery")], heads={"school_name": heading}))
    ((_, profile),) = load_profiles(path)
    assert isinstance(profile, Profile)
    assert profile.fields["school_name"] == "Tern Lane Nursery School"


def test_a_fault_is_told_by_row_and_column_and_stops_no_other_row(tmp_path: Path) -> None:
    wrong = _cells("special") | {"phase": "speical", "website": "", "is_boarding": "perhaps"}
    path = _write(tmp_path, _table([_cells("nursery"), {}, wrong, _cells("all-through")]))
    found = dict(load_profiles(path))
    assert list(found) == [f"{path}, row 2", f"{path}, row 4", f"{path}, row 5"]
    assert isinstance(found[f"{path}, row 5"], Profile)
    head, *told = str(found[f"{path}, row 4"]).splitlines()
    assert head == f"{path}, row 4: 3 things to mend in this row"
    assert told[0].startswith("  column D, phase: 'speical' is not one of nursery, ")
    assert told[0].endswith("did you mean special?")
    assert told[1] == "  column I, is_boarding: 'perhaps' must be yes or no"
    assert told[2].startswith("  column BS, website: is missing")


def test_rows_are_counted_as_lines_where_a_cell_has_several(tmp_path: Path) -> None:
    several = _cells("nursery") | {"deputy_dsls": "Miss Hana Petrov\nMr Tomos Vale"}
    path = _write(tmp_path, _table([several, _cells("special") | {"urn": "1"}]))
    (_, first), (where, second) = load_profiles(path)
    assert isinstance(first, Profile)
    assert [d["name"] for d in first.fields["deputy_dsls"]] == ["Miss Hana Petrov", "Mr Tomos Vale"]
    assert where == f"{path}, row 4"
    assert str(second).startswith(f"{path}, row 4, column C, urn: '1'")


def test_one_school_twice_is_told(tmp_path: Path) -> None:
    path = _write(tmp_path, _table([_cells("nursery"), _cells("special") | {"urn": "199002"}]))
    (_, first), (_, second) = load_profiles(path)
    assert isinstance(first, Profile)
    assert "column C, urn: '199002' stands in row 2 too" in str(second)


def test_a_value_beyond_the_headings_is_told(tmp_path: Path) -> None:
    text = _table([_cells("nursery")]).rstrip("\r\n")
    path = _write(tmp_path, f"{text},,stray\r\n")
    ((_, found),) = load_profiles(path)
    assert str(found) == f"{path}, row 2, column BY: holds a value but has no heading"


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        ({"phase": "phse"}, "row 1, column D: 'phse' is not a field of a profile; did you mean phase?"),
        ({"phase": "School name"}, "row 1, column D: school_name has a column already; keep one"),
    ],
)
def test_headings_that_are_no_fields_are_told_before_any_row(
    tmp_path: Path, heads: dict[str, str], said: str
) -> None:
    path = _write(tmp_path, _table([_cells("nursery")], heads=heads))
    with pytest.raises(InvalidProfile) as error:
        list(load_profiles(path))
    assert str(error.value) == f"{path}, {said}"


def test_tables_that_cannot_be_read(tmp_path: Path) -> None:
    empty, broken, locked = _write(tmp_path, ""), tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    broken.write_bytes(b"PK\x03\x04 and then nothing")
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(InvalidProfile, match="the table is empty"):
        list(load_profiles(empty))
    for path in (broken, locked):
        with pytest.raises(UnreadableFile, match="cannot be read as an Excel workbook"):
            list(load_profiles(path))
    with pytest.raises(UnreadableFile, match="there is no such file"):
        list(load_profiles(tmp_path / "none.csv"))
    with pytest.raises(UnreadableFile, match="there is no such file"):
        list(load_profiles(tmp_path / "none.yaml"))


def _workbook(path: Path, rows: list[dict[str, Any]]) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    names = list(profile_fields())
    book.active.append(names)
    for row in rows:
        book.active.append([row.get(name) for name in names])
    book.save(path)
    return path


def test_a_workbook_with_cells_of_their_own_kinds(tmp_path: Path) -> None:
    typed = {
        "urn": 199002,
        "kcsie_edition": 2026.0,
        "has_eyfs": True,
        "is_boarding": False,
        "date_approved": datetime.datetime(2026, 9, 24),  # noqa: DTZ001  # as a workbook has it
    }
    path = _workbook(tmp_path / "schools.xlsx", [_cells("nursery") | typed, _cells("special")])
    (where, first), (_, second) = load_profiles(path)
    assert where == f"{path}, row 2"
    assert isinstance(first, Profile), first
    assert isinstance(second, Profile), second
    assert first.fields == load_profile(EXAMPLES / "nursery" / "profile.yaml").fields


def test_ages_that_a_workbook_made_a_date(tmp_path: Path) -> None:
    row = _cells("nursery") | {"age_range": datetime.datetime(2026, 5, 2)}  # noqa: DTZ001
    ((_, found),) = load_profiles(_workbook(tmp_path / "schools.xlsx", [row]))
    assert "a spreadsheet may have made a date of it" in str(found)


def test_without_openpyxl_the_mend_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "schools.xlsx"
    path.write_bytes(b"PK")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UnreadableFile, match=r"policy-kit\[xlsx\].*or save the table as CSV"):
        list(load_profiles(path))


def test_reading_a_workbook_warns_of_nothing(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "schools.xlsx", [_cells("nursery")])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(list(load_profiles(path))) == 1


def test_a_folder_is_read_by_name_and_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    for school in ("special", "nursery"):
        (tmp_path / f"{school}.yaml").write_bytes((EXAMPLES / school / "profile.yaml").read_bytes())
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "picture.yml").write_bytes(b"\0\1")
    (tmp_path / "policy-kit.yaml").write_text("suppress: []", encoding="utf-8")
    (tmp_path / ".hidden.yaml").write_text("x", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    found = [(Path(where).name, type(profile)) for where, profile in load_profiles(tmp_path)]
    assert found == [
        ("broken.json", InvalidProfile),
        ("nursery.yaml", Profile),
        ("picture.yml", InvalidProfile),
        ("special.yaml", Profile),
    ]


def test_a_folder_without_profiles_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="there is no profile in this folder"):
        list(load_profiles(tmp_path))


def test_one_profile_is_one(tmp_path: Path) -> None:
    path = EXAMPLES / "nursery" / "profile.yaml"
    ((where, profile),) = load_profiles(path)
    assert where == str(path)
    assert isinstance(profile, Profile)
