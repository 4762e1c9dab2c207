"""Where terms stand in a text: an index of its words, asked for terms, groups and rules.

Sets of sentences are the bits of a number (see `numbers`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from policy_kit.sections.lexicon import NO_LEXICON, Lexicon, is_name, lexicon_of_one
from policy_kit.sections.numbers import joined, joined_of, numbers_in, numbers_set
from policy_kit.sections.passages import Passages
from policy_kit.sections.word_index import NOWHERE, Holding, WordIndex, in_any

_Asked = dict[tuple[tuple[str, ...], bool], int]


class TermIndex:
    """The words of a document's sentences, so that a term is found without reading them again.

    named: groups of words that rules refer to by name (`@governors`); values: what a name in braces
    (`{school_name}`) stands for in this policy; lexicon: of all that is sure to be asked for.
    """

    def __init__(
        self,
        passages: Passages,
        named: dict[str, tuple[str, ...]],
        values: dict[str, tuple[str, ...]],
        lexicon: Lexicon | None = None,
    ) -> None:
        self.passages = passages
        self._named = named
        self._values = values
        self._spoken = WordIndex(passages.sentences)
        self._known = lexicon or NO_LEXICON
        self._held = self._spoken.holdings(self._known)
        introduces, beneath = _hanging(passages)
        self._introducing, self._above = numbers_set(introduces), numbers_set(beneath)
        self._led_in, self._below = joined_of(introduces), joined_of(beneath)
        self._found: dict[tuple[str, ...], Holding] = {}
        self._spread: _Asked = {}
        self._introduced: _Asked = {}
        self._neared: _Asked = {}
        self._whole: _Asked = {}

    def sentences_with(self, group: tuple[str, ...], *, denied: bool = False) -> int:
        """The sentences in which one of the group's terms occurs.

        A term that the sentence denies ("is not reviewed") counts only if `denied` is asked for.
        """
        found = self._found.get(group)
        if found is None:  # the most of an audit's questions are asked here
            found = self._found[group] = self._holding(group)
        return found[denied]

    def _holding(self, group: tuple[str, ...]) -> Holding:
        """The sentences that hold a term (or one a name stands for) undenied, and that hold one at all."""
        number = self._known.numbers.get(group)
        if number is None:
            found, names = [self._spoken.holdings(lexicon_of_one(group))[0]], list(filter(is_name, group))
        else:
            found, names = [self._held[number]], self._known.names.get(group, [])
        for name in names:
            meant = self._named.get(name) if name.startswith("@") else filled_in(name, self._values)
            found.append(
                (self.sentences_with(meant), self.sentences_with(meant, denied=True)) if meant else NOWHERE
            )
        return in_any(found)

    def sentences_under(self, group: tuple[str, ...], *, denied: bool = False) -> int:
        """The same, with the sentences whose lead-in or nearest two headings hold a term."""
        key = (group, denied)
        if key not in self._spread:
            own = self.sentences_with(group, denied=denied)
            refused = self.sentences_with(group, denied=True) & ~own
            beneath = self._below(own & self._above)
            # What a sentence itself denies, its heading cannot affirm.
            self._spread[key] = (own | beneath) & ~refused
        return self._spread[key]

    def sentences_saying(self, group: tuple[str, ...], *, denied: bool = False) -> int:
        """The sentences that hold a term in their own words or in those of their lead-in."""
        key = (group, denied)
        if key not in self._introduced:
            own = self.sentences_with(group, denied=denied)
            self._introduced[key] = own | self.introduced_by(own)
        return self._introduced[key]

    def introduced_by(self, numbers: int) -> int:
        """The sentences whose lead-in is one of these."""
        return self._led_in(numbers & self._introducing)

    def sentences_near(self, group: tuple[str, ...], *, denied: bool = False) -> int:
        """The sentences under a term (see `sentences_under`), and those that stand beside one."""
        key = (group, denied)
        if key not in self._neared:
            own = self.sentences_with(group, denied=denied)
            refused = self.sentences_with(group, denied=True) & ~own
            near = self.passages.beside(own) & ~refused
            self._neared[key] = self.sentences_under(group, denied=denied) | near
        return self._neared[key]

    def sentences_beside(self, group: tuple[str, ...], *, denied: bool = False) -> int:
        """The sentences that say a term, by themselves or their lead-in, and those beside one."""
        said = self.sentences_saying(group, denied=denied)
        return said | self.passages.beside(said)

    def passages_under(self, group: tuple[str, ...], *, denied: bool = False) -> int:
        """All the sentences of the passages in which one stands that is under a term."""
        key = (group, denied)
        if key not in self._whole:
            self._whole[key] = self.passages.whole(self.sentences_under(group, denied=denied))
        return self._whole[key]

    def terms_of(self, group: tuple[str, ...]) -> tuple[str, ...]:
        """The terms that a group stands for."""
        return tuple(self._expanded(group))

    def _expanded(self, group: Iterable[str], depth: int = 0) -> Iterable[str]:
        for term in group:
            if term.startswith("@") and depth < 4:
                yield from self._expanded(self._named.get(term, ()), depth + 1)
            elif "{" in term:
                yield from filled_in(term, self._values)
            else:
                yield term


_TITLES = ("", "mr ", "mrs ", "ms ", "miss ", "dr ")  # that stand before a name among other words


def filled_in(term: str, values: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The terms that one with a name in braces stands for: "about {headteacher}" is "about Askew", and
    "about Mrs Askew"."""
    before, _, rest = term.partition("{")
    name, _, after = rest.partition("}")
    titles = _TITLES if before else ("",)
    return tuple(f"{before}{title}{value}{after}" for value in values.get(name, ()) for title in titles)


def _hanging(passages: Passages) -> tuple[dict[int, int], dict[int, int]]:
    """Of the sentences that introduce others: those they introduce; and all that a term in them speaks for.

    Those are the sentences whose lead-in or nearest two headings it is, and what hangs from these in turn
    if it is no heading.
    """
    introduced: dict[int, list[int]] = defaultdict(list)
    hangs: dict[int, list[int]] = defaultdict(list)
    for sentence in passages.sentences:
        if sentence.lead_in >= 0:
            introduced[sentence.lead_in].append(sentence.number)
            hangs[sentence.lead_in].append(sentence.number)
        for heading in sentence.headings[:2]:
            hangs[heading].append(sentence.number)
    own = {number: numbers_set(below) for number, below in hangs.items()}
    beneath = {
        number: below
        if passages.sentences[number].is_heading
        else below | joined(own.get(n, 0) for n in hangs[number])
        for number, below in own.items()
    }
    return {number: numbers_set(below) for number, below in introduced.items()}, beneath


def densities(index: TermIndex, topics: Iterable[tuple[str, ...]], numbers: int) -> list[float]:
    """For each topic the share of the sentences (by words) that hold a term of it."""
    total = words_in(index, numbers)
    return [
        words_in(index, numbers & index.sentences_with(topic)) / total if total else 0.0 for topic in topics
    ]


def words_in(index: TermIndex, numbers: int) -> int:
    """How many words the sentences have."""
    if not numbers:
        return 0
    sentences = index.passages.sentences
    return sum([len(sentences[number].words) for number in numbers_in(numbers)])
