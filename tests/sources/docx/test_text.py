"""All text of every part is read, in place, once; what is no text is not; the rest is reported."""

from __future__ import annotations

from typing import Any

import pytest

from policy_kit.model import Block
from tests.sources.docx.build import read_parts
from tests.sources.docx.markup import load_cases, parts_of


def _said(block: Block, names: dict[str, Any]) -> dict[str, Any]:
    """What a block has under these names, in the plain values that a case is written in."""
    said = {name: getattr(block, name) for name in names}
    if "links" in said:
        said["links"] = [[link.text, link.target] for link in block.links]
    return {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}


@pytest.mark.parametrize("case", load_cases("text"), ids=lambda case: case["name"])
def test_text_is_read(case: dict[str, Any]) -> None:
    document = read_parts(parts_of(case))
    assert [[b.kind, b.text] for b in document.blocks] == [expected[:2] for expected in case["blocks"]]
    for block, expected in zip(document.blocks, case["blocks"], strict=True):
        more = expected[2] if len(expected) > 2 else {}
        assert _said(block, more) == more
    if "absent" in case:
        assert not any(case["absent"] in b.text for b in document.blocks)
    if "revisions" in case:
        assert document.revisions == case["revisions"]
    if "comments" in case:
        assert [[c.author, c.text, c.location.block] for c in document.comments] == case["comments"]


@pytest.mark.parametrize("case", load_cases("not_read"), ids=lambda case: case["name"])
def test_what_is_not_read_is_reported(case: dict[str, Any]) -> None:
    document = read_parts(parts_of(case))
    assert [n.what for n in document.not_checked] == [what for what, _, _ in case["reports"]]
    for note, (_, reason, block) in zip(document.not_checked, case["reports"], strict=True):
        assert reason in note.reason
        assert note.location.block == block


def test_indexes_count_the_blocks() -> None:
    case = next(c for c in load_cases("text") if c["name"] == "footnote")
    document = read_parts(parts_of(case))
    assert [b.index for b in document.blocks] == list(range(len(document.blocks)))


def test_place_of_what_is_not_read_names_its_heading() -> None:
    case = load_cases("not_read")[0]
    assert read_parts(parts_of(case)).not_checked[0].location.heading_path == ("Aims",)


def test_many_things_not_read_are_counted_in_one() -> None:
    picture = "<w:p><m:oMath><m:r><m:t>a</m:t></m:r></m:oMath></w:p>"
    notes = read_parts(picture * 100).not_checked
    assert len(notes) == 61
    assert "40 more" in notes[-1].reason
