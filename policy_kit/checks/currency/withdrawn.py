"""Does the policy rest on guidance that was withdrawn, or on law that was repealed?

Guidance that is gone may say the opposite of what holds now, and its page may no longer open. The newer
document has to be read, not only named.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.currency.reporting import by_severity, report, source_of
from policy_kit.checks.currency.running import standings
from policy_kit.checks.currency.superseded import found
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.guidance.dates import with_preposition
from policy_kit.guidance.standing import Standing, State
from policy_kit.model import Confidence, Policy

WITHDRAWN_GUIDANCE = Rule(
    "PK302", "withdrawn-guidance", Severity.WARNING, "Guidance withdrawn or replaced by another document."
)
RULES: tuple[Rule, ...] = (WITHDRAWN_GUIDANCE,)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each document that is gone, each old law, each edition withdrawn outright."""
    gone: dict[tuple[str, str], list[Standing]] = {}
    for standing in standings(policy, facts):
        if standing.state is State.WITHDRAWN:
            gone.setdefault((standing.document.id, ""), []).append(standing)
        elif standing.state is State.SUPERSEDED and _is_old_law_or_advice(standing):
            wording = standing.citation.wording
            means = wording.means if wording else ""
            gone.setdefault((standing.document.id, means or standing.citation.text), []).append(standing)
    for (_, means), places in gone.items():
        yield _finding(policy, facts, places, means)


def _is_old_law_or_advice(standing: Standing) -> bool:
    wording = standing.citation.wording
    if wording and wording.slip:
        return False
    return standing.document.kind == "law" or bool(standing.cited and standing.cited.withdrawn)


def _finding(policy: Policy, facts: Facts, places: list[Standing], means: str) -> Finding:
    first = places[0]
    document, wording = first.document, first.citation.wording
    if first.state is State.WITHDRAWN:
        message = _message(first)
        severity, sure = Severity.WARNING, document.verified != "memory"
    else:
        message = f"“{first.citation.text}” is out of date: {means}."
        severity = by_severity(wording.severity if wording else "medium")
        sure = _is_sure(first)
    heir = facts.register.document(document.replaced_by) or document
    page = f" ({heir.url})" if heir.url else ""
    return report(
        policy,
        WITHDRAWN_GUIDANCE,
        [found(policy, s) for s in places],
        message,
        f"Read “{heir.title}”{page}, bring the policy into line with it, and name it instead.",
        severity=severity,
        confidence=Confidence.MEDIUM if first.citation.how == "heading" else Confidence.HIGH,
        key=f"{document.id}:{means}",
        sure=sure,
        sources=source_of(heir),
    )


def _message(standing: Standing) -> str:
    document = standing.document
    when = f" {with_preposition(document.withdrawn)}" if "date" not in document.memory_part else ""
    how = {"repealed": "was repealed", "never-finalised": "was never finished"}.get(
        document.status, "was withdrawn"
    )
    title = f"“{document.title}”"
    meant = f" (“{standing.citation.text}”)" if standing.citation.how == "heading" else ""
    return f"{title}{meant} {how}{when}: {document.instead}."


def _is_sure(standing: Standing) -> bool:
    """Whether the newer law is known from a source."""
    if standing.document.verified == "memory" or (standing.cited and not standing.cited.is_sure):
        return False
    wording = standing.citation.wording
    newer = standing.document.edition(wording.before) if wording and wording.before else standing.in_force
    return newer is None or newer.is_sure
