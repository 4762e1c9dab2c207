"""The commands of a trust as a person types them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.e2e.commands import DAY, EXAMPLES, policy_kit
from tests.trust.making import policy, trust_in


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example trust, copied: what a run remembers stands beside the manifest."""
    folder = tmp_path_factory.mktemp("trust") / "beacon-tides"
    shutil.copytree(EXAMPLES / "trust", folder, ignore=shutil.ignore_patterns(".policy-kit"))
    return folder


def test_the_example_trust_on_one_page(example: Path) -> None:
    out = example.parent / "report"
    first = policy_kit("trust", "audit", example / "trust.yaml", "--out", out, "--letters", "--on", DAY)
    assert first.returncode == 2, first.stderr  # Quayside's file is cut short
    assert "Traceback" not in first.stderr
    assert "12 policies read now, 0 known from before." in first.stderr
    lines = first.stdout.splitlines()
    assert " ".join(lines[3].split()) == "Quayside Primary School Its file could not be read"
    assert max(map(len, lines)) <= 80
    pages = sorted(path.name for path in (out / "schools").iterdir())
    assert len(pages) == 12
    assert len(list((out / "letters").iterdir())) == 12
    told = json.loads((out / "trust.json").read_text(encoding="utf-8"))
    by_name = {school["name"]: school for school in told["schools"]}
    assert by_name["Harrow Lane Primary School"]["counts"]["errors"] == 0
    assert by_name["Windmill Hill Primary School"]["state"] == "no-policy"
    borrowed = {(b["school"], b["name"], b["other"]) for b in told["borrowed"]}
    assert ("Saltmarsh Junior School", "Mr Owen Pryce", "Harrow Lane Primary School") in borrowed
    assert ("Otterbrook Infant School", "Ms Farah Bell", "Harrow Lane Primary School") in borrowed
    states = {w["school"]: w["state"] for w in told["wording"]}
    assert states["Harrow Lane Primary School"] == "current"
    assert states["Ferry Road Primary School"] == "old"
    assert states["Cobble Bay Church of England Primary School"] == "likely-old"
    assert states["Larkspur School"] == "own"
    overdue = {r["school"] for r in told["reviews"] if r["days"] is not None and r["days"] < 0}
    assert {"Gull Rock Primary School", "Fen Gate High School", "Larkspur School"} <= overdue
    assert any("Fen Gate" in o["school"] for o in told["out_of_step"])
    index = (out / "index.html").read_text(encoding="utf-8")
    assert 'href="schools/harrow-lane-primary-school.html"' in index
    assert (out / "reviews.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    _again(example, out)


def _again(example: Path, out: Path) -> None:
    """A second run reads nothing, and replaces nothing unasked."""
    refused = policy_kit("trust", "audit", example, "--out", out, "--on", DAY)
    assert refused.returncode == 2
    assert "holds a report already; choose another folder, or add --force" in refused.stderr
    before = {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()}
    again = policy_kit("trust", "audit", example, "--out", out, "--letters", "--on", DAY, "--force")
    assert "0 policies read now, 12 known from before." in again.stderr
    assert {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()} == before


def test_status_generate_and_a_sheet(tmp_path: Path) -> None:
    folder = tmp_path / "trust"
    shutil.copytree(EXAMPLES / "trust", folder, ignore=shutil.ignore_patterns(".policy-kit"))
    made = policy_kit("trust", "generate", folder, "-o", tmp_path / "new", "--on", DAY)
    assert made.returncode == 2  # four have no profile, or not a whole one
    assert len(list((tmp_path / "new").glob("*.docx"))) == 8
    assert "8 made, 4 failed" in made.stdout
    assert "Mere Side Nursery School: the manifest names no profile" in made.stderr
    hint = f"policy-kit trust init -o {folder / 'trust.yaml'} --sheet to-fill-in.xlsx"
    assert made.stderr.rstrip().endswith(f"To ask for all missing facts in one sheet: {hint}")
    sheet = policy_kit("trust", "init", "-o", folder / "trust.yaml", "--sheet", tmp_path / "ask.xlsx")
    assert sheet.returncode == 0, sheet.stderr
    back = policy_kit("trust", "init", "-o", folder / "trust.yaml", "--from-sheet", tmp_path / "ask.xlsx")
    assert back.returncode == 2
    assert "the manifest names no profile for Mere Side Nursery School; add one" in back.stderr
    assert "Harrow Lane Primary School: 0 facts filled in, complete" in back.stdout


def test_the_letters_template_is_written_to_be_changed(tmp_path: Path) -> None:
    done = policy_kit("trust", "init", "--letter", tmp_path / "letter.docx")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "letter.docx").read_bytes()[:2] == b"PK"


def test_a_folder_becomes_a_trust_and_is_audited(tmp_path: Path) -> None:
    policies = tmp_path / "policies"
    policies.mkdir()
    for name in ("Ash Bank School", "Birch Hill School"):
        (policies / f"{name}.md").write_text(policy(name), encoding="utf-8")
    straight = policy_kit("trust", "status", policies, "--no-cache", "--on", DAY)
    assert straight.returncode == 0, straight.stderr
    assert sorted(p.name for p in policies.iterdir()) == ["Ash Bank School.md", "Birch Hill School.md"]
    made = policy_kit("trust", "init", policies, "--name", "Beacon Tides Trust", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert "Wrote trust.yaml: 2 schools, 2 policies" in made.stdout
    told = policy_kit("trust", "status", "--on", DAY, cwd=tmp_path)
    assert told.returncode == 0
    assert told.stdout.startswith("Beacon Tides Trust: online safety policies on 21 November 2026")
    assert (tmp_path / ".policy-kit" / "trust.sqlite").is_file()
    refused = policy_kit("trust", "init", policies, "--name", "Other", cwd=tmp_path)
    assert refused.returncode == 2
    assert "already exists" in refused.stderr
    assert "Beacon Tides Trust" in (tmp_path / "trust.yaml").read_text(encoding="utf-8")


SLIPS = [
    (("audit",), "there is no such file here; name the manifest"),
    (("audit", "none.yaml"), "none.yaml: there is no such file"),
    (("audit", "trust.yaml", "--letters"), "the letters need a folder"),
    (("audit", "trust.yaml", "--out", "trust.yaml"), "this is a file; the report needs a folder"),
    (("audit", "trust.yaml", "--cache", "policy-1.md"), "policy-1.md: this is no memory of ours"),
    (("status", "broken.yaml"), "broken.yaml: trust is missing"),
    (("init",), "name a folder of policies or a table of schools"),
    (("init", "none"), "none: there is no such file or folder"),
    (("init", "policy-1.md"), "give a folder of policies, or a .csv or .xlsx"),
    (("init", "--gias", "."), "--gias and --group-uid go together"),
    (("init", "--gias", ".", "--group-uid", "7"), "holds no allgroupsdata"),
    (("init", "--from-sheet", "none.xlsx", "-o", "trust.yaml"), "none.xlsx: there is no such file"),
    (("generate", "trust.yaml"), "Missing option '-o'"),
    (("audti",), "there is no command `audti`"),
]


@pytest.mark.parametrize(("arguments", "told"), SLIPS, ids=[" ".join(a) for a, _ in SLIPS])
def test_a_slip_is_told_in_one_line(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    if arguments != ("audit",):
        trust_in(tmp_path, {"Ash Bank School": policy("Ash Bank School")})
        (tmp_path / "broken.yaml").write_text("schools: [{name: S, policies: s}]\n", encoding="utf-8")
    done = policy_kit("trust", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert len([line for line in done.stderr.splitlines() if line.strip()]) == 1


def test_help_of_each_shows_an_example() -> None:
    for name in ("init", "audit", "generate", "status"):
        assert f"policy-kit trust {name}" in policy_kit("trust", name, "--help").stdout
