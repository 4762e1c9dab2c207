"""A standard's file that cannot be used is told in one line, and nothing is fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_kit.errors import InvalidStandard
from policy_kit.standard import load_standard


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.yaml", "title: [unclosed", "line"),
        ("a.json", "{ not json", "line 1"),
        ("a.yaml", "- a\n- list", "a standard is a mapping"),
        ("a.yaml", "title: Nothing\nproperties: {}", "names no sections"),
        ("a.yaml", "allOf: [{$ref: https://elsewhere.example/s.json}]", "never fetched"),
        ("a.yaml", "allOf: [{$ref: not-there}]", "there is no such standard"),
        ("a.yaml", "allOf: [{$ref: a.yaml}]", "more than 12 deep"),
    ],
)
def test_a_bad_file_is_told(tmp_path: Path, name: str, text: str, said: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidStandard, match=said):
        load_standard(str(file))


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(InvalidStandard, match="online-safety"):
        load_standard("onlin-safety")
