"""docs/reading.md tells the truth: its tables are what reading the samples gives."""

from __future__ import annotations

from tests.sources.reading_table import PAGE, outcomes, page_with, tables


def test_page_shows_what_is_read() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == page_with(tables(), page), "run: python -m tests.sources.reading_table"


def test_no_kind_is_lost_in_word() -> None:
    fates = {kind: cells["Word"] for (_, kind), cells in outcomes().items() if "Word" in cells}
    assert len(fates) > 40
    assert {
        k: v for k, v in fates.items() if v in ("lost", "as text", "heading, twice", "taken for text")
    } == {}
