"""Word lists as they are typed: one after another, over lines."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, parted by spaces and line ends."""
    return frozenset(words.split())
