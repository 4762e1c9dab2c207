"""Writes what changed into the old Word file as tracked changes, so that accepting all of them gives the new
text and rejecting all of them the old one, exactly.

    old = read_word(data, "policy.docx")      # its paragraphs, rows and tables, by number
    new = read_word(other, "new.docx")
    plan = [
        Change(4, Copied(new, 5)),                        # word by word; also its style and list, if they
        differ Change(6, Plain("Ms Khan leads on this.")),       # words alone: keeps its style, look and
        list Delete(7), Insert(Place(after=8), (NewParagraph(Copied(new, 9)), NewParagraph(Plain("A bullet",
        like=8)))), DeleteRow(3), InsertRows((NewRow(cells=("Head", "Ms Khan")),), after=2), Comment(4,
        Remark(("Why", "The guidance of 2026 asks for it."), words="filtering")), *conflict(12, Copied(new,
        14), ("Both sides changed this", "Yours: … Ours: …")),
    ]
    result = redline(data, plan, author="policy-kit", date=day, label="policy.docx")
    result.data                                           # the bytes of a Word file; the same inputs, the
    same bytes

What a plan leaves out stays as it is. Text is exact: `WordParagraph.text` holds tabs, line breaks and one
OBJECT for each picture or note's sign, and a copied paragraph becomes just what it is in its own file.

- The file's own tracked changes count as accepted, before anything is marked: marks of several authors on
  the same
  words cannot be told apart when all are accepted or rejected. `result.accepted` says how many there were;
  tell it.
- Its comments, bookmarks, pictures, fields, notes and controls stay. A field changes as a whole or not at
  all.
- Of what is copied from another file, fields come as the words they show; charts, diagrams and embedded
  sheets
  do not come, which `result.told` says.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import count

from policy_kit.compare.redline.leaves import OBJECT
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
    NewRow,
    NewTable,
    Operation,
    Place,
    Plain,
    Remark,
    conflict,
)
from policy_kit.compare.redline.reading import WordText, read_word
from policy_kit.compare.redline.structure import WordParagraph, WordRow, WordTable
from policy_kit.quick import dataclass

__all__ = [
    "OBJECT", "Change", "Comment", "Content", "Copied", "Delete", "DeleteRow", "DeleteTable", "Insert",
    "InsertRows",
    "NewParagraph", "NewRow", "NewTable", "Operation", "Place", "Plain", "Redlined", "Remark",
    "WordParagraph",
    "WordRow", "WordTable", "WordText", "conflict", "read_word", "redline",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redline. accepted: the tracked changes that the old file held; told: what a person must do by
    hand."""

    data: bytes
    accepted: int = 0
    told: tuple[str, ...] = ()


def redline(
    data: bytes, plan: Iterable[Operation], *, author: str, date: datetime.date, label: str = "the old file"
) -> Redlined:
    """The old Word file with a plan's operations as tracked changes in this author's name, dated this day.

    data: the old file, the very bytes whose `read_word` gave the plan its numbers; label names it in
    messages. Raises UnreadableFile if it is no Word file, PolicyKitError if a plan names a style that it has
    not, ValueError if a plan contradicts itself (a paragraph both changed and deleted).
    """
    from policy_kit.compare.redline.desk import Desk
    from policy_kit.compare.redline.parts import Parts
    from policy_kit.compare.redline.pen import Pen
    from policy_kit.compare.redline.remarks import Remarks, numbered_from, with_remarks
    from policy_kit.compare.redline.writing import carry_out

    old = read_word(data, label)
    when = f"{date.isoformat()}T00:00:00Z"
    remarks = Remarks(numbered_from(data, label), author, [])
    parts = Parts(old)
    desk = Desk(old, parts, Pen(author, when, count(parts.first_free_number())), remarks)
    carry_out(plan, desk)
    written = with_remarks(parts.saved(), label, remarks, when)
    return Redlined(written, old.accepted, tuple(dict.fromkeys(desk.told)))
