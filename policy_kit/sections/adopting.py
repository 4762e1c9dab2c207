"""Sections that stand under a heading of another matter, or of none: known by what is said there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from policy_kit.model import Block, SectionResult, SectionStatus
from policy_kit.sections.assigning import Assignment

# What these say stands in many places of a policy, so that no one heading is theirs by its text.
_EVERYWHERE = frozenset(
    {
        "acceptable-use", "aims-and-scope", "appendices", "document-control", "reporting-and-responding",
        "roles-and-responsibilities", "useful-contacts",
    }
)  # fmt: skip
_FEWEST = 2
_MANY = 3  # of a long section's points are enough
_REPORTED = "staff-conduct-and-allegations"  # the one matter that often stands among reports of all kinds
_KIN = {"official-social-media": "social-media"}  # often a line under the other's heading
_SHARE = 0.5  # of a section's must points, made under one heading


def adopt(
    sections: Iterable[SectionResult], assignment: Assignment, text_under: Mapping[int, Block]
) -> tuple[tuple[SectionResult, ...], dict[int, tuple[str, ...]]]:
    """Give a section without a heading of its own the heading under which most of it is said.

    text_under: the nearest heading above each block. Returns the sections, with the heading where one
    was found, and the sections of each block with those of the headings added.
    """
    of_block = dict(assignment.of_block)
    out = []
    for section in sections:
        settled = section.headings or section.id in _EVERYWHERE
        heading = None if settled else _home(section, text_under, of_block)
        if heading is None:
            out.append(section)
            continue
        of_block[heading.index] = tuple(dict.fromkeys((*of_block.get(heading.index, ()), section.id)))
        out.append(replace(section, headings=(heading,), reason=f"what stands under “{heading.display}”"))
    return tuple(out), of_block


def give_headings(
    sections: Iterable[SectionResult],
    headings: Iterable[Block],
    of_block: Mapping[int, tuple[str, ...]],
    required: Container[str],
) -> tuple[SectionResult, ...]:
    """The sections, where none of their must points is made, as the headings settled in the end leave them.

    One thought missing that a heading is found to head is thin; one of which no heading is left is missing.
    of_block: the sections of each block, as settled; required: the sections asked of this school.
    """
    heads: dict[str, list[Block]] = defaultdict(list)
    for heading in headings:
        for section in of_block.get(heading.index, ()):
            heads[section].append(heading)
    return tuple(
        _headed(section, tuple(heads.get(section.id, ())), needed=section.id in required)
        for section in sections
    )


def _headed(section: SectionResult, headings: tuple[Block, ...], *, needed: bool) -> SectionResult:
    if section.status is SectionStatus.MISSING and headings:
        reason = f"what stands under “{headings[0].display}”"
        return replace(section, headings=headings, status=SectionStatus.THIN, reason=reason)
    made = any(point.met for point in section.points if point.level == "must")
    if section.status is SectionStatus.THIN and section.headings and not (headings or made):
        status = SectionStatus.MISSING if needed else SectionStatus.NOT_APPLICABLE
        return replace(section, headings=(), blocks=(), words=0, status=status, reason="", pointer_only=False)
    return section


def _home(
    section: SectionResult, text_under: Mapping[int, Block], of_block: Mapping[int, tuple[str, ...]]
) -> Block | None:
    """The heading under which at least half of the section's must points are made, two or all of them."""
    must = [p for p in section.points if p.level == "must"]
    made: dict[int, list[str]] = defaultdict(list)
    headings: dict[int, Block] = {}
    for point in must:
        block = point.evidence.location.block if point.evidence else None
        heading = text_under.get(block) if block is not None else None
        if heading is None:
            continue
        if section.id == _REPORTED or "reporting-and-responding" not in of_block.get(heading.index, ()):
            headings[heading.index] = heading
            made[heading.index].append(point.id)
    if not made:
        return None
    best = max(made, key=lambda index: (len(made[index]), -index))
    kin = _KIN.get(section.id, "") in of_block.get(best, ())
    enough = 1 if kin else min(_MANY, max(_SHARE * len(must), min(_FEWEST, len(must))))
    return headings[best] if len(made[best]) >= enough else None
