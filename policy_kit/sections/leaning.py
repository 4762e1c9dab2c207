"""Whose matter a sentence is by its words alone, as readers' labels have taught it (see `likely`)."""

from __future__ import annotations

from policy_kit.sections.ground import Ground
from policy_kit.sections.likely import learned
from policy_kit.sections.numbers import numbers_in, numbers_set

# Of the chance of what a sentence stands in, the share that its words must have in a section without a text
# of its own: what is said of that matter can only stand elsewhere.
_ENOUGH = 0.3


def leaning_to(section: str, ground: Ground, hits: int) -> int:
    """Those of the sentences outside a section whose words are likelier in it than in what they stand in,
    or nearly as likely if it has no text of its own; with those that stand in no section.

    All of them, if nothing has been learned of the section: it is one of a standard of one's own.
    """
    if section not in learned().sections:
        return hits
    share = 1.0 if ground.own.get(section) else _ENOUGH
    return numbers_set(n for n in numbers_in(hits) if _leans(section, share, ground, n))


def _leans(section: str, share: float, ground: Ground, number: int) -> bool:
    held = [one for one, own in ground.own.items() if own >> number & 1]
    if not held:
        return True
    words = [word.stem for word in ground.index.passages.sentences[number].words]
    chances = learned().chances((), [words])
    return chances[section] > share * max(chances.get(one, 0.0) for one in held)
