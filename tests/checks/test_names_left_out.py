"""Names say who and not what: they are left out where passages are asked whether they say the same."""

from __future__ import annotations

import pytest

from policy_kit.checks.repetition.retold import firms_of, without_names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("IT support is provided by R&D <Networks> Ltd. The IT team", {"r", "d", "networks", "ltd"}),
        (
            "run by Quillow and Marsh Computing Limited, who",
            {"quillow", "and", "marsh", "computing", "limited"},
        ),
        ("(Brook Data LLP) keeps it", {"brook", "data", "llp"}),
        ("Access is limited to staff.", set()),
        ("Limited use is allowed.", set()),
        ("It is kept by Brook Data, who keep it", set()),
    ],
)
def test_a_firms_full_name(text: str, words: set[str]) -> None:
    assert firms_of(text) == words


def test_names_of_people_and_firms_are_left_out_alike() -> None:
    text = "Quillow Brook Limited mends tablets for Anne Poe"
    left = without_names(text.lower().split(), frozenset({"anne", "poe"}), [text])
    assert list(left) == ["mends", "tablets", "for"]
