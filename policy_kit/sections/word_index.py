"""Where the words of a text stand: for each word, and each two that follow one another, its sentences.

Sets of sentences are the bits of a number (see `numbers`).
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from policy_kit.sections.lexicon import START, Lexicon, Numbers, Spellings, lines_of
from policy_kit.sections.numbers import joined, numbers_in, numbers_set
from policy_kit.sections.passages import Sentence
from policy_kit.sections.wording import is_negated, is_negator, word_of

_WIDEST_GAP = 6
Pair = tuple[str, str]
Holding = tuple[int, int]  # the sentences that hold something undenied, and those that hold it at all
NOWHERE: Holding = (0, 0)
_Thing = TypeVar("_Thing", str, Pair)
_GAP = "."  # as written
_NO_TEXTS: frozenset[str] = frozenset()


class WordIndex:
    """The words of some sentences, so that a term is found without reading them again."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._stems = [tuple([token.stem for token in sentence.words]) for sentence in sentences]
        self._texts = [[token.text for token in sentence.words] for sentence in sentences]
        known = {token.text: token for sentence in sentences for token in sentence.words}
        held = dict.fromkeys(known, 0)
        self._pairs: dict[Pair, int] = {}  # stems that follow one another
        for sentence, texts, stems in zip(sentences, self._texts, self._stems, strict=True):
            bit = 1 << sentence.number
            for text in texts:
                held[text] |= bit
            for pair in itertools.pairwise(stems):
                self._pairs[pair] = self._pairs.get(pair, 0) | bit
        self._denying = joined([held[text] for text, token in known.items() if is_negator(token.lower)])
        denied, self._denied_pairs = self._denied()
        self._of_text = {text: _holding(found, denied.get(text, 0)) for text, found in held.items()}
        self._of_stem: dict[str, Holding] = {}
        self._of_form: dict[str, Holding] = {}  # the same of the words in lower case
        self._texts_of_stem: dict[str, list[str]] = {}
        self._texts_of_form: dict[str, list[str]] = {}
        for text, token in known.items():
            _add(self._of_stem, token.stem, self._of_text[text])
            _add(self._of_form, token.lower, self._of_text[text])
            self._texts_of_stem.setdefault(token.stem, []).append(text)
            self._texts_of_form.setdefault(token.lower, []).append(text)
        self._in_order = sorted(self._of_form)
        self._starts = {form[:START] for form in self._of_form}
        self._meant: dict[str, tuple[frozenset[str], int]] = {}

    def holdings(self, lexicon: Lexicon) -> list[Holding]:
        """The sentences that hold a term of each of a lexicon's groups, by the group's number."""
        affirmed = [0] * len(lexicon.numbers)
        held = affirmed.copy()
        for (one, other), groups in self._standing(lexicon.affirming):
            if not other:  # as most of the rows
                continue
            for group in map(int, groups.split()):
                affirmed[group] |= one
                held[group] |= other
        for (_, other), groups in self._standing(lexicon.denying):
            for group in map(int, groups.split()):
                affirmed[group] |= other
                held[group] |= other
        return list(zip(affirmed, held, strict=True))

    def _standing(self, spellings: Spellings) -> Iterator[tuple[Holding, Numbers]]:
        """The spellings that stand here: their sentences, and the numbers of their groups."""
        of_stem, of_text = self._of_stem, self._of_text
        for stem in spellings.stems.keys() & of_stem.keys():
            yield of_stem[stem], spellings.stems[stem]
        for text in spellings.texts.keys() & of_text.keys():
            yield of_text[text], spellings.texts[text]
        for start in spellings.starts.keys() & self._starts:
            for beginning, groups in lines_of(spellings.starts[start]):
                yield self._beginning(beginning), groups
        yield from self._standing_in_rows(spellings)

    def _standing_in_rows(self, spellings: Spellings) -> Iterator[tuple[Holding, Numbers]]:
        """The same of those of more than one word."""
        of_stem, pairs = self._of_stem, self._pairs
        for first in spellings.pairs.keys() & of_stem.keys():
            for second, groups in lines_of(spellings.pairs[first]):
                pair = first, second
                if held := pairs.get(pair):
                    yield _holding(held, self._denied_pairs.get(pair, 0)), groups
        for first in spellings.longer.keys() & of_stem.keys():
            for rest, groups in lines_of(spellings.longer[first]):
                yield self._with_stems((first, *rest.split(" "))), groups
        for first, lines in spellings.rows.items():
            if self._meaning(first)[1]:
                for rest, groups in lines_of(lines):
                    yield self._with_row([first, *rest.split()]), groups

    def _beginning(self, start: str) -> Holding:
        """The sentences that hold a word that begins so."""
        return in_any([self._of_form[form] for form in self._forms(start)])

    def _forms(self, start: str) -> list[str]:
        """The words in lower case that begin so."""
        forms = self._in_order
        first = last = bisect_left(forms, start)
        while last < len(forms) and forms[last].startswith(start):
            last += 1
        return forms[first:last]

    def _with_stems(self, stems: tuple[str, ...]) -> Holding:
        """The sentences of more than two words that may stand in any form, one right after the other."""
        both = -1
        for pair in itertools.pairwise(stems):
            both &= self._pairs.get(pair, 0)
            if not both:  # most, at the first two
                return NOWHERE
        held = numbers_set([n for n in numbers_in(both) if _stands_in(stems, self._stems[n])])
        denied = [n for n in numbers_in(held & self._denying) if self._is_denied(stems, n)]
        return held & ~numbers_set(denied), held

    def _is_denied(self, stems: tuple[str, ...], number: int) -> bool:
        """Whether they are denied wherever they stand in a sentence."""
        words = self._sentences[number].words
        return all(is_negated(words, position) for position in _places(stems, self._stems[number]))

    def _with_row(self, row: list[str]) -> Holding:
        """The sentences of words in order, each as `written`, of which few hold them all."""
        both = -1
        for word in row:
            if word != _GAP:
                both &= self._meaning(word)[1]
                if not both:
                    return NOWHERE
        held = denied = 0
        first, *others = [_NO_TEXTS if word == _GAP else self._meaning(word)[0] for word in row]
        for number in numbers_in(both):
            texts = self._texts[number]
            at = [at for at, text in enumerate(texts) if text in first and _go_on(others, texts, at)]
            if at:
                held |= 1 << number
                if self._denying >> number & 1:
                    words = self._sentences[number].words
                    denied |= all(is_negated(words, position) for position in at) << number
        return held & ~denied, held

    def _meaning(self, written: str) -> tuple[frozenset[str], int]:
        """The words here that a word of a term may stand for, and the sentences that hold one."""
        found = self._meant.get(written)
        if found is None:
            how, value = word_of(written)
            if how == "stem":
                texts = self._texts_of_stem.get(value, [])
            elif how == "exact":
                texts = [value] if value in self._of_text else []
            else:
                texts = [text for form in self._forms(value) for text in self._texts_of_form[form]]
            sentences = joined([self._of_text[text][1] for text in texts])
            found = self._meant[written] = frozenset(texts), sentences
        return found

    def _denied(self) -> tuple[dict[str, int], dict[Pair, int]]:
        """The sentences in which a word, or the first of two, is denied wherever it stands."""
        texts: dict[str, int] = {}
        pairs: dict[Pair, int] = {}
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


def _holding(held: int, denied: int) -> Holding:
    """The sentences that hold a thing, without those that deny it and with them; most deny nothing."""
    return (held & ~denied if denied else held), held


def _add(holding: dict[str, Holding], name: str, more: Holding) -> None:
    known = holding.get(name)
    holding[name] = in_any((known, more)) if known else more


def in_any(each: Iterable[Holding]) -> Holding:
    """The sentences that hold one of several things."""
    affirmed = held = 0
    for one, other in each:
        affirmed |= one
        held |= other
    return affirmed, held


def _go_on(others: Sequence[frozenset[str]], texts: Sequence[str], position: int) -> bool:
    """Whether words of each of some sets stand in order after a position; an empty set is a gap."""
    gap = 0
    for those in others:
        if not those:
            gap = _WIDEST_GAP
            continue
        for found in range(position + 1, min(position + 2 + gap, len(texts))):
            if texts[found] in those:
                position, gap = found, 0
                break
        else:
            return False
    return True
