"""Texts asked for strings: told of those that hold one, whatever is known of their words beforehand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.model import Block, BlockKind, Document
from policy_kit.regexes.texts import Texts, Vocabulary

_TEXT = st.text("abcdABÉ .-", max_size=14)


@given(st.lists(_TEXT, max_size=5), st.lists(_TEXT, max_size=3), st.text("abcdé .-", min_size=1, max_size=7))
def test_those_that_hold_a_string_are_told(texts: list[str], others: list[str], string: str) -> None:
    wanted = {number for number, text in enumerate(texts) if string in text.lower()}
    assert Texts(texts).holding([string]) == wanted
    assert Texts(texts, Vocabulary([*others, *texts])).holding([string]) == wanted


def test_what_no_text_holds_is_told_by_its_words() -> None:
    words = Vocabulary(["Filters are reviewed", "each term"])
    assert all(map(words.may_hold, ("review", "viewed", "filters are", "term each", "s", " rev")))
    assert not any(map(words.may_hold, ("reviewer", "fill", "filters is", "year", "x")))


def test_a_document_knows_the_words_of_its_cells_and_margins() -> None:
    row = Block(0, BlockKind.TABLE_ROW, "", cells=("Named lead", "Rosa Elm"))
    document = Document("policy.docx", "docx", "", (row,))
    assert document.vocabulary.may_hold("rosa elm")
