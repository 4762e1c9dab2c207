"""A trust gathered from a folder, a table or the register, and the sheet of what is missing taken back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import yaml

from policy_kit.errors import InvalidProfile, PolicyKitError, UnreadableFile
from policy_kit.profile import as_written, profile_fields
from policy_kit.trust import (
    Draft,
    files_of,
    joined,
    load_trust,
    schools_in_folder,
    schools_in_table,
    schools_of_register,
    sheet_of,
    take_back,
)
from tests.generate.making import SCHOOL
from tests.gias.test_register import GROUP_COLUMNS, _csv, _links, _register
from tests.trust.making import ON, policy


def _folder(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def _whose(folder: Path) -> dict[str, str]:
    draft = schools_in_folder(folder)
    return {p.relative_to(folder).as_posix(): s.name for s in draft.schools for p in s.policies}


NAMELESS = "# Online safety policy\n\nWe keep children safe online.\n"


def test_the_school_is_found_from_the_text_or_what_the_file_is_called(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "osp final 2024.md": policy("Ash Bank Primary School"),
        "birch hill.md": policy("Birch Hill School"),
        "birch-hill_AUP_v2.md": NAMELESS,
        "Cedar Lane/policy 2024.md": NAMELESS,
        "Cedar Lane/aup.md": NAMELESS,
        "dell_road_online_safety_policy_autumn_2025.docx": b"PK\x03\x04 broken",
        "~$lock.docx": b"",
        "notes.xyz": b"no policy",
    }
    assert _whose(_folder(tmp_path, files)) == {
        "osp final 2024.md": "Ash Bank Primary School",
        "birch hill.md": "Birch Hill School",
        "birch-hill_AUP_v2.md": "Birch Hill School",
        "Cedar Lane/policy 2024.md": "Cedar Lane",
        "Cedar Lane/aup.md": "Cedar Lane",
        "dell_road_online_safety_policy_autumn_2025.docx": "Dell Road",
    }


def test_a_copy_that_kept_its_neighbours_name_goes_by_its_file_and_is_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "ash.md": policy("Ash Bank School"),
        "birch-1.md": policy("Birch Hill School"),
        "birch hill 2026.md": policy("Ash Bank School"),
    }
    folder = _folder(tmp_path, files)
    assert _whose(folder)["birch hill 2026.md"] == "Birch Hill School"
    note, twice = schools_in_folder(folder).notes
    assert twice.startswith("Birch Hill School has 2 files (birch hill 2026.md; birch-1.md)")
    assert "birch hill 2026.md: called after Birch Hill School, but its text names Ash Bank School" in note


def test_a_name_in_capitals_is_written_as_names_are_and_takes_its_turn(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "ash.md": policy("ASH BANK CE SCHOOL"),
        "birch.md": policy("Birch Hill School"),
        "cedar.md": policy("ASH-UNDER-TERN SCHOOL"),
    }
    names = [school.name for school in schools_in_folder(_folder(tmp_path, files)).schools]
    assert names == ["Ash Bank CE School", "Ash-under-Tern School", "Birch Hill School"]


def test_more_than_one_file_of_a_school_is_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "ash 2025.md": policy("Ash Bank School"),
        "old/ash 2021.md": policy("Ash Bank School"),
        "birch.md": policy("Birch Hill School"),
    }
    (note,) = schools_in_folder(_folder(tmp_path, files)).notes
    assert note.startswith("Ash Bank School has 2 files (ash 2025.md; old/ash 2021.md)")
    assert "take its line out of the manifest" in note


def test_a_folder_without_policies(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="this folder holds no Word, PDF"):
        schools_in_folder(tmp_path)


def _written(draft: Draft, manifest: Path) -> None:
    for path, data in files_of(draft, manifest):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def test_what_is_written_is_a_manifest_with_a_profile_a_school(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path / "policies", {"a.md": policy("Ash Bank School"), "b.md": policy("Birch: Hill")}
    )
    manifest = tmp_path / "here" / "trust.yaml"
    _written(Draft("Beacon: Tides & Co", "", schools_in_folder(folder).schools), manifest)
    trust = load_trust(manifest)
    assert trust.name == "Beacon: Tides & Co"
    assert [p.resolve() for s in trust.schools for p in s.policies] == [folder / "a.md", folder / "b.md"]
    for school in trust.schools:
        assert school.profile is not None
        fields = yaml.safe_load(school.profile.read_text(encoding="utf-8"))
        assert fields["school_name"] == school.name
        assert fields["trust_name"] == "Beacon: Tides & Co"


def test_a_table_of_schools(tmp_path: Path) -> None:
    table = tmp_path / "schools.csv"
    table.write_text(
        "School name;URN;phase;Policies\nAsh Bank School;199001;primary;a.docx; b.pdf\n".replace(
            "a.docx; b", '"a.docx; b'
        ).replace("b.pdf", 'b.pdf"')
        + "Birch Hill School;199002;secondary;\n",
        encoding="utf-8",
    )
    first, second = schools_in_table(table).schools
    assert (first.name, first.fields["urn"], first.fields["phase"]) == (
        "Ash Bank School",
        "199001",
        "primary",
    )
    assert first.policies == (tmp_path / "a.docx", tmp_path / "b.pdf")
    assert second.policies == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("school_name,urn\nAsh,12\n", r"row 2: urn: '12'"),
        ("school_name,colour of the door\nAsh,red\n", "column B: 'colour of the door'"),
        ("urn\n199001\n", "row 2: the school's name is missing"),
        ("", "the table is empty"),
    ],
)
def test_a_table_with_a_fault_is_told_by_row_and_column(tmp_path: Path, text: str, told: str) -> None:
    table = tmp_path / "schools.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidProfile, match=told):
        schools_in_table(table)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """The register's three files: two open members, one that closed, and one of another trust."""
    folder = tmp_path / "gias"
    folder.mkdir()
    _register(
        folder,
        {"URN": "199001", "EstablishmentName": "Harrow Lane Primary School"},
        {"URN": "199002", "EstablishmentName": "St Zoë’s School", "Trusts (name)": "AN EARLIER TRUST"},
        {"URN": "199003", "EstablishmentName": "Gone School", "EstablishmentStatus (name)": "Closed"},
        {"URN": "199004", "EstablishmentName": "Elsewhere School"},
    )
    _links(folder, ("199001", "7001"), ("199002", "7001"), ("199003", "7001"), ("199004", "7002"))
    groups = [{"Group UID": "7001", "Group Name": "BEACON TIDES TRUST OF SCHOOLS"}]
    (folder / "allgroupsdata20261120.csv").write_bytes(_csv(GROUP_COLUMNS, groups).encode("cp1252"))
    return folder


def test_the_register_gives_the_open_schools_and_what_it_knows(register: Path, tmp_path: Path) -> None:
    draft = schools_of_register(register, "7001")
    assert (draft.trust, draft.group_uid) == ("Beacon Tides Trust of Schools", "7001")
    assert [s.name for s in draft.schools] == ["Harrow Lane Primary School", "St Zoë’s School"]
    manifest = tmp_path / "trust.yaml"
    _written(draft, manifest)
    trust = load_trust(manifest)
    assert trust.group_uid == "7001"
    assert [s.urn for s in trust.schools] == ["199001", "199002"]
    assert trust.schools[1].profile is not None
    profile = trust.schools[1].profile.read_text(encoding="utf-8")
    assert "trust_name: Beacon Tides Trust of Schools" in profile
    assert "phase: primary" in profile
    assert "dsl:  # STILL NEEDED" in profile


def test_the_register_and_a_folder_together(register: Path, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.md": policy("Harrow Lane Primary School"), "b.md": policy("Stranger Academy")
    }  # fmt: skip
    found = schools_in_folder(_folder(tmp_path / "policies", files))
    draft = joined(schools_of_register(register, "7001"), found)
    assert {s.name: [p.name for p in s.policies] for s in draft.schools} == {
        "Harrow Lane Primary School": ["a.md"], "St Zoë’s School": [], "Stranger Academy": ["b.md"],
    }  # fmt: skip
    assert any("Stranger Academy (b.md) is not among the schools" in note for note in draft.notes)


def test_a_group_without_open_schools(register: Path) -> None:
    with pytest.raises(PolicyKitError, match="no group has the Group UID 7003"):
        schools_of_register(register, "7003")


def _filled(sheet: Path, **answers: str) -> None:
    """Fill in every blank cell of the first school's row with the example, and those named as told."""
    book = openpyxl.load_workbook(sheet)
    page = book.worksheets[0]
    by_title = {field.title: field for field in profile_fields().values()}
    for column in range(1, page.max_column + 1):
        field = by_title[page.cell(1, column).value]
        cell = page.cell(2, column)
        if field.id in answers:
            cell.value = answers[field.id]
        elif cell.value is None and field.id in SCHOOL:
            cell.value = as_written(field, SCHOOL[field.id])
    book.save(sheet)


def test_a_sheet_goes_out_and_comes_back(register: Path, tmp_path: Path) -> None:
    manifest, sheet = tmp_path / "trust.yaml", tmp_path / "sheet.xlsx"
    _written(schools_of_register(register, "7001"), manifest)
    sheet.write_bytes(sheet_of(load_trust(manifest), ON))
    book = openpyxl.load_workbook(sheet)
    assert book.sheetnames == ["To fill in", "What to write"]
    titles = [cell.value for cell in book.worksheets[0][1]]
    assert titles[0] == "School name"
    assert len(titles) > 20
    assert [row[0].value for row in book.worksheets[0].iter_rows(min_row=2)] == [
        "Harrow Lane Primary School", "St Zoë’s School",
    ]  # fmt: skip
    _filled(sheet)
    first, second = take_back(load_trust(manifest), sheet)
    assert (first.school, first.missing, first.fault) == ("Harrow Lane Primary School", 0, "")
    assert first.filled > 20
    assert second.missing > 20
    assert second.filled == 0
    assert first.path is not None
    first.path.write_bytes(first.profile)
    assert "STILL NEEDED" not in first.path.read_text(encoding="utf-8")


def test_a_row_with_a_slip_is_told_and_the_others_taken(register: Path, tmp_path: Path) -> None:
    manifest, sheet = tmp_path / "trust.yaml", tmp_path / "sheet.xlsx"
    _written(schools_of_register(register, "7001"), manifest)
    sheet.write_bytes(sheet_of(load_trust(manifest), ON))
    _filled(sheet, school_email="not an address")
    first, second = take_back(load_trust(manifest), sheet)
    assert "row 2: school_email: 'not an address'" in first.fault
    assert first.profile == b""
    assert second.fault == ""


def test_a_row_of_no_member_is_told(register: Path, tmp_path: Path) -> None:
    manifest, table = tmp_path / "trust.yaml", tmp_path / "sheet.csv"
    _written(schools_of_register(register, "7001"), manifest)
    table.write_text("school_name,school_phone\nStranger School,01632 960100\n", encoding="utf-8")
    (taken,) = take_back(load_trust(manifest), table)
    assert "no school of the manifest is 'Stranger School'" in taken.fault
