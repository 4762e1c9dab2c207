"""Many schools at once: a fault stops no other, nothing is made twice, nothing is overwritten unasked."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policy_kit.errors import InvalidProfile, OutputFault, TemplateFault
from policy_kit.generate.many import COLUMNS, Made, generate_many, index_csv
from policy_kit.generate.names import Names, safe_name
from policy_kit.profile import Profile
from tests.generate.making import ON, SCHOOL, para, text, word_file

Given = tuple[str, Profile | InvalidProfile]


def _school(name: str, **changes: Any) -> Profile:
    return Profile({**SCHOOL, "school_name": name, **changes})


def _run(given: list[Given], out: Path, **options: Any) -> list[Made]:
    return list(generate_many(given, "online-safety", out, on=options.pop("on", ON), **options))


def _rows(out: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((out / "index.csv").read_text(encoding="utf-8-sig").splitlines()))


def test_one_file_a_school_and_an_index(tmp_path: Path) -> None:
    given: list[Given] = [("row 2", _school("St Mary’s School")), ("row 3", _school("St Mary's School"))]
    made = _run(given, tmp_path / "new" / "out")
    assert [m.file for m in made] == ["st-marys-school-2026.docx", "st-marys-school-2026-2.docx"]
    rows = _rows(tmp_path / "new" / "out")
    assert tuple(rows[0]) == COLUMNS
    for row in rows:
        content = (tmp_path / "new" / "out" / row["file"]).read_bytes()
        assert row["sha256"] == hashlib.sha256(content).hexdigest()
        assert row["status"] == "made"


def test_a_bad_profile_is_a_row_and_stops_no_other(tmp_path: Path) -> None:
    given: list[Given] = [
        ("row 2", InvalidProfile("row 2, dsl: is missing")),
        ("row 3", _school("Good School")),
    ]
    made = _run(given, tmp_path)
    assert [m.status for m in made] == ["failed", "made"]
    assert made[0].message == "row 2, dsl: is missing"
    assert _rows(tmp_path)[0]["message"] == "row 2, dsl: is missing"


def test_a_logo_that_cannot_be_used_is_a_row_and_a_light_colour_is_told(tmp_path: Path) -> None:
    given: list[Given] = [
        ("row 2", _school("No Logo School", logo="nowhere.png")),
        ("row 3", _school("Yellow School", colour="#FFD700")),
        ("row 4", _school("Blue School")),
    ]
    made = _run(given, tmp_path)
    assert [m.status for m in made] == ["failed", "made", "made"]
    assert "logo:" in made[0].message
    assert "#FFD700 is too light for words on white" in made[1].message
    assert made[2].message == ""
    assert not (tmp_path / "no-logo-school-2026.docx").exists()


def test_what_has_not_changed_is_left_alone(tmp_path: Path) -> None:
    given: list[Given] = [("a", _school("A School")), ("b", _school("B School"))]
    _run(given, tmp_path)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.glob("*.docx")}
    again = _run(given, tmp_path, on=date(2026, 12, 1))
    assert [m.status for m in again] == ["unchanged", "unchanged"]
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.glob("*.docx")} == before
    assert [row["status"] for row in _rows(tmp_path)] == ["unchanged", "unchanged"]


def test_a_broken_off_run_is_taken_up_without_its_index(tmp_path: Path) -> None:
    given: list[Given] = [("a", _school("A School")), ("b", _school("B School"))]
    _run(given[:1], tmp_path)
    (tmp_path / "index.csv").unlink()
    assert [m.status for m in _run(given, tmp_path)] == ["unchanged", "made"]


def test_an_interrupted_run_leaves_its_index(tmp_path: Path) -> None:
    def broken() -> Iterator[Given]:
        yield "a", _school("A School")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(generate_many(broken(), "online-safety", tmp_path, on=ON))
    assert [row["school"] for row in _rows(tmp_path)] == ["A School"]


def test_a_file_the_school_has_edited_is_not_overwritten_unasked(tmp_path: Path) -> None:
    given: list[Given] = [("a", _school("A School"))]
    (made,) = _run(given, tmp_path)
    (tmp_path / made.file).write_bytes(b"edited")
    (again,) = _run(given, tmp_path)
    assert again.status == "failed"
    assert "was edited since it was made, or stood there before, and is kept" in again.message
    assert (tmp_path / made.file).read_bytes() == b"edited"
    (forced,) = _run(given, tmp_path, force=True)
    assert forced.status == "made"


def test_a_changed_profile_is_made_anew_when_asked(tmp_path: Path) -> None:
    _run([("a", _school("A School"))], tmp_path)
    changed: list[Given] = [("a", _school("A School", isp="OtherLink"))]
    assert [m.status for m in _run(changed, tmp_path)] == ["failed"]
    assert [m.status for m in _run(changed, tmp_path, force=True)] == ["made"]


def test_the_index_cannot_run_a_formula() -> None:
    text = index_csv([Made("=cmd", "failed", school="+1", message="-2")]).decode("utf-8-sig")
    assert next(csv.reader(text.splitlines()[1:]))[:2] == ["'=cmd", "'+1"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputFault, match="the folder could not be made"):
        _run([], tmp_path / "file" / "out")


def test_a_template_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="there is no such template"):
        list(generate_many([], "nowhere", tmp_path / "out", on=ON))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "year", "name"),
    [
        ("St Mary’s CofE (VA) School", 2026, "st-marys-cofe-va-school-2026"),
        ("Ysgol Llŷn & Môn", None, "ysgol-llyn-and-mon"),
        ("CON", None, "con-school"),
        ("com1", 2026, "com1-2026"),
        ("../../etc/passwd", 2026, "etc-passwd-2026"),
        ("学校", None, "school"),
        ("a" * 300, None, "a" * 80),
        ("  -- ", 2026, "school-2026"),
    ],
)
def test_names_are_safe_everywhere(text: str, year: int | None, name: str) -> None:
    assert safe_name(text, year) == name


def test_names_are_told_apart() -> None:
    names = Names()
    assert [names.give("a"), names.give("a"), names.give("a-2"), names.give("a")] == [
        "a",
        "a-2",
        "a-2-2",
        "a-3",
    ]


def test_several_processes_make_the_same_files_and_index_in_the_same_order(tmp_path: Path) -> None:
    given: list[Given] = [(f"row {n}", _school(f"School {n}", isp=f"Link {n}")) for n in range(12)]
    given.insert(5, ("row 99", InvalidProfile("row 99, dsl: is missing")))
    alone = _run(given, tmp_path / "alone")
    shared = _run(given, tmp_path / "shared", jobs=2)
    assert shared == alone
    names = sorted(path.name for path in (tmp_path / "alone").iterdir())
    assert len(names) == 13
    for name in names:
        assert (tmp_path / "shared" / name).read_bytes() == (tmp_path / "alone" / name).read_bytes()


def test_several_processes_that_are_broken_off_leave_an_index_of_all_that_is_there(tmp_path: Path) -> None:
    def broken() -> Iterator[Given]:
        for n in range(30):
            yield f"row {n}", _school(f"School {n}")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(generate_many(broken(), "online-safety", tmp_path, on=ON, jobs=2))
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in tmp_path.glob("*.docx")}
    assert files
    assert {row["file"]: row["sha256"] for row in _rows(tmp_path)} == files


def test_when_a_process_is_killed_its_schools_are_made_all_the_same(tmp_path: Path) -> None:
    import multiprocessing

    given: list[Given] = [(f"row {n}", _school(f"School {n}")) for n in range(30)]
    made: list[Made] = []
    for one in generate_many(given, "online-safety", tmp_path, on=ON, jobs=2):
        made.append(one)
        if len(made) == 1:
            for process in multiprocessing.active_children():
                process.kill()
    assert [(m.where, m.status) for m in made if m.status == "failed"] == []
    assert [m.where for m in made] == [where for where, _ in given]
    assert len(list(tmp_path.glob("*.docx"))) == 30


def test_a_template_from_elsewhere_is_filled_apart_in_each_process(tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(word_file(para("{{ school_name }}")))
    given: list[Given] = [(f"row {n}", _school(f"School {n}")) for n in range(6)]
    made = list(generate_many(given, path, tmp_path / "out", on=ON, jobs=2))
    assert [m.status for m in made] == ["made"] * 6
    assert [text((tmp_path / "out" / m.file).read_bytes()) for m in made] == [f"School {n}" for n in range(6)]
