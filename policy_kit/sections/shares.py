"""How much of a stretch of text each section has, by the points that are made there and its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from policy_kit.sections.matching import TermIndex
from policy_kit.sections.numbers import numbers_in
from policy_kit.sections.saying import Sayings
from policy_kit.standard import StandardSection

_ENOUGH = 0.4  # of the words of a paragraph
_LEAD = 1.25  # over the section that has the second most
_FEWEST = 6  # words: a shorter line is about nothing by itself
# What a sentence counts for a section: one that makes a point and speaks of its matter tells most.
_MUST, _MUST_ALONE, _SHOULD, _SHOULD_ALONE, _SPOKEN = 1.0, 0.5, 0.6, 0.25, 0.3


class Shares:
    """The shares of a policy's sections in stretches of its text."""

    def __init__(self, sections: Iterable[StandardSection], index: TermIndex, sayings: Sayings) -> None:
        self._sections = tuple(sections)
        self._index = index
        self._sayings = sayings

    def of(self, section_id: str, numbers: int) -> float:
        """How much of the sentences is the section's, by their words: 0 to 1."""
        return self._all(numbers).get(section_id, 0.0)

    def clear(self, numbers: int) -> tuple[str, ...]:
        """The section that most of the sentences are about; () if none has much more than the others."""
        words = sum([self._words[number] for number in numbers_in(numbers)])
        shares = sorted(((share, s) for s, share in self._all(numbers).items()), reverse=True)
        if words < _FEWEST or not shares:
            return ()
        first, section = shares[0]
        second = shares[1][0] if len(shares) > 1 else 0.0
        return (section,) if first >= _ENOUGH and first >= _LEAD * second else ()

    def _all(self, numbers: int) -> dict[str, float]:
        """The shares of the sections that have any."""
        held: dict[str, float] = defaultdict(float)
        words = 0
        for number in numbers_in(numbers):
            words += self._words[number]
            for section, counts in self._counts.get(number, ()):
                held[section] += counts
        return {section: counts / words for section, counts in held.items()}

    @cached_property
    def _words(self) -> list[int]:
        return [len(sentence.words) for sentence in self._index.passages.sentences]

    @cached_property
    def _counts(self) -> dict[int, list[tuple[str, float]]]:
        """What each sentence counts for each section, times its words."""
        found: dict[int, list[tuple[str, float]]] = defaultdict(list)
        for section in self._sections:
            must = self._sayings.of(section.id, must=True)
            should = self._sayings.of(section.id) & ~must
            spoken = self._index.sentences_with(section.topic) if section.topic else 0
            for weight, sentences in (
                (_MUST, must & spoken),
                (_MUST_ALONE, must & ~spoken),
                (_SHOULD, should & spoken),
                (_SHOULD_ALONE, should & ~spoken),
                (_SPOKEN, spoken & ~must & ~should),
            ):
                for number in numbers_in(sentences):
                    found[number].append((section.id, weight * self._words[number]))
        return found
