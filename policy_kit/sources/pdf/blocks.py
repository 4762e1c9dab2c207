"""Makes blocks of a PDF's paragraphs and rows, and tells which are headings, list items and contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from policy_kit.model import Block, BlockKind, Link, Part
from policy_kit.quick import replace
from policy_kit.sources.docx.symbols import as_seen
from policy_kit.sources.joining import Joiner
from policy_kit.sources.looks import Look, find_headings
from policy_kit.sources.numbered import numbered_headings, with_broken_contents
from policy_kit.sources.outline import mark_contents, typed_number
from policy_kit.sources.pdf.bookmarks import Bookmark, with_bookmarked
from policy_kit.sources.pdf.contents import with_whole_contents
from policy_kit.sources.pdf.lines import Line
from policy_kit.sources.pdf.links import PageLink
from policy_kit.sources.pdf.paragraphs import Paragraph
from policy_kit.sources.pdf.tables import TableRow

_SAME_INDENT = 6.0  # points within which two list items stand at one level


class Blocks:
    """The blocks of a document as they are put together, and how each looks."""

    def __init__(self, joiner: Joiner, links: Mapping[int, Sequence[PageLink]]) -> None:
        self._joiner = joiner
        self._links = links
        self._levels = _Levels()
        self.made: list[Block] = []
        self.looks: dict[int, Look] = {}

    def paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph or list item."""
        text = as_seen(paragraph.text(self._joiner))
        if not text:
            return
        first = paragraph.first
        level = self._levels.of(paragraph)
        kind = BlockKind.LIST_ITEM if first.mark else BlockKind.PARAGRAPH
        at = len(self.made)
        self.looks[at] = _look(paragraph.lines)
        links = self._linked(paragraph.lines) if self._links else ()
        self.made.append(Block(at, kind, text, level=level, page=first.page, links=links))

    def row(self, row: TableRow) -> None:
        """Add a table row."""
        cells = tuple(as_seen(self._joiner.join_all([line.text for line in cell])) for cell in row.cells)
        text = " | ".join(cell for cell in cells if cell)
        if not text:
            return
        self._levels.clear()
        links = self._linked([line for cell in row.cells for line in cell]) if self._links else ()
        self.made.append(
            Block(
                len(self.made), BlockKind.TABLE_ROW, text, page=row.first.page, cells=cells, table=row.table,
                header_row=row.header, links=links,
            )
        )  # fmt: skip

    def margin(self, text: str, part: Part) -> None:
        """Add a running header or footer."""
        self.made.append(Block(len(self.made), BlockKind.PARAGRAPH, as_seen(text), part=part))

    def finished(self, bookmarks: Sequence[Bookmark]) -> tuple[Block, ...]:
        """The blocks with contents lists and headings told."""
        marked = mark_contents(with_bookmarked(with_broken_contents(self.made), bookmarks))
        found = find_headings(marked, self.looks)
        numbered = self._numbered(found)
        told = (
            replace(b, kind=BlockKind.HEADING, level=min(numbered[at], 9), heading_by="look")
            if at in numbered and not b.is_heading
            else _listed(b)
            for at, b in enumerate(found)
        )
        return with_whole_contents(tuple(told))

    def _numbered(self, blocks: Sequence[Block]) -> dict[int, int]:
        """Headings told by their numbers: those that stand out, if any numbered line does."""
        levels = numbered_headings(blocks)
        loud = {at for at in levels if blocks[at].is_heading or self._is_loud(at)}
        return {at: level for at, level in levels.items() if at in loud} if len(loud) >= 3 else levels

    def _is_loud(self, at: int) -> bool:
        look = self.looks.get(at)
        return look is not None and look.bold

    def _linked(self, lines: Sequence[Line]) -> tuple[Link, ...]:
        """The links that stand on some lines; one that is broken over lines is one again."""
        out: list[Link] = []
        for line in lines:
            for link in self._links.get(line.page, ()):
                if not link.is_on(line):
                    continue
                if out and out[-1].target == link.target and link.target:
                    out[-1] = Link(self._joiner.join(out[-1].text, link.text), link.target)
                else:
                    out.append(Link(link.text, link.target))
        return tuple(out)


def _look(lines: Sequence[Line]) -> Look:
    """The look that all lines share; the same few looks come again and again."""
    first = lines[0]
    if len(lines) == 1:
        return _known_look(first.bold, first.size, first.italic)
    return _known_look(all(one.bold for one in lines), first.size, all(one.italic for one in lines))


@lru_cache(maxsize=512)
def _known_look(bold: bool, size: float, italic: bool) -> Look:
    return Look(bold=bold, size=size, italic=italic)


def _listed(block: Block) -> Block:
    """A paragraph with a typed number or letter that is no heading is an item of a list."""
    if block.kind is not BlockKind.PARAGRAPH or block.part is not Part.BODY:
        return block
    number, rest = typed_number(block.text)
    if rest and number and "." not in number and " " not in number:
        return replace(block, kind=BlockKind.LIST_ITEM)
    return block


class _Levels:
    """The nesting of list items, by where their bullets stand."""

    def __init__(self) -> None:
        self._open: list[float] = []

    def clear(self) -> None:
        self._open = []

    def of(self, paragraph: Paragraph) -> int:
        first = paragraph.first
        if not first.mark:
            if self._open and first.left < self._open[0] + _SAME_INDENT:
                self._open = []
            return 0
        while self._open and self._open[-1] > first.start + _SAME_INDENT:
            self._open.pop()
        if not self._open or first.start > self._open[-1] + _SAME_INDENT:
            self._open.append(first.start)
        return min(len(self._open) - 1, 8)
