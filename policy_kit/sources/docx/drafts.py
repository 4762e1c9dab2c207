"""What the walk over a part gathers, before it is known what each piece is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policy_kit.model import Link, Part
from policy_kit.sources.docx.styles import Format, Style

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True, eq=False)
class Paragraph:
    """One paragraph as it is being read.

    pieces: its text; looks: how many characters look how; level: of a heading, else 0; list_level: -1 if
    it is in no list; page: where its first words stand; first_line: its pieces and looks up to the first
    line break; before, after: the text boxes that hang on it.
    """

    element: _Element
    style: Style
    part: Part
    pieces: list[str] = field(default_factory=list)
    looks: dict[Format, int] = field(default_factory=dict)
    level: int = 0
    by: str = ""
    number: str = ""
    list_level: int = -1
    page: int | None = None
    table: int | None = None
    contents: bool = False
    shaded: bool = False
    links: list[Link] = field(default_factory=list)
    highlighted: list[str] = field(default_factory=list)
    open_highlight: bool = False
    mark_deleted: bool = False
    first_line: tuple[int, dict[Format, int]] | None = None
    before: list[Draft] = field(default_factory=list)
    after: list[Draft] = field(default_factory=list)

    @property
    def raw_text(self) -> str:
        return "".join(self.pieces)

    def has_text(self) -> bool:
        return any(not piece.isspace() for piece in self.pieces if piece)


@dataclass(slots=True, eq=False)
class Row:
    """One row of a table that stays a row: each cell's paragraphs, none for a merged one."""

    element: _Element
    cells: list[list[Paragraph]]
    table: int
    header: bool
    part: Part
    page: int | None = None
    shaded: bool = False
    bold: bool = False

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [paragraph for cell in self.cells for paragraph in cell]


Draft = Paragraph | Row


@dataclass(frozen=True, slots=True, eq=False)
class Unread:
    """Something that could not be read, hanging on the draft it stands at (None: the file as a whole)."""

    at: Draft | None
    what: str
    reason: str


def paragraphs_of(drafts: Iterable[Draft]) -> Iterator[Paragraph]:
    """The paragraphs among drafts, those in rows included."""
    for draft in drafts:
        if isinstance(draft, Row):
            yield from draft.paragraphs
        else:
            yield draft
