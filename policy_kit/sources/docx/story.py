"""Walks one part of a Word file (its body, a note, a header) once, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile
from policy_kit.model import Part
from policy_kit.sources import limits
from policy_kit.sources.docx.drafts import Draft, Paragraph, Unread
from policy_kit.sources.docx.fields import Fields
from policy_kit.sources.docx.names import MATH, MC, VAL, R, W
from policy_kit.sources.docx.numbering import Numbering
from policy_kit.sources.docx.package import Package
from policy_kit.sources.docx.pages import Pages
from policy_kit.sources.docx.plain import Plain, Words
from policy_kit.sources.docx.runs import read_inline
from policy_kit.sources.docx.said import NOTHING, Said, read_said
from policy_kit.sources.docx.styles import Style, Styles
from policy_kit.sources.docx.tables import read_table
from policy_kit.sources.docx.words import add_text, choose

if TYPE_CHECKING:
    from lxml.etree import _Element

_A4 = (11_906, 16_838)  # twips
_P, _TBL, _PPR = W + "p", W + "tbl", W + "pPr"
_PASSED_OVER = frozenset(
    W + name
    for name in (
        "sectPr", "tcPr", "trPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "customXmlPr", "bookmarkStart",
        "bookmarkEnd", "commentRangeEnd", "proofErr", "permStart", "permEnd", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "tblPrEx",
    )
)  # fmt: skip


class Shared:
    """What all parts of one file have in common: styles, how far its lists have counted, its tables."""

    def __init__(self, package: Package, styles: Styles, numbering: Numbering) -> None:
        self.package = package
        self.styles = styles
        self.numbering = numbering
        self.tables = 0
        self.drafts = 0
        self.pictures_told: set[str] = set()
        self.page_size = _A4


class Story:
    """One part as it is being walked, and all that is found on the way."""

    def __init__(
        self,
        shared: Shared,
        part_name: str,
        part: Part,
        pages: Pages | None = None,
        plain: Plain | None = None,
    ) -> None:
        """plain: the paragraphs that were set aside when the part was parsed."""
        self.shared = shared
        self.package = shared.package
        self.styles = shared.styles
        self.page_size = shared.page_size
        self.pictures_told = shared.pictures_told
        self.relations = shared.package.relations(part_name)
        self.part = part
        self.pages = pages or Pages()
        self.fields = Fields()
        self.revisions = 0
        self.comments_at: dict[str, Paragraph] = {}
        self.not_read: list[Unread] = []
        self.more_not_read = 0
        self.hidden: list[tuple[Paragraph, str]] = []
        self.found: list[Draft] = []
        self._plain = plain
        self._depth = 0
        self._in_contents = 0
        self._carried: Paragraph | None = None

    def read(self, parent: _Element) -> list[Draft]:
        """All that stands in a part, in reading order."""
        out: list[Draft] = []
        self.blocks_of(parent, out)
        self.fields.part_ends()
        return out

    def unread(self, at: Draft | None, what: str, reason: str) -> None:
        """Note that something could not be read."""
        if len(self.not_read) < limits.MAX_NOT_CHECKED:
            self.not_read.append(Unread(at, what, reason))
        else:
            self.more_not_read += 1

    def box(self, content: _Element, out: list[Draft]) -> None:
        """Read a text box: its words stand by themselves, and its fields do too."""
        outer = (self.part, self.fields, self._carried)
        if self.part is Part.BODY:
            self.part = Part.TEXT_BOX
        self.fields, self._carried = Fields(), None
        self.blocks_of(content, out)
        self.fields.part_ends()
        self.part, self.fields, self._carried = outer

    def plain(self, text: str, out: list[Draft]) -> None:
        """Words of a drawing that are no Word paragraph."""
        if text.strip():
            part = Part.TEXT_BOX if self.part is Part.BODY else self.part
            paragraph = Paragraph(self.styles.paragraph(None), part)
            paragraph.pieces.append(text)
            paragraph.worded = True
            paragraph.page = self.pages.page
            self._count()
            out.append(paragraph)

    def table_number(self) -> int:
        """A number for the next table."""
        self.shared.tables += 1
        return self.shared.tables - 1

    def blocks_of(self, parent: Iterable[_Element], out: list[Draft]) -> None:
        """Read paragraphs and tables, through all that may be wrapped around them."""
        self._depth += 1
        if self._depth > limits.MAX_NESTING:
            raise UnreadableFile(
                f"{self.package.label}: tables or boxes stand inside one another more than "
                f"{limits.MAX_NESTING} deep, which no policy needs, so it was not read; ask for a fresh copy"
            )
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, out)
            elif tag == _TBL:
                read_table(self, child, out)
            elif tag not in _PASSED_OVER:
                self._other(child, tag, out)
        if self._carried is not None:  # the paragraph it would have joined never came
            carried, self._carried = self._carried, None
            out.append(carried)
        self._depth -= 1

    def _other(self, node: _Element, tag: str, out: list[Draft]) -> None:
        if tag == W + "sdt":
            self._control(node, out)
        elif tag in (W + "del", W + "moveFrom"):
            self.revisions += 1
        elif tag == MC + "AlternateContent":
            chosen = choose(node)
            if chosen is not None:
                self.blocks_of(chosen, out)
        elif tag == W + "altChunk":
            relation = self.relations.get(node.get(R + "id") or "")
            kind = relation.target.rpartition(".")[2][:10] if relation else "?"
            self.unread(
                out[-1] if out else None,
                "inserted file",
                f"another document ({kind}) is embedded as text here and was not read; open the file "
                "in Word and "
                "save it, then it becomes ordinary text",
            )
        elif tag in (W + "r", W + "hyperlink", W + "fldSimple", MATH + "oMathPara", MATH + "oMath"):
            loose = Paragraph(self.styles.paragraph(None), self.part)
            read_inline(self, loose, [node])
            self._finish(loose, out)
        else:
            if tag in (W + "ins", W + "moveTo"):
                self.revisions += 1
            self.blocks_of(node, out)

    def _control(self, node: _Element, out: list[Draft]) -> None:
        content = node.find(W + "sdtContent")
        if content is None:
            return
        gallery = node.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        contents = gallery is not None and "table of contents" in (gallery.get(VAL) or "").lower()
        self._in_contents += contents
        self.blocks_of(content, out)
        self._in_contents -= contents

    def _paragraph(self, node: _Element, out: list[Draft]) -> None:
        aside = self._plain.read(node) if self._plain is not None else None
        if aside is not None:
            said, words = aside
            paragraph = self._begun(said)
            self._add(paragraph, words)
        else:
            children: Iterator[_Element] = iter(node)
            first = next(children, None)
            said = NOTHING
            if first is not None and first.tag != _PPR:
                children = chain((first,), children)
            elif first is not None:
                said = read_said(first)
            paragraph = self._begun(said)
            before = self.revisions
            read_inline(self, paragraph, children)
            if said.end_changed and self.revisions != before:  # it is one change with the words
                self.revisions -= 1
        self._end(paragraph, said, out)

    def _begun(self, said: Said) -> Paragraph:
        """A paragraph as its properties make it, before its words are read."""
        paragraph = Paragraph(self.styles.paragraph(said.style_id), self.part)
        if said is not NOTHING:
            self.revisions += said.changes
            if said.page_break:
                self.pages.broken()
            if said.shaded:
                paragraph.shaded = True
            if said.deleted or said.runs_on:
                paragraph.runs_on = True
            if said.outline is not None:
                paragraph.level, paragraph.by = _level(paragraph.style, said.outline)
        if self._carried is not None:
            _join(self._carried, paragraph)
            self._carried = None
        return paragraph

    def _add(self, paragraph: Paragraph, words: list[Words]) -> None:
        """Add the words of a paragraph that was set aside."""
        for look, text, counted in words:
            now = paragraph.style.plain
            if look and self._plain is not None:
                now = self._plain.look(look, paragraph.style, self.styles)
            add_text(self, paragraph, text, now, counted)

    def _end(self, paragraph: Paragraph, said: Said, out: list[Draft]) -> None:
        if said.end_changed:
            self.revisions += 1
        if said.number_id is not None or paragraph.style.in_list:
            self._number(paragraph, said.number_id, said.number_level)
        self._finish(paragraph, out)
        if said.section_ends:
            self.pages.section_ends()

    def _number(self, paragraph: Paragraph, number_id: int | None, number_level: int | None) -> None:
        style = paragraph.style
        if style.list_level >= 0:
            paragraph.list_level = style.list_level
        if number_id is None:
            number_id = style.number_id
            if not number_id:
                return
            if number_level is None:
                tied = self.shared.numbering.level_of_style(number_id, style.id)
                number_level = style.number_level if tied is None else tied
        if not number_id or (paragraph.runs_on and not paragraph.worded):
            return
        numbered = self.shared.numbering.next(number_id, number_level or 0)
        if numbered is not None:
            paragraph.number = numbered.number
            if numbered.number or numbered.format == "bullet":
                paragraph.list_level = max(numbered.level, style.list_level)

    def _finish(self, paragraph: Paragraph, out: list[Draft]) -> None:
        if self.fields.any:
            self.fields.paragraph_ends(paragraph)
        if self._in_contents or paragraph.style.contents:
            paragraph.contents = True
        if paragraph.page is None:
            paragraph.page = self.pages.page
        if paragraph.runs_on:
            if paragraph.worded or paragraph.before or paragraph.after:
                self._carried = paragraph
            return
        self._count()
        if paragraph.before:
            out.extend(paragraph.before)
        out.append(paragraph)
        if paragraph.after:
            out.extend(paragraph.after)

    def _count(self) -> None:
        self.shared.drafts += 1
        if self.shared.drafts > limits.MAX_BLOCKS:
            raise UnreadableFile(
                f"{self.package.label}: holds more than {limits.MAX_BLOCKS:,} paragraphs, far more "
                "than a policy, so "
                "it was not read; split it into the documents it is made of"
            )


def _level(style: Style, outline: int) -> tuple[int, str]:
    """The heading level of a paragraph with an outline level of its own, and how it is known."""
    if not 0 <= outline <= 8:
        return 0, ""
    return outline + 1, style.by if outline + 1 == style.level else "outline"


def _join(carried: Paragraph, paragraph: Paragraph) -> None:
    """The words before a deleted paragraph end run on into the next paragraph, as yet unread."""
    paragraph.pieces, paragraph.looks = carried.pieces, carried.looks
    paragraph.links, paragraph.highlighted = carried.links, carried.highlighted
    paragraph.before, paragraph.after = carried.before, carried.after
    paragraph.page, paragraph.worded = carried.page, carried.worded
