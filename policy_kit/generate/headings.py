"""The headings of a filled policy with the numbers that Word will show before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from policy_kit.generate.package import parse
from policy_kit.generate.styles import styles_of
from policy_kit.generate.wordml import (
    NAMESPACES,
    NUMBER,
    VALUE,
    property_of,
    style_of,
    styled,
    text_of,
    w,
)
from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from lxml import etree

NUMBERING = "word/numbering.xml"
_LIST, _LIST_LEVEL = w("numId"), w("ilvl")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: its paragraph, level from 0, style id, and the number Word makes for it ('' if none)."""

    paragraph: etree._Element
    level: int
    style: str
    number: str

    @property
    def text(self) -> str:
        return text_of(self.paragraph).strip()


def headings(root: etree._Element, parts: Mapping[str, bytes], name: str) -> tuple[Heading, ...]:
    """The headings of a document in order. `parts` are those of its file, for styles and numbering."""
    styles = styles_of(parts, name)
    numbers = _Numbers(_lists(parts.get(NUMBERING, b""), name))
    out = []
    for paragraph in styled(root, styles.levels):
        if text_of(paragraph).strip():
            style = style_of(paragraph)
            number = numbers.next(*_list_and_level(paragraph, styles.lists[style]))
            out.append(Heading(paragraph, styles.levels[style], style, number))
    return tuple(out)


def _list_and_level(paragraph: etree._Element, styled: tuple[str, int]) -> tuple[str, int]:
    """The list a heading counts in and its level there, its own setting before its style's."""
    own = property_of(paragraph, NUMBER)
    if own is None:
        return styled
    given = {child.tag: child.get(VALUE, "") for child in own}
    level = given.get(_LIST_LEVEL, "")
    return given.get(_LIST, styled[0]), int(level) if level.isdecimal() else styled[1]


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it begins, in which form it counts, and how it is written (`%1.%2`)."""

    start: int
    form: str
    text: str


@lru_cache(maxsize=8)
def _lists(xml: bytes, name: str) -> dict[str, tuple[str, dict[int, _Level]]]:
    """For each list of a numbering part, its kind and the kind's levels; read once for all schools."""
    if not xml:
        return {}
    root = parse(xml, name, NUMBERING)
    kinds = {
        kind.get(w("abstractNumId"), ""): {
            int(level.get(_LIST_LEVEL, "0")): _level(level) for level in kind.iterfind("w:lvl", NAMESPACES)
        }
        for kind in root.iterfind("w:abstractNum", NAMESPACES)
    }
    pairs = ((n.get(_LIST, ""), _value(n, "abstractNumId")) for n in root.iterfind("w:num", NAMESPACES))
    return {list_id: (kind, kinds.get(kind, {})) for list_id, kind in pairs}


def _level(element: etree._Element) -> _Level:
    start = _value(element, "start")
    return _Level(
        int(start) if start.isdecimal() else 1, _value(element, "numFmt"), _value(element, "lvlText")
    )


def _value(element: etree._Element, child: str) -> str:
    found = element.find(f"w:{child}", NAMESPACES)
    return "" if found is None else found.get(VALUE, "")


class _Numbers:
    """Counts as Word counts: a number at one level sets those below it back."""

    def __init__(self, lists: Mapping[str, tuple[str, Mapping[int, _Level]]]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, list_id: str, level: int) -> str:
        """The number of the next paragraph in that list at that level; '' where it shows none."""
        kind, levels = self._lists.get(list_id, ("", {}))
        if level not in levels:
            return ""
        counts = self._counts.setdefault(kind, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        if levels[level].form in ("none", "bullet"):
            return ""

        def shown(found: re.Match[str]) -> str:
            wanted = int(found[1]) - 1
            if wanted not in levels:
                return ""
            return _written(counts.get(wanted, levels[wanted].start), levels[wanted].form)

        return re.sub(r"%([1-9])", shown, levels[level].text)


def letters(number: int) -> str:
    """A, B … Z, AA, AB: as appendices are lettered."""
    out = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        out = chr(ord("A") + place) + out
    return out


def _written(number: int, form: str) -> str:
    if form.endswith("Letter"):
        text = letters(number)
        return text if form.startswith("upper") else text.lower()
    if form.endswith("Roman"):
        text = "".join(_roman(number))
        return text.upper() if form.startswith("upper") else text
    return str(number)


def _roman(number: int) -> Iterator[str]:
    for value, text in _ROMAN:
        times, number = divmod(number, value)
        yield text * times
