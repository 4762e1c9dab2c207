"""Works out the numbers of OpenDocument lists and headings, as a word processor shows them."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.sources.docx.number_formats import written
from policy_kit.sources.odt.names import STYLE, TEXT, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_LEVELS = 10
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered. format: "" for none; bullet: shows a mark instead."""

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    shown_levels: int = 1
    start: int = 1
    bullet: bool = False


_BULLETS = (_Level(bullet=True),) * _LEVELS


@dataclass(slots=True)
class Counters:
    """How far each level of one list has counted."""

    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """The numbering rules of a file's lists, and how far its lists have counted."""

    def __init__(self, lists: dict[str, _Element], outline: _Element | None) -> None:
        self._nodes = lists
        self._levels: dict[str, tuple[_Level, ...]] = {}
        self._outline = _levels(outline)
        self._outline_counters = Counters()
        self._by_id: dict[str, Counters] = {}
        self._by_style: dict[str, Counters] = {}

    def list_opened(self, node: _Element, style: str) -> Counters:
        """The counters for an outermost text:list: its own, or those of the list that it continues."""
        continued = node.get(f"{TEXT}continue-list")
        counters = self._by_id.get(continued) if continued else None
        if counters is None and node.get(f"{TEXT}continue-numbering") == "true":
            counters = self._by_style.get(style)
        counters = counters or Counters()
        self._by_style[style] = counters
        if identity := node.get("{http://www.w3.org/XML/1998/namespace}id") or node.get(f"{TEXT}id"):
            self._by_id[identity] = counters
        return counters

    def item(self, counters: Counters, style: str, depth: int, start: str | None) -> tuple[str, bool]:
        """Count one item: the number it shows, and whether it shows a number or mark at all."""
        if style not in self._levels:
            node = self._nodes.get(style)
            # A list that names no known style is shown with bullets.
            self._levels[style] = _BULLETS if node is None else _levels(node)
        return _counted(self._levels[style], counters, depth, start)

    def heading(self, level: int, start: str | None) -> str:
        """Count one heading by the document's outline numbering: the number it shows, "" for none."""
        return _counted(self._outline, self._outline_counters, level - 1, start)[0]


def _counted(
    levels: tuple[_Level, ...], counters: Counters, depth: int, start: str | None
) -> tuple[str, bool]:
    depth = min(max(depth, 0), _LEVELS - 1)
    rule = levels[depth]
    counts = counters.counts
    before = counts[depth]
    first = rule.start if before is None else before + 1
    counts[depth] = whole(start, first, _MOST)
    for deeper in range(depth + 1, _LEVELS):
        counts[deeper] = None
    if rule.bullet or not rule.format:
        return "", rule.bullet
    shown = []
    for at in range(max(depth - rule.shown_levels + 1, 0), depth + 1):
        if levels[at].format:
            value = counts[at]
            shown.append(written(levels[at].start if value is None else value, levels[at].format))
    return (rule.prefix + ".".join(shown) + rule.suffix).strip(), True


def _levels(node: _Element | None) -> tuple[_Level, ...]:
    found = [_Level()] * _LEVELS
    for child in node if node is not None else ():
        at = whole(child.get(f"{TEXT}level"), 0, _LEVELS) - 1
        if at < 0 or not isinstance(child.tag, str):
            continue
        found[at] = _Level(
            format=_FORMATS.get(child.get(f"{STYLE}num-format") or "", ""),
            prefix=(child.get(f"{STYLE}num-prefix") or "")[:20],
            suffix=(child.get(f"{STYLE}num-suffix") or "")[:20],
            shown_levels=whole(child.get(f"{TEXT}display-levels"), 1, _LEVELS),
            start=whole(child.get(f"{TEXT}start-value"), 1, _MOST),
            bullet="bullet" in child.tag or "image" in child.tag,
        )
    return tuple(found)
