"""The bank of wordings: how many ways of making a point are found, and how many near misses are refused.

Each file under bank/ holds, for the points of one section, fragments as schools might word them: under
`makes` those a careful reader grants, under `misses` those that only come close. They were written from
the points' own texts by somebody who had not seen the rules for evidence. Rules may be mended by what
the tune half shows; the held-out half is for measuring alone, so nothing here prints its single items.
Points that are read off facts (names, dates, the edition cited, numbered appendices) have no wordings.

Each item is judged at two places, with figures and a floor of its own for each. Alone: below a title, under
no other heading than the one it was written with, which may name another matter or none; that measures what
is found and refused where nothing else tells what the text is about. In place: with that heading under the
title of its own section, as most policies have it; that measures the evidence without the naming of headings.

    python -m tests.points.bank             figures for each section
    python -m tests.points.bank --details   and each item of the tune half that is judged wrongly
    python -m tests.points.bank --write     and keep the figures as the floor the suite holds
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tests.points.asking import POINTS, is_made

HALVES = ("tune", "held-out")
LEVELS = ("must", "should")
BANK = Path(__file__).parent / "bank"
PLACES = ("alone", "in place")
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
class Judged:
    """An item with the tool's answer, and whether one not found would be under the section's own heading."""

    item: Item
    granted: bool
    lost_by_heading: bool


@dataclass(frozen=True)
class Figures:
    """Counts over a set of judged items."""

    makes: int
    found: int
    lost_by_heading: int
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


@cache
def load(half: str) -> tuple[Item, ...]:
    """Return the half's items in the order of its files."""
    out = []
    for file in sorted((BANK / half).glob("*.yaml")):
        for point, given in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            for kind in ("makes", "misses"):
                out += [Item(file.stem, point, kind == "makes", text) for text in given.get(kind, ())]
    return tuple(out)


def judge(item: Item) -> Judged:
    """Ask a policy of a title and the fragment alone; a lost one again under the section's heading."""
    section, point = POINTS[item.point]
    granted = is_made(section, point, f"{TITLE}\n{item.fragment}")
    if granted or not item.grants:
        return Judged(item, granted, lost_by_heading=False)
    text = item.fragment.partition("\n")[2]
    return Judged(item, granted, is_made(section, point, f"{TITLE}\n## {section.title}\n{text}"))


def judge_in_place(item: Item) -> Judged:
    """Ask a policy in which the fragment, with its heading, stands under the title of its section."""
    section, point = POINTS[item.point]
    granted = is_made(section, point, f"{TITLE}\n## {section.title}\n#{item.fragment}")
    return Judged(item, granted, lost_by_heading=False)


def figures(half: str, place: str) -> Figures:
    """Return the counts over a half's items at one of the two places."""
    return count((judge if place == "alone" else judge_in_place)(item) for item in load(half))


def count(judged: Iterable[Judged]) -> Figures:
    """Return the counts over the judged items."""
    held = list(judged)
    makes = [j for j in held if j.item.grants]
    misses = [j for j in held if not j.item.grants]
    return Figures(
        makes=len(makes),
        found=sum(j.granted for j in makes),
        lost_by_heading=sum(j.lost_by_heading for j in makes),
        misses=len(misses),
        granted=sum(j.granted for j in misses),
    )


def line(name: str, f: Figures) -> str:
    """Return a line of the table: name, makes found, makes lost only by their heading, misses granted."""
    return (
        f"  {name:36} found {f.found:4} of {f.makes:4} ({f.floor['found']:3}%)   "
        f"lost by heading {f.lost_by_heading:3}   falsely granted {f.granted:3} of {f.misses:3}"
    )


def report(half: str, judged: list[Judged]) -> list[str]:
    """Return the half's table: a line for each section, then for each level and for all."""
    sections = dict.fromkeys(j.item.section for j in judged)
    return [
        half,
        *(line(s, count(j for j in judged if j.item.section == s)) for s in sections),
        *(line(f"all {v}s", count(j for j in judged if level(j) == v)) for v in LEVELS),
        line("all", count(judged)),
    ]


def level(judged: Judged) -> str:
    """Return the level of the item's point."""
    return POINTS[judged.item.point][1].level


def details(judged: Iterable[Judged]) -> list[str]:
    """Return a line for each item that is judged wrongly."""
    return [
        f"{j.item.point}: {fault(j)}: {' '.join(j.item.fragment.split())}"
        for j in judged
        if j.granted != j.item.grants
    ]


def fault(judged: Judged) -> str:
    """Return what is wrong with the answer to an item that is judged wrongly."""
    if not judged.item.grants:
        return "falsely granted"
    return "lost by its heading" if judged.lost_by_heading else "not found"


def main() -> None:
    """Print the figures; with --details the tune half's faults; with --write keep the floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.points.bank")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    judged = {half: [judge(item) for item in load(half)] for half in HALVES}
    for half in HALVES:
        print("\n".join(report(half, judged[half])))
    placed = {half: figures(half, "in place") for half in HALVES}
    print("\n".join(line(f"{half}, in place", one) for half, one in placed.items()))
    if options.details:
        print("\n".join(details(judged["tune"])))
    if options.write:
        floor = {
            half: {"alone": count(judged[half]).floor, "in place": placed[half].floor} for half in HALVES
        }
        FLOOR.write_text(yaml.safe_dump(floor, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
