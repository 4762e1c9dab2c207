"""Walks the main content of a web page once, and gathers its paragraphs, headings, items and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.model import Link
from policy_kit.quick import dataclass
from policy_kit.sources import limits
from policy_kit.sources.assembling import too_many_blocks
from policy_kit.sources.docx.number_formats import written
from policy_kit.sources.gathering import Cell, Gathered, Row, table_drafts
from policy_kit.sources.html.appearance import PLAIN, Format, is_coloured, shared_look, within
from policy_kit.sources.html.attributes import filled_in, heading_role, line_of, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    (
        "p", "div", "section", "article", "main", "header", "footer", "aside", "blockquote", "address",
        "figure", "figcaption", "details", "summary", "fieldset", "legend", "form", "center", "dl", "dt",
        "dd", "body", "html", "pre", "hgroup", "search", "caption", "noframes", "layer",
    )
)  # fmt: skip
_LISTS = ("ul", "ol", "menu", "dir")
_SHOWN_APART = frozenset(
    (
        "iframe", "embed", "object", "frame", "img", "svg", "math", "audio", "video", "canvas", "del",
        "input", "textarea", "select",
    )
)  # fmt: skip
_NUMBER_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NO_MARKS = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_GLUED = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})*)(?=[A-Z][a-z]|A\s)")  # as LibreOffice writes numbers
_SMALLEST = 150  # pixels, of a picture that may hold words
_MOST_SPAN = 50
_MOST_CELLS = 500_000  # of all tables; cells that span rows and columns make many of a few


@dataclass(slots=True)
class _List:
    style: str  # of its numbers, "" for bullets
    next: int


@dataclass(slots=True)
class Walk:
    """The walk: what is gathered, and where in the page it is."""

    path: Path
    out: list[Gathered] = field(default_factory=list)
    unread: list[tuple[str, str, Gathered | None]] = field(default_factory=list)  # what, why, after what
    pictures: list[tuple[str, Gathered | None]] = field(default_factory=list)  # description, after what
    revisions: int = 0
    _lists: list[_List] = field(default_factory=list)
    _open: Gathered | None = None
    _pieces: list[str] = field(default_factory=list)
    _look: Format = PLAIN
    _looks: dict[Format, int] = field(default_factory=dict)
    _tables: int = 0
    _count: int = 0
    _kept_lines: int = 0
    _cells: int = 0
    _in_contents: int = 0
    _told: set[str] = field(default_factory=set)

    def element(self, node: _Element) -> None:
        """Read an element and all that is in it, but not the text after it."""
        tag = node.tag
        if not isinstance(tag, str):
            return
        if tag in _HEADINGS or tag in _BLOCKS:
            self._block(node, _HEADINGS.get(tag) or heading_role(node))
        elif tag in _LISTS:
            self._list(node)
        elif tag == "li":
            self._item(node)
        elif tag == "table":
            self._table(node)
        elif tag in ("br", "hr"):
            if tag == "hr":
                self._close()
            self._say("\n", node, keep=True)
        elif tag == "a":
            self._link(node)
        elif tag in _SHOWN_APART:
            self._apart(node, tag)
        else:
            self.revisions += tag == "ins"
            outer, self._look = self._look, within(node, self._look)
            self._inside(node)
            self._look = outer

    def _apart(self, node: _Element, tag: str) -> None:
        """What is no text of the page: what can be read of it is, and the rest is told."""
        if tag == "img":
            self._picture(node)
        elif tag == "del":
            self.revisions += 1
        elif tag == "svg":
            for words in node.iter("text"):
                self._start(node, 0)
                self._say(" ".join(str(text) for text in words.itertext()), node)
                self._close()
        elif tag == "math":
            self._say("".join(str(text) for text in node.itertext()), node)
            self._tell("equation", "only the signs of an equation are read, not how they stand")
        elif tag in ("input", "textarea", "select"):
            self._say(filled_in(node), node)
        elif tag == "canvas":
            self._tell("chart", "a chart or drawing stands here that the page makes as it is shown")
        elif tag in ("audio", "video"):
            self._tell("film or sound", "a film or a recording is shown here, which cannot be read")
        else:
            source = node.get("src") or node.get("data") or ""
            shown = f" ({source[:120]})" if source else ""
            self._tell(
                "embedded page",
                f"another page or file is shown inside this one{shown} and was not read; if it is the "
                "policy, save it and use that file",
            )

    def _tell(self, what: str, why: str) -> None:
        self.unread.append((what, why, self._last()))

    def _picture(self, node: _Element) -> None:
        """Note a picture, unless the page calls it decoration or too small for words; the same one once."""
        sizes = [whole((node.get(name) or "").removesuffix("px"), _SMALLEST) for name in ("width", "height")]
        source = node.get("src") or node.get("data-src") or ""
        if node.get("alt") == "" or min(sizes) < _SMALLEST or (source and source in self._told):
            return
        self._told.add(source)
        self.pictures.append((node.get("alt") or "", self._last()))

    def finish(self) -> list[Gathered]:
        """All that was gathered."""
        self._close()
        return self.out

    def _inside(self, node: _Element) -> None:
        self._say(node.text, node)
        for child in node:
            self.element(child)
            self._say(child.tail, node)

    def _say(self, text: str | None, node: _Element, *, keep: bool = False) -> None:
        if not text:
            return
        if not (keep or self._kept_lines):
            text = re.sub(r"[ \t\r\n\f]+", " ", text)
        if self._open is None and text.isspace():
            return
        if self._open is None:
            self._start(node, 0)
        self._pieces.append(text)
        if seen := text.strip():
            self._looks[self._look] = self._looks.get(self._look, 0) + len(seen)
            if self._look.marked and self._open is not None:
                self._open.highlighted.append(" ".join(seen.split()))

    def _start(self, node: _Element, level: int) -> Gathered:
        self._close()
        draft = self._open = Gathered(level=level, by="markup" if level else "", line=line_of(node))
        draft.contents = self._in_contents > 0 or "msotoc" in (node.get("class") or "").lower()
        return draft

    def _close(self) -> None:
        """The paragraph that is open, if any, is complete."""
        draft, self._open = self._open, None
        if draft is not None:
            draft.text = "".join(self._pieces)
            if draft.level:
                draft.text = _GLUED.sub(r"\1 ", draft.text)
            draft.look = shared_look(self._looks, draft.level)
            if draft.text.strip():
                self._count += 1
                if self._count > limits.MAX_BLOCKS:
                    raise too_many_blocks(self.path)
                self.out.append(draft)
        self._pieces, self._looks = [], {}

    def _last(self) -> Gathered | None:
        return self._open or (self.out[-1] if self.out else None)

    def _block(self, node: _Element, level: int) -> None:
        item = self._open if self._open is not None and self._open.list_level >= 0 else None
        if item is not None and not "".join(self._pieces).strip():
            if level:
                item.level, item.by = level, "markup"
            self._inside(node)  # <li><p>: the paragraph is the item
            return
        outer, self._look = self._look, within(node, self._look)
        contents = (node.get("id") or "").lower().startswith("table of contents")  # LibreOffice's own
        self._in_contents += contents
        self._start(node, level)
        self._kept_lines += node.tag == "pre"
        self._inside(node)
        self._kept_lines -= node.tag == "pre"
        self._close()
        self._in_contents -= contents
        self._look = outer

    def _list(self, node: _Element) -> None:
        self._close()
        ordered = node.tag == "ol" and not _NO_MARKS.search(node.get("style") or "")
        style = _NUMBER_STYLES.get(node.get("type") or "1", "decimal") if ordered else ""
        self._lists.append(_List(style, whole(node.get("start"), 1)))
        for child in node:
            self.element(child)
            self._say(child.tail, node)
        self._close()
        self._lists.pop()

    def _item(self, node: _Element) -> None:
        draft = self._start(node, 0)
        here = self._lists[-1] if self._lists else _List("", 1)
        draft.list_level = max(len(self._lists) - 1, 0)
        here.next = whole(node.get("value"), here.next)
        draft.number = f"{written(here.next, here.style)}." if here.style else ""
        here.next += 1
        self._inside(node)
        self._close()

    def _link(self, node: _Element) -> None:
        start = len(self._pieces)
        before = self._open
        self._inside(node)
        if self._open is not None and (before is self._open or (before is None and start == 0)):
            shown = " ".join("".join(self._pieces[start:]).split())
            if node.get("href") is not None:
                self._open.links.append(Link(shown, (node.get("href") or "").strip()))

    def _table(self, node: _Element) -> None:
        self._close()
        number = self._tables
        self._tables += 1
        outer, self.out = self.out, []
        lists, self._lists = self._lists, []
        rows = list(self._rows(node))
        captions = self.out
        self.out, self._lists = outer, lists
        self.out.extend(captions)
        self.out.extend(table_drafts(rows, number, Gathered().part))

    def _rows(self, node: _Element) -> Iterator[Row]:
        covered: dict[int, int] = {}
        for child in node:
            if child.tag in ("thead", "tbody", "tfoot"):
                yield from self._rows(child)
            elif child.tag == "caption":
                self._block(child, 0)
            elif child.tag == "tr":
                yield self._row(child, covered)

    def _row(self, node: _Element, covered: dict[int, int]) -> Row:
        """One row; cells that reach down from rows above leave their places empty."""
        cells: list[Cell] = []
        column = 0
        heads = []
        for child in node:
            if child.tag not in ("td", "th") or column > limits.MAX_CELLS_IN_ROW:
                continue
            while covered.get(column, 0) > 0 and column <= limits.MAX_CELLS_IN_ROW:
                covered[column] -= 1
                cells.append(Cell([]))
                column += 1
            outer, self.out = self.out, []
            self._inside(child)
            self._close()
            mine, self.out = self.out, outer
            span = min(max(whole(child.get("colspan"), 1), 1), _MOST_SPAN)
            down = min(max(whole(child.get("rowspan"), 1), 1), _MOST_SPAN)
            covered.update(dict.fromkeys(range(column, column + span), down - 1))
            cells.append(Cell(mine, span, shaded=is_coloured(child) or is_coloured(node)))
            heads.append(child.tag == "th")
            column += span
        self._cells += column
        if self._cells > _MOST_CELLS:
            raise too_many_blocks(self.path)
        return Row(cells, header=len(heads) > 1 and all(heads), line=line_of(node))
