"""Three sequences laid over one another: which items are the same on each side, and in what order they go.

The same way serves chapters of a policy, paragraphs of a chapter, rows of a table, sentences of a paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

from policy_kit.compare.in_step import Pairs, best_in_order, in_order
from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """One item by its position on each side, None where the side does not have it."""

    base: int | None
    mine: int | None
    theirs: int | None


@dataclass(frozen=True, slots=True)
class _Side:
    """One edited side: for each of its items, the slot it is in."""

    slots: tuple[int, ...]

    def before(self, position: int, placed: set[int]) -> int | None:
        """The nearest slot before a position that has its place already."""
        return next((s for s in reversed(self.slots[:position]) if s in placed), None)


def lay_over(
    sizes: tuple[int, int, int], mine: Pairs, theirs: Pairs, same: Callable[[int, int], bool]
) -> list[Slot]:
    """The items of base, mine and theirs as slots, in the order that the merge gives them.

    sizes: how many items base, mine and theirs have; mine, theirs: which item of a side stands for which
    of base; same: whether an item that mine added is one that theirs added too.

    The order is that of the side that moved something; where both did, that of theirs. What the other side
    alone has follows what it follows there, so that what both added in one place stands mine first.
    An item that both took out has no slot.
    """
    slots: list[Slot] = []
    of_mine: dict[int, int] = {}
    of_theirs: dict[int, int] = {}

    def put(slot: Slot) -> None:
        if slot.mine is not None:
            of_mine[slot.mine] = len(slots)
        if slot.theirs is not None:
            of_theirs[slot.theirs] = len(slots)
        slots.append(slot)

    for number in range(sizes[0]):
        if number in mine or number in theirs:
            put(Slot(number, mine.get(number), theirs.get(number)))
    added = [n for n in range(sizes[2]) if n not in of_theirs]
    for number in (n for n in range(sizes[1]) if n not in of_mine):
        twin = next((n for n in added if same(number, n)), None)
        if twin is not None:
            added.remove(twin)
        put(Slot(None, number, twin))
    for number in added:
        put(Slot(None, None, number))
    left = _Side(tuple(of_mine[n] for n in range(sizes[1])))
    right = _Side(tuple(of_theirs[n] for n in range(sizes[2])))
    moved = _moved(slots, left)
    order = _order(right, left, mine_first=True) if not moved or _moved(slots, right) else (
        _order(left, right, mine_first=False)
    )  # fmt: skip
    return [slots[n] for n in order]


def _moved(slots: Sequence[Slot], side: _Side) -> bool:
    """Whether a side has the items it keeps of base in another order."""
    kept = [base for n in side.slots if (base := slots[n].base) is not None]
    return kept != sorted(kept)


def _order(leading: _Side, other: _Side, *, mine_first: bool) -> list[int]:
    """The leading side's order, with what only the other side has put after what it follows there."""
    order = list(leading.slots)
    placed = set(order)
    for position, slot in enumerate(other.slots):
        if slot in placed:
            continue
        before = other.before(position, placed)
        at = 0 if before is None else order.index(before) + 1
        if not mine_first:
            # what mine added in the same place stays in front
            shared = set(other.slots)
            while at < len(order) and order[at] not in shared:
                at += 1
        order.insert(at, slot)
        placed.add(slot)
    return order


def pair_up(old: Sequence[str], new: Sequence[str], like: Callable[[str, str], float]) -> Pairs:
    """Which items of the new sequence stand for which of the old: the same text, or one like it.

    like: how like two texts are, from 0 to 1; those under one half are not paired. Items that are the same
    keep their order as far as they can; one that has moved is found where it went.
    """
    pairs: Pairs = {}
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pairs.update(zip(range(a, b), range(c, d), strict=True))
    left = [n for n in range(len(old)) if n not in pairs]
    taken = set(pairs.values())
    where: dict[str, list[int]] = {}
    for n in range(len(new)):
        if n not in taken:
            where.setdefault(new[n], []).append(n)
    for n in left:
        if where.get(old[n]):
            pairs[n] = where[old[n]].pop(0)
    for gap in _gaps(pairs, len(old), len(new)):
        pairs.update(_likely(old, new, *gap, like))
    pairs.update(_moved_and_changed(old, new, pairs, like))
    return pairs


_SURELY = 0.65
_FEW = 400


def _moved_and_changed(
    old: Sequence[str], new: Sequence[str], pairs: Pairs, like: Callable[[str, str], float]
) -> Pairs:
    """What is left over on both sides and much alike, wherever it stands."""
    taken = set(pairs.values())
    left = [n for n in range(len(old)) if n not in pairs]
    right = [n for n in range(len(new)) if n not in taken]
    if len(left) * len(right) > _FEW:
        return {}
    weighed = sorted(((like(old[a], new[b]), -a, -b) for a in left for b in right), reverse=True)
    found: Pairs = {}
    for value, a, b in weighed:
        if value >= _SURELY and -a not in found and -b not in found.values():
            found[-a] = -b
    return found


def _gaps(pairs: Pairs, old: int, new: int) -> Iterable[tuple[list[int], list[int]]]:
    """The stretches between items that are the same and in order: what is left over on each side."""
    steady = in_order(pairs, [1] * old).items()
    taken = set(pairs.values())
    last_a = last_b = -1
    for a, b in [*steady, (old, new)]:
        left = [n for n in range(last_a + 1, a) if n not in pairs]
        right = [n for n in range(last_b + 1, b) if n not in taken]
        if left and right:
            yield left, right
        last_a, last_b = a, b


ENOUGH = 0.5
_MOST = 900  # pairs of one gap that are weighed against each other; beyond, each takes the next like it


def _likely(
    old: Sequence[str],
    new: Sequence[str],
    left: list[int],
    right: list[int],
    like: Callable[[str, str], float],
) -> Pairs:
    """Pairs of like items in order, chosen so that their likeness together is greatest."""
    if len(left) * len(right) > _MOST:
        return _next_like(old, new, left, right, like)
    alike = [[_enough(like(old[a], new[b])) for b in right] for a in left]
    return {left[a]: right[b] for a, b in best_in_order(alike)}


def _enough(value: float) -> float:
    return value if value >= ENOUGH else 0.0


_AHEAD = 30


def _next_like(
    old: Sequence[str],
    new: Sequence[str],
    left: list[int],
    right: list[int],
    like: Callable[[str, str], float],
) -> Pairs:
    pairs: Pairs = {}
    start = 0
    for a in left:
        for step, b in enumerate(right[start : start + _AHEAD]):
            if like(old[a], new[b]) >= ENOUGH:
                pairs[a] = b
                start += step + 1
                break
    return pairs
