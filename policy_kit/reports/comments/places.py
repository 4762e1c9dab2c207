"""Finds the words of each block of a Document in the Word file it was read from.

The reader numbers its blocks in a walk of its own, so the two are laid side by side by their words: first
whole paragraphs that are the same; then, between those, blocks that stand inside a paragraph or run over
several; what is left is looked for only between its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from policy_kit.model import Block, Document, Part
from policy_kit.quick import dataclass
from policy_kit.reports.comments.letters import Letters, letters_of
from policy_kit.reports.quotes import quoted_spans

Range = tuple[int, int]  # the number of the first letter in the file, and of the one after the last

_TOO_SHORT = 4  # letters; a shorter block could be found anywhere
_MOST_COMPARED = 400  # letters of a block that are compared one by one …
_WIDEST_WINDOW = 20_000  # … with no more letters of the file than this
_ENOUGH_ALIKE = 12  # letters in a row that a block and a paragraph must share to be taken for the same


@dataclass(frozen=True, slots=True)
class Unit:
    """A block's text, or one line of a cell of a table row, and its letters."""

    block: int
    text: str
    letters: str


class Alignment:
    """Where each unit of a document stands among the letters of its file."""

    def __init__(self, document: Document, letters: Letters) -> None:
        self._text = letters.text
        self._units = tuple(_units(document))
        self._found: list[Range | None] = [None] * len(self._units)
        self._match(letters)
        self._of_block: dict[int, list[int]] = {}
        for number, unit in enumerate(self._units):
            self._of_block.setdefault(unit.block, []).append(number)

    def quote(self, block: Block, quote: str) -> Range | None:
        """The letters that a block's quoted words are; else those of the block; None if it was not found."""
        numbers = self._of_block.get(block.index, [])
        for number in numbers:
            unit = self._units[number]
            for start, end in quoted_spans(unit.text, quote, block.number)[:1]:
                before, length = len(letters_of(unit.text[:start])), len(letters_of(unit.text[start:end]))
                found = self._part(number, before, length)
                if found:
                    return found
        return next((found for number in numbers if (found := self._whole(number))), None)

    def _part(self, number: int, before: int, length: int) -> Range | None:
        if not length:
            return None
        found = self._found[number]
        if found:
            return found[0] + before, found[0] + before + length
        first, last = self._window(number)
        at = self._text.find(self._units[number].letters[before : before + length], first, last)
        return (at, at + length) if at >= 0 else None

    def _whole(self, number: int) -> Range | None:
        """A unit's letters, or those that it shares with what stands between its neighbours."""
        if self._found[number]:
            return self._found[number]
        first, last = self._window(number)
        ours, theirs = self._units[number].letters[:_MOST_COMPARED], self._text[first:last]
        if len(theirs) > _WIDEST_WINDOW:
            return None
        alike = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
        if alike.size < min(_ENOUGH_ALIKE, len(ours)):
            return None
        return first + alike.b, first + alike.b + alike.size

    def _window(self, number: int) -> Range:
        """The letters between the nearest units before and after that were found."""
        before = next((f[1] for f in reversed(self._found[:number]) if f), 0)
        after = next((f[0] for f in self._found[number + 1 :] if f), len(self._text))
        return before, after

    def _match(self, letters: Letters) -> None:
        spans = [span for span in map(letters.span, range(len(letters.paragraphs))) if span[1] > span[0]]
        ours = [unit.letters for unit in self._units]
        theirs = [self._text[start:end] for start, end in spans]
        last_unit = last_letter = 0
        # In a long file difflib takes no cell such as "Yes" that stands everywhere as a landmark: its way of
        # staying quick, and of pairing the right ones.
        for unit, span, size in SequenceMatcher(None, ours, theirs).get_matching_blocks():
            next_letter = spans[span][0] if span < len(spans) else len(self._text)
            self._match_between(range(last_unit, unit), last_letter, next_letter)
            for step in range(size):
                self._found[unit + step] = spans[span + step]
            last_unit = unit + size
            last_letter = spans[span + size - 1][1] if size else next_letter

    def _match_between(self, numbers: range, first: int, last: int) -> None:
        """Find units that are not a whole paragraph, in their order, among some letters of the file."""
        for number in numbers:
            letters = self._units[number].letters
            at = self._text.find(letters, first, last) if len(letters) >= _TOO_SHORT else -1
            if at >= 0:
                first = at + len(letters)
                self._found[number] = (at, first)


def _units(document: Document) -> Iterator[Unit]:
    for block in document.blocks:
        for text in _texts(block) if block.part is Part.BODY else ():
            letters = letters_of(text)
            if letters:
                yield Unit(block.index, text, letters)


def _texts(block: Block) -> list[str]:
    if block.cells:
        return [line for cell in block.cells for line in cell.split("\n")]
    return [block.text]
