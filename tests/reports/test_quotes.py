"""Finds the words that a finding quotes, however the quote was shortened."""

from __future__ import annotations

import pytest

from policy_kit.reports.quotes import quoted_spans


@pytest.mark.parametrize(
    ("text", "quote", "number", "found"),
    [
        ("Staff follow KCSIE 2020.", "KCSIE 2020", "", ["KCSIE 2020"]),
        ("Staff  follow\nKCSIE", "staff FOLLOW kcsie", "", ["Staff  follow\nKCSIE"]),
        ("twice and twice", "twice", "", ["twice", "twice"]),
        ("Filtering", "7.3 Filtering", "7.3", ["Filtering"]),
        ("A long text that goes on and on", "A long text that…", "", ["A long text that"]),
        ("A long text that goes on", "…goes on", "", ["goes on"]),
        ("first part, then the last part", "first part … last part", "", ["first part", "last part"]),
        ("The DSL is ………… today", "…………", "", ["…………"]),
        ("Who", "Who | What", "", ["Who"]),
        ("nothing of it", "something else", "", []),
        ("anything", "", "", []),
        ("anything", "…", "", []),
        ("[insert (name)*]", "[insert (name)*]", "", ["[insert (name)*]"]),
    ],
)
def test_quoted_words_are_found(text: str, quote: str, number: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text, quote, number)] == found
