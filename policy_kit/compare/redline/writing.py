"""Carries a plan out on a Word file."""

from __future__ import annotations

from collections.abc import Iterable

from policy_kit.compare.redline.desk import Desk
from policy_kit.compare.redline.notes import drop_unused
from policy_kit.compare.redline.paragraphs import Paragraphs
from policy_kit.compare.redline.plan import Copied, Operation
from policy_kit.compare.redline.rows import delete_row, insert_rows, paragraphs_in, part_of_row
from policy_kit.compare.redline.sorting import sort_plan


def carry_out(plan: Iterable[Operation], desk: Desk) -> None:
    """Do all that a plan says to the trees of the old file."""
    todo = sort_plan(plan, desk.old)
    for index, content in todo.changes.items():
        if isinstance(content, Copied):
            new = content.source.elements[content.paragraph]
            desk.lists.pair(desk.old.elements[index], content.source, new)
    gone = paragraphs_in(desk, todo.deleted_rows)
    paragraphs = Paragraphs(desk, todo)
    for chain in desk.old.chains:
        if not (chain.paragraphs and chain.paragraphs[0] in gone):
            paragraphs.chain(chain)
    for rows in todo.new_rows:
        insert_rows(desk, rows)
    for row in sorted(todo.deleted_rows):
        delete_row(desk, desk.old.row_elements[row], part_of_row(desk, row))
    drop_unused(desk.parts)
    for comment in todo.comments:
        at = comment.paragraph
        desk.remark(desk.old.elements[at], comment.remark, desk.old.part_of[at])
