"""Paragraphs made ready for comparing: what makes two of them the same, and how alike two are."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

_WORD = re.compile(r"\w+(?:['’.,:/@&\-]\w+)*")
ALIKE = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "\u00a0": " ",
        "…": "...",
        "\u00ad": None,
    }
)
"""What programs write differently and people read alike."""
_LABEL = re.compile(r"^([^:|]{2,60})[:|]")


class Line:
    """One paragraph, bullet, heading or row.

    key: what people read of it; kind: only lines of the same kind are told to be one another. Words and
    label are found when they are asked for: most lines stand in both texts as they are, and are never asked.
    """

    def __init__(self, key: str, kind: str = "") -> None:
        self.key = key
        self.kind = kind

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(_WORD.findall(self.key.lower()))

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(self.words)

    @cached_property
    def label(self) -> str:
        """What stands before a colon or in the first cell ("headteacher"), '' if nothing does."""
        found = _LABEL.match(self.key)
        return found[1].strip().lower() if found else ""

    @property
    def weight(self) -> int:
        """How much of the text it is, in letters."""
        return len(self.key) or 1


def line_of(text: str, kind: str = "") -> Line:
    """A text made ready for comparing."""
    return Line(key_of(text), kind)


def key_of(text: str) -> str:
    """A text with only what people read: quotes, dashes and spaces of one kind."""
    return " ".join((text if text.isascii() else text.translate(ALIKE)).split())


def likeness(one: Line, other: Line) -> float:
    """How alike two lines are, 0 to 1: the words they share of all they have; a shared label counts for
    half."""
    total = len(one.words) + len(other.words)
    if not total:
        return 1.0 if one.key == other.key else 0.0
    few, many = sorted((one.counts, other.counts), key=len)
    shared = 2 * sum(min(count, many[word]) for word, count in few.items() if word in many) / total
    if one.label and one.label == other.label:
        return max(shared, 0.5)
    return shared
