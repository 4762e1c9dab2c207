"""Reads OpenDocument tables into rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile
from policy_kit.model import Part
from policy_kit.sources import limits
from policy_kit.sources.gathering import Cell, Gathered, Row, table_drafts
from policy_kit.sources.odt.names import STYLE_NAME, TABLE, TEXT, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policy_kit.sources.odt.story import Story

_WRAPPERS = frozenset(f"{TABLE}{name}" for name in ("table-rows", "table-row-group", "table-header-rows"))
_MOST_REPEATS = 50  # of a row or cell written once; more only fills a page with nothing


def read_table(story: Story, table: _Element, out: list[Gathered]) -> None:
    """Read a table:table. Tables in cells follow the row they stand in, as tables of their own."""
    shared = story.shared
    breaks, master = shared.styles.table_breaks_before(
        table.get(f"{TABLE}style-name") or table.get(STYLE_NAME)
    )
    if breaks and story.part is Part.BODY:
        shared.new_page(started=True)
    if master:
        shared.master_pages.append(master)
    number = shared.tables
    shared.tables += 1
    out.extend(table_drafts(list(_rows(story, table, header=False)), number, story.part))


def _rows(story: Story, parent: _Element, *, header: bool) -> Iterator[Row]:
    for child in parent:
        if child.tag == f"{TABLE}table-row":
            if child.get(f"{TABLE}visibility") in ("collapse", "filter"):
                continue
            for _ in range(max(whole(child.get(f"{TABLE}number-rows-repeated"), 1, _MOST_REPEATS), 1)):
                yield _row(story, child, header=header)
        elif child.tag in _WRAPPERS:
            yield from _rows(story, child, header=header or child.tag == f"{TABLE}table-header-rows")
        elif child.tag == f"{TEXT}soft-page-break":
            story.shared.new_page()


def _row(story: Story, row: _Element, *, header: bool) -> Row:
    shared = story.shared
    page, first = shared.page, shared.pages
    last = first
    cells: list[Cell] = []
    for child in row:
        if child.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        repeats = max(whole(child.get(f"{TABLE}number-columns-repeated"), 1, _MOST_REPEATS), 1)
        for _ in range(repeats):
            drafts: list[Gathered] = []
            if child.tag == f"{TABLE}table-cell":
                shared.pages = first  # cells stand side by side, and each tells the same page break
                story.blocks_of(child, drafts)
                last = max(last, shared.pages)
            cells.append(Cell(drafts, shaded=shared.styles.is_shaded_cell(child.get(f"{TABLE}style-name"))))
        if len(cells) > limits.MAX_CELLS_IN_ROW:
            raise UnreadableFile(
                f"{shared.path}: a table has more than {limits.MAX_CELLS_IN_ROW:,} cells in one row, so the "
                "file is damaged; ask for a fresh copy"
            )
    shared.pages = last
    return Row(cells, header=header, page=page)
