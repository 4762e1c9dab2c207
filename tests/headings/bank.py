"""The bank of headings: of how many headings the sections are named, by their words alone.

Each file under bank/ is a list of headings as schools might word them, with the sections that each names:
one, several, or none. They were written from the titles of the sections by people who had not seen the
wordings and terms that the standard knows; only tune/w6.yaml was written beside the terms. Terms may be
mended by what the tune half shows; the held-out half is for measuring alone, so nothing here prints its
single items.

    python -m tests.headings.bank             figures of both halves
    python -m tests.headings.bank --details   and each heading of the tune half that is named otherwise
    python -m tests.headings.bank --write     and keep the figures as the floor the suite holds
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from policy_kit.sections.assigning import assign
from policy_kit.sections.cutting import cut
from policy_kit.sections.matching import TermIndex
from policy_kit.standard import load_standard
from tests.build import document_from_markup

HALVES = ("tune", "held-out")
BANK = Path(__file__).parent / "bank"
FLOOR = BANK / "floor.yaml"
STANDARD = load_standard()
_TEXT = "The office keeps a copy."  # of no section's matter


@dataclass(frozen=True)
class Item:
    """A heading and the sections that a reader takes it to name."""

    heading: str
    sections: frozenset[str]


@dataclass(frozen=True)
class Judged:
    """An item with the sections that the tool names."""

    item: Item
    named: frozenset[str]

    @property
    def right(self) -> bool:
        return self.named == self.item.sections

    @property
    def near(self) -> bool:
        """Whether all that is named is right, though one of several sections may be passed over."""
        return self.named <= self.item.sections and bool(self.named) == bool(self.item.sections)


@dataclass(frozen=True)
class Figures:
    """Counts over a set of judged headings, and over the sections told and labelled."""

    headings: int
    right: int
    near: int
    told: int
    told_rightly: int
    labelled: int

    @property
    def floor(self) -> dict[str, int]:
        """Whole percents, rounded down."""
        return {
            "exact": 100 * self.right // max(self.headings, 1),
            "one of several": 100 * self.near // max(self.headings, 1),
            "precision": 100 * self.told_rightly // max(self.told, 1),
            "recall": 100 * self.told_rightly // max(self.labelled, 1),
        }


@cache
def load(half: str) -> tuple[Item, ...]:
    """Return the half's headings in the order of its files."""
    out = []
    for file in sorted((BANK / half).glob("*.yaml")):
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
        out += [Item(given["heading"], frozenset(given["sections"])) for given in held]
    return tuple(out)


def judge(item: Item) -> Judged:
    """Name the sections of the heading over a text that says nothing."""
    document = document_from_markup(f"## {item.heading}\n\n{_TEXT}")
    assignment = assign(document, STANDARD, TermIndex(cut(document), STANDARD.words, {}))
    return Judged(item, frozenset(assignment.of_block[0]))


def count(judged: Iterable[Judged]) -> Figures:
    """Return the counts over the judged headings."""
    held = list(judged)
    return Figures(
        headings=len(held),
        right=sum(j.right for j in held),
        near=sum(j.near for j in held),
        told=sum(len(j.named) for j in held),
        told_rightly=sum(len(j.named & j.item.sections) for j in held),
        labelled=sum(len(j.item.sections) for j in held),
    )


def line(name: str, figures: Figures) -> str:
    """Return a line of the table."""
    shares = "   ".join(f"{what} {share:3}%" for what, share in figures.floor.items())
    return f"  {name:28} {figures.headings:4} headings   {shares}"


def report(half: str, judged: list[Judged]) -> list[str]:
    """Return the half's table: by how many sections its headings name, and for all."""
    return [
        half,
        line("one section", count(j for j in judged if len(j.item.sections) == 1)),
        line("several", count(j for j in judged if len(j.item.sections) > 1)),
        line("none", count(j for j in judged if not j.item.sections)),
        line("all", count(judged)),
    ]


def details(judged: Iterable[Judged]) -> list[str]:
    """Return a line for each heading that is named otherwise than a reader does."""
    return [
        f"{j.item.heading}: {', '.join(sorted(j.item.sections)) or 'none'}"
        f" | told {', '.join(sorted(j.named)) or 'none'}"
        for j in judged
        if not j.right
    ]


def main() -> None:
    """Print the figures; with --details the tune half's faults; with --write keep the floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.headings.bank")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    judged = {half: [judge(item) for item in load(half)] for half in HALVES}
    for half in HALVES:
        print("\n".join(report(half, judged[half])))
    if options.details:
        print("\n".join(details(judged["tune"])))
    if options.write:
        floor = {half: count(judged[half]).floor for half in HALVES}
        FLOOR.write_text(yaml.safe_dump(floor, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
