"""How alike a contents entry and a heading are, small words, endings and one school's words apart."""

from __future__ import annotations

import re
from functools import lru_cache

from policy_kit.regexes import regex

_WORD = regex(r"[a-z][a-z'’]*|\d+")
_SMALL_WORDS = (
    "a an and the of to in on for by with at as is are our your their its we or will must should it "
    "this that from"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_SAME = {
    "pupil": "pupil", "student": "pupil", "learner": "pupil", "child": "pupil", "children": "pupil",
    "cyber": "cyber", "application": "app", "information": "info", "carer": "parent", "headteacher": "head",
}  # fmt: skip
_ENDINGS = regex(r"(?:ing|ed|es|s|e|ment)$")


@lru_cache(maxsize=4096)
def _stems(title: str) -> tuple[str, ...]:
    """The telling words of a title, their endings off; repeats of what stands just before are dropped."""
    out: list[str] = []
    for word in _WORD.findall(title.lower().replace("-", "")):
        bare = re.sub(r"['’]s?|s['’]$", "", word)
        stem = _SAME.get(bare) or _SAME.get(bare.rstrip("s")) or _short(bare)
        if bare not in _SMALL and stem and stem not in out[-1:]:
            out.append(stem)
    return tuple(out)


def _short(word: str) -> str:
    stem = _ENDINGS.sub("", word)
    return stem if len(stem) >= 4 else word


def likeness(a: str, b: str) -> float:
    """How alike two titles are, 0 to 1; a title that stands whole in the other counts as the same."""
    one, other = _stems(a), _stems(b)
    if not one or not other:
        return 1.0 if a.strip().casefold() == b.strip().casefold() else 0.0
    if one == other or _stands_in(one, other) or _stands_in(other, one):
        return 1.0
    return 2 * _in_order(one, other) / (len(one) + len(other))


def _stands_in(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    width = len(short)
    if width >= len(long):
        return False
    return any(long[i : i + width] == short for i in range(len(long) - width + 1))


def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words the two share in the same order."""
    row = [0] * (len(other) + 1)
    for word in one[:40]:
        before = 0
        for at, against in enumerate(other[:40], 1):
            kept = row[at]
            row[at] = before + 1 if word == against else max(row[at], row[at - 1])
            before = kept
    return max(row)
