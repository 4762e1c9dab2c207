"""How the review checks speak of dates, and where they point."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity, Source
from policy_kit.guidance.dates import MONTHS
from policy_kit.model import Block, Confidence, Location, Policy, PolicyDate
from policy_kit.regexes import regex

_SURE = regex(
    r"next|following|due|renew|expir|valid|to be|will|shall|must|should|by$|planned|for", re.IGNORECASE
)


def day_in_words(day: date) -> str:
    """A day as a person says it: 8 October 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words(given: PolicyDate) -> str:
    """The date of a policy as a person says it: the day, else the policy's own words."""
    if given.date is None:
        return given.text
    if given.precision == "day":
        return day_in_words(given.date)
    if given.precision == "month" and given.first and given.first.month == given.date.month:
        return f"{MONTHS[given.date.month - 1]} {given.date.year}"
    return given.text


def when(given: PolicyDate) -> str:
    """The date with its preposition: "on 8 October 2026", "in September 2027"."""
    return f"{'on' if given.precision == 'day' else 'in'} {in_words(given)}"


def how_long(since: date, until: date) -> str:
    """The time between two days: "12 days", "1 month", "2 years and 3 months"."""
    months = (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)
    if months < 1:
        days = (until - since).days
        return f"{days} day{'s' * (days != 1)}"
    years, months = divmod(months, 12)
    parts = [f"{n} {unit}{'s' * (n != 1)}" for n, unit in ((years, "year"), (months, "month")) if n]
    return " and ".join(parts)


def first_day(given: PolicyDate) -> date:
    """The first day a dated PolicyDate can mean."""
    return given.first or given.date or date.max


def last_day(given: PolicyDate) -> date:
    """The last day a dated PolicyDate can mean."""
    return given.date or date.min


def block_of(policy: Policy, given: PolicyDate) -> Block:
    """The block a date stands in."""
    return policy.document.blocks[given.location.block or 0]


def confidence_of(given: PolicyDate) -> Confidence:
    """High where the label says it is the next review; medium where "Review date" may be the last one."""
    return Confidence.HIGH if _SURE.search(given.label) else Confidence.MEDIUM


def quote_of(policy: Policy, given: PolicyDate, length: int = 160) -> str:
    """The policy's words around a date: its whole line if that is short, else the label and the date."""
    text = " ".join(block_of(policy, given).text.split())
    if len(text) <= length:
        return text
    at = max(text.find(given.text), 0)
    start = max(at - 80, 0)
    start = text.find(" ", start) + 1 if start else 0
    end = at + len(given.text) + 40
    return text[start:] if end >= len(text) else text[start:end].rsplit(" ", 1)[0]


def front(policy: Policy) -> Block | None:
    """The block to point to where something is lacking: the title, else the first line."""
    opening = [b for b in policy.document.text_blocks[:30] if b.text.strip()]
    titled = (b for b in opening if policy.title and policy.title.split("|")[0][:40] in b.text)
    return next(titled, opening[0] if opening else None)


def sources_of(facts: Facts, point_id: str) -> tuple[Source, ...]:
    """Where the standard's point on document control comes from."""
    section = facts.standard.section("document-control")
    points = section.points if section else ()
    return tuple(Source(p.source) for p in points if p.id == point_id and p.source)


def at_date(
    policy: Policy,
    rule: Rule,
    given: PolicyDate,
    message: str,
    suggestion: str,
    *,
    severity: Severity | None = None,
    confidence: Confidence = Confidence.HIGH,
    sources: tuple[Source, ...] = (),
    related: Iterable[PolicyDate] = (),
    key: str = "",
) -> Finding:
    """A finding at one of the policy's dates, with the words around it."""
    return Finding(
        rule=rule,
        message=message,
        location=given.location,
        severity=severity or rule.severity,
        confidence=confidence,
        section=policy.section_at(block_of(policy, given)),
        quote=quote_of(policy, given),
        suggestion=suggestion,
        sources=sources,
        related=tuple(r.location for r in related if r.location != given.location),
        key=key,
    )


def at_front(
    policy: Policy,
    rule: Rule,
    message: str,
    suggestion: str,
    *,
    sources: tuple[Source, ...] = (),
    key: str = "",
) -> Finding:
    """A finding about something the policy lacks altogether: it points to the title and quotes nothing."""
    block = front(policy)
    return Finding(
        rule=rule,
        message=message,
        location=policy.location(block) if block else Location(),
        severity=rule.severity,
        section="document-control",
        suggestion=suggestion,
        sources=sources,
        key=key,
    )
