"""Words with one slip of the pen."""

from __future__ import annotations


def one_slip(word: str, right: str) -> bool:
    """Whether one letter more, less, other, or swapped with the next makes the word the right one."""
    if abs(len(word) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), len(right))
    rest, wanted = word[start:], right[start:]
    swapped = len(rest) > 1 and rest[1::-1] == wanted[:2] and rest[2:] == wanted[2:]
    return swapped or rest[1:] == wanted or rest == wanted[1:] or rest[1:] == wanted[1:]
