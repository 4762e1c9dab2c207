"""How words of a web page look, as far as the page itself says it: by elements and by `style`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.sources.looks import Look

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEARLY_ALL = 0.85  # of a line's characters: a number or a colon is often left out of the bold
_TEXT_SIZE = 12.0  # points, as browsers show text that says nothing of its size
_SIZES = (_TEXT_SIZE, 24.0, 18.0, 14.0, 12.0, 12.0, 12.0)  # of text and headings, to rank looks by
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_NAMED_SIZES = {"medium": 12.0, "large": 13.5, "x-large": 18.0, "xx-large": 24.0}
_BOLD = frozenset(("b", "strong"))
_STYLED_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_STYLED_LINE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*underline", re.IGNORECASE)
_STYLED_SIZE = re.compile(r"font-size\s*:\s*(?:([\d.]{1,6})(pt|px|r?em|%)|([a-z-]{5,8}))", re.IGNORECASE)
_POINTS = {"pt": 1.0, "px": 0.75, "em": _TEXT_SIZE, "rem": _TEXT_SIZE, "%": _TEXT_SIZE / 100}
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)", re.IGNORECASE)
_PALE = frozenset(("", "none", "transparent", "inherit", "initial", "white", "#fff", "#ffffff"))
_YELLOW = re.compile(r"yellow|#ff0\b|#ff[ef][0-9a-f][0-9][0-9a-f]\b|rgb\(255, ?2[2-5]\d, ?\d{1,2}\)")


@dataclass(frozen=True, slots=True)
class Format:
    """How words look. marked: as with a yellow pen."""

    bold: bool = False
    underlined: bool = False
    size: float = _TEXT_SIZE
    marked: bool = False


PLAIN = Format()


def within(node: _Element, look: Format) -> Format:
    """How the words in an element look that stands in words of a look."""
    tag, style = node.tag, node.get("style") or ""
    if tag in _BOLD or (style and _STYLED_BOLD.search(style)):
        look = replace(look, bold=True)
    if tag == "u" or (style and _STYLED_LINE.search(style)):
        look = replace(look, underlined=True)
    size = _FONT_SIZES.get(node.get("size") or "", 0.0) if tag == "font" else 0.0
    if style and (found := _STYLED_SIZE.search(style)):
        size = _size(found)
    if size:
        look = replace(look, size=size)
    if tag == "mark" or (style and _is_yellow(style)):
        look = replace(look, marked=True)
    return look


def shared_look(looks: Mapping[Format, int], level: int) -> Look:
    """The look that nearly all words of a paragraph share. level: of a heading, else 0."""
    total = sum(looks.values())
    if level or not total:
        return Look(bold=level > 0, size=_SIZES[min(level, 6)])
    sizes: dict[float, int] = {}
    for look, count in looks.items():
        sizes[look.size] = sizes.get(look.size, 0) + count
    return Look(
        bold=sum(n for look, n in looks.items() if look.bold) >= _NEARLY_ALL * total,
        underlined=sum(n for look, n in looks.items() if look.underlined) >= _NEARLY_ALL * total,
        size=max(sizes, key=lambda size: (sizes[size], size)),
    )


def is_coloured(node: _Element) -> bool:
    """Whether an element has a colour of its own behind it."""
    found = _BACKGROUND.search(node.get("style") or "")
    colour = found[1] if found else node.get("bgcolor") or ""
    return colour.strip().lower() not in _PALE


def _is_yellow(style: str) -> bool:
    found = _BACKGROUND.search(style)
    return found is not None and _YELLOW.match(found[1].strip().lower()) is not None


def _size(found: re.Match[str]) -> float:
    if found[3]:
        return _NAMED_SIZES.get(found[3].lower(), 0.0)
    if found[1].count(".") > 1 or found[1] == ".":
        return 0.0
    return round(min(float(found[1]) * _POINTS[found[2].lower()], 999.0), 1)
