"""What people type instead of using the word processor: contents lists here, numbers and bullets in `typed`.

Shared by the readers: knows blocks and text, nothing of any file format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from policy_kit.model import Block, BlockKind, Part
from policy_kit.quick import replace
from policy_kit.regexes import regex
from policy_kit.sources.typed import number_depth, typed_bullet, typed_number

__all__ = [
    "contents_key",
    "is_contents_title",
    "mark_contents",
    "number_depth",
    "typed_bullet",
    "typed_number",
]

_TITLE = regex(r"(?:table of )?contents(?: page)?|list of contents", re.IGNORECASE)
_LEADER = regex(r"(.+?)\s*(?:(?:[.·_]\s?){3,}|…[.…\s]*|\t)\s*(\d{1,3})?")
_PAGED = regex(r"(.+?)\s+(\d{1,3})")
_SETS_OFF = regex(r"\t|…|[.·_]\s?[.·_]")
_WORD = regex(r"[^\W_]+")
_LONGEST_ENTRY = 150
_RUNNING = (Part.BODY, Part.TEXT_BOX)


class _Entry(NamedTuple):
    """A line that might stand in a contents list.

    key: its bare words; page: the number it ends in; sure: set off by dots or a tab.
    """

    key: str
    number: str
    page: int | None
    sure: bool


def contents_key(text: str) -> tuple[str, str]:
    """The number and the bare words of a contents line or a heading, to tell whether they are the same."""
    entry = _entry_of_text(text)
    return entry.number, entry.key


def mark_contents(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give typed contents lists the kind CONTENTS; everything else comes back as it was.

    A contents list is: what follows a line "Contents" and ends in page numbers or names later headings;
    lines with dot leaders, or table rows, that end in rising page numbers; or lines that name most of
    the headings that follow, in their order.
    """
    entries = [_entry(b) if b.part in _RUNNING and not _is_bullet(b) else None for b in blocks]
    later = _last_places(blocks, entries)
    marked: set[int] = set()
    marked.update(_many_lined(blocks))
    marked.update(_below_titles(blocks, entries, later))
    marked.update(_in_tables(blocks, entries, later))
    marked.update(_in_lines(blocks, entries, later))
    if not marked:
        return tuple(blocks)
    return tuple(
        replace(b, kind=BlockKind.CONTENTS, level=0, heading_by="") if i in marked else b
        for i, b in enumerate(blocks)
    )


def _is_bullet(block: Block) -> bool:
    """Whether a block is an item of a bullet list: no heading, and no contents line but below a title."""
    return block.kind is BlockKind.LIST_ITEM and not block.number


def _entry(block: Block) -> _Entry | None:
    text = block.text
    if len(text) > _LONGEST_ENTRY or "\n" in text or (text[-1:] in ".;," and not text.endswith("..")):
        return None
    filled = [c.strip() for c in block.cells if c.strip()]
    if len(filled) > 1:
        page = int(filled[-1]) if re.fullmatch(r"\d{1,3}", filled[-1]) else None
        number, rest = typed_number(" ".join(filled[:-1] if page is not None else filled))
        return _Entry(_bare(rest), number or block.number, page, page is not None)
    entry = _entry_of_text(filled[0] if filled else text)
    return entry._replace(number=block.number) if block.number and not entry.number else entry


@lru_cache(maxsize=2048)
def _entry_of_text(text: str) -> _Entry:
    text = text.strip()[:300]
    found = _LEADER.fullmatch(text) if _SETS_OFF.search(text) else None
    sure = found is not None
    if found is None and text[-1:].isdigit():
        found = _PAGED.fullmatch(text)
    title, page = (found[1], found[2]) if found else (text, None)
    number, rest = typed_number(title)
    if not rest:  # "Annex 1", "Key Stage 2": the number at the end is the name, not a page
        number, rest, page = *typed_number(text), None
    return _Entry(_bare(rest), number.rstrip("."), int(page) if page else None, sure)


def _bare(text: str) -> str:
    """The words of a line, without capitals, punctuation and spacing."""
    return " ".join(_WORD.findall(text.casefold()))


def _last_places(blocks: Sequence[Block], entries: Sequence[_Entry | None]) -> dict[str, int]:
    """For each line short enough to be a heading, the last place it stands (as typed, page and all)."""
    places: dict[str, int] = {}
    for at, (block, entry) in enumerate(zip(blocks, entries, strict=True)):
        if entry and entry.key and block.kind is not BlockKind.TABLE_ROW:
            places[entry.key] = at
            if entry.page is not None:
                places[_bare(typed_number(block.text)[1])] = at
    return places


def _names_later(entry: _Entry | None, at: int, later: dict[str, int]) -> bool:
    return entry is not None and bool(entry.key) and later.get(entry.key, -1) > at


def is_contents_title(text: str) -> bool:
    """Whether a line is the heading of a contents list."""
    return len(text) < 40 and bool(_TITLE.fullmatch(text.strip(" .:\t")))


def _many_lined(blocks: Sequence[Block]) -> Iterator[int]:
    """A contents list typed as one paragraph with line breaks."""
    for at, block in enumerate(blocks):
        if "\n" not in block.text or block.kind is BlockKind.TABLE_ROW or block.part not in _RUNNING:
            continue
        lines = [line for line in block.text.split("\n") if line.strip()]
        if not 3 <= len(lines) <= 200:
            continue
        pages = [page for line in lines if (page := _entry_of_text(line).page) is not None]
        if len(pages) >= max(3, 0.7 * len(lines)) and pages == sorted(pages):
            yield at


def _below_titles(
    blocks: Sequence[Block], entries: Sequence[_Entry | None], later: dict[str, int]
) -> Iterator[int]:
    """A line "Contents" and the lines below it that end in pages or name what comes later."""
    done = 0
    for at, entry in enumerate(entries):
        if (
            entry is None
            or "contents" not in entry.key
            or at < done
            or not is_contents_title(blocks[at].text)
        ):
            continue
        taken, done = _taken_below(at + 1, blocks, entries, later)
        if len(taken) >= 2:
            yield at
            yield from taken


def _taken_below(
    start: int, blocks: Sequence[Block], entries: Sequence[_Entry | None], later: dict[str, int]
) -> tuple[list[int], int]:
    """The lines of a contents list from a place on, and where it ends. Up to three odd lines may break it."""
    taken: list[int] = []
    gap: list[int] = []
    said: set[str] = set()
    at = start
    while at < len(blocks):
        here = blocks[at]
        entry = _entry(here) if _is_bullet(here) else entries[at]
        if entry is not None and entry.page is None and entry.key in said:
            break  # the first heading itself
        known = _names_later(entry, at, later)
        real = here.is_heading and not known
        listed = entry is not None and not real and (known or entry.page is not None)
        if listed or here.kind is BlockKind.CONTENTS:
            taken.extend([*gap, at])
            gap = []
            said.add(entry.key if entry else "")
        elif len(gap) >= 3 or real or entry is None or len(here.text.split()) > 15:
            break
        else:
            gap.append(at)
        at += 1
    return taken, at - len(gap)


def _in_tables(
    blocks: Sequence[Block], entries: Sequence[_Entry | None], later: dict[str, int]
) -> Iterator[int]:
    """Tables whose rows end in rising page numbers, and whose lines are numbered or name later headings."""
    tables: dict[int, list[int]] = {}
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE_ROW and block.table is not None and block.part in _RUNNING:
            tables.setdefault(block.table, []).append(at)
    for rows in tables.values():
        found = [e for at in rows if (e := entries[at]) is not None]
        pages = [e.page for e in found if e.page is not None]
        told = sum(_names_later(e, rows[-1], later) or number_depth(e.number) > 0 for e in found)
        if len(pages) >= 3 and pages == sorted(pages) and told >= 0.5 * len(rows):
            yield from rows


def _in_lines(
    blocks: Sequence[Block], entries: Sequence[_Entry | None], later: dict[str, int]
) -> Iterator[int]:
    """Untitled runs of lines: with dots and rising pages, or naming most of the headings that follow."""
    tops: list[int] | None = None
    run: list[_Entry] = []
    for at in range(len(blocks) + 1):
        entry = entries[at] if at < len(blocks) and blocks[at].table is None else None
        if entry is not None and ((entry.sure and entry.page is not None) or _names_later(entry, at, later)):
            run.append(entry)
            continue
        if len(run) >= 3:
            start = at - len(run)
            if _has_rising_pages(run):
                yield from range(start, at)
            elif len(run) >= 4 and start <= 0.4 * len(blocks) and _in_order_after(run, at, later):
                tops = _top_headings_from(blocks) if tops is None else tops
                told = tops[at] >= 3 and len(run) >= 0.6 * tops[at]
                if told or all(number_depth(e.number) for e in run):
                    yield from range(start, at)
        run = []


def _has_rising_pages(run: list[_Entry]) -> bool:
    pages = [e.page for e in run if e.sure and e.page is not None]
    return len(pages) >= 3 and pages == sorted(pages) and 2 * len(pages) >= len(run)


def _in_order_after(run: list[_Entry], end: int, later: dict[str, int]) -> bool:
    places = [later.get(e.key, -1) for e in run]
    return min(places) >= end and places == sorted(places)


def _top_headings_from(blocks: Sequence[Block]) -> list[int]:
    """For each place, how many headings of the highest level stand from there on."""
    counts = [0] * (len(blocks) + 1)
    top, count = 10, 0
    for at in range(len(blocks) - 1, -1, -1):
        if blocks[at].is_heading:
            level = blocks[at].level
            top, count = (level, 1) if level < top else (top, count + (level == top))
        counts[at] = count
    return counts
