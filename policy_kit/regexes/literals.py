"""Works out, from a regular expression, which plain strings a text must hold to match it.

Used when the register and the patterns that seldom match are built, so that an audit can pass over those
that cannot match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]  # the parsed form has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Group = frozenset[str]
_NOTHING: Group = frozenset({""})
_SHORTEST = 2
_ENOUGH = 4  # letters that make a string worth looking for
_MOST_GROUPS = 4
_MOST_SPELLINGS = 64  # of a part of a pattern; more are not worked out
_MARKS = frozenset("@|©%£")
# Words that most policies hold in most sections, so that finding one says little.
_COMMON = (
    *("access", "child", "children", "content", "education", "educational", "guidance", "information"),
    *("internet", "learn", "online", "policy", "protection", "pupil", "report", "safe", "safeguarding"),
    *("safety", "school", "schools", "staff", "will", "with", "young", "people", "member", "social", "media"),
)


def needs(pattern: str, spellings: int = 1) -> list[list[str]]:
    """Groups of lower-case strings: every match holds at least one of each group. [] if there is no telling.

    spellings: how many a string may have where the pattern leaves a choice in it; of "(?:sign|agree)ed to"
    one gives "ed to", two "signed to" and "agreed to". Raises re.error if the pattern cannot be compiled.
    """
    re.compile(pattern, re.IGNORECASE)
    groups = _of_sequence(parser.parse(pattern, re.IGNORECASE), spellings)
    long = [g for g in groups if min(map(len, g)) >= _ENOUGH]
    best = sorted(set(long or groups), key=_worth, reverse=True)
    return [_shortest(group) for group in best[:_MOST_GROUPS]]


def _shortest(group: Group) -> list[str]:
    """The strings that hold no other of them: where "is drafted" stands, "drafted" does."""
    return sorted(s for s in group if not any(other != s and other in s for other in group))


def _worth(group: Group) -> tuple[bool, int, int, list[str]]:
    """How much a group narrows down where to look: rare words, long ones, few of them."""
    common = any(string in _COMMON or string.removesuffix("s") in _COMMON for string in group)
    return (not common, min(map(len, group)), -len(group), sorted(group))


def _of_sequence(items: Iterable[Any], spellings: int) -> list[Group]:
    """What the parts of a sequence need, each part on its own."""
    groups: list[Group] = []
    run = _NOTHING
    for kind, value in items:
        written = _written(kind, value)
        if written is not None and len(run) * len(written) <= max(spellings, len(run)):
            run = frozenset(begun + more for begun in run for more in written)
            continue
        groups += _worth_looking_for(run)
        groups += _of_part(kind, value, spellings)
        run = _NOTHING
    return groups + _worth_looking_for(run)


def _written(kind: Any, value: Any) -> Group | None:
    """The strings that a part may be, if they can be told; a word boundary takes up no letters."""
    if kind is op.LITERAL:
        return frozenset({chr(value).lower()})
    if kind is op.AT:
        return _NOTHING
    if kind is op.IN and all(inner is op.LITERAL for inner, _ in value):
        return frozenset(chr(letter).lower() for _, letter in value)
    if kind is op.SUBPATTERN:
        return _written_in_row(value[3])
    if kind is op.BRANCH:
        branches = [_written_in_row(branch) for branch in value[1]]
        return None if None in branches else frozenset().union(*(b for b in branches if b))
    return None


def _written_in_row(items: Iterable[Any]) -> Group | None:
    run = _NOTHING
    for kind, value in items:
        written = _written(kind, value)
        if written is None or len(run) * len(written) > _MOST_SPELLINGS:
            return None
        run = frozenset(begun + more for begun in run for more in written)
    return run


def _worth_looking_for(run: Group) -> list[Group]:
    """Two letters or more, or a figure or a mark that text seldom holds: a single letter is everywhere."""
    told = all(len(string) >= _SHORTEST or string.isdigit() or string in _MARKS for string in run)
    return [run] if told else []


def _of_part(kind: Any, value: Any, spellings: int) -> list[Group]:
    """What one part that is not a plain letter needs."""
    if kind is op.SUBPATTERN:
        return _of_sequence(value[3], spellings)
    if kind is op.BRANCH:
        branches = [_of_sequence(branch, spellings) for branch in value[1]]
        if not all(branches):
            return []
        return [frozenset().union(*(max(groups, key=_worth) for groups in branches))]
    if kind is op.ASSERT and value[0] > 0:  # what must follow
        return _of_sequence(value[1], spellings)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] > 0:
        return _of_sequence(value[2], spellings)
    return []
