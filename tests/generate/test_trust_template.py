"""A trust's own template: only the clauses it changes, its badge and colour, and sound for twenty schools."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.cli import main
from policy_kit.generate.lint import check_template
from policy_kit.generate.own_folder import read_own_folder
from policy_kit.generate.package import DOCUMENT, unpack
from policy_kit.profile import load_profiles
from tests.generate.making import lines
from tests.generate.trust_example import EXAMPLE, badge, schools_csv

Run = Callable[..., tuple[int, str, str]]
_DAY = "2026-11-21"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)

    def typed(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(list(words))
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return typed


def test_the_example_is_what_its_code_makes() -> None:
    assert EXAMPLE.joinpath("badge.png").read_bytes() == badge()
    assert EXAMPLE.joinpath("schools.csv").read_bytes().replace(b"\r\n", b"\n") == schools_csv().replace(
        b"\r\n", b"\n"
    )


def test_the_example_is_built_checked_and_good_for_twenty_schools(run: Run, tmp_path: Path) -> None:
    assert run("template", "build", str(EXAMPLE), "-o", "ours.docx") == (0, "", "Wrote ours.docx\n")
    assert check_template(tmp_path / "ours.docx") == []
    table = str(EXAMPLE / "schools.csv")
    words = ("generate", table, "-t", "ours.docx", "-o", "out", "--jobs", "2", "--on", _DAY)
    assert run(*words)[:2] == (0, f"20 made; see {Path('out', 'index.csv')}\n")
    rows = list(csv.DictReader((tmp_path / "out" / "index.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len({row["sha256"] for row in rows}) == 20
    profiles = [profile for _, profile in load_profiles(EXAMPLE / "schools.csv")]
    for row, profile in list(zip(rows, profiles, strict=True))[:5]:
        assert not isinstance(profile, Exception)
        options = AuditOptions(profile=profile)
        audit, _ = audit_file(
            tmp_path / "out" / row["file"], facts_for(date.fromisoformat(_DAY), options), options
        )
        assert [f for f in audit.open_findings if f.severity in ("error", "warning")] == []


def test_its_own_words_badge_and_colour_are_in_it_and_the_rest_is_ours(run: Run, tmp_path: Path) -> None:
    assert run("template", "build", str(EXAMPLE), "-o", "ours.docx")[0] == 0
    template = (tmp_path / "ours.docx").read_bytes()
    said = lines(template)
    assert "Heading1: Social media in our trust" in said
    assert "Heading1: Social media" not in said
    assert "Heading1: Cyberbullying" in said
    parts = unpack(template, "ours")
    assert parts["word/media/school-logo.png"] == badge()
    assert b'descr="A boat under a star' in parts[DOCUMENT]
    assert b"[[logo]]" not in parts[DOCUMENT]
    assert b'"6B1F4A"' in parts["word/styles.xml"]
    assert b'"1F3864"' not in parts["word/styles.xml"] + parts[DOCUMENT]


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("based_on: nowhere", "based_on: there is no template “nowhere”; there is online-safety"),
        ("base_on: online-safety", "“base_on” is not known; did you mean based_on?"),
        ("colour: red", "colour: “red” is no colour"),
        ("logo: gone.png\nlogo_description: x", "logo: "),
        ("logo: badge.png", "logo_description: is missing"),
        ("- a", "it must hold lines such as"),
        ("a: [", "line 2: this is not valid YAML; a bracket"),
    ],
)
def test_settings_that_cannot_be_used_are_told_in_a_line(
    run: Run, tmp_path: Path, settings: str, says: str
) -> None:
    (tmp_path / "ours" / "clauses").mkdir(parents=True)
    (tmp_path / "ours" / "template.yaml").write_text(settings, encoding="utf-8")
    status, out, err = run("template", "build", "ours", "-o", "ours.docx")
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
    assert not (tmp_path / "ours.docx").exists()


def test_a_colour_too_light_to_read_is_darkened_and_told(tmp_path: Path) -> None:
    (tmp_path / "template.yaml").write_text('colour: "#FFCC00"', encoding="utf-8")
    own = read_own_folder(tmp_path)
    assert own.look.colour != "FFCC00"
    assert "too light for words on white" in own.told
    assert own.rest is None


def test_a_folder_that_is_based_on_ours_may_leave_out_everything(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ours" / "clauses").mkdir(parents=True)
    (tmp_path / "ours" / "template.yaml").write_text("based_on: online-safety", encoding="utf-8")
    assert run("template", "build", "ours")[0] == 0
    assert run("template", "build", "-o", "shipped.docx")[0] == 0
    assert (tmp_path / "ours" / "template.docx").read_bytes() == (tmp_path / "shipped.docx").read_bytes()
