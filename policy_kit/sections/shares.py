"""How much of a stretch of text each section has, by the points that are made there and its words."""

from __future__ import annotations

from collections.abc import Iterable

from policy_kit.sections.matching import TermIndex, words_in
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
        self._sections = {s.id: s for s in sections}
        self._index = index
        self._sayings = sayings

    def of(self, section_id: str, numbers: int) -> float:
        """How much of the sentences is the section's, by their words: 0 to 1."""
        section = self._sections[section_id]
        must = self._sayings.of(section.id, must=True) & numbers
        should = self._sayings.of(section.id) & numbers & ~must
        spoken = self._index.sentences_with(section.topic) & numbers if section.topic else 0
        words = words_in(self._index, numbers) if must | should | spoken else 0
        if not words:
            return 0.0
        told = sum(
            weight * words_in(self._index, sentences)
            for weight, sentences in (
                (_MUST, must & spoken),
                (_MUST_ALONE, must & ~spoken),
                (_SHOULD, should & spoken),
                (_SHOULD_ALONE, should & ~spoken),
                (_SPOKEN, spoken & ~must & ~should),
            )
            if sentences
        )
        return told / words

    def clear(self, numbers: int) -> tuple[str, ...]:
        """The section that most of the sentences are about; () if none has much more than the others."""
        if words_in(self._index, numbers) < _FEWEST:
            return ()
        shares = sorted(((self.of(s, numbers), s) for s in self._sections), reverse=True)
        (first, section), (second, _) = shares[0], shares[1]
        return (section,) if first >= _ENOUGH and first >= _LEAD * second else ()
