"""How words look, as a w:rPr says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policy_kit.sources.docx.names import VAL, W, is_on, whole
from policy_kit.sources.docx.shading import is_yellow

if TYPE_CHECKING:
    from lxml.etree import _Element


class Format(NamedTuple):
    """How a run of words looks. size: in half-points, 0 if unknown."""

    bold: bool = False
    size: int = 0
    underlined: bool = False
    capitals: bool = False
    italic: bool = False
    hidden: bool = False


class Marks(NamedTuple):
    """What one rPr says; None where it says nothing."""

    bold: bool | None = None
    size: int | None = None
    underlined: bool | None = None
    capitals: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None


class Run(NamedTuple):
    """How the run being read looks."""

    format: Format
    highlighted: bool


PLAIN = Marks()
_B, _SZ, _U, _CAPS = W + "b", W + "sz", W + "u", W + "caps"
_SMALL_CAPS, _I, _VANISH = W + "smallCaps", W + "i", W + "vanish"
_RSTYLE, _HIGHLIGHT, _SHD, _CHANGE = W + "rStyle", W + "highlight", W + "shd", W + "rPrChange"
_TELLING = frozenset((_B, _SZ, _U, _CAPS, _SMALL_CAPS, _I, _VANISH, _RSTYLE, _HIGHLIGHT, _SHD, _CHANGE))
_LARGEST = 3_276  # half-points that Word allows


def read_marks(properties: _Element) -> tuple[Marks, str | None, bool, bool]:
    """What a w:rPr says: the look, the character style, whether highlighted, whether a change is tracked."""
    said: dict[str, str | None] = {}
    highlighted = False
    for child in properties:
        tag = child.tag
        if tag in _TELLING:
            said[tag] = child.get(VAL)
            if tag == _SHD:
                highlighted = is_yellow(child)
    if not said:
        return PLAIN, None, False, False
    capitals = None
    if _CAPS in said or _SMALL_CAPS in said:
        capitals = any(name in said and is_on(said[name]) for name in (_CAPS, _SMALL_CAPS))
    size = whole(said.get(_SZ))
    marks = Marks(
        bold=is_on(said[_B]) if _B in said else None,
        size=None if size is None else min(max(size, 0), _LARGEST),
        underlined=is_on(said[_U] or "none") if _U in said else None,
        capitals=capitals,
        italic=is_on(said[_I]) if _I in said else None,
        hidden=is_on(said[_VANISH]) if _VANISH in said else None,
    )
    if _HIGHLIGHT in said:
        highlighted = highlighted or is_on(said[_HIGHLIGHT])
    return marks, said.get(_RSTYLE), highlighted, _CHANGE in said
