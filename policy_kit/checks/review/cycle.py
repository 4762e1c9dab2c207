"""Is the policy reviewed as often as the standard asks?

Guidance on being online changes every year. A policy that is looked at every two or three years spends most
of
that time behind it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from policy_kit.checks.placing import around, place
from policy_kit.checks.review.telling import (
    at_date,
    confidence_of,
    first_day,
    how_long,
    in_words,
    last_day,
    sources_of,
)
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.guidance.dates import MONTHS
from policy_kit.model import DONE_DATES, DateKind, Policy
from policy_kit.regexes import seldom

TOO_LONG = Rule("PK403", "review-cycle-too-long", Severity.WARNING, "longer than the standard allows")

RULES: tuple[Rule, ...] = (TOO_LONG,)

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "other": 2, "second": 2, "third": 3}
_COUNT = r"(?P<{}>two|three|four|five|other|second|third|[2-5])"
_IN_WORDS = seldom(
    rf"\breview\w*\b[^.|]{{0,60}}?\bevery {_COUNT.format('a')}(?:rd|nd)? years?\b"
    rf"|\bevery {_COUNT.format('b')} years?,? (?:this|the|our) (?:[\w-]+ ){{0,3}}policy [^.|]{{0,30}}\breview"
    rf"|\breview (?:cycle|period|frequency|interval)\b[\s:|–-]{{0,5}}(?:every )?{_COUNT.format('c')}[ -]?year"
    rf"(?:s|ly)?\b"
    rf"|\b{_COUNT.format('d')}[ -]year(?:ly)? (?:review|cycle)\b"
    r"|\breview\w*\b[^.|]{0,40}?\b(?P<biennial>bi-?ennial(?:ly)?|(?P<triennial>tri-?ennial(?:ly)?))\b",
    re.IGNORECASE,
)
_THIS = seldom(
    r"\b(?:this|the|our|online safety|e-?safety) policy\b|\breview (?:cycle|period|freq|interval)",
    re.IGNORECASE,
)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Report a next review too long after the last one, by the dates or, without them, by the words."""
    most = facts.standard.max_review_months()
    by_dates = _by_dates(policy, facts, most)
    if by_dates is not None:
        yield by_dates
    else:
        yield from _by_words(policy, facts, most)


def _by_dates(policy: Policy, facts: Facts, most: int) -> Finding | None:
    due = [d for d in policy.dates_of(DateKind.NEXT_REVIEW) if d.date is not None]
    if not due:
        return None
    latest = max(due, key=last_day)
    since = [
        d for d in policy.dates_of(*DONE_DATES) if d.date is not None and last_day(d) < first_day(latest)
    ]
    if not since:
        return None
    last = max(since, key=last_day)
    if first_day(latest) <= _limit(last_day(last), most):
        return None
    return at_date(
        policy,
        TOO_LONG,
        latest,
        f"The next review ({in_words(latest)}) is {how_long(last_day(last), first_day(latest))} "
        f"after the last date "
        f"({in_words(last)}); it should be at most {most} months.",
        _mend(_later(last_day(last), most), facts.on),
        confidence=confidence_of(latest),
        sources=sources_of(facts, "dc-next-review"),
        related=[last],
    )


def _mend(due: date, on: date) -> str:
    when = f"forward to {MONTHS[due.month - 1]} {due.year}" if due > on else "forward to this term"
    return f"Bring the review {when}, and do it every year."


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _limit(last: date, months: int) -> date:
    """The end of the term in which the months are up: boards meet once or twice a term."""
    due = _later(last, months)
    ends = ((4, 15), (8, 31), (12, 31))
    return next(date(due.year, m, d) for m, d in ends if (due.month, due.day) <= (m, d))


def _by_words(policy: Policy, facts: Facts, most: int) -> Iterator[Finding]:
    for block in policy.document.text_blocks:
        lower = block.text.lower()
        if "review" not in lower or not ("year" in lower or "ennial" in lower):
            continue
        found = _found_in_words(block.text)
        if found and _years(found) * 12 > most:
            found_here = place(
                policy,
                TOO_LONG,
                block,
                f"The policy is reviewed every {_years(found)} years; it should be every {most} months.",
                "Say that the policy is reviewed every year, and give the date of the next review.",
                quote=around(found.string, found.start(), found.end()),
            )
            yield replace(found_here, sources=sources_of(facts, "dc-next-review"))
            return


def _found_in_words(text: str) -> re.Match[str] | None:
    """How often, in a sentence about this policy."""
    sentences = re.split(r"(?<=[.;])\s", text)
    return next((m for s in sentences if _THIS.search(s) and (m := _IN_WORDS.search(s))), None)


def _years(found: re.Match[str]) -> int:
    if found["triennial"]:
        return 3
    if found["biennial"]:
        return 2
    word = next(w for w in (found["a"], found["b"], found["c"], found["d"]) if w).lower()
    return _NUMBERS.get(word) or int(word)
