"""A corpus policy's Markdown as a plain run of pieces, from which every layout is built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")  # "<name of school>" is text


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one look: bold or not, and the address behind them if they are a link."""

    text: str
    bold: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading, paragraph, list item or table. level: of a heading from 1, of an item from 0."""

    kind: str  # heading, paragraph, item, table
    words: tuple[Words, ...] = ()
    level: int = 0
    ordered: bool = False
    rows: tuple[tuple[tuple[Words, ...], ...], ...] = ()

    @property
    def text(self) -> str:
        return plain(self.words)


def plain(words: Sequence[Words]) -> str:
    """The words without their look."""
    return "".join(w.text for w in words)


def html_of(text: str) -> str:
    """The Markdown as a web page's body."""
    return str(_MARKDOWN.render(text))


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of a Markdown text, in order."""
    return tuple(_pieces(_MARKDOWN.parse(text)))


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    lists: list[bool] = []
    heading = 0
    rows: list[tuple[tuple[Words, ...], ...]] = []
    row: list[tuple[Words, ...]] = []
    in_table = False
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists.append(token.type.startswith("ordered"))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "heading_open":
                heading = int(token.tag[1:])
            case "heading_close":
                heading = 0
            case "table_open":
                rows, in_table = [], True
            case "tr_open":
                row = []
            case "tr_close":
                rows.append(tuple(row))
            case "table_close":
                in_table = False
                yield Piece("table", rows=tuple(rows))
            case "inline":
                words = tuple(_words(token.children or ()))
                if in_table:
                    row.append(words)
                elif heading:
                    yield Piece("heading", words, heading)
                elif lists:
                    yield Piece("item", words, len(lists) - 1, lists[-1])
                else:
                    yield Piece("paragraph", words)


def _words(tokens: Sequence[Token]) -> Iterator[Words]:
    bold, address = False, ""
    for token in tokens:
        match token.type:
            case "strong_open":
                bold = True
            case "strong_close":
                bold = False
            case "link_open":
                address = str(token.attrGet("href") or "")
            case "link_close":
                address = ""
            case "softbreak" | "hardbreak":
                yield Words(" ", bold, address)
            case "text" | "code_inline" | "text_special":
                if token.content:
                    yield Words(token.content, bold, address)
