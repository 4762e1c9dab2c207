"""Words compared as a reader compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.sections.cutting import cut
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.wording import is_negated, parse_term, stems_of, tokens
from policy_kit.stems import stem
from tests.build import document_from_markup


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policy", "policies"),
        ("review", "reviewed"),
        ("review", "reviewing"),
        ("plan", "planning"),
        ("plan", "planned"),
        ("child", "children"),
        ("teach", "taught"),
        ("recognise", "recognized"),
        ("organise", "organizing"),
        ("share", "sharing"),
        ("store", "stored"),
        ("class", "classes"),
        ("school", "school's"),
        ("tell", "told"),
        ("search", "searches"),
        ("notify", "notifies"),
        ("bring", "brought"),
        ("agree", "agreed"),
        ("grown-up", "grown-ups"),
    ],
)
def test_forms_of_one_word_are_one(one: str, other: str) -> None:
    assert stems_of(one) == stems_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("govern", "government"),
        ("device", "devise"),
        ("staff", "stuff"),
        ("not", "note"),
        ("not", "noted"),
        ("out", "outings"),
        ("them", "themes"),
        ("her", "here"),
        ("sit", "sites"),
        ("past", "pasted"),
        ("even", "evenings"),
        ("set", "settings"),
        ("new", "news"),
        ("non", "none"),
        ("follow", "following"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "same"),
    [("e-mail", "email"), ("co-ordinator", "coordinator"), ("on-line", "online"), ("e-safety", "esafety")],
)
def test_hyphened_spellings_are_one_word(text: str, same: str) -> None:
    assert stems_of(text) == stems_of(same)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Our E safety rules", ["our", "esafety", "rules"]),
        ("the e safety lead", ["the", "esafety", "lead"]),
        ("safe on line at home", ["safe", "online", "at", "home"]),
        ("On Line Safety", ["online", "safety"]),
        ("a focus on safety", ["a", "focus", "on", "safety"]),
        ("for the safety of all", ["for", "the", "safety", "of", "all"]),
        ("advice on line management", ["advice", "on", "line", "management"]),
        ("written on line 4", ["written", "on", "line", "4"]),
    ],
)
def test_a_word_written_apart_is_one_word(text: str, words: list[str]) -> None:
    assert [token.lower for token in tokens(text)] == words


@pytest.mark.parametrize(
    ("sentence", "word", "denied"),
    [
        ("The policy is not reviewed each year", "reviewed", True),
        ("The policy is not currently reviewed", "reviewed", True),
        ("There is no annual review", "review", False),
        ("There is no review of it", "review", True),
        ("It isn't reviewed", "reviewed", True),
        ("It is never reviewed", "reviewed", True),
        ("The policy is reviewed, not rewritten", "reviewed", False),
        ("It is not only reviewed but tested", "reviewed", False),
        ("Staff will not use phones and devices are checked", "checked", False),
    ],
)
def test_denial_is_seen_only_where_it_bears_on_the_word(sentence: str, word: str, denied: bool) -> None:
    words = tokens(sentence)
    position = next(i for i, t in enumerate(words) if t.lower == word)
    assert is_negated(words, position) is denied


def test_a_hyphened_term_has_every_spelling() -> None:
    spellings = {tuple(w.value for w in t.words) for t in parse_term("off-site")}
    assert spellings == {("off", "site"), ("offsit",)}


@given(st.text(max_size=200))
def test_any_text_can_be_cut_into_words(text: str) -> None:
    for token in tokens(text):
        assert token.text
        assert token.stem in (stem(token.lower), "not only")


@pytest.mark.parametrize(
    ("sentence", "denies"),
    [
        ("Staff may not use phones", True),
        ("It is used not only in lessons", False),
        ("including but not limited to the code of conduct", False),
        ("It is not just for pupils", False),
        ("It is not for pupils only", True),
    ],
)
def test_not_only_denies_nothing(sentence: str, denies: bool) -> None:
    assert any(token.stem == "not" for token in tokens(sentence)) is denies


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("The child protection policy is read each year", False),
        ("Children's social care is told", False),
        ("The Children Act 1989", False),
        ("Child protection is what keeps a child safe", True),
        ("A child is told", True),
        ("the children's work", True),
    ],
)
def test_a_service_or_policy_for_children_is_no_child(text: str, speaks: bool) -> None:
    assert any(token.stem == "child" for token in tokens(text)) is speaks


@pytest.mark.parametrize(
    "term",
    ["child protection", "child protection polic*", "children's social care", "=DSL .. child protection"],
)
def test_the_name_of_a_service_for_children_is_found_as_it_is_written(term: str) -> None:
    (spelling,) = parse_term(term)
    held = [word.value for word in spelling.words if word.how != "gap"]
    assert "child-" in held
    assert "child" not in held


@pytest.mark.parametrize(
    ("term", "says"),
    [
        ("out of school", "out of nursery"),
        ("school's camera*", "college's cameras"),
        ("not* only .. school hours", "not only in academy hours"),
        ("=DSL .. school", "DSL of the setting"),
    ],
)
def test_what_a_school_says_of_itself_a_college_or_a_nursery_says_too(term: str, says: str) -> None:
    index = TermIndex(cut(document_from_markup(f"It is so {says}.")), {}, {})
    assert index.sentences_with((term,), denied=True)


def test_a_school_by_itself_is_no_nursery() -> None:
    assert len(parse_term("school")) == 1
    assert not TermIndex(cut(document_from_markup("The nursery is open.")), {}, {}).sentences_with(
        ("school",)
    )
