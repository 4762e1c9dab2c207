"""Sorts a plan by what its operations are about, and each chain of paragraphs with what comes between
them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import field

from policy_kit.compare.redline.plan import (
    Change,
    Comment,
    Content,
    Copied,
    Delete,
    DeleteRow,
    DeleteTable,
    Insert,
    InsertRows,
    NewParagraph,
    NewTable,
    Operation,
)
from policy_kit.compare.redline.reading import WordText
from policy_kit.compare.redline.structure import Chain
from policy_kit.quick import dataclass

Block = NewParagraph | NewTable


@dataclass
class Sorted:
    """A plan's operations by what they are about."""

    changes: dict[int, Content] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    after: dict[int, list[Block]] = field(default_factory=lambda: defaultdict(list))
    before: dict[int, list[Block]] = field(default_factory=lambda: defaultdict(list))
    after_table: dict[int, list[Block]] = field(default_factory=lambda: defaultdict(list))
    before_table: dict[int, list[Block]] = field(default_factory=lambda: defaultdict(list))
    deleted_rows: set[int] = field(default_factory=set)
    new_rows: list[InsertRows] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


def sort_plan(plan: Iterable[Operation], old: WordText) -> Sorted:
    """Sort a plan. Raises ValueError if a paragraph is both changed and deleted, or a place is not one
    place."""
    out = Sorted()
    for operation in plan:
        match operation:
            case Change(paragraph, to):
                out.changes[paragraph] = to
            case Delete(paragraph):
                out.deleted.add(paragraph)
            case Insert(at, blocks):
                _place(out, at.after, at.before, at.after_table, at.before_table).extend(blocks)
            case DeleteRow(row):
                out.deleted_rows.add(row)
            case DeleteTable(table):
                out.deleted_rows.update(old.tables[table].rows)
            case InsertRows():
                out.new_rows.append(operation)
            case Comment():
                out.comments.append(operation)
    if out.deleted & out.changes.keys():
        raise ValueError(f"paragraphs both changed and deleted: {sorted(out.deleted & out.changes.keys())}")
    return out


def _place(
    out: Sorted, after: int | None, before: int | None, after_table: int | None, before_table: int | None
) -> list[Block]:
    given = [
        where[at]
        for where, at in (
            (out.after, after), (out.before, before), (out.after_table, after_table),
            (out.before_table, before_table),
        )
        if at is not None
    ]  # fmt: skip
    if len(given) != 1:
        raise ValueError("a place to put something in is one of: after, before, after_table, before_table")
    return given[0]


@dataclass(slots=True)
class Item:
    """One thing of a chain as planned: a paragraph of the old file, or something new."""

    old: int | None = None
    new: Block | None = None


def items_of(chain: Chain, todo: Sorted) -> list[Item]:
    """A chain's paragraphs in order, with what is put in between them."""
    items: list[Item] = []
    if chain.after_table is not None:
        items.extend(Item(new=block) for block in todo.after_table.pop(chain.after_table, ()))
    for index in chain.paragraphs:
        items.extend(Item(new=block) for block in todo.before.get(index, ()))
        items.append(Item(old=index))
        items.extend(Item(new=block) for block in todo.after.get(index, ()))
    if chain.before_table is not None:
        items.extend(Item(new=block) for block in todo.before_table.pop(chain.before_table, ()))
    return items


def segments_of(items: Iterable[Item]) -> Iterator[list[Item]]:
    """A chain's items in pieces, each but the last ending with a table that is put in."""
    segment: list[Item] = []
    for item in items:
        segment.append(item)
        if isinstance(item.new, NewTable):
            yield segment
            segment = []
    yield segment


def close_end(segments: list[list[Item]], todo: Sorted, old: WordText) -> None:
    """Let a text that ends with what is put in after a new table end with a paragraph of the old file all the
    same: the last one moves behind the table and turns into what comes there; if it stays, a copy stands for
    it."""
    if len(segments) < 2 or any(item.old is not None for item in segments[-1]):
        return
    if not any(isinstance(item.new, NewParagraph) for item in segments[-1]):
        return
    place = next(
        (s, n) for s in range(len(segments) - 2, -1, -1) for n in range(len(segments[s]) - 1, -1, -1)
        if segments[s][n].old is not None
    )  # fmt: skip
    segment, at = segments[place[0]], place[1]
    last = segment[at]
    assert last.old is not None  # noqa: S101
    if last.old in todo.deleted:
        del segment[at]
    else:
        content = todo.changes.pop(last.old, Copied(old, last.old))
        segment[at] = Item(new=NewParagraph(content))
        todo.deleted.add(last.old)
    segments[-1].append(last)


def pair_last(segment: list[Item], todo: Sorted) -> None:
    """Where a segment ends with paragraphs that go and some that come, let the last of each be one that
    changes."""
    tail = len(segment)
    while tail and (segment[tail - 1].old is None or segment[tail - 1].old in todo.deleted):
        tail -= 1
    going = [n for n in range(tail, len(segment)) if segment[n].old is not None]
    coming = [n for n in range(tail, len(segment)) if isinstance(segment[n].new, NewParagraph)]
    if not going or not coming:
        return
    goes, comes = segment[going[-1]], segment[coming[-1]]
    assert goes.old is not None  # noqa: S101
    assert isinstance(comes.new, NewParagraph)  # noqa: S101
    todo.deleted.discard(goes.old)
    todo.changes[goes.old] = comes.new.content
    todo.comments.extend(Comment(goes.old, remark) for remark in comes.new.remarks)
    segment.remove(comes)
    segment.remove(goes)
    segment.insert(len(segment) - (1 if segment and isinstance(segment[-1].new, NewTable) else 0), goes)
