"""Remembers the last few results by the very objects they came from.

Blocks and documents can be compared by value, but hashing a whole policy for each question costs more than
many of the questions do.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")
_KEPT = 4


def remembered(function: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """Wrap a function of positional arguments so that the same objects give the result made before.

    The function must depend on its arguments alone, and they must not change.
    """
    kept: deque[tuple[tuple[object, ...], _Made]] = deque(maxlen=_KEPT)

    @wraps(function)
    def asked(*args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
        for given, made in kept:
            if len(given) == len(args) and all(a is b for a, b in zip(given, args, strict=True)):
                return made
        made = function(*args, **kwargs)
        kept.append((args, made))
        return made

    return asked
