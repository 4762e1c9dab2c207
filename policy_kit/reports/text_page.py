"""A page of text on a terminal: lines that wrap inside their indent, and headings that stand apart.

Written by hand: laying out a long report through rich took longer than the audit it tells.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import field

from policy_kit.quick import dataclass
from policy_kit.regexes import regex

_CODES = {
    "bold": "1", "dim": "2", "underline": "4", "red": "31", "green": "32", "yellow": "33", "cyan": "36",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """Lines as they are written, each at most `width` columns; `colour` adds a terminal's codes."""

    width: int
    colour: bool = False
    lines: list[str] = field(default_factory=list)

    def line(
        self, text: str, *, indent: int = 0, first: str = "", style: str = "", first_style: str = ""
    ) -> None:
        """Write one paragraph; `first` stands in the indent of its first line."""
        margin = " " * indent
        opening = self._styled(first.ljust(indent), first_style) if first else margin
        for piece in wrapped(text, self.width - indent):
            self.lines.append((opening + self._styled(piece, style)).rstrip())
            opening = margin

    def gap(self) -> None:
        """Leave a line empty."""
        self.lines.append("")

    def heading(self, text: str) -> None:
        """Write a heading in capitals, which needs neither colour nor a box to be one."""
        self.gap()
        self.line(text.upper(), style="bold")

    def _styled(self, text: str, style: str) -> str:
        if not (self.colour and style):
            return text
        return f"\x1b[{';'.join(_CODES[word] for word in style.split())}m{text}\x1b[0m"


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` columns, broken at spaces, or inside a word if it must be.

    A web address stays whole even if it is wider: in two pieces it would no longer be one.
    """
    line, used = "", 0
    for word in _short_enough(text, width):
        wide = columns(word)
        if line and used + 1 + wide > width:
            yield line
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + 1 + wide) if line else (word, wide)
    if line:
        yield line


def _short_enough(text: str, width: int) -> Iterator[str]:
    """The words of a text; one that is wider than a line comes in pieces."""
    for word in text.split():
        if len(word) * 2 <= width or columns(word) <= width or "://" in word:
            yield word
            continue
        piece, used = "", 0
        for letter in word:
            wide = columns(letter)
            if piece and used + wide > width:
                yield piece
                piece, used = "", 0
            piece, used = piece + letter, used + wide
        yield piece


# Letters that may fill two columns or none: all but the Latin ones, dashes, quotation marks and the like.
_ODD = regex(r"[^\x00-\u02ff\u2010-\u2027\u2030-\u205e]")


def columns(text: str) -> int:
    """How many columns of a terminal a text fills: Chinese letters fill two, combining marks none."""
    if text.isascii() or not _ODD.search(text):
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
