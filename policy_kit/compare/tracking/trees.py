"""Both files as trees of what can be paired: paragraphs, and tables of rows of cells of the same."""

from __future__ import annotations

from collections.abc import Iterable

from policy_kit.compare.lines import Line, line_of
from policy_kit.compare.redline import Content, Copied, NewParagraph, NewRow, NewTable, WordText
from policy_kit.compare.redline.structure import Unit
from policy_kit.quick import dataclass

Look = tuple[int, bool]
"""What kind of paragraph it is: the level of a heading, else 0, and whether it is an item of a list."""


@dataclass(frozen=True, slots=True)
class OldRow:
    """A row of the old file, by its number."""

    line: Line
    row: int
    cells: tuple[tuple[OldNode, ...], ...]


@dataclass(frozen=True, slots=True)
class OldNode:
    """A paragraph or table of the old file, by its number."""

    line: Line
    unit: Unit
    rows: tuple[OldRow, ...] = ()
    look: Look = (0, False)


@dataclass(frozen=True, slots=True)
class ComingRow:
    """A row of the new file: what it is put in as, and what its cells hold if it is an old one changed."""

    line: Line
    row: NewRow
    cells: tuple[tuple[NewNode, ...], ...]


@dataclass(frozen=True, slots=True)
class NewNode:
    """A paragraph or table of the new file. content: what an old paragraph that is this one turns into;
    block: what is put in where no old one is."""

    line: Line
    block: NewParagraph | NewTable
    content: Content | None = None
    rows: tuple[ComingRow, ...] = ()
    look: Look = (0, False)


def old_tree(word: WordText, units: Iterable[Unit], *, contents: bool = True) -> list[OldNode]:
    """What stands in a text, cell or margin of the old file; contents: whether its contents list counts."""
    out: list[OldNode] = []
    for unit in units:
        if unit.table >= 0:
            rows = tuple(_old_row(word, n) for n in word.tables[unit.table].rows)
            out.append(OldNode(_table_line([row.line for row in rows]), unit, rows))
        else:
            paragraph = word.paragraphs[unit.paragraph]
            if contents or not paragraph.contents:
                look = (paragraph.level, paragraph.list_level >= 0 and not paragraph.level)
                out.append(OldNode(line_of(paragraph.text), unit, (), look))
    return out


def _old_row(word: WordText, number: int) -> OldRow:
    cells = tuple(tuple(old_tree(word, units)) for units in word.rows[number].units)
    return OldRow(_row_line([[node.line for node in cell] for cell in cells]), number, cells)


def new_tree(word: WordText, units: Iterable[Unit]) -> list[NewNode]:
    """What stands in a text, cell or margin of a new file that is a Word file."""
    out: list[NewNode] = []
    for unit in units:
        if unit.table >= 0:
            rows = tuple(_new_row(word, n) for n in word.tables[unit.table].rows)
            line = _table_line([row.line for row in rows])
            out.append(NewNode(line, NewTable(word, unit.table), None, rows))
        else:
            content = Copied(word, unit.paragraph)
            line = line_of(word.paragraphs[unit.paragraph].text)
            out.append(NewNode(line, NewParagraph(content), content))
    return out


def _new_row(word: WordText, number: int) -> ComingRow:
    cells = tuple(tuple(new_tree(word, units)) for units in word.rows[number].units)
    line = _row_line([[node.line for node in cell] for cell in cells])
    return ComingRow(line, NewRow(word, number), cells)


def _table_line(rows: list[Line]) -> Line:
    return line_of(" / ".join(row.key for row in rows), "table")


def _row_line(cells: list[list[Line]]) -> Line:
    """A row's words; only rows with as many cells are told to be one another."""
    return line_of(" | ".join(" ".join(line.key for line in cell) for cell in cells), f"row of {len(cells)}")
