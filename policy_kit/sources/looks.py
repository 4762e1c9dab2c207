"""Headings made by hand: lines set in bold, capitals, underline, larger type or a coloured bar.

Shared by the readers of formats in which a line has a look. A line that stands out is only taken for a
heading if it reads like one and stands like one; docs/reading.md shows what is taken and what is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from policy_kit.model import Block, BlockKind, Part
from policy_kit.quick import replace
from policy_kit.sources.appearance import Look, running_look
from policy_kit.sources.heading_levels import levels_of
from policy_kit.sources.heading_words import (
    is_capitals,
    may_head,
    reads_like_heading,
    reads_like_name,
    reads_like_reach,
    reads_like_role,
)
from policy_kit.sources.outline import contents_key, number_depth, typed_number

__all__ = ["Look", "find_headings"]

_LARGER = 1.12  # type this much larger than the running text stands out
_ALIKE = 3  # headings of one look, so that it is the look of a heading
_LONGEST = 150  # characters of a heading
_FEW_WORDS = 12  # a paragraph of so many words is running text


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
    levels = levels_of(blocks, found, looks)
    return tuple(
        replace(b, kind=BlockKind.HEADING, level=levels[b.index], heading_by="look", header_row=False)
        if b.index in levels
        else b
        for b in blocks
    )


class _Hunt:
    """One document's search: the lines that may be headings, then those whose neighbours agree."""

    def __init__(self, blocks: Sequence[Block], looks: Mapping[int, Look]) -> None:
        self.looks = looks
        self.body, self.largest_text = running_look(blocks, looks)
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
        stating: dict[int, Look] = {}
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
            elif self._may_state(look, block) and self._stands_like_heading(at, block):
                stating[at] = look
        candidates.update(self._named_plain(plain, candidates))
        kept = self._without_rows_of_lines(self._without_people(candidates))
        kept = self._without_cover(kept)
        kept.update(self._stating_alike(stating, kept))
        return {self.lines[at].index: look for at, look in kept.items()}

    def _look(self, block: Block) -> Look | None:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or "\n" in block.text:
            return None
        look = self.looks.get(block.index)
        if look is None:
            return None
        marked = look.bold or look.underlined or look.shaded  # then "AIMS" is set in capitals too
        capitals = block.text.isupper() and (is_capitals(block.text) or (marked and len(block.text) > 3))
        return look._replace(capitals=True) if capitals else look

    def _stands_out(self, look: Look) -> bool:
        body = self.body
        return (
            (look.bold and not body.bold)
            or look.shaded
            or (look.capitals and not body.capitals)
            or (look.underlined and not body.underlined)
            or (self._is_large(look) and look.size > self.largest_text)
        )

    def _is_large(self, look: Look) -> bool:
        return 0 < _LARGER * self.body.size <= look.size

    def _may_state(self, look: Look, block: Block) -> bool:
        """Whether a line in larger type may be a heading though its words make a statement."""
        return 0 < self.body.size < look.size and may_head(block.text)

    def _stating_alike(self, stating: Mapping[int, Look], kept: Mapping[int, Look]) -> dict[int, Look]:
        """Lines in larger type that make a statement, where headings after the first look just the same."""
        makes_headings = Counter(kept.values())
        after = min(kept, default=0)
        return {
            at: look
            for at, look in stating.items()
            if at > after and makes_headings[look] >= _ALIKE and stating.keys().isdisjoint((at - 1, at + 1))
        }

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
        if following is None:
            return False
        if reads_like_name(block.text) and reads_like_reach(following.text):
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

        Two may be a heading and the first heading below it; a numbered line may always be one; so may the
        last of many, if it stands over text and other headings look like it.
        """
        kept: dict[int, Look] = {}
        last_of_many: list[int] = []
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
                    keep = alike[candidates[at]] <= 2
                    if not keep and at == run[-1] and self._is_text(at + 1):
                        last_of_many.append(at)
                if keep:
                    kept[at] = candidates[at]
        makes_headings = Counter(kept.values())
        kept.update({at: candidates[at] for at in last_of_many if makes_headings[candidates[at]] >= 2})
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
            over_text = at + 1 == start and self._is_text(start)
            if not over_text or (look not in again and len(candidates) > 1 and largest):
                del out[at]
        return out

    def _where_text_starts(self) -> int:
        for at, block in enumerate(self.lines):
            if self._is_text(at) or block.is_heading or self._depth(block):
                return at
        return len(self.lines)

    def _is_text(self, at: int) -> bool:
        """Whether a line is running text, a table or a list."""
        block = self.lines[at]
        if block.kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM):
            return True
        words = len(block.text.split())
        return words >= _FEW_WORDS or (words >= 4 and block.text.endswith((".", ":", ";")))


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
