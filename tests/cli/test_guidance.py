"""`guidance list, show, check`: plain words when piped, 80 columns, and JSON for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policy_kit.cli import cli

DAY = "2026-11-21"
POLICY = """Online safety policy

1. Aims

We follow Keeping children safe in education (DfE, 2023) and the SEND code of practice.

2. Sexual violence and sexual harassment

Staff have read the DfE (2018) guidance. The Equality Act 2010 applies.
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["guidance", *arguments], catch_exceptions=False)


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    file = tmp_path / "policy.txt"
    file.write_text(POLICY, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "arguments", [("list",), ("show", "kcsie"), ("show", "net-aware"), ("show", "sexting")]
)
def test_what_is_piped_is_plain_and_80_columns_wide(arguments: tuple[str, ...]) -> None:
    result = run(*arguments, "--on", DAY)
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert [line for line in result.output.splitlines() if len(line) > 80 and "http" not in line] == []


def test_the_list_of_a_day() -> None:
    output = run("list", "--on", "2024-01-15").output
    assert output.startswith("In force in England on 15 January 2024")
    assert "kcsie: Keeping children safe in education\n      2023, since 1 September 2023" in output
    assert "svsh" not in output
    assert "What could not be found out:" in output


def test_the_list_of_another_nation() -> None:
    output = run("list", "--on", DAY, "--nation", "Wales").output
    assert "wales-kls" in output
    assert "kcsie" not in output


def test_the_list_as_json() -> None:
    told = json.loads(run("list", "--on", DAY, "--format", "json").output)
    kcsie = next(d for d in told["documents"] if d["id"] == "kcsie")
    assert (kcsie["edition"]["label"], kcsie["edition"]["since"]) == ("2026", "2026-09-01")
    assert told["register"] == {"checked_on": "2026-11-21"}
    assert "third-party file" not in json.dumps(told)


def test_a_document_with_its_editions() -> None:
    output = run("show", "kcsie", "--on", "2023-10-01").output
    assert "In force on 1 October 2023: 2023, since 1 September 2023." in output
    assert "2017: there was no such edition" in output
    assert "2026: in force from 1 September 2026 (not yet on that day)" in output
    assert "Known from others' reports; the text itself was not seen." in output
    assert "third-party file" not in output


def test_a_withdrawn_document_says_what_to_use() -> None:
    output = " ".join(run("show", "svsh", "--on", DAY).output.split())
    assert "Part five of Keeping children safe in education" in output


def test_parts_that_are_not_confirmed_say_so() -> None:
    output = " ".join(run("show", "cpa-2026", "--on", DAY).output.split())
    assert "duty to report child sexual abuse: in force: not confirmed" in output


def test_an_unknown_id_is_told_with_a_near_one() -> None:
    result = run("show", "kcsei")
    assert result.exit_code == 2
    assert "did you mean `kcsie`?" in result.output


def test_an_unknown_id_that_is_near_to_none_is_not_taken_for_one() -> None:
    result = run("show", "nonsense")
    assert result.exit_code == 2
    assert "did you mean" not in result.output
    assert "`policy-kit guidance list` names them" in result.output


def test_what_a_file_cites(policy: Path) -> None:
    output = run("check", str(policy), "--on", DAY).output
    words = " ".join(output.split())
    assert words.startswith(f"What {policy} cites, as of 21 November 2026")
    old = words.index("Old editions:")
    assert words.index("No longer guidance:") < old < words.index("Named without an edition:")
    assert "Cited: 2023, as “Keeping children safe in education (DfE, 2023”" in words
    assert "In force: 2026, since 1 September 2026." in words
    assert "Changed in 2024: exploitation joins abuse and neglect" in words


def test_what_a_file_cites_as_json(policy: Path) -> None:
    told = json.loads(run("check", str(policy), "--on", DAY, "--format", "json").output)
    states = {r["id"]: r["state"] for r in told["references"]}
    assert states == {
        "svsh": "withdrawn",
        "kcsie": "superseded",
        "send-code": "undated",
        "equality-2010": "undated",
    }
    kcsie = next(r for r in told["references"] if r["id"] == "kcsie")
    assert [c["edition"] for c in kcsie["changes"]] == ["2024", "2025", "2026"]
    assert kcsie["places"][0]["text"].startswith("Keeping children safe in education")


def test_the_same_file_on_an_earlier_day(policy: Path) -> None:
    told = json.loads(run("check", str(policy), "--on", "2024-01-01", "--format", "json").output)
    assert next(r["state"] for r in told["references"] if r["id"] == "kcsie") == "current"


def test_a_file_that_cites_nothing(tmp_path: Path) -> None:
    file = tmp_path / "lunch.txt"
    file.write_text("Lunch is at noon.\n", encoding="utf-8")
    assert "names no guidance or law" in run("check", str(file), "--on", DAY).output


def test_an_old_register_warns_on_stderr() -> None:
    result = run("list", "--on", "2027-06-01")
    assert "was last checked 192 days before" in result.stderr
    assert "192 days" not in result.stdout


def test_help_shows_an_example() -> None:
    for command in ("list", "show", "check"):
        assert f"policy-kit guidance {command}" in run(command, "--help").output
