"""`make evaluate`: measure the audit on the corpus, write the figures down, and tell them.

`--details` lists the disagreements of the part that is tuned on; those of the measured part are never listed.
`--measure-only` and `--tune-only` leave the other part and the files as they are.
"""

from __future__ import annotations

import argparse

from tests.evaluate.labels import MEASURED, TUNED
from tests.evaluate.measuring import figures, measured_parts
from tests.evaluate.telling import BARS, details, told, write_results

_PARTS = {"tune": TUNED, "measure": MEASURED}


def main() -> None:
    """Measure, write and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate")
    parser.add_argument("--details", action="store_true", help="list the tuned part's disagreements")
    parser.add_argument("--tune-only", action="store_true", help="measure the tuned part, write nothing")
    parser.add_argument("--measure-only", action="store_true", help="measure the other part, write nothing")
    options = parser.parse_args()
    asked = ["tune"] if options.tune_only else ["measure"] if options.measure_only else list(_PARTS)
    scores = {part: measured_parts(_PARTS[part]) for part in asked}
    for part, one in scores.items():
        print("\n".join(told("Tuned on" if part == "tune" else "Only measured", one)), end="\n\n")
    if options.details and "tune" in scores:
        print("\n".join(details(scores["tune"])))
    made = {part: figures(one) for part, one in scores.items()}
    for name, bar in BARS.items() if made.get("measure", {}).get("documents") else ():
        if made["measure"][name] < bar:
            print(f"Under its bar of {bar:.0%} on the measured part: {name}, {made['measure'][name]:.1%}")
    if len(asked) == len(_PARTS):
        write_results(made)


main()
