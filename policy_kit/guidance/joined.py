"""A document's blocks as one text, so that a title or a year cut over two blocks is still found.

It also knows which blocks hold which words, so that a pattern is tried only where it can match.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cached_property

from policy_kit.guidance.patterns import Pattern, compiled
from policy_kit.guidance.remembering import remembered
from policy_kit.model import Block, BlockKind
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

_WORD = regex(r"[^\W_]+")


@dataclass(frozen=True, eq=False)
class JoinedText:
    """The texts of blocks, one to a line, and which block each letter stands in."""

    blocks: tuple[Block, ...]
    _places: dict[tuple[str, ...], set[int]] = field(default_factory=dict, repr=False)

    @cached_property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def _starts(self) -> list[int]:
        return _offsets(len(block.text) for block in self.blocks)

    @cached_property
    def _lowered(self) -> list[str]:
        return [block.text.lower() for block in self.blocks]

    @cached_property
    def _lowered_text(self) -> str:
        return "\n".join(self._lowered)

    @cached_property
    def _lowered_starts(self) -> list[int]:
        return _offsets(map(len, self._lowered))  # a letter's lower case may be longer than itself

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Each word in lower case, with the numbers of the blocks it stands in."""
        index: dict[str, list[int]] = {}
        for number, text in enumerate(self._lowered):
            for word in set(_WORD.findall(text)):
                index.setdefault(word, []).append(number)
        return index

    @cached_property
    def _vocabulary(self) -> str:
        """Each word once: a much shorter text to look for a string of letters in."""
        return "\n" + "\n".join(self.words) + "\n"

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self.words)

    @cached_property
    def _backwards(self) -> list[str]:
        """The words from their last letter to their first, in order."""
        return sorted(word[::-1] for word in self.words)

    def number(self, offset: int) -> int:
        """Which of the blocks, counted from 0, a letter stands in."""
        return bisect.bisect_right(self._starts, offset) - 1

    def block(self, offset: int) -> Block:
        """The block a letter stands in."""
        return self.blocks[self.number(offset)]

    def bounds(self, offset: int) -> tuple[int, int]:
        """Where the block of a letter begins and ends in the text."""
        number = self.number(offset)
        return self._starts[number], self._starts[number] + len(self.blocks[number].text)

    def within(self, offset: int) -> int:
        """How far into its own block a letter stands."""
        return offset - self._starts[self.number(offset)]

    def find(self, pattern: Pattern) -> Iterator[re.Match[str]]:
        """Every match of a pattern, tried only in and next to blocks that hold the strings it needs."""
        if not pattern.needs:
            yield from compiled(pattern.source).finditer(self.text)
            return
        for first, last in _stretches(self._likely(pattern.needs), len(self.blocks)):
            end = self._starts[last] + len(self.blocks[last].text)
            yield from compiled(pattern.source).finditer(self.text, self._starts[first], end)

    def _likely(self, needs: tuple[tuple[str, ...], ...]) -> list[int]:
        """The blocks that hold a string of the first group, with one of each other group in or near them."""
        for group in needs:
            for string in group:
                if self._occurs(string):
                    break
            else:
                return []
        likely = self._holding(needs[0])
        for group in needs[1:]:
            others = self._holding(group)
            likely = {n for n in likely if not others.isdisjoint((n - 2, n - 1, n, n + 1, n + 2))}
            if not likely:
                return []
        return sorted(likely)

    def _occurs(self, string: str) -> bool:
        words = self._vocabulary
        if string.isalnum():
            return string in words
        # The text is fifty times as long as its words, and most phrases lack one of theirs.
        return all(part in words for part in _WORD.findall(string)) and string in self._lowered_text

    def _holding(self, group: tuple[str, ...]) -> set[int]:
        """The numbers of the blocks that hold one of some strings."""
        if group not in self._places:
            found: set[int] = set()
            for string in group:
                found.update(self._with_word(string) if string.isalnum() else self._blocks_with(string))
            self._places[group] = found
        return self._places[group]

    def _with_word(self, string: str) -> Iterator[int]:
        """The blocks with a word that holds a string of letters or figures."""
        for word in self._words_with(string):
            yield from self.words[word]

    def words_beginning(self, letters: str) -> Iterator[str]:
        """The words of the text that begin with some letters."""
        return _beginning(letters, self._in_order)

    def words_ending(self, letters: str) -> Iterator[str]:
        """The words of the text that end with some letters."""
        return (word[::-1] for word in _beginning(letters[::-1], self._backwards))

    def _words_with(self, string: str) -> Iterator[str]:
        words = self._vocabulary
        at = words.find(string)
        while at >= 0:
            start = words.rindex("\n", 0, at + 1) + 1
            end = words.index("\n", start)
            yield words[start:end]
            at = words.find(string, end)

    def _blocks_with(self, string: str) -> Iterator[int]:
        at = self._lowered_text.find(string)
        while at >= 0:
            number = bisect.bisect_right(self._lowered_starts, at) - 1
            yield number
            if number + 1 == len(self.blocks):
                return
            at = self._lowered_text.find(string, self._lowered_starts[number + 1])


@remembered
def joined_text(blocks: tuple[Block, ...]) -> JoinedText:
    """The blocks joined; the same blocks are joined once, whoever asks."""
    return JoinedText(blocks)


def _offsets(lengths: Iterable[int]) -> list[int]:
    """Where each of some texts starts when they are joined by one letter."""
    return [0, *itertools.accumulate(length + 1 for length in lengths)][:-1]


def _beginning(letters: str, in_order: list[str]) -> Iterator[str]:
    """Those of some words in order that begin with some letters."""
    for at in range(bisect.bisect_left(in_order, letters), len(in_order)):
        if not in_order[at].startswith(letters):
            return
        yield in_order[at]


def _stretches(numbers: list[int], count: int) -> Iterator[tuple[int, int]]:
    """Runs of blocks, first and last, that hold the numbers and a neighbour on either side."""
    first = last = -2
    for number in numbers:
        if number - 1 <= last:
            last = min(number + 1, count - 1)
            continue
        if first >= 0:
            yield first, last
        first, last = max(number - 1, 0), min(number + 1, count - 1)
    if first >= 0:
        yield first, last


def as_blocks(given: Iterable[Block] | str) -> tuple[Block, ...]:
    """Blocks as a tuple (the same one if they are); a plain text becomes one paragraph."""
    if isinstance(given, str):
        return (Block(0, BlockKind.PARAGRAPH, given),)
    return tuple(given)
