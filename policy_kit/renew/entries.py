"""What a renewal did, thing by thing: what a report tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from policy_kit.quick import dataclass
from policy_kit.renew.model import Merged, MergedChapter, MergedRow, MergedText, MergedUnit, Outcome
from policy_kit.renew.texts import plain


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing. kind: conflict, followed, kept, merged, taken, dropped or removed.

    heading: the chapter it is in; base, mine, theirs: the words of each side, '' where it has none; result:
    the words that stand; why: the template's reason, if known.
    kept: the school's edit stands; merged: both sides' edits stand; taken: the template's; dropped: what the
    school took out stays out; removed: what the template gave up goes; followed: the profile was followed
    where the file said something else.
    """

    kind: str
    heading: str
    section: str
    base: str = ""
    mine: str = ""
    theirs: str = ""
    result: str = ""
    why: str = ""
    whole: bool = False  # a whole chapter


Reason = Callable[[str, str, str], str]
"""Why the template changed a text: section, the old words, the new words -> a sentence, or ''."""


@dataclass(frozen=True, slots=True)
class _Where:
    """Where a unit is: the headings above it, and the section of the standard."""

    heading: str
    section: str


def entries(merged: Merged, reason: Reason) -> tuple[Entry, ...]:
    """All that differs from the school's file or from the template, in the order of the result."""
    return tuple(entry for chapter in merged.chapters for entry in _of_chapter(chapter, reason))


def _of_chapter(chapter: MergedChapter, reason: Reason) -> Iterator[Entry]:
    here = _Where(plain(chapter.heading), chapter.section)
    if chapter.base is None or chapter.mine is None or chapter.theirs is None:
        yield _whole(chapter, here)
        if chapter.outcome is not Outcome.CONFLICT:
            return
    for unit in chapter.units:
        if unit.told.kind == "heading" and unit.stands and plain(unit.told.text) != here.heading:
            path = f"{plain(chapter.heading)} › {plain(unit.told.text)}".removeprefix(" › ")
            here = _Where(path, chapter.section)
        yield from _of_unit(unit, here, reason)


_WHOLE = {Outcome.KEPT: "kept", Outcome.DROPPED: "dropped", Outcome.TAKEN: "taken"}


def _whole(chapter: MergedChapter, here: _Where) -> Entry:
    kind = _WHOLE.get(chapter.outcome, "kept" if chapter.mine else "taken")
    if chapter.outcome is Outcome.TAKEN and not chapter.stands:
        kind = "removed"
    return Entry(kind, here.heading, here.section, whole=True)


def _of_unit(unit: MergedUnit, here: _Where, reason: Reason) -> Iterator[Entry]:
    if not unit.stands:
        yield from _gone(unit.outcome, unit.told.text, here)
    elif unit.rows:
        for row in unit.rows:
            yield from _of_row(row, here, reason)
    elif unit.merged is not None:
        sides = [plain(side.text) if side else "" for side in (unit.base, unit.mine, unit.theirs)]
        yield from _of_text(unit.merged, sides, here, reason)


def _of_row(row: MergedRow, here: _Where, reason: Reason) -> Iterator[Entry]:
    sides = [plain(" | ".join(side.cells)) if side else "" for side in (row.base, row.mine, row.theirs)]
    if not row.cells:
        yield from _gone(row.outcome, sides[0] or sides[1], here)
        return
    text = MergedText(
        " | ".join(cell.text for cell in row.cells),
        row.outcome,
        tuple(conflict for cell in row.cells for conflict in cell.conflicts),
        tuple(followed for cell in row.cells for followed in cell.followed),
    )
    yield from _of_text(text, sides, here, reason)


def _gone(outcome: Outcome, text: str, here: _Where) -> Iterator[Entry]:
    kind = {Outcome.DROPPED: "dropped", Outcome.TAKEN: "removed"}.get(outcome)
    if kind:
        yield Entry(kind, here.heading, here.section, base=plain(text))


_KINDS = {Outcome.KEPT: "kept", Outcome.TAKEN: "taken", Outcome.MERGED: "merged"}


def _of_text(text: MergedText, sides: list[str], here: _Where, reason: Reason) -> Iterator[Entry]:
    where, result = (here.heading, here.section), plain(text.text)
    for conflict in text.conflicts:
        why = reason(here.section, conflict.base, conflict.theirs) if conflict.theirs else ""
        yield Entry("conflict", *where, conflict.base, conflict.mine, conflict.theirs, result, why)
    for followed in text.followed:
        yield Entry("followed", *where, followed.field, followed.yours, followed.profile, result)
    kind = _KINDS.get(text.outcome)
    if kind and not text.followed:
        base, mine, theirs = sides
        why = reason(here.section, base, theirs) if kind != "kept" else ""
        yield Entry(kind, *where, base, mine, theirs, result, why)
