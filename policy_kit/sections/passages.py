"""What evidence is looked for in: a document's sentences with their lead-ins, and the passages they form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import cached_property

from policy_kit.quick import dataclass
from policy_kit.sections.numbers import joined_of, numbers_set
from policy_kit.sections.wording import Token

_LONGEST_RUN = 10


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a list item, a table row or a heading, with what it hangs from.

    lead_in: the number of the sentence that introduces it (-1 if none); headings: the numbers of the
    headings above it, nearest first; reference: it is an address or a title in a list, not a statement;
    wish: it tells what the school would like, not what it does; denial: it says that a thing is not done;
    aside: it is about another matter of school life; of_all: it tells what is asked of schools in general;
    purpose: it, or what introduces it, tells what the policy is for; doers: those it opens with, who do what
    it tells.
    """

    number: int
    block: int
    text: str
    words: Sequence[Token]
    passage: int
    lead_in: int = -1
    headings: tuple[int, ...] = ()
    is_heading: bool = False
    is_row: bool = False
    is_item: bool = False
    is_note: bool = False
    reference: bool = False
    wish: bool = False
    denial: bool = False
    aside: bool = False
    purpose: bool = False
    of_all: bool = False
    doers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Passages:
    """The sentences of a document in order, and which of them form a passage together."""

    sentences: tuple[Sentence, ...]
    of_block: dict[int, tuple[int, ...]]
    members: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def beside(self, numbers: int) -> int:
        """Those beside some sentences: the one before and the one after in their paragraph, item or row;
        of notes all of their run.

        A sentence is beside itself only by way of another.
        """
        near = (numbers & self._with_next) << 1 | numbers >> 1 & self._with_next
        return near | self._in_their_runs(numbers & self._in_runs)

    def whole(self, numbers: int) -> int:
        """All the sentences of the passages that some sentences stand in."""
        found = 0
        while numbers:
            first = (numbers & -numbers).bit_length() - 1
            passage = self._passages[self.sentences[first].passage]
            found |= passage
            numbers &= ~passage
        return found

    @cached_property
    def _passages(self) -> dict[int, int]:
        return {passage: numbers_set(members) for passage, members in self.members.items()}

    @cached_property
    def _with_next(self) -> int:
        """The sentences that the next one stands beside."""
        pairs = zip(self.sentences, self.sentences[1:], strict=False)
        return numbers_set(one.number for one, other in pairs if one.block == other.block)

    @cached_property
    def _in_runs(self) -> int:
        return numbers_set(self._runs)

    @cached_property
    def _in_their_runs(self) -> Callable[[int], int]:
        return joined_of(self._runs)

    @cached_property
    def _runs(self) -> dict[int, int]:
        """Of the notes that follow one another under one heading, short items or short rows: all the others
        of each one's run."""
        runs: list[list[Sentence]] = []
        before: Sentence | None = None
        for sentence in self.sentences:
            if sentence.is_note:
                follows = before is not None and before.headings == sentence.headings
                if follows and len(runs[-1]) < _LONGEST_RUN:
                    runs[-1].append(sentence)
                else:
                    runs.append([sentence])
            before = sentence if sentence.is_note else None
        return {
            note.number: ((1 << len(run)) - 1) << run[0].number & ~(1 << note.number)
            for run in runs
            if len(run) > 1
            for note in run
        }
