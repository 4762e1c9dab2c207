"""Is the policy for England and for this school's phase?

Rules on safeguarding differ between the nations, and rules for sixth-formers in a primary school's policy
show that
it was copied. A reader follows the wrong body, or cannot tell which rules are theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.identity.nations import of_other_nations
from policy_kit.checks.identity.passages import Passage
from policy_kit.checks.identity.phases import of_other_kinds, of_other_phases
from policy_kit.checks.placing import around, place
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Policy

WRONG = Rule(
    "PK604", "wrong-nation-or-phase", Severity.WARNING, "another nation's guidance, another phase's content"
)

RULES: tuple[Rule, ...] = (WRONG,)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Report what is of another nation, another phase or another kind of school, each subject once."""
    for found in (
        *of_other_nations(policy, facts),
        *of_other_phases(policy),
        *of_other_kinds(policy),
    ):
        yield _finding(policy, found)


def _finding(policy: Policy, found: Passage) -> Finding:
    first = found.places[0]
    return place(
        policy,
        WRONG,
        first.block,
        found.message,
        found.suggestion,
        quote=around(first.text, first.start, first.end),
        severity=found.severity,
        confidence=found.confidence,
        related=[p.block for p in found.places[1:]],
        key=found.key,
    )
