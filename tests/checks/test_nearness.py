"""How near two words are, held against the plain definition."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.checks.currency.nearness import nearly, nearness, same_word, suspects
from policy_kit.guidance.joined import JoinedText
from policy_kit.model import Block, BlockKind

WORDS = st.text(alphabet="abc", max_size=8)


def slips(first: str, second: str) -> int:
    """The plain definition: the whole table, each letter against each."""
    table = [[i + j if not i or not j else 0 for j in range(len(second) + 1)] for i in range(len(first) + 1)]
    for i, a in enumerate(first, 1):
        for j, b in enumerate(second, 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@settings(deadline=None)
@given(WORDS, WORDS, st.integers(0, 2))
def test_it_is_the_plain_definition_up_to_the_bound(first: str, second: str, most: int) -> None:
    true = slips(first, second)
    assert nearness(first, second, most) == (true if true <= most else None)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("eduction", "education"),
        ("safegaurd", "safeguard"),
        ("childine", "childline"),
        ("fundation", "foundation"),
    ],
)
def test_a_slip_is_seen(written: str, right: str) -> None:
    assert nearly(written, right)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("children", "children's"),
        ("school", "schools"),
        ("education", "educational"),
        ("confiscation", "confiscating"),
        ("professional", "professionals"),
    ],
)
def test_another_form_is_no_slip(first: str, second: str) -> None:
    assert same_word(first, second)
    assert not nearly(first, second)


@settings(deadline=None)
@given(
    st.sampled_from(["education", "safeguarding", "childline", "confiscation", "watch", "kcsie"]),
    st.integers(0, 3),
    st.integers(0, 11),
    st.characters(min_codepoint=97, max_codepoint=122),
)
def test_one_slip_anywhere_is_found_in_a_text(right: str, kind: int, at: int, letter: str) -> None:
    at %= len(right)
    swapped = right[:at] + right[at + 1 : at + 2] + right[at] + right[at + 2 :]
    written = [
        right[:at] + right[at + 1 :],
        right[:at] + letter + right[at:],
        right[:at] + letter + right[at + 1 :],
        swapped,
    ][kind]
    text = JoinedText((Block(0, BlockKind.PARAGRAPH, f"we keep {written} in mind"),))
    if nearly(written, right):
        assert right in suspects(text, {right}).get(written, set())
