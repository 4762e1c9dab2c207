"""What a reader of marked-up text (OpenDocument, web pages) gathers, and how that becomes blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from pathlib import Path

from policy_kit.model import Block, BlockKind, Link, Part
from policy_kit.quick import dataclass, replace
from policy_kit.sources.assembling import in_order
from policy_kit.sources.docx.symbols import as_seen
from policy_kit.sources.looks import Look, find_headings
from policy_kit.sources.numbered import with_numbered
from policy_kit.sources.outline import mark_contents, typed_bullet, typed_number

_LONGEST_HEADING = 40  # words; a longer paragraph in a heading style is text in the wrong style
_LAID_OUT = 20  # paragraphs in one cell from which a table lays out a page rather than holds data
_LOOKED_AT = 2_000  # characters up to which a paragraph's look matters
_RUNNING = (Part.BODY, Part.TEXT_BOX)


@dataclass(slots=True, eq=False)
class Gathered:
    """One paragraph, or one table row with `cells`, before it is known what it will be.

    level: of a heading, else 0; by: how the heading is known; list_level: -1 if in no list;
    look: how all its words look, None where that must not make it a heading; at: where in the blocks
    it went, set when they are made.
    """

    text: str = ""
    part: Part = Part.BODY
    level: int = 0
    by: str = ""
    number: str = ""
    list_level: int = -1
    style: str = ""
    page: int | None = None
    line: int | None = None
    contents: bool = False
    table: int | None = None
    links: list[Link] = field(default_factory=list)
    highlighted: list[str] = field(default_factory=list)
    look: Look | None = None
    cells: list[list[Gathered]] | None = None
    header_row: bool = False
    at: int | None = None


@dataclass(slots=True, eq=False)
class Cell:
    """A table cell as read: all that stands in it, how many columns it takes, whether it is coloured."""

    drafts: list[Gathered]
    span: int = 1
    shaded: bool = False

    @property
    def own(self) -> list[Gathered]:
        """The cell's own paragraphs: no text boxes, no rows of tables inside."""
        return [d for d in self.drafts if d.cells is None and d.table is None and d.part is not Part.TEXT_BOX]


@dataclass(slots=True, eq=False)
class Row:
    """A table row as read. header: marked as a heading row by its author."""

    cells: list[Cell]
    header: bool = False
    page: int | None = None
    line: int | None = None


def table_drafts(rows: Sequence[Row], number: int, part: Part) -> list[Gathered]:
    """What a table comes to: rows of data stay rows; what only lays a page out becomes paragraphs.

    Tables and boxes in cells follow the row they stand in.
    """
    out: list[Gathered] = []
    if len(rows) == 1 and _is_heading_bar(rows[0]):
        for draft in (d for cell in rows[0].cells for d in cell.drafts):
            draft.table = number if draft.table is None else draft.table
            out.append(draft)
        return out
    columns = max((len(row.cells) for row in rows), default=0)
    data: list[tuple[Row, Gathered]] = []
    for row in rows:
        if columns == 1 or any(_lays_out(cell) for cell in row.cells):
            for draft in (d for cell in row.cells for d in cell.drafts):
                if draft.table is None:
                    draft.table = number
                out.append(draft)
            continue
        own: list[list[Gathered]] = []
        for cell in row.cells:
            own.append(cell.own)
            own.extend([] for _ in range(cell.span - 1))
        first = next((d for cell in own for d in cell), None)
        made = Gathered(
            part=part,
            table=number,
            cells=own,
            header_row=row.header,
            page=first.page if first else row.page,
            line=row.line,
            style=first.style if first else "",
        )
        data.append((row, made))
        out.append(made)
        taken = {id(d) for cell in own for d in cell}
        out.extend(d for cell in row.cells for d in cell.drafts if id(d) not in taken)
    _mark_header([made for _, made in data])
    return out


def _is_heading_bar(row: Row) -> bool:
    """Whether a row, alone in its table, holds one line: a heading made by hand if it is coloured.

    So is "7" | "Filtering": the number goes to the words.
    """
    filled = [cell for cell in row.cells if any(d.text.strip() for d in cell.own)]
    lines = [[d for d in cell.own if d.text.strip()] for cell in filled]
    shaded = all(cell.shaded for cell in filled) and all(len(own) == 1 for own in lines)
    if len(filled) == 2 and shaded:
        label, title = lines[0][0], lines[1][0]
        number, rest = typed_number(label.text.strip())
        if not number or rest or label.number:
            return False
        title.text, label.text = f"{label.text.strip()} {title.text}", ""
    elif len(filled) != 1:
        return False
    if shaded:
        heading = lines[-1][0]
        heading.look = (heading.look or Look())._replace(shaded=True)
    return True


def _lays_out(cell: Cell) -> bool:
    return len(cell.own) > _LAID_OUT or any(d.level and not d.contents for d in cell.own)


def _mark_header(rows: Sequence[Gathered]) -> None:
    """Without a mark, the first row is the header if all of it is bold and the second row is not."""
    if len(rows) < 2 or any(row.header_row for row in rows):
        return
    first, second = (row.cells or [] for row in rows[:2])
    texts = [" ".join(d.text for d in cell) for cell in first]
    if len(texts) < 2 or not all(0 < len(text) <= 80 and not text.endswith(":") for text in texts):
        return
    if _all_bold(first) and not _all_bold(second):
        rows[0].header_row = True


def _all_bold(cells: Sequence[Sequence[Gathered]]) -> bool:
    words = [d for cell in cells for d in cell if d.text]
    return bool(words) and all(d.look is not None and d.look.bold for d in words)


def tidy(text: str) -> str:
    """Text with each run of spaces as one space; tabs and line breaks stay."""
    text = as_seen(text)
    if "\t" not in text and "\n" not in text:
        return " ".join(text.split())
    lines = (
        "\t".join(" ".join(piece.split()) for piece in line.split("\t")).strip() for line in text.split("\n")
    )
    return "\n".join(line for line in lines if line)


def blocks_of(gathered: Iterable[Gathered], path: Path) -> tuple[Block, ...]:
    """The blocks that the drafts come to: contents lists told apart, hand-made headings found.

    Sets `at` of each draft to the index of its block. Raises UnreadableFile if there are too many.
    """
    made: list[Block] = []
    looks: list[Look | None] = []
    for draft in gathered:
        block = _row_block(draft) if draft.cells is not None else _block(draft)
        for one in (draft, *(d for cell in draft.cells or () for d in cell)):
            one.at = max(len(made) - (block is None), 0)
        if block is not None:
            made.append(block)
            looked = draft.part in _RUNNING and len(block.text) < _LOOKED_AT and draft.cells is None
            looks.append(draft.look if looked else None)
    blocks = in_order(made, path)
    seen = {at: look for at, look in enumerate(looks) if look is not None}
    marked = mark_contents(blocks)
    found = find_headings(marked, seen)
    if found != marked:  # contents lists that name headings made by hand
        found = mark_contents(found)
    found = with_numbered(found)
    return tuple(_on_one_space(block) if "\t" in block.text else block for block in found)


def _on_one_space(block: Block) -> Block:
    def one(text: str) -> str:
        return "\n".join(" ".join(line.split()) for line in text.split("\n"))

    return replace(block, text=one(block.text), cells=tuple(map(one, block.cells)))


def _block(draft: Gathered) -> Block | None:
    text = tidy(draft.text)
    if not text:
        return None
    kind, level, by = BlockKind.PARAGRAPH, 0, ""
    if draft.contents:
        kind = BlockKind.CONTENTS
    elif draft.level and draft.part in _RUNNING and len(text.split()) <= _LONGEST_HEADING:
        kind, level, by = BlockKind.HEADING, min(draft.level, 9), draft.by
    elif draft.list_level >= 0:
        kind, level = BlockKind.LIST_ITEM, min(draft.list_level, 8)
    elif not draft.number and draft.part in _RUNNING and (bullet := typed_bullet(text)):
        kind, (level, text) = BlockKind.LIST_ITEM, bullet
    return Block(
        index=-1,
        kind=kind,
        text=text,
        level=level,
        number=draft.number,
        heading_by=by,
        style=draft.style,
        page=draft.page if draft.part in _RUNNING else None,
        line=draft.line,
        part=draft.part,
        table=draft.table,
        links=tuple(draft.links),
        highlighted=tuple(draft.highlighted),
    )


def _row_block(draft: Gathered) -> Block | None:
    inside = [d for cell in draft.cells or () for d in cell]
    cells = tuple(
        "\n".join(f"{d.number} {text}".strip() for d in cell if (text := tidy(d.text)) or d.number)
        for cell in draft.cells or ()
    )
    filled = [cell for cell in cells if cell]
    if not filled:
        return None
    return Block(
        index=-1,
        kind=BlockKind.CONTENTS if all(d.contents for d in inside) else BlockKind.TABLE_ROW,
        text=" | ".join(filled),
        style=draft.style,
        page=draft.page if draft.part in _RUNNING else None,
        line=draft.line,
        part=draft.part,
        cells=cells,
        table=draft.table,
        header_row=draft.header_row,
        links=tuple(link for d in inside for link in d.links),
        highlighted=tuple(words for d in inside for words in d.highlighted),
    )
