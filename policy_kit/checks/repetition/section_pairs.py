"""Sections that are told together: a section with its copies, and with the sections below it."""

from __future__ import annotations

from collections.abc import Sequence

from policy_kit.checks.outline import Section
from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class SectionPair:
    """A section and its copies, in the order they stand.

    alike: how much of the shorter's runs of words stand in the longer, 0 to 1, and 0 where it is told again
    in other words; words: of the copy;
    identical: the same words; reordered: not all in the same order; also: the sections below them
    that are doubled with them.
    """

    first: Section
    copies: tuple[Section, ...]
    words: int
    alike: float
    identical: bool
    reordered: bool = False
    same_title_only: bool = False
    also: tuple[Section, ...] = ()

    @property
    def members(self) -> tuple[Section, ...]:
        return (self.first, *self.copies, *self.also)


def parents_of(sections: Sequence[Section]) -> list[int]:
    """For each section the place of the one that it is a part of, -1 for none."""
    out: list[int] = []
    trail: list[int] = []
    for at, section in enumerate(sections):
        while trail and sections[trail[-1]].heading.level >= section.heading.level:
            trail.pop()
        out.append(trail[-1] if trail else -1)
        trail.append(at)
    return out


def is_below(section: Section, above: Section) -> bool:
    """Whether a section is a part of another, by its number or else its level."""
    if section.number and above.number:
        return section.number[: len(above.number)] == above.number
    return section.heading.level > above.heading.level


def told_together(above: SectionPair, pair: SectionPair) -> SectionPair:
    """A section with its copies, told together with one below it and its copies."""
    return SectionPair(
        first=above.first,
        copies=above.copies,
        words=above.words + pair.words,
        alike=min(above.alike, pair.alike),
        identical=above.identical and pair.identical,
        reordered=above.reordered or pair.reordered,
        also=(*above.also, *pair.members),
    )
