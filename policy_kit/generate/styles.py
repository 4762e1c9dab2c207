"""What a Word file's styles say of headings: which style is a heading, how deep, and in which list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from policy_kit.generate.package import parse
from policy_kit.generate.wordml import NAMESPACES, w
from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from lxml import etree

STYLES = "word/styles.xml"
_BUILT_IN = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LONGEST_CHAIN = 20


@dataclass(frozen=True)
class Styles:
    """The styles of a Word file.

    by_name: style ids by name in lower case; levels: heading styles with their level, from 0;
    lists: for each heading style, the list that it counts in ('0' for none) and its level there.
    """

    ids: frozenset[str]
    by_name: Mapping[str, str]
    levels: Mapping[str, int]
    lists: Mapping[str, tuple[str, int]]


def styles_of(parts: Mapping[str, bytes], name: str) -> Styles:
    """The styles of a Word file; those of a file without any are empty."""
    return _read(parts.get(STYLES, b""), name)


@lru_cache(maxsize=8)
def _read(xml: bytes, name: str) -> Styles:
    """Read once for all schools: a template's styles are the same for each."""
    elements: dict[str, etree._Element] = {}
    if xml:
        root = parse(xml, name, STYLES)
        elements = {style.get(w("styleId"), ""): style for style in root.iterfind("w:style", NAMESPACES)}
    levels = {style_id: level for style_id in elements if (level := _level(elements, style_id)) is not None}
    return Styles(
        frozenset(elements),
        {_name(element).casefold(): style_id for style_id, element in elements.items()},
        levels,
        {style_id: _list(elements, style_id) for style_id in levels},
    )


def _level(styles: Mapping[str, etree._Element], style_id: str) -> int | None:
    """The outline level that the style or one it is based on sets, or that its built-in name means."""
    level = _inherited(styles, style_id, "w:pPr/w:outlineLvl")
    if level is not None and level.isdecimal() and int(level) < 9:
        return int(level)
    found = _BUILT_IN.fullmatch(_name(styles[style_id]))
    return int(found[1]) - 1 if found else None


def _list(styles: Mapping[str, etree._Element], style_id: str) -> tuple[str, int]:
    level = _inherited(styles, style_id, "w:pPr/w:numPr/w:ilvl") or "0"
    return _inherited(styles, style_id, "w:pPr/w:numPr/w:numId") or "0", int(
        level
    ) if level.isdecimal() else 0


def _inherited(styles: Mapping[str, etree._Element], style_id: str, path: str) -> str | None:
    """A setting of a style, its own or of the nearest style it is based on; None if none sets it."""
    for _ in range(_LONGEST_CHAIN):
        style = styles.get(style_id)
        if style is None:
            return None
        found = style.find(path, NAMESPACES)
        if found is not None:
            return found.get(w("val"), "")
        base = style.find("w:basedOn", NAMESPACES)
        if base is None:
            return None
        style_id = base.get(w("val"), "")
    return None


def _name(style: etree._Element) -> str:
    name = style.find("w:name", NAMESPACES)
    return "" if name is None else name.get(w("val"), "")
