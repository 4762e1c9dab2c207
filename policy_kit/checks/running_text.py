"""A document's text line by line, so that a pattern is tried only where a word it needs stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policy_kit.checks.remembering import once_a_document
from policy_kit.model import Block, BlockKind, Document
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.regexes.alternatives import Alternatives
from policy_kit.regexes.texts import Texts, Vocabulary

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

    def __init__(self, blocks: Iterable[Block], vocabulary: Vocabulary | None = None) -> None:
        self.lines: list[tuple[Block, str]] = []
        for block in blocks:
            if block.kind is BlockKind.TABLE_ROW and block.cells:
                self.lines.extend((block, cell.replace("\n", " ")) for cell in block.cells if cell.strip())
            else:
                self.lines.append((block, block.text.replace("\n", " ")))
        self._vocabulary = vocabulary
        self._texts = Texts((text for _, text in self.lines), vocabulary)

    def find(self, pattern: re.Pattern[str], *needs: str) -> Iterator[Hit]:
        """Every match in the lines that hold one of `needs`, lower-case strings without which there is none.

        Looking for a plain string is a hundred times quicker than trying a long pattern at every letter.
        """
        for at in sorted(self._texts.holding(needs)):
            block, text = self.lines[at]
            for match in pattern.finditer(text):
                yield Hit(block, text, match)

    def find_any(self, patterns: Alternatives) -> Iterator[Hit]:
        """Every match of several patterns, each tried only in the lines that hold what it needs itself."""
        each = patterns.in_each(self._texts.texts, self._vocabulary)
        for (block, text), matches in zip(self.lines, each, strict=True):
            for match in matches:
                yield Hit(block, text, match)


@once_a_document
def text_of(document: Document) -> RunningText:
    """All the text of a document: contents list, notes, headers and footers too."""
    return RunningText(document.blocks, document.vocabulary)
