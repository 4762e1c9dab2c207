"""Reads a whole PDF: pages to lines, lines to paragraphs, and what could not be read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.digests import sha256
from policy_kit.model import Comment, Document, Location, NotChecked, Part
from policy_kit.sources import limits
from policy_kit.sources.assembling import too_many_blocks
from policy_kit.sources.joining import Joiner
from policy_kit.sources.pdf.annotations import attached_files
from policy_kit.sources.pdf.blocks import Blocks
from policy_kit.sources.pdf.bookmarks import read_bookmarks
from policy_kit.sources.pdf.layout import bands_of
from policy_kit.sources.pdf.lines import Line
from policy_kit.sources.pdf.opening import opened
from policy_kit.sources.pdf.pages import Page, read_pages
from policy_kit.sources.pdf.paragraphs import Measures, paragraphs_of
from policy_kit.sources.pdf.tables import Item, TableRow, items_of
from policy_kit.sources.running import running_edges

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_SCAN = 0.5  # of a page that a picture covers to be called a scan, if the page has no text, or page-sized
_FEW_CHARACTERS = 20
_LARGER = 1.3  # times the usual size of a running line: a title that says the same
_PROPERTIES = (
    ("Title", "title"),
    ("Subject", "subject"),
    ("Author", "author"),
    ("CreationDate", "created"),
    ("ModDate", "modified"),
    ("Keywords", "keywords"),
    ("Creator", "application"),
    ("Producer", "producer"),
)


def read_whole(path: Path, data: bytes) -> Document:
    """Read a PDF. Raises UnreadableFile, in one line, if it cannot be read."""
    with opened(path, data) as document:
        pages = []
        lines = 0
        for page in read_pages(document):
            pages.append(page)
            lines += len(page.lines)
            if lines > 8 * limits.MAX_BLOCKS:
                raise too_many_blocks(path)
        bookmarks = read_bookmarks(document)
        properties = tuple(_properties(document))
        attached = attached_files(document)
    margins = _take_margins(pages)
    blocks = Blocks(Joiner(lambda: _all_text(pages)), {p.number: p.links for p in pages if p.links})
    _add_text(blocks, pages)
    for part, text in margins:
        blocks.margin(text, part)
    if len(blocks.made) > limits.MAX_BLOCKS:
        raise too_many_blocks(path)
    return Document(
        path=str(path),
        format="pdf",
        sha256=sha256(data).hexdigest(),
        blocks=blocks.finished(bookmarks),
        properties=properties,
        comments=tuple(
            Comment(one.author, one.text, Location(page=one.page)) for page in pages for one in page.comments
        ),
        not_checked=(*_not_checked(pages), *map(_attached, attached)),
    )


def _all_text(pages: Sequence[Page]) -> str:
    return "\n".join(line.text for page in pages for line in page.lines)


def _take_margins(pages: Sequence[Page]) -> list[tuple[Part, str]]:
    """Take running headers, footers and page numbers out of the pages; each comes back once."""
    ordered = [sorted(page.lines, key=lambda line: (-round(line.bottom), line.left)) for page in pages]
    edges = running_edges([[line.text for line in lines] for lines in ordered])
    sizes: dict[str, list[float]] = defaultdict(list)
    for lines, edge in zip(ordered, edges, strict=True):
        for line in (*lines[: edge.top], *lines[len(lines) - edge.bottom :]):
            sizes[_like(line)].append(line.size)
    usual = {key: sorted(some)[len(some) // 2] for key, some in sizes.items()}
    seen: set[tuple[Part, str]] = set()
    found: list[tuple[Part, str]] = []
    for page, lines, edge in zip(pages, ordered, edges, strict=True):
        top = list(takewhile(lambda line: _is_margin(line, usual), lines[: edge.top]))
        bottom = list(
            takewhile(lambda line: _is_margin(line, usual), reversed(lines[len(lines) - edge.bottom :]))
        )
        taken = {id(line) for line in (*top, *bottom)}
        if taken:
            page.lines = [line for line in page.lines if id(line) not in taken]
        for part, some in ((Part.HEADER, top), (Part.FOOTER, bottom)):
            for line in some if part is Part.HEADER else reversed(some):
                key = (part, _like(line))
                if line.text and key not in seen:
                    seen.add(key)
                    found.append((part, line.text))
    return sorted(found, key=lambda one: one[0] is Part.FOOTER)


def _like(line: Line) -> str:
    """What running lines of two pages have in common: their text, numbers aside."""
    return re.sub(r"\d+", "#", line.text)


def _is_margin(line: Line, usual: Mapping[str, float]) -> bool:
    """Whether a line is no larger than its like on other pages: a cover may say the same as the title."""
    return line.size < _LARGER * usual[_like(line)]


def _add_text(blocks: Blocks, pages: Sequence[Page]) -> None:
    items: list[Item] = []
    table = 0
    for page in pages:
        for item in items_of(bands_of(page.lines), table):
            items.append(item)
            table = item.table + 1 if isinstance(item, TableRow) else table
    measures = Measures([item for item in items if isinstance(item, Line)])
    for run in _runs(items):
        if isinstance(run, list):
            for paragraph in paragraphs_of(run, measures):
                blocks.paragraph(paragraph)
        else:
            blocks.row(run)


def _runs(items: Sequence[Item]) -> Iterator[list[Line] | TableRow]:
    """Running lines together, rows one by one."""
    lines: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
            continue
        if lines:
            yield lines
            lines = []
        yield item
    if lines:
        yield lines


def _properties(document: PdfDocument) -> Iterator[tuple[str, str]]:
    found = document.get_metadata_dict(skip_empty=True)
    for key, name in _PROPERTIES:
        if value := " ".join(str(found.get(key, "")).split()):
            yield name, value


def _not_checked(pages: Sequence[Page]) -> Iterator[NotChecked]:
    """What could not be read: scans together, other pictures and damaged pages one by one."""
    scans = [p.number for p in pages if p.characters < _FEW_CHARACTERS and p.picture >= _SCAN]
    if scans:
        are = "is a picture" if len(scans) == 1 else "are pictures"
        reason = (
            f"{_pages(scans)} of {len(pages)} {are} of text (a scan), which cannot be read; use the Word "
            "file it was made from, or have the text recognised (OCR)"
        )
        yield NotChecked(
            "scanned pages" if len(scans) > 1 else "scanned page", reason, Location(page=scans[0])
        )
    told = 0
    for page in pages:
        if page.failed:
            reason = f"page {page.number} was not read: {page.failed}; save the policy as a PDF again"
            yield NotChecked("page", reason, Location(page=page.number))
        elif page.picture and page.number not in scans and told < limits.MAX_NOT_CHECKED:
            told += 1
            reason = f"a picture covers {page.picture:.0%} of page {page.number}; words in it were not read"
            what = "page-sized picture" if page.picture >= _SCAN else "picture"
            yield NotChecked(what, reason, Location(page=page.number))


def _attached(name: str) -> NotChecked:
    return NotChecked(
        "attached file",
        f'the file "{name[:120]}" hangs on this PDF and was not read; save it and use it alone',
    )


def _pages(numbers: Sequence[int]) -> str:
    """Page numbers for people: "page 3", "pages 2 to 4 and 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    listed = ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else shown[0]
    return f"page{'s' if len(numbers) > 1 else ''} {listed}"
