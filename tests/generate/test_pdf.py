"""PDFs through LibreOffice: the whole policy, tagged, its contents with page numbers."""

from __future__ import annotations

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from policy_kit import libreoffice
from policy_kit.errors import OutputFault
from policy_kit.generate import pdf
from policy_kit.generate.build import build_template
from policy_kit.generate.layout import build_layout
from policy_kit.generate.policy import make_policy
from tests.generate.making import CLAUSES, order

needs_libreoffice = pytest.mark.skipif(
    libreoffice.libreoffice() is None, reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def policy() -> bytes:
    return make_policy(build_template(CLAUSES, build_layout()), "template.docx", order())


@pytest.mark.libreoffice
@needs_libreoffice
def test_a_policy_is_printed_with_contents_that_have_pages(policy: bytes, tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    (printed,) = pdf.to_pdf([policy])
    document = pypdfium2.PdfDocument(printed)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    listed = dict(re.findall(r"^(\d \D+?|Appendix [AB]: \D+?)[ .]+(\d+)\s*$", pages[1], re.MULTILINE))
    assert len(listed) == 7
    for heading, page in listed.items():
        title = re.sub(r"^\d ", "", heading)
        assert title in pages[int(page) - 1], (heading, page)
    assert f"Page 3 of {len(pages)}" in pages[2]
    assert b"/MarkInfo<</Marked true>>" in printed
    assert b"/Outlines" in printed


@pytest.mark.libreoffice
@needs_libreoffice
def test_libreoffice_keeps_text_and_provenance_when_it_saves(policy: bytes, tmp_path: Path) -> None:
    from policy_kit.generate.package import unpack

    source = tmp_path / "policy.docx"
    source.write_bytes(policy)
    program = libreoffice.libreoffice()
    assert program is not None
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx:Office Open XML Text", "--outdir",
               str(tmp_path / "out"), str(source)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    parts = unpack((tmp_path / "out" / "policy.docx").read_bytes(), "policy")
    assert b"Filtering and monitoring" in parts["word/document.xml"]
    assert any(
        b"https://policy-kit.example/provenance" in parts[name] for name in parts if "customXml" in name
    )


def test_a_machine_without_libreoffice_is_told(policy: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "libreoffice", lambda: None)
    with pytest.raises(OutputFault, match="making a PDF needs LibreOffice, which was not found here"):
        pdf.to_pdf([policy])


def _program(folder: Path, script: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return str(path)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a shell script")
@pytest.mark.parametrize(
    ("script", "says"), [("exit 1", "made no PDF"), ("sleep 30", "took more than 0 seconds and was stopped")]
)
def test_a_libreoffice_that_fails_or_hangs_is_told(
    policy: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, says: str
) -> None:
    program = _program(tmp_path, script)
    monkeypatch.setattr(libreoffice, "libreoffice", lambda: program)
    monkeypatch.setattr(libreoffice, "SECONDS_TO_START", 0)
    monkeypatch.setattr(libreoffice, "SECONDS_EACH", 2 if script == "exit 1" else 0)
    with pytest.raises(OutputFault, match=says):
        pdf.to_pdf([policy])


def test_a_program_that_cannot_be_started_is_told(policy: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "libreoffice", lambda: "/nowhere/soffice")
    with pytest.raises(OutputFault, match="could not be started"):
        pdf.to_pdf([policy])
