"""A clean policy's blocks as something to put a fault into: found by place, changed, numbered again."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from policy_kit.model import Block, BlockKind, Document, Policy

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Injected:
    """What a fault must be told as.

    codes: any of these is right, none means that nothing may be told; places: blocks of which one must be
    named, none means anywhere; section: the section it must be told of, unless the rest of the policy makes
    its points; allowed: what follows from the fault and may be told as well.
    """

    codes: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    section: str = ""
    allowed: tuple[str, ...] = ()
    note: str = ""


@dataclass
class Draft:
    """The blocks of a clean policy, to be changed in place.

    Positions are those of the list as it stands; `of_section` still knows a block by its first index.
    """

    clean: Policy
    profile: dict[str, object]
    known: bool = False  # whether the audit is given the profile
    blocks: list[Block] = field(default_factory=list)
    changes: dict[str, object] = field(default_factory=dict)  # fields of the Document

    def __post_init__(self) -> None:
        self.blocks = list(self.clean.document.blocks)

    def document(self) -> Document:
        """The changed document, its blocks numbered from 0 again."""
        blocks = tuple(replace(b, index=at) for at, b in enumerate(self.blocks))
        return replace(self.clean.document, blocks=blocks, sha256="f" * 64, **self.changes)  # type: ignore[arg-type]

    def section_of(self, position: int) -> str:
        """The section that a block of the clean policy belongs to, '' for none."""
        return next(iter(self.clean.section_of_block.get(self.blocks[position].index, ())), "")

    def where(self, wanted: Callable[[Block], bool]) -> list[int]:
        """The positions of the blocks that are wanted."""
        return [at for at, block in enumerate(self.blocks) if wanted(block)]

    def body_paragraphs(self, least: int = 15) -> list[int]:
        """Paragraphs of the policy itself, of so many words, outside document control and the appendices."""
        apart = ("", "appendices", "document-control")
        return [
            at
            for at in self.where(lambda b: b.kind is BlockKind.PARAGRAPH and len(b.text.split()) >= least)
            if self.section_of(at) not in apart and not self.blocks[at].text.rstrip().endswith(":")
        ]

    def chapters(self) -> list[tuple[int, int, str]]:
        """The numbered sections of the policy: where each starts and ends, and its id."""
        starts = self.where(lambda b: b.is_heading and b.level == 1)
        ends = [*starts[1:], len(self.blocks)]
        return [(a, b, self.section_of(a)) for a, b in zip(starts, ends, strict=True)]

    def say(self, position: int, text: str) -> None:
        """Give a block another text; in a table row, its cells are the text's parts."""
        block = self.blocks[position]
        cells = tuple(text.split(" | ")) if block.cells else ()
        self.blocks[position] = replace(block, text=text, cells=cells, links=())

    def swap(self, position: int, old: str, new: str) -> None:
        """Put new words for old ones in a block, cells included."""
        block = self.blocks[position]
        cells = tuple(cell.replace(old, new) for cell in block.cells)
        self.blocks[position] = replace(block, text=block.text.replace(old, new), cells=cells)

    def add(self, position: int, text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        """Put a new block before a position."""
        block = Block(-1, kind, text, level, heading_by="style" if kind is BlockKind.HEADING else "")
        self.blocks.insert(position, block)

    def cut(self, start: int, end: int) -> None:
        """Take blocks out."""
        del self.blocks[start:end]

    def tidy(self) -> int:
        """Number the headings again and renew the contents list, as Word does on updating.

        Return by how many places what comes after the list has moved.
        """
        before = len(self.blocks)
        self._number()
        entries = self.where(lambda b: b.kind is BlockKind.CONTENTS and b.style != "Contents Heading")
        listed = {_bare(self.blocks[at].text): self.blocks[at].style for at in entries}
        shown = [b for b in self.blocks if b.is_heading and b.level <= 2 and _is_listed(b, listed)]
        lines = [self._line(b, entries, listed) for b in shown]
        self.blocks[entries[0] : entries[-1] + 1] = lines
        return len(self.blocks) - before

    def _line(self, heading: Block, entries: Sequence[int], listed: dict[str, str]) -> Block:
        like = self.blocks[entries[0]]
        style = listed.get(_bare(heading.text), "toc 1" if heading.level == 1 else "toc 2")
        return replace(like, text=heading.display, style=style, index=-1)

    def _number(self) -> None:
        counts = [0, 0, 0, 0]
        for at, block in enumerate(self.blocks):
            if block.is_heading and (block.number[:1].isdigit() or block.index < 0):
                level = min(block.level, 4)
                counts[level - 1] += 1
                counts[level:] = [0] * (4 - level)
                self.blocks[at] = replace(block, number=".".join(map(str, counts[:level])))


def _is_listed(block: Block, listed: dict[str, str]) -> bool:
    return block.level == 1 or _bare(block.text) in listed or block.text.startswith("Appendix")


def _bare(text: str) -> str:
    return re.sub(r"^\d+(?:\.\d+)*\s+", "", text).casefold()


def choose(rng: random.Random, things: Iterable[int]) -> int | None:
    """One of them, or None if there are none."""
    among = list(things)
    return rng.choice(among) if among else None
