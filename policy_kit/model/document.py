"""A document as a reader yields it: blocks in reading order, with where each stands."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from itertools import chain

from policy_kit.quick import dataclass
from policy_kit.regexes.texts import Texts, Vocabulary


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    CONTENTS = "contents"  # a line of the contents list, made by Word or typed


class Part(StrEnum):
    """Where in the file a block stands."""

    BODY = "body"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"


class Confidence(StrEnum):
    """How sure we are; never mixed with how much it matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a person finds a passage: the headings above it, its block number, page and line.

    `block` counts from 0 over the whole document; `page` and `line` count from 1 and are None
    where the format has none.
    """

    heading_path: tuple[str, ...] = ()
    block: int | None = None
    page: int | None = None
    line: int | None = None
    part: Part = Part.BODY


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words shown and the address behind them ('' if the address is lost)."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row, with the text as a person sees it.

    level: 1 to 9 for a heading, 0 upwards for a list item, else 0.
    number: the number Word makes ("7.3", "a)"), which is not in `text`; typed numbers stay in `text`.
    heading_by: how a heading was known: style, outline, markup, bookmark, or look (made by hand).
    """

    index: int
    kind: BlockKind
    text: str
    level: int = 0
    number: str = ""
    heading_by: str = ""
    style: str = ""
    page: int | None = None
    line: int | None = None
    part: Part = Part.BODY
    cells: tuple[str, ...] = ()
    table: int | None = None
    header_row: bool = False
    links: tuple[Link, ...] = ()
    highlighted: tuple[str, ...] = ()

    @property
    def display(self) -> str:
        """The text with the number that Word shows before it."""
        return f"{self.number} {self.text}" if self.number else self.text

    @property
    def is_heading(self) -> bool:
        return self.kind is BlockKind.HEADING


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment left in the file."""

    author: str
    text: str
    location: Location


# What `NotChecked.what` says of words that a program is told neither to show nor to print.
HIDDEN_WORDS = "hidden words"


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Something that could not be read or judged, with the reason; shown in every report."""

    what: str
    reason: str
    location: Location = Location()


@dataclass(frozen=True)
class Document:
    """What a reader yields: blocks in reading order, and what it could not read.

    Body blocks come first, then notes, then headers and footers; `block.index` is the position.
    properties: the file's own title, author and so on, as (name, value) pairs.
    provenance: the record that a generated file carries, as JSON text ('' if none).
    """

    path: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    properties: tuple[tuple[str, str], ...] = ()
    comments: tuple[Comment, ...] = ()
    revisions: int = 0
    not_checked: tuple[NotChecked, ...] = ()
    provenance: str = ""

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The running text: no notes, headers or footers."""
        return tuple(b for b in self.blocks if b.part in (Part.BODY, Part.TEXT_BOX))

    @cached_property
    def text_blocks(self) -> tuple[Block, ...]:
        """The running text without the contents list."""
        return tuple(b for b in self.body if b.kind is not BlockKind.CONTENTS)

    @cached_property
    def texts(self) -> Texts:
        """The same blocks as texts that can be asked for many patterns."""
        return Texts((block.text for block in self.text_blocks), self.vocabulary)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all blocks and cells."""
        cells = (cell for block in self.blocks for cell in block.cells)
        return Vocabulary(chain((block.text for block in self.blocks), cells))

    @cached_property
    def margins(self) -> tuple[Block, ...]:
        """Headers and footers."""
        return tuple(b for b in self.blocks if b.part in (Part.HEADER, Part.FOOTER))

    @cached_property
    def words(self) -> int:
        """Words of the running text, contents list left out."""
        return sum(len(b.text.split()) for b in self.text_blocks)

    @cached_property
    def _paths(self) -> tuple[tuple[str, ...], ...]:
        paths: list[tuple[str, ...]] = []
        trail: list[tuple[int, str]] = []
        for block in self.blocks:
            if block.part not in (Part.BODY, Part.TEXT_BOX):
                paths.append(())
                continue
            if block.is_heading:
                while trail and trail[-1][0] >= block.level:
                    trail.pop()
                trail.append((block.level, block.display))
            paths.append(tuple(text for _, text in trail))
        return tuple(paths)

    def heading_path(self, block: Block) -> tuple[str, ...]:
        """The headings above a block, outermost first; a heading's own text comes last."""
        return self._paths[block.index]

    def location(self, block: Block) -> Location:
        """Where a block stands, by the headings above it without those that title the whole document."""
        path = self.heading_path(block)
        path = path[min(self._titles, len(path) - 1) :] if path else path
        return Location(path, block.index, block.page, block.line, block.part)

    @cached_property
    def _titles(self) -> int:
        """How many headings at the start title the whole: all others stand below them."""
        levels = [block.level for block in self.blocks if block.is_heading]
        titles = 0
        while titles + 2 < len(levels) and levels[titles] < min(levels[titles + 1 :]):
            titles += 1
        return titles
