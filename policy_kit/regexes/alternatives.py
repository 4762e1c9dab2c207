"""Patterns of which the first is taken that matches, as in `a|b|c`, each compiled only where it may match.

A pattern of a hundred wordings takes seven milliseconds to compile and is slow to try, and of its wordings a
text holds few.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from policy_kit.by_text import KeptOfEach
from policy_kit.regexes import holds_each, needs_of, regex
from policy_kit.regexes.texts import Texts, Vocabulary


class Alternatives:
    """Patterns by their number, counted from 0; none of them may match nothing."""

    def __init__(self, patterns: Iterable[str], flags: int = 0) -> None:
        self.patterns = tuple(regex(pattern, flags) for pattern in patterns)
        self._kept: KeptOfEach[tuple[re.Match[str], ...]] = KeptOfEach()

    @cached_property
    def _needs(self) -> tuple[list[list[str]], ...]:
        return tuple(map(needs_of, self.patterns))

    def may_find(self, text: str, numbers: Iterable[int]) -> bool:
        """Whether one of the patterns of these numbers may be found in a text at all."""
        lowered = text.lower()
        return any(holds_each(lowered, self._needs[number]) for number in numbers)

    def in_each(self, texts: Sequence[str], vocabulary: Vocabulary | None) -> list[tuple[re.Match[str], ...]]:
        """The matches in each of many texts, in order; vocabulary: of a text that holds all of these."""

        def ask(new: Sequence[str]) -> Iterator[tuple[re.Match[str], ...]]:
            held = Texts(new, vocabulary)
            likely = {at for pattern in self.patterns for at in held.likely(pattern)}
            for at, text in enumerate(new):
                yield tuple(match for _, match in self.finditer(text)) if at in likely else ()

        return self._kept.of(texts, ask)

    def finditer(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches in order with their patterns' numbers; of two at one place the earlier pattern's."""
        lowered = text.lower()
        waiting: list[tuple[int, int, re.Match[str]]] = []
        for number, (pattern, needs) in enumerate(zip(self.patterns, self._needs, strict=True)):
            if holds_each(lowered, needs) and (found := pattern.search(text)):
                waiting.append((found.start(), number, found))
        heapq.heapify(waiting)
        at = 0
        while waiting:
            start, number, match = heapq.heappop(waiting)
            if start >= at:
                yield number, match
                at = match.end()
            if again := self.patterns[number].search(text, at):
                heapq.heappush(waiting, (again.start(), number, again))
