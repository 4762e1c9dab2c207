"""Which words differ between two texts: whole words and whole numbers, found by diff-match-patch.

The library compares letters; here each word is one letter to it (its linesToChars, with words for lines). Its
clock is switched off, so that the same texts always differ in the same way; what would take long is bounded
by size instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

# A number keeps its points and commas, a word its apostrophes and hyphens, an address its signs; spaces stand
# alone, so that a changed word does not take its space with it.
_TOKEN = re.compile(r"[^\W_]+(?:[.,:/@&'’\-\u2010\u2011][^\W_]+)*|\s|[^\w\s]|_+", re.UNICODE)
_MOST_STEPS = 4_000_000  # words of one text times words of the other, beyond which only the ends are compared
_FIRST_SIGN = 0x100
_SURROGATES = (0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Edit:
    """One place where two sequences differ: [old_start, old_end) of one stands as [new_start, new_end) of
    the other."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def tokens_of(text: str) -> list[str]:
    """The words, numbers, signs and spaces of a text, one after another; together they are the text."""
    return _TOKEN.findall(text)


def edits_between(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Where two sequences of tokens differ, in order; between two edits they are the same."""
    start = 0
    least = min(len(old), len(new))
    while start < least and old[start] == new[start]:
        start += 1
    end = 0
    while end < least - start and old[-1 - end] == new[-1 - end]:
        end += 1
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    if not old_middle and not new_middle:
        return []
    whole = Edit(start, len(old) - end, start, len(new) - end)
    too_long = len(old_middle) * len(new_middle) > _MOST_STEPS
    if too_long or set(old_middle).isdisjoint(new_middle):
        return [whole]
    return [
        Edit(e.old_start + start, e.old_end + start, e.new_start + start, e.new_end + start)
        for e in _by_library(old_middle, new_middle)
    ]


def _by_library(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    signs = _Signs()
    library = _library()
    found = library.diff_main(signs.written(old), signs.written(new), False)
    library.diff_cleanupSemantic(found)
    return _joined(_as_edits(found))


class _Signs:
    """Gives each different word a letter of its own."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def written(self, words: Sequence[str]) -> str:
        return "".join([self._known.get(word) or self._sign(word) for word in words])

    def _sign(self, word: str) -> str:
        code = _FIRST_SIGN + len(self._known)
        if code >= _SURROGATES[0]:
            code += _SURROGATES[1] - _SURROGATES[0]
        self._known[word] = chr(code)
        return self._known[word]


@lru_cache(maxsize=1)
def _library() -> diff_match_patch:
    from diff_match_patch import diff_match_patch

    library = diff_match_patch()
    library.Diff_Timeout = 0  # never by the clock: same texts, same result
    return library


def _as_edits(found: Sequence[tuple[int, str]]) -> list[Edit]:
    edits: list[Edit] = []
    old = new = 0
    for kind, signs in found:
        size = len(signs)
        if kind < 0:
            edits.append(Edit(old, old + size, new, new))
            old += size
        elif kind > 0:
            edits.append(Edit(old, old, new, new + size))
            new += size
        else:
            old, new = old + size, new + size
    return edits


def _joined(edits: Sequence[Edit]) -> list[Edit]:
    """The same edits with those that touch made one."""
    out: list[Edit] = []
    for edit in edits:
        if out and out[-1].old_end == edit.old_start and out[-1].new_end == edit.new_start:
            last = out.pop()
            edit = Edit(last.old_start, edit.old_end, last.new_start, edit.new_end)  # noqa: PLW2901
        out.append(edit)
    return out


def bridged(edits: Sequence[Edit], old: Sequence[str], trivial: Callable[[str], bool]) -> list[Edit]:
    """The same edits with those made one between which only trivial tokens (spaces, a comma) are kept.

    "the old head" turned into "a new teacher" is told as one change, not as three with two spaces between.
    """
    out: list[Edit] = []
    for edit in edits:
        if out and all(trivial(token) for token in old[out[-1].old_end : edit.old_start]):
            last = out[-1]
            both = last.old_end > last.old_start or edit.old_end > edit.old_start
            if both and edit.old_start - last.old_end <= 2:
                out[-1] = Edit(last.old_start, edit.old_end, last.new_start, edit.new_end)
                continue
        out.append(edit)
    return out


def is_trivial(word: str) -> bool:
    """Whether a token is a space or a comma, which alone between two changes is no reason to part them."""
    return word.isspace() or word == ","


def word_edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """The edits between two texts' tokens as a person would mark them."""
    return bridged(edits_between(old, new), old, is_trivial)
