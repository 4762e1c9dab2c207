"""Sets of numbers as the bits of one behave as sets do."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.sections.numbers import in_at_least, joined, numbers_in, numbers_set

SETS = st.lists(st.frozensets(st.integers(0, 300), max_size=12), max_size=6)


@given(st.frozensets(st.integers(0, 5_000), max_size=40))
def test_a_set_comes_back_in_order(numbers: frozenset[int]) -> None:
    assert list(numbers_in(numbers_set(numbers))) == sorted(numbers)


@given(SETS)
def test_sets_are_joined(sets: list[frozenset[int]]) -> None:
    assert set(numbers_in(joined(map(numbers_set, sets)))) == frozenset().union(*sets)


@given(SETS, st.integers(1, 4))
def test_what_is_in_enough_of_some_sets(sets: list[frozenset[int]], least: int) -> None:
    counted = Counter(n for one in sets for n in one)
    expected = {n for n, count in counted.items() if count >= least}
    assert set(numbers_in(in_at_least(least, map(numbers_set, sets)))) == expected
