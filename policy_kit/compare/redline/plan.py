"""What a redline is told to do: frozen operations on the old file's paragraphs, rows and tables.

A paragraph, row or table that no operation names stays as it is. Numbers are those of the `WordText` that
`read_word` gives for the old file. Operations may be given in any order; insertions at the same place keep
the order in which they are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from policy_kit.compare.redline.reading import WordText


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment. lines: its paragraphs, the first in bold; words: what it hangs on (the first place where
    the paragraph has them), or the whole paragraph if '' or not found; author: the redline's if ''."""

    lines: tuple[str, ...]
    words: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Copied:
    """A paragraph of another Word file (or of the old one): its words, look, style, list, links and
    pictures."""

    source: WordText
    paragraph: int


@dataclass(frozen=True, slots=True)
class Plain:
    """Words alone; a tab is a tab and a line end is a line break.

    like: the paragraph of the old file whose style and list it takes; style: the name of a style instead.
    Without both, a changed paragraph keeps its own and an inserted one is in the file's usual style.
    """

    text: str
    style: str = ""
    like: int | None = None


Content = Copied | Plain


@dataclass(frozen=True, slots=True)
class Change:
    """Turn a paragraph into this content, word by word. Nothing is marked where nothing differs.

    Give one for each paragraph that has its like in the new file, changed or not, if style and list are to
    follow the new file; the lists of both files are paired by it.
    """

    paragraph: int
    to: Content


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a paragraph out."""

    paragraph: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is put in: exactly one of the four is given.

    Before or after a paragraph is in the same cell, note or header as the paragraph; before or after a table
    is beside it.
    """

    after: int | None = None
    before: int | None = None
    after_table: int | None = None
    before_table: int | None = None


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph to put in, with its comments."""

    content: Content
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class NewTable:
    """A table to put in: one of another Word file, or rows of cells in words alone."""

    source: WordText | None = None
    table: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Insert:
    """Put paragraphs and tables in."""

    at: Place
    blocks: tuple[NewParagraph | NewTable, ...]


@dataclass(frozen=True, slots=True)
class DeleteRow:
    """Take a table's row out with all that stands in it."""

    row: int


@dataclass(frozen=True, slots=True)
class DeleteTable:
    """Take a whole table out."""

    table: int


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to put in: one of another Word file, or the words of its cells, in the look of the row beside
    it."""

    source: WordText | None = None
    row: int = 0
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InsertRows:
    """Put rows in after or before a row of the old file: exactly one of the two is given."""

    rows: tuple[NewRow, ...]
    after: int | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """Put a comment on a paragraph of the old file, whatever becomes of it."""

    paragraph: int
    remark: Remark


Operation = Change | Delete | Insert | DeleteRow | DeleteTable | InsertRows | Comment


def conflict(
    paragraph: int, other: Content, lines: tuple[str, ...], author: str = ""
) -> tuple[Operation, ...]:
    """A paragraph that two sides wrote anew: it stays, the other text is put in after it, and a comment says
    so."""
    remark = Remark(lines, author=author)
    return (Comment(paragraph, remark), Insert(Place(after=paragraph), (NewParagraph(other),)))
