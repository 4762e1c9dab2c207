"""Many short texts asked for the same patterns, each tried only where a string stands that it needs."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator

from policy_kit.regexes import needs_of, tried_everywhere

_BEGUN = 4  # letters


class Vocabulary:
    """The words of some texts, each once: a fifth of them, and most of what is looked for is not there."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = set("\n".join(texts).lower().split())
        self._words = "\n".join(words)
        self._begun = {word[at : at + _BEGUN] for word in words for at in range(len(word) - _BEGUN + 1)}

    def may_hold(self, string: str) -> bool:
        """Whether a lower-case string may stand in one of them: not if one of its words does not."""
        for word in string.split():
            if len(word) >= _BEGUN and word[:_BEGUN] not in self._begun:
                return False
            if word not in self._words:
                return False
        return True


class Texts:
    """Texts by their number, counted from 0, such as a document's blocks or sentences.

    vocabulary: of a text that holds all of these, where there is one already.
    """

    def __init__(self, texts: Iterable[str], vocabulary: Vocabulary | None = None) -> None:
        self.texts = tuple(texts)
        lowered = [text.lower() for text in self.texts]
        self._lowered = "\n".join(lowered)
        self.may_hold = (vocabulary or Vocabulary(self.texts)).may_hold
        self._starts = [0, *itertools.accumulate(len(text) + 1 for text in lowered)]

    def found(self, pattern: re.Pattern[str]) -> list[int]:
        """The numbers of the texts that a pattern is found in."""
        search = tried_everywhere(pattern).search
        return [number for number in self.likely(pattern) if search(self.texts[number])]

    def count(self, pattern: re.Pattern[str]) -> int:
        """How often a pattern is found."""
        findall = tried_everywhere(pattern).findall
        return sum(len(findall(self.texts[number])) for number in self.likely(pattern))

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match of a pattern, with the number of its text; none goes from one text to the next."""
        plain = tried_everywhere(pattern)
        for number in self.likely(pattern):
            for match in plain.finditer(self.texts[number]):
                yield number, match

    def holding(self, strings: Iterable[str]) -> set[int]:
        """The numbers of the texts that hold one of some lower-case strings."""
        found: set[int] = set()
        for string in strings:
            if not self.may_hold(string):
                continue
            at = self._lowered.find(string)
            while at >= 0:
                number = bisect.bisect_right(self._starts, at) - 1
                found.add(number)
                at = self._lowered.find(string, self._starts[number + 1])
        return found

    def likely(self, pattern: re.Pattern[str]) -> Iterable[int]:
        """The numbers of the texts that hold a string of each group that the pattern needs, in order."""
        groups = needs_of(pattern)
        if not groups:
            return range(len(self.texts))
        if not all(any(map(self.may_hold, group)) for group in groups):
            return ()
        return sorted(set.intersection(*map(self.holding, groups)))
