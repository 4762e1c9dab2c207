"""Puts the two ends of each comment at the right letters, dividing a run where an end falls inside it.

Nothing else changes: a divided run keeps its look in both halves, and the words stay the same.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.reports.comments.letters import Letters

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one comment goes: letters from `start` to `end` (not with it), or a whole paragraph."""

    number: int
    start: int = 0
    end: int = 0
    paragraph: _Element | None = None


def put_marks(marks: Sequence[Mark], letters: Letters, word: str) -> None:
    """Put the ends and the reference of each comment in the tree that the letters were read from."""
    by_letters = [_inside_one_container(mark, letters) for mark in marks if mark.paragraph is None]
    runs = _Runs(letters, word)
    for mark in by_letters:
        runs.cut_before(mark.start)
        runs.cut_after(mark.end - 1)
    for mark in by_letters:
        first, last = runs.starting(mark.start), runs.ending(mark.end - 1)
        _outermost(first, word).addprevious(_end(word, "commentRangeStart", mark.number))
        closing = _end(word, "commentRangeEnd", mark.number)
        anchor = _after_marks(_outermost(last, word), word)
        anchor.addnext(closing)
        _under_paragraph(closing, word).addnext(_reference(word, mark.number))
    for mark in marks:
        if mark.paragraph is not None:
            _around(mark.paragraph, mark.number, word)


def _inside_one_container(mark: Mark, letters: Letters) -> Mark:
    """The same mark; cut at its first paragraph's end if it would run out of a table's cell."""
    first, last = letters.paragraph_at(mark.start), letters.paragraph_at(mark.end - 1)
    parents = {letters.paragraphs[number][1].getparent() for number in (first, last)}
    if len(parents) == 1:
        return mark
    return Mark(mark.number, mark.start, letters.span(first)[1])


class _Runs:
    """The runs of text that letters stand in, divided where a comment begins or ends."""

    def __init__(self, letters: Letters, word: str) -> None:
        self._letters = letters
        self._word = word
        # What became of a w:t that was divided: its pieces with the offset at which each begins.
        self._pieces: dict[_Element, list[tuple[int, _Element]]] = {}

    def cut_before(self, number: int) -> None:
        """Divide a run so that a letter begins one, if it can be divided there."""
        element, offset = self._letters.place(number)
        self._cut(element, offset)

    def cut_after(self, number: int) -> None:
        """Divide a run so that a letter ends one."""
        element, offset = self._letters.place(number)
        self._cut(element, offset + 1)

    def starting(self, number: int) -> _Element:
        """The run in which a letter stands."""
        return self._run_of(*self._letters.place(number))

    ending = starting

    def _run_of(self, element: _Element, offset: int) -> _Element:
        pieces = self._pieces.get(element, [(0, element)])
        piece = next(found for start, found in reversed(pieces) if start <= offset)
        return _run_above(piece, self._word)

    def _cut(self, element: _Element, offset: int) -> None:
        pieces = self._pieces.setdefault(element, [(0, element)])
        at, (start, piece) = next(
            (n, pair) for n, pair in reversed(list(enumerate(pieces))) if pair[0] <= offset
        )
        run = piece.getparent()
        if run is None or run.tag != self._word + "r":
            return  # inside something that a run holds, such as a ruby text: the whole run is taken
        text = piece.text or ""
        if offset - start >= len(text):
            following = piece.getnext()
            if following is not None:
                _divide(run, following, self._word)
            return
        if offset > start:
            rest = copy.deepcopy(piece)
            rest.tail = None
            piece.text, rest.text = text[: offset - start], text[offset - start :]
            for half in (piece, rest):
                half.set(_SPACE, "preserve")
            piece.addnext(rest)
            pieces.insert(at + 1, (offset, rest))
            piece = rest
        _divide(run, piece, self._word)


def _divide(run: _Element, first: _Element, word: str) -> None:
    """Make two runs of one, the second beginning with `first`; both look as the one did."""
    before = [child for child in run if child.tag != word + "rPr"]
    if before and before[0] is first:
        return
    second = copy.copy(run)
    for child in list(second):
        second.remove(child)
    look = run.find(word + "rPr")
    if look is not None:
        second.append(copy.deepcopy(look))
    second.extend(before[before.index(first) :])
    second.tail, run.tail = run.tail, None
    run.addnext(second)


def _run_above(element: _Element, word: str) -> _Element:
    while element.tag != word + "r":
        parent = element.getparent()
        if parent is None:
            return element
        element = parent
    return element


def _outermost(run: _Element, word: str) -> _Element:
    """The run, or what is wrapped around it that Word may write anew, such as a field or a control."""
    kept = {word + name for name in ("p", "ins", "moveTo", "hyperlink")}
    out = at = run
    while (parent := at.getparent()) is not None and parent.tag != word + "p":
        if parent.tag not in kept:
            out = parent
        at = parent
    return out


def _under_paragraph(element: _Element, word: str) -> _Element:
    """What holds an element directly under its paragraph."""
    while (parent := element.getparent()) is not None and parent.tag != word + "p":
        element = parent
    return element


def _after_marks(element: _Element, word: str) -> _Element:
    """The last of the ends of comments that already stand after an element: they stay in order."""
    following = element.getnext()
    while following is not None and following.tag == word + "commentRangeEnd":
        element, following = following, following.getnext()
    return element


def _around(paragraph: _Element, number: int, word: str) -> None:
    """Put a comment on all of a paragraph, even one without words."""
    opening = _end(word, "commentRangeStart", number)
    properties = paragraph.find(word + "pPr")
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, opening)
    paragraph.append(_end(word, "commentRangeEnd", number))
    paragraph.append(_reference(word, number))


def _end(word: str, name: str, number: int) -> _Element:
    from lxml import etree

    return etree.Element(word + name, {word + "id": str(number)}, nsmap={"w": word[1:-1]})


def _reference(word: str, number: int) -> _Element:
    from lxml import etree

    run = etree.Element(word + "r", nsmap={"w": word[1:-1]})
    etree.SubElement(run, word + "commentReference", {word + "id": str(number)})
    return run
