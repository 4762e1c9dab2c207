"""Reads Markdown: headings, lists, tables and links as they would be shown; markup itself left out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile
from policy_kit.model import Block, BlockKind, Document, Link, Location, NotChecked, Part
from policy_kit.quick import dataclass
from policy_kit.sources import limits
from policy_kit.sources.assembling import document_of, in_order, picture_reason
from policy_kit.sources.encoding import decoded
from policy_kit.sources.looks import Look, find_headings
from policy_kit.sources.markdown.kept_words import NOTE, restored, with_words_kept
from policy_kit.sources.outline import mark_contents
from policy_kit.sources.text.headings import with_headings

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MAX_INLINE = 20_000  # a longer paragraph, or one with more brackets, is a trap for the parser …
_HEADING_SIZE = 20.0  # less the level: only to rank the looks of headings above bold lines
_MAX_BRACKETS = 400  # … and is kept as it stands
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(
    r"^(title|author|date|description)\s*:\s*[\"']?(.+?)[\"']?\s*$", re.IGNORECASE | re.MULTILINE
)
_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_APART = re.compile(r"<(?:img|iframe|video|object|embed)\b[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"""\b(?:alt|title)\s*=\s*["']([^"']*)""", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_markdown(path: Path, data: bytes) -> Document:
    """Read a Markdown file; `line` of each block is the line where it begins, counted from 1.

    Raises UnreadableFile for more text than any policy has.
    """
    if len(data) > limits.MAX_TEXT_BYTES:
        raise UnreadableFile(
            f"{path}: is a text of more than {limits.MAX_TEXT_BYTES // limits.MEGABYTE} MB, far more than a "
            "policy, so it was not read; save the policy alone as a file of its own"
        )
    text = with_words_kept(decoded(data).replace("\r\n", "\n").replace("\r", "\n"))
    properties: tuple[tuple[str, str], ...] = ()
    if front := _FRONT.match(text):
        properties = tuple((name.lower(), restored(value)) for name, value in _PAIR.findall(front[1]))
        text = "\n" * front[0].count("\n") + text[front.end() :]
    walk = _Walk(_parser())
    walk.read(text)
    blocks = find_headings(mark_contents(in_order(walk.blocks, path)), walk.looks)
    if not any(block.is_heading for block in blocks):  # a plain text by another name
        blocks = with_headings(blocks, frozenset(range(len(blocks))))
    document = document_of(path, data, "markdown", blocks)
    return replace(document, properties=properties, not_checked=tuple(_not_checked(walk, document)))


def _not_checked(walk: _Walk, document: Document) -> Iterator[NotChecked]:
    for described, line, at in walk.pictures[: limits.MAX_NOT_CHECKED]:
        place = document.location(document.blocks[at]) if document.blocks else Location()
        yield NotChecked("picture", picture_reason(described), replace(place, line=line))


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": limits.MAX_NESTING}).enable(["table", "strikethrough"])
    parser.core.ruler.disable(["inline"])
    return parser


@dataclass(slots=True)
class _List:
    ordered: bool
    next: int
    fresh: bool = False  # an item was opened and has no words yet


@dataclass(slots=True)
class _Walk:
    """The walk over the parser's tokens."""

    parser: MarkdownIt
    blocks: list[Block] = field(default_factory=list)
    looks: dict[int, Look] = field(default_factory=dict)
    lists: list[_List] = field(default_factory=list)
    heading: int = 0
    cells: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    table: int = -1
    in_head: bool = False
    in_row: bool = False
    pictures: list[tuple[str, int | None, int]] = field(default_factory=list)  # description, line, block
    line: int | None = None

    def read(self, text: str) -> None:
        env: dict[str, object] = {}
        for token in self.parser.parse(text, env):
            if token.map:
                self.line = token.map[0] + 1
            self._token(token, env)

    def _token(self, token: Token, env: dict[str, object]) -> None:
        kind = token.type
        if kind == "inline" and not self.in_row and (rows := _rows_without_rule(token.content)):
            self._table_of(rows, env)
        elif kind == "inline":
            self._inline(token, env)
        elif kind in ("fence", "code_block"):
            self._add(token.content.rstrip("\n"))
        elif kind == "html_block":
            self._add(_seen(token.content))
            self._note(_shown_apart(token.content))
        elif kind == "heading_open":
            self.heading = int(token.tag[1:])
        elif kind in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(_List(kind.startswith("o"), int(token.attrs.get("start", 1))))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif kind == "list_item_open":
            self.lists[-1].fresh = True
        elif kind == "list_item_close":
            self.lists[-1].next += 1
        else:
            self._table_token(kind)

    def _table_token(self, kind: str) -> None:
        if kind == "table_open":
            self.table += 1
        elif kind in ("thead_open", "thead_close"):
            self.in_head = kind == "thead_open"
        elif kind == "tr_open":
            self.cells, self.links, self.in_row = [], [], True
        elif kind == "tr_close":
            self.in_row = False
            if not any(self.cells):
                return
            text = " | ".join(cell for cell in self.cells if cell)
            self.blocks.append(
                Block(
                    len(self.blocks), BlockKind.TABLE_ROW, text, line=self.line, cells=tuple(self.cells),
                    table=self.table, header_row=self.in_head, links=tuple(self.links),
                )
            )  # fmt: skip
        elif kind in ("td_open", "th_open"):
            self.cells.append("")

    def _table_of(self, rows: Sequence[Sequence[str]], env: dict[str, object]) -> None:
        """A table that was typed without the line of dashes under its first row."""
        from markdown_it.token import Token

        self._table_token("table_open")
        first = self.line or 1
        for self.line, cells in enumerate(rows, first):
            self._table_token("tr_open")
            for cell in cells:
                self._table_token("td_open")
                self._inline(Token("inline", "", 0, content=cell), env)
            self._table_token("tr_close")

    def _inline(self, token: Token, env: dict[str, object]) -> None:
        children: list[Token] = []
        if len(token.content) <= _MAX_INLINE and token.content.count("[") <= _MAX_BRACKETS:
            self.parser.inline.parse(token.content, self.parser, env, children)
        pictures: list[str] = []
        text, links, bold = _words(children, pictures) if children else (token.content, (), False)
        if self.in_row:
            self.cells[-1] = restored(text)
            self.links.extend(links)
        else:
            self._add(text, links, bold=bold)
        self._note(pictures)

    def _note(self, pictures: Sequence[str]) -> None:
        self.pictures.extend((described, self.line, max(len(self.blocks) - 1, 0)) for described in pictures)

    def _add(self, text: str, links: tuple[Link, ...] = (), *, bold: bool = False) -> None:
        """A block of the kind that the open headings and lists make it."""
        text = restored(text.strip())
        part = Part.FOOTNOTE if text.startswith(NOTE) else Part.BODY
        text = text.removeprefix(NOTE)
        level, heading, self.heading = 0, self.heading, 0
        kind, number, by = BlockKind.PARAGRAPH, "", ""
        if self.lists and self.lists[-1].fresh:
            kind, level = BlockKind.LIST_ITEM, min(len(self.lists) - 1, 8)
            number = f"{self.lists[-1].next}." if self.lists[-1].ordered else ""
            self.lists[-1].fresh = False
        if heading:
            kind, level, by = BlockKind.HEADING, heading, "markup"
        if not text:
            return
        if heading:
            self.looks[len(self.blocks)] = Look(bold=True, size=_HEADING_SIZE - heading)
        elif (kind is BlockKind.PARAGRAPH or number) and (bold or len(text.split()) > 20):
            # Who writes Markdown marks headings; besides those, only a line all in bold is one.
            self.looks[len(self.blocks)] = Look(bold=bold)
        self.blocks.append(
            Block(
                len(self.blocks),
                kind,
                text,
                level=level,
                number=number,
                heading_by=by,
                line=self.line,
                links=links,
                part=part,
            )
        )


def _rows_without_rule(paragraph: str) -> list[list[str]]:
    """The cells of each line, if the lines of a paragraph are the rows of a table; [] if they are not."""
    lines = [line.strip() for line in paragraph.split("\n")]
    if len(lines) < 2 or not all(len(line) > 2 and line[0] == line[-1] == "|" for line in lines):
        return []
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _words(children: Sequence[Token], pictures: list[str]) -> tuple[str, tuple[Link, ...], bool]:
    """The words of a paragraph as shown, its links, and whether all of it is bold.

    pictures: takes the description of each picture in it.
    """
    pieces: list[str] = []
    links: list[Link] = []
    opened: list[tuple[str, int]] = []
    strong, plain = 0, False
    for child in children:
        if child.type == "link_open":
            opened.append((str(child.attrs.get("href", "")), len(pieces)))
        elif child.type == "link_close" and opened:
            target, start = opened.pop()
            links.append(Link(restored("".join(pieces[start:]).strip()), target))
        elif child.type in ("strong_open", "strong_close"):
            strong += 1 if child.type == "strong_open" else -1
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(" " if child.type == "softbreak" else "\n")
        elif child.type == "html_inline":
            pieces.append("\n" if _BREAK.fullmatch(child.content) else "")
            pictures.extend(_shown_apart(child.content))
        elif child.type == "image":
            pictures.append(restored(child.content))
        elif child.content:
            pieces.append(child.content)
            plain = plain or (not strong and not child.content.isspace())
    text = re.sub(r"[ \t]+", " ", "".join(pieces)).strip()
    return text, tuple(links), bool(text) and not plain


def _shown_apart(markup: str) -> list[str]:
    """What a piece of HTML shows besides words: of each, what its author said of it."""
    return [
        html.unescape(alt[1]) if (alt := _ALT.search(found[0])) else ""
        for found in _APART.finditer(_UNSEEN.sub("", markup))
    ]


def _seen(markup: str) -> str:
    """What a block of HTML shows, roughly: a policy in Markdown holds little of it."""
    text = _TAG.sub("", _BREAK.sub("\n", _UNSEEN.sub("", markup)))
    return "\n".join(" ".join(line.split()) for line in html.unescape(text).split("\n") if line.strip())
