"""Names of files: what is written opens in the program that its name calls for, and an empty name is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policy_kit.cli import main
from tests.e2e.commands import DAY, EXAMPLES

Run = Callable[..., tuple[int, str]]
OLD = EXAMPLES / "old-policy" / "policy.docx"
LATER = EXAMPLES / "two-years" / "policy-2022.md"
EDITED = EXAMPLES / "renewal" / "policy-2025.docx"
PROFILE = EXAMPLES / "primary-in-a-trust" / "profile.yaml"


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)

    def typed(*words: str | Path) -> tuple[int, str]:
        with pytest.raises(SystemExit) as left:
            main(list(map(str, words)))
        return int(left.value.code or 0), capfd.readouterr().err

    return typed


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("report.html", b"<!DOCTYPE html>"),
        ("REPORT.HTM", b"<!DOCTYPE html>"),
        ("findings.xlsx", b"PK\x03\x04"),
        ("findings.csv", b"\xef\xbb\xbffile,row,"),
        ("report.json", b"{"),
        ("report.sarif", b"{"),
        ("report.txt", bytes(LATER) + b"\n"),
        ("report", bytes(LATER) + b"\n"),
    ],
)
def test_an_audit_is_told_as_the_name_says(run: Run, tmp_path: Path, name: str, begins: bytes) -> None:
    assert run("audit", LATER, "--on", DAY, "-o", name) == (1, f"Wrote {name}\n")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_format_decides_where_the_name_says_nothing(run: Run, tmp_path: Path) -> None:
    assert run("audit", LATER, "--on", DAY, "--format", "html", "-o", "report.txt")[0] == 1
    assert (tmp_path / "report.txt").read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("audit", OLD, "-o", "r.docx"), "r.docx: no report is a .docx file; give a name such as r.txt"),
        (("audit", OLD, "-o", "r.PDF"), "r.PDF: no report is a .pdf file"),
        (
            ("audit", OLD, "--format", "html", "-o", "r.xlsx"),
            "r.xlsx: --format html writes no .xlsx file; give a name such as r.html",
        ),
        (("audit", OLD, "--annotate", "c.pdf"), "c.pdf: a copy with comments is a Word file"),
        (("compare", OLD, LATER, "-o", "c.pdf"), "c.pdf: no report is a .pdf file"),
        (("compare", OLD, LATER, "--format", "html", "-o", "c.xlsx"), "give a name such as c.html"),
        (("generate", PROFILE, "-o", "p.pdf"), "p.pdf: a policy is a Word file; give a name that ends"),
        (("generate", PROFILE, "-o", "p.pdf", "--pdf"), "such as p.docx"),
        (("renew", EDITED, "--profile", PROFILE, "-o", "p.txt"), "p.txt: a renewed policy is a Word file"),
    ],
)  # fmt: skip
def test_a_name_under_which_it_would_not_open_is_refused(
    run: Run, tmp_path: Path, words: tuple[str | Path, ...], says: str
) -> None:
    status, err = run(*words, "--on", DAY)
    assert (status, err.count("\n")) == (2, 1)
    assert says in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "typed",
    [
        ("audit", ""),
        ("audit", "policy.docx", "--out", ""),
        ("checklist", "  "),
        ("compare", "", "new.docx"),
        ("generate", ""),
        ("renew", ""),
        ("guidance", "check", ""),
        ("trust", "audit", ""),
        ("trust", "status", "", "--cache", "memory.sqlite"),
    ],
)
def test_an_empty_name_is_no_file_and_not_the_folder_here(
    typed: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    status, told = run(*typed)
    assert (status, told.count("\n")) == (2, 1)
    assert "an empty name is no file" in told
    assert list(tmp_path.iterdir()) == []
