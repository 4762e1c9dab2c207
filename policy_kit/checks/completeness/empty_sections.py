"""Is there a heading with nothing under it? Its text was lost, or never written.

A heading in the contents list promises an answer. A reader who turns to "Reporting a concern" and finds
the next heading straight below it is left without one. Also here: a change history with no entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_kit.checks.outline import Section, sections_of
from policy_kit.checks.placing import place
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Block, BlockKind, Confidence, Policy, SectionStatus

EMPTY_SECTION = Rule("PK503", "empty-section", Severity.WARNING, "A heading with nothing under it.")
RULES: tuple[Rule, ...] = (EMPTY_SECTION,)

_NO_TEXT_NEEDED = re.compile(
    r"\b(?:contents|index|sign(?:ed|ature|atures|-off|ing)|approved by|adopted by|appendi(?:x|ces)"
    r"|annexe?s?|part [a-z0-9]+|flow ?charts?"
    r"|posters?|diagrams?|logos?|foreword)\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:history|version|amendments?|document control|changes|revisions?|reviews?)\b", re.IGNORECASE
)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield a finding for each heading with no text, and for a change history with no entries."""
    sections = sections_of(policy.document)
    pictures = {n.location.block for n in policy.document.not_checked if n.location.block is not None}
    begun = False
    for at, section in enumerate(sections):
        follower = sections[at + 1] if at + 1 < len(sections) else None
        begun = begun or _has_text(section)
        if begun and _is_empty(section, follower) and not _is_excused(policy, section, follower, pictures):
            yield _finding(policy, section, follower)
    yield from _empty_histories(policy)


def _has_text(section: Section) -> bool:
    return any(block.text.strip() for block in section.blocks)


def _is_empty(section: Section, follower: Section | None) -> bool:
    """No text of its own, and what follows is no part of it."""
    if _has_text(section):
        return False
    if follower is None:
        return True
    if follower.heading.text.rstrip().endswith((".", ";")):
        return False  # a sentence in a heading's style
    if section.number and follower.number:
        return follower.number[: len(section.number)] != section.number
    return follower.heading.level <= section.heading.level


def _is_excused(policy: Policy, section: Section, follower: Section | None, pictures: set[int]) -> bool:
    """A title, a place to sign, a picture, an appendix, a heading that is a sentence or made by hand."""
    heading = section.heading
    if section.title.casefold() == policy.title.casefold() or _NO_TEXT_NEEDED.search(heading.text):
        return True
    if {heading.index, heading.index + 1} & pictures:
        return True
    if heading.heading_by == "look" and not section.number:
        return True
    body = policy.document.body
    place_in_body = next((i for i, b in enumerate(body) if b.index == heading.index), None)
    after = body[place_in_body + 1] if place_in_body is not None and place_in_body + 1 < len(body) else None
    if after is not None and after.kind is BlockKind.CONTENTS:
        return True
    # A lone numbered line among others is a numbered paragraph in a heading's style.
    numbered_after = follower is not None and follower.number and not section.number
    return (
        bool(numbered_after) or len(heading.text.split()) > 14 or heading.text.rstrip().endswith((".", ";"))
    )


def _finding(policy: Policy, section: Section, follower: Section | None) -> Finding:
    then = (
        f"the next heading, “{follower.heading.display}”, comes straight after"
        if follower
        else "the document ends there"
    )
    section_id = policy.section_at(section.heading)
    known = policy.section(section_id) if section_id else None
    required = known is not None and known.level == "statutory" and known.status is SectionStatus.MISSING
    return place(
        policy,
        EMPTY_SECTION,
        section.heading,
        f"“{section.heading.display}” has nothing under it: {then}.",
        "Write what belongs here, or take the heading out (and out of the contents list).",
        severity=Severity.ERROR if required else None,
        confidence=Confidence.MEDIUM if section.heading.heading_by == "look" else Confidence.HIGH,
    )


def _empty_histories(policy: Policy) -> Iterator[Finding]:
    """A table of changes or versions that has its header row and no other."""
    blocks = policy.document.body
    for at, block in enumerate(blocks):
        if not block.header_row or any(
            b.table == block.table and _is_filled(b) for b in blocks[at + 1 : at + 40]
        ):
            continue
        named = [b.text for b in blocks[max(0, at - 2) : at] if b.is_heading or len(b.text.split()) < 10]
        if (
            _is_filled(block)
            and _HISTORY.search(" ".join([*named, block.text]))
            and _is_log(block, blocks, at)
        ):
            yield place(
                policy,
                EMPTY_SECTION,
                block,
                "The table of changes has no entries.",
                "Enter this year's changes with their date, or take the table out.",
                severity=Severity.ADVICE,
                confidence=Confidence.MEDIUM,
                key="history",
            )


def _is_filled(block: Block) -> bool:
    return any(cell.strip() for cell in block.cells)


def _is_log(block: Block, blocks: Sequence[Block], at: int) -> bool:
    """Whether the header row is a change history's, not that of a log to be filled in by hand later."""
    above = " ".join(b.text for b in blocks[max(0, at - 2) : at])
    return not re.search(
        r"\b(?:incident|log|concern|form|pupil|agreement|register)\b", f"{above} {block.text}", re.IGNORECASE
    )
