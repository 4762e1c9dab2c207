"""`policy-kit compare` as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.compare import judge
from tests.e2e.commands import DAY, EXAMPLES, policy_kit

OLD = EXAMPLES / "old-policy" / "policy.docx"
NEW = EXAMPLES / "two-years" / "policy-2022.md"


def test_it_tells_what_changed_and_leaves_with_status_0() -> None:
    done = policy_kit("compare", OLD, NEW, "--on", DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Next review: September 2022 → September 2023" in done.stdout
    assert "Duty: must not → should not" in done.stdout


def test_the_ending_of_the_file_says_the_format(tmp_path: Path) -> None:
    for name, start in (("c.json", "{"), ("c.html", "<!DOCTYPE html>"), ("c.txt", str(OLD))):
        done = policy_kit("compare", OLD, NEW, "-o", tmp_path / name)
        assert done.returncode == 0
        assert (tmp_path / name).read_text(encoding="utf-8").lstrip().startswith(start)
    assert json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["summary"]["same"] is False


def test_a_redline_is_dated_by_on_and_the_same_each_time(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        done = policy_kit("compare", OLD, NEW, "-o", tmp_path / name, "--on", DAY)
        assert done.returncode == 0, done.stderr
        assert "the contents list stay as they are in the old file" in done.stderr
    data = (tmp_path / "a.docx").read_bytes()
    assert data == (tmp_path / "b.docx").read_bytes()
    judge.same_xml(judge.rejected(data), judge.rejected(OLD.read_bytes()))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("compare", NEW, OLD, "-o", "OUT.docx"), "tracked changes can only be written into a Word file"),
        (("compare", OLD, "no-such.docx"), "there is no such file"),
        (("compare", OLD, NEW, "-o", "OUT.docx", "--format", "html"), "leave --format out"),
        (("compare", OLD), "Missing argument"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = policy_kit(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_exists_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "redline.docx"
    out.write_text("mine", encoding="utf-8")
    done = policy_kit("compare", OLD, NEW, "-o", out)
    assert done.returncode == 2
    assert "already exists" in done.stderr
    assert out.read_text(encoding="utf-8") == "mine"
    assert policy_kit("compare", OLD, NEW, "-o", out, "--force").returncode == 0
    assert out.read_bytes().startswith(b"PK")
