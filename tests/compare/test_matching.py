"""The laws of pairing lines."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.compare.in_step import in_order
from policy_kit.compare.lines import line_of
from policy_kit.compare.matching import match

words = st.sampled_from(
    ["the", "head", "must", "read", "all", "of", "it", "each", "term", "and", "year", "for", "every", "child"]
)
texts = st.lists(st.lists(words, max_size=7).map(" ".join), max_size=10)


@given(texts, texts)
def test_no_line_is_in_two_pairs(old: list[str], new: list[str]) -> None:
    pairs = match([line_of(t) for t in old], [line_of(t) for t in new])
    assert len(set(pairs.values())) == len(pairs)
    assert all(0 <= i < len(old) and 0 <= j < len(new) for i, j in pairs.items())


@given(texts)
def test_a_text_pairs_with_itself_in_order(lines: list[str]) -> None:
    made = [line_of(t) for t in lines]
    found = match(made, made)
    assert all(made[i].key == made[j].key for i, j in found.items())
    assert {i for i in range(len(lines)) if lines[i]} <= found.keys()


@given(st.permutations(["one two three", "four five six", "seven eight nine", "ten eleven twelve"]))
def test_lines_in_another_order_are_all_found(new: list[str]) -> None:
    old = ["one two three", "four five six", "seven eight nine", "ten eleven twelve"]
    pairs = match([line_of(t) for t in old], [line_of(t) for t in new])
    assert [new[pairs[i]] for i in range(4)] == old


@given(
    st.dictionaries(st.integers(0, 6), st.integers(0, 6), max_size=6),
    st.lists(st.integers(1, 5), min_size=7, max_size=7),
)
def test_in_order_keeps_the_most_words(pairs: dict[int, int], weights: list[int]) -> None:
    pairs = {i: j for n, (i, j) in enumerate(pairs.items()) if j not in list(pairs.values())[:n]}
    kept = in_order(pairs, weights)
    assert list(kept) == sorted(kept)
    assert list(kept.values()) == sorted(kept.values())
    best = max(
        sum(weights[i] for i in chosen)
        for size in range(len(pairs) + 1)
        for chosen in combinations(sorted(pairs), size)
        if [pairs[i] for i in chosen] == sorted(pairs[i] for i in chosen)
    )
    assert sum(weights[i] for i in kept) == best
