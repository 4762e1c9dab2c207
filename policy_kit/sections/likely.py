"""How likely each section is by the words of a heading and of its text, as readers' labels have taught it.

The words and what they tell are learned from labelled headings (see tests/headings/learn.py) and kept beside
this module. They are one sign among others of what a heading heads (see `weighing`).
"""

from __future__ import annotations

import itertools
import json
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import cache, lru_cache
from pathlib import Path

from policy_kit.by_text import KeptOfEach
from policy_kit.quick import dataclass

FILE = Path(__file__).with_name("learned.json")
NONE = ""  # the place after all sections: no section at all
STEP = 0.15  # of a word's weight, one letter of the alphabet
_PLACES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STRONGEST = 26
_FILLER = frozenset(
    [
        "the", "of", "a", "an", "and", "or", "to", "in", "on", "for", "our", "we", "your", "how", "what",
        "is", "are", "do", "does", "with", "by", "at", "this", "that", "it", "be", "will",
    ]
)  # fmt: skip
_MOST_TIMES = 3  # a word that stands oftener tells no more
_OF_HEADING, _PAIR, _OF_TEXT = 2.0, 1.0, 2.0


@dataclass(frozen=True)
class Learned:
    """What was learned: the sections in order, each word's weights for them, and those of the signs.

    kept: the chances of the texts last asked for, since most of a trust's paragraphs come again.
    """

    sections: tuple[str, ...]
    words: Mapping[str, str]
    signs: Mapping[str, float]
    kept: KeptOfEach[array[float]] = field(default_factory=KeptOfEach)

    def chances(self, head: Sequence[str], text: Sequence[Sequence[str]]) -> dict[str, float]:
        """The chance of each section, and of none, by the stems of a heading and of what stands under it."""
        key = "\n".join(["\t".join(head), *map("\t".join, text)])
        (shares,) = self.kept.of([key], lambda _: [self._shares(head, text)])
        return dict(zip(self.sections, shares, strict=True))

    def _shares(self, head: Sequence[str], text: Iterable[Sequence[str]]) -> array[float]:
        sums = [0.0] * len(self.sections)
        for word, times in features(head, text).items():
            if word in self.words:
                for place, weight in zip(*_read(self.words[word]), strict=True):
                    sums[place] += times * weight
        most = max(sums)
        shares = [math.exp(one - most) for one in sums]
        total = sum(shares)
        return array("d", [share / total for share in shares])


@cache
def learned() -> Learned:
    """What is kept."""
    data = json.loads(FILE.read_bytes())
    return Learned(tuple(data["sections"]), data["words"], data["signs"])


def features(head: Sequence[str], text: Iterable[Sequence[str]]) -> dict[str, float]:
    """What a heading and its text are known by: words and pairs of words, those of the heading marked."""
    found = {f"#{word}": _OF_HEADING for word in head if word not in _FILLER}
    found |= {f"#{one} {other}": _PAIR for one, other in itertools.pairwise(head)}
    times: Counter[str] = Counter()
    for sentence in text:
        words = [word for word in sentence if word not in _FILLER]
        times.update(words)
        times.update(f"{one} {other}" for one, other in itertools.pairwise(words))
    times.update(word for word in head if word not in _FILLER)
    length = math.sqrt(len(times)) or 1.0
    for word, number in times.items():
        found[word] = _OF_TEXT * math.sqrt(min(number, _MOST_TIMES)) / length
    return found


def written(weights: Sequence[float]) -> str:
    """Weights as they are kept: a sign for the section's place, a letter for each that tells something."""
    steps = (max(-_STRONGEST, min(_STRONGEST, round(weight / STEP))) for weight in weights)
    return "".join(_PLACES[at] + _letter(number) for at, number in enumerate(steps) if number)


def _letter(steps: int) -> str:
    return chr(ord("a" if steps > 0 else "A") + abs(steps) - 1)


_WEIGHTS = {_letter(steps): STEP * steps for steps in range(-_STRONGEST, _STRONGEST + 1) if steps}


@lru_cache(maxsize=8_000)
def _read(told: str) -> tuple[bytes, tuple[float, ...]]:
    """The places that are told of, and the weight of each."""
    return bytes(map(_PLACES.index, told[::2])), tuple(map(_WEIGHTS.__getitem__, told[1::2]))
