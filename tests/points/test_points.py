"""Each point of the standard: passages that make it, and passages that only look as if they did.

A case's text stands under its section's own heading, unless it brings headings of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_kit.sections.assigning import assign
from policy_kit.sections.evidence import Ground, find_evidence
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.passages import cut
from policy_kit.standard import Point, StandardSection, load_standard
from tests.build import document_from_markup

STANDARD = load_standard()
POINTS = {p.id: (s, p) for s in STANDARD.sections for p in s.points}
CASES = Path(__file__).parent / "cases"


def cases(kind: str) -> list[Any]:
    out = []
    for file in sorted(CASES.glob("*.yaml")):
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
        for point, given in held.items():
            for number, text in enumerate(given.get(kind, ()), 1):
                out.append(pytest.param(point, text, id=f"{point}-{number}"))
    return out


def is_made(section: StandardSection, point: Point, text: str) -> bool:
    markup = text if text.lstrip().startswith("#") else f"# {section.title}\n{text}"
    document = document_from_markup(markup)
    index = TermIndex(cut(document), STANDARD.words, {"recording_system": ("CPOMS",)})
    assignment = assign(document, STANDARD, index)
    own = {
        s.id: frozenset(
            n
            for block, ids in assignment.of_block.items()
            if s.id in ids
            for n in index.passages.of_block.get(block, ())
        )
        for s in STANDARD.sections
    }
    return find_evidence(point, section, Ground(document, index, own, frozenset(), {})) is not None


@pytest.mark.parametrize(("point", "text"), cases("met"))
def test_a_passage_that_makes_the_point(point: str, text: str) -> None:
    section, asked = POINTS[point]
    assert is_made(section, asked, text)


@pytest.mark.parametrize(("point", "text"), cases("not_met"))
def test_a_passage_that_does_not(point: str, text: str) -> None:
    section, asked = POINTS[point]
    assert not is_made(section, asked, text)


def test_the_cases_name_points_that_exist() -> None:
    named = {p for f in CASES.glob("*.yaml") for p in yaml.safe_load(f.read_text(encoding="utf-8"))}
    assert named <= set(POINTS)
