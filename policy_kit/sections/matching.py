"""Where terms stand in a text: an index of its words, asked for terms, groups and rules.

Sets of sentences are the bits of a number (see `numbers`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from policy_kit.sections.numbers import joined, numbers_in, numbers_set
from policy_kit.sections.passages import Passages
from policy_kit.sections.wording import Term, Token, Word, is_negated, is_negator, parse_term, stem

_WIDEST_GAP = 6
_Asked = dict[tuple[tuple[str, ...], bool], int]


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
        self._words: dict[str, list[int]] = defaultdict(list)  # the sentences that each word stands in
        self._lines: list[str] = []  # the stems of each sentence, a space on both sides
        known: dict[str, Token] = {}
        for sentence in passages.sentences:
            texts = {token.text: token for token in sentence.words}
            known.update(texts)
            for text in texts:
                self._words[text].append(sentence.number)
            self._lines.append(f" {' '.join([token.stem for token in sentence.words])} ")
        self._of_stem: dict[str, list[str]] = defaultdict(list)  # stem -> the words of it, as they stand
        self._of_form: dict[str, list[str]] = defaultdict(list)  # the same of a lower-case form
        for text, token in known.items():
            self._of_stem[token.stem].append(text)
            self._of_form[token.lower].append(text)
        negators = {t.stem for t in known.values() if is_negator(t.lower)}
        self._denying = self._with_any(text for stem_ in negators for text in self._of_stem[stem_])
        self._introduces, self._beneath = _hanging(passages)
        self._introducing, self._above = numbers_set(self._introduces), numbers_set(self._beneath)
        self._in_order = sorted(self._of_form)
        self._asked: dict[Word, int] = {}
        self._terms: dict[str, tuple[int, int]] = {}
        self._found: _Asked = {}
        self._spread: _Asked = {}
        self._introduced: _Asked = {}
        self._neared: _Asked = {}

    def sentences_with(self, group: tuple[str, ...], *, denied: bool = False) -> int:
        """The sentences in which one of the group's terms occurs.

        A term that the sentence denies ("is not reviewed") counts only if `denied` is asked for.
        """
        key = (group, denied)
        if key not in self._found:
            self._found[key] = joined(self._holding(term)[denied] for term in group)
        return self._found[key]

    def _holding(self, term: str) -> tuple[int, int]:
        """The sentences that hold a term (or one a name stands for) undenied, and that hold it at all."""
        found = self._terms.get(term)
        if found is None:
            if term.startswith(("@", "{")):
                each = [self._places_of(t) for t in self._expanded((term,))]
                found = joined(a for a, _ in each), joined(h for _, h in each)
            else:
                found = self._places_of(term)
            self._terms[term] = found
        return found

    def _places_of(self, term: str) -> tuple[int, int]:
        """The same of a term that is no name."""
        first = term.partition(" ")[0]
        if first.isalpha() and first.isascii() and stem(first.lower()) not in self._of_stem:
            return 0, 0  # most terms: it would take longer to read them whole
        affirmed = held = 0
        for spelling in parse_term(term):
            here = self._sentences_of(spelling)
            held |= here
            affirmed |= here if spelling.negated else here & ~self._denying
            if not spelling.negated:
                for number in numbers_in(here & self._denying & ~affirmed):
                    words = self.passages.sentences[number].words
                    if not all(is_negated(words, position) for position in standing(spelling, words)):
                        affirmed |= 1 << number
        return affirmed, held

    def sentences_under(self, group: tuple[str, ...], *, denied: bool = False) -> int:
        """The same, with the sentences whose lead-in or nearest two headings hold a term."""
        key = (group, denied)
        if key not in self._spread:
            own = self.sentences_with(group, denied=denied)
            refused = self.sentences_with(group, denied=True) & ~own
            beneath = joined(self._beneath[number] for number in numbers_in(own & self._above))
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
        return joined(self._introduces[number] for number in numbers_in(numbers & self._introducing))

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

    def _sentences_of(self, spelling: Term) -> int:
        """The sentences that hold a term in one of its spellings."""
        if not spelling.words:
            return 0
        here = self._with_word(spelling.words[0])
        for word in spelling.words[1:]:
            if not here:
                return 0
            if word.how != "gap":
                here &= self._with_word(word)
        if len(spelling.words) == 1 or not here:
            return here
        # Few sentences hold all the words; only in those is their order looked at.
        if all(word.how == "stem" for word in spelling.words):
            row = f" {' '.join(word.value for word in spelling.words)} "
            return numbers_set(number for number in numbers_in(here) if row in self._lines[number])
        sentences = self.passages.sentences
        return numbers_set(
            n for n in numbers_in(here) if any(True for _ in standing(spelling, sentences[n].words))
        )

    def _with_word(self, word: Word) -> int:
        """The sentences in which a word of a term stands."""
        found = self._asked.get(word)
        if found is None:
            found = self._asked[word] = self._with_any(self._spelt(word))
        return found

    def _spelt(self, word: Word) -> Iterable[str]:
        """The words of the text that a word of a term stands for."""
        if word.how == "stem":
            return self._of_stem.get(word.value, ())
        if word.how == "prefix":
            return chain.from_iterable(self._of_form[form] for form in self._beginning(word.value))
        return (word.value,) if word.value in self._words else ()

    def _with_any(self, words: Iterable[str]) -> int:
        """The sentences in which one of some words of the text stands."""
        return numbers_set(chain.from_iterable(self._words[word] for word in words))

    def _beginning(self, prefix: str) -> list[str]:
        """The words of the text that begin so."""
        start = bisect_left(self._in_order, prefix)
        end = bisect_left(self._in_order, prefix + "\U0010ffff")
        return self._in_order[start:end]


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


def standing(term: Term, words: list[Token]) -> Iterator[int]:
    """Where in a sentence a term stands: the positions of its first word, counted from 0."""
    first = term.words[0]
    return (
        position
        for position, word in enumerate(words)
        if first.matches(word) and follows(term, words, position)
    )


def follows(term: Term, words: list[Token], position: int) -> bool:
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


def densities(index: TermIndex, topics: Iterable[tuple[str, ...]], numbers: int) -> list[float]:
    """For each topic the share of the sentences (by words) that hold a term of it."""
    total = words_in(index, numbers)
    return [
        words_in(index, numbers & index.sentences_with(topic)) / total if total else 0.0 for topic in topics
    ]


def words_in(index: TermIndex, numbers: int) -> int:
    """How many words the sentences have."""
    sentences = index.passages.sentences
    return sum([len(sentences[number].words) for number in numbers_in(numbers)])
