"""pandoc and LibreOffice accept and reject our redlines: what others make of the marks."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from policy_kit.compare.redlining import redline_files
from tests.compare import office
from tests.compare.test_tracking import edited
from tests.compare.word_files import link, p, paragraph, run, table, word_file
from tests.e2e.commands import EXAMPLES

DAY = datetime.date(2026, 9, 1)
PANDOC = shutil.which("pandoc")
_LIST_SIGN = re.compile(r"^(?:-|\d+\.)\s")
OLD_FORMS = word_file(
    p("Online safety", "Heading1"),
    p("Staff must act at once."),
    p("One thing", number=1),
    p("Another thing", number=1),
    paragraph(run("See ") + link("the guidance", "rIdlink0") + run(" and ask.")),
    table([["Head", "Ms Jones"], ["Lead", "Mr Pell"]]),
    p("Going away"),
    p("Also going"),
    p("Next", "Heading2"),
    p("The last one"),
    links=["https://one.example/"],
    header=p("Policy 2025"),
)
NEW_FORMS = word_file(
    p("Before it all", "Quote"),
    p("Online safety", "Heading1"),
    p("Staff should act now."),
    p("Another thing", number=1),
    p("One thing", number=1),
    p("A third thing", number=1),
    paragraph(run("Look at ") + link("the new guidance", "rIdlink0") + run(" and ask.")),
    table([["Head", "Ms Khan"], ["Deputy", "Dr Low"], ["Lead", "Mr Pell"]]),
    p("Next", "Heading1"),
    p("The last one"),
    p("After it all", number=2),
    links=["https://two.example/"],
    header=p("Policy 2026"),
)


def pairs(folder: Path) -> dict[str, tuple[bytes, bytes, bytes]]:
    """Old files, new files and their redlines: a policy with hand edits, and every form at once."""
    policy = (EXAMPLES / "old-policy" / "policy.docx").read_bytes()
    hand = [(4, "word"), (20, "drop"), (21, "drop"), (25, "word"), (30, "move"), (33, "double"), (60, "drop")]
    made = {"policy": (policy, edited(policy, hand)), "forms": (OLD_FORMS, NEW_FORMS)}
    out = {}
    for name, (old, new) in made.items():
        for kind, data in (("old", old), ("new", new)):
            folder.joinpath(f"{name}-{kind}.docx").write_bytes(data)
        redline = redline_files(folder / f"{name}-old.docx", folder / f"{name}-new.docx", DAY)
        folder.joinpath(f"{name}-redline.docx").write_bytes(redline.data)
        out[name] = (old, new, redline.data)
    return out


@pytest.mark.pandoc
@pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")
def test_pandoc_accepts_to_the_new_text_and_rejects_to_the_old(tmp_path: Path) -> None:
    for name in pairs(tmp_path):
        redline = tmp_path / f"{name}-redline.docx"
        assert pandoc(redline, "accept") == pandoc(tmp_path / f"{name}-new.docx", "accept")
        assert pandoc(redline, "reject") == pandoc(tmp_path / f"{name}-old.docx", "accept")


def pandoc(path: Path, how: str) -> list[str]:
    """The words that pandoc reads, block by block.

    It keeps an empty block for a deleted paragraph, and knows nothing of properties that are tracked: whether
    a line is in a list is not asked of it.
    """
    done = subprocess.run(
        [str(PANDOC), "--track-changes", how, "--wrap=none", "-t", "plain", str(path)],
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    lines = (_LIST_SIGN.sub("", " ".join(line.split())) for line in done.stdout.splitlines())
    return [line for line in lines if line.strip(" -")]


@pytest.mark.libreoffice
@pytest.mark.skipif(not office.is_there(), reason="LibreOffice with its Python is not installed")
def test_libreoffice_accepts_to_the_new_text_and_rejects_to_the_old(tmp_path: Path) -> None:
    files: dict[str, tuple[str, bytes]] = {}
    made = pairs(tmp_path)
    for name, (old, new, redline) in made.items():
        files[f"{name} accept"], files[f"{name} reject"] = ("accept", redline), ("reject", redline)
        files[f"{name} old"], files[f"{name} new"] = ("open", old), ("open", new)
    found = {
        name: [line for line in lines if str(line[1]).strip("\u200d ")]
        for name, lines in office.paragraphs(files).items()
    }
    for name in made:
        assert found[f"{name} accept"] == found[f"{name} new"]
        assert found[f"{name} reject"] == found[f"{name} old"]
