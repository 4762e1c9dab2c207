"""Whose policy it is, what it calls itself, and the products it names, over cases."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.naming import area_names, is_same_school, name_key, same_name, school_names, trust_names
from policy_kit.sections.names import policy_title, products, school_name, trust_name
from tests.build import document_from_markup

HERE = Path(__file__).parent / "cases"
CASES = yaml.safe_load((HERE / "names.yaml").read_text(encoding="utf-8"))
PRODUCTS = yaml.safe_load((HERE / "products.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_names_of_a_document(case: dict[str, Any]) -> None:
    document = document_from_markup(case["policy"])
    asked = {"school": school_name, "trust": trust_name, "title": policy_title}
    found = {key: read(document) for key, read in asked.items() if key in case}
    assert found == {key: case[key] for key in asked if key in case}


@pytest.mark.parametrize("case", PRODUCTS, ids=lambda case: case["text"])
def test_the_products_of_a_text(case: dict[str, Any]) -> None:
    found = products(document_from_markup(case["text"]))
    assert [list(p) for p in found] == case["products"]


def test_the_profiles_name_is_taken_where_the_document_has_it() -> None:
    document = document_from_markup("# Larkfield Infant School\n\nAt harrow lane primary school we care.")
    assert school_name(document, "Harrow Lane Primary School") == "Harrow Lane Primary School"
    assert school_name(document, "Elm School") == "Larkfield Infant School"


def test_the_documents_own_spelling_is_kept() -> None:
    document = document_from_markup("# St Marys CE Primary\n\nSt Marys CE Primary is a school.")
    assert school_name(document, "St Mary's Church of England Primary School") == "St Marys CE Primary"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Harrow Lane Primary School", "Harrow Lane Primary", True),
        ("Harrow Lane Primary School", "Harrow Lane", True),
        ("St. Mary's C of E Primary School", "St Marys CE Primary School", True),
        ("Saint Mary's Catholic School", "St Mary's RC School", True),
        ("Elm & Oak Academy", "Elm and Oak Academy", True),
        ("Harrow Lane Primary School", "Harrow Lane High School", False),
        ("Harrow Lane Infant School", "Harrow Lane Junior School", False),
        ("Elm School", "Elm Park School", False),
        ("Elm School", "Oak School", False),
    ],
)
def test_whether_two_names_are_one_schools(one: str, other: str, same: bool) -> None:
    assert is_same_school(one, other) is same
    assert is_same_school(other, one) is same


def test_a_name_is_its_own() -> None:
    assert same_name("The Elm Bank School", "Elm Bank School")
    assert name_key("The School") == name_key("the school")
    assert not same_name("", "Elm")


@pytest.mark.parametrize(
    ("text", "trusts"),
    [
        ("Approved at Full Trust Board.", []),
        ("ratified by an Extraordinary Trust Board", []),
        ("agreed by the Full Heathmere Academy Trust Board", ["Heathmere Academy Trust"]),
        ("Beacon Tides Learning Trust", ["Beacon Tides Learning Trust"]),
    ],
)
def test_a_sitting_of_a_trusts_board_is_no_trust_of_its_own(text: str, trusts: list[str]) -> None:
    assert [found.name for found in trust_names(text)] == trusts


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Northmere County Council and the London Borough of Eastwick", ["Northmere", "Eastwick"]),
        ("Northmere Safeguarding Children Partnership", ["Northmere"]),
        ("contact Elm and North East Oakshire Council", ["Elm and North East Oakshire"]),
        ("our School Council, the Local Authority and Children's Social Care", []),
        ("the Designated Safeguarding Lead", []),
    ],
)
def test_areas_by_the_bodies_named_after_them(text: str, areas: list[str]) -> None:
    assert [found.name for found in area_names(text)] == areas


@given(st.text(max_size=200))
def test_any_text_is_read_and_every_name_stands_where_it_says(text: str) -> None:
    for found in (*school_names(text), *trust_names(text), *area_names(text)):
        assert 0 <= found.start < found.end <= len(text)
    document = document_from_markup(text)
    assert isinstance(policy_title(document) + school_name(document) + trust_name(document), str)


@given(
    st.lists(
        st.sampled_from(
            ("The", "Elm", "School", "of", "and", "Academy", "Trust", "St.", "Primary", ",", "'s")
        )
    )
)
def test_any_arrangement_of_the_words_of_names_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for found in (*school_names(text), *trust_names(text)):
        assert found.name.split()[0] in text


@pytest.mark.parametrize(
    "piece", ["Elm ", "Elm and ", "School ", "St. ", "Council ", "filtered by A ", "The Elm Trust "]
)
def test_long_runs_cost_little(piece: str) -> None:
    document = document_from_markup("# Elm\n\n" + piece * (20_000 // len(piece)))
    started = time.perf_counter()
    school_name(document)
    trust_name(document)
    products(document)
    list(area_names(document.text_blocks[-1].text))
    assert time.perf_counter() - started < 2
