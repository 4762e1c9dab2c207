"""`renew` as a safeguarding lead types it, in September."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policy_kit.resources import bundled
from tests.e2e.commands import EXAMPLES, policy_kit

EDITED = EXAMPLES / "renewal" / "policy-2025.docx"
PROFILE = EXAMPLES / "primary-in-a-trust" / "profile.yaml"
OLD = EXAMPLES / "old-policy"
ON = ("--on", "2026-11-30")


def renew(*arguments: str | Path) -> Any:
    return policy_kit("renew", *arguments, *ON)


def test_the_policy_is_renewed_and_what_is_left_is_told(tmp_path: Path) -> None:
    out = tmp_path / "policy-2026.docx"
    done = renew(EDITED, "--profile", PROFILE, "-o", out)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("2 things to decide before it goes to governors\n")
    assert "You wrote “Ms Nia Patel”; the profile says “Mr Owen Pryce”." in " ".join(done.stdout.split())
    assert "You took out “Online hate and prejudice”, and the standard asks for it." in done.stdout
    assert "Yours:      … We tell the trust's press officer the same day." in done.stdout
    assert "Template:   (taken out)" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    to_decide = done.stdout.split("TAKEN FROM THE PROFILE")[0]
    assert "    Yours:      … We tell the trust's press officer the same day.\n" in to_decide
    assert "    Template:   (taken out)\n" in to_decide
    left = policy_kit("renew", out, "--check")
    assert max(map(len, left.stdout.splitlines()[1:])) <= 80
    assert left.stdout.count("To decide:") == left.stdout.count("\n  - ")
    assert left.returncode == 1
    assert "2 things are left to decide" in left.stdout
    settled = tmp_path / "settled.docx"
    _without_comments(out, settled)
    assert policy_kit("renew", settled, "--check").returncode == 0


def _without_comments(source: Path, target: Path) -> None:
    """The file after a person has deleted every comment."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/comments.xml":
                data = re.sub(rb"<w:comment .*?</w:comment>", b"", data, flags=re.DOTALL)
            if name == "word/document.xml":
                data = re.sub(rb"<w:comment(?:RangeStart|RangeEnd|Reference)[^>]*/>", b"", data)
            new.writestr(name, data)


def test_it_is_told_as_json_by_its_schema(tmp_path: Path) -> None:
    done = renew(EDITED, "--profile", PROFILE, "-o", tmp_path / "out.docx", "--format", "json")
    told = json.loads(done.stdout)
    schema = json.loads(bundled("schemas").joinpath("renewal.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [e.message for e in Draft202012Validator(schema).iter_errors(told)] == []
    assert told["conflicts"] == sum(entry["kind"] == "conflict" for entry in told["entries"]) == 2
    assert told["base"]["on"] == "2025-09-10"


def test_without_edits_nothing_is_left_to_decide(tmp_path: Path) -> None:
    done = renew(
        EXAMPLES / "renewal" / "as-generated-2025.docx", "--profile", PROFILE, "-o", tmp_path / "o.docx"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Nothing is left to decide\n")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        pytest.param((EDITED,), r"add --profile our-school\.yaml", id="no profile"),
        pytest.param(("nowhere.docx", "--profile", PROFILE), r"nowhere\.docx: there is no", id="no file"),
        pytest.param((EDITED, "--profile", EDITED), r"policy-2025\.docx", id="no profile in the file"),
        pytest.param((EDITED, "--profile", PROFILE, "-t", "nowhere"), r"no such template", id="no template"),
        pytest.param(
            (EDITED, "--profile", PROFILE, "--base", OLD / "policy.md"), r"policy\.md", id="Markdown base"
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_renewed_costs_one_line(
    tmp_path: Path, arguments: tuple[str | Path, ...], line: str
) -> None:
    done = policy_kit("renew", *arguments, "-o", tmp_path / "out.docx", *ON)
    assert done.returncode == 2
    assert re.search(line, done.stderr), done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(b"mine")
    done = renew(EDITED, "--profile", PROFILE, "-o", out)
    assert done.returncode == 2
    assert out.read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("name", "why"), [("policy.docx", r"--base FILE"), ("policy.md", r"renew needs the Word file")]
)
def test_a_policy_from_elsewhere_is_shown_what_to_take_over(tmp_path: Path, name: str, why: str) -> None:
    done = policy_kit("renew", OLD / name, "--profile", PROFILE, "-o", tmp_path / "out.docx", *ON)
    assert done.returncode == 1
    assert re.search(why, done.stderr), done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout.startswith("Nothing was merged")
    said = " ".join(done.stdout.split())
    assert "GENERATIVE ARTIFICIAL INTELLIGENCE (NOT FOUND IN YOURS)" in said
    assert "“Keeping children safe in education 2026”" in said
    assert list(tmp_path.iterdir()) == []


def test_what_to_take_over_as_json() -> None:
    told = json.loads(renew(OLD / "policy.docx", "--profile", PROFILE, "--format", "json").stdout)
    schema = json.loads(bundled("schemas").joinpath("taking-over.schema.json").read_text(encoding="utf-8"))
    assert [e.message for e in Draft202012Validator(schema).iter_errors(told)] == []
    assert any(section["status"] == "missing" for section in told["sections"])


def test_a_policy_that_says_it_all_has_nothing_to_take_over(tmp_path: Path) -> None:
    from policy_kit.profile import load_profile
    from policy_kit.renew import what_to_take_over

    policy_kit("generate", PROFILE, "-o", tmp_path / "new.docx", *ON)
    told = what_to_take_over(tmp_path / "new.docx", load_profile(PROFILE), on=date(2026, 11, 30))
    assert told.sections == ()
    assert told.complete > 30


def test_a_file_that_was_never_renewed_is_not_called_settled() -> None:
    done = policy_kit("renew", OLD / "policy.docx", "--check")
    assert done.returncode == 2
    assert "does not come from `policy-kit renew`" in done.stderr
    assert done.stdout == ""
