"""The run over a folder of strangers' files tells what fails, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import strangers
from tests.sources.docx.build import Parts, para, word_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.docx").write_bytes(
        word_file(Parts(para("Minutes of the tennis club") + para("All came.")))
    )
    (tmp_path / "b.docx").write_bytes(
        word_file(Parts(para("Minutes of the tennis club") + para("Few came.")))
    )
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04 cut short")
    return tmp_path


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_sound_and_broken_files_fail_nothing(folder: Path) -> None:
    assert list(strangers.failures(files(folder))) == []


def test_what_fails_is_told_with_its_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, *_: object) -> None:
        raise ValueError("no cells") if path.name == "b.docx" else AssertionError

    monkeypatch.setattr(strangers, "audit_file", fail)
    told = list(strangers.failures(files(folder)[1:2]))
    assert len(told) == 1
    assert "b.docx: the audit failed: ValueError: no cells (test_strangers.py, line" in told[0]


def test_a_comparison_that_loses_words_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, read = folder / "a.docx", strangers.read
    monkeypatch.setattr(strangers, "read", lambda path: read(path if path.name == "b.docx" else old))
    (told,) = strangers.failures(files(folder)[:2])
    assert "accepting the changes does not give the second" in told


def test_a_policy_is_told() -> None:
    (told,) = strangers.failures([Path("examples/old-policy/policy.docx")])
    assert told.endswith("is taken for an online safety policy")
