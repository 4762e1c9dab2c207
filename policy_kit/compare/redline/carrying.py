"""Copies paragraphs and rows of another Word file into the old one: style, list, links, pictures and notes
with them."""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml.etree import _Element

from policy_kit.compare.redline.drawings import is_plain
from policy_kit.compare.redline.insertion import GONE
from policy_kit.compare.redline.leaves import leaves_of, relation_id
from policy_kit.compare.redline.lists import Lists
from policy_kit.compare.redline.notes import carry_note
from policy_kit.compare.redline.parts import Parts
from policy_kit.compare.redline.properties import properties_of
from policy_kit.compare.redline.styles import StyleBook
from policy_kit.compare.redline.trees import remove, unwrap
from policy_kit.sources.docx.names import WP, A, R, W

if TYPE_CHECKING:
    from policy_kit.compare.redline.reading import WordText

_DROPPED = frozenset(
    W + name
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
        "proofErr",
        "permStart", "permEnd", "lastRenderedPageBreak", "sectPr", "annotationRef",
    )
)  # fmt: skip
_PICTURE_TYPES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf", "svg":
    "image/svg+xml",
}  # fmt: skip


class Carrier:
    """Brings what stands in one other Word file into the old one."""

    def __init__(
        self, parts: Parts, source: WordText, lists: Lists, styles: StyleBook, told: list[str]
    ) -> None:
        self._parts = parts
        self._source = source
        self._lists = lists
        self._styles = styles
        self._told = told

    def paragraph(self, index: int, into: str) -> _Element:
        """A copy of a paragraph for a part of the old file, none of it marked yet."""
        return self._carried(self._source.elements[index], self._source.part_of[index], into)

    def properties(self, index: int) -> list[_Element]:
        """Copies of what a paragraph says of itself, in the old file's styles and lists."""
        bare = self._source.elements[index].makeelement(W + "p")
        own = self._source.elements[index].find(W + "pPr")
        if own is not None:
            bare.append(copy.deepcopy(own))
        self._restyle(bare)
        return properties_of(bare)

    def row(self, index: int, into: str) -> _Element:
        """A copy of a table's row."""
        return self._carried(self._source.row_elements[index], self._row_part(index), into)

    def table(self, index: int, into: str) -> _Element:
        """A copy of a whole table."""
        rows = self._source.tables[index].rows
        origin = self._row_part(rows[0]) if rows else self._source.package.main
        return self._carried(self._source.table_elements[index], origin, into)

    def _row_part(self, row: int) -> str:
        inside = self._source.rows[row].paragraphs
        return self._source.part_of[inside[0]] if inside else self._source.package.main

    def _carried(self, original: _Element, origin: str, into: str) -> _Element:
        node = copy.deepcopy(original)
        node.tail = None
        for paragraph in [node] if node.tag == W + "p" else list(node.iter(W + "p")):
            _flatten_fields(paragraph)
        self._restyle(node)
        self._tidy(node)
        for link in list(node.iter(W + "hyperlink")):
            self._link(link, origin, into)
        for holder in list(node.iter(W + "drawing", W + "pict", W + "object", "{*}AlternateContent")):
            self._drawing(holder, origin, into)
        return node

    def _restyle(self, node: _Element) -> None:
        """Let a copied node name the old file's styles and lists."""
        by_style = self._lists.of_styles(node, self._source)
        self._styles.rename(node, self._source)
        self._lists.renumber(node, self._source)
        self._lists.keep_lists(by_style, self._source)

    def _tidy(self, node: _Element) -> None:
        for child in [n for n in node.iter() if n.tag in _DROPPED]:
            remove(child)
        for note in list(node.iter(W + "footnoteReference", W + "endnoteReference")):
            self._note(note)
        for control in list(node.iter(W + "sdt")):
            _open_control(control)
        for wrapper in list(node.iter(W + "smartTag", W + "customXml")):
            for properties in wrapper.findall(f"{wrapper.tag}Pr"):
                wrapper.remove(properties)
            unwrap(wrapper)
        for run in [run for run in node.iter(W + "r") if all(child.tag == W + "rPr" for child in run)]:
            remove(run)
        for attribute_holder in node.iter(W + "p", W + "r", W + "tr"):
            for key in [k for k in attribute_holder.attrib if "rsid" in str(k) or str(k).endswith("}paraId")
                        or str(k).endswith("}textId")]:  # fmt: skip
                del attribute_holder.attrib[key]

    def _link(self, link: _Element, origin: str, into: str) -> None:
        relation = self._source.package.relations(origin).get(relation_id(link))
        if relation is not None and relation.external:
            link.set(R + "id", self._parts.relate(into, "hyperlink", relation.target, external=True))
            return
        parent = link.getparent()
        if parent is not None and not link.get(W + "anchor"):
            at = parent.index(link)
            for child in reversed(list(link)):
                parent.insert(at, child)
            parent.remove(link)
        elif R + "id" in link.attrib:
            del link.attrib[R + "id"]

    def _note(self, reference: _Element) -> None:
        note = carry_note(reference, self._source, self._parts)
        if note is None:
            _leave_gap(reference)
            return
        for paragraph in note.iter(W + "p"):
            _flatten_fields(paragraph)
        self._restyle(note)
        for link in list(note.iter(W + "hyperlink")):
            unwrap(link)

    def _drawing(self, holder: _Element, origin: str, into: str) -> None:
        if holder.getparent() is None:
            return
        if not is_plain(holder) or not self._pictures(holder, origin, into):
            what = "a chart, diagram or other drawing of the new file could not be carried over"
            self._told.append(f"{what}; copy it by hand")
            _leave_gap(holder)
            return
        for properties in holder.iter(WP + "docPr"):
            properties.set("id", str(self._parts.next_drawing()))

    def _pictures(self, holder: _Element, origin: str, into: str) -> bool:
        """Copy the pictures of a drawing; return whether all could be."""
        copied = [self._picture(blip, origin, into) for blip in holder.iter(A + "blip")]
        return all(copied)

    def _picture(self, blip: _Element, origin: str, into: str) -> bool:
        relation = self._source.package.relations(origin).get(blip.get(R + "embed") or "")
        archive = self._source.package.archive
        if relation is None or relation.external or not archive.has(relation.target):
            return False
        ending = relation.target.rpartition(".")[2].lower()
        if ending not in _PICTURE_TYPES:
            return False
        folder = posixpath.join(posixpath.dirname(self._parts.word.package.main), "media")
        name = self._parts.add_picture(
            posixpath.join(folder, posixpath.basename(relation.target)), archive.read(relation.target),
            _PICTURE_TYPES[ending],
        )  # fmt: skip
        blip.set(R + "embed", self._parts.relate(into, "image", name))
        return True


def _leave_gap(node: _Element) -> None:
    """Put a mark in the place of what cannot be carried over, so that letters keep their numbers."""
    node.addnext(node.makeelement(GONE))
    remove(node)


def _flatten_fields(paragraph: _Element) -> None:
    """Leave only what fields show: what they point to may not be in the old file."""
    for simple in list(paragraph.iter(W + "fldSimple")):
        unwrap(simple)
    for leaf in leaves_of(paragraph):
        if leaf.node.tag in (W + "fldChar", W + "instrText") or (
            not leaf.text and leaf.node.tag == W + "t" and leaf.node.text
        ):
            remove(leaf.node)


def _open_control(control: _Element) -> None:
    content = control.find(W + "sdtContent")
    if content is not None:
        for child in list(content):
            control.addprevious(child)
    remove(control)


def own_paragraphs(node: _Element) -> Iterator[_Element]:
    """The paragraphs of a row or table, those of tables inside included, those of text boxes left out."""
    for child in node:
        if child.tag == W + "p":
            yield child
        elif child.tag != W + "r":
            yield from own_paragraphs(child)
