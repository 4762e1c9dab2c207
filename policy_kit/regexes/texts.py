"""Many short texts asked for the same patterns, each tried only where a string stands that it needs."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator

from policy_kit.regexes import needs_of, tried_everywhere


class Texts:
    """Texts by their number, counted from 0, such as a document's blocks or sentences."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)
        lowered = [text.lower() for text in self.texts]
        self._lowered = "\n".join(lowered)
        # Each word once: a fifth of the text, and most of what is looked for is not in it at all.
        self._vocabulary = "\n".join(set(self._lowered.split()))
        self._starts = [0, *itertools.accumulate(len(text) + 1 for text in lowered)]

    def found(self, pattern: re.Pattern[str]) -> list[int]:
        """The numbers of the texts that a pattern is found in."""
        search = tried_everywhere(pattern).search
        return [number for number in self._likely(pattern) if search(self.texts[number])]

    def count(self, pattern: re.Pattern[str]) -> int:
        """How often a pattern is found."""
        findall = tried_everywhere(pattern).findall
        return sum(len(findall(self.texts[number])) for number in self._likely(pattern))

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match of a pattern, with the number of its text; none goes from one text to the next."""
        plain = tried_everywhere(pattern)
        for number in self._likely(pattern):
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

    def may_hold(self, string: str) -> bool:
        """Whether a lower-case string may stand in one of them: not if one of its words does not."""
        return all(word in self._vocabulary for word in string.split())

    def _likely(self, pattern: re.Pattern[str]) -> Iterable[int]:
        """The numbers of the texts that hold a string of each group that the pattern needs, in order."""
        groups = needs_of(pattern)
        if not groups:
            return range(len(self.texts))
        if not all(any(map(self.may_hold, group)) for group in groups):
            return ()
        return sorted(set.intersection(*map(self.holding, groups)))
