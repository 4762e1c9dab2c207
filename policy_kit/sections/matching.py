"""Where terms stand in a text: an index of its words, asked for terms, groups and rules.

Sets of sentences are the bits of a number (see `numbers`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

from policy_kit.sections.numbers import joined, numbers_in, numbers_set
from policy_kit.sections.passages import Passages
from policy_kit.sections.wording import Term, Token, Word, is_negated, is_negator, parse_term, stem

_WIDEST_GAP = 6
Places = Mapping[int, list[int]]  # sentence -> the positions of a word in it
_NO_PLACES: Places = {}
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
        self._places: dict[str, dict[int, list[int]]] = {}  # of each stem
        self._forms: dict[str, str] = {}  # lower-case form -> its stem
        for sentence in passages.sentences:
            for position, token in enumerate(sentence.words):
                self._forms[token.lower] = token.stem
                places = self._places.get(token.stem)
                if places is None:
                    places = self._places[token.stem] = {}
                places.setdefault(sentence.number, []).append(position)
        negators = {known for form, known in self._forms.items() if is_negator(form)}
        self._denying = numbers_set(number for known in negators for number in self._places[known])
        self._introduces, self._beneath = _hanging(passages)
        self._introducing, self._above = numbers_set(self._introduces), numbers_set(self._beneath)
        self._in_order = sorted(self._forms)
        self._starting: dict[Word, tuple[Places, int]] = {}
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
        if first.isalpha() and first.isascii() and stem(first.lower()) not in self._places:
            return 0, 0  # most terms: it would take longer to read them whole
        affirmed = held = 0
        for spelling in parse_term(term):
            if not spelling.words:
                continue
            if len(spelling.words) == 1:
                places, here = self._where(spelling.words[0])
            else:
                places = self._in_row(spelling)
                here = numbers_set(places)
            held |= here
            if spelling.negated:
                affirmed |= here
                continue
            affirmed |= here & ~self._denying
            for number in numbers_in(here & self._denying):
                words = self.passages.sentences[number].words
                if not all(is_negated(words, position) for position in places[number]):
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

    def _in_row(self, term: Term) -> dict[int, list[int]]:
        """Where a term of several words stands: sentences, and the positions of its first word."""
        places, both = self._where(term.words[0])
        # Few sentences hold all the words; only in those is their order looked at.
        for word in term.words[1:]:
            if not both:
                return {}
            if word.how != "gap":
                both &= self._where(word)[1]
        sentences = self.passages.sentences
        found: dict[int, list[int]] = {}
        for number in numbers_in(both):
            words = sentences[number].words
            standing = [p for p in places[number] if follows(term, words, p)]
            if standing:
                found[number] = standing
        return found

    def _where(self, word: Word) -> tuple[Places, int]:
        """Where a word of a term stands, and in which sentences."""
        found = self._starting.get(word)
        if found is None:
            places = self._look_up(word)
            found = self._starting[word] = places, numbers_set(places)
        return found

    def _look_up(self, word: Word) -> Places:
        if word.how == "stem":
            return self._places.get(word.value, _NO_PLACES)
        forms = self._beginning(word.value) if word.how == "prefix" else [word.value.lower()]
        places: dict[int, list[int]] = {}
        for known in {self._forms[form] for form in forms if form in self._forms}:
            for number, positions in self._places[known].items():
                words = self.passages.sentences[number].words
                standing = [p for p in positions if word.matches(words[p])]
                if standing:
                    places.setdefault(number, []).extend(standing)
        return places

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


def density(index: TermIndex, topic: tuple[str, ...], numbers: int) -> float:
    """The share of the sentences (by words) that hold a term of the topic."""
    total = _words_in(index, numbers)
    return _words_in(index, numbers & index.sentences_with(topic)) / total if total else 0.0


def _words_in(index: TermIndex, numbers: int) -> int:
    sentences = index.passages.sentences
    return sum(len(sentences[number].words) for number in numbers_in(numbers))
