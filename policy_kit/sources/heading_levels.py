"""Levels for headings made by hand: the depth of their number, else the rank of their look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policy_kit.model import Block
from policy_kit.sources.appearance import Look
from policy_kit.sources.outline import number_depth, typed_number


def levels_of(
    blocks: Sequence[Block], found: Mapping[int, Look], looks: Mapping[int, Look]
) -> dict[int, int]:
    """A level for each heading made by hand: its number's depth, else its look's rank in the document."""
    known: dict[Look, list[int]] = {}
    levels: dict[int, int] = {}
    for block in blocks:
        if block.is_heading and block.index in looks:
            known.setdefault(looks[block.index], []).append(block.level)
    for index, look in found.items():
        block = blocks[index]
        depth = number_depth(typed_number(block.text)[0] or block.number)
        if depth:
            levels[index] = min(depth, 9)
            known.setdefault(look, []).append(depth)
    ranked = {look: max(depths) for look, depths in known.items()}
    _rank(ranked, {look for index, look in found.items() if index not in levels and look not in ranked})
    for index, look in found.items():
        levels.setdefault(index, min(ranked[look], 9))
    return levels


def _rank(ranked: dict[Look, int], unknown: set[Look]) -> None:
    """Give looks without a level one: below all stronger looks, but not below a weaker one."""
    order = sorted({*ranked, *unknown}, key=lambda look: look.strength)
    weakest_first: list[int] = []  # for each look, the highest level among the weaker ones
    highest = 9
    for look in order:
        weakest_first.append(highest)
        highest = min(highest, ranked.get(look, 9))
    deepest = 0
    for look, highest_below in zip(reversed(order), reversed(weakest_first), strict=True):
        if look in unknown:
            ranked[look] = max(1, min(deepest + 1, highest_below))
        deepest = max(deepest, ranked[look])
