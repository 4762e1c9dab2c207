"""Reads a PDF's bookmarks: the headings that the program that made it knew, with their levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from policy_kit.model import Block, BlockKind
from policy_kit.quick import dataclass, replace

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST = 2_000
_LONGEST = 40  # words; a longer bookmark is a paragraph in a heading style


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One bookmark: its words, its depth counted from 1, its page counted from 1 (None if it has none)."""

    text: str
    level: int
    page: int | None


def read_bookmarks(document: PdfDocument) -> list[Bookmark]:
    """The bookmarks of a file in order, down to nine levels."""
    out: list[Bookmark] = []
    for item in document.get_toc(max_depth=9):
        destination = item.get_dest()
        page = destination.get_index() if destination is not None else None
        text = " ".join(item.get_title().split())
        if text:
            out.append(Bookmark(text, min(item.level + 1, 9), None if page is None else page + 1))
        if len(out) >= _MOST:
            break
    return out


def with_bookmarked(blocks: Sequence[Block], bookmarks: Sequence[Bookmark]) -> tuple[Block, ...]:
    """Give the paragraphs that a bookmark names, on the page it names, the kind HEADING."""
    if not bookmarks:
        return tuple(blocks)
    longest = min(400, 3 * max(len(mark.text) for mark in bookmarks))  # a small letter may be up to three
    places: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and len(block.text) <= longest:
            places.setdefault(_key(block.text), []).append(at)
    levels = _matched(blocks, bookmarks, places)
    return tuple(
        replace(b, kind=BlockKind.HEADING, level=levels[at], heading_by="bookmark") if at in levels else b
        for at, b in enumerate(blocks)
    )


def _matched(
    blocks: Sequence[Block], bookmarks: Sequence[Bookmark], places: Mapping[str, Sequence[int]]
) -> dict[int, int]:
    """The place of each bookmark's heading: the next one with its words, on its page or the one after."""
    levels: dict[int, int] = {}
    after = -1
    for mark in bookmarks:
        if len(mark.text.split()) > _LONGEST:
            continue
        here = [
            at
            for at in places.get(_key(mark.text), ())
            if at not in levels and (mark.page is None or (blocks[at].page or 0) - mark.page in (0, 1))
        ]
        at = next((one for one in here if one > after), here[0] if here else None)
        if at is not None:
            levels[at] = mark.level
            after = at
    return levels


def _key(text: str) -> str:
    return "".join(text.casefold().split())
