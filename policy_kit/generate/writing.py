"""Writes a clause's blocks as WordprocessingML, with docxtpl's paragraph and row tags."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field as dataclass_field

from policy_kit.errors import TemplateFault
from policy_kit.generate.clauses import Block, Heading, Item, PageBreak, Paragraph, Row, Table, Tag
from policy_kit.generate.drawing import draw
from policy_kit.generate.flowchart import Flowchart
from policy_kit.generate.fragments import (
    TEXT_WIDTH,
    cell,
    field,
    page_break,
    paragraph,
    row,
    run,
    table,
    tag_paragraph,
    tag_row,
)
from policy_kit.generate.inline import InlineFault, Words, plain, read_words
from policy_kit.quick import dataclass

BOOKMARK_PREFIX = "pk_"
APPENDIX = re.compile(r"Appendix (#|(?:[A-Z]{1,2}|\d{1,2})\b)")  # the letter is typed, or left to us as #
FIRST_DRAWING = 1000  # above the numbers of a layout's own pictures
PICTURE = "(picture)"  # a cell that is room for a picture
_LONGEST_BOOKMARK = 40  # Word's limit
_SIGNING_HEIGHT = 567  # 1 cm, room for a signature
_PICTURE_HEIGHT = 1134  # 2 cm, room for a child's drawing or a symbol


def bookmark(anchor: str) -> str:
    """The Word bookmark for a section id or a heading's anchor; Word allows no hyphen in one."""
    return BOOKMARK_PREFIX + anchor.replace("-", "_")


@dataclass
class Ledger:
    """What the whole document shares: web addresses, numbered lists and bookmarks given out so far."""

    addresses: dict[str, str] = dataclass_field(default_factory=dict)
    lists: int = 0
    drawings: int = FIRST_DRAWING
    bookmarks: dict[str, str] = dataclass_field(default_factory=dict)
    links: dict[str, str] = dataclass_field(
        default_factory=dict
    )  # anchor linked to -> place of the first link

    def address(self, url: str) -> str:
        """The relationship id of a web address, the same for each use of it."""
        return self.addresses.setdefault(url, f"rIdLink{len(self.addresses) + 1}")


class ClauseWriter:
    """Turns one section's blocks into XML; keeps what a block needs to know of those before it."""

    def __init__(self, section_id: str, name: str, ledger: Ledger, first_list_id: int) -> None:
        self._section = section_id
        self._name = name
        self._ledger = ledger
        self._first_list_id = first_list_id
        self._after_table = False
        self._numbered: dict[int, int] = {}  # by depth, the numbered list that the next item would carry on
        self._has_list = False
        self._in_appendix = False
        self._leads_appendix = False
        self._heading = ""
        self._line = 0

    def write(self, blocks: Iterable[Block]) -> str:
        """The XML of all blocks in order. Raises TemplateFault with file and line."""
        ordered = list(blocks)
        return "".join(self._block(block, _text_after(ordered, at)) for at, block in enumerate(ordered))

    def _block(self, block: Block, after: Block | None) -> str:
        self._line = block.line
        if not isinstance(block, Item | Tag):
            self._numbered.clear()
        match block:
            case Heading():
                return self._write_heading(block, after)
            case Paragraph():
                return self._write_paragraph(block, leads=isinstance(after, Item | Table))
            case Item():
                return self._write_item(block, ends=not isinstance(after, Item))
            case Tag():
                return tag_paragraph(block.text)
            case PageBreak():
                return page_break()
            case Flowchart():
                self._ledger.drawings += 1
                return draw(block, self._runs, self._ledger.drawings)
            case Table():
                return self._write_table(block)

    def _gap(self, *, after: bool = False) -> str:
        """Room above a paragraph that follows a table, and below a list's last item."""
        above = ' w:before="160"' if self._after_table else ""
        below = ' w:after="120"' if after else ""
        self._after_table = False
        return f"<w:spacing{above}{below}/>" if above or below else ""

    def _write_heading(self, block: Heading, after: Block | None) -> str:
        self._after_table = False
        words = self._runs(block.text)
        self._heading = plain(block.text)
        if block.level <= 2:
            self._in_appendix = bool(APPENDIX.match(block.text))
        style = f"Heading{block.level}"
        if self._in_appendix:
            style = "AppendixHeading" if block.level <= 2 else "AppendixSubheading"
        page = self._page_of(block, after)
        anchor = self._section if block.level == 1 else block.anchor
        if anchor:
            words = self._bookmarked(anchor, words, block.line)
        return paragraph(style, words, page)

    def _page_of(self, block: Heading, after: Block | None) -> str:
        """Keeps a title such as “Appendices” on the page of the first appendix, which begins a new one."""
        if self._leads_appendix:
            self._leads_appendix = False
            return '<w:pageBreakBefore w:val="0"/>'
        self._leads_appendix = (
            block.level == 1 and isinstance(after, Heading) and bool(APPENDIX.match(after.text))
        )
        return "<w:pageBreakBefore/>" if self._leads_appendix else ""

    def _bookmarked(self, anchor: str, words: str, line: int) -> str:
        name = bookmark(anchor)
        if len(name) > _LONGEST_BOOKMARK:
            longest = _LONGEST_BOOKMARK - len(BOOKMARK_PREFIX)
            raise TemplateFault(
                f"{self._name}, line {line}: {anchor} is too long; Word allows {longest} letters"
            )
        if name in self._ledger.bookmarks:
            first = self._ledger.bookmarks[name]
            raise TemplateFault(f"{self._name}, line {line}: the anchor {anchor} is already used in {first}")
        self._ledger.bookmarks[name] = self._name
        number = len(self._ledger.bookmarks)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{words}<w:bookmarkEnd w:id="{number}"/>'

    def _write_paragraph(self, block: Paragraph, *, leads: bool) -> str:
        style = "Callout" if block.callout else "BodyText"
        keep = "<w:keepNext/>" if leads else ""
        return paragraph(style, self._runs(block.text), keep + self._gap())

    def _write_item(self, block: Item, *, ends: bool) -> str:
        list_id = self._list_of(block)
        numbering = ""
        if list_id:
            numbering = f'<w:numPr><w:ilvl w:val="{block.depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
        kind = "ListNumber" if block.ordered else "ListBullet"
        style = kind + (str(block.depth + 1) if block.depth else "")
        return paragraph(style, self._runs(block.text), numbering + self._gap(after=ends))

    def _list_of(self, block: Item) -> int:
        """The Word list a numbered item counts in, begun anew where a new list begins; 0 for a bullet."""
        for depth in [d for d in self._numbered if d > block.depth]:
            del self._numbered[depth]
        if not block.ordered:
            self._numbered.pop(block.depth, None)
            return 0
        if block.depth not in self._numbered:
            outer = self._numbered.get(block.depth - 1)
            if outer is None:
                self._ledger.lists += not (block.carries_on and self._has_list)
                self._has_list = True
                outer = self._first_list_id + self._ledger.lists - 1
            self._numbered[block.depth] = outer
        return self._numbered[block.depth]

    def _write_table(self, block: Table) -> str:
        gap = paragraph("TableGap", "") if self._after_table else ""
        self._after_table = True
        rows = ([block.header] if block.header else []) + list(block.rows)
        widths = _column_widths([row for row in rows if isinstance(row, Row)])
        written = "".join(
            tag_row(r.text, len(widths))
            if isinstance(r, Tag)
            else self._write_row(r, widths, r is block.header)
            for r in rows
        )
        return gap + table(widths, written, header=bool(block.header), caption=_caption(self._heading))

    def _write_row(self, given: Row, widths: list[int], header: bool) -> str:
        style, height = "TableHeading" if header else "TableText", 0
        if PICTURE in given.cells:
            style, height = "PictureText", _PICTURE_HEIGHT
        elif not all(given.cells):
            height = _SIGNING_HEIGHT
        middle = '<w:vAlign w:val="center"/>' if style == "PictureText" else ""
        cells = []
        for text, width in zip(given.cells, widths, strict=True):
            shown = "" if text == PICTURE else text
            cells.append(cell(width, paragraph(style, self._runs(shown, given.line)), middle))
        return row("".join(cells), header=header, height=height)

    def _runs(self, text: str, line: int = 0) -> str:
        try:
            return "".join(self._run(word) for word in read_words(text))
        except InlineFault as fault:
            raise TemplateFault(f"{self._name}, line {line or self._line}: {fault}") from fault

    def _run(self, word: Words) -> str:
        look = '<w:rStyle w:val="Hyperlink"/>' if word.link else ""
        look += ("<w:b/>" if word.bold else "") + ("<w:i/>" if word.italic else "")
        written = run(word.text, look)
        if not word.link:
            return written
        if word.link.startswith("#"):
            self._ledger.links.setdefault(word.link[1:], f"{self._name}, line {self._line}")
            return f'<w:hyperlink w:anchor="{bookmark(word.link[1:])}" w:history="1">{written}</w:hyperlink>'
        if "{{" in word.link:
            # docxtpl fills no relationships, so an address that differs from school to school is a field
            return field(f' HYPERLINK "{word.link}" ', written)
        return f'<w:hyperlink r:id="{self._ledger.address(word.link)}" w:history="1">{written}</w:hyperlink>'


def _text_after(blocks: list[Block], at: int) -> Block | None:
    """What a reader meets after a block; after the last item of a loop, that item once more."""
    after = blocks[at + 1 :]
    if after and isinstance(blocks[at], Item) and isinstance(after[0], Tag) and after[0].text == "endfor":
        return blocks[at]
    return next((block for block in after if not isinstance(block, Tag)), None)


def _caption(heading: str) -> str:
    """What a screen reader says of the tables under a heading: its words in their usual form, no fields."""
    text = re.sub(r"\{%\s*(?:else|elif)\b.*?\{%\s*endif\s*%\}", "", heading)
    text = re.sub(r"\{\{\s*(\w+).*?\}\}", lambda found: found[1].strip("_").replace("_", " "), text)
    return re.sub(r"\{%.*?%\}", "", text)


_PRINTED = re.compile(r"\{\{.*?\}\}")
_ALTERNATIVES = re.compile(r"\{%\s*(?:else|elif\b.*?)\s*%\}")
_STATEMENT = re.compile(r"\{%.*?%\}")
_NARROWEST, _WIDEST = 16, 64  # in characters
_NAME, _ADDRESS = 27, 42
_TO_WRITE_IN, _ROOM_TO_WRITE = 12, 36  # a longer title over blank cells asks for more than a tick or a date


def _column_widths(rows: list[Row]) -> list[int]:
    """Widths that suit the text: by the longest cell of each column, within bounds."""
    longest = []
    for column in zip(*(given.cells for given in rows), strict=True):
        lengths = [_length(text) for text in column]
        if len(column[0]) >= _TO_WRITE_IN and not any(column[1:]):
            lengths.append(_ROOM_TO_WRITE)
        longest.append(min(max(*lengths, _NARROWEST), _WIDEST))
    total = sum(longest)
    widths = [TEXT_WIDTH * length // total for length in longest]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


def _length(text: str) -> int:
    """About how long a cell will be: its longest alternative, each value as long as such values are."""
    alternatives = _ALTERNATIVES.split(text)
    return max(len(_STATEMENT.sub("", _PRINTED.sub(_likely, way))) for way in alternatives)


def _likely(tag: re.Match[str]) -> str:
    """A stand-in as long as what a tag prints: addresses are long and break badly, names are not."""
    is_address = any(word in tag[0] for word in ("email", "contact", "website", "named"))
    return "x" * (_ADDRESS if is_address else _NAME)
