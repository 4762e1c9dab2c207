"""What changed in substance: the policy's dates, names, duties, numbers and references."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from policy_kit.changes import Substance, SubstanceChange
from policy_kit.compare.in_step import Pairs
from policy_kit.compare.sectioning import Cut
from policy_kit.compare.substance.facts import changed_dates, changed_names
from policy_kit.compare.substance.references import changed_references
from policy_kit.compare.substance.sentences import changed_sentences
from policy_kit.guidance import Register

__all__ = ["changed_in_substance"]

_ORDER = {kind: place for place, kind in enumerate(Substance)}


def changed_in_substance(old: Cut, new: Cut, pairs: Pairs, register: Register) -> tuple[SubstanceChange, ...]:
    """What changed in substance between two policies whose paragraphs are paired: each change once, by
    kind."""
    told = [
        *changed_dates(old.policy, new.policy),
        *changed_names(old.policy, new.policy),
        *changed_references(old.policy, new.policy, register),
    ]
    known = {
        (word, side)
        for one in told
        for side, text in ((0, one.before), (1, one.after))
        for word in _words(text)
    }
    for one in changed_sentences(old, new, pairs):
        said = [(word, side) for side, text in ((0, one.before), (1, one.after)) for word in _words(text)]
        if one.kind is Substance.DUTY or not all(word in known for word in said):
            told.append(one)
    return tuple(sorted(_once(told), key=lambda one: _ORDER[one.kind]))


def _words(text: str) -> list[str]:
    return [word.strip(".,;:()") for word in text.split()]


def _once(changes: Iterable[SubstanceChange]) -> list[SubstanceChange]:
    """The same change at several places told once, with how many there are."""
    out: dict[tuple[str, ...], SubstanceChange] = {}
    for one in changes:
        key: tuple[str, ...] = (one.kind, one.label, one.before, one.after)
        if one.kind is Substance.DUTY and not (one.before and one.after):
            key = (*key, one.old_quote, one.new_quote)
        out[key] = replace(out[key], places=out[key].places + 1) if key in out else one
    return list(out.values())
