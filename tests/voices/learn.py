"""Learns what the words around a school's name tell of whose voice it stands in.

Learned from the passages beside this module and the tune half of the bank of other schools' names; never from
the half that is held out.

    python -m tests.voices.learn             passages told rightly by what the others teach
    python -m tests.voices.learn --write     and keep what was learned with the package
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from policy_kit.checks.identity.foreign_names import NamePlace, voice_signs
from policy_kit.checks.identity.voices import FILE, around, chance_of, is_own, signs
from policy_kit.model import Block, BlockKind
from policy_kit.naming import school_names
from tests.families.banks import load

PASSAGES = Path(__file__).with_name("passages.yaml")
_PARTS = 8
_TURNS, _HELD_BACK = 60, 1.0
_LEAST = 0.01  # a weight under which a sign tells nothing
_OWN = "Harrow Lane"


@dataclass(frozen=True)
class Example:
    """A place of a school's name: what it is known by, and whether it is told as the school's own."""

    known_by: dict[str, float]
    told: dict[str, bool]
    own: bool


def examples() -> list[Example]:
    """All places that are learned from."""
    given = [*yaml.safe_load(PASSAGES.read_text(encoding="utf-8"))]
    given += [item.given for item in load("other-school") if item.half == "tune"]
    return [example for one in given for example in _of(one)]


def _of(given: dict[str, Any]) -> Iterator[Example]:
    for line in re.split(r"\n+", given["say"]):
        for found in school_names(line):
            if _OWN in found.name:
                continue
            place = NamePlace(Block(0, BlockKind.PARAGRAPH, line), line, found.start, found.end)
            told = dict(voice_signs(place))
            known_by = signs(*around(line, found.start, found.end), told)
            yield Example(known_by, told, any(_names(found.name, name) for name in given["names"]))


def _names(found: str, labelled: str) -> bool:
    short, long = sorted((found.casefold(), labelled.casefold()), key=len)
    return short in long or found.split(maxsplit=1)[0].casefold() in labelled.casefold()


def learned(given: Sequence[Example]) -> dict[str, float]:
    """The weights under which the examples are likely, held back in proportion to their size.

    Each weight in turn is set to the best that it can be beside the others, by a step of Newton's.
    """
    rows: dict[str, list[tuple[int, float]]] = {}
    for at, one in enumerate(given):
        for name, held in one.known_by.items():
            if held:
                rows.setdefault(name, []).append((at, held))
    weights = dict.fromkeys(sorted(rows), 0.0)
    sums = [0.0] * len(given)
    for _ in range(_TURNS):
        for name in weights:
            slope, bend = _HELD_BACK * weights[name], _HELD_BACK
            for at, held in rows[name]:
                chance = 1 / (1 + math.exp(-sums[at]))
                slope += (chance - given[at].own) * held
                bend += chance * (1 - chance) * held * held
            step = slope / bend
            weights[name] -= step
            for at, held in rows[name]:
                sums[at] -= step * held
    return {name: round(held, 2) for name, held in weights.items() if abs(held) >= _LEAST}


def told_rightly(given: Sequence[Example]) -> tuple[int, int, int]:
    """Of the examples, by what the others teach: told as own and so, told as own and not so, missed."""
    right = wrong = missed = 0
    for part in range(_PARTS):
        weights = learned([one for at, one in enumerate(given) if at % _PARTS != part])
        for one in given[part::_PARTS]:
            told = is_own(chance_of(one.known_by, weights), one.told)
            right += told and one.own
            wrong += told and not one.own
            missed += one.own and not told
    return right, wrong, missed


def source_digest(given: Sequence[Example]) -> str:
    """What stands for all that is learned from."""
    return sha256(repr([(sorted(one.known_by.items()), one.own) for one in given]).encode()).hexdigest()[:16]


def main() -> None:
    """Learn, say how far it holds for passages not learned from, and keep it if asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.voices.learn")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    given = examples()
    right, wrong, missed = told_rightly(given)
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    print(f"of {len(given)} places: precision {precision:.0%}, recall {recall:.0%}")
    if options.write:
        data = {"from": source_digest(given), "weights": learned(given)}
        FILE.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
