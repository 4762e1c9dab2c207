"""What a renewal is made of: the parts of a policy on each side, and what came of merging them."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; place: where the side it is from keeps it."""

    cells: tuple[str, ...]
    place: int = -1


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading, paragraph, list item or table of one side.

    level: of a heading, from 1, and of a list item, from 0; place: where its side keeps it, as whoever
    made the unit counts.
    """

    kind: str
    text: str
    style: str = ""
    level: int = 0
    rows: tuple[Row, ...] = ()
    place: int = -1

    @property
    def is_table(self) -> bool:
        return self.kind == "table"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the highest level with all that stands under it; key: what tells it from the others."""

    key: str
    heading: str
    units: tuple[Unit, ...]
    section: str = ""


class Outcome(StrEnum):
    """What a merge made of one text."""

    SAME = "same"  # neither side changed it, or both in the same way
    KEPT = "kept"  # the school's edit
    TAKEN = "taken"  # the template's change
    MERGED = "merged"  # both, in different sentences
    CONFLICT = "conflict"  # both, in one sentence: both stand
    DROPPED = "dropped"  # the school took it out, and it stays out


@dataclass(frozen=True, slots=True)
class Conflict:
    """A sentence that both sides changed, or one took out and the other changed ('' for none)."""

    base: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A fact that follows the profile although the file said something else."""

    field: str
    yours: str
    profile: str


@dataclass(frozen=True, slots=True)
class MergedText:
    """One text after the merge; at a conflict `text` holds both, the school's first."""

    text: str
    outcome: Outcome
    conflicts: tuple[Conflict, ...] = ()
    followed: tuple[Followed, ...] = ()


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A row after the merge, with the rows it came of; no merged cells if the row is taken out."""

    base: Row | None
    mine: Row | None
    theirs: Row | None
    cells: tuple[MergedText, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class MergedUnit:
    """A unit after the merge, with the units it came of.

    stands: whether it is in the result; merged: its text (of a table: none); rows: those of a table.
    """

    base: Unit | None
    mine: Unit | None
    theirs: Unit | None
    stands: bool
    outcome: Outcome
    merged: MergedText | None = None
    rows: tuple[MergedRow, ...] = ()

    @property
    def told(self) -> Unit:
        """The unit to tell this one by: the side's that has it, the school's first."""
        found = self.mine or self.theirs or self.base
        if found is None:
            raise ValueError("a merged unit comes of at least one side")
        return found

    @property
    def texts(self) -> tuple[MergedText, ...]:
        """Its merged texts: one, or one for each cell of a table."""
        if self.merged is not None:
            return (self.merged,)
        return tuple(cell for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class MergedChapter:
    """A chapter after the merge; stands: whether it is in the result."""

    base: Chapter | None
    mine: Chapter | None
    theirs: Chapter | None
    units: tuple[MergedUnit, ...]
    stands: bool
    outcome: Outcome

    @property
    def heading(self) -> str:
        found = self.mine or self.theirs or self.base
        return found.heading if found else ""

    @property
    def section(self) -> str:
        return next((c.section for c in (self.theirs, self.base, self.mine) if c and c.section), "")


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of the profile as the policy words it: last year and this year, the same if unchanged."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Merged:
    """A whole policy after the merge, in order; what was taken out is in it too, and does not stand."""

    chapters: tuple[MergedChapter, ...]
    notes: tuple[str, ...] = field(default=())
