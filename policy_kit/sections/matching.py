"""Where terms stand in a text: an index of its words, asked for terms, groups and rules."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from policy_kit.sections.passages import Passages, Sentence
from policy_kit.sections.wording import Term, Token, is_negated, parse_term

_WIDEST_GAP = 6
_NOWHERE: set[int] = set()


class TermIndex:
    """The words of a document's sentences, so that a term is found without reading them again.

    named: groups of words that rules refer to by name (`@governors`); values: what a name in braces
    (`{school_name}`) stands for in this policy.
    """

    def __init__(
        self, passages: Passages, named: dict[str, tuple[str, ...]], values: dict[str, tuple[str, ...]]
    ) -> None:
        self.passages = passages
        self._named = named
        self._values = values
        self._by_stem: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._forms: dict[str, set[str]] = defaultdict(set)  # lower-case form -> its stem
        for sentence in passages.sentences:
            for position, token in enumerate(sentence.words):
                self._by_stem[token.stem].append((sentence.number, position))
                self._forms[token.lower].add(token.stem)
        self._in_order = sorted(self._forms)
        self._sentences_of = {stem: {n for n, _ in places} for stem, places in self._by_stem.items()}
        self._terms: dict[str, tuple[frozenset[int], frozenset[int]]] = {}
        self._found: dict[tuple[tuple[str, ...], bool], frozenset[int]] = {}
        self._spread: dict[tuple[tuple[str, ...], bool], frozenset[int]] = {}
        self._hangs: dict[int, list[int]] = defaultdict(list)
        self._introduced: dict[tuple[tuple[str, ...], bool], frozenset[int]] = {}
        self._neared: dict[tuple[tuple[str, ...], bool], frozenset[int]] = {}
        for sentence in passages.sentences:
            if sentence.lead_in >= 0:
                self._hangs[sentence.lead_in].append(sentence.number)
            for heading in sentence.headings[:2]:
                self._hangs[heading].append(sentence.number)

    def sentences_with(self, group: tuple[str, ...], *, denied: bool = False) -> frozenset[int]:
        """The numbers of the sentences in which one of the group's terms occurs.

        A term that the sentence denies ("is not reviewed") counts only if `denied` is asked for.
        """
        key = (group, denied)
        if key not in self._found:
            self._found[key] = frozenset().union(
                *(self._holding(term)[denied] for term in self._expanded(group))
            )
        return self._found[key]

    def _holding(self, term: str) -> tuple[frozenset[int], frozenset[int]]:
        """The sentences that hold a term undenied, and those that hold it at all."""
        if term not in self._terms:
            affirmed: set[int] = set()
            held: set[int] = set()
            for spelling in parse_term(term):
                for number, position in self._occurrences(spelling):
                    held.add(number)
                    words = self.passages.sentences[number].words
                    if spelling.negated or not is_negated(words, position):
                        affirmed.add(number)
            self._terms[term] = (frozenset(affirmed), frozenset(held))
        return self._terms[term]

    def sentences_under(self, group: tuple[str, ...], *, denied: bool = False) -> frozenset[int]:
        """The same, with the sentences whose lead-in or nearest two headings hold a term."""
        key = (group, denied)
        if key not in self._spread:
            own = self.sentences_with(group, denied=denied)
            refused = self.sentences_with(group, denied=True) - own
            hanging: set[int] = set(own)
            for number in own:
                below = self._hangs.get(number, ())
                hanging.update(below)
                if not self.passages.sentences[number].is_heading:
                    for item in below:
                        hanging.update(self._hangs.get(item, ()))
            # What a sentence itself denies, its heading cannot affirm.
            self._spread[key] = frozenset(hanging - refused)
        return self._spread[key]

    def sentences_saying(self, group: tuple[str, ...], *, denied: bool = False) -> frozenset[int]:
        """The sentences that hold a term in their own words or in those of their lead-in."""
        key = (group, denied)
        if key not in self._introduced:
            own = self.sentences_with(group, denied=denied)
            self._introduced[key] = own | frozenset(
                s.number for s in self.passages.sentences if s.lead_in in own
            )
        return self._introduced[key]

    def sentences_near(self, group: tuple[str, ...], *, denied: bool = False) -> frozenset[int]:
        """The sentences under a term (see `sentences_under`), and those that stand beside one."""
        key = (group, denied)
        if key not in self._neared:
            own = self.sentences_with(group, denied=denied)
            refused = self.sentences_with(group, denied=True) - own
            beside = self.passages.beside
            near = {m for n in own for m in beside[n]} - refused
            self._neared[key] = self.sentences_under(group, denied=denied) | near
        return self._neared[key]

    def sentences_beside(self, group: tuple[str, ...], *, denied: bool = False) -> frozenset[int]:
        """The sentences that say a term, by themselves or their lead-in, and those beside one."""
        said = self.sentences_saying(group, denied=denied)
        return said | frozenset(m for n in said for m in self.passages.beside[n])

    def terms_of(self, group: tuple[str, ...]) -> tuple[str, ...]:
        """The terms that a group stands for."""
        return tuple(self._expanded(group))

    def _expanded(self, group: Iterable[str], depth: int = 0) -> Iterable[str]:
        for term in group:
            if term.startswith("@") and depth < 4:
                yield from self._expanded(self._named.get(term, ()), depth + 1)
            elif term.startswith("{"):
                yield from self._values.get(term.strip("{}"), ())
            else:
                yield term

    def _occurrences(self, term: Term) -> Iterator[tuple[int, int]]:
        """Where a term stands: sentence and position of its first word."""
        if not term.words:
            return
        first, *others = term.words
        if not others:
            yield from self._starts(first.how, first.value)
            return
        # Few sentences hold all the words; only in those is their order looked at.
        holding = [self._sentences_of.get(w.value, _NOWHERE) for w in term.words if w.how == "stem"]
        both = set.intersection(*holding) if holding else None
        if both is not None and not both:
            return
        sentences = self.passages.sentences
        for number, position in self._starts(first.how, first.value):
            if both is not None and number not in both:
                continue
            if follows(term, sentences[number].words, position):
                yield number, position

    def _starts(self, how: str, value: str) -> Iterable[tuple[int, int]]:
        if how == "stem":
            return self._by_stem.get(value, ())
        forms = self._beginning(value) if how == "prefix" else [value.lower()]
        stems = sorted({stem for form in forms for stem in self._forms.get(form, ())})
        return [
            (number, position)
            for stem in stems
            for number, position in self._by_stem[stem]
            if _is(self.passages.sentences[number].words[position], how, value)
        ]

    def _beginning(self, prefix: str) -> list[str]:
        """The words of the text that begin so."""
        start = bisect_left(self._in_order, prefix)
        end = bisect_left(self._in_order, prefix + "\U0010ffff")
        return self._in_order[start:end]


def _is(token: Token, how: str, value: str) -> bool:
    return token.lower.startswith(value) if how == "prefix" else token.text == value


def follows(term: Term, words: list[Token], position: int) -> bool:
    """Whether the words of the term after its first stand in order from `position` on."""
    gap = 0
    for word in term.words[1:]:
        if word.how == "gap":
            gap = _WIDEST_GAP
            continue
        window = range(position + 1, min(position + 2 + gap, len(words)))
        found = next((p for p in window if word.matches(words[p])), None)
        if found is None:
            return False
        position, gap = found, 0
    return True


def density(index: TermIndex, topic: tuple[str, ...], numbers: Iterable[int]) -> float:
    """The share of the sentences (by words) that hold a term of the topic."""
    holding = index.sentences_with(topic)
    total = held = 0
    for number in numbers:
        size = len(_sentence(index, number).words)
        total += size
        held += size if number in holding else 0
    return held / total if total else 0.0


def _sentence(index: TermIndex, number: int) -> Sentence:
    return index.passages.sentences[number]
