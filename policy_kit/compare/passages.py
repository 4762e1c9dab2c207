"""What became of each passage of a section: the same, changed word by word, moved, put in or taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_kit.changes import Passage, PassageChange, PassageFate, Piece, PieceFate
from policy_kit.compare.in_step import Pairs, in_order
from policy_kit.compare.lines import ALIKE
from policy_kit.compare.sectioning import Cut, Group
from policy_kit.compare.words import tokens_of, word_edits
from policy_kit.model import BlockKind


class Passages:
    """Tells the passages of two policies whose paragraphs are paired."""

    def __init__(self, old: Cut, new: Cut, pairs: Pairs) -> None:
        self._old = old
        self._new = new
        self._pairs = pairs
        self._back = {j: i for i, j in pairs.items()}

    def of(self, group: Group) -> tuple[PassageChange, ...]:
        """What became of the passages of a group's sections, in the order of the new file; what is gone
        stands after what it stood after."""
        mine = [n for section in group.old for n in self._numbers(self._old, section)]
        theirs = [n for section in group.new for n in self._numbers(self._new, section)]
        here = set(theirs)
        inside = {i: self._pairs[i] for i in mine if self._pairs.get(i) in here}
        kept = in_order(inside, [line.weight for line in self._old.lines])
        return tuple(self._told(mine, theirs, inside, kept))

    def _told(
        self, mine: list[int], theirs: list[int], inside: Pairs, kept: Pairs
    ) -> Iterator[PassageChange]:
        back = {j: i for i, j in inside.items()}
        waiting = iter(mine)
        for j in theirs:
            i = back.get(j)
            if i is not None and i in kept:
                for before in waiting:
                    if before == i:
                        break
                    if before not in inside:
                        yield self._gone(before)
                yield self._pair(i, j, PassageFate.SAME)
            elif i is not None:
                yield self._pair(i, j, self._out_of_order(i, j))
            elif j in self._back:
                yield self._came(j)
            else:
                yield PassageChange(PassageFate.ADDED, None, self._passage(self._new, j))
        for left in waiting:
            if left not in inside:
                yield self._gone(left)

    def _numbers(self, cut: Cut, section: int) -> Sequence[int]:
        one = cut.sections[section]
        return one.blocks if one.heading is None else (one.at, *one.blocks)

    def _pair(self, i: int, j: int, fate: PassageFate) -> PassageChange:
        old, new = self._passage(self._old, i), self._passage(self._new, j)
        if self._old.lines[i].key == self._new.lines[j].key:
            return PassageChange(fate, old, new)
        if fate is PassageFate.SAME:
            fate = PassageFate.CHANGED
        return PassageChange(fate, old, new, pieces_of(old.text, new.text))

    def _out_of_order(self, i: int, j: int) -> PassageFate:
        """An item of a list that stands elsewhere in its list is no move worth the name."""
        items = (self._old.blocks[i].kind, self._new.blocks[j].kind)
        both = items == (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM) or items == (BlockKind.TABLE_ROW,) * 2
        return PassageFate.REORDERED if both else PassageFate.MOVED

    def _gone(self, i: int) -> PassageChange:
        old = self._passage(self._old, i)
        j = self._pairs.get(i)
        if j is None:
            return PassageChange(PassageFate.REMOVED, old, None)
        title = self._new.sections[self._new.section_of[j]].title
        return PassageChange(PassageFate.MOVED, old, None, other_section=title)

    def _came(self, j: int) -> PassageChange:
        """A passage that stood in another section: its words are compared here, where it stands now."""
        i = self._back[j]
        old, new = self._passage(self._old, i), self._passage(self._new, j)
        same = self._old.lines[i].key == self._new.lines[j].key
        title = self._old.sections[self._old.section_of[i]].title
        return PassageChange(
            PassageFate.MOVED, old, new, () if same else pieces_of(old.text, new.text), title
        )

    def _passage(self, cut: Cut, number: int) -> Passage:
        block = cut.blocks[number]
        return Passage(block.display, block.kind.value, block.level, cut.policy.location(block))


def pieces_of(old: str, new: str) -> tuple[Piece, ...]:
    """The words of two texts in order, each the same, removed or added."""
    before, after = tokens_of(old), tokens_of(new)
    out: list[Piece] = []
    at = 0
    for edit in word_edits(_as_read(old, before), _as_read(new, after)):
        _add(out, PieceFate.SAME, before[at : edit.old_start])
        _add(out, PieceFate.REMOVED, before[edit.old_start : edit.old_end])
        _add(out, PieceFate.ADDED, after[edit.new_start : edit.new_end])
        at = edit.old_end
    _add(out, PieceFate.SAME, before[at:])
    return tuple(out)


def _as_read(text: str, tokens: list[str]) -> list[str]:
    """Tokens with quotes and dashes that look alike made alike."""
    return tokens if text.isascii() else [token.translate(ALIKE) for token in tokens]


def _add(out: list[Piece], fate: PieceFate, words: Sequence[str]) -> None:
    if words:
        out.append(Piece(fate, "".join(words)))
