"""What evidence is looked for in: a policy's words, whose text each sentence is, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cached_property

from policy_kit.model import Document, Evidence
from policy_kit.quick import dataclass
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.numbers import joined, numbers_set
from policy_kit.sections.passages import Sentence
from policy_kit.sections.subjects import Beginnings, is_anothers, is_theirs
from policy_kit.standard import EvidenceRule, Point


@dataclass(frozen=True)
class Ground:
    """What evidence is looked for in: the document, its words, and whose text each sentence is.

    Sentences are told as a set of their numbers (see `numbers`). own: section id -> those that stand in
    it; lists: those in sections that only name documents and addresses; facts: what was read off the
    policy, by name; settled: those of a policy of some length, where a sentence outside the section of
    its matter must say all of it; kept: those in an appendix,
    which are rules to sign and forms, not what the policy says.
    """

    document: Document
    index: TermIndex
    own: Mapping[str, int]
    lists: int
    facts: Mapping[str, Evidence]
    settled: int = 0
    kept: int = 0
    hits_of: dict[int, int] = field(default_factory=dict)  # of each rule that was looked for, by id()
    held_by: dict[str, int] = field(default_factory=dict)  # the same of each section's topic
    others_of: dict[tuple[str, ...], int] = field(default_factory=dict)  # what others do, by who should
    begun: dict[tuple[str, ...], int] = field(default_factory=dict)  # what begins with those who should

    def _those(self, told: Callable[[Sentence], bool]) -> int:
        return numbers_set(s.number for s in self.index.passages.sentences if told(s))

    @cached_property
    def given(self) -> int:
        """Those that are given to a section."""
        return joined(self.own.values())

    @cached_property
    def headings(self) -> int:
        return self._those(lambda s: s.is_heading)

    @cached_property
    def notes(self) -> int:
        return self._those(lambda s: s.is_note)

    @cached_property
    def references(self) -> int:
        return self._those(lambda s: s.reference)

    @cached_property
    def introduced(self) -> int:
        return self._those(lambda s: s.lead_in >= 0)

    @cached_property
    def _wishes(self) -> int:
        return self._those(lambda s: s.wish or s.aside)

    @cached_property
    def _wishes_and_denials(self) -> int:
        return self._wishes | self._those(lambda s: s.denial)

    @cached_property
    def _doing(self) -> dict[frozenset[str], int]:
        by_doers: dict[frozenset[str], list[int]] = {}
        for sentence in self.index.passages.sentences:
            if sentence.doers:
                by_doers.setdefault(sentence.doers, []).append(sentence.number)
        return {told: numbers_set(numbers) for told, numbers in by_doers.items()}

    def done_by_others(self, point: Point) -> int:
        """The sentences that tell what others do than those whose doing the point must be."""
        asked = point.by
        if not asked:
            return 0
        if asked not in self.others_of:
            each = (held for told, held in self._doing.items() if is_anothers(told, asked))
            self.others_of[asked] = joined(each)
        return self.others_of[asked]

    def begun_by(self, asked: tuple[str, ...]) -> int:
        """The sentences that begin with those who are asked, or whose lead-in or nearest heading does."""
        if asked not in self.begun:
            doing = (held for told, held in self._doing.items() if is_theirs(told, asked))
            begun = self._beginnings.naming(asked) | joined(doing)
            below = (held for heading, held in self._right_below.items() if begun >> heading & 1)
            self.begun[asked] = begun | self.index.introduced_by(begun) | joined(below)
        return self.begun[asked]

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings([sentence.text for sentence in self.index.passages.sentences])

    @cached_property
    def _right_below(self) -> dict[int, int]:
        """Of each heading the sentences that it is the nearest of."""
        below: dict[int, list[int]] = {}
        for sentence in self.index.passages.sentences:
            for heading in sentence.headings[:1]:
                below.setdefault(heading, []).append(sentence.number)
        return {heading: numbers_set(numbers) for heading, numbers in below.items()}

    @cached_property
    def purposes(self) -> int:
        """Those that tell what the policy is for."""
        return self._those(lambda s: s.purpose)

    @cached_property
    def asked_of_all(self) -> int:
        """Those that tell what is asked of schools in general."""
        return self._those(lambda s: s.of_all)

    def not_so(self, rule: EvidenceRule) -> int:
        """What does not say that something is so: wishes, what is about another matter, and denials
        unless the rule asks for one."""
        return self._wishes if rule.denies else self._wishes_and_denials
