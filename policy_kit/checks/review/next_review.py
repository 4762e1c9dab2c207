"""Is the policy in date, and does it say when it is reviewed next?

A policy past its review date tells staff and parents what was right some time ago. One without a date
drifts: nobody is reminded. A review date, and that it has not passed, is what a governor looks for first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policy_kit.checks.placing import around
from policy_kit.checks.review.telling import (
    at_date,
    at_front,
    confidence_of,
    how_long,
    in_words,
    last_day,
    sources_of,
)
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import DONE_DATES, Confidence, DateKind, Location, Policy, PolicyDate
from policy_kit.regexes import regex

OVERDUE = Rule("PK401", "review-overdue", Severity.ERROR, "the next review date is past")
NO_DATE = Rule("PK402", "no-review-date", Severity.ERROR, "no next review date, or a blank one")

RULES: tuple[Rule, ...] = (OVERDUE, NO_DATE)

_MEND = "Review the policy, have it approved, and put the new review date on the front."
_HOW_OFTEN = regex(
    r"\breview\w*\b[^.]{0,60}?\b(?:annual(?:ly)?|yearly|(?:every|each) (?:\w+ )?(?:years?"
    r"|terms?|months?)|once a year)\b"
    r"|\b(?:annual(?:ly)?|yearly)\b[^.]{0,15}\breview",
    re.IGNORECASE,
)
_INTERVAL = regex(
    r"annual|yearly|every|each|termly|ongoing|as (?:and when|needed|required)|^\w+ years?$", re.IGNORECASE
)

_NUMBERS = regex(r"\d+")
_LATE = regex(r"(?<!\d)(?:29|30|31)(?!\d)")


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Report a review that is overdue, and a review date that is missing or blank."""
    due = [d for d in policy.dates_of(DateKind.NEXT_REVIEW) if d.date is not None]
    blank = [d for d in policy.dates_of(DateKind.NEXT_REVIEW) if d.date is None]
    if due:
        latest = max(due, key=last_day)
        if last_day(latest) < facts.on:
            yield _overdue(policy, facts, latest, due)
        yield from (_blank_too(policy, facts, one, latest) for one in blank[:1])
        yield from (_no_such_day(policy, facts, one) for one in due if _has_no_such_day(one))
        return
    yield from _ended(policy, facts)
    if blank:
        yield _blank(policy, facts, blank)
    elif policy.is_policy:
        yield _none(policy, facts)


def _overdue(policy: Policy, facts: Facts, latest: PolicyDate, due: list[PolicyDate]) -> Finding:
    late = how_long(last_day(latest), facts.on)
    return at_date(
        policy,
        OVERDUE,
        latest,
        f"The review is overdue by {late}: it was due {_by(latest)} {in_words(latest)}.",
        _MEND,
        confidence=confidence_of(latest),
        sources=sources_of(facts, "dc-next-review"),
        related=due,
    )


def _ended(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Without a review date, the end of the time the title names says when the policy ran out."""
    periods = [d for d in policy.dates_of(DateKind.PERIOD_END) if d.date is not None]
    if periods and policy.is_policy:
        latest = max(periods, key=last_day)
        if last_day(latest) < facts.on:
            late = how_long(last_day(latest), facts.on)
            yield at_date(
                policy,
                OVERDUE,
                latest,
                f"The policy is for {in_words(latest)}, which ended {late} ago.",
                _MEND,
                sources=sources_of(facts, "dc-next-review"),
            )


def _blank_too(policy: Policy, facts: Facts, blank: PolicyDate, dated: PolicyDate) -> Finding:
    return at_date(
        policy,
        NO_DATE,
        blank,
        f"{_what_stands(blank)} Elsewhere the next review is given as {in_words(dated)}.",
        f"Put {in_words(dated)} here too, or take this line out.",
        severity=Severity.WARNING,
        sources=sources_of(facts, "dc-next-review"),
        related=[dated],
    )


def _has_no_such_day(given: PolicyDate) -> bool:
    """Whether a date names a 29th to 31st of a month that has none: it was read as the month."""
    return (
        given.precision == "month"
        and len(_NUMBERS.findall(given.text)) > 1
        and bool(_LATE.search(given.text))
    )


def _no_such_day(policy: Policy, facts: Facts, given: PolicyDate) -> Finding:
    return at_date(
        policy,
        NO_DATE,
        given,
        f"“{given.label.rstrip(' :')}” reads “{given.text}”, a day that the calendar does not have.",
        "Write the day that was meant.",
        severity=Severity.WARNING,
        sources=sources_of(facts, "dc-next-review"),
    )


def _blank(policy: Policy, facts: Facts, blank: list[PolicyDate]) -> Finding:
    return at_date(
        policy,
        NO_DATE,
        blank[0],
        f"There is no next review date. {_what_stands(blank[0])}",
        f"Write its date here, at most {facts.standard.max_review_months()} months after the last review.",
        confidence=_sure_of(blank[0]),
        sources=sources_of(facts, "dc-next-review"),
        related=blank[1:],
    )


def _sure_of(blank: PolicyDate) -> Confidence:
    """Less sure where figures stand that may be a date in a way of writing not known here."""
    return Confidence.MEDIUM if re.search(r"\d", blank.text) else Confidence.HIGH


def _what_stands(blank: PolicyDate) -> str:
    label = f"“{blank.label.rstrip(' :')}”"
    if not blank.text:
        return f"Nothing stands beside {label}."
    if _INTERVAL.search(blank.text):
        return f"{label} says “{blank.text}”, which is how often and not when."
    if re.search(r"\d", blank.text):
        return f"{label} reads “{blank.text}”, which could not be read as a date."
    return f"{label} reads “{blank.text}”."


def _none(policy: Policy, facts: Facts) -> Finding:
    how_often = _how_often(policy)
    past = [d for d in policy.dates_of(*DONE_DATES) if d.date is not None and last_day(d) <= facts.on]
    message = "The policy does not say when it will next be reviewed."
    if how_often:
        message += " It says how often, but gives no date."
    if past:
        last = max(past, key=last_day)
        message += f" The last date it gives is {in_words(last)}, {how_long(last_day(last), facts.on)} ago."
    suggestion = (
        "Put a next review date on the front, at most "
        f"{facts.standard.max_review_months()} months after the last review."
    )
    made = at_front(policy, NO_DATE, message, suggestion, sources=sources_of(facts, "dc-next-review"))
    return replace(made, quote=how_often[0], location=how_often[1]) if how_often else made


def _how_often(policy: Policy) -> tuple[str, Location] | None:
    """The words that say how often this policy is reviewed."""
    for block in policy.document.text_blocks:
        lower = block.text.lower()
        if "review" in lower and "policy" in lower and (found := _HOW_OFTEN.search(block.text)):
            return around(block.text, found.start(), found.end()), policy.location(block)
    return None


def _by(given: PolicyDate) -> str:
    return "on" if given.precision == "day" else "by the end of"
