"""A term is found in the sentences, and denied in those, that a reader finds who goes word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.model import Block, BlockKind, Document
from policy_kit.sections.cutting import cut
from policy_kit.sections.lexicon import lexicon
from policy_kit.sections.numbers import joined, numbers_in
from policy_kit.sections.word_index import WordIndex
from policy_kit.sections.wording import Term, Token, is_negated, parse_term

_WORDS = (
    *("online", "safety", "on-line", "policy", "policies", "is", "not", "no"),
    *("yet", "reviewed", "reviews", "DSL", "dsl"),
)
_PARTS = (*_WORDS, "..", "polic*", "=DSL", "review*", "off-site")
_SENTENCES = st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join), max_size=6)
_TERM = st.tuples(st.sampled_from(_WORDS), st.lists(st.sampled_from(_PARTS), max_size=3)).map(
    lambda term: " ".join((term[0], *term[1]))
)


def _stands_at(term: Term, words: list[Token], at: int) -> bool:
    """Whether a term begins to stand at a place; each gap takes up to six words."""
    if not term.words[0].matches(words[at]):
        return False
    gap = 0
    for word in term.words[1:]:
        if word.how == "gap":
            gap = 6
            continue
        after = range(at + 1, min(at + 2 + gap, len(words)))
        at = next((n for n in after if word.matches(words[n])), -1)
        if at < 0:
            return False
        gap = 0
    return True


def _by_reading(term: str, document: Document) -> tuple[list[int], list[int]]:
    """The sentences that hold the term undenied, and those that hold it at all."""
    affirmed, held = set(), set()
    for sentence in cut(document).sentences:
        words = sentence.words
        for spelling in parse_term(term):
            places = [at for at in range(len(words)) if _stands_at(spelling, words, at)]
            if places:
                held.add(sentence.number)
                if spelling.negated or not all(is_negated(words, at) for at in places):
                    affirmed.add(sentence.number)
    return sorted(affirmed), sorted(held)


def _document(texts: list[str]) -> Document:
    return Document(
        "a.txt", "text", "0" * 64, tuple(Block(i, BlockKind.PARAGRAPH, text) for i, text in enumerate(texts))
    )


@given(_SENTENCES, _TERM)
def test_a_term_is_found_as_by_reading(texts: list[str], term: str) -> None:
    document = _document(texts)
    ((affirmed, held),) = WordIndex(cut(document).sentences).holdings(lexicon([(term,)]))
    assert (list(numbers_in(affirmed)), list(numbers_in(held))) == _by_reading(term, document)


@given(_SENTENCES, st.lists(st.lists(_TERM, max_size=4).map(tuple), max_size=4, unique=True))
def test_groups_are_found_together_as_each_term_by_itself(
    texts: list[str], groups: list[tuple[str, ...]]
) -> None:
    index = WordIndex(cut(_document(texts)).sentences)
    alone = [[index.holdings(lexicon([(term,)]))[0] for term in group] for group in groups]
    assert index.holdings(lexicon(groups)) == [
        (joined(affirmed for affirmed, _ in each), joined(held for _, held in each)) for each in alone
    ]
