"""The bank of wordings: how many ways of making a point are found, and how many near misses are refused.

Each file under bank/ holds, for the points of one section, fragments as schools might word them: under
`makes` those a careful reader grants, under `misses` those that only come close. They were written from
the points' own texts by somebody who had not seen the rules for evidence. Rules may be mended by what
the tune half shows; the held-out half is for measuring alone, so nothing here prints its single items.

    python -m tests.points.bank             figures for each section
    python -m tests.points.bank --details   and each item of the tune half that is judged wrongly
    python -m tests.points.bank --write     and keep the figures as the floor the suite holds
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.points.asking import POINTS, is_made

HALVES = ("tune", "held-out")
LEVELS = ("must", "should")
BANK = Path(__file__).parent / "bank"
FLOOR = BANK / "floor.yaml"
TITLE = "# Online safety policy"


@dataclass(frozen=True)
class Item:
    """One fragment: whose it is, and whether a reader grants the point on it."""

    section: str
    point: str
    grants: bool
    fragment: str


@dataclass(frozen=True)
class Figures:
    """Counts over a set of judged items."""

    makes: int
    found: int
    misses: int
    granted: int

    @property
    def floor(self) -> dict[str, int]:
        """Whole percents, rounded down: makes that are found, near misses that are refused."""
        refused = self.misses - self.granted
        return {
            "found": 100 * self.found // max(self.makes, 1),
            "refused": 100 * refused // max(self.misses, 1),
        }


def load(half: str) -> list[Item]:
    """Return the half's items in the order of its files."""
    out = []
    for file in sorted((BANK / half).glob("*.yaml")):
        for point, given in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            for kind in ("makes", "misses"):
                out += [Item(file.stem, point, kind == "makes", text) for text in given.get(kind, ())]
    return out


def granted(item: Item) -> bool:
    """Whether the point is found in a policy that holds a title and the fragment alone."""
    section, point = POINTS[item.point]
    return is_made(section, point, f"{TITLE}\n{item.fragment}")


def judge(items: Iterable[Item]) -> list[tuple[Item, bool]]:
    """Return each item with the tool's answer."""
    return [(item, granted(item)) for item in items]


def count(judged: Iterable[tuple[Item, bool]]) -> Figures:
    """Return the counts over the judged items."""
    answers = [(item.grants, answer) for item, answer in judged]
    return Figures(
        makes=sum(grants for grants, _ in answers),
        found=sum(grants and answer for grants, answer in answers),
        misses=sum(not grants for grants, _ in answers),
        granted=sum(answer and not grants for grants, answer in answers),
    )


def line(name: str, figures: Figures) -> str:
    """Return a line of the table: name, makes found, misses granted."""
    return (
        f"{name:38} found {figures.found:4} of {figures.makes:4} ({figures.floor['found']:3}%)   "
        f"falsely granted {figures.granted:3} of {figures.misses:3}"
    )


def report(half: str, judged: list[tuple[Item, bool]]) -> list[str]:
    """Return the half's table: a line for each section, then musts, others and all."""

    def row(name: str, chosen: Iterable[tuple[Item, bool]]) -> str:
        return "  " + line(name, count(chosen))

    sections = dict.fromkeys(item.section for item, _ in judged)
    return [
        half,
        *(row(s, (j for j in judged if j[0].section == s)) for s in sections),
        *(row(f"all {v}s", (j for j in judged if POINTS[j[0].point][1].level == v)) for v in LEVELS),
        row("all", judged),
    ]


def details(judged: list[tuple[Item, bool]]) -> list[str]:
    """Return a line for each item that is judged wrongly."""
    wrong = [item for item, answer in judged if answer != item.grants]
    return [
        f"{i.point}: {'not found' if i.grants else 'falsely granted'}: {' '.join(i.fragment.split())}"
        for i in wrong
    ]


def main() -> None:
    """Print the figures; with --details the tune half's faults; with --write keep the floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.points.bank")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    judged = {half: judge(load(half)) for half in HALVES}
    for half in HALVES:
        print("\n".join(report(half, judged[half])))
    if options.details:
        print("\n".join(details(judged["tune"])))
    if options.write:
        floor = {half: count(judged[half]).floor for half in HALVES}
        FLOOR.write_text(yaml.safe_dump(floor, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
