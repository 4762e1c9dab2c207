"""What a Word file is made of, as a redline numbers it."""

from __future__ import annotations

from dataclasses import field

from lxml.etree import _Element

from policy_kit.model import Part
from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """One paragraph. text: exact, with tabs, line breaks and one OBJECT for each picture or note's sign.

    style: the name of its style; level: 1 to 9 if that makes a heading, else 0; list_level: -1 outside lists;
    table, row, cell: the innermost it stands in, None outside tables; note: the number of its note.
    """

    index: int
    part: Part
    text: str
    style: str
    level: int = 0
    list_level: int = -1
    bullet: bool = False
    contents: bool = False
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands in a text, a cell, a note or a margin: a paragraph or a table, by number."""

    paragraph: int = -1
    table: int = -1


@dataclass(frozen=True, slots=True)
class WordRow:
    """One row of a table. units: for each cell what stands in it."""

    index: int
    table: int
    units: tuple[tuple[Unit, ...], ...]

    @property
    def cells(self) -> tuple[tuple[int, ...], ...]:
        """For each cell the numbers of its own paragraphs, without those of tables inside it."""
        return tuple(tuple(u.paragraph for u in cell if u.paragraph >= 0) for cell in self.units)

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The paragraphs of all its cells."""
        return tuple(paragraph for cell in self.cells for paragraph in cell)


@dataclass(frozen=True, slots=True)
class WordStory:
    """The body, one note, or one header or footer; note: the number of the note."""

    part: Part
    part_name: str
    units: tuple[Unit, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class WordTable:
    """One table: its rows, and the cell's row it stands in if it is a table in a table."""

    index: int
    part: Part
    rows: tuple[int, ...]
    inside_row: int | None = None


@dataclass(slots=True)
class Chain:
    """Paragraphs that follow one another with no table between: deleting an end joins two of these.

    after_table, before_table: the tables that it stands between; parent: what holds it, for one without
    paragraphs.
    """

    part_name: str
    parent: _Element
    after_table: int | None = None
    before_table: int | None = None
    paragraphs: list[int] = field(default_factory=list)
