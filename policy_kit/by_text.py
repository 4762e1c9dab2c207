"""Keeps what a text gave, so that the same words in the next policy are not looked at again.

The schools of a trust have most of their paragraphs from one template, and a school has most of last year's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

_More = ParamSpec("_More")
_Made = TypeVar("_Made")
_MOST = 2_500  # texts that each function keeps: two policies of 30 pages
_LONGEST = 2_000  # letters; a longer text is looked at anew, so that what is kept stays small


def kept_by_text(
    function: Callable[Concatenate[str, _More], _Made],
) -> Callable[Concatenate[str, _More], _Made]:
    """Wrap a function of a text so that it is asked once of each, the texts last asked for being kept.

    The function must depend on its arguments alone, those after the text must be hashable, and nobody may
    change what it gives.
    """
    kept = lru_cache(maxsize=_MOST)(function)

    @wraps(function)
    def asked(text: str, /, *more: _More.args, **named: _More.kwargs) -> _Made:
        return kept(text, *more, **named) if len(text) <= _LONGEST else function(text, *more, **named)

    return asked
