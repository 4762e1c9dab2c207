"""The people whom a document names with a role, over cases; and that no text makes the reading stumble."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.sections.people import people
from policy_kit.sections.people.person_names import person_names
from tests.build import document_from_markup
from tests.families.asking import judge
from tests.families.banks import Item

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "people.yaml").read_text(encoding="utf-8"))
SAID = yaml.safe_load((Path(__file__).parent / "cases" / "people-said.yaml").read_text(encoding="utf-8"))
PIECES = (
    *(
        "DSL",
        "Designated Safeguarding Lead",
        "Headteacher",
        "Mrs Khan",
        "Sarah Brown",
        ":",
        "|",
        "and",
        "(",
        ")",
        "\n\n",
    ),
    *("governor", "[insert name]", "- ", "is", "Deputy", "Mr", "O'", "the"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_people_of_a_document(case: dict[str, Any]) -> None:
    found = [[p.name, p.role] for p in people(document_from_markup(case["policy"]))]
    assert sorted(found) == sorted(case["people"])


@pytest.mark.parametrize("given_words", SAID, ids=lambda said: said["say"][:60])
def test_people_in_many_schools_words(given_words: dict[str, Any]) -> None:
    judged = judge(Item("people", "tune", 0, given_words))
    assert (judged.missed, judged.without_cause) == ((), ())


def test_a_person_keeps_the_words_of_the_post_and_the_place() -> None:
    (found,) = people(
        document_from_markup("# Key people\n\nDesignated School Safeguarding Lead: Sarah Brown")
    )
    assert found.post == "Designated School Safeguarding Lead"
    assert found.location.block == 1
    assert found.location.heading_path == ("Key people",)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Senior Leadership Team",
            "Online Safety Policy",
            "Microsoft Teams",
            "Key Stage 2",
            "Safer Internet Day",
        ),
        *(
            "Keeping Children Safe",
            "Governing Body",
            "Year Group Leaders",
            "School Office",
            "Acceptable Use Agreement",
        ),
        *("the headteacher", "Mr", "Dr", "Chair of Governors", "Local Authority", "Pupil Voice Group", ""),
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert [n.name for n in person_names(text)] == []


@given(
    title=st.sampled_from(("Mr", "Mrs", "Ms", "Miss", "Dr", "Rev'd")),
    start=st.text("abcdefghijklmnopqrstuvwxyzéüñ", min_size=1, max_size=9),
)
def test_a_title_makes_any_surname_a_name(title: str, start: str) -> None:
    name = f"{title} {start.capitalize()}ington"
    (found,) = people(document_from_markup(f"Designated Safeguarding Lead: {name}"))
    assert found.name == name


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_no_arrangement_of_names_and_posts_makes_it_stumble(text: str) -> None:
    for person in people(document_from_markup(text)):
        assert person.role
        assert person.location.block is not None


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(person.role for person in people(document_from_markup(text)))


@pytest.mark.parametrize(
    "piece",
    [
        "Mr ",
        "Mrs A",
        "O'Neill-",
        "van der ",
        "Lead and ",
        "designated ",
        "the link named ",
        "Deputy DSL: ",
        "A. ",
    ],
)
def test_long_runs_cost_little(piece: str) -> None:
    document = document_from_markup("DSL: " + piece * (20_000 // len(piece)))
    started = time.process_time()
    people(document)
    assert time.process_time() - started < 2
