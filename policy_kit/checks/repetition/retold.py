"""Sections and passages that say the same in other words.

Whoever puts a policy together from two sources ends up with a chapter that was written again: no run of
words is left, the bullets stand in another order, and still most of the words that tell it from the rest of
the policy stand in both. A word weighs the more, the fewer texts have it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from policy_kit.checks.repetition.likeness import Words, words_of
from policy_kit.checks.repetition.meaning import meaning_of
from policy_kit.model import Policy
from policy_kit.naming.legal_forms import LEGAL_FORM, LEGAL_FORMS
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

_FIRM = regex(rf"(?:[^\s\w]?[A-Z][^\s,.;:()]*\s+(?:(?:&|and|of)\s+)?){{1,5}}{LEGAL_FORM}\b")


@dataclass(frozen=True, slots=True)
class Bound:
    """What two texts of so many telling words must share: of the weight of both, and of the lighter's."""

    fewest: int
    shared: float
    contained: float


# By length, longest first. Two sections on one matter may share most of a few words by chance, those on two
# matters hardly ever do, and a paragraph or a list is less than a section. The steps of two long procedures
# are alike.
ON_ONE_MATTER = (Bound(30, 0.45, 0.57),)
ON_TWO_MATTERS = (Bound(22, 0.55, 0.62),)
PASSAGES = (Bound(60, 0.55, 0.62), Bound(19, 0.5, 0.55), Bound(14, 0.57, 0.62), Bound(11, 0.65, 0.7))
WITHIN = Bound(22, 0.3, 0.68)  # of a text told again within a longer one most words stand
_FEWEST = 11
_WORTH = 0.3  # of the different words of either, from which two texts are weighed
_BEFORE = 150  # texts that one is held against, which is nearly all of a policy's


def retold_pairs(
    words: Sequence[Words], bounds_of: Callable[[int, int], Sequence[Bound]], within: Bound | None = None
) -> Iterator[tuple[int, int]]:
    """The pairs of texts, by number, that say the same in other words.

    words: each text's, as `words_of` gives them; bounds_of: what two of them must share, longest first;
    within: what they must share if the one may be told within the other, longer one.
    """
    texts = [frozenset(map(meaning_of, set(own))) - {""} for own in words]
    held = Counter(chain.from_iterable(texts))
    weights = {stem: math.log((len(texts) + 1) / count) for stem, count in held.items()}
    totals = [sum(map(weights.__getitem__, text)) for text in texts]
    bits = {stem: 1 << place for place, stem in enumerate(held)}
    masks = [sum(map(bits.__getitem__, text)) for text in texts]
    long = [i for i, text in enumerate(texts) if len(text) >= _FEWEST]
    worth = [_WORTH * len(text) for text in texts]
    for at, j in enumerate(long):
        own, enough = masks[j], worth[j]
        before = long[max(0, at - _BEFORE) : at]
        alike = [i for i in before if (n := (own & masks[i]).bit_count()) >= enough or n >= worth[i]]
        for i in alike:
            fewer = min(len(texts[i]), len(texts[j]))
            shared = sum(map(weights.__getitem__, texts[i] & texts[j]))
            lighter, heavier = sorted((totals[i], totals[j]))
            asked = [bound for bound in bounds_of(i, j) if fewer >= bound.fewest][:1]
            asked += [within] if within and fewer >= within.fewest else []
            if any(
                2 * shared >= bound.shared * (lighter + heavier) and shared >= bound.contained * lighter
                for bound in asked
            ):
                yield i, j


def names_of(policy: Policy) -> frozenset[str]:
    """The words of people's names, which say who does a thing and not what: two duties of one person share
    them."""
    return frozenset(word for person in policy.people for word in words_of(person.name))


def firms_of(text: str) -> frozenset[str]:
    """The words of the firms that a text calls by their full names, which tell no more than people's do."""
    named = _FIRM.findall(text) if any(form in text for form in LEGAL_FORMS) else ()
    return frozenset(word for name in named for word in words_of(name))


def without_names(words: Iterable[str], names: frozenset[str], texts: Iterable[str]) -> Iterator[str]:
    """The words of texts without those of people (`names`) and of the firms that the texts name in full."""
    left_out = names.union(*map(firms_of, texts))
    return (word for word in words if word not in left_out)
