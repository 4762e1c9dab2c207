"""Makes one row of the lines of a table row, where the file has them line by line across the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from policy_kit.sources.pdf.lines import Line

if TYPE_CHECKING:
    from policy_kit.sources.pdf.tables import TableRow

_ALIKE = 1.12  # of the narrowest distance between lines, up to which another is as narrow
_WIDER = 1.2  # of it, from which a distance parts rows


def whole_rows(rows: Sequence[TableRow]) -> list[TableRow]:
    """The rows of a table, with what goes on in the cells of the row above put back there.

    Told by the distance: narrow between the lines of a row, wide between rows. Where all lines stand as far
    apart, only a row without its first cell goes on, if nothing in it begins with a capital.
    """
    going_on = _going_on(rows)
    out: list[TableRow] = []
    for at, row in enumerate(rows):
        if at in going_on and out:
            for cell, more in zip(out[-1].cells, row.cells, strict=True):
                cell.extend(more)
        else:
            out.append(row)
    return out


def _going_on(rows: Sequence[TableRow]) -> set[int]:
    downs = {at: _down(above, row) for at, (above, row) in enumerate(pairwise(rows), 1)}
    narrow = min((d for d in [*downs.values(), *_inside(rows)] if d > 0), default=0.0)
    close = {at for at, down in downs.items() if 0 < down <= _ALIKE * narrow}
    small = {at for at in close if any(cell and _is_small(cell[0]) for cell in rows[at].cells)}
    if any(down > _WIDER * narrow for down in downs.values()) and 2 * len(small) >= len(close):
        return close
    return {at for at in small if not rows[at].cells[0] and all(_is_small(c[0]) for c in rows[at].cells if c)}


def _down(above: TableRow, row: TableRow) -> float:
    """How far the first line of a row stands below the last of the row above; 0 if on another page."""
    last = min((line for cell in above.cells for line in cell), key=lambda line: line.bottom)
    first = max((cell[0] for cell in row.cells if cell), key=lambda line: line.bottom)
    return last.bottom - first.bottom if last.page == first.page else 0.0


def _inside(rows: Sequence[TableRow]) -> Iterator[float]:
    """How far the lines within cells stand apart."""
    for row in rows:
        for cell in row.cells:
            yield from (above.bottom - line.bottom for above, line in pairwise(cell))


def _is_small(line: Line) -> bool:
    return line.text[:1].islower()
