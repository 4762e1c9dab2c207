"""`generate` and `template` as typed: what is written, what is said, and the exit status."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from policy_kit.cli import main
from policy_kit.generate.provenance import as_json
from policy_kit.generate.samples import sample_schools
from tests.generate.making import SCHOOL, lines, para, word_file

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)

    def typed(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(list(words))
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return typed


@pytest.fixture
def profile(tmp_path: Path) -> str:
    path = tmp_path / "school.yaml"
    path.write_text(yaml.safe_dump(as_json(SCHOOL), allow_unicode=True), encoding="utf-8")
    return path.name


def test_a_policy_is_written(run: Run, profile: str, tmp_path: Path) -> None:
    status, _, err = run("generate", profile, "-o", "policy.docx", "--on", "2026-11-21")
    assert (status, err) == (0, "Wrote policy.docx\n")
    first = (tmp_path / "policy.docx").read_bytes()
    assert "Title: St Peter & St Paul’s Primary School\nOnline Safety Policy" in lines(first)
    assert run("generate", profile, "-o", "policy.docx", "--on", "2026-11-21", "--force")[0] == 0
    assert (tmp_path / "policy.docx").read_bytes() == first


def test_without_a_name_it_takes_the_schools(run: Run, profile: str, tmp_path: Path) -> None:
    assert run("generate", profile)[0] == 0
    assert (tmp_path / "st-peter-and-st-pauls-primary-school-2026.docx").is_file()


def test_nothing_is_overwritten_unasked(run: Run, profile: str, tmp_path: Path) -> None:
    (tmp_path / "policy.docx").write_text("mine")
    status, _, err = run("generate", profile, "-o", "policy.docx")
    assert status == 2
    assert "policy.docx: already exists" in err
    assert (tmp_path / "policy.docx").read_text() == "mine"


def test_a_template_of_ones_own(run: Run, profile: str, tmp_path: Path) -> None:
    (tmp_path / "ours.docx").write_bytes(word_file(para("Policy of {{ school }}")))
    assert run("generate", profile, "-t", "ours.docx", "-o", "policy.docx")[0] == 0
    assert lines((tmp_path / "policy.docx").read_bytes()) == ["BodyText: Policy of St Peter’s"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("generate", "nothing.yaml"), "nothing.yaml: there is no such file"),
        (("generate", "school.yaml", "-t", "nowhere"), "nowhere: there is no such template"),
        (("generate", "school.yaml", "school.yaml"), "say which folder the policies go in"),
        (
            ("generate", "school.yaml", "school.yaml", "-o", "school.yaml"),
            "this is a file; many policies need a folder",
        ),
        (("generate", "school.yaml", "--on", "yesterday"), "'yesterday' is not a date"),
        (("template", "check", "nowhere.docx"), "there is no such template"),
        (("template", "build"), "say which file to write"),
        (("template", "build", "."), "it has no folder called clauses"),
    ],
)
def test_a_fault_is_one_line_and_status_2(run: Run, profile: str, words: tuple[str, ...], says: str) -> None:
    status, out, err = run(*words)
    assert status == 2
    assert says in err
    assert err.count("\n") == 1
    assert "Traceback" not in out + err


def test_many_schools_from_a_folder_and_a_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "schools").mkdir()
    for number, fields in enumerate(sample_schools().values()):
        named = {**fields, "school_name": f"School {number}", "urn": f"19900{number}"}
        path = tmp_path / "schools" / f"{number}.yaml"
        path.write_text(yaml.safe_dump(as_json(named), allow_unicode=True), encoding="utf-8")
    (tmp_path / "schools" / "bad.yaml").write_text("school_name: Bad School\n", encoding="utf-8")
    status, out, err = run("generate", "schools", "missing.csv", "-o", "out")
    assert status == 2
    assert out == f"6 made, 2 failed; see {Path('out') / 'index.csv'}\n"
    assert "bad.yaml" in err
    assert "more, in index.csv" in err
    assert err.count("is missing") == 5
    assert "missing.csv" in err
    rows = list(csv.DictReader((tmp_path / "out" / "index.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["status"] for row in rows].count("made") == 6
    assert (tmp_path / "out" / "school-0-2026.docx").is_file()
    assert run("generate", "schools/0.yaml", "schools/1.yaml", "-o", "out")[1].startswith("2 unchanged; see ")


def test_templates_are_listed_with_their_fields(run: Run) -> None:
    assert "online-safety  version " in run("template", "list")[1]
    out = run("template", "fields")[1]
    assert "filtering_product               text              filtering-and-monitoring" in out
    assert '"field": "academic_year"' in run("template", "fields", "--format", "json")[1]


def test_a_template_with_faults_is_status_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.docx").write_bytes(word_file(para("{{ schol_name }}")))
    status, out, _ = run("template", "check", "ours.docx")
    assert status == 1
    assert (
        out == "ours.docx: paragraph 1: there is no field called “schol_name”; did you mean “school_name”?\n"
    )


def test_a_template_is_built_from_a_folder(run: Run, tmp_path: Path, profile: str) -> None:
    (tmp_path / "ours" / "clauses").mkdir(parents=True)
    (tmp_path / "ours" / "clauses" / "aims-and-scope.md").write_text("# Our aims\n", encoding="utf-8")
    status, _, err = run("template", "build", "ours", "--new-layout")
    assert status == 0
    assert "sections have no clause: document-control, " in err
    assert (tmp_path / "ours" / "layout.docx").is_file()
    assert run("template", "build", "ours")[0] == 2
    assert run("template", "build", "ours", "--force")[0] == 0
    assert run("generate", profile, "-t", "ours/template.docx", "-o", "policy.docx")[0] == 0
    assert "Heading1: Our aims" in lines((tmp_path / "policy.docx").read_bytes())


def test_the_shipped_clauses_are_built_in_another_look(run: Run, tmp_path: Path) -> None:
    from policy_kit.generate.layout import build_layout

    (tmp_path / "look.docx").write_bytes(build_layout())
    assert run("template", "build", "--layout", "look.docx", "-o", "ours.docx")[0] == 0
    assert run("template", "build", "--layout", "gone.docx", "-o", "two.docx")[0] == 2
    assert (tmp_path / "ours.docx").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ("generate",),
        ("template",),
        ("template", "list"),
        ("template", "fields"),
        ("template", "check"),
        ("template", "build"),
    ],
)
def test_help_has_an_example(run: Run, words: tuple[str, ...]) -> None:
    status, out, _ = run(*words, "--help")
    assert status == 0
    assert "Example" in out
    assert "policy-kit " + " ".join(words) in out
