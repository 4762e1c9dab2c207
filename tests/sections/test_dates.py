"""The dates that a document gives for itself, over cases; and that no text makes the reading stumble."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.sections.dates import policy_dates
from tests.build import document_from_markup
from tests.families.asking import judge
from tests.families.banks import Item

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "policy-dates.yaml").read_text(encoding="utf-8"))
SAID = yaml.safe_load((Path(__file__).parent / "cases" / "dates-said.yaml").read_text(encoding="utf-8"))
WORDS = (
    *(
        "Next review",
        "date",
        "Approved by",
        "Date",
        ":",
        "|",
        "# ",
        "\n\n",
        "8 October 2026",
        "September 2027",
    ),
    *(
        "Autumn 2027",
        "xx/xx/xxxx",
        "governors",
        "This policy",
        "was",
        "will be reviewed in",
        "[header] ",
        "annually",
        "-",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_dates_of_a_document(case: dict[str, Any]) -> None:
    found = [[d.kind.value, d.date, d.label] for d in policy_dates(document_from_markup(case["policy"]))]
    assert sorted(found, key=str) == sorted(case["dates"], key=str)


@pytest.mark.parametrize("given_words", SAID, ids=lambda said: said["say"][:60])
def test_dates_in_many_schools_words(given_words: dict[str, Any]) -> None:
    judged = judge(Item("dates", "tune", 0, given_words))
    assert (judged.missed, judged.without_cause) == ((), ())


def test_a_date_knows_its_first_and_last_day_its_words_and_its_place() -> None:
    (found,) = policy_dates(document_from_markup("# Policy review\n\nNext review: Autumn term 2027"))
    assert (str(found.first), str(found.date), found.precision) == ("2027-09-01", "2027-12-31", "term")
    assert found.text == "Autumn term 2027"
    assert found.location.block == 1
    assert found.location.heading_path == ("Policy review",)


def test_dates_come_in_the_order_they_stand() -> None:
    text = "Next review: September 2027\n\nApproved by governors: 8 October 2026\n\nWritten: July 2026"
    found = policy_dates(document_from_markup(text))
    assert [d.location.block for d in found] == [0, 1, 2]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_no_arrangement_of_labels_and_dates_makes_it_stumble(text: str) -> None:
    for found in policy_dates(document_from_markup(text)):
        assert found.label
        assert found.date is None or (found.first is not None and found.first <= found.date)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(found.location.block is not None for found in policy_dates(document_from_markup(text)))


@pytest.mark.parametrize(
    "piece", ["Review date: ", "review ", "the next policy ", "approved and ", "date of ", "will be "]
)
def test_long_runs_cost_little(piece: str) -> None:
    document = document_from_markup("# Review\n\n" + piece * (20_000 // len(piece)) + " 2026")
    started = time.perf_counter()
    policy_dates(document)
    assert time.perf_counter() - started < 2


def test_the_line_that_closes_a_policy_counts_under_the_last_agreement_too() -> None:
    text = "# Online safety policy\n\nText is here.\n\n## Annex B. Agreements\n\nI am kind.\n\n"
    closed = policy_dates(
        document_from_markup(f"{text}Safe Online, Fenwater Learning Trust, v7, September 2026")
    )
    assert [(d.kind, d.text) for d in closed] == [("other", "September 2026")]
    assert not policy_dates(document_from_markup(f"{text}I have read the policy of 3 September 2026."))
