"""Pairs two trees, in order, and writes down what turns the one into the other."""

from __future__ import annotations

from collections.abc import Sequence

from policy_kit.compare.in_step import Pairs, in_order
from policy_kit.compare.matching import match
from policy_kit.compare.redline import (
    Change,
    Delete,
    DeleteRow,
    DeleteTable,
    Insert,
    InsertRows,
    NewParagraph,
    NewRow,
    NewTable,
    Operation,
    Place,
    Plain,
)
from policy_kit.compare.tracking.trees import ComingRow, NewNode, OldNode, OldRow


def plan_between(old: Sequence[OldNode], new: Sequence[NewNode]) -> list[Operation]:
    """The operations that turn what stands in a text, cell or margin into what the new one holds.

    What is put in stands after what is taken out at the same place. What moved is taken out and put in:
    Word's own marks for moves are read by few other programs.
    """
    pairs = _paired(old, new)
    plan: list[Operation] = []
    for i, node in enumerate(old):
        if i in pairs:
            plan += _changed(node, new[pairs[i]])
        elif node.unit.table >= 0:
            plan.append(DeleteTable(node.unit.table))
        else:
            plan.append(Delete(node.unit.paragraph))
    plan += _put_in(old, new, pairs)
    return plan


def _paired(old: Sequence[OldNode], new: Sequence[NewNode]) -> Pairs:
    lines = [node.line for node in old], [node.line for node in new]
    found = match(*lines)
    for i, j in list(found.items()):
        if old[i].rows and not _rows_paired(old[i].rows, new[j].rows):
            del found[i]
    return in_order(found, [line.weight for line in lines[0]])


def _changed(node: OldNode, to: NewNode) -> list[Operation]:
    if node.unit.table >= 0:
        return _rows(node.rows, to.rows)
    content = to.content
    if isinstance(content, Plain) and node.look == to.look:
        if node.line.key == to.line.key:
            return []
        content = Plain(content.text)  # its look stays; only its words change
    return [Change(node.unit.paragraph, content)] if content is not None else []


def _put_in(old: Sequence[OldNode], new: Sequence[NewNode], pairs: Pairs) -> list[Operation]:
    back = {j: i for i, j in pairs.items()}
    plan: list[Operation] = []
    waiting: list[NewParagraph | NewTable] = []
    for j in range(len(new) + 1):
        if j < len(new) and j not in back:
            waiting.append(new[j].block)
        elif waiting:
            following = back[j] if j < len(new) else len(old)
            plan.append(Insert(_place(old, following), tuple(waiting)))
            waiting = []
    return plan


def _place(old: Sequence[OldNode], following: int) -> Place:
    """Before a node of the old file: after the one that stands before it, if there is one."""
    if following > 0:
        unit = old[following - 1].unit
        return Place(after_table=unit.table) if unit.table >= 0 else Place(after=unit.paragraph)
    unit = old[following].unit
    return Place(before_table=unit.table) if unit.table >= 0 else Place(before=unit.paragraph)


def _rows_paired(old: Sequence[OldRow], new: Sequence[ComingRow]) -> Pairs:
    lines = [row.line for row in old], [row.line for row in new]
    return in_order(match(*lines), [line.weight for line in lines[0]])


def _rows(old: Sequence[OldRow], new: Sequence[ComingRow]) -> list[Operation]:
    pairs = _rows_paired(old, new)
    plan: list[Operation] = []
    for i, row in enumerate(old):
        if i in pairs:
            for mine, theirs in zip(row.cells, new[pairs[i]].cells, strict=True):
                plan += plan_between(mine, theirs)
        else:
            plan.append(DeleteRow(row.row))
    return plan + _rows_put_in(old, new, pairs)


def _rows_put_in(old: Sequence[OldRow], new: Sequence[ComingRow], pairs: Pairs) -> list[Operation]:
    back = {j: i for i, j in pairs.items()}
    plan: list[Operation] = []
    waiting: list[NewRow] = []
    for j in range(len(new) + 1):
        if j < len(new) and j not in back:
            waiting.append(new[j].row)
        elif waiting:
            following = back[j] if j < len(new) else len(old)
            beside = {"after": old[following - 1].row} if following else {"before": old[0].row}
            plan.append(InsertRows(tuple(waiting), **beside))
            waiting = []
    return plan
