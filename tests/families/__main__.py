"""`python -m tests.families`: measure the banks of wordings."""

from __future__ import annotations

import argparse

import yaml

from tests.families.asking import judge
from tests.families.banks import FAMILIES, FLOOR, HALVES, details, load, rightly, table


def main() -> None:
    """Print the figures; with --details the tuned half's faults; with --write keep the floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.families")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", choices=FAMILIES, help="one family")
    options = parser.parse_args()
    asked = [options.only] if options.only else FAMILIES
    judged = [judge(item) for family in asked for item in load(family)]
    print("\n".join(table(judged)))
    if options.details:
        print("\n".join(details(judged)))
    if options.write and not options.only:
        floor = {half: rightly(judged, half) for half in HALVES}
        FLOOR.write_text(yaml.safe_dump(floor, sort_keys=False), encoding="utf-8")


main()
