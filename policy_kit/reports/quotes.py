"""Finds the words that a finding quotes in the text it quotes them from."""

from __future__ import annotations

import re

Span = tuple[int, int]


def quoted_spans(text: str, quote: str, number: str = "") -> tuple[Span, ...]:
    """Where `text` holds the quoted words: every place, or none.

    Spaces and capitals may differ. A quote may begin with the number that Word shows before the text; an
    ellipsis may stand for words that were left out, and " | " for the line between two cells.
    """
    bare = quote.removeprefix(number).strip() if number else quote
    parts = [piece for piece in re.split(r"…|\.\.\.| \| ", bare) if len(piece.strip()) > 2]
    for pieces in ([quote], [bare], parts):
        found = tuple(span for piece in pieces for span in _spans(text, piece))
        if found:
            return found
    return ()


def _spans(text: str, piece: str) -> list[Span]:
    words = piece.split()
    if not words:
        return []
    pattern = r"\s+".join(map(re.escape, words))
    return [found.span() for found in re.finditer(pattern, text, re.IGNORECASE)]
