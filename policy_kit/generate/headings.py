"""The headings of a filled policy with the numbers that Word will show before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policy_kit.generate.package import parse
from policy_kit.generate.styles import inherited, outline_levels, style_table
from policy_kit.generate.wordml import NAMESPACES, PPR, paragraphs, style_of, text_of, w

if TYPE_CHECKING:
    from lxml import etree

NUMBERING = "word/numbering.xml"
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
    styles = style_table(parts, name)
    levels = outline_levels(styles)
    numbers = _Numbers(parts, name)
    out = []
    for paragraph in paragraphs(root):
        style = style_of(paragraph)
        if style in levels and text_of(paragraph).strip():
            number = numbers.next(*_list_and_level(paragraph, style, styles))
            out.append(Heading(paragraph, levels[style], style, number))
    return tuple(out)


def _list_and_level(
    paragraph: etree._Element, style: str, styles: Mapping[str, etree._Element]
) -> tuple[str, int]:
    """The list a heading counts in and its level there, its own setting before its style's."""
    found = []
    for part, unset in (("numId", "0"), ("ilvl", "0")):
        own = paragraph.find(f"{PPR}/{w('numPr')}/{w(part)}")
        value = inherited(styles, style, f"w:pPr/w:numPr/w:{part}") if own is None else own.get(w("val"))
        found.append(value or unset)
    return found[0], int(found[1]) if found[1].isdecimal() else 0


class _Numbers:
    """Counts as Word counts: a number at one level sets those below it back."""

    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        root = parse(parts[NUMBERING], name, NUMBERING) if NUMBERING in parts else None
        self._kinds: dict[str, str] = {}
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for kind in [] if root is None else root.iterfind("w:abstractNum", NAMESPACES):
            own = {int(lvl.get(w("ilvl"), "0")): lvl for lvl in kind.iterfind("w:lvl", NAMESPACES)}
            self._levels[kind.get(w("abstractNumId"), "")] = own
        for given in [] if root is None else root.iterfind("w:num", NAMESPACES):
            self._kinds[given.get(w("numId"), "")] = _value(given, "abstractNumId")

    def next(self, list_id: str, level: int) -> str:
        """The number of the next paragraph in that list at that level; '' where it shows none."""
        kind = self._kinds.get(list_id, "")
        levels = self._levels.get(kind, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(kind, {})
        counts[level] = counts.get(level, _start(levels[level]) - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]

        def shown(found: re.Match[str]) -> str:
            wanted = int(found[1]) - 1
            if wanted not in levels:
                return ""
            return _written(counts.get(wanted, _start(levels[wanted])), _value(levels[wanted], "numFmt"))

        if _value(levels[level], "numFmt") in ("none", "bullet"):
            return ""
        return re.sub(r"%([1-9])", shown, _value(levels[level], "lvlText"))


def _value(element: etree._Element, child: str) -> str:
    found = element.find(f"w:{child}", NAMESPACES)
    return "" if found is None else found.get(w("val"), "")


def _start(level: etree._Element) -> int:
    start = _value(level, "start")
    return int(start) if start.isdecimal() else 1


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
