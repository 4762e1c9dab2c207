"""Renewals beside other programs: LibreOffice keeps the record, pandoc takes the changes back as we do."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from policy_kit.libreoffice import libreoffice
from policy_kit.renew import renew_policy
from tests.renew.policies import THIS_YEAR, lines, this_years
from tests.renew.school_edits import EDITED


@pytest.mark.libreoffice
@pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")
def test_a_file_saved_in_libreoffice_is_renewed_as_before(tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    subprocess.run(
        [
            libreoffice() or "soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless", "--convert-to", "docx", "--outdir", saved, EDITED,
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    here = renew_policy(EDITED, this_years(), on=THIS_YEAR)
    there = renew_policy(saved / EDITED.name, this_years(), on=THIS_YEAR)
    assert there.base == "the record in the file"
    for kind in ("conflict", "followed", "dropped"):
        said = [[(e.base, e.mine, e.theirs) for e in r.entries if e.kind == kind] for r in (here, there)]
        assert said[0] == said[1]


@pytest.mark.pandoc
@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_takes_the_school_s_text_back(tmp_path: Path) -> None:
    renewed = tmp_path / "renewed.docx"
    renewed.write_bytes(renew_policy(EDITED, this_years(), on=THIS_YEAR).file)
    # Sorted, as pandoc puts what stands before a table that is put in behind it.
    assert sorted(_words(renewed, "reject")) == sorted(_words(EDITED, "accept"))


_COVER = 4  # paragraphs that pandoc takes for a title where they come first, and so does not print


def _words(path: Path, changes: str) -> list[str]:
    """A Word file's words as pandoc tells them, but for list signs and the unseen captions of tables."""
    done = subprocess.run(
        ["pandoc", f"--track-changes={changes}", "-t", "plain", "--wrap=none", path],
        check=True, capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    cover = {line for text in lines(EDITED.read_bytes())[:_COVER] for line in text.splitlines()}
    told = [_SIGNS.sub("", line).strip() for line in done.stdout.splitlines() if not line.startswith("  : ")]
    return [line for line in told if any(map(str.isalpha, line)) and line not in cover]


_SIGNS = re.compile(r"^[\s:-]*(?:\d+\.)?\s*")  # pandoc does not take back the look of a list
