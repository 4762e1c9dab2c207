"""`make closed-loop`: the closed loop over thousands of drawn schools, rather than the suite's forty.

`python -m tests.e2e.closed_loop --schools 2000 --seed 1 --jobs 2` draws schools, generates each one's policy,
audits it and tells every error, warning and thin section found, and for which school. Same seed, same ones.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from policy_kit.profile import profile_from
from tests.e2e.test_closed_loop import faults
from tests.profile.strategies import profiles

_A_BATCH = 50  # schools drawn by one seed, so that a fault is found again without drawing them all
_KIND = ("phase", "school_type", "age_range", "is_boarding", "phone_policy_choice", "device_scheme", "byod")


def batch(number: int, count: int) -> tuple[int, list[tuple[str, str]]]:
    """Draw schools by a seed; return how many there were, and each fault with the kind of school it is of."""
    found: list[tuple[str, str]] = []
    drawn = 0

    @seed(number)
    @given(profiles())
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def run(data: dict[str, Any]) -> None:
        nonlocal drawn
        drawn += 1
        kind = ", ".join(f"{name} {data.get(name)}" for name in _KIND)
        found.extend((fault, kind) for fault in faults(profile_from(data, "drawn")))

    run()
    return drawn, found


def main() -> None:
    """Draw, generate, audit and tell; leave with status 1 if any policy did not audit clean."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--schools", type=int, default=2_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=2)
    given_ = asked.parse_args()
    batches = -(-given_.schools // _A_BATCH)
    drawn = 0
    faults_found: Counter[str] = Counter()
    first: dict[str, str] = {}
    with ProcessPoolExecutor(given_.jobs) as pool:
        numbers = range(given_.seed * 100_000, given_.seed * 100_000 + batches)
        for number, (count, found) in zip(
            numbers, pool.map(batch, numbers, [_A_BATCH] * batches), strict=True
        ):
            drawn += count
            for fault, kind in found:
                faults_found[fault] += 1
                first.setdefault(fault, f"batch {number}: {kind}")
            print(f"{drawn} schools, {sum(faults_found.values())} faults", file=sys.stderr, flush=True)
    for fault, times in faults_found.most_common():
        print(f"{times} times: {fault}\n    first in {first[fault]}")
    print(f"{drawn} schools drawn; {sum(faults_found.values())} errors, warnings and thin sections")
    sys.exit(1 if faults_found else 0)


if __name__ == "__main__":
    main()
