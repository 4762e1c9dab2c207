"""Does the policy say the same thing twice? A whole section pasted again, or a paragraph or bullet repeated.

A policy put together from several others often ends up holding one section under two numbers, or one
duty twice in a list. When one copy is later changed and the other is not, the policy contradicts itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.outline import sections_of
from policy_kit.checks.placing import place
from policy_kit.checks.repetition.doubled_passages import PassagePair, doubled_passages
from policy_kit.checks.repetition.doubled_sections import doubled_sections
from policy_kit.checks.repetition.doubled_tables import TablePair, doubled_tables
from policy_kit.checks.repetition.likeness import shared_runs, stretch_of
from policy_kit.checks.repetition.retold_passages import RetoldPair, retold_passages
from policy_kit.checks.repetition.section_pairs import SectionPair
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Block, BlockKind, Confidence, Policy

DUPLICATED_SECTION = Rule(
    "PK201",
    "duplicated-section",
    Severity.WARNING,
    "One section's text stands twice, under the same or another heading.",
)
DUPLICATED_PASSAGE = Rule(
    "PK202", "duplicated-passage", Severity.ADVICE, "A paragraph or bullet stands twice, the same or nearly."
)
RULES: tuple[Rule, ...] = (DUPLICATED_SECTION, DUPLICATED_PASSAGE)

_LONG_ROW = 25  # words
_LONG = 50  # words from which an identical section under two numbers is more than a slip


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield a finding for each section, and then each passage, that stands twice."""
    sections = sections_of(policy.document)
    compared = {b.index: stretch_of(b) for b in policy.document.text_blocks if _is_compared(b)}
    shared = shared_runs({index: stretch.runs for index, stretch in compared.items()})
    # A table sets things out side by side: only a long row is held against other passages.
    running = {i: s for i, s in compared.items() if s.block.kind is not BlockKind.TABLE_ROW}
    pairs = doubled_sections(policy, sections, running, shared)
    for pair in pairs:
        yield _section_finding(policy, pair)
    told = {b.index for pair in pairs if not pair.same_title_only for s in pair.members for b in s.blocks}
    untold = {index: stretch for index, stretch in compared.items() if index not in told}
    doubled = doubled_passages(policy.document, sections, untold, shared)
    for passages in doubled:
        yield _passage_finding(policy, passages)
    copied = {p.block.index for pair in doubled for p in (pair.first, *pair.copies)}
    fresh = {index: stretch for index, stretch in untold.items() if index not in copied}
    for retold in retold_passages(policy, sections, fresh) if policy.is_policy else ():
        yield _retold_finding(policy, retold)
    for tables in doubled_tables(policy.document, sections):
        if not {tables.first.index, tables.copy.index} <= told:
            yield _table_finding(policy, tables)


def _is_compared(block: Block) -> bool:
    if block.kind is BlockKind.TABLE_ROW:
        return any(len(cell.split()) >= _LONG_ROW for cell in block.cells)
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def _section_finding(policy: Policy, pair: SectionPair) -> Finding:
    first, copy = pair.first, pair.copies[0]
    related = [first.heading, *(s.heading for s in pair.copies[1:])]
    if pair.same_title_only:
        return place(
            policy,
            DUPLICATED_SECTION,
            copy.heading,
            f"Two sections have the same heading, “{first.title}”, with different text under each.",
            "Read both. Join them into one section, or give each a heading that says what it alone covers.",
            severity=Severity.ADVICE,
            confidence=Confidence.MEDIUM,
            related=related,
        )
    names = _listed([s.name for s in (first, *pair.copies)])
    how = "word for word" if not pair.reordered else "in another order"
    wording = f"hold the same text, {how}" if pair.identical else "hold nearly the same text"
    if not pair.alike:
        wording = "say much the same in other words"
    numbered = bool(first.number and copy.number)
    grave = pair.identical and pair.words >= _LONG and numbered
    return place(
        policy,
        DUPLICATED_SECTION,
        copy.heading,
        f"{'Sections' if numbered else 'The sections'} {names} {wording} ({pair.words} words).",
        "Keep one of them, with whatever only the other says, and delete the other. Then put the section "
        "numbers and the contents list right."
        if numbered
        else "Keep one of them, with whatever only the other says, and delete the other.",
        severity=Severity.ERROR if grave else Severity.WARNING,
        confidence=Confidence.HIGH if pair.identical or pair.alike >= 0.85 else Confidence.MEDIUM,
        related=related,
    )


def _passage_finding(policy: Policy, pair: PassagePair) -> Finding:
    first, copy = pair.first, pair.copies[0]
    if pair.contained and len(first.words) < len(copy.words):
        first, copy = copy, first
    kind = "bullet" if copy.is_item and first.is_item else "paragraph"
    if pair.contained:
        message = (
            f"This {kind} says what a longer one in {'this' if pair.near else 'another'} section says too."
        )
    else:
        what = f"This {kind} stands" if pair.blocks == 1 else f"These {pair.blocks} {kind}s in a row stand"
        where = "one section" if pair.near else "two sections"
        message = (
            f"{what} twice in {where}, {'word for word' if pair.identical else 'in nearly the same words'}."
        )
    return place(
        policy,
        DUPLICATED_PASSAGE,
        copy.block,
        message,
        "Keep the fuller of the two and delete the other.",
        confidence=Confidence.HIGH if pair.near and (pair.identical or pair.contained) else Confidence.MEDIUM,
        related=[first.block, *(c.block for c in pair.copies[1:])],
    )


def _retold_finding(policy: Policy, pair: RetoldPair) -> Finding:
    kind = "paragraph" if len(pair.copy) == 1 else "list"
    where = "in this section" if pair.near else "in another section"
    return place(
        policy,
        DUPLICATED_PASSAGE,
        pair.copy[0],
        f"This {kind} says in other words what one {where} says.",
        "Keep the fuller of the two, with whatever only the other says, and delete the other.",
        confidence=Confidence.MEDIUM,
        related=[pair.first[0]],
    )


def _table_finding(policy: Policy, pair: TablePair) -> Finding:
    how = "with its rows in another order" if pair.reordered else "row for row"
    return place(
        policy,
        DUPLICATED_PASSAGE,
        pair.copy,
        f"This table stands twice, {how} ({pair.rows} rows).",
        "Keep one of the two, with whatever only the other holds, and delete the other.",
        confidence=Confidence.HIGH,
        related=[pair.first],
    )


def _listed(names: list[str]) -> str:
    quoted = [name if name[:1].isdigit() else f"“{name}”" for name in names]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"
