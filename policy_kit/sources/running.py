"""Finds the running lines of pages: headers, footers and page numbers that repeat at the edges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from policy_kit.quick import dataclass

_DEPTH = 4  # lines from the edge of a page that may be running lines
_SHARE = 0.25  # of the pages that must have a line for it to be one: odd and even pages may differ
_LONGEST_COUNTER = 40
_DIGITS = re.compile(r"\d+")
_COUNTER = re.compile(r"(?:page|pg\.?|p\.?)?\W*#(?:\W*(?:of|/|\|)\W*#)?(?:\W*page)?\W*")


@dataclass(frozen=True, slots=True)
class Edges:
    """How many lines at the top and bottom of one page are running lines."""

    top: int = 0
    bottom: int = 0


def running_edges(pages: Sequence[Sequence[str]]) -> list[Edges]:
    """For each page, how many of its first and last lines belong to no text but to the page.

    pages: the lines of each page, top to bottom. A line is a running line if the like of it (numbers
    aside) stands at the same place from the edge of at least a quarter of the pages, with nothing but
    running lines between it and the edge.
    """
    if len(pages) < 2:
        return [Edges() for _ in pages]
    tops = [_keys(page[:_DEPTH]) for page in pages]
    bottoms = [_keys(reversed(page[-_DEPTH:])) for page in pages]
    top, bottom = _repeated(tops), _repeated(bottoms)
    counted_top, counted_bottom = _counters(pages, from_end=False), _counters(pages, from_end=True)
    out = []
    for at, page in enumerate(pages):
        upper = _prefix(tops[at], top, counted_top[at])
        lower = _prefix(bottoms[at], bottom, counted_bottom[at])
        out.append(Edges(upper, min(lower, len(page) - upper)))
    return out


def _keys(lines: Iterable[str]) -> list[str]:
    return [_DIGITS.sub("#", " ".join(line.split()).casefold()) for line in lines]


def _repeated(edges: Sequence[Sequence[str]]) -> frozenset[tuple[int, str]]:
    """The lines that enough pages share, each with its place from the edge."""
    counts = Counter(
        (place, key) for edge in edges for place, key in enumerate(edge) if key and not _is_counter(key)
    )
    enough = max(2 if len(edges) < 4 else 3, _SHARE * len(edges))
    return frozenset(one for one, count in counts.items() if count >= enough)


def _is_counter(key: str) -> bool:
    return len(key) <= _LONGEST_COUNTER and _COUNTER.fullmatch(key) is not None


def _counters(pages: Sequence[Sequence[str]], *, from_end: bool) -> list[frozenset[str]]:
    """For each page, the keys at its edge that are its number: what rises by one from page to page."""
    offsets: Counter[tuple[str, int]] = Counter()
    found: list[list[tuple[str, int]]] = []
    for at, page in enumerate(pages):
        edge = page[-_DEPTH:] if from_end else page[:_DEPTH]
        mine = [
            (key, int(digits[0][:6]) - at)
            for line, key in zip(edge, _keys(edge), strict=True)
            if _is_counter(key) and (digits := _DIGITS.search(line))
        ]
        found.append(mine)
        offsets.update(set(mine))
    enough = max(2, _SHARE * len(pages))
    return [frozenset(key for key, offset in mine if offsets[key, offset] >= enough) for mine in found]


def _prefix(keys: Sequence[str], repeated: frozenset[tuple[int, str]], counters: frozenset[str]) -> int:
    """How many lines from the edge are running lines; blank ones count if one follows."""
    count = 0
    for place, key in enumerate(keys):
        if (place, key) in repeated or key in counters:
            count = place + 1
        elif key:
            break
    return count
