"""Texts in the pieces that a merge works on: sentences that join up again, and words that hold together."""

from __future__ import annotations

import re

_ENDS = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St|No|para|vs|Rev|approx|incl|[A-Z])\.)\s*$", re.IGNORECASE
)
_WORDS = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")


def sentences(text: str) -> list[str]:
    """The sentences of a text with the space after each: joined, they are the text again."""
    out: list[str] = []
    start = 0
    for end in _ENDS.finditer(text):
        if end.group()[0] != "\n" and _ABBREVIATED.search(text[start : end.start()]):
            continue
        out.append(text[start : end.end()])
        start = end.end()
    if start < len(text):
        out.append(text[start:])
    return out


def words(text: str) -> list[str]:
    """The words, spaces and marks of a text: joined, they are the text again."""
    return _WORDS.findall(text)


def plain(text: str) -> str:
    """A text by which two are held to be the same: runs of space are one, none at the ends."""
    return " ".join(text.split())


def joined(pieces: list[str]) -> str:
    """Sentences as one text, with a space where two would touch, and none at its end."""
    out: list[str] = []
    for piece in filter(None, pieces):
        if out and not out[-1][-1].isspace():
            out.append(" ")
        out.append(piece)
    return "".join(out).rstrip()
