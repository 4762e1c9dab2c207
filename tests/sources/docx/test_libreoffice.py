"""LibreOffice opens what the tests build, and counts as we do: the files are real and the numbers right."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from policy_kit.sources.docx import read_docx
from policy_kit.sources.outline import typed_number
from tests.sources.docx.build import Parts, para, word_file
from tests.sources.docx.markup import load_cases, parts_of

pytestmark = pytest.mark.libreoffice
_SOFFICE = shutil.which("soffice")

_ROMAN = (
    '<w:abstractNum w:abstractNumId="5">'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/>'
    "</w:lvlOverride></w:num>"
)


def _item(number_id: int, level: int, text: str) -> str:
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>')


def _as_text(tmp_path: Path, data: bytes) -> list[str]:
    """The lines that LibreOffice makes of a Word file, numbers included."""
    if _SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    source = tmp_path / "policy.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to_text = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run(
        [_SOFFICE, "--headless", profile, *to_text, str(source)], check=True, capture_output=True, timeout=120
    )
    return (tmp_path / "policy.txt").read_text(encoding="utf-8-sig").splitlines()


def test_numbers_and_words_are_those_that_libreoffice_shows(tmp_path: Path) -> None:
    levels = (0, 1, 1, 2, 2, 0, 1, 2, 0)
    lists = "".join(_item(3, level, f"plain {n}") for n, level in enumerate(levels))
    lists += "".join(_item(5, level, f"roman {n}") for n, level in enumerate(levels))
    lists += "".join(_item(6, level, f"anew {n}") for n, level in enumerate(levels))
    lists += "".join(_item(2, level, f"mixed {n}") for n, level in enumerate(levels))
    shown = [c for c in load_cases("headings") if "numbering" not in c and "styles" not in c]
    body = lists + "".join(parts_of(case).body for case in shown)
    parts = Parts(body)
    parts.numbering += _ROMAN
    data = word_file(parts)
    document = read_docx(Path("policy.docx"), data)
    lines = {re.sub(r"\s+", " ", line).strip() for line in _as_text(tmp_path, data)}
    ours = [b.display for b in document.blocks if re.match(r"(plain|roman|anew|mixed) \d", b.text)]
    assert len(ours) == 4 * len(levels)
    assert [text for text in ours if text not in lines] == []
    headings = [b for b in document.blocks if b.is_heading]
    lost = [b.text for b in headings if not {b.text, b.display, typed_number(b.text)[1]} & lines]
    assert lost == []
