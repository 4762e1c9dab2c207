"""The cases of this format as files, and as rows of docs/reading.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.sources.cases import load_cases, samples_of
from tests.sources.pdf.from_case import pdf_of
from tests.sources.reading_table import Sample

CASES = load_cases(Path(__file__).with_name("cases.yaml"))


def file_of(case: dict[str, Any]) -> tuple[str, bytes]:
    """The name and bytes of a case's file."""
    return ("policy.pdf", pdf_of(case))


def samples() -> Iterator[Sample]:
    """One sample for each case that names a kind."""
    return samples_of(CASES, {case["name"]: file_of(case) for case in CASES})
