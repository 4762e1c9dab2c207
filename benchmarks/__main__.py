"""`make bench`: start-up, reading a Word file and a full audit, each beside what it is measured against."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
from lxml import etree

from benchmarks.timing import medians, python, show
from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.generate import generate_policy
from policy_kit.profile import load_profile
from policy_kit.sources import read

ROOT = Path(__file__).resolve().parents[1]
DAY = date(2026, 11, 21)
BARE = "import click\n@click.command()\ndef main(): pass\nmain(['--help'])"


def start_up() -> None:
    things = {
        "a bare click program, --help": python("-c", BARE),
        "policy-kit --help": python("-m", "policy_kit", "--help"),
    }
    show("Start-up, whole process", medians(things, 15), "a bare click program, --help")


def reading(path: Path) -> None:
    data = path.read_bytes()

    def bare() -> object:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return etree.fromstring(archive.read("word/document.xml"))

    def python_docx() -> object:
        return [(p.text, p.style.name if p.style else "") for p in docx.Document(io.BytesIO(data)).paragraphs]

    things: dict[str, Callable[[], object]] = {
        "zipfile + lxml parse of document.xml": bare,
        "read, with headings, lists and tables": lambda: read(path),
        "python-docx, text and style": python_docx,
    }
    show(f"Reading {path.name}, in process", medians(things, 15), "zipfile + lxml parse of document.xml")


def auditing(path: Path) -> None:
    options = AuditOptions()
    facts = facts_for(DAY, options)
    things: dict[str, Callable[[], object]] = {
        "read": lambda: read(path),
        "full audit": lambda: audit_file(path, facts, options),
    }
    show(f"Auditing {path.name}, in process", medians(things, 9), "read")


def main() -> None:
    """Measure on the real example where it is beside the project, else on a generated policy."""
    path = ROOT.parent / "shared" / "examples" / "litherland-moss-2021-headings.docx"
    if not path.is_file():
        path = ROOT / "demo-output" / "benchmark.docx"
        path.parent.mkdir(exist_ok=True)
        profile = load_profile(ROOT / "examples" / "primary-in-a-trust" / "profile.yaml")
        path.write_bytes(generate_policy(profile, on=DAY))
    start_up()
    reading(path)
    auditing(path)


main()
