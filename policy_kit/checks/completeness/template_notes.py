"""Did the template leave something behind? Notes to its author, a choice not made, a slip of replacing.

"Schools should amend this section" was written for whoever fills the template in. In a school's own policy
it tells parents and governors that nobody did. "Headteacher/Principal" leaves open whom to turn to.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from policy_kit.checks.completeness.author_notes import (
    BRACKETED,
    CREDIT,
    NOTE,
    SLIP,
    SLIP_NEEDS,
)
from policy_kit.checks.completeness.choices import Choice, choices_in, opposites_in
from policy_kit.checks.outline import sections_of
from policy_kit.checks.placing import around, place
from policy_kit.checks.running_text import Hit, RunningText, text_of
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import BlockKind, Confidence, Policy

TEMPLATE_NOTE_LEFT = Rule(
    "PK504",
    "template-note-left",
    Severity.WARNING,
    "The template's guidance to its author, or a choice not made.",
)
RULES: tuple[Rule, ...] = (TEMPLATE_NOTE_LEFT,)

_OF_FORMS = (
    "you ",
    "complete ",
    "add ",
    "delete ",
    "cross ",
    "strike ",
    "use ",
    "please ",
    "this ",
    "describe ",
)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield a finding for each note to the author, each kind of choice not made, and slips of replacing."""
    text = text_of(policy.document)
    forms = _forms(policy)
    notes = [h for h in text.find(BRACKETED, "[") if h.block.index not in forms]
    told = {h.block.index for h in notes}
    notes += [h for h in text.find_any(NOTE) if h.block.index not in told and _is_note(h, forms)]
    by_words: dict[str, list[Hit]] = {}
    for hit in sorted(notes, key=lambda h: (h.block.index, h.start)):
        by_words.setdefault(" ".join(hit.words.lower().split()), []).append(hit)
    yield from (_note_finding(policy, hits) for hits in by_words.values())
    yield from _choice_findings(policy, text, forms)
    yield from _slip_findings(policy, text)


def _forms(policy: Policy) -> set[int]:
    return {b.index for s in sections_of(policy.document) if s.for_signing for b in s.blocks}


def _is_note(hit: Hit, forms: set[int]) -> bool:
    """Not a credit to the template's maker, and not a form's "delete as appropriate"."""
    words = hit.words.lower()
    if hit.block.kind is BlockKind.CONTENTS:
        return False
    if hit.block.index in forms and (
        "appropriate" in words or "applicable" in words or words.startswith(_OF_FORMS)
    ):
        return False
    return hit.block.is_heading or not ("template" in words and CREDIT.search(hit.before))


def _note_finding(policy: Policy, hits: list[Hit]) -> Finding:
    hit = hits[0]
    words = " ".join(hit.words.split()[:12])
    return place(
        policy,
        TEMPLATE_NOTE_LEFT,
        hit.block,
        f"“{words}” speaks to whoever fills in the template, not to the school's readers.",
        "Do what the note asks, if it has not been done, and take the note out.",
        quote=around(hit.text, hit.start, hit.end),
        confidence=Confidence.HIGH if hit.words.startswith("[") else Confidence.MEDIUM,
        related=[other.block for other in hits[1:]],
    )


def _choice_findings(policy: Policy, text: RunningText, forms: set[int]) -> Iterator[Finding]:
    """One finding for each thing that is left open, at its first place."""
    by_kind: dict[str, list[tuple[Hit, Choice]]] = {}
    for hit, choice in chain(choices_in(text), opposites_in(text)):
        if hit.block.index not in forms:
            by_kind.setdefault(choice.kind, []).append((hit, choice))
    for kind, found in by_kind.items():
        hit, choice = max(found, key=lambda pair: pair[1].options)
        many = choice.options > 2
        yield place(
            policy,
            TEMPLATE_NOTE_LEFT,
            hit.block,
            f"“{' '.join(choice.words.split())}” leaves open {kind}: the template offered a choice.",
            "Keep the word that is right for this school, here and wherever else it stands so.",
            quote=around(hit.text, hit.start, hit.end),
            severity=Severity.WARNING if many else Severity.ADVICE,
            confidence=Confidence.HIGH if many else Confidence.MEDIUM,
            related=[other.block for other, _ in found],
            key=kind,
        )


def _slip_findings(policy: Policy, text: RunningText) -> Iterator[Finding]:
    slips = list(text.find(SLIP, *SLIP_NEEDS))
    if slips:
        hit = slips[0]
        yield place(
            policy,
            TEMPLATE_NOTE_LEFT,
            hit.block,
            f"“{hit.words}” looks like the work of find-and-replace.",
            "Put the wording right, and look for the same slip elsewhere.",
            quote=around(hit.text, hit.start, hit.end),
            severity=Severity.ADVICE,
            related=[h.block for h in slips[1:]],
            key="replaced",
        )
