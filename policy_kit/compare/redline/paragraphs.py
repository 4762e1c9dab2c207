"""Changes paragraphs, takes them out and puts new ones in, chain by chain."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from policy_kit.compare.redline.chains import Fate, Link, mark_ends
from policy_kit.compare.redline.desk import Desk
from policy_kit.compare.redline.differing import edits_of
from policy_kit.compare.redline.fields import open_simple_fields
from policy_kit.compare.redline.inline import delete_words, insert_words, mark_up
from policy_kit.compare.redline.leaves import leaves_of
from policy_kit.compare.redline.making import plain_paragraph
from policy_kit.compare.redline.plan import Content, Copied, NewParagraph
from policy_kit.compare.redline.properties import change_properties, properties_of
from policy_kit.compare.redline.rows import new_table
from policy_kit.compare.redline.sorting import (
    Block,
    Item,
    Sorted,
    close_end,
    items_of,
    pair_last,
    segments_of,
)
from policy_kit.compare.redline.structure import Chain
from policy_kit.sources.docx.names import W


class Paragraphs:
    """The paragraphs of one redline.

    While a chain is written: _anchor is what the next new block goes after, _waiting are the new blocks
    before the chain's first paragraph.
    """

    def __init__(self, desk: Desk, todo: Sorted) -> None:
        self._desk = desk
        self._todo = todo
        self._anchor: _Element | None = None
        self._waiting: list[_Element] = []

    def chain(self, chain: Chain) -> None:
        """Do what the plan says of a chain of paragraphs."""
        items = items_of(chain, self._todo)
        if not any(
            item.new or item.old in self._todo.deleted or item.old in self._todo.changes for item in items
        ):
            return
        segments = list(segments_of(items))
        if chain.before_table is None:
            close_end(segments, self._todo, self._desk.old)
        self._anchor, self._waiting = self._first_anchor(chain), []
        for segment in segments:
            pair_last(segment, self._todo)
            must_end = segment is segments[-1] and chain.before_table is None
            self._segment(chain, segment, must_end=must_end)
        for new in self._waiting:
            self._at_start(chain, new)

    def _first_anchor(self, chain: Chain) -> _Element | None:
        """What the first new block of a chain without a paragraph before it is put after (None: at the
        start)."""
        if chain.after_table is not None:
            return self._desk.old.table_elements[chain.after_table]
        return None

    def _segment(self, chain: Chain, segment: Sequence[Item], *, must_end: bool) -> None:
        links: list[Link] = []
        for item in segment:
            if item.old is not None:
                element = self._desk.old.elements[item.old]
                for new in self._waiting:
                    element.addprevious(new)
                self._waiting = []
                links.append(Link(element, self._old_paragraph(item.old)))
                self._anchor = element
                continue
            new = self._new_block(item.new, chain.part_name)
            if self._anchor is None:
                self._waiting.append(new)
            else:
                self._anchor.addnext(new)
                self._anchor = new
            if new.tag == W + "p":
                links.append(Link(new, Fate.COMES))
            if isinstance(item.new, NewParagraph):
                for remark in item.new.remarks:
                    self._desk.remark(new, remark, chain.part_name)
        mark_ends(links, self._desk.pen, must_end=must_end)

    def _at_start(self, chain: Chain, new: _Element) -> None:
        if chain.before_table is not None:
            self._desk.old.table_elements[chain.before_table].addprevious(new)
            return
        last = next((n for n in chain.parent.iterchildren(W + "sectPr")), None)
        if last is not None:
            last.addprevious(new)
        else:
            chain.parent.append(new)
        self._desk.parts.touch(chain.part_name)

    def _old_paragraph(self, index: int) -> Fate:
        element = self._desk.old.elements[index]
        part = self._desk.old.part_of[index]
        if index in self._todo.deleted:
            open_simple_fields(element)
            delete_words(leaves_of(element), self._desk.pen)
            self._desk.parts.touch(part)
            return Fate.GOES
        content = self._todo.changes.get(index)
        if content is not None and self._change(element, content, part):
            self._desk.parts.touch(part)
        return Fate.STAYS

    def _change(self, element: _Element, content: Content, part: str) -> bool:
        """Turn a paragraph into another; return whether anything differs."""
        desk = self._desk
        keys = desk.old.keys(part)
        leaves = leaves_of(element, keys)
        if isinstance(content, Copied):
            source, index = content.source, content.paragraph
            original = leaves_of(source.elements[index], source.keys(source.part_of[index]))
            edits = edits_of(leaves, original, links=True)
            new = desk.carrier(source).paragraph(index, part) if edits else None
            properties = desk.carrier(source).properties(index)
        else:
            new = plain_paragraph(content, desk.old)
            edits = edits_of(leaves, leaves_of(new), links=False)
            keeps = content.like is None and not content.style
            properties = properties_of(element if keeps else new)
        changed = change_properties(element, properties, desk.pen)
        if not edits or new is None:
            return changed
        open_simple_fields(element)
        leaves = leaves_of(element, keys)
        kept = sum(len(leaf.text) for leaf in leaves) - sum(e.old_end - e.old_start for e in edits)
        own_look = isinstance(content, Copied) and kept == 0
        mark_up(element, leaves, leaves_of(new), edits, desk.pen, own_look=own_look)
        return True

    def _new_block(self, block: Block | None, part: str) -> _Element:
        assert block is not None  # noqa: S101  # an item is either old or new
        self._desk.parts.touch(part)
        if not isinstance(block, NewParagraph):
            return new_table(self._desk, block, part)
        element = self._desk.content(block.content, part)
        insert_words(element, self._desk.pen)
        return element
