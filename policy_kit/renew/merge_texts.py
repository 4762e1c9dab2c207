"""Merges three texts: as it was generated, as the school edited it, and as this year's template has it.

A sentence that both changed is never fused: both stand, and that is a conflict. Where one side changed, it is
as that side has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from policy_kit.renew.facts import settle
from policy_kit.renew.model import Conflict, Fact, Followed, MergedText, Outcome
from policy_kit.renew.slots import Slot, lay_over, pair_up
from policy_kit.renew.texts import joined, plain, sentences

Facts = Sequence[Fact]


def merge_text(base: str, mine: str, theirs: str, facts: Facts = ()) -> MergedText:
    """Merge one paragraph or cell by its sentences."""
    quick = _one_sided(base, mine, theirs)
    if quick is not None:
        return quick
    parts = sentences(base), sentences(mine), sentences(theirs)
    if all(len(part) < 2 for part in parts):
        return _merge_sentence(base, mine, theirs, facts)
    return _merge_sentences(*parts, facts)


def _one_sided(base: str, mine: str, theirs: str) -> MergedText | None:
    """The merge where at most one side changed the text, or both in the same way."""
    if plain(mine) == plain(theirs):
        return MergedText(mine, Outcome.SAME if plain(base) == plain(mine) else Outcome.KEPT)
    if plain(base) == plain(mine):
        return MergedText(theirs, Outcome.TAKEN)
    if plain(base) == plain(theirs):
        return MergedText(mine, Outcome.KEPT)
    return None


def _merge_sentence(base: str, mine: str, theirs: str, facts: Facts) -> MergedText:
    quick = _one_sided(base, mine, theirs)
    if quick is not None:
        return quick
    settled = settle(base, mine, theirs, facts)
    after = _one_sided(settled.base, settled.mine, theirs)
    if after is None:
        conflict = Conflict(plain(base), plain(mine), plain(theirs))
        return MergedText(joined([mine, theirs]), Outcome.CONFLICT, (conflict,))
    outcome = Outcome.MERGED if after.outcome is Outcome.KEPT else Outcome.TAKEN
    return MergedText(after.text, outcome, (), settled.followed)


def _merge_sentences(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], facts: Facts
) -> MergedText:
    pieces: list[str] = []
    conflicts: list[Conflict] = []
    followed: list[Followed] = []
    outcomes: set[Outcome] = set()
    for slot in _lay_over_texts(base, mine, theirs):
        b, m, t = _of(base, slot.base), _of(mine, slot.mine), _of(theirs, slot.theirs)
        whole = b and m and t
        found = _merge_sentence(b, m, t, facts) if whole else _with_one_gone(b, m, t)
        pieces.append(found.text)
        conflicts += found.conflicts
        followed += found.followed
        outcomes.add(found.outcome)
    return MergedText(joined(pieces), together(outcomes), tuple(conflicts), tuple(followed))


def _with_one_gone(base: str, mine: str, theirs: str) -> MergedText:
    """A sentence that one side at least does not have."""
    if not base:
        return MergedText(mine or theirs, Outcome.KEPT if mine else Outcome.TAKEN)
    here = mine or theirs
    if plain(here) == plain(base):
        return MergedText("", Outcome.KEPT if theirs else Outcome.TAKEN)
    return MergedText(here, Outcome.CONFLICT, (Conflict(plain(base), plain(mine), plain(theirs)),))


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome of a whole by those of its parts."""
    outcomes = set(outcomes)
    for strong in (Outcome.CONFLICT, Outcome.MERGED):
        if strong in outcomes:
            return strong
    if {Outcome.KEPT, Outcome.TAKEN} <= outcomes:
        return Outcome.MERGED
    return next((o for o in (Outcome.KEPT, Outcome.TAKEN) if o in outcomes), Outcome.SAME)


def _of(items: Sequence[str], number: int | None) -> str:
    return "" if number is None else items[number]


def _lay_over_texts(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[Slot]:
    old, left, right = ([plain(text) for text in side] for side in (base, mine, theirs))
    return lay_over(
        (len(base), len(mine), len(theirs)),
        pair_up(old, left, likeness),
        pair_up(old, right, likeness),
        lambda m, t: left[m] == right[t],
    )


@lru_cache(maxsize=4096)
def likeness(one: str, other: str) -> float:
    """How like two texts are by their words in order, 0 to 1."""
    left, right = one.casefold().split(), other.casefold().split()
    shared = len(set(left) & set(right))
    if 2 * shared < 0.4 * min(len(set(left)) + len(set(right)), 2 * len(set(left)), 2 * len(set(right))):
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()
