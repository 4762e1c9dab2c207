"""How the currency checks say what they found: one finding a fault, its further places, its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policy_kit.checks.currency.running import Found
from policy_kit.checks.placing import around, place
from policy_kit.findings import Finding, Rule, Severity, Source
from policy_kit.guidance import GuidanceDocument, Organisation
from policy_kit.model import Confidence, Policy

CHECK_FIRST = " This rests on memory, not on a source: check it before you change anything."


def report(
    policy: Policy,
    rule: Rule,
    places: Sequence[Found],
    message: str,
    suggestion: str,
    *,
    severity: Severity,
    confidence: Confidence,
    key: str,
    sure: bool = True,
    sources: tuple[Source, ...] = (),
) -> Finding:
    """One finding at the first of `places`, the others related.

    sure: whether the register holds a source; without one it is advice, and the message says "check".
    """
    first = places[0]
    finding = place(
        policy,
        rule,
        first.block,
        message if sure else message + CHECK_FIRST,
        suggestion,
        quote=around(first.block.text, first.start, first.end),
        severity=severity if sure else Severity.ADVICE,
        confidence=confidence if sure else Confidence.LOW,
        related=[other.block for other in places[1:]],
        key=key,
    )
    return replace(finding, sources=sources)


def source_of(document: GuidanceDocument | None) -> tuple[Source, ...]:
    """The publisher's own page, for a reader to check; never where the register learnt of it."""
    return (Source(document.title, document.url),) if document else ()


def home_of(organisation: Organisation) -> tuple[Source, ...]:
    """The body's own page."""
    return (Source(organisation.name, organisation.url),) if organisation.url else ()


def by_severity(word: str) -> Severity:
    """The register's low is advice; its medium and high are warnings."""
    return Severity.ADVICE if word == "low" else Severity.WARNING
