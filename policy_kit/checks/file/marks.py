"""Are tracked changes or comments left in the file? Then nobody can say which wording was approved.

They also show readers who wrote what, and what was thought of it, which was meant for colleagues only.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.placing import shortened
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Location, Policy

MARKS_LEFT = Rule("PK703", "marks-left", Severity.WARNING, "Tracked changes or comments left in the file.")
RULES: tuple[Rule, ...] = (MARKS_LEFT,)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield one finding that counts the tracked changes and comments left in the file."""
    document = policy.document
    counts = [(document.revisions, "tracked change"), (len(document.comments), "comment")]
    told = [f"{count} {what}{'' if count == 1 else 's'}" for count, what in counts if count]
    if not told:
        return
    first = document.comments[0] if document.comments else None
    yield Finding(
        rule=MARKS_LEFT,
        message=f"The file still holds {' and '.join(told)}.",
        location=first.location if first else Location(),
        severity=MARKS_LEFT.severity,
        quote=shortened(first.text, 120) if first else "",
        suggestion="In Word, on the Review tab, accept or reject every change and delete every comment "
        "before the "
        "policy is approved and published.",
        related=tuple(comment.location for comment in document.comments[1:]),
    )
