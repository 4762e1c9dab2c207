"""docs/reading.md tells the truth: its tables are what reading the samples gives."""

from __future__ import annotations

import yaml

from policy_kit.sources import limits
from tests.sources.reading_table import FORMATS, NO_SUCH_THING, PAGE, outcomes, page_with, tables


def test_page_shows_what_is_read() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == page_with(tables(), page), "run: python -m tests.sources.reading_table"


def test_fourteen_kinds_of_heading_and_more_are_headings_in_word() -> None:
    fates = {
        kind: cells["Word"]
        for (group, kind), cells in outcomes().items()
        if group == "heading" and "Word" in cells
    }
    assert len(fates) > 20
    assert {kind: fate for kind, fate in fates.items() if not fate.startswith("heading")} == {}
    assert "heading, twice" not in fates.values()


def test_nothing_is_lost_in_any_format() -> None:
    fates = [(kind, title, fate) for (_, kind), cells in outcomes().items() for title, fate in cells.items()]
    assert len(fates) > 150
    assert [one for one in fates if one[2] in ("lost", "heading, twice", "taken for text")] == []


def test_a_dash_says_that_the_format_has_no_such_thing() -> None:
    titles = [title for title, _ in FORMATS]
    empty = {
        kind: without
        for (_, kind), cells in outcomes().items()
        if (without := [title for title in titles if title not in cells])
    }
    assert empty == yaml.safe_load(NO_SUCH_THING.read_text(encoding="utf-8"))


def test_page_tells_the_bounds() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for told in (
        f"{limits.MAX_FILE_BYTES // limits.MEGABYTE} MB for the file",
        f"{limits.MAX_PART_BYTES // limits.MEGABYTE} MB for one of its parts",
        f"{limits.MAX_TEXT_BYTES // limits.MEGABYTE} MB for a plain text",
        f"{limits.MAX_BLOCKS:,} paragraphs or {limits.MAX_WORDS:,} words",
        f"{limits.MAX_BLOCK_CHARACTERS:,} characters for one paragraph",
        f"{limits.MAX_NESTING} tables inside one another",
        f"{limits.CHILD_BYTES // limits.MEGABYTE} MB of memory and {limits.CHILD_SECONDS} seconds",
    ):
        assert told in page
