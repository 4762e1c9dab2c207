"""What the walk over a part gathers, before it is known what each piece is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policy_kit.model import Link, Part
from policy_kit.sources.docx.marks import Format
from policy_kit.sources.docx.styles import Style


class Paragraph:
    """One paragraph as it is being read.

    pieces: its text; looks: how many characters look how; level: of a heading, else 0; list_level: -1 if
    it is in no list; page: where its first words stand; runs_on: the next paragraph goes on with its words;
    first_line: its pieces and looks up to the first line break; before, after: the text boxes hung on it.

    A plain class with empty tuples until there is something to hold: hundreds are made for each file.
    """

    __slots__ = (
        "after",
        "before",
        "by",
        "contents",
        "first_line",
        "highlighted",
        "level",
        "links",
        "list_level",
        "looks",
        "number",
        "open_highlight",
        "page",
        "part",
        "pieces",
        "runs_on",
        "shaded",
        "style",
        "table",
        "worded",
    )  # fmt: skip

    def __init__(self, style: Style, part: Part) -> None:
        self.style = style
        self.part = part
        self.pieces: list[str] = []
        self.looks: dict[Format, int] = {}
        self.level = style.level
        self.by = style.by
        self.number = ""
        self.list_level = -1
        self.page: int | None = None
        self.table: int | None = None
        self.contents = self.shaded = self.open_highlight = self.runs_on = False
        self.worded = False  # something else than space was read
        self.links: list[Link] | tuple[()] = ()
        self.highlighted: list[list[str]] | tuple[()] = ()
        self.first_line: tuple[int, dict[Format, int]] | None = None
        self.before: list[Draft] | tuple[()] = ()
        self.after: list[Draft] | tuple[()] = ()

    @property
    def raw_text(self) -> str:
        return "".join(self.pieces)

    def add_link(self, link: Link) -> None:
        if isinstance(self.links, tuple):
            self.links = []
        self.links.append(link)

    def add_highlight(self, text: str) -> None:
        """Add highlighted words: to the last ones if nothing plain stood between."""
        if isinstance(self.highlighted, tuple):
            self.highlighted = []
        if not self.open_highlight:
            self.highlighted.append([])
        self.highlighted[-1].append(text)

    def hang(self, boxes: Iterable[Draft], before: bool = False) -> None:
        """Hang text boxes on the paragraph."""
        if isinstance(self.before, tuple) or isinstance(self.after, tuple):
            self.before, self.after = [], []
        (self.before if before else self.after).extend(boxes)

    def parted(self, pieces: list[str], looks: dict[Format, int]) -> Paragraph:
        """A paragraph like this one that holds some of its words."""
        part = Paragraph(self.style, self.part)
        part.pieces, part.looks = pieces, looks
        part.page, part.table, part.worded = self.page, self.table, True
        return part


@dataclass(slots=True, eq=False)
class Row:
    """One row of a table that stays a row: each cell's paragraphs, none for a merged one."""

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
