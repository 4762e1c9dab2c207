"""Is there a part whose text could not be read: a picture of text, a scanned page?

What the tool cannot read, it cannot check. Nor can a screen reader, or the search of a website, so the
part is lost on the readers who need it most.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Confidence, NotChecked, Policy

NOT_READ = Rule("PK706", "not-read", Severity.WARNING, "A part whose text could not be read.")
RULES: tuple[Rule, ...] = (NOT_READ,)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield one finding for each kind of thing that could not be read, with all its places."""
    kinds: dict[tuple[str, str], list[NotChecked]] = {}
    for missed in policy.document.not_checked:
        kinds.setdefault((missed.what, missed.reason), []).append(missed)
    for (what, reason), places in kinds.items():
        first = places[0]
        times = f" ({len(places)} times)" if len(places) > 1 else ""
        yield Finding(
            rule=NOT_READ,
            message=f"Not read{times}: {what.rstrip('.')}. {_sentence(reason)}",
            location=first.location,
            severity=NOT_READ.severity,
            confidence=Confidence.MEDIUM,
            suggestion="Read this part yourself against the standard. If it is text, type it into the "
            "document, "
            "or scan it again with text recognition.",
            related=tuple(place.location for place in places[1:]),
            key=what,
        )


def _sentence(reason: str) -> str:
    reason = reason.strip().rstrip(".")
    return f"{reason[:1].upper()}{reason[1:]}." if reason else ""
