"""In whose voice a school's name stands: where the own one would, or told of another school.

"Parents at Elmcroft are asked to sign" can only be said of the school itself; "our choir sings with that of
Elmcroft" of a neighbour. The words around a name tell which, as sentences written for it have taught (see
tests/voices/learn.py); the weights are kept beside this module.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from policy_kit.regexes import regex
from policy_kit.stems import stem

FILE = Path(__file__).with_name("voices.json")
_BESIDE = 3  # words before and after a name whose places count
_ANYWHERE = 0.6  # what a word counts that only stands in the sentence
_SIGN = 1.5  # and what a sign of the whole counts
_LONG = 30  # words
_POSSIBLE, _SURE = 0.3, 0.9  # chances that a place is the school's own
_SENTENCE_ENDS = regex(r"(?<!\bSt)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.!?]\s+(?=[A-Z])")
_ENDS = regex(r"[.!?](?=\s|$)")
_WORD = regex(r"[a-z’']+")
_FIRST_PERSON = regex(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
_PAST = regex(r"\b(?:was|were|had|did|[a-z]{3,}ed)\b", re.IGNORECASE)
_MODAL = regex(r"\b(?:must|will|shall|should|may|can)\b", re.IGNORECASE)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a name in its sentence."""
    ends = (found.end() for found in _SENTENCE_ENDS.finditer(text))
    opens = max((end for end in ends if end <= start), default=0)
    closes = _ENDS.search(text, end)
    return text[opens:start], text[end : closes.start() if closes else len(text)]


def signs(before: str, after: str, told: Mapping[str, bool]) -> dict[str, float]:
    """What a place of a name is known by: the words around it, and signs that were found of it (`told`)."""
    whole = f"{before} {after}"
    words = {
        side: [stem(word) for word in _WORD.findall(said.lower())]
        for side, said in (("before", before), ("after", after))
    }
    found = {
        "any": 1.0,
        "first person": float(bool(_FIRST_PERSON.search(whole))),
        "first person before": float(bool(_FIRST_PERSON.search(before))),
        "opens": float(not before.strip()),
        "possessive": float(after[:1] in ("'", "’")),
        "past": float(bool(_PAST.search(whole))),
        "modal": float(bool(_MODAL.search(whole))),
        "length": min(sum(map(len, words.values())), _LONG) / _LONG,
        **{name: _SIGN * held for name, held in told.items()},
    }
    found |= {f"{at} before: {word}": 1.0 for at, word in enumerate(reversed(words["before"][-_BESIDE:]))}
    found |= {f"{at} after: {word}": 1.0 for at, word in enumerate(words["after"][:_BESIDE])}
    for side, said in words.items():
        found |= {f"{side}: {word}": _ANYWHERE for word in said}
        found |= {f"there: {word}": _ANYWHERE for word in said}
    return found


def chance_of(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The chance that a place with these signs is the school's own."""
    total = math.fsum(weights.get(name, 0.0) * held for name, held in found.items())
    return 1 / (1 + math.exp(-total))


def is_own(chance: float, told: Mapping[str, bool]) -> bool:
    """Whether a place is the own one: wordings tell so and words around allow it, or these do plainly."""
    worded = told["no reason"] and told["own voice"] and chance >= _POSSIBLE
    return told["plainly own"] or worded or chance >= _SURE


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(FILE.read_bytes())["weights"]
    return weights


@lru_cache(maxsize=2_000)
def chance_of_own(text: str, start: int, end: int, told: tuple[tuple[str, bool], ...]) -> float:
    """The chance that a name at a place in a text stands where the school's own would."""
    return chance_of(signs(*around(text, start, end), dict(told)), _weights())
