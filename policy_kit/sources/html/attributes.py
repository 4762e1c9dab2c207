"""What the attributes of a page's elements say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPED = ("text", "date", "number", "email", "tel", "url")


def filled_in(node: _Element) -> str:
    """What a field of a form shows."""
    if node.tag == "textarea":
        return node.text or ""
    if node.tag == "select":
        return next(
            ("".join(map(str, o.itertext())) for o in node.iter("option") if o.get("selected") is not None),
            "",
        )
    if node.get("type", "text").lower() in ("checkbox", "radio"):
        return "☒" if node.get("checked") is not None else "☐"
    return node.get("value", "") if node.get("type", "text").lower() in _TYPED else ""


def heading_role(node: _Element) -> int:
    """The level of an element that is a heading by its role only."""
    if (node.get("role") or "").lower() != "heading":
        return 0
    return min(max(whole(node.get("aria-level"), 2), 1), 9)


def line_of(node: _Element) -> int | None:
    """The line of the file where an element begins."""
    line = node.sourceline
    return line if isinstance(line, int) else None


def whole(text: str | None, default: int) -> int:
    """A whole number from an attribute; `default` if it is none."""
    if text is None or not re.fullmatch(r"\s*-?\d{1,6}\s*", text):
        return default
    return int(text)
