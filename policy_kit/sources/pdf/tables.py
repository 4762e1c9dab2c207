"""Turns rows of cells that follow one another into tables with columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_kit.quick import dataclass
from policy_kit.sources.pdf.layout import Band, Chunk
from policy_kit.sources.pdf.lines import Line
from policy_kit.sources.pdf.wrapped import whole_rows

_FEWEST_ROWS = 2
_CELL_LINES = 4  # of a row with one cell filled
_NEXT_LINE = 1.35  # sizes between the lines of a cell


@dataclass(slots=True, eq=False)
class TableRow:
    """One row: the lines of each cell, [] where a column is empty. header: bold above rows that are not."""

    cells: list[list[Line]]
    table: int
    first: Line
    header: bool = False

    @property
    def bold(self) -> bool:
        return all(line.bold for cell in self.cells for line in cell)


Item = Line | TableRow


def items_of(bands: Sequence[Band], first_table: int) -> Iterator[Item]:
    """Running lines and table rows in reading order. first_table: the number of the first table."""
    at = 0
    table = first_table
    while at < len(bands):
        run = _table_run(bands, at)
        if sum(band.is_row for band in run) >= _FEWEST_ROWS:
            columns = _columns(run)
            rows = whole_rows([_row(band, columns, table) for band in run])
            rows[0].header = len(rows) > 1 and rows[0].bold and all(rows[0].cells) and not rows[1].bold
            yield from rows
            table += 1
            at += len(run)
            continue
        yield from _lines(bands[at])
        at += 1


def _lines(band: Band) -> Iterator[Line]:
    """A band that is no table row: what stands side by side on one line is one line again."""
    cells = band.cells()
    if band.is_row and all(len(cell.lines) == 1 for cell in cells):
        first = cells[0].lines[0]
        first.text = " ".join(cell.lines[0].text for cell in cells)
        first.right = cells[-1].right
        first.bold = all(cell.lines[0].bold for cell in cells)
        yield first
        return
    for chunk in band.chunks:
        yield from chunk.lines


def _table_run(bands: Sequence[Band], start: int) -> list[Band]:
    """The bands from a row on that make one table, with those between rows that fill one cell."""
    run: list[Band] = []
    single: list[Band] = []
    for band in bands[start:]:
        if band.is_row:
            if run and not _aligned(run[0], band):
                break
            run.extend([*single, band])
            single = []
        elif run and _goes_on_in_cell([*run, *single], band.chunks[0]):
            run.extend([*single, band])
            single = []
        elif run and len(single) < 6 and _fills_one_cell(run, band.chunks[0]):
            single.append(band)
        else:
            break
    return run


def _goes_on_in_cell(run: Sequence[Band], chunk: Chunk) -> bool:
    """Whether a chunk stands right under one cell of the rows above, as that cell's next lines."""
    first = chunk.lines[0]
    above = min((line for one in run[-1].chunks for line in one.lines), key=lambda line: line.bottom)
    if above.page != first.page or not 0 < above.bottom - first.bottom <= _NEXT_LINE * first.size:
        return False
    lefts = sorted({cell.left for band in run if band.is_row for cell in band.cells()})
    under = [left for left in lefts if abs(left - chunk.left) <= first.size / 2]
    beyond = [left for left in lefts if left > chunk.left + first.size]
    if not under or (beyond and chunk.right >= beyond[0]):
        return False
    return abs(under[0] - lefts[0]) > first.size or first.text[:1].islower()


def _aligned(first: Band, band: Band) -> bool:
    """Whether two rows share a column besides the first."""
    size = first.chunks[0].lines[0].size
    lefts = [cell.left for cell in first.cells()]
    rights = [cell.right for cell in first.cells()]
    mine = band.cells()
    starts = any(abs(cell.left - left) <= 1.5 * size for cell in mine[1:] for left in lefts[1:])
    ends = any(abs(cell.right - right) <= 1.5 * size for cell in mine[1:] for right in rights[1:])
    middles = any(
        abs(cell.left + cell.right - left - right) <= 3 * size
        for cell in mine[1:]
        for left, right in zip(lefts[1:], rights[1:], strict=True)
    )
    return starts or ends or middles


def _fills_one_cell(run: Sequence[Band], chunk: Chunk) -> bool:
    """Whether a chunk of running text may be a row of which only the first column is filled."""
    cells = run[-1].cells() if run[-1].is_row else []
    if not cells or len(chunk.lines) > _CELL_LINES or (chunk.stands_out and not run[-1].chunks[0].stands_out):
        return False
    return abs(chunk.left - cells[0].left) <= chunk.lines[0].size and chunk.right < cells[1].left


def _columns(run: Sequence[Band]) -> list[float]:
    """Where the columns of a table begin."""
    spans = sorted((cell.left, cell.right) for band in run for cell in band.cells() if band.is_row)
    out: list[float] = []
    end = float("-inf")
    for left, right in spans:
        if left > end:
            out.append(left)
            end = right
        else:
            end = max(end, right)
    return out


def _row(band: Band, columns: Sequence[float], table: int) -> TableRow:
    cells: list[list[Line]] = [[] for _ in columns]
    for cell in band.cells():
        at = sum(left <= cell.left + 1 for left in columns) - 1
        cells[max(at, 0)].extend(cell.lines)
    return TableRow(cells, table, next(line for cell in cells for line in cell))
