"""The banks of wordings: dates, people, blanks, references, repetition, other schools, and what is a policy.

Each file under bank/ lists ways in which schools word one kind of thing, with what must be told of each, and
near misses of which nothing may be told. They were written before the rules were looked at. Every other
item, from the second on, is held out: it measures and nobody tunes on it, so nothing here prints it.
All items of a file that ends in `-met` served to mend the rules.

    python -m tests.families            how many of each file's items are judged rightly
    python -m tests.families --details  and each tuned item that is not
    python -m tests.families --write    and keep the figures as the floor that the suite holds
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

BANK = Path(__file__).parent / "bank"
FLOOR = Path(__file__).parent / "floor.yaml"
FAMILIES = ("kind", "dates", "people", "stale", "duplicates", "placeholders", "other-school")
HALVES = ("tune", "held-out")


@dataclass(frozen=True)
class Item:
    """One wording: its family, its half, and what the file says of it."""

    family: str
    half: str
    number: int
    given: dict[str, Any]
    file: str = ""


@dataclass(frozen=True)
class Judged:
    """An item with what was missed and what was told without cause."""

    item: Item
    missed: tuple[str, ...]
    without_cause: tuple[str, ...]

    @property
    def rightly(self) -> bool:
        return not (self.missed or self.without_cause)


@cache
def load(family: str) -> tuple[Item, ...]:
    """The items of one family, in the order of its files."""
    kinds = (family, f"{family}-schools", f"{family}-voices", f"{family}-met")
    files = [path for name in kinds if (path := BANK / f"{name}.yaml").exists()]
    return tuple(
        Item(family, HALVES[n % 2 if not path.stem.endswith("-met") else 0], n, one, path.stem)
        for path in files
        for n, one in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")))
    )


def rightly(judged: Iterable[Judged], half: str) -> dict[str, int]:
    """How many items of a half, by family, are judged rightly."""
    out = dict.fromkeys(FAMILIES, 0)
    for one in judged:
        out[one.item.family] += one.item.half == half and one.rightly
    return out


def table(judged: list[Judged]) -> list[str]:
    """A line a family: of how many items of each half how many are judged rightly."""
    out = []
    for family in FAMILIES:
        line = f"  {family:14}"
        for half in HALVES:
            held = [j for j in judged if j.item.family == family and j.item.half == half]
            line += f"{half:>12} {sum(j.rightly for j in held):3} of {len(held):3}"
        out.append(line)
    return out


def details(judged: Iterable[Judged]) -> list[str]:
    """A line for each item of the tuned half that is judged wrongly."""
    return [
        f"{j.item.family}: {_fault(j)}: {_words(j.item)}"
        for j in judged
        if j.item.half == "tune" and not j.rightly
    ]


def _fault(judged: Judged) -> str:
    parts = [f"missed {'; '.join(judged.missed)}"] if judged.missed else []
    parts += [f"told without cause {'; '.join(judged.without_cause)}"] if judged.without_cause else []
    return ", ".join(parts)


def _words(item: Item) -> str:
    return " ".join(str(item.given.get("what") or item.given.get("say") or item.given["title"]).split())[:200]
