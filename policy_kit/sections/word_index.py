"""Where the words of a text stand: for each word, and each two that follow one another, its sentences.

Sets of sentences are the bits of a number (see `numbers`).
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import and_
from typing import NamedTuple, TypeVar

from policy_kit.sections.numbers import joined, numbers_in, numbers_set
from policy_kit.sections.passages import Sentence
from policy_kit.sections.wording import (
    Term,
    Token,
    Word,
    is_negated,
    is_negator,
    parse_term,
)

_WIDEST_GAP = 6
_START = 3  # letters of a beginning that are looked up
Holding = tuple[int, int]  # the sentences that hold something undenied, and those that hold it at all
NOWHERE: Holding = (0, 0)
_Pair = tuple[str, str]
_Thing = TypeVar("_Thing", str, _Pair)


class Wanted(NamedTuple):
    """The spellings of some terms by their first word, so that most are passed over where that is wanting.

    of_stem: those that begin with a word in any form; of_text: exactly so; of_start: with any word that
    has such a beginning, here its first letters; others: the rest.
    """

    of_stem: dict[str, list[Term]]
    of_text: dict[str, list[Term]]
    of_start: dict[str, list[Term]]
    others: list[Term]


def wanted(terms: Iterable[str]) -> Wanted:
    """Some terms, ready to be looked for in any text."""
    found = Wanted({}, {}, {}, [])
    for spelling in itertools.chain.from_iterable(map(parse_term, terms)):
        how, value = spelling.words[0] if spelling.words else ("gap", "")
        if how == "stem":
            found.of_stem.setdefault(value, []).append(spelling)
        elif how == "exact":
            found.of_text.setdefault(value, []).append(spelling)
        elif how == "prefix" and len(value) >= _START:
            found.of_start.setdefault(value[:_START], []).append(spelling)
        else:
            found.others.append(spelling)
    return found


class WordIndex:
    """The words of some sentences, so that a term is found without reading them again."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._stems = [tuple([token.stem for token in sentence.words]) for sentence in sentences]
        known: dict[str, Token] = {}
        held: dict[str, int] = {}
        self._pairs: dict[_Pair, int] = {}  # stems that follow one another
        for sentence, stems in zip(sentences, self._stems, strict=True):
            bit = 1 << sentence.number
            here = {token.text: token for token in sentence.words}
            known.update(here)
            for text in here:
                held[text] = held.get(text, 0) | bit
            for pair in set(itertools.pairwise(stems)):
                self._pairs[pair] = self._pairs.get(pair, 0) | bit
        self._denying = joined([held[text] for text, token in known.items() if is_negator(token.lower)])
        denied, self._denied_pairs = self._denied()
        self._of_text = {text: (found & ~denied.get(text, 0), found) for text, found in held.items()}
        self._of_stem: dict[str, Holding] = {}
        self._of_form: dict[str, Holding] = {}  # the same of the words in lower case
        for text, token in known.items():
            _add(self._of_stem, token.stem, self._of_text[text])
            _add(self._of_form, token.lower, self._of_text[text])
        self._in_order = sorted(self._of_form)
        self._starts = {form[:_START] for form in self._of_form}
        self._beginning: dict[str, Holding] = {}

    def sentences_of(self, term: str) -> Holding:
        """The sentences that hold a term, in any of its spellings."""
        spellings = parse_term(term)
        if len(spellings) == 1:
            return self._with_spelling(spellings[0])
        return in_any([self._with_spelling(spelling) for spelling in spellings])

    def sentences_of_any(self, terms: Wanted) -> Holding:
        """The sentences that hold one of several terms."""
        likely = [terms.others]
        likely += [terms.of_stem[stem] for stem in terms.of_stem.keys() & self._of_stem.keys()]
        likely += [terms.of_text[text] for text in terms.of_text.keys() & self._of_text.keys()]
        likely += [terms.of_start[start] for start in terms.of_start.keys() & self._starts]
        return in_any([self._with_spelling(spelling) for spellings in likely for spelling in spellings])

    def _with_spelling(self, spelling: Term) -> Holding:
        if spelling.stems:
            affirmed, held = self._with_stems(spelling.stems)
        elif len(spelling.words) == 1:
            affirmed, held = self._with_word(spelling.words[0])
        else:
            affirmed, held = self._with_row(spelling)
        return (held, held) if spelling.negated else (affirmed, held)

    def _with_stems(self, stems: tuple[str, ...]) -> Holding:
        """The sentences of words that may stand in any form, one right after the other."""
        if len(stems) == 1:
            return self._of_stem.get(stems[0], NOWHERE)
        likely = [self._pairs.get(pair, 0) for pair in itertools.pairwise(stems)]
        if len(stems) == 2:
            return likely[0] & ~self._denied_pairs.get(stems, 0), likely[0]
        both = reduce(and_, likely)
        held = numbers_set([n for n in numbers_in(both) if _stands_in(stems, self._stems[n])])
        denied = [n for n in numbers_in(held & self._denying) if self._is_denied(stems, n)]
        return held & ~numbers_set(denied), held

    def _is_denied(self, stems: tuple[str, ...], number: int) -> bool:
        """Whether they are denied wherever they stand in a sentence."""
        words = self._sentences[number].words
        return all(is_negated(words, position) for position in _places(stems, self._stems[number]))

    def _with_row(self, spelling: Term) -> Holding:
        """The sentences of words in order, of which few hold them all."""
        likely = [self._with_word(word)[1] for word in spelling.words if word.how != "gap"]
        both = reduce(and_, likely, -1 if likely else 0)
        held = numbers_set([number for number in numbers_in(both) if self._stands(spelling, number)])
        denied = [n for n in numbers_in(held & self._denying) if not self._stands(spelling, n, denied=False)]
        return held & ~numbers_set(denied), held

    def _stands(self, spelling: Term, number: int, *, denied: bool = True) -> bool:
        """Whether a term stands in a sentence with its words in order, once at least undenied if so asked."""
        words = self._sentences[number].words
        first = spelling.words[0]
        return any(
            first.matches(word) and follows(spelling, words, position)
            for position, word in enumerate(words)
            if denied or not is_negated(words, position)
        )

    def _with_word(self, word: Word) -> Holding:
        if word.how == "stem":
            return self._of_stem.get(word.value, NOWHERE)
        if word.how == "exact":
            return self._of_text.get(word.value, NOWHERE)
        found = self._beginning.get(word.value)
        if found is None:
            start = bisect_left(self._in_order, word.value)
            end = bisect_left(self._in_order, word.value + "\U0010ffff")
            found = in_any([self._of_form[form] for form in self._in_order[start:end]])
            self._beginning[word.value] = found
        return found

    def _denied(self) -> tuple[dict[str, int], dict[_Pair, int]]:
        """The sentences in which a word, or the first of two, is denied wherever it stands."""
        texts: dict[str, int] = {}
        pairs: dict[_Pair, int] = {}
        for number in numbers_in(self._denying):
            words, stems = self._sentences[number].words, self._stems[number]
            open_ = [not is_negated(words, position) for position in range(len(words))]
            _deny(texts, [word.text for word in words], open_, number)
            _deny(pairs, list(itertools.pairwise(stems)), open_, number)
        return texts, pairs


def _stands_in(row: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    return any(True for _ in _places(row, stems))


def _places(row: tuple[str, ...], stems: tuple[str, ...]) -> Iterator[int]:
    """The positions at which some stems stand in a row."""
    for position, one in enumerate(stems):
        if one == row[0] and stems[position : position + len(row)] == row:
            yield position


def _deny(denied: dict[_Thing, int], things: Sequence[_Thing], open_: Sequence[bool], number: int) -> None:
    standing = {thing for thing, is_open in zip(things, open_, strict=False) if is_open}
    for thing in set(things) - standing:
        denied[thing] = denied.get(thing, 0) | 1 << number


def _add(holding: dict[str, Holding], name: str, more: Holding) -> None:
    affirmed, held = holding.get(name, NOWHERE)
    holding[name] = affirmed | more[0], held | more[1]


def in_any(each: Iterable[Holding]) -> Holding:
    """The sentences that hold one of several things."""
    affirmed = held = 0
    for one, other in each:
        affirmed |= one
        held |= other
    return affirmed, held


def follows(term: Term, words: Sequence[Token], position: int) -> bool:
    """Whether the words of the term after its first stand in order from `position` on."""
    gap = 0
    for word in term.words[1:]:
        if word.how == "gap":
            gap = _WIDEST_GAP
            continue
        for found in range(position + 1, min(position + 2 + gap, len(words))):
            if word.matches(words[found]):
                position, gap = found, 0
                break
        else:
            return False
    return True
