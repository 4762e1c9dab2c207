"""Gives the code of a pattern the letters that its matches begin with, so that it is tried at those alone.

Python does so for a pattern that begins with a letter, and gives up where it begins at the edge of a word or
matches in either case, as most here do: those it tries at every letter of a text, which is three times as
slow. Used where patterns are kept, when the package is built.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # what `re` compares letters with
import re
from collections.abc import Iterable
from functools import cache
from re import _casefix, _compiler  # type: ignore[attr-defined]  # the steps of `re.compile` by themselves
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

Letters = frozenset[int]
_NONE: Letters = frozenset()
_MOST = 1_000  # letters looked at in a class of them: a wider one says little
_MOST_FOREIGN = 12  # letters past the first 256, which are asked for one by one
_FIRST_OF_CODE = 5  # where the letters stand: after INFO, its length, what it tells, and two widths


def with_first_letters(parsed: Any, flags: int, code: list[int]) -> list[int]:
    """The code of a pattern that was parsed, with its first letters if they can be told and are none yet.

    flags: those given and those in the pattern. Nothing else of what the code finds changes.
    """
    letters, may_be_nothing = _of_sequence(parsed, flags) or (_NONE, True)
    foreign = sorted(letter for letter in letters if letter > 255)
    if may_be_nothing or code[0] != op.INFO or code[2] or len(foreign) > _MOST_FOREIGN:
        return code
    plain, _ = _compiler._optimize_charset([(op.LITERAL, letter) for letter in sorted(letters - {*foreign})])
    info = [op.INFO, 0, op.SRE_INFO_CHARSET, *code[3:_FIRST_OF_CODE]]
    _compiler._compile_charset([*plain, *((op.LITERAL, letter) for letter in foreign)], flags, info)
    info[1] = len(info) - 1
    return [*map(int, info), *code[1 + code[1] :]]


def _of_sequence(items: Iterable[Any], flags: int) -> tuple[Letters, bool] | None:
    """The letters that parts in a row begin with, and whether they may match nothing; None if any letter."""
    letters = _NONE
    for kind, value in items:
        found = _of_part(kind, value, flags)
        if found is None:
            return None
        letters |= found[0]
        if not found[1]:
            return letters, False
    return letters, True


def _of_part(kind: Any, value: Any, flags: int) -> tuple[Letters, bool] | None:
    if kind is op.LITERAL:
        return _spellings(value, flags), False
    if kind is op.IN:
        return _of_class(value, flags)
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):  # says something of the letters beside, and takes up none
        return _NONE, True
    if kind is op.SUBPATTERN:
        _, more, fewer, inner = value
        return _of_sequence(inner, (flags | more) & ~fewer)
    if kind is op.BRANCH:
        return _of_branches([_of_sequence(branch, flags) for branch in value[1]])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        found = _of_sequence(value[2], flags)
        return found and (found[0], found[1] or not value[0])
    return None


def _of_branches(branches: list[tuple[Letters, bool] | None]) -> tuple[Letters, bool] | None:
    told = [branch for branch in branches if branch is not None]
    if len(told) < len(branches):
        return None
    return _NONE.union(*(letters for letters, _ in told)), any(nothing for _, nothing in told)


def _of_class(items: Iterable[Any], flags: int) -> tuple[Letters, bool] | None:
    letters: set[int] = set()
    for kind, value in items:
        low, high = (value, value) if kind is op.LITERAL else value if kind is op.RANGE else (0, _MOST)
        if high - low >= _MOST:
            return None
        letters.update(*(_spellings(letter, flags) for letter in range(low, high + 1)))
    return frozenset(letters), False


def _spellings(letter: int, flags: int) -> Letters:
    """The letters that a letter of a pattern matches."""
    if not flags & re.IGNORECASE:
        return frozenset({letter})
    lower = _sre.unicode_tolower(letter)
    alike = {lower, *_casefix._EXTRA_CASES.get(lower, ())}
    return frozenset(alike.union(*(_written_as().get(one, ()) for one in alike)))


@cache
def _written_as() -> dict[int, list[int]]:
    """The letters that another is the lower case of, by that other."""
    found: dict[int, list[int]] = {}
    for letter in range(0x110000):
        lower = _sre.unicode_tolower(letter)
        if lower != letter:
            found.setdefault(lower, []).append(letter)
    return found
