"""Colour behind words or paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policy_kit.sources.docx.names import W

if TYPE_CHECKING:
    from lxml.etree import _Element


def is_coloured(shading: _Element) -> bool:
    """Whether a w:shd puts a colour behind what it stands on."""
    fill = (shading.get(W + "fill") or "auto").lower()
    return fill not in ("auto", "ffffff") or shading.get(W + "themeFill") is not None


def is_yellow(shading: _Element) -> bool:
    """Whether a w:shd is the yellow of a marker pen."""
    fill = shading.get(W + "fill") or ""
    if len(fill) != 6:
        return False
    try:
        red, green, blue = (int(fill[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= 230 and green >= 220 and blue <= 160
