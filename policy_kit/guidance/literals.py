"""Works out, from a regular expression, which plain strings a text must hold to match it.

Used when the register is built, so that an audit can pass over patterns that cannot match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]  # the parsed form has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Group = frozenset[str]
_SHORTEST = 2
_ENOUGH = 4  # letters that make a string worth looking for
_MOST_GROUPS = 4
# Words that most policies hold in most sections, so that finding one says little.
_COMMON = (
    *("access", "child", "children", "content", "education", "educational", "guidance", "information"),
    *("internet", "learn", "online", "policy", "protection", "pupil", "report", "safe", "safeguarding"),
    *("safety", "school", "schools", "staff", "will", "with", "young", "people", "member", "social", "media"),
)


def needs(pattern: str) -> list[list[str]]:
    """Groups of lower-case strings: every match holds at least one of each group. [] if there is no telling.

    Raises re.error if the pattern cannot be compiled.
    """
    re.compile(pattern, re.IGNORECASE)
    groups = _of_sequence(parser.parse(pattern, re.IGNORECASE))
    long = [g for g in groups if min(map(len, g)) >= _ENOUGH]
    best = sorted(set(long or groups), key=_worth, reverse=True)
    return [sorted(group) for group in best[:_MOST_GROUPS]]


def _worth(group: Group) -> tuple[bool, int, int, list[str]]:
    """How much a group narrows down where to look: rare words, long ones, few of them."""
    common = any(string in _COMMON or string.removesuffix("s") in _COMMON for string in group)
    return (not common, min(map(len, group)), -len(group), sorted(group))


def _of_sequence(items: Iterable[Any]) -> list[Group]:
    """What the parts of a sequence need, each part on its own."""
    groups: list[Group] = []
    run = ""
    for kind, value in items:
        if kind is op.LITERAL:
            run += chr(value).lower()
        elif kind is not op.AT:  # a word boundary takes up no letters
            groups += _worth_looking_for(run)
            groups += _of_part(kind, value)
            run = ""
    return groups + _worth_looking_for(run)


def _worth_looking_for(run: str) -> list[Group]:
    """Two letters or more, or a figure: a single letter is everywhere."""
    return [frozenset({run})] if len(run) >= _SHORTEST or run.isdigit() else []


def _of_part(kind: Any, value: Any) -> list[Group]:
    """What one part that is not a plain letter needs."""
    if kind is op.SUBPATTERN:
        return _of_sequence(value[3])
    if kind is op.BRANCH:
        branches = [_of_sequence(branch) for branch in value[1]]
        if not all(branches):
            return []
        return [frozenset().union(*(max(groups, key=_worth) for groups in branches))]
    if kind is op.ASSERT and value[0] > 0:  # what must follow
        return _of_sequence(value[1])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] > 0:
        return _of_sequence(value[2])
    return []
