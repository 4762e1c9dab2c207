"""Is a sentence or a list left unfinished? A lead-in with no list, a bullet or date cut short.

It happens when a list is lost on the way from one file to another, or a template's wording is half
removed. The reader never learns what "we will:" promises.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.completeness.cut_bullets import cut_bullets
from policy_kit.checks.completeness.cut_sentences import cut_sentences
from policy_kit.checks.completeness.lead_ins import OpenLeadIn, open_lead_ins
from policy_kit.checks.placing import ending, place, shortened
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Policy

UNFINISHED_TEXT = Rule(
    "PK502", "unfinished-text", Severity.WARNING, "A lead-in with no list, or a sentence cut short."
)
RULES: tuple[Rule, ...] = (UNFINISHED_TEXT,)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield a finding for each lead-in that nothing follows, then for each sentence that breaks off."""
    for lead in open_lead_ins(policy.document):
        yield _lead_in_finding(policy, lead)
    for cut in (*cut_bullets(policy.document), *cut_sentences(policy.document)):
        yield place(
            policy,
            UNFINISHED_TEXT,
            cut.block,
            cut.message,
            cut.suggestion,
            quote=cut.quote,
            severity=cut.severity,
            confidence=cut.confidence,
            related=cut.related,
            key=cut.id,
        )


def _lead_in_finding(policy: Policy, lead: OpenLeadIn) -> Finding:
    end = " ".join(lead.block.text.split()[-4:])
    if lead.next is None:
        then = "the document ends there"
    elif lead.next.is_heading:
        then = f"the next thing is the heading “{shortened(lead.next.display, 60)}”"
    else:
        then = f"what comes next, “{shortened(lead.next.text, 60)}”, is a new statement"
    return place(
        policy,
        UNFINISHED_TEXT,
        lead.block,
        f"“{end}” leads in to a list or a reference, but {then}.",
        "Put back what should follow (last year's policy or the template may still have it), or end "
        "the sentence another way.",
        quote=ending(lead.block.text),
        confidence=lead.confidence,
        key="lead-in",
    )
