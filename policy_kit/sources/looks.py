"""Headings made by hand: lines set in bold, capitals, underline, larger type or a coloured bar.

Shared by the readers of formats in which a line has a look. A line that stands out is only taken for a
heading if it reads like one and stands like one; docs/reading.md shows what is taken and what is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from policy_kit.model import Block, BlockKind, Part
from policy_kit.sources.heading_words import (
    is_capitals,
    reads_like_heading,
    reads_like_name,
    reads_like_reach,
    reads_like_role,
)
from policy_kit.sources.outline import contents_key, number_depth, typed_number

_BODY_LENGTH = 60  # characters from which a paragraph tells how the running text looks
_LARGER = 1.12  # type this much larger than the running text stands out
_LONGEST = 150  # characters of a heading
_FEW_WORDS = 12  # a paragraph of so many words is running text


class Look(NamedTuple):
    """How all of a block's words look. size: in points, 0 if unknown; shaded: on a coloured bar."""

    bold: bool = False
    size: float = 0.0
    capitals: bool = False
    underlined: bool = False
    italic: bool = False
    shaded: bool = False

    @property
    def strength(self) -> tuple[float, int, int, int, int, int]:
        """The order in which looks rank as headings, the strongest greatest."""
        return (self.size, self.shaded, self.bold, self.capitals, self.underlined, self.italic)


def find_headings(blocks: Sequence[Block], looks: Mapping[int, Look]) -> tuple[Block, ...]:
    """Give the lines that were made into headings by hand the kind HEADING, heading_by "look", and a level.

    looks: the look of each block (paragraphs, list items, headings) whose words all look alike, by its
    index. Contents lists must be marked already: a line that one names is a heading if it stands alone.
    The title on a cover stays a paragraph, as a paragraph in Word's Title style does.
    """
    hunt = _Hunt(blocks, looks)
    found = hunt.found()
    if not found:
        return tuple(blocks)
    levels = _levels(blocks, found, looks)
    return tuple(
        replace(b, kind=BlockKind.HEADING, level=levels[b.index], heading_by="look", header_row=False)
        if b.index in levels
        else b
        for b in blocks
    )


def _running_look(blocks: Sequence[Block], looks: Mapping[int, Look]) -> tuple[Look, float]:
    """How most of the running text looks, and the largest type in which a fair share of it is set."""
    weights: dict[Look, int] = {}
    for index, look in looks.items():
        text = blocks[index].text
        if len(text) >= _BODY_LENGTH and not blocks[index].is_heading:
            if not look.capitals and text.isupper():
                look = look._replace(capitals=True)  # noqa: PLW2901 - the look as it is seen
            weights[look] = weights.get(look, 0) + len(text)
    if not weights:
        return Look(), 0.0
    total = sum(weights.values())
    sizes: Counter[float] = Counter()
    for look, weight in weights.items():
        sizes[look.size] += weight

    def mostly(name: str) -> bool:
        return sum(w for look, w in weights.items() if getattr(look, name)) > 0.6 * total

    size = max(sizes, key=lambda s: (sizes[s], s))
    body = Look(mostly("bold"), size, mostly("capitals"), mostly("underlined"))
    return body, max(size for size, weight in sizes.items() if weight >= 0.05 * total)


class _Hunt:
    """One document's search: the lines that may be headings, then those whose neighbours agree."""

    def __init__(self, blocks: Sequence[Block], looks: Mapping[int, Look]) -> None:
        self.looks = looks
        self.body, self.largest_text = _running_look(blocks, looks)
        self.lines = [
            b
            for b in blocks
            if b.part in (Part.BODY, Part.TEXT_BOX) and b.kind is not BlockKind.CONTENTS and b.text.strip()
        ]
        self.named = {
            contents_key(line) for b in blocks if b.kind is BlockKind.CONTENTS for line in _lines(b)
        }
        self.named_words = {key for _, key in self.named if key}

    def found(self) -> dict[int, Look]:
        """The headings made by hand: block index to look (capitals that were typed count as look)."""
        candidates: dict[int, Look] = {}
        plain: list[int] = []
        for at, block in enumerate(self.lines):
            if len(block.text) > _LONGEST or (block.kind is not BlockKind.PARAGRAPH and not block.number):
                continue
            look = self._look(block)
            if look is None:
                continue
            made = self._stands_out(look) and reads_like_heading(block.text, bool(block.number))
            if (made or self._is_named(block)) and self._stands_like_heading(at, block):
                if made:
                    candidates[at] = look
                else:
                    plain.append(at)
        candidates.update(self._named_plain(plain, candidates))
        kept = self._without_rows_of_lines(self._without_people(candidates))
        kept = self._without_cover(kept)
        return {self.lines[at].index: look for at, look in kept.items()}

    def _look(self, block: Block) -> Look | None:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or "\n" in block.text:
            return None
        look = self.looks.get(block.index)
        if look is None:
            return None
        return look if look.capitals or not is_capitals(block.text) else look._replace(capitals=True)

    def _stands_out(self, look: Look) -> bool:
        body = self.body
        return (
            (look.bold and not body.bold)
            or look.shaded
            or (look.capitals and not body.capitals)
            or (look.underlined and not body.underlined)
            or (body.size > 0 and look.size >= _LARGER * body.size and look.size > self.largest_text)
        )

    def _is_named(self, block: Block) -> bool:
        if not self.named:
            return False
        number, key = contents_key(block.text)
        number = number or block.number.rstrip(".")
        return bool(key) and ((number, key) in self.named or (not number and key in self.named_words))

    def _named_plain(self, plain: Sequence[int], candidates: Mapping[int, Look]) -> dict[int, Look]:
        """Lines of no special look that the contents list names, once each, unless the heading is known."""
        taken = {contents_key(b.display)[1] for b in self.lines if b.is_heading}
        taken.update(contents_key(self.lines[at].display)[1] for at in candidates)
        out: dict[int, Look] = {}
        for at in plain:
            block = self.lines[at]
            key = contents_key(block.display)[1]
            if key not in taken and not block.text.endswith((".", ",", ";")):
                taken.add(key)
                out[at] = self.looks[block.index]
        return out

    def _stands_like_heading(self, at: int, block: Block) -> bool:
        """Whether its neighbours let a line be a heading."""
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        before = self.lines[at - 1] if at else None
        if following is None or reads_like_reach(following.text):
            return False
        if block.part is Part.TEXT_BOX and not number_depth(typed_number(block.text)[0] or block.number):
            return False
        if before is not None and before.text.endswith(":") and not before.is_heading:
            lead_in = len(before.text.split()) > 4 and not typed_number(block.text)[0]
            if lead_in or block.kind is BlockKind.LIST_ITEM:
                return False
        return not self._lists(block, before) and not self._lists(block, following)

    def _lists(self, block: Block, other: Block | None) -> bool:
        """Whether a line and its neighbour are items of one list, both made to stand out."""
        if block.kind is not BlockKind.LIST_ITEM or other is None or other.kind is not BlockKind.LIST_ITEM:
            return False
        look = self._look(other) if other.number and other.level == block.level else None
        return look is not None and self._stands_out(look)

    def _depth(self, block: Block) -> int:
        return number_depth(typed_number(block.text)[0] or block.number)

    def _without_people(self, candidates: Mapping[int, Look]) -> dict[int, Look]:
        """Drop names that stand over a post, where at least two do: a list of who does what."""
        people = {
            at
            for at in candidates
            if reads_like_name(self.lines[at].text) and reads_like_role(self.lines[at + 1].text)
        }
        return {at: look for at, look in candidates.items() if len(people) < 2 or at not in people}

    def _without_rows_of_lines(self, candidates: Mapping[int, Look]) -> dict[int, Look]:
        """Drop lines that stand one upon another with the same look: addresses, names, bold lists.

        Of two such lines the second may be a heading, if text follows it; a numbered line may always.
        """
        kept: dict[int, Look] = {}
        for run in _runs(sorted(candidates)):
            depths = {at: self._depth(self.lines[at]) for at in run}
            deepest = max(depths.values())
            of_depth = Counter(depths.values())
            alike = Counter(candidates[at] for at in run if not depths[at])
            for at in run:
                if depths[at]:
                    is_list = depths[at] == deepest and of_depth[deepest] >= 3
                    keep = not is_list or self._is_named(self.lines[at])
                else:
                    count = alike[candidates[at]]
                    keep = count == 1 or (count == 2 and at == run[-1])
                if keep:
                    kept[at] = candidates[at]
        return kept

    def _without_cover(self, candidates: Mapping[int, Look]) -> dict[int, Look]:
        """Drop what only stands before the running text, as titles on a cover do.

        What stands right over the first text is kept, unless it is larger than every other heading.
        """
        start = self._where_text_starts()
        again = {look for at, look in candidates.items() if at >= start}
        largest_again = max((look.size for look in again), default=0.0)
        out = dict(candidates)
        for at, look in candidates.items():
            block = self.lines[at]
            if at >= start or self._depth(block) or self._is_named(block):
                continue
            largest = look.size > largest_again or not again
            if at + 1 < start or (look not in again and len(candidates) > 1 and largest):
                del out[at]
        return out

    def _where_text_starts(self) -> int:
        for at, block in enumerate(self.lines):
            words = len(block.text.split())
            text = words >= _FEW_WORDS or (words >= 4 and block.text.endswith((".", ":", ";")))
            if text or block.is_heading or block.kind is BlockKind.LIST_ITEM or self._depth(block):
                return at
        return len(self.lines)


def _lines(block: Block) -> Iterator[str]:
    if block.cells:
        filled = [c for c in block.cells if c.strip()]
        yield " ".join(filled[:-1] if len(filled) > 1 and filled[-1].strip().isdigit() else filled)
    else:
        yield from block.display.split("\n")


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Places that follow one upon another, together."""
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _levels(blocks: Sequence[Block], found: Mapping[int, Look], looks: Mapping[int, Look]) -> dict[int, int]:
    """A level for each heading made by hand: its number's depth, else its look's rank in the document."""
    known: dict[Look, list[int]] = {}
    levels: dict[int, int] = {}
    for block in blocks:
        if block.is_heading and block.index in looks:
            known.setdefault(looks[block.index], []).append(block.level)
    for index, look in found.items():
        block = blocks[index]
        depth = number_depth(typed_number(block.text)[0] or block.number)
        if depth:
            levels[index] = min(depth, 9)
            known.setdefault(look, []).append(depth)
    ranked = {look: max(depths) for look, depths in known.items()}
    _rank(ranked, {look for index, look in found.items() if index not in levels and look not in ranked})
    for index, look in found.items():
        levels.setdefault(index, min(ranked[look], 9))
    return levels


def _rank(ranked: dict[Look, int], unknown: set[Look]) -> None:
    """Give looks without a level one: below all stronger looks, but not below a weaker one."""
    order = sorted({*ranked, *unknown}, key=lambda look: look.strength)
    weakest_first: list[int] = []  # for each look, the highest level among the weaker ones
    highest = 9
    for look in order:
        weakest_first.append(highest)
        highest = min(highest, ranked.get(look, 9))
    deepest = 0
    for look, highest_below in zip(reversed(order), reversed(weakest_first), strict=True):
        if look in unknown:
            ranked[look] = max(1, min(deepest + 1, highest_below))
        deepest = max(deepest, ranked[look])
