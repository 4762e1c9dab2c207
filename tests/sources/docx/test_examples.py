"""Real policies, where they are at hand: the same headings whether made with styles or in bold."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_kit.model import BlockKind, Document
from policy_kit.sources.docx import read_docx
from policy_kit.sources.outline import number_depth, typed_number

_EXAMPLES = Path(__file__).resolve().parents[4] / "shared" / "examples"


def _example(name: str) -> Document:
    path = _EXAMPLES / name
    if not path.exists():
        pytest.skip(f"the example {name} is not at hand")
    return read_docx(path, path.read_bytes())


@pytest.fixture(scope="module", params=["headings", "bold"])
def policy(request: pytest.FixtureRequest) -> Document:
    return _example(f"litherland-moss-2021-{request.param}.docx")


def test_headings_have_the_levels_of_their_numbers(policy: Document) -> None:
    headings = [b for b in policy.blocks if b.is_heading]
    assert len(headings) == 62
    assert all(b.level == number_depth(typed_number(b.text)[0]) for b in headings)


def test_the_section_that_stands_twice_is_seen_twice(policy: Document) -> None:
    twice = [b.text for b in policy.blocks if b.is_heading and b.text.endswith("Safety of our Website")]
    assert [typed_number(text)[0] for text in twice] == ["7.6", "7.7"]


def test_contents_list_is_told_apart(policy: Document) -> None:
    contents = [b.text for b in policy.blocks if b.kind is BlockKind.CONTENTS]
    assert len(contents) == 51
    assert contents[0].startswith("1. Policy Aims")
    assert contents[-1].startswith("Annex 1")


def test_text_stands_below_its_headings(policy: Document) -> None:
    block = next(b for b in policy.text_blocks if b.is_heading and b.text == "7.3.2 Appropriate filtering")
    path = policy.heading_path(policy.blocks[block.index + 1])
    assert [typed_number(text)[0] for text in path] == ["7", "7.3", "7.3.2"]


def test_hand_made_headings_are_those_made_with_styles() -> None:
    made, styled = (_example(f"litherland-moss-2021-{name}.docx") for name in ("bold", "headings"))
    assert [(b.kind, b.level, b.text) for b in made.blocks] == [
        (b.kind, b.level, b.text) for b in styled.blocks
    ]
    assert {b.heading_by for b in made.blocks if b.is_heading} == {"look"}
    assert {b.heading_by for b in styled.blocks if b.is_heading} == {"style"}
