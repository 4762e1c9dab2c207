"""A document's text line by line, so that a pattern is tried only where a word it needs stands."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator

from policy_kit.checks.remembering import once_a_document
from policy_kit.model import Block, BlockKind, Document
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

_SENTENCE_END = regex(r"(?<=[.!?])\s+(?=[A-Z“\"‘])")


@dataclass(frozen=True, slots=True)
class Hit:
    """A match, with the block it stands in and the text it was found in (a block's, or one cell's)."""

    block: Block
    text: str
    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    @property
    def words(self) -> str:
        """The words matched."""
        return self.match[0]

    @property
    def before(self) -> str:
        return self.text[: self.match.start()]

    @property
    def after(self) -> str:
        return self.text[self.match.end() :]

    @property
    def sentence_before(self) -> str:
        """What stands before it in its own sentence."""
        return _SENTENCE_END.split(self.before)[-1]

    @property
    def sentence_after(self) -> str:
        """What stands after it in its own sentence."""
        return _SENTENCE_END.split(self.after, maxsplit=1)[0]


class RunningText:
    """Blocks line by line, a table row cell by cell; a match never crosses from one line to the next."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.lines: list[tuple[Block, str]] = []
        for block in blocks:
            if block.kind is BlockKind.TABLE_ROW and block.cells:
                self.lines.extend((block, cell.replace("\n", " ")) for cell in block.cells if cell.strip())
            else:
                self.lines.append((block, block.text.replace("\n", " ")))
        lowered = [text.lower() for _, text in self.lines]
        self._lowered = "\n".join(lowered)
        # Each word once: a fifth of the text, and most of what is looked for is not in it at all.
        self._vocabulary = "\n".join(set(self._lowered.split()))
        self._starts = [0, *itertools.accumulate(len(text) + 1 for text in lowered)]

    def find(self, pattern: re.Pattern[str], *needs: str) -> Iterator[Hit]:
        """Every match in the lines that hold one of `needs`, lower-case strings without which there is none.

        Looking for a plain string is a hundred times quicker than trying a long pattern at every letter.
        """
        for at in self._lines_with(needs):
            block, text = self.lines[at]
            for match in pattern.finditer(text):
                yield Hit(block, text, match)

    def _lines_with(self, needs: Iterable[str]) -> list[int]:
        found: set[int] = set()
        for need in needs:
            if any(word not in self._vocabulary for word in need.split()):
                continue
            at = self._lowered.find(need)
            while at >= 0:
                line = bisect.bisect_right(self._starts, at) - 1
                found.add(line)
                at = self._lowered.find(need, self._starts[line + 1])
        return sorted(found)


@once_a_document
def text_of(document: Document) -> RunningText:
    """All the text of a document: contents list, notes, headers and footers too."""
    return RunningText(document.blocks)
