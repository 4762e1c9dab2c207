"""Takes rows of tables out and puts rows in."""

from __future__ import annotations

from lxml.etree import _Element

from policy_kit.compare.redline.carrying import own_paragraphs
from policy_kit.compare.redline.desk import Desk
from policy_kit.compare.redline.fields import open_simple_fields
from policy_kit.compare.redline.inline import delete_words, insert_words
from policy_kit.compare.redline.leaves import leaves_of
from policy_kit.compare.redline.making import plain_row, plain_table
from policy_kit.compare.redline.plan import InsertRows, NewRow, NewTable
from policy_kit.compare.redline.properties import mark_end
from policy_kit.sources.docx.names import W


def new_table(desk: Desk, block: NewTable, part: str) -> _Element:
    """A table to put in, all of it marked as inserted."""
    if block.source is not None:
        table = desk.carrier(block.source).table(block.table, part)
    else:
        table = plain_table(block.rows)
    for row in table.iter(W + "tr"):
        _mark_row(row, "ins", desk)
    _insert_all(table, desk)
    return table


def paragraphs_in(desk: Desk, rows: set[int]) -> set[int]:
    """The paragraphs that stand in rows, those of tables inside them included."""
    gone: set[int] = set()
    elements = {element: n for n, element in enumerate(desk.old.elements)}
    for row in rows:
        gone.update(elements[p] for p in own_paragraphs(desk.old.row_elements[row]) if p in elements)
    return gone


def part_of_row(desk: Desk, row: int) -> str:
    inside = desk.old.rows[row].paragraphs
    return desk.old.part_of[inside[0]] if inside else desk.old.package.main


def delete_row(desk: Desk, row: _Element, part: str) -> None:
    desk.parts.touch(part)
    for inner in row.iter(W + "tr"):
        _mark_row(inner, "del", desk)
    for paragraph in own_paragraphs(row):
        open_simple_fields(paragraph)
        delete_words(leaves_of(paragraph), desk.pen)
        mark_end(paragraph, "del", desk.pen)


def insert_rows(desk: Desk, operation: InsertRows) -> None:
    at = operation.after if operation.after is not None else operation.before
    if at is None or (operation.after is not None and operation.before is not None):
        raise ValueError("rows are put in after a row or before one")
    anchor = desk.old.row_elements[at]
    part = part_of_row(desk, at)
    made = [_new_row(desk, row, anchor, part) for row in operation.rows]
    for row in made if operation.before is not None else reversed(made):
        if operation.before is not None:
            anchor.addprevious(row)
        else:
            anchor.addnext(row)
    desk.parts.touch(part)


def _new_row(desk: Desk, new: NewRow, like: _Element, part: str) -> _Element:
    row = desk.carrier(new.source).row(new.row, part) if new.source else plain_row(like, new.cells)
    for inner in row.iter(W + "tr"):
        _mark_row(inner, "ins", desk)
    _insert_all(row, desk)
    return row


def _insert_all(node: _Element, desk: Desk) -> None:
    for paragraph in list(own_paragraphs(node)):
        insert_words(paragraph, desk.pen)
        mark_end(paragraph, "ins", desk.pen)


def _mark_row(row: _Element, kind: str, desk: Desk) -> None:
    properties = row.find(W + "trPr")
    if properties is None:
        properties = row.makeelement(W + "trPr")
        exception = row.find(W + "tblPrEx")
        if exception is not None:
            exception.addnext(properties)
        else:
            row.insert(0, properties)
    for former in properties.findall(W + "ins") + properties.findall(W + "del"):
        properties.remove(former)
    properties.append(desk.pen.mark(kind))
