"""Was a blank of the template never filled in? `[insert name]`, `dd/mm/yyyy`, TBC, a gap.

A policy with a blank where the safeguarding lead's name belongs leaves a child or a colleague with nobody
to turn to, and shows governors that nobody read it through. A line to sign on is no blank, nor is a field
that a pupil or parent fills in on an agreement.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.completeness.blank import Blank
from policy_kit.checks.completeness.blanks import BLANKS
from policy_kit.checks.completeness.empty_values import empty_values
from policy_kit.checks.completeness.gaps import asks_for_own, is_for_signer
from policy_kit.checks.outline import sections_of
from policy_kit.checks.placing import around, place
from policy_kit.checks.running_text import Hit, text_of
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Block, Confidence, Policy

PLACEHOLDER_LEFT = Rule(
    "PK501",
    "placeholder-left",
    Severity.ERROR,
    "A blank of the template was never filled in.",
)
RULES: tuple[Rule, ...] = (PLACEHOLDER_LEFT,)

_SUGGESTIONS = {
    "word-error": "In Word, select everything and press F9 to renew the references, or type the words "
    "it should show.",
    "tag": "Fill in the school's own words here, or generate the policy again with this fact in the profile.",
    "to-be-confirmed": "Write in what has been settled since, or who will settle it and by when.",
}
_SUGGESTION = "Write in the school's own details, or take the sentence out if it does not apply."


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield a finding for each kind of blank left in, at its first place, and one for highlighted words."""
    forms = {
        block.index
        for section in sections_of(policy.document)
        if section.for_signing
        for block in (section.heading, *section.blocks)
    }
    text = text_of(policy.document)
    taken: set[tuple[int, str, int]] = set()
    for blank in BLANKS:
        hits = [h for h in text.find(blank.pattern, *blank.needs) if _is_left(blank, h, forms, taken)]
        if hits:
            taken.update((h.block.index, h.text, at) for h in hits for at in range(h.start, h.end))
            yield _finding(policy, blank, hits)
    yield from _empty(policy, {index for index, _, _ in taken})
    yield from _highlighted(policy, {index for index, _, _ in taken})


def _is_left(blank: Blank, hit: Hit, forms: set[int], taken: set[tuple[int, str, int]]) -> bool:
    if (hit.block.index, hit.text, hit.start) in taken or not blank.judge(hit):
        return False
    if hit.block.index not in forms:
        return True
    return asks_for_own(hit) or (blank.in_forms and not is_for_signer(hit))


def _finding(policy: Policy, blank: Blank, hits: list[Hit]) -> Finding:
    first = hits[0]
    words = " ".join(first.words.split())
    more = len(hits) - 1
    others = f", and {more} more like it" if more else ""
    return place(
        policy,
        PLACEHOLDER_LEFT,
        first.block,
        f"“{words}” is {blank.what}{others}.",
        _SUGGESTIONS.get(blank.id, _SUGGESTION),
        quote=around(first.text, first.start, first.end),
        confidence=blank.confidence,
        related=[hit.block for hit in hits[1:]],
        key=blank.id,
    )


def _empty(policy: Policy, told: set[int]) -> Iterator[Finding]:
    """One finding for the labels of tables that have nothing beside them."""
    rows = [row for row in empty_values(policy) if row.index not in told]
    if not rows:
        return
    more = f", nor beside {len(rows) - 1} more labels" if len(rows) > 1 else ""
    label = " ".join(rows[0].cells[0].split()).rstrip(" :")
    yield place(
        policy,
        PLACEHOLDER_LEFT,
        rows[0],
        f"Nothing stands beside “{label}”{more}.",
        _SUGGESTION,
        quote=rows[0].cells[0],
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        related=rows[1:],
        key="empty-value",
    )


def _highlighted(policy: Policy, told: set[int]) -> Iterator[Finding]:
    """Highlighted gaps are blanks; highlighted words are only a sign that someone meant to come back."""
    gaps: list[Block] = []
    words: list[Block] = []
    for block in policy.document.blocks:
        for marked in block.highlighted:
            bare = marked.strip(" _.…-/[]()")
            (words if bare else gaps).append(block)
    gaps = [block for block in gaps if block.index not in told and len(block.text.strip()) > 1]
    words = [block for block in words if block.index not in told]
    if gaps:
        yield place(
            policy,
            PLACEHOLDER_LEFT,
            gaps[0],
            "A highlighted gap was never filled in.",
            _SUGGESTION,
            related=gaps[1:],
            key="highlighted-gap",
        )
    if words:
        marked = next(h for h in words[0].highlighted if h.strip(" _.…-/[]()"))
        yield place(
            policy,
            PLACEHOLDER_LEFT,
            words[0],
            f"“{' '.join(marked.split()[:12])}” is still highlighted, as if someone meant to come back.",
            "If it is settled, take the highlighting off; if not, settle it.",
            quote=marked,
            severity=Severity.ADVICE,
            confidence=Confidence.LOW,
            related=words[1:],
            key="highlighted",
        )
