"""Numbers the paragraphs, rows and tables of a Word file, in reading order: body, notes, headers, footers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml.etree import _Element

from policy_kit.compare.redline.accepting import accept_changes
from policy_kit.compare.redline.leaves import Keys, leaves_of, text_of
from policy_kit.compare.redline.structure import Chain, Unit, WordParagraph, WordRow, WordStory, WordTable
from policy_kit.model import Part
from policy_kit.sources.docx.margins import find_margins
from policy_kit.sources.docx.names import ID, W
from policy_kit.sources.docx.numbering import Numbering
from policy_kit.sources.docx.said import NOTHING, Said, read_said
from policy_kit.sources.docx.story import Shared

if TYPE_CHECKING:
    from policy_kit.compare.redline.reading import WordText

_P, _TBL, _TR, _TC, _PPR, _SECT = (W + name for name in ("p", "tbl", "tr", "tc", "pPr", "sectPr"))
_THROUGH = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag"))
_NO_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))


class Walk:
    """Numbers what stands in each part, in reading order: body, notes, headers, footers."""

    def __init__(self, word: WordText) -> None:
        self._word = word
        self._numbering = Numbering(word.numbering)
        self._paragraphs: list[WordParagraph] = []
        self._rows: list[WordRow | None] = []
        self._tables: list[WordTable | None] = []
        self._stories: list[WordStory] = []
        self._part, self._name, self._note = Part.BODY, "", ""
        self._keys: Keys | None = None
        self._here: tuple[int | None, int | None, int | None] = (None, None, None)
        self._contents = 0

    def whole(self) -> None:
        word = self._word
        main = word.package.main
        root = self._root(main)
        body = word.package.body(root)
        for kind in ("footnotes", "endnotes"):
            name = word.package.first(kind)
            if name:
                self._root(name)
        self._story(main, Part.BODY, body)
        for kind, part in (("footnotes", Part.FOOTNOTE), ("endnotes", Part.ENDNOTE)):
            name = word.package.first(kind)
            for note in word.roots[name] if name else ():
                if note.get(W + "type") not in _NO_NOTES:
                    self._note = note.get(ID) or ""
                    self._story(name or "", part, note)
        self._note = ""
        shared = Shared(word.package, word.styles, self._numbering)
        for margin in find_margins(shared, list(root.iter(_SECT))):
            self._story(margin.part_name, margin.part, self._root(margin.part_name))
        word.paragraphs = tuple(self._paragraphs)
        word.rows = tuple(row for row in self._rows if row is not None)
        word.stories = tuple(self._stories)
        word.tables = tuple(table for table in self._tables if table is not None)

    def _root(self, name: str) -> _Element:
        root = self._word.package.xml(name)
        self._word.accepted += accept_changes(root)
        self._word.roots[name] = root
        return root

    def _story(self, name: str, part: Part, parent: _Element) -> None:
        self._name, self._part = name, part
        self._keys = self._word.keys(name)
        self._stories.append(WordStory(part, name, self._blocks(parent), self._note))

    def _blocks(self, parent: _Element) -> tuple[Unit, ...]:
        """Number the blocks of a body, cell, note or margin; return them."""
        chain = Chain(self._name, parent)
        self._word.chains.append(chain)
        own: list[Unit] = []
        for child, holder in list(self._flat(parent)):
            if child.tag == _P:
                own.append(Unit(paragraph=len(self._paragraphs)))
                chain.paragraphs.append(len(self._paragraphs))
                if self._paragraph(child):
                    chain = Chain(self._name, holder)
                    self._word.chains.append(chain)
            else:
                number = self._table(child)
                own.append(Unit(table=number))
                chain.before_table = number
                chain = Chain(self._name, holder, after_table=number)
                self._word.chains.append(chain)
        if not chain.paragraphs:
            own.append(self._last_paragraph(chain))
        return tuple(own)

    def _last_paragraph(self, chain: Chain) -> Unit:
        """The empty paragraph with which Word ends whatever does not end with one."""
        node = chain.parent.makeelement(_P)
        section = chain.parent.find(_SECT) if chain.parent.tag == W + "body" else None
        if section is not None:
            section.addprevious(node)
        else:
            chain.parent.append(node)
        chain.paragraphs.append(len(self._paragraphs))
        unit = Unit(paragraph=len(self._paragraphs))
        self._paragraph(node)
        return unit

    def _flat(self, parent: _Element) -> Iterator[tuple[_Element, _Element]]:
        for child in parent:
            if child.tag in (_P, _TBL):
                yield child, parent
            elif child.tag in _THROUGH:
                yield from self._flat(child)

    def _paragraph(self, node: _Element) -> bool:
        """Number a paragraph; return whether a section of the document ends with it."""
        word = self._word
        properties = node.find(_PPR)
        said = NOTHING if properties is None else read_said(properties)
        style = word.styles.paragraph(said.style_id)
        level = style.level if said.outline is None else (said.outline + 1 if 0 <= said.outline <= 8 else 0)
        list_level, bullet = self._list(said, style.id)
        table, row, cell = self._here
        assert self._keys is not None  # noqa: S101  # set with the story
        self._paragraphs.append(
            WordParagraph(
                len(self._paragraphs), self._part, text_of(leaves_of(node, self._keys)), style.name, level,
                list_level, bullet, style.contents, table, row, cell, self._note,
            )
        )  # fmt: skip
        word.elements.append(node)
        word.part_of.append(self._name)
        return said.section_ends

    def _list(self, said: Said, style_id: str) -> tuple[int, bool]:
        style = self._word.styles.paragraph(said.style_id)
        number, level = said.number_id, said.number_level
        if number is None:
            number = style.number_id
            tied = self._numbering.level_of_style(number, style_id) if number else None
            level = level if level is not None else (style.number_level if tied is None else tied)
        if not number:
            return (style.list_level, style.list_level >= 0) if said.number_id is None else (-1, False)
        numbered = self._numbering.next(number, level or 0)
        if numbered is None or not (numbered.number or numbered.format == "bullet"):
            return style.list_level, False
        return numbered.level, numbered.format == "bullet"

    def _table(self, node: _Element) -> int:
        number = len(self._tables)
        self._tables.append(None)
        self._word.table_elements.append(node)
        outer = self._here
        rows: list[int] = []
        for row in self._parts(node, _TR):
            at = len(self._rows)
            rows.append(at)
            self._rows.append(None)
            self._word.row_elements.append(row)
            cells: list[tuple[Unit, ...]] = []
            for cell in self._parts(row, _TC):
                self._here = (number, at, len(cells))
                cells.append(self._blocks(cell))
            self._rows[at] = WordRow(at, number, tuple(cells))
        self._here = outer
        self._tables[number] = WordTable(number, self._part, tuple(rows), outer[1])
        return number

    def _parts(self, node: _Element, wanted: str) -> Iterator[_Element]:
        for child in node:
            if child.tag == wanted:
                yield child
            elif child.tag in _THROUGH:
                yield from self._parts(child, wanted)
