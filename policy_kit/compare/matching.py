"""Finds which paragraph of the new text is which of the old one, wherever it stands now.

Three passes, each over what the one before left: the same words; nearly the same words, found by runs of
three words that both have; what stands between two pairs in both texts, in order. The time grows with
the length of the texts: each pass is bounded by what it may compare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from policy_kit.compare.in_step import Pairs, best_in_order, in_order
from policy_kit.compare.lines import Line, likeness

NEARLY = 0.55  # from which two paragraphs anywhere in the texts are one, changed
IN_PLACE = 0.4  # from which two paragraphs at the same place are
_RUN = 3
_MOST_PLACES = 8  # a run of words in more paragraphs than these tells nothing
_MOST_CELLS = 4_000  # pairs compared in one gap between two pairs


def match(old: Sequence[Line], new: Sequence[Line]) -> Pairs:
    """Pair the lines of two texts; no line is in two pairs."""
    pairs = _same(old, new)
    _near(old, new, pairs)
    _between(old, new, pairs)
    return pairs


def _same(old: Sequence[Line], new: Sequence[Line]) -> Pairs:
    """Lines with the same words; of several alike, those whose neighbours are paired, then in order."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for j, line in enumerate(new):
        places[line.kind, line.key].append(j)
    counts: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, line in enumerate(old):
        counts[line.kind, line.key].append(i)
    pairs: Pairs = {}
    taken: set[int] = set()
    for key, mine in counts.items():
        theirs = places.get(key, [])
        if len(mine) == len(theirs) == 1 and key[1]:
            pairs[mine[0]] = theirs[0]
            taken.add(theirs[0])
    _spread(old, new, pairs, taken)
    for key, mine in counts.items():
        left = [i for i in mine if i not in pairs]
        free = [j for j in places.get(key, ()) if j not in taken]
        if key[1]:
            for i, j in zip(left, free, strict=False):
                pairs[i] = j
                taken.add(j)
    return pairs


def _spread(old: Sequence[Line], new: Sequence[Line], pairs: Pairs, taken: set[int]) -> None:
    """From each pair on, pair the lines next to it while they are the same: down first, then up."""
    for step in (1, -1):
        for i, j in sorted(pairs.items(), reverse=step < 0):
            a, b = i + step, j + step
            while 0 <= a < len(old) and 0 <= b < len(new) and a not in pairs and b not in taken:
                if (old[a].kind, old[a].key) != (new[b].kind, new[b].key):
                    break
                pairs[a] = b
                taken.add(b)
                a, b = a + step, b + step


def _near(old: Sequence[Line], new: Sequence[Line], pairs: Pairs) -> None:
    """Pair lines that share enough words, the most alike first."""
    taken = set(pairs.values())
    runs: dict[int, list[int]] = defaultdict(list)
    for j, line in enumerate(new):
        if j not in taken:
            for run in _runs(line):
                runs[run].append(j)
    found: list[tuple[float, int, int, int]] = []
    for i, line in enumerate(old):
        for j in _likely(i, line, runs) if i not in pairs else ():
            how = likeness(line, new[j]) if line.kind == new[j].kind else 0.0
            if how >= NEARLY:
                found.append((-how, abs(i - j), i, j))
    for _, _, i, j in sorted(found):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)


def _likely(i: int, line: Line, runs: dict[int, list[int]]) -> list[int]:
    """The few lines of the new text that share the most runs of words with one of the old."""
    shared: dict[int, int] = defaultdict(int)
    for run in _runs(line):
        places = runs.get(run, ())
        if len(places) <= _MOST_PLACES:
            for j in places:
                shared[j] += 1
    return sorted(shared, key=lambda j: (-shared[j], abs(i - j), j))[:_MOST_PLACES]


def _runs(line: Line) -> set[int]:
    words = line.words
    return {hash(words[n : n + _RUN]) for n in range(max(len(words) - _RUN + 1, 0))}


def _between(old: Sequence[Line], new: Sequence[Line], pairs: Pairs) -> None:
    """Pair, in order, what stands between two pairs that follow one another in both texts."""
    kept = in_order(pairs, [line.weight for line in old])
    taken = set(pairs.values())
    ends = [(-1, -1), *kept.items(), (len(old), len(new))]
    for (i, j), (next_i, next_j) in pairwise(ends):
        mine = [n for n in range(i + 1, next_i) if n not in pairs]
        theirs = [n for n in range(j + 1, next_j) if n not in taken]
        if mine and theirs and len(mine) * len(theirs) <= _MOST_CELLS:
            pairs.update(_best(old, new, mine, theirs))


def _best(old: Sequence[Line], new: Sequence[Line], mine: list[int], theirs: list[int]) -> Pairs:
    """Of all ways to pair two short stretches in order, the one whose pairs are the most alike."""
    alike = [[_in_place(old[i], new[j]) for j in theirs] for i in mine]
    return {mine[a]: theirs[b] for a, b in best_in_order(alike)}


def _in_place(one: Line, other: Line) -> float:
    if one.kind != other.kind:
        return 0.0
    how = likeness(one, other)
    return how if how >= IN_PLACE else 0.0
