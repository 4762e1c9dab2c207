"""PDFs through LibreOffice: whatever goes wrong is one line for the user, and nothing is left running."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from policy_kit import libreoffice
from policy_kit.errors import OutputFault

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-ins for LibreOffice are Unix scripts")


def _stand_in(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program in LibreOffice's place; its arguments are in `args`."""
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\nargs = sys.argv\n{body}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "libreoffice", lambda: str(program))


_WRITES = """
for arg in args:
    if arg.endswith(".docx"):
        file = pathlib.Path(arg)
        file.with_suffix(".pdf").write_bytes(b"PDF of " + file.read_bytes())
"""


def test_each_file_has_its_pdf_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, _WRITES, monkeypatch)
    assert libreoffice.word_to_pdf([b"one", b"two"]) == (b"PDF of one", b"PDF of two")


def test_no_pdf_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, "sys.exit(1)", monkeypatch)
    with pytest.raises(OutputFault, match="save it as PDF instead"):
        libreoffice.word_to_pdf([b"one"])


def test_one_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, "time.sleep(60)", monkeypatch)
    monkeypatch.setattr(libreoffice, "SECONDS_TO_START", 1)
    monkeypatch.setattr(libreoffice, "SECONDS_EACH", 0)
    with pytest.raises(OutputFault, match="took more than 1 seconds"):
        libreoffice.word_to_pdf([b"one"])


def test_one_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "libreoffice", lambda: str(tmp_path / "gone"))
    with pytest.raises(OutputFault, match="could not be started"):
        libreoffice.word_to_pdf([b"one"])


def test_none_at_all_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice.shutil, "which", lambda name: None)
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())
    with pytest.raises(OutputFault, match=r"install it from libreoffice\.org"):
        libreoffice.word_to_pdf([b"one"])
