"""Word's samples for docs/reading.md: the cases of the tests that name a kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.sources.docx.build import word_file
from tests.sources.docx.markup import load_cases, parts_of
from tests.sources.reading_table import Sample


def samples() -> Iterator[Sample]:
    """One sample a kind, in the order of the case files."""
    for name in ("headings", "text", "not_read"):
        for case in load_cases(name):
            if "kind" in case:
                group, words = _sought(name, case)
                yield Sample(case["kind"], group, words, ("policy.docx", word_file(parts_of(case))))


def _sought(name: str, case: dict[str, Any]) -> tuple[str, str]:
    """The group of the table, and the words whose fate it tells."""
    if "absent" in case and case.get("group") != "text":
        return "left out", case["absent"]
    if name == "headings":
        return "heading", case["finds"][-1][2]
    if name == "not_read":
        return "reported", ""
    return "text", case.get("seek", case["blocks"][-1][1])
