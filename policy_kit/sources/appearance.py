"""How a line of text looks, and how most of the running text does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from policy_kit.model import Block

_BODY_LENGTH = 60  # characters from which a paragraph tells how the running text looks


class Look(NamedTuple):
    """How all of a block's words look. size: in points, 0 if unknown; shaded: on a coloured bar."""

    bold: bool = False
    size: float = 0.0
    capitals: bool = False
    underlined: bool = False
    italic: bool = False
    shaded: bool = False

    @property
    def strength(self) -> tuple[float, int, int, int, int, int]:
        """The order in which looks rank as headings, the strongest greatest."""
        return (self.size, self.shaded, self.bold, self.capitals, self.underlined, self.italic)


def running_look(blocks: Sequence[Block], looks: Mapping[int, Look]) -> tuple[Look, float]:
    """How most of the running text looks, and the largest type in which a fair share of it is set."""
    weights: dict[Look, int] = {}
    for index, look in looks.items():
        text = blocks[index].text
        if len(text) >= _BODY_LENGTH and not blocks[index].is_heading:
            if not look.capitals and text.isupper():
                look = look._replace(capitals=True)  # noqa: PLW2901 - the look as it is seen
            weights[look] = weights.get(look, 0) + len(text)
    if not weights:
        return Look(), 0.0
    total = sum(weights.values())
    sizes: Counter[float] = Counter()
    for look, weight in weights.items():
        sizes[look.size] += weight

    def mostly(name: str) -> bool:
        return sum(w for look, w in weights.items() if getattr(look, name)) > 0.6 * total

    size = max(sizes, key=lambda s: (sizes[s], s))
    body = Look(mostly("bold"), size, mostly("capitals"), mostly("underlined"))
    return body, max(size for size, weight in sizes.items() if weight >= 0.05 * total)
