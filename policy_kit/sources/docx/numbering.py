"""Word's own numbering, built anew: the file holds no numbers, only the rules that make them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sources.docx.names import VAL, W, is_on, whole
from policy_kit.sources.docx.number_formats import written

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_LONGEST_TEXT = 100
_PLACEHOLDER = regex(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """The rule for one level of a list. restart_after: None as usual, 0 never, else a level from 1."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart_after: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """What numbering gives a paragraph: the number as shown ("" for a bullet), its level, its format."""

    number: str
    level: int
    format: str


_NO_LEVEL = Level(format="none")
_NEVER: list[int | None] = [None] * _LEVELS
_BULLETS = tuple(Numbered("", level, "bullet") for level in range(_LEVELS))


class Numbering:
    """The lists of one file and how far each has counted. Paragraphs must be asked for in order."""

    def __init__(self, root: _Element | None) -> None:
        self._abstract: dict[int, _Element] = {}
        self._nums: dict[int, _Element] = {}
        self._by_link: dict[str, int] = {}  # a list style's id -> its list
        self._levels: dict[int, dict[int, Level]] = {}
        self._of_num: dict[int, tuple[int, dict[int, Level], set[int]]] = {}
        self._counts: dict[int, list[int | None]] = {}
        self._tied: dict[tuple[int, str], int | None] = {}
        self._bulleted: set[int] = set()
        self._begun: set[int] = set()
        if root is not None:
            self._gather(root)

    def _gather(self, root: _Element) -> None:
        for node in root:
            if node.tag == W + "abstractNum":
                number = whole(node.get(W + "abstractNumId"))
                if number is not None:
                    self._abstract[number] = node
                    link = node.find(W + "styleLink")
                    if link is not None:
                        self._by_link.setdefault(link.get(VAL) or "", number)
            elif node.tag == W + "num":
                number = whole(node.get(W + "numId"))
                if number is not None:
                    self._nums[number] = node

    def level_of_style(self, number_id: int, style_id: str) -> int | None:
        """The level that a list ties to a paragraph style, or None."""
        key = (number_id, style_id)
        if key not in self._tied:
            _, levels, _ = self._list(number_id)
            self._tied[key] = next((at for at in sorted(levels) if levels[at].style == style_id), None)
        return self._tied[key]

    def next(self, number_id: int, level: int) -> Numbered | None:
        """The number of the next paragraph of a list, or None if there is no such list."""
        if number_id not in self._nums:
            return None
        level = min(max(level, 0), _LEVELS - 1)
        if number_id in self._bulleted:
            return _BULLETS[level]
        abstract, levels, starts = self._list(number_id)
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if number_id not in self._begun:
            self._begun.add(number_id)
            for at in starts:
                counts[at] = None
        rule = levels.get(level, _NO_LEVEL)
        count = counts[level]
        counts[level] = rule.start if count is None else count + 1
        if counts[level + 1 :] != _NEVER[level + 1 :]:
            _restart_below(counts, levels, level)
        if rule.format == "bullet":
            return _BULLETS[level]
        return Numbered(self._shown(rule, counts, levels), level, rule.format)

    def _shown(self, rule: Level, counts: list[int | None], levels: dict[int, Level]) -> str:
        def put(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = levels.get(at, _NO_LEVEL)
            count = counts[at]
            if count is None:  # a level above that was never used shows where it would start
                count = other.start
            return written(count, "decimal" if rule.legal else other.format)

        return _PLACEHOLDER.sub(put, rule.text).strip()

    def _list(self, number_id: int) -> tuple[int, dict[int, Level], set[int]]:
        """A list's abstract definition, its levels as this list has them, and where it starts anew."""
        if number_id not in self._of_num:
            node = self._nums.get(number_id)
            abstract = -1
            levels: dict[int, Level] = {}
            starts: set[int] = set()
            if node is not None:
                reference = node.find(W + "abstractNumId")
                abstract = self._followed(whole(reference.get(VAL)) if reference is not None else None)
                levels = dict(self._abstract_levels(abstract))
                _override(node, levels, starts)
            self._of_num[number_id] = (abstract, levels, starts)
            if levels and all(level.format == "bullet" for level in levels.values()):
                self._bulleted.add(number_id)  # nothing to count
        return self._of_num[number_id]

    def _followed(self, abstract: int | None) -> int:
        """The definition that holds the levels: a list may only name a list style, which names another."""
        for _ in range(10):
            node = self._abstract.get(-1 if abstract is None else abstract)
            link = node.find(W + "numStyleLink") if node is not None else None
            if link is None or (target := self._by_link.get(link.get(VAL) or "")) in (None, abstract):
                break
            abstract = target
        return -1 if abstract is None else abstract

    def _abstract_levels(self, abstract: int) -> dict[int, Level]:
        if abstract not in self._levels:
            levels: dict[int, Level] = {}
            node = self._abstract.get(abstract)
            for child in node.iterchildren(W + "lvl") if node is not None else ():
                at = whole(child.get(W + "ilvl"))
                if at is not None and 0 <= at < _LEVELS:
                    levels[at] = _level(child)
            self._levels[abstract] = levels
        return self._levels[abstract]


def _restart_below(counts: list[int | None], levels: dict[int, Level], level: int) -> None:
    """Let the levels below one that has counted start anew, but for those told not to."""
    for below in range(level + 1, _LEVELS):
        after = levels.get(below, _NO_LEVEL).restart_after
        if after is None or level < after:
            counts[below] = None


def _override(node: _Element, levels: dict[int, Level], starts: set[int]) -> None:
    """Lay a list's own changes over the levels it shares."""
    for child in node.iterchildren(W + "lvlOverride"):
        at = whole(child.get(W + "ilvl"))
        if at is None or not 0 <= at < _LEVELS:
            continue
        own = child.find(W + "lvl")
        if own is not None:
            levels[at] = _level(own)
        anew = child.find(W + "startOverride")
        start = whole(anew.get(VAL)) if anew is not None else None
        if start is not None:
            levels[at] = replace(levels.get(at, Level()), start=start)
            starts.add(at)


def _level(node: _Element) -> Level:
    found: dict[str, str | None] = {}
    for child in node:
        found[child.tag] = child.get(VAL)
    start = whole(found.get(W + "start"))
    return Level(
        start=1 if start is None else start,
        format=found.get(W + "numFmt") or _custom_format(node) or "decimal",
        text=(found.get(W + "lvlText") or "")[:_LONGEST_TEXT],
        legal=W + "isLgl" in found and is_on(found[W + "isLgl"]),
        restart_after=whole(found.get(W + "lvlRestart")),
        style=found.get(W + "pStyle") or "",
    )


def _custom_format(node: _Element) -> str | None:
    """Newer formats stand behind a switch for older programs: take the older one's."""
    offered = list(node.iter(W + "numFmt"))
    return offered[-1].get(VAL) if offered else None
