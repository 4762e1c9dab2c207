"""Keeps what a text gave, so that the same words in the next policy are not looked at again.

The schools of a trust have most of their paragraphs from one template, and a school has most of last year's.
What is kept is bounded, by how many texts and by how long each may be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar

_More = ParamSpec("_More")
_Made = TypeVar("_Made")
MOST = 2_500  # texts that each keeps: two policies of 30 pages
LONGEST = 2_000  # letters; a longer text is looked at anew


def kept_by_text(
    function: Callable[Concatenate[str, _More], _Made],
) -> Callable[Concatenate[str, _More], _Made]:
    """Wrap a function of a text so that it is asked once of each, the texts last asked for being kept.

    The function must depend on its arguments alone, those after the text must be hashable, and nobody may
    change what it gives.
    """
    kept = lru_cache(maxsize=MOST)(function)

    @wraps(function)
    def asked(text: str, /, *more: _More.args, **named: _More.kwargs) -> _Made:
        if len(text) > LONGEST:
            return function(text, *more, **named)
        return kept(text, *more, **named)  # type: ignore[arg-type]  # hashable, as is said above

    return asked


class KeptOfEach(Generic[_Made]):
    """The same where all the texts of a document are asked at once, which is quicker than one by one.

    The last MOST texts are kept, and of those before them as many as were asked for last.
    """

    def __init__(self) -> None:
        self._kept: dict[str, _Made] = {}
        self._before: dict[str, _Made] = {}

    def of(self, texts: Sequence[str], ask: Callable[[Sequence[str]], Iterable[_Made]]) -> list[_Made]:
        """What each text gives, in order; `ask` gives it for each of those that are not known.

        It may not depend on which others stand with a text, and nobody may change what it gives.
        """
        found: dict[str, _Made] = {}
        new = []
        for text in dict.fromkeys(texts):
            for kept in (self._kept, self._before):
                if text in kept:
                    found[text] = kept[text]
                    break
            else:
                new.append(text)
        found.update(zip(new, ask(new), strict=True) if new else ())
        for text, made in found.items():
            if len(text) <= LONGEST:
                self._keep(text, made)
        return [found[text] for text in texts]

    def _keep(self, text: str, made: _Made) -> None:
        if len(self._kept) >= MOST and text not in self._kept:
            self._before, self._kept = self._kept, {}
        self._kept[text] = made
