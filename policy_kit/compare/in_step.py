"""Pairs of two sequences that keep step: those in order in both, and the best such in a gap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

Pairs = dict[int, int]
"""Positions in the one sequence with the positions they have in the other."""


def in_order(pairs: Mapping[int, int], weights: Sequence[int]) -> Pairs:
    """The pairs that follow one another in both sequences: of all such sets the one that weighs most.

    weights: for each item of the first sequence, such as its number of words.
    """
    best: list[tuple[int, int, int]] = []  # (place in the second, weight up to here, number of the link)
    links: list[tuple[int, int]] = []  # (item of the first, link before)
    for i in sorted(pairs):
        j = pairs[i]
        at = bisect_left(best, (j, 0, 0))
        total = weights[i] + (best[at - 1][1] if at else 0)
        links.append((i, best[at - 1][2] if at else -1))
        end = at
        while end < len(best) and best[end][1] <= total:
            end += 1
        best[at:end] = [(j, total, len(links) - 1)]
    kept: Pairs = {}
    link = best[-1][2] if best else -1
    while link >= 0:
        i, link = links[link]
        kept[i] = pairs[i]
    return dict(sorted(kept.items()))


def best_in_order(alike: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Of all ways to pair rows with columns in order, the one whose pairs are together the most alike.

    alike: for each row its likeness to each column, 0 where the two are no pair.
    """
    rows, columns = len(alike), len(alike[0]) if alike else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        for b in range(columns - 1, -1, -1):
            paired = alike[a][b] + best[a + 1][b + 1] if alike[a][b] else 0.0
            best[a][b] = max(best[a + 1][b], best[a][b + 1], paired)
    pairs: list[tuple[int, int]] = []
    a = b = 0
    while a < rows and b < columns:
        if alike[a][b] and best[a][b] == alike[a][b] + best[a + 1][b + 1]:
            pairs.append((a, b))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs
