"""Reads tables: rows of data stay rows; tables that only lay a page out become ordinary paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile
from policy_kit.model import Part
from policy_kit.sources import limits
from policy_kit.sources.docx.drafts import Draft, Paragraph, Row
from policy_kit.sources.docx.names import MC, VAL, W, is_on, whole
from policy_kit.sources.docx.shading import is_coloured
from policy_kit.sources.outline import typed_number

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policy_kit.sources.docx.story import Story

_ROW, _CELL = W + "tr", W + "tc"
_ROW_PROPERTIES, _CELL_PROPERTIES = W + "trPr", W + "tcPr"
_LAID_OUT = 20  # paragraphs in one cell from which a table lays out a page rather than holds data
_MOST_COLUMNS = 63  # that Word allows
_WRAPPERS = frozenset(
    [W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")]
    + [MC + "AlternateContent", MC + "Choice"]
)


class _Cell:
    """One cell as read: what stands in it, how many columns it takes, whether it is coloured."""

    __slots__ = ("drafts", "others", "own", "shaded", "span")

    def __init__(self, drafts: list[Draft], part: Part, span: int, shaded: bool) -> None:
        self.drafts = drafts
        self.span = span
        self.shaded = shaded
        # Its own paragraphs that say something; then the empty ones, text boxes, and tables inside it.
        self.own: list[Paragraph] = []
        self.others: list[Draft] = []
        for draft in drafts:
            if isinstance(draft, Row) or draft.table is not None or draft.part is not part:
                self.others.append(draft)
            elif draft.worded or draft.number:
                self.own.append(draft)
            else:  # kept, since a picture or a comment may hang on it
                self.others.append(draft)


class _Line:
    """One row as read."""

    __slots__ = ("cells", "header", "indent", "page")

    def __init__(self, cells: list[_Cell], indent: int, header: bool, page: int | None) -> None:
        self.cells = cells
        self.indent = indent
        self.header = header
        self.page = page


def read_table(story: Story, table: _Element, out: list[Draft]) -> None:
    """Read a w:tbl. Tables in cells follow the row they stand in, as tables of their own."""
    number = story.table_number()
    lines = [line for row in _inside(story, table, _ROW) if (line := _read_row(story, row)) is not None]
    if not lines:
        return
    columns = max(len(line.cells) for line in lines)
    if len(lines) == 1 and _heading_bar(lines[0], number, out):
        return
    rows: list[Row] = []
    for line in lines:
        if columns == 1 or _lays_out(line):
            _unroll(line, number, out)
        else:
            row = _as_row(story, line, number)
            rows.append(row)
            out.append(row)
            out.extend(draft for cell in line.cells for draft in cell.others)
    _mark_header(rows)


def _inside(story: Story, node: _Element, wanted: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, through what may be wrapped around them."""
    for child in node:
        if child.tag == wanted:
            yield child
        elif child.tag in _WRAPPERS:
            if child.tag in (W + "ins", W + "moveTo"):
                story.revisions += 1
            yield from _inside(story, child, wanted)
        elif child.tag in (W + "del", W + "moveFrom"):
            story.revisions += 1


def _read_row(story: Story, row: _Element) -> _Line | None:
    """One row, or None if it is tracked as deleted."""
    indent, header = 0, False
    properties = next(row.iterchildren(_ROW_PROPERTIES), None)
    for child in properties if properties is not None else ():
        if child.tag == W + "del":
            story.revisions += 1
            return None
        if child.tag in (W + "ins", W + "trPrChange"):
            story.revisions += 1
        elif child.tag == W + "tblHeader":
            header = is_on(child.get(VAL))
        elif child.tag == W + "gridBefore":
            indent = min(max(whole(child.get(VAL)) or 0, 0), 60)
    page = story.pages.page
    cells: list[_Cell] = []
    for node in _inside(story, row, _CELL):
        if len(cells) >= limits.MAX_CELLS_IN_ROW:
            raise UnreadableFile(
                f"{story.package.label}: a table has more than {limits.MAX_CELLS_IN_ROW:,} cells in "
                "one row, which "
                "Word cannot show, so the file is damaged; ask for a fresh copy"
            )
        cell = _read_cell(story, node)
        if cell is not None:
            cells.append(cell)
    return _Line(cells, indent, header, page)


def _read_cell(story: Story, node: _Element) -> _Cell | None:
    span, shaded = 1, False
    properties = next(node.iterchildren(_CELL_PROPERTIES), None)
    for child in properties if properties is not None else ():
        if child.tag == W + "cellDel":
            story.revisions += 1
            return None
        if child.tag in (W + "cellIns", W + "cellMerge", W + "tcPrChange"):
            story.revisions += 1
        elif child.tag == W + "gridSpan":
            span = min(max(whole(child.get(VAL)) or 1, 1), 60)
        elif child.tag == W + "shd":
            shaded = is_coloured(child)
    drafts: list[Draft] = []
    story.blocks_of(node, drafts)
    return _Cell(drafts, story.part, span, shaded)


def _lays_out(line: _Line) -> bool:
    """Whether a row holds headings, or so much text that it is a page beside a page."""
    return any(
        len(cell.own) > _LAID_OUT or any(p.level and not p.contents for p in cell.own) for cell in line.cells
    )


def _unroll(line: _Line, number: int, out: list[Draft]) -> None:
    for cell in line.cells:
        for draft in cell.drafts:
            if isinstance(draft, Paragraph) and draft.table is None:
                draft.table = number
            out.append(draft)


def _heading_bar(line: _Line, number: int, out: list[Draft]) -> bool:
    """A table of one coloured row with one line in it is a heading made by hand; so is "7" | "Filtering"."""
    filled = [cell for cell in line.cells if cell.own]
    if len(filled) == 1:
        own = filled[0].own
        if filled[0].shaded and len(own) == 1:
            own[0].shaded = True
        _unroll(line, number, out)
        return True
    if len(filled) != 2 or not all(cell.shaded and len(cell.own) == 1 for cell in filled):
        return False
    first, second = filled[0].own[0], filled[1].own[0]
    label = first.raw_text.strip()
    if first.number or not typed_number(label)[0] or typed_number(label)[1]:
        return False
    second.pieces.insert(0, f"{label} ")
    first.pieces.clear()
    second.shaded = True
    _unroll(line, number, out)
    return True


def _as_row(story: Story, line: _Line, number: int) -> Row:
    cells: list[list[Paragraph]] = [[] for _ in range(line.indent)]
    for cell in line.cells:
        cells.append(cell.own)
        cells.extend([] for _ in range(min(cell.span - 1, _MOST_COLUMNS - len(cells))))
    words = [p for cell in line.cells for p in cell.own]
    pages = [p.page for p in words if p.page is not None]
    return Row(
        cells,
        number,
        line.header,
        story.part,
        page=pages[0] if pages else line.page,
        shaded=bool(line.cells) and all(cell.shaded for cell in line.cells),
        bold=bool(words) and all(look.bold for p in words for look in p.looks),
    )


def _mark_header(rows: list[Row]) -> None:
    """Without Word's mark, the first row is the header if it can be told from, or is like, a header.

    Not where its cells look unlike one another, or one ends in a colon: that is a form with labels.
    """
    if len(rows) < 2 or any(row.header for row in rows):
        return
    first, second = rows[0], rows[1]
    texts = ["".join(p.raw_text for p in cell).strip() for cell in first.cells]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(len(text) > 80 or text.endswith(":") for text in filled):
        return
    if len(filled) < len(texts) and not first.bold and not first.shaded:
        return
    mixed = not first.bold and any(look.bold for p in first.paragraphs for look in p.looks)
    if not mixed and (first.bold != second.bold or first.shaded != second.shaded or not first.bold):
        first.header = True
