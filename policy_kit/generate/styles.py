"""What a Word file's styles say of headings: which style is a heading, how deep, and its list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from policy_kit.generate.package import parse
from policy_kit.generate.wordml import NAMESPACES, w

if TYPE_CHECKING:
    from lxml import etree

STYLES = "word/styles.xml"
_BUILT_IN = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LONGEST_CHAIN = 20


def style_table(parts: Mapping[str, bytes], name: str) -> dict[str, etree._Element]:
    """The styles of a Word file by id; none if it has no styles part."""
    if STYLES not in parts:
        return {}
    root = parse(parts[STYLES], name, STYLES)
    return {style.get(w("styleId"), ""): style for style in root.iterfind("w:style", NAMESPACES)}


def inherited(styles: Mapping[str, etree._Element], style_id: str, path: str) -> str | None:
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


def outline_levels(styles: Mapping[str, etree._Element]) -> dict[str, int]:
    """The heading styles, by id, with their level counted from 0."""
    out: dict[str, int] = {}
    for style_id in styles:
        level = inherited(styles, style_id, "w:pPr/w:outlineLvl")
        if level is not None and level.isdecimal() and int(level) < 9:
            out[style_id] = int(level)
        elif found := _BUILT_IN.fullmatch(style_name(styles[style_id])):
            out[style_id] = int(found[1]) - 1
    return out


def style_name(style: etree._Element) -> str:
    """The name of a style as Word shows it."""
    name = style.find("w:name", NAMESPACES)
    return "" if name is None else name.get(w("val"), "")
