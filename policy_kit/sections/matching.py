"""Where terms stand in a text: an index of its words, asked for terms, groups and rules.

Sets of sentences are the bits of a number (see `numbers`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from policy_kit.sections.numbers import joined, numbers_in, numbers_set
from policy_kit.sections.passages import Passages
from policy_kit.sections.wording import Term, Token, Word, is_negated, is_negator, parse_term, stem

_WIDEST_GAP = 6
_NOWHERE = (0, 0)
_Holding = dict[str, tuple[int, int]]  # the sentences that hold something undenied, and that hold it at all
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
        self._lines = [f" {' '.join([token.stem for token in s.words])} " for s in passages.sentences]
        known, held = _words_of(passages)
        self._denying = joined(held[text] for text, token in known.items() if is_negator(token.lower))
        affirmed = self._affirmed(held)
        self._of_text = {text: (affirmed[text], held[text]) for text in known}
        self._of_stem: _Holding = {}
        self._of_form: _Holding = {}  # the same of the words in lower case
        for text, token in known.items():
            _add(self._of_stem, token.stem, self._of_text[text])
            _add(self._of_form, token.lower, self._of_text[text])
        self._introduces, self._beneath = _hanging(passages)
        self._introducing, self._above = numbers_set(self._introduces), numbers_set(self._beneath)
        self._in_order = sorted(self._of_form)
        self._beginning: _Holding = {}
        self._terms: _Holding = {}
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
            self._found[key] = joined([self._holding(term)[denied] for term in group])
        return self._found[key]

    def _holding(self, term: str) -> tuple[int, int]:
        """The sentences that hold a term (or one a name stands for) undenied, and that hold it at all."""
        found = self._terms.get(term)
        if found is None:
            if term.startswith(("@", "{")):
                found = _in_any([self._places_of(t) for t in self._expanded((term,))])
            else:
                found = self._places_of(term)
            self._terms[term] = found
        return found

    def _places_of(self, term: str) -> tuple[int, int]:
        """The same of a term that is no name."""
        first = term.partition(" ")[0]
        if first.isalpha() and first.isascii() and stem(first.lower()) not in self._of_stem:
            return 0, 0  # most terms: it would take longer to read them whole
        each = [self._sentences_of(spelling) for spelling in parse_term(term)]
        return each[0] if len(each) == 1 else _in_any(each)

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

    def _sentences_of(self, spelling: Term) -> tuple[int, int]:
        """The sentences that hold a term in one of its spellings, undenied and at all."""
        words = spelling.words
        if len(words) < 2:
            affirmed, held = self._with_word(words[0]) if words else _NOWHERE
            return held if spelling.negated else affirmed, held
        held = self._with_word(words[0])[1]
        for word in words[1:]:
            if not held:
                return _NOWHERE
            if word.how != "gap":
                held &= self._with_word(word)[1]
        # Few sentences hold all the words; only in those is their order looked at.
        if all(word.how == "stem" for word in words):
            row = f" {' '.join([word.value for word in words])} "
            held = numbers_set([number for number in numbers_in(held) if row in self._lines[number]])
        else:
            held = numbers_set([number for number in numbers_in(held) if self._stands(spelling, number)])
        if spelling.negated:
            return held, held
        denied = [n for n in numbers_in(held & self._denying) if not self._stands(spelling, n, denied=False)]
        return held & ~numbers_set(denied), held

    def _stands(self, spelling: Term, number: int, *, denied: bool = True) -> bool:
        """Whether a term stands in a sentence with its words in order, once at least undenied if so asked."""
        words = self.passages.sentences[number].words
        first = spelling.words[0]
        return any(
            first.matches(word) and follows(spelling, words, position)
            for position, word in enumerate(words)
            if denied or not is_negated(words, position)
        )

    def _with_word(self, word: Word) -> tuple[int, int]:
        """The sentences in which a word of a term stands, undenied and at all."""
        if word.how == "stem":
            return self._of_stem.get(word.value, _NOWHERE)
        if word.how == "exact":
            return self._of_text.get(word.value, _NOWHERE)
        found = self._beginning.get(word.value)
        if found is None:
            found = self._beginning[word.value] = self._with_beginning(word.value)
        return found

    def _with_beginning(self, prefix: str) -> tuple[int, int]:
        """The same of all words that begin so."""
        start = bisect_left(self._in_order, prefix)
        end = bisect_left(self._in_order, prefix + "\U0010ffff")
        return _in_any([self._of_form[form] for form in self._in_order[start:end]])

    def _affirmed(self, held: dict[str, int]) -> dict[str, int]:
        """Of the sentences that hold each word those in which it is not denied each time."""
        affirmed = dict(held)
        for number in numbers_in(self._denying):
            words = self.passages.sentences[number].words
            undenied = {w.text for position, w in enumerate(words) if not is_negated(words, position)}
            for text in {w.text for w in words} - undenied:
                affirmed[text] &= ~(1 << number)
        return affirmed


def _words_of(passages: Passages) -> tuple[dict[str, Token], dict[str, int]]:
    """Each word as it stands in the text, and the sentences that hold it."""
    known: dict[str, Token] = {}
    held: dict[str, int] = {}
    for sentence in passages.sentences:
        here = {token.text: token for token in sentence.words}
        known.update(here)
        bit = 1 << sentence.number
        for text in here:
            held[text] = held.get(text, 0) | bit
    return known, held


def _add(holding: _Holding, name: str, more: tuple[int, int]) -> None:
    affirmed, held = holding.get(name, _NOWHERE)
    holding[name] = affirmed | more[0], held | more[1]


def _in_any(each: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return joined([affirmed for affirmed, _ in each]), joined([held for _, held in each])


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
