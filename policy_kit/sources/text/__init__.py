"""Reads plain text, also what was copied out of a PDF or a Word window: paragraphs, lists, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from policy_kit.errors import UnreadableFile
from policy_kit.model import Block, BlockKind, Document, Part
from policy_kit.quick import dataclass
from policy_kit.sources import limits
from policy_kit.sources.assembling import document_of, in_order, too_many_blocks
from policy_kit.sources.docx.symbols import as_seen
from policy_kit.sources.encoding import decoded
from policy_kit.sources.joining import Joiner
from policy_kit.sources.numbered import with_broken_contents
from policy_kit.sources.outline import mark_contents
from policy_kit.sources.text.headings import with_headings
from policy_kit.sources.text.lines import Line, goes_on, sorted_lines, wrap_width

__all__ = ["read_text"]


def read_text(path: Path, data: bytes) -> Document:
    """Read a plain text file; `line` of each block is the line where it begins, counted from 1.

    Raises UnreadableFile for more text than any policy has.
    """
    if len(data) > limits.MAX_TEXT_BYTES:
        raise UnreadableFile(
            f"{path}: is a text of more than {limits.MAX_TEXT_BYTES // limits.MEGABYTE} MB, far more than a "
            "policy, so it was not read; save the policy alone as a file of its own"
        )
    blocks, alone = text_blocks(decoded(data), path)
    blocks = with_broken_contents(mark_contents(blocks))
    return document_of(path, data, "text", with_headings(blocks, alone))


@dataclass(slots=True)
class _Passage:
    """A paragraph, list item or row as its lines are joined; last: the line that was joined last."""

    first: Line
    last: Line
    text: str
    level: int = 0


def text_blocks(text: str, path: Path) -> tuple[tuple[Block, ...], frozenset[int]]:
    """The blocks of a text, headings not yet told, and the places of those after a blank line."""
    lines = sorted_lines(text)
    if len(lines) > 4 * limits.MAX_BLOCKS:
        raise too_many_blocks(path)
    body = [line for line in lines if line.part is Part.BODY]
    margins = [_Passage(line, line, line.raw.strip()) for line in lines if line.part is not Part.BODY]
    passages = [p for p in _passages(body, Joiner(lambda: text)) if p.text or p.first.cells]
    # A heap of marks without words means that the list items lost theirs: they stand alone like titles.
    heaped = sum(line.bullet != "" and not line.body.strip() for line in body) >= 3
    alone = frozenset(at for at, p in enumerate(passages) if p.first.gap and not heaped)
    return in_order(_as_blocks([*passages, *_running_once(margins)]), path), alone


def _passages(lines: list[Line], joiner: Joiner) -> list[_Passage]:
    """The lines joined into paragraphs, list items and rows."""
    width = wrap_width(lines)
    levels = _Levels()
    passages: list[_Passage] = []
    pieces: list[str] = []
    for line in lines:
        last = passages[-1] if passages else None
        item = last.first.indent if last and last.first.bullet else None
        if last and goes_on(last.last, line, item, width):
            pieces.append(line.body)
            last.last = line
            continue
        if last:
            last.text = as_seen(joiner.join_all(pieces))
        passages.append(_Passage(line, line, "", levels.of(line)))
        pieces = [line.body.strip()]
    if passages:
        passages[-1].text = as_seen(joiner.join_all(pieces))
    return passages


def _running_once(passages: list[_Passage]) -> Iterator[_Passage]:
    """Each running header and footer once, however many pages repeat it."""
    seen: set[tuple[Part, str]] = set()
    for passage in passages:
        if (part := passage.first.part) is not Part.BODY:
            key = (part, re.sub(r"\d+", "#", passage.text))
            if key in seen:
                continue
            seen.add(key)
        yield passage


class _Levels:
    """The nesting of list items: by indent, and at one indent by the kind of bullet mark."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def of(self, line: Line) -> int:
        if not line.bullet:
            if line.gap and line.indent == 0:
                self._open = []
            return 0
        while self._open and self._open[-1][0] > line.indent:
            self._open.pop()
        here = (line.indent, line.bullet)
        if here in self._open:
            del self._open[self._open.index(here) + 1 :]
        else:
            self._open.append(here)
        return min(len(self._open) - 1, 8)


def _as_blocks(passages: list[_Passage]) -> Iterator[Block]:
    table = -1
    in_table = False
    for at, passage in enumerate(passages):
        line = passage.first
        if not line.cells:
            kind = BlockKind.LIST_ITEM if line.bullet else BlockKind.PARAGRAPH
            yield Block(
                at, kind, passage.text, level=passage.level, page=line.page, line=line.number, part=line.part
            )
            in_table = False
            continue
        new = not in_table or line.gap
        table += new
        in_table = True
        if text := " | ".join(cell for cell in line.cells if cell):
            yield Block(
                at, BlockKind.TABLE_ROW, text, page=line.page, line=line.number, cells=line.cells, table=table
            )
