"""Paragraphs made ready for comparing: what makes two of them the same, and how alike two are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, bullet, heading or row. kind: only lines of the same kind are told to be one another;
    label: what stands before a colon or in the first cell ("headteacher"), '' if nothing does."""

    key: str
    words: tuple[str, ...]
    kind: str = ""
    label: str = ""

    @property
    def weight(self) -> int:
        return len(self.words) or 1


def line_of(text: str, kind: str = "") -> Line:
    """A text made ready for comparing."""
    key = key_of(text)
    label = _LABEL.match(key)
    return Line(key, tuple(_WORD.findall(key.lower())), kind, label[1].strip().lower() if label else "")


def key_of(text: str) -> str:
    """A text with only what people read: quotes, dashes and spaces of one kind."""
    return " ".join(text.translate(ALIKE).split())


def likeness(one: Line, other: Line) -> float:
    """How alike two lines are, 0 to 1: the words they share of all they have; a shared label counts for
    half."""
    total = len(one.words) + len(other.words)
    if not total:
        return 1.0 if one.key == other.key else 0.0
    shared = 2 * (Counter(one.words) & Counter(other.words)).total() / total
    if one.label and one.label == other.label:
        return max(shared, 0.5)
    return shared
