"""What a text cites, and how a citation stands on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.guidance import load_register
from policy_kit.guidance.citations import Citation, find_citations
from policy_kit.guidance.standing import State, judge
from tests.build import document_from_markup

REGISTER = load_register()
CASES = yaml.safe_load((Path(__file__).parent / "cases/citations.yaml").read_text(encoding="utf-8"))


def cited(case: dict[str, Any]) -> tuple[Citation, ...]:
    if "text" in case:
        return find_citations(case["text"], REGISTER)
    return find_citations(document_from_markup(case["policy"]).blocks, REGISTER)


@pytest.mark.parametrize("case", CASES, ids=lambda c: " ".join(c.get("text", c.get("policy")).split())[:60])
def test_what_is_cited(case: dict[str, Any]) -> None:
    expected = []
    for entry in case["cites"]:
        document, edition = next((k, v) for k, v in entry.items() if k not in ("year", "past"))
        expected.append((document, edition, bool(entry.get("past"))))
    found = [(c.document_id, c.edition, c.context != "reference") for c in cited(case)]
    assert found == expected


def test_a_year_is_kept_though_no_edition_is_known_by_it() -> None:
    (citation,) = find_citations("KCSIE 2028", REGISTER)
    assert (citation.year, citation.edition) == (2028, None)


@pytest.mark.parametrize("case", CASES, ids=lambda c: " ".join(c.get("text", c.get("policy")).split())[:60])
def test_a_span_holds_the_words_cited(case: dict[str, Any]) -> None:
    text = case.get("text")
    blocks = None if text else document_from_markup(case["policy"]).blocks
    for citation in cited(case):
        words = text if text is not None else blocks[citation.block].text  # type: ignore[index]
        start, end = citation.span
        assert 0 <= start < end
        assert start < len(words)


def test_the_same_blocks_are_read_once() -> None:
    blocks = document_from_markup("We follow KCSIE 2026.").blocks
    assert find_citations(blocks, REGISTER) is find_citations(blocks, REGISTER)


@settings(deadline=None)
@given(
    st.sampled_from(
        ["KCSIE", "Keeping children safe in education", "Working together to safeguard children"]
    ),
    st.integers(2014, 2026),
    st.sampled_from([" {}", " ({})", " (DfE, {})", ", September {}", "” {}", " – {}", " \n{}", ", DfE ({})"]),
)
def test_a_year_is_read_however_it_is_written(title: str, year: int, form: str) -> None:
    citations = find_citations(f"We follow {title}{form.format(year)}.", REGISTER)
    assert [c.year for c in citations] == [year]


@settings(deadline=None)
@given(st.text(alphabet=" \n.,'()0123456789KCSIEkeepingchldrsaftuo", max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    for citation in find_citations(text, REGISTER):
        assert citation.text


STANDINGS = [
    ("KCSIE 2025", "2026-08-31", State.CURRENT),
    ("KCSIE 2025", "2026-09-01", State.SUPERSEDED),
    ("KCSIE 2026", "2026-08-31", State.CURRENT),  # known, and ahead of its day
    ("KCSIE 2017", "2018-01-01", State.SUPERSEDED),  # there was none
    ("KCSIE", "2026-11-21", State.UNDATED),
    ("KCSIE 2028", "2026-11-21", State.UNKNOWN),
    ("Working Together 2019", "2023-12-14", State.CURRENT),
    ("Working Together 2019", "2023-12-15", State.SUPERSEDED),
    ("EYFS 2020", "2020-10-01", State.CURRENT),  # the early adopters' version
    ("EYFS 2020", "2021-09-01", State.SUPERSEDED),
    ("RSHE 2020", "2026-08-31", State.CURRENT),  # the 2019 guidance, by its start
    ("RSHE 2020", "2026-09-01", State.SUPERSEDED),
    ("filtering and monitoring standards 2026", "2026-11-21", State.CURRENT),
    ("filtering and monitoring standards (June 2026)", "2026-11-21", State.SUPERSEDED),
    ("Preventing and tackling bullying 2019", "2026-11-21", State.UNKNOWN),
    ("Sexual violence and sexual harassment between children in schools 2021", "2022-08-31", State.CURRENT),
    ("Sexual violence and sexual harassment between children in schools 2021", "2022-09-01", State.WITHDRAWN),
    ("Data Protection Act 1998", "2018-05-25", State.WITHDRAWN),
    ("Sexual Offences Act 2003", "2026-11-21", State.UNDATED),
    ("online harms white paper", "2023-10-25", State.CURRENT),
    ("online harms white paper", "2023-10-26", State.SUPERSEDED),
]


@pytest.mark.parametrize(("text", "on", "state"), STANDINGS)
def test_how_a_citation_stands(text: str, on: str, state: State) -> None:
    standings = [judge(c, REGISTER, date.fromisoformat(on)) for c in find_citations(text, REGISTER)]
    assert state in {s.state for s in standings if s}
