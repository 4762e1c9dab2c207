"""Works out the plan of a redline: which paragraphs, rows and cells of the old Word file become which of the
new file."""

from __future__ import annotations

from collections.abc import Iterable

from policy_kit.compare.lines import key_of
from policy_kit.compare.redline import Operation, WordText
from policy_kit.compare.redline.structure import Unit
from policy_kit.compare.tracking.plain import plain_tree
from policy_kit.compare.tracking.planning import plan_between
from policy_kit.compare.tracking.trees import OldNode, new_tree, old_tree
from policy_kit.model import BlockKind, Document, Part

__all__ = ["plan_from_document", "plan_from_word"]

_MARGINS = (Part.HEADER, Part.FOOTER)


def plan_from_word(old: WordText, new: WordText) -> tuple[list[Operation], list[str]]:
    """The plan that turns one Word file into another, and what it cannot do, to be told.

    Headers and footers are taken in the order in which the files name them; notes go with the words they
    hang on.
    """
    plan = plan_between(old_tree(old, old.stories[0].units), new_tree(new, new.stories[0].units))
    told: list[str] = []
    for part in _MARGINS:
        mine = [story for story in old.stories if story.part is part]
        theirs = [story for story in new.stories if story.part is part]
        for before, after in zip(mine, theirs, strict=False):
            plan += plan_between(old_tree(old, before.units), new_tree(new, after.units))
        said = {_words(new, story.units) for story in theirs[len(mine) :]}
        told += [
            f"the new file has a {part} that the old one has not: “{words}”"
            for words in sorted(said)
            if words
        ]
        for extra in mine[len(theirs) :]:
            plan += plan_between(old_tree(old, extra.units), [])
    return plan, told


def plan_from_document(old: WordText, read: Document, new: Document) -> tuple[list[Operation], list[str]]:
    """The plan that gives a Word file the text of a file of another format; read: the old file as a reader
    has it.

    Such a file says what is a heading, a bullet or a table, not how it looks: that is taken from the old
    file. Its contents list, headers, footers and notes are not compared, since such files have none of their
    own kind.
    """
    aside = _Aside(read, new)
    mine = [node for node in old_tree(old, old.stories[0].units, contents=False) if not aside.holds(node)]
    plan = plan_between(mine, plain_tree(old, new))
    return plan, ["headers, footers, notes and the contents list stay as they are in the old file"]


class _Aside:
    """What of the old file is not compared: a contents list that somebody typed, and the title that the new
    file has among its properties."""

    def __init__(self, read: Document, new: Document) -> None:
        contents = [b for b in read.blocks if b.kind is BlockKind.CONTENTS]
        others = {key_of(b.display) for b in read.blocks if b.kind is not BlockKind.CONTENTS}
        self._lines = {key_of(b.display) for b in contents} - others
        self._lines |= {key_of(value) for name, value in new.properties if name == "title"}
        self._cells = {key_of(cell) for b in contents for cell in b.cells}

    def holds(self, node: OldNode) -> bool:
        if not node.rows:
            return node.line.key in self._lines
        cells = [cell.line.key for row in node.rows for inside in row.cells for cell in inside]
        return any(cells) and all(not words or words in self._cells for words in cells)


def _words(word: WordText, units: Iterable[Unit]) -> str:
    return " ".join(node.line.key for node in new_tree(word, units)).strip()
