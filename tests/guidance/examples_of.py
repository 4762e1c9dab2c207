"""Makes a text that a regular expression matches, for testing every pattern of the register."""

from __future__ import annotations

import re
from re import _constants as op
from re import _parser as parser
from typing import Any

_CATEGORIES = {
    "CATEGORY_SPACE": " ",
    "CATEGORY_DIGIT": "1",
    "CATEGORY_WORD": "w",
    "CATEGORY_NOT_WORD": ":",
    "CATEGORY_NOT_SPACE": "n",
}


def example_of(pattern: str) -> str:
    """The simplest text of a pattern: first branches, fewest repeats, what looks ahead added."""
    return _of(parser.parse(pattern, re.IGNORECASE))


def _of(items: Any) -> str:
    return "".join(_part(kind, value) for kind, value in items)


def _part(kind: Any, value: Any) -> str:
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.IN:
        return _one_of(value)
    if kind is op.SUBPATTERN:
        return _of(value[3])
    if kind is op.BRANCH:
        return _of(value[1][0])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return _of(value[2]) * value[0]
    if kind is op.ASSERT:
        return _of(value[1]) if value[0] > 0 else ""
    return "" if kind in (op.AT, op.ASSERT_NOT) else "x"


def _one_of(members: Any) -> str:
    kind, value = members[0]
    if kind is op.NEGATE:
        return "x"
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.RANGE:
        return chr(value[0])
    return _CATEGORIES[str(value)]
