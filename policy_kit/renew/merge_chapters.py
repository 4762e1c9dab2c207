"""Merges whole policies, chapter by chapter: a chapter is what its key says, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policy_kit.compare.in_step import Pairs
from policy_kit.renew.merge_texts import Facts, likeness, together
from policy_kit.renew.merge_units import merge_units
from policy_kit.renew.model import (
    Chapter,
    Conflict,
    Merged,
    MergedChapter,
    MergedText,
    MergedUnit,
    Outcome,
)
from policy_kit.renew.slots import lay_over
from policy_kit.renew.texts import plain


def merge(
    base: Sequence[Chapter], mine: Sequence[Chapter], theirs: Sequence[Chapter], facts: Facts = ()
) -> Merged:
    """Merge a policy: as it was generated, as the school edited it, and as this year's template has it."""
    slots = lay_over(
        (len(base), len(mine), len(theirs)),
        pair_chapters(base, mine),
        pair_chapters(base, theirs),
        lambda m, t: _are_one(mine[m], theirs[t]),
    )
    out: list[MergedChapter] = []
    for slot in slots:
        b = None if slot.base is None else base[slot.base]
        m = None if slot.mine is None else mine[slot.mine]
        t = None if slot.theirs is None else theirs[slot.theirs]
        out.extend(_merge_chapter(b, m, t, facts))
    return Merged(tuple(out))


def pair_chapters(old: Sequence[Chapter], new: Sequence[Chapter]) -> Pairs:
    """Which chapters are the same: by key, else by heading, else by what they say."""
    pairs: Pairs = {}
    by_key = {chapter.key: n for n, chapter in enumerate(new)}
    for n, chapter in enumerate(old):
        if chapter.key in by_key:
            pairs[n] = by_key[chapter.key]
    left = [n for n in range(len(old)) if n not in pairs]
    free = [n for n in range(len(new)) if n not in set(pairs.values())]
    weighed = sorted(((_alike(old[a], new[b]), -abs(a - b), a, b) for a in left for b in free), reverse=True)
    for value, _, a, b in weighed:
        if value >= _ALIKE and a not in pairs and b not in pairs.values():
            pairs[a] = b
    return pairs


_ALIKE = 0.5


def _alike(one: Chapter, other: Chapter) -> float:
    """How far two chapters are one: the likeness of their headings, or the share of units they have both."""
    ours = {plain(u.text) for u in one.units[1:]}
    shared = len(ours & {plain(u.text) for u in other.units[1:]})
    smaller = min(len(ours), max(len(other.units) - 1, 0))
    share = shared / smaller if smaller else 0.0
    return max(likeness(one.heading, other.heading), share)


def _are_one(mine: Chapter, theirs: Chapter) -> bool:
    """Whether a chapter that the school added is one that the template has now too."""
    same = plain(mine.heading).casefold() == plain(theirs.heading).casefold()
    return same or bool(mine.section and mine.section == theirs.section)


def _merge_chapter(
    b: Chapter | None, m: Chapter | None, t: Chapter | None, facts: Facts
) -> Iterator[MergedChapter]:
    if m and t and b:
        units = merge_units(b.units, m.units, t.units, facts)
        yield MergedChapter(b, m, t, units, True, together(unit.outcome for unit in units))
    elif m and t:
        yield from _both_added(m, t)
    elif m:
        yield _mine_alone(b, m)
    elif t:
        stands = b is None
        units = merge_units((), (), t.units) if stands else ()
        yield MergedChapter(b, None, t, units, stands, Outcome.TAKEN if stands else Outcome.DROPPED)


def _both_added(m: Chapter, t: Chapter) -> Iterator[MergedChapter]:
    mine, theirs = merge_units((), m.units, ()), merge_units((), (), t.units)
    if [plain(u.text) for u in m.units] == [plain(u.text) for u in t.units]:
        yield MergedChapter(None, m, t, mine, True, Outcome.KEPT)
        return
    conflict = Conflict("", plain(m.heading), plain(t.heading))
    yield MergedChapter(None, m, None, mine, True, Outcome.KEPT)
    yield MergedChapter(None, None, t, _at_heading(theirs, conflict), True, Outcome.CONFLICT)


def _mine_alone(b: Chapter | None, m: Chapter) -> MergedChapter:
    """A chapter that the template does not have: the school's own, or one that the template gave up."""
    units = merge_units((), m.units, ())
    if b is None:
        return MergedChapter(b, m, None, units, True, Outcome.KEPT)
    if [plain(u.text) for u in b.units] == [plain(u.text) for u in m.units]:
        gone = tuple(replace(unit, stands=False, outcome=Outcome.TAKEN) for unit in units)
        return MergedChapter(b, m, None, gone, False, Outcome.TAKEN)
    conflict = Conflict(plain(b.heading), plain(m.heading), "")
    return MergedChapter(b, m, None, _at_heading(units, conflict), True, Outcome.CONFLICT)


def _at_heading(units: tuple[MergedUnit, ...], conflict: Conflict) -> tuple[MergedUnit, ...]:
    first, *rest = units
    text = MergedText(first.told.text, Outcome.CONFLICT, (conflict,))
    return (replace(first, outcome=Outcome.CONFLICT, merged=text, rows=()), *rest)
