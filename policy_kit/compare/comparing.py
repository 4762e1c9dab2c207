"""The comparison: read, recognise, cut into sections, pair, tell. It only wires; each step has its own
room."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from policy_kit.changes import (
    Changes,
    ComparedFile,
    Heading,
    PassageChange,
    PassageFate,
    SectionChange,
    SectionFate,
)
from policy_kit.compare.in_step import in_order
from policy_kit.compare.matching import match
from policy_kit.compare.passages import Passages
from policy_kit.compare.sectioning import Cut, Group, Section, cut, group, with_headings
from policy_kit.compare.substance import changed_in_substance
from policy_kit.guidance import load_register
from policy_kit.model import Document, Location, Policy
from policy_kit.sections import recognise
from policy_kit.sources import read
from policy_kit.standard import load_standard


def compare_policies(
    old: Path | str, new: Path | str, on: datetime.date, standard: str = "online-safety"
) -> Changes:
    """What changed from one policy file to another, for a day.

    Raises UnreadableFile if a file cannot be read, InvalidStandard if there is no such standard.
    """
    return compare_documents(read(Path(old)), read(Path(new)), on, standard)


def compare_documents(
    old: Document, new: Document, on: datetime.date, standard: str = "online-safety"
) -> Changes:
    """What changed from one document to another, both as a reader yields them."""
    register, known = load_register(), load_standard(standard)
    before, after = (cut(recognise(document, known, register, on)) for document in (old, new))
    pairs = match(before.lines, after.lines)
    groups = group(before, after, pairs)
    pairs = with_headings(groups, before, after, pairs)
    passages = Passages(before, after, pairs)
    moved = _moved(groups, before)
    sections = tuple(
        _section(before, after, g, passages.of(g), moved=n in moved) for n, g in enumerate(groups)
    )
    return Changes(
        on=on,
        old=_file(before.policy),
        new=_file(after.policy),
        substance=changed_in_substance(before, after, pairs, register),
        sections=tuple(s for s in sections if s.passages),
        notes=_notes(before.policy, after.policy),
    )


def _moved(groups: Sequence[Group], old: Cut) -> set[int]:
    """The groups that stand out of order: the fewest words that need to have moved."""
    places = {n: g.old[0] for n, g in enumerate(groups) if g.old and g.new}
    weights = [sum(old.sections[i].words for i in g.old) + 1 for g in groups]
    return places.keys() - in_order(places, weights).keys()


def _section(
    old: Cut, new: Cut, one: Group, passages: tuple[PassageChange, ...], *, moved: bool
) -> SectionChange:
    mine, theirs = [old.sections[i] for i in one.old], [new.sections[j] for j in one.new]
    names = {s.name for s in mine}, {s.name for s in theirs}
    ids = dict.fromkeys(i for s in (*theirs, *mine) for i in s.ids)
    return SectionChange(
        fate=_fate(one, passages),
        old=tuple(_heading(old, s) for s in mine),
        new=tuple(_heading(new, s) for s in theirs),
        passages=passages,
        standard_ids=tuple(ids),
        moved=moved,
        renamed=len(mine) == len(theirs) == 1 and names[0] != names[1],
    )


def _fate(one: Group, passages: Sequence[PassageChange]) -> SectionFate:
    if not one.old:
        return SectionFate.ADDED
    if not one.new:
        return SectionFate.REMOVED
    if len(one.new) > len(one.old):
        return SectionFate.SPLIT
    if len(one.old) > 1:
        return SectionFate.MERGED
    same = all(p.fate is PassageFate.SAME or (p.new and p.new.kind == "heading") for p in passages)
    return SectionFate.SAME if same else SectionFate.CHANGED


def _heading(cut_: Cut, section: Section) -> Heading:
    block = section.heading
    if block is None:
        first = cut_.blocks[section.blocks[0]] if section.blocks else None
        return Heading(section.title, 0, cut_.policy.location(first) if first else Location())
    return Heading(section.title, block.level, cut_.policy.location(block))


def _file(policy: Policy) -> ComparedFile:
    document = policy.document
    return ComparedFile(
        document.path, document.format, document.sha256, document.words, policy.title, policy.is_policy,
        document.not_checked, document.revisions,
    )  # fmt: skip


def _notes(old: Policy, new: Policy) -> tuple[str, ...]:
    """What a reader must know of the comparison before its results."""
    notes = []
    for policy in (old, new):
        document = policy.document
        if document.revisions:
            held = f"holds {document.revisions} tracked changes of its own; they were read as accepted"
            notes.append(f"{document.path}: {held}")
        if document.not_checked:
            notes.append(
                f"{document.path}: {len(document.not_checked)} parts could not be read, so not compared"
            )
    return tuple(notes)
