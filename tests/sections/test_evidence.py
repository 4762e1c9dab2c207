"""A point is made by a passage, not by words that happen to stand in the same document."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.sections.cutting import cut
from policy_kit.sections.lines import is_reference, split_sentences, without_addresses
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.numbers import in_at_least, joined, numbers_set
from policy_kit.standard import load_standard
from tests.build import document_from_markup

WORDS = load_standard().words


def holds(markup: str, *groups: tuple[str, ...]) -> bool:
    index = TermIndex(cut(document_from_markup(markup)), WORDS, {})
    hits = in_at_least(len(groups), (index.sentences_under(g) for g in groups))
    return bool(hits & joined(index.sentences_with(g) for g in groups))


def test_a_name_in_a_term_stands_for_each_of_those_who_have_the_post() -> None:
    text = (
        "Tell the chair if it is about Askew.\n\nIt is about Mrs Askew.\n\nMrs Askew is about.\n\nAsk Judith."
    )
    index = TermIndex(cut(document_from_markup(text)), WORDS, {"headteacher": ("=Judith", "=Askew")})
    assert index.sentences_with(("about {headteacher}",)) == numbers_set({0, 1})
    assert index.sentences_with(("{headteacher}",)) == numbers_set({0, 1, 2, 3})
    assert index.sentences_with(("about {bursar}",)) == 0
    assert index.terms_of(("{headteacher} herself",)) == ("=Judith herself", "=Askew herself")


def test_the_number_of_a_clause_is_no_word_of_it() -> None:
    index = TermIndex(
        cut(document_from_markup("13.5 If a child is hurt.\n\nChildren under 13 may not.")), {}, {}
    )
    assert index.sentences_with(("=13",)) == numbers_set({1})


REVIEW, YEARLY, FILTER = ("review",), ("@yearly",), ("filter*",)


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("Filtering is reviewed at least once every academic year.", True),
        ("Our filters are reviewed annually.", True),
        ("Each year we will:\n- review our filtering", True),
        ("- What we do each year may include;\n- review of our filtering", True),
        ("- We meet each year;\n- review of our filtering", False),
        ("# Filtering\nThe system is reviewed every year.", True),
        ("| What | How often |\n| Review of filtering | Each year |", True),
        ("Filtering is reviewed. Staff are trained annually.", False),
        ("Filtering is not reviewed annually.", False),
        ("Filtering is never reviewed each year.", False),
        ("[toc] Annual review of filtering 12", False),
        ("The policy is reviewed.\n\nFiltering is in place every year.", False),
    ],
)
def test_terms_count_only_in_relation(markup: str, found: bool) -> None:
    assert holds(markup, REVIEW, YEARLY, FILTER) is found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two.", 2),
        ("We use tools, e.g. Padlet, in class. Two.", 2),
        ("Mr. Shah leads. Two.", 2),
        ("Our officer is Mrs L. Quill of the office. Tell her.", 2),
        ("Ask Dr A. B. Orme. Two.", 2),
        ("She is in Year 4, class B. Two.", 2),
        ("See www.example.org.uk for help.", 1),
        ("Really? Yes! Three.", 3),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("CEOP: www.ceop.police.uk", True),
        ("Anti-bullying policy", True),
        ("https://www.example.org/filtering", True),
        ("Staff will report concerns to the DSL.", False),
        ("Filtering is reviewed at least once every year by the DSL and the governor.", False),
    ],
)
def test_an_address_or_title_is_no_statement(text: str, reference: bool) -> None:
    assert is_reference(text) is reference


_ADDRESSES = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\b\w+\.(?:org|com|gov|co)\.?(?:uk)?\S*")
_PIECES = st.sampled_from(["a", "b", "@", ".", ".com", "www.", "https://", " ", "\n", ",", ".co.uk", "é"])


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_addresses_are_taken_out_as_the_plain_pattern_does(text: str) -> None:
    """The pattern in use reads a long unbroken run once; this one, again from each of its letters."""
    assert without_addresses(text) == _ADDRESSES.sub(" ", text)
