"""What speaks for a section to stand under a heading, and how much each of these signs weighs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum

from policy_kit.quick import dataclass

_LEAST = 1e-3  # a chance under which all are alike
_NOWHERE = 0.03  # a chance under which a section has no place elsewhere
_LONG = 300  # words of a long text


class Way(StrEnum):
    """How a heading came to a section: its words, the heading above it, what is said there, or not yet."""

    KNOWN = "known"  # a known wording
    WORDS = "words"  # words that name it
    HINT = "hint"
    ABOVE = "above"
    SAID = "said"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Signs:
    """Of one section under one heading. chance: by the heading and all its text; in_part: the highest by one
    paragraph, item or row alone; first: whether no other section's is higher; of_none: the chance that
    nothing is headed; elsewhere, elsewhere_in_part: the highest chance under any other heading of the
    policy, by all its text and by one part alone; made: whether a point that must be made is made there;
    spoken: whether a word of its matter stands there; touched: the heading is of duties, titles or kinds of
    risk, which touch on every matter; everywhere: what the section says stands in many places of a policy;
    words: how many stand there.
    """

    way: Way
    chance: float
    in_part: float
    first: bool
    of_none: float
    elsewhere: float
    elsewhere_in_part: float
    made: bool
    spoken: bool
    touched: bool
    everywhere: bool
    words: int

    def told(self) -> dict[str, float]:
        """The signs as numbers, by name."""
        chance = _log(self.chance)
        told = {
            "any": 1.0,
            self.way.value: 1.0,
            "chance": chance,
            f"{self.way} chance": chance,
            "in part": _log(self.in_part),
            "of none": self.of_none,
            "elsewhere": _log(max(self.elsewhere, _NOWHERE)),
            "elsewhere in part": _log(max(self.elsewhere_in_part, _NOWHERE)),
        }
        if self.first:
            told |= {"first": 1.0, f"{self.way} first": 1.0}
        if self.made:
            told |= {"made": 1.0, "made in part": _log(self.in_part)}
        if self.spoken:
            told[f"{self.way} spoken"] = 1.0
        if self.way is Way.NONE:
            told["length"] = min(self.words, _LONG) / _LONG
            told |= {"touched": 1.0} if self.touched else {}
            told |= {"everywhere": 1.0} if self.everywhere else {}
        return told


def weigh(signs: Signs, weights: Mapping[str, float]) -> float:
    """What the signs come to: over 0 the section stands there."""
    return math.fsum(weights.get(name, 0.0) * held for name, held in signs.told().items())


def _log(chance: float) -> float:
    return math.log(max(chance, _LEAST)) + 3.0
