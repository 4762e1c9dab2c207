"""A sample of the mutation benchmark: each kind of fault once, caught at its place with nothing else told."""

from __future__ import annotations

import random

import pytest

from tests.mutate.drawing import FAULTS, Bench, Tally, drawn_profiles


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(drawn_profiles(3, seed=1))


def test_there_are_thirty_kinds_and_more() -> None:
    assert len(FAULTS) >= 30


@pytest.mark.parametrize("name", list(FAULTS))
def test_a_fault_is_caught_and_nothing_else_is_told(name: str, bench: Bench) -> None:
    tally, rng = Tally(), random.Random(name)
    for _ in range(12):
        if not tally.draws:
            bench.draw(name, rng, tally)
    assert tally.draws == 1, "none of the policies can have this fault"
    assert (tally.misses, tally.others) == ([], [])


def test_the_clean_policies_are_clean(bench: Bench) -> None:
    assert [f.message for number in range(3) for f in bench.clean(number).told] == []


def test_a_miss_is_counted_as_one(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The benchmark can fail: where no check speaks, the fault is missed."""
    monkeypatch.setattr("policy_kit.audit.run_checks", lambda policy, facts, told: ())
    tally = Tally()
    bench.draw("placeholder", random.Random(1), tally)
    assert (tally.draws, tally.caught, tally.alone) == (1, 0, 0)
