"""Finds the order in which a page is read: columns one after the other, tables row by row.

The file's own order is mostly the reading order. What it does not say is which lines stand side by side:
as cells of a table row, or as columns of text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import pairwise

from policy_kit.quick import dataclass
from policy_kit.sources.pdf.lines import Line

_COLUMN_LINES = 5  # lines from which two things side by side are columns of text
_ROWS_APART = 1.35  # sizes between lines from which they may be two rows of a table
_MANY_ROWS = 6  # rows of two single lines each from which they may be columns read across


@dataclass(slots=True, eq=False)
class Chunk:
    """Lines below one another at one place of the page: a paragraph or two, a cell."""

    lines: list[Line]
    left: float
    right: float
    bottom: float
    top: float

    @classmethod
    def of(cls, line: Line) -> Chunk:
        return cls([line], min(line.start, line.left), line.right, line.bottom, line.top)

    def add(self, line: Line) -> None:
        self.lines.append(line)
        self.left = min(self.left, line.start, line.left)
        self.right = max(self.right, line.right)
        self.bottom = min(self.bottom, line.bottom)

    def takes(self, line: Line) -> bool:
        """Whether a line goes on below this chunk's last."""
        last = self.lines[-1]
        below = last.bottom - line.bottom > 0.4 * last.size
        near = last.bottom - line.top < 0.9 * max(last.size, line.size)
        alike = line.bold == last.bold and abs(line.size - last.size) < 0.8
        start = min(line.start, line.left)
        return below and near and alike and start > self.left - line.size and start < self.right

    def ends_above(self, line: Line, after: Line) -> bool:
        """Whether a line and the next are cells of a row below this chunk, which reaches over both."""
        return (
            abs(line.bottom - after.bottom) < 0.4 * line.size
            and line.right < after.left < self.right - line.size
        )

    def beside(self, other: Chunk) -> bool:
        """Whether two chunks stand side by side."""
        apart = self.left > other.right or other.left > self.right
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return apart and high > 0.4 * min(self.lines[0].size, other.lines[0].size)

    @property
    def stands_out(self) -> bool:
        return all(line.bold for line in self.lines)


@dataclass(slots=True, eq=False)
class Band:
    """What stands at one height: one chunk of running text, or the cells of a row from left to right."""

    chunks: list[Chunk] = field(default_factory=list)

    @property
    def is_row(self) -> bool:
        return len(self.chunks) > 1

    def cells(self) -> list[Chunk]:
        """The chunks gathered by column, from left to right."""
        out: list[Chunk] = []
        for chunk in sorted(self.chunks, key=lambda c: (c.left, -c.top)):
            if out and chunk.left < out[-1].right:
                for line in chunk.lines:
                    out[-1].lines.append(line)
                out[-1].right = max(out[-1].right, chunk.right)
            else:
                out.append(Chunk(list(chunk.lines), chunk.left, chunk.right, chunk.bottom, chunk.top))
        return out


def bands_of(lines: Sequence[Line]) -> list[Band]:
    """The bands of a page in reading order. Sets `column` of lines: text flows on only within one."""
    if _runs_down(lines):
        return [Band([Chunk(list(lines), 0.0, 0.0, 0.0, 0.0)])] if lines else []
    bands = [row for band in _banded(_chunks(lines)) for row in _rows_of(band)]
    bands = list(_without_columns(bands))
    bands = list(_read_down(bands))
    _number_columns(bands)
    return bands


def _runs_down(lines: Sequence[Line]) -> bool:
    """Whether each line stands below the one before, so that nothing stands side by side."""
    return all(a.bottom - b.bottom > 0.4 * b.size for a, b in pairwise(lines))


def _chunks(lines: Sequence[Line]) -> Iterator[Chunk]:
    chunk: Chunk | None = None
    for line, after in zip(lines, [*lines, None][1:], strict=True):
        if chunk is not None and chunk.takes(line) and not (after and chunk.ends_above(line, after)):
            chunk.add(line)
            continue
        if chunk is not None:
            yield chunk
        chunk = Chunk.of(line)
    if chunk is not None:
        yield chunk


def _banded(chunks: Iterator[Chunk]) -> list[Band]:
    bands: list[Band] = []
    for chunk in chunks:
        last = bands[-1] if bands else None
        if last is None or not any(chunk.beside(other) for other in last.chunks):
            bands.append(Band([chunk]))
            continue
        # A tall cell may stand beside several chunks of the cell before it.
        while len(bands) > 1 and not bands[-2].is_row and chunk.beside(bands[-2].chunks[0]):
            earlier = bands.pop(-2)
            last.chunks[:0] = earlier.chunks
        last.chunks.append(chunk)
    return bands


def _rows_of(band: Band) -> Iterator[Band]:
    """A band that is two rows, the upper of one cell: a label with nothing beside it, over the next label.

    Told by the distance, wider than between the lines of a cell, and by the cells beside that begin there.
    """
    for chunk in band.chunks if len(band.chunks) > 1 else ():
        others = [one for one in band.chunks if one is not chunk]
        for at in range(1, len(chunk.lines)):
            above, line = chunk.lines[at - 1], chunk.lines[at]
            apart = above.bottom - line.bottom > _ROWS_APART * line.size
            begins = all(abs(one.lines[0].bottom - line.bottom) < 0.4 * line.size for one in others)
            if apart and begins:
                upper, lower = _joined(chunk.lines[:at]), _joined(chunk.lines[at:])
                yield Band([upper])
                yield Band([lower if one is chunk else one for one in band.chunks])
                return
    yield band


def _joined(lines: Sequence[Line]) -> Chunk:
    chunk = Chunk.of(lines[0])
    for line in lines[1:]:
        chunk.add(line)
    return chunk


def _without_columns(bands: Sequence[Band]) -> Iterator[Band]:
    """Bands in which columns of text stand side by side become one band a chunk, in the file's order."""
    for band in bands:
        cells = band.cells() if band.is_row else []
        tall = sum(len(cell.lines) >= _COLUMN_LINES and _is_prose(cell.lines) for cell in cells)
        if len(cells) == 1 or tall >= 2:
            yield from (Band([chunk]) for chunk in band.chunks)
        else:
            yield band


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines run on from one to the next."""
    runs_on = sum(b.text[:1].islower() for b in lines[1:])
    return 2 * runs_on >= len(lines) - 1 > 0 and sum(len(line.text) for line in lines) > 25 * len(lines)


def _read_down(bands: Sequence[Band]) -> Iterator[Band]:
    """Columns whose lines the file has across the page, left and right by turns, are read down."""
    at = 0
    while at < len(bands):
        end = at
        while end < len(bands) and _is_line_pair(bands[end]) and _same_columns(bands[at], bands[end]):
            end += 1
        run = bands[at:end]
        sides = (
            [[line for band in run for line in band.cells()[side].lines] for side in (0, 1)] if run else []
        )
        if len(run) >= _MANY_ROWS and all(_is_prose(side) for side in sides):
            for side in sides:
                yield from (Band([chunk]) for chunk in _chunks(side))
        else:
            yield from run
        if end == at:
            yield bands[at]
            end += 1
        at = end


def _is_line_pair(band: Band) -> bool:
    return len(band.chunks) == 2 and all(len(chunk.lines) == 1 for chunk in band.chunks)


def _same_columns(first: Band, other: Band) -> bool:
    size = first.chunks[0].lines[0].size
    return all(abs(a.left - b.left) <= 2 * size for a, b in zip(first.cells(), other.cells(), strict=False))


def _number_columns(bands: Sequence[Band]) -> None:
    """Give the lines of running text a column: a new one where the text jumps up the page."""
    column = 0
    above: Chunk | None = None
    for band in bands:
        chunk = band.chunks[0]
        if above is not None and chunk.top > above.bottom + chunk.lines[0].size and not band.is_row:
            column += 1
        for one in band.chunks:
            for line in one.lines:
                line.column = column
        above = chunk
