"""A term is found in the sentences, and denied in those, that a reader finds who goes word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.model import Block, BlockKind, Document
from policy_kit.sections.numbers import numbers_in
from policy_kit.sections.passages import cut
from policy_kit.sections.word_index import WordIndex, follows, in_any, wanted
from policy_kit.sections.wording import is_negated, parse_term

_WORDS = (
    *("online", "safety", "on-line", "policy", "policies", "is", "not", "no"),
    *("yet", "reviewed", "reviews", "DSL", "dsl"),
)
_PARTS = (*_WORDS, "..", "polic*", "=DSL", "review*", "off-site")
_SENTENCES = st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join), max_size=6)
_TERM = st.tuples(st.sampled_from(_WORDS), st.lists(st.sampled_from(_PARTS), max_size=3)).map(
    lambda term: " ".join((term[0], *term[1]))
)


def _by_reading(term: str, document: Document) -> tuple[list[int], list[int]]:
    """The sentences that hold the term undenied, and those that hold it at all."""
    affirmed, held = set(), set()
    for sentence in cut(document).sentences:
        for spelling in parse_term(term):
            places = [
                at
                for at, word in enumerate(sentence.words)
                if spelling.words
                and spelling.words[0].matches(word)
                and follows(spelling, sentence.words, at)
            ]
            if places:
                held.add(sentence.number)
                if spelling.negated or not all(is_negated(sentence.words, at) for at in places):
                    affirmed.add(sentence.number)
    return sorted(affirmed), sorted(held)


@given(_SENTENCES, _TERM)
def test_a_term_is_found_as_by_reading(texts: list[str], term: str) -> None:
    blocks = tuple(Block(i, BlockKind.PARAGRAPH, text) for i, text in enumerate(texts))
    document = Document("a.txt", "text", "0" * 64, blocks)
    affirmed, held = WordIndex(cut(document).sentences).sentences_of(term)
    assert (list(numbers_in(affirmed)), list(numbers_in(held))) == _by_reading(term, document)


@given(_SENTENCES, st.lists(_TERM, max_size=5))
def test_terms_are_found_together_as_each_by_itself(texts: list[str], terms: list[str]) -> None:
    blocks = tuple(Block(i, BlockKind.PARAGRAPH, text) for i, text in enumerate(texts))
    index = WordIndex(cut(Document("a.txt", "text", "0" * 64, blocks)).sentences)
    assert index.sentences_of_any(wanted(terms)) == in_any([index.sentences_of(term) for term in terms])
