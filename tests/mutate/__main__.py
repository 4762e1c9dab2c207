"""`make mutate`: single faults put into clean policies by seed, and what the audit makes of them."""

from __future__ import annotations

import argparse
import sys

from tests.mutate.drawing import campaign

_CAUGHT = 0.99
_FALSE = 1 / 20


def main() -> int:
    """Draw, tell each kind's figures, and leave with 1 under the bars."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutate")
    parser.add_argument("--draws", type=int, default=2000)
    parser.add_argument("--policies", type=int, default=40, help="how many clean policies to draw from")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument(
        "--details", action="store_true", help="list what was missed and what was told as well"
    )
    options = parser.parse_args()
    tallies, false = campaign(options.draws, options.policies, options.seed)
    for name, tally in tallies.items():
        aside = f"{tally.no_fault:>6} set aside as no fault" if tally.no_fault else ""
        print(f"{name:<24}{tally.draws:>6} draws{tally.caught:>6} caught{tally.alone:>6} alone{aside}")
    draws = sum(t.draws for t in tallies.values())
    caught = sum(t.caught for t in tallies.values()) / draws
    alone = sum(t.alone for t in tallies.values()) / draws
    print(f"{len(tallies)} kinds, {draws} draws: {caught:.1%} caught, {alone:.1%} with nothing else told")
    print(f"false findings in {len(false)} of {options.policies} clean policies")
    if options.details:
        for tally in tallies.values():
            print("\n".join([*tally.misses, *tally.others]))
        print("\n".join(false))
    return int(caught < _CAUGHT or len(false) > options.policies * _FALSE)


sys.exit(main())
