"""Is there a heading with nothing under it? Its text was lost, or never written.

A heading in the contents list promises an answer. A reader who turns to "Reporting a concern" and finds
the next heading straight below it is left without one. Also here: a change history with no entries.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from policy_kit.checks.outline import Section, sections_of
from policy_kit.checks.placing import place
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Block, BlockKind, Confidence, Policy, SectionStatus
from policy_kit.regexes import regex, seldom

EMPTY_SECTION = Rule("PK503", "empty-section", Severity.WARNING, "A heading with nothing under it.")
RULES: tuple[Rule, ...] = (EMPTY_SECTION,)

_NO_TEXT_NEEDED = regex(
    r"\b(?:contents|index|sign(?:ed|ature|atures|-off|ing)|approved by|adopted by|appendi(?:x|ces)"
    r"|annexe?s?|(?:part|section) [a-z0-9]+$|flow ?charts?"
    r"|posters?|diagrams?|logos?|foreword)\b",
    re.IGNORECASE,
)
_VALUE = regex(r":\s*\S|\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b")
_HISTORY = seldom(
    r"\b(?:history|version|amendments?|document control|changes|revisions?|reviews?)\b", re.IGNORECASE
)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield a finding for each heading with no text, and for a change history with no entries."""
    sections = sections_of(policy.document)
    one_level = len({s.heading.level for s in sections}) == 1
    begun = False
    for section, follower in itertools.pairwise((*sections, None)):
        if section is None:
            break
        begun = begun or _has_text(section)
        if begun and _is_empty(section, follower) and not _is_excused(policy, section, follower):
            yield _finding(policy, section, follower, unsure=one_level and not section.number)
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


def _is_excused(policy: Policy, section: Section, follower: Section | None) -> bool:
    """A title, a label with its value, a place to sign, an appendix, or no heading but in style."""
    text = section.heading.text.strip()
    if section.title.casefold() == policy.title.casefold() or _NO_TEXT_NEEDED.search(text):
        return True
    if section.heading.heading_by == "look" and not section.number:
        return True
    if len(text.split()) > 14 or text.endswith((".", ";")) or _VALUE.search(text):
        return True
    if follower is not None and not section.number:
        # A group's name in capitals, or before numbered sections, set in the style of what it groups.
        grouped = text.isupper() and not follower.heading.text.isupper()
        if grouped or follower.number:
            return True
    return _stands_above_a_picture(policy, section.heading)


def _stands_above_a_picture(policy: Policy, heading: Block) -> bool:
    """Whether a picture, or the contents list, comes straight after."""
    places = {n.location.block for n in policy.document.not_checked}
    following = policy.document.blocks[heading.index + 1 : heading.index + 2]
    return bool(places & {heading.index, heading.index + 1}) or any(
        block.kind is BlockKind.CONTENTS for block in following
    )


def _finding(policy: Policy, section: Section, follower: Section | None, *, unsure: bool) -> Finding:
    heading = section.heading
    then = "the document ends there"
    if follower:
        then = f"the next heading, “{follower.heading.display}”, comes straight after"
        unsure = unsure and policy.section_at(heading) in (None, policy.section_at(follower.heading))
    section_id = policy.section_at(heading)
    known = policy.section(section_id) if section_id else None
    required = known is not None and known.level == "statutory" and known.status is SectionStatus.MISSING
    by_look = heading.heading_by == "look"
    severity = Severity.ERROR if required else Severity.ADVICE if unsure else EMPTY_SECTION.severity
    sure = Confidence.LOW if unsure else Confidence.MEDIUM if by_look else Confidence.HIGH
    return place(
        policy,
        EMPTY_SECTION,
        heading,
        f"“{heading.display}” has nothing under it: {then}.",
        "Write what belongs here, or take the heading out (and out of the contents list).",
        severity=severity,
        confidence=sure,
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
