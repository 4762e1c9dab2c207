"""What the walk over a part gathers, before it is known what each piece is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policy_kit.model import Link, Part
from policy_kit.quick import dataclass
from policy_kit.sources.docx.marks import Format
from policy_kit.sources.docx.styles import Style


class Paragraph:
    """One paragraph as it is being read.

    pieces: its text; looks: how many characters look how; level: of a heading, else 0; list_level: -1 if
    it is in no list; page: where its first words stand; runs_on: the next paragraph goes on with its words;
    first_line: its pieces and looks up to the first line break; before, after: the text boxes hung on it.

    A plain class whose attributes stand at their defaults until set: hundreds are made for each file.
    """

    level = 0
    by = ""
    number = ""
    list_level = -1
    page: int | None = None
    table: int | None = None
    contents = False
    shaded = False
    worded = False  # something else than space was read
    open_highlight = False
    runs_on = False
    links: list[Link] | tuple[()] = ()
    highlighted: list[list[str]] | tuple[()] = ()
    first_line: tuple[int, dict[Format, int]] | None = None
    before: list[Draft] | tuple[()] = ()
    after: list[Draft] | tuple[()] = ()

    def __init__(self, style: Style, part: Part) -> None:
        self.style = style
        self.part = part
        self.pieces: list[str] = []
        self.looks: dict[Format, int] = {}
        if style.level:
            self.level, self.by = style.level, style.by

    @property
    def raw_text(self) -> str:
        pieces = self.pieces
        return pieces[0] if len(pieces) == 1 else "".join(pieces)

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
