"""The letters of a Word file's body in reading order, each with the place in the XML that it stands at.

Spaces are left out, since readers of Word files differ most in those. So are words tracked as deleted, and
the second copy that Word keeps of a drawing for older programs. The words of text boxes are kept apart: Word
takes no comment inside one, so each has the paragraph that it hangs on.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@dataclass
class Letters:
    """A stream of letters; `paragraphs` holds each paragraph with the number of its first letter."""

    text: str = ""
    paragraphs: list[tuple[int, _Element]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _elements: list[_Element] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)  # as they were read, whatever is divided afterwards

    def add(self, element: _Element, text: str, first: int) -> None:
        """Note a w:t, its text and the number of its first letter."""
        self._starts.append(first)
        self._elements.append(element)
        self._texts.append(text)

    def place(self, number: int) -> tuple[_Element, int]:
        """The w:t in which a letter stands, and the letter's offset in it."""
        at = bisect_right(self._starts, number) - 1
        skip = number - self._starts[at]
        for offset, letter in enumerate(self._texts[at]):
            if not letter.isspace():
                if skip == 0:
                    return self._elements[at], offset
                skip -= 1
        raise IndexError(number)

    def paragraph_at(self, number: int) -> int:
        """Which paragraph a letter stands in, counted from 0."""
        return bisect_right(self.paragraphs, number, key=lambda pair: pair[0]) - 1

    def span(self, paragraph: int) -> tuple[int, int]:
        """The numbers of a paragraph's first letter and of the one after its last."""
        start = self.paragraphs[paragraph][0]
        after = paragraph + 1
        return start, self.paragraphs[after][0] if after < len(self.paragraphs) else len(self.text)


@dataclass
class Body:
    """The letters of the running text, and those of each text box with the paragraph it hangs on."""

    letters: Letters
    boxes: list[tuple[str, _Element]]


def letters_of(text: str) -> str:
    """The letters of a text as they are compared: no spaces, no capitals, one letter for one."""
    return "".join(_small(letter) for letter in text if not letter.isspace())


def _small(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def read_body(body: _Element, word: str) -> Body:
    """Read a w:body; `word` is Word's namespace as this file has it, in braces."""
    reading = _Reading(word)
    reading.blocks(body)
    return Body(reading.finished(), reading.boxes)


class _Reading:
    """The walk over a body, once, from top to bottom."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._deleted = {word + name for name in ("del", "moveFrom")} | {_COMPATIBILITY + "Fallback"}
        self._pieces: list[str] = []
        self._count = 0
        self._letters = Letters()
        self.boxes: list[tuple[str, _Element]] = []

    def finished(self) -> Letters:
        """The letters read."""
        self._letters.text = "".join(self._pieces)
        return self._letters

    def blocks(self, node: _Element) -> None:
        """Read the paragraphs inside a node, through whatever is wrapped around them."""
        for child in node.iterchildren("*"):
            if child.tag == self._word + "p":
                self._letters.paragraphs.append((self._count, child))
                self._inline(child, child)
            elif child.tag not in self._deleted:
                self.blocks(child)

    def _inline(self, node: _Element, paragraph: _Element) -> None:
        for child in node.iterchildren("*"):
            tag = child.tag
            if tag == self._word + "t":
                self._add(child)
            elif tag == self._word + "txbxContent":
                self.boxes.append((self._box_text(child), paragraph))
            elif tag not in self._deleted:
                self._inline(child, paragraph)

    def _box_text(self, box: _Element) -> str:
        inner = _Reading(self._word)
        inner.blocks(box)
        return inner.finished().text + "".join(text for text, _ in inner.boxes)

    def _add(self, element: _Element) -> None:
        found = letters_of(element.text or "")
        if found:
            self._letters.add(element, element.text or "", self._count)
            self._pieces.append(found)
            self._count += len(found)
