"""Is the policy newer than the guidance it knows?

A policy dated October 2026 that cites KCSIE 2025 was reviewed after the 2026 edition came into force and did
not take it in: the date on the front page tells governors something that is not so. This is asked of the
policy's date, once for the whole policy; each old edition by itself is PK301's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from policy_kit.checks.currency.reporting import source_of
from policy_kit.checks.currency.running import standings
from policy_kit.checks.currency.superseded import is_superseded
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.guidance import Edition
from policy_kit.guidance.dates import in_words
from policy_kit.guidance.standing import Standing
from policy_kit.model import Confidence, DateKind, Policy, PolicyDate
from policy_kit.quick import dataclass

NEWER_THAN_ITS_GUIDANCE = Rule(
    "PK305",
    "newer-than-its-guidance",
    Severity.WARNING,
    "The policy's own date is after the in-force date of an edition it does not know.",
)
RULES: tuple[Rule, ...] = (NEWER_THAN_ITS_GUIDANCE,)

_OWN_DATES = (DateKind.APPROVED, DateKind.WRITTEN, DateKind.EFFECTIVE, DateKind.REVIEWED)
_SAID = {
    DateKind.APPROVED: "approved",
    DateKind.WRITTEN: "written",
    DateKind.EFFECTIVE: "in effect",
    DateKind.REVIEWED: "reviewed",
}


@dataclass(frozen=True, slots=True)
class _Missed:
    """A document of which the policy knows only old editions, and the edition in force on its own date."""

    places: tuple[Standing, ...]
    edition: Edition


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Yield one finding if the policy's date is after the start of editions it does not know."""
    own = _own_date(policy, facts.on)
    if own is None:
        return
    given, day = own
    missed = list(_missed(policy, facts, day))
    if missed:
        yield _finding(policy, given, missed)


def _own_date(policy: Policy, on: date) -> tuple[PolicyDate, date] | None:
    """The latest date the policy gives itself, taken as early as its words allow, up to the day of asking."""
    days = [(d, d.first or d.date) for d in policy.dates_of(*_OWN_DATES)]
    known = [(d, day) for d, day in days if day is not None and day <= on]
    return max(known, key=lambda pair: pair[1], default=None)


def _missed(policy: Policy, facts: Facts, day: date) -> Iterator[_Missed]:
    by_document: dict[str, list[Standing]] = {}
    for standing in standings(policy, facts):
        if standing.citation.how != "wording" and standing.cited is not None:
            by_document.setdefault(standing.document.id, []).append(standing)
    for places in by_document.values():
        document = places[0].document
        edition = next((e for e in reversed(document.line) if e.starts and e.starts <= day), None)
        if edition is None or not edition.is_sure or not all(is_superseded(s) for s in places):
            continue
        cited = [s.cited for s in places if s.cited]
        if all(c.starts and edition.starts and c.starts < edition.starts for c in cited):
            yield _Missed(tuple(places), edition)


def _finding(policy: Policy, given: PolicyDate, missed: list[_Missed]) -> Finding:
    names = "; ".join(_told(m) for m in missed)
    words = f"{given.label} {given.text}" if given.label and given.label not in given.text else given.text
    block = given.location.block
    places = sorted({s.citation.block for m in missed for s in m.places})
    return Finding(
        rule=NEWER_THAN_ITS_GUIDANCE,
        message=(
            f"The policy's own date is {' '.join(given.text.split())} ({_SAID[given.kind]}), but it does "
            f"not know guidance that was in force by then: {names}."
        ),
        location=given.location,
        severity=NEWER_THAN_ITS_GUIDANCE.severity,
        confidence=Confidence.HIGH if given.precision == "day" else Confidence.MEDIUM,
        section=policy.section_at(policy.document.blocks[block]) if block is not None else None,
        quote=" ".join(words.split()),
        suggestion=(
            "Review the policy against the editions in force today, not only the dates on it; then give it "
            "the date of that review."
        ),
        sources=tuple(s for m in missed for s in source_of(m.places[0].document)),
        related=tuple(policy.location(policy.document.blocks[i]) for i in places),
        key=",".join(m.places[0].document.id for m in missed),
    )


def _told(missed: _Missed) -> str:
    document, edition = missed.places[0].document, missed.edition
    labels = sorted({s.cited.label for s in missed.places if s.cited})
    return (
        f"{document.name} {edition.label} (in force {in_words(edition.starts_as_given)}; "
        f"the policy cites {', '.join(labels)})"
    )
