"""How wide a text is on a terminal."""

from __future__ import annotations

import unicodedata

import pytest

from policy_kit.reports.text_page import columns


@pytest.mark.parametrize(
    ("text", "width"), [("Aims", 4), ("“It’s” – é", 10), ("方针", 4), ("e\u0301a", 2), ("", 0)]
)
def test_how_many_columns_a_text_fills(text: str, width: int) -> None:
    assert columns(text) == width


def test_letters_that_fill_no_single_column_are_counted() -> None:
    odd = [
        chr(at)
        for at in range(0x3100)
        if unicodedata.combining(chr(at)) or unicodedata.east_asian_width(chr(at)) in "WF"
    ]
    assert len(odd) > 500
    assert [letter for letter in odd if columns(letter) == 1] == []
