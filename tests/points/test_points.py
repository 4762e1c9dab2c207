"""Each point of the standard: passages that make it, and passages that only look as if they did.

A case's text stands under its section's own heading, unless it brings headings of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.points.asking import POINTS, is_made

CASES = Path(__file__).parent / "cases"


def cases(kind: str) -> list[Any]:
    out = []
    for file in sorted(CASES.glob("*.yaml")):
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
        for point, given in held.items():
            for number, text in enumerate(given.get(kind, ()), 1):
                out.append(pytest.param(point, text, id=f"{point}-{number}"))
    return out


def made_by(point: str, text: str) -> bool:
    section, asked = POINTS[point]
    return is_made(section, asked, text if text.lstrip().startswith("#") else f"# {section.title}\n{text}")


@pytest.mark.parametrize(("point", "text"), cases("met"))
def test_a_passage_that_makes_the_point(point: str, text: str) -> None:
    assert made_by(point, text)


@pytest.mark.parametrize(("point", "text"), cases("not_met"))
def test_a_passage_that_does_not(point: str, text: str) -> None:
    assert not made_by(point, text)


def test_the_cases_name_points_that_exist() -> None:
    named = {p for f in CASES.glob("*.yaml") for p in yaml.safe_load(f.read_text(encoding="utf-8"))}
    assert named <= set(POINTS)
