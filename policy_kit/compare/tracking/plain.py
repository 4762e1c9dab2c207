"""A new file that is no Word file, as a tree: its words, in the look that the old file has for their kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from policy_kit.compare.lines import line_of
from policy_kit.compare.redline import NewParagraph, NewRow, NewTable, Plain, WordText
from policy_kit.compare.tracking.trees import ComingRow, NewNode
from policy_kit.model import Block, BlockKind, Document, Part
from policy_kit.sources.outline import typed_number


def plain_tree(old: WordText, new: Document) -> list[NewNode]:
    """The running text of a new file, but for its contents list."""
    looks = _Looks(old)
    out: list[NewNode] = []
    blocks = [b for b in new.text_blocks if b.part is Part.BODY]
    for table, group in groupby(blocks, key=lambda b: b.table if b.cells else None):
        if table is None:
            out.extend(_node(looks, block) for block in group)
        else:
            out.append(_table(list(group)))
    return out


class _Looks:
    """For each kind of paragraph one of the old file that shows how it looks there."""

    def __init__(self, old: WordText) -> None:
        body = [p for p in old.paragraphs if p.part is Part.BODY and p.table is None and not p.contents]
        self._headings: dict[int, int] = {}
        self._items: dict[int, int] = {}
        styles: Counter[str] = Counter()
        plain: dict[str, int] = {}
        for paragraph in body:
            if paragraph.level:
                self._headings.setdefault(paragraph.level, paragraph.index)
            elif paragraph.list_level >= 0:
                self._items.setdefault(paragraph.list_level, paragraph.index)
            elif paragraph.text.strip():
                styles[paragraph.style] += len(paragraph.text)
                plain.setdefault(paragraph.style, paragraph.index)
        self._plain = plain[styles.most_common(1)[0][0]] if styles else None
        self._numbered = {n for n in self._headings.values() if old.paragraphs[n].list_level >= 0}

    def of(self, block: Block) -> int | None:
        """The paragraph of the old file that a block should look like; the nearest level where it has no
        such."""
        if block.is_heading:
            return _nearest(self._headings, block.level) or self._plain
        if block.kind is BlockKind.LIST_ITEM:
            return _nearest(self._items, block.level)
        return self._plain

    def text(self, block: Block, like: int | None) -> str:
        """A block's words, without the number or bullet that the old file's look makes by itself."""
        if block.is_heading and like in self._numbered:
            number, rest = typed_number(block.text)
            return rest if number and rest else block.text
        if block.kind is BlockKind.LIST_ITEM and like is None:
            return f"{block.number or '•'} {block.text}"
        return block.text if not block.is_heading else block.display


def _nearest(known: dict[int, int], level: int) -> int | None:
    if not known:
        return None
    return known[min(known, key=lambda one: (abs(one - level), one))]


def _node(looks: _Looks, block: Block) -> NewNode:
    like = looks.of(block)
    text = looks.text(block, like)
    look = (block.level if block.is_heading else 0, block.kind is BlockKind.LIST_ITEM)
    content = Plain(text, like=like)
    return NewNode(line_of(text), NewParagraph(content), content, look=look)


def _table(blocks: Sequence[Block]) -> NewNode:
    rows = tuple(_row(block.cells) for block in blocks)
    line = line_of(" / ".join(row.line.key for row in rows), "table")
    return NewNode(line, NewTable(rows=tuple(block.cells for block in blocks)), None, rows)


def _row(cells: tuple[str, ...]) -> ComingRow:
    inside = tuple(tuple(_words(cell.split("\n"))) for cell in cells)
    line = line_of(" | ".join(" ".join(cell.split()) for cell in cells), f"row of {len(cells)}")
    return ComingRow(line, NewRow(cells=cells), inside)


def _words(lines: Iterable[str]) -> Iterable[NewNode]:
    for text in lines:
        yield NewNode(line_of(text), NewParagraph(Plain(text)), Plain(text))
