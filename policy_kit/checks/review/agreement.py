"""Can the policy's dates all be true?

A next review before the approval, an approval before the writing, a title of another year, a history that
goes on
after the approval: each means that some date was not changed when the policy was rolled forward, and nobody
can
tell which version was agreed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from policy_kit.checks.review.telling import at_date, first_day, in_words, last_day, when
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import DONE_DATES, Confidence, DateKind, Policy, PolicyDate
from policy_kit.regexes import regex, seldom

DISAGREE = Rule("PK404", "dates-disagree", Severity.WARNING, "dates that cannot all be true")

RULES: tuple[Rule, ...] = (DISAGREE,)

_CALLED = {
    DateKind.APPROVED: "approved",
    DateKind.REVIEWED: "reviewed",
    DateKind.EFFECTIVE: "brought in",
    DateKind.WRITTEN: "written",
}
_HISTORY = "Version history"
_TITLES = ("title", "header", "footer")
_EARLIER = seldom(r"\b(?:first|original\w*|previous\w*|initial\w*|re-?\w+)\b", re.IGNORECASE)
_BODY = regex(
    r"\b(trust\w*|govern\w*|committee|board|head\w*|principal|staff|SLT|exec(?:utive)?)\b", re.IGNORECASE
)
_ADOPTED = regex(r"\badopted\b", re.IGNORECASE)
# A line of a list of versions, of which the newest counts.
_VERSION = regex(r"^\W*(?:version|issue|revision|v)\.?\s?\d", re.IGNORECASE)
_SLACK = 31  # days by which a history row may follow the approval: the office files it after the meeting


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Report each pair of dates that cannot both be right."""
    dates = [d for d in policy.dates if d.date is not None]
    yield from _two_reviews(policy, dates)
    yield from _two_approvals(policy, dates)
    yield from _review_first(policy, dates)
    yield from _approved_unwritten(policy, dates)
    yield from _other_year(policy, dates)
    yield from _changed_since(policy, dates)
    yield from _not_yet(policy, dates, facts)


def _of(dates: Sequence[PolicyDate], *kinds: DateKind) -> list[PolicyDate]:
    return [d for d in dates if d.kind in kinds]


def _two_reviews(policy: Policy, dates: Sequence[PolicyDate]) -> Iterator[Finding]:
    """Two next review dates that share no day."""
    due = sorted(_of(dates, DateKind.NEXT_REVIEW), key=last_day)
    versions = [d for d in due if _VERSION.match(_line(policy, d))]
    due = [d for d in due if d not in versions[:-1]]
    if len(due) < 2 or last_day(due[0]) >= first_day(due[-1]):
        return
    early, late = due[0], due[-1]
    yield at_date(
        policy,
        DISAGREE,
        early,
        f"Two next review dates are given: {in_words(early)} here and {in_words(late)} elsewhere.",
        "Keep the one that is right, and change the other to it.",
        related=[late],
        key="two-next-reviews",
    )


def _two_approvals(policy: Policy, dates: Sequence[PolicyDate]) -> Iterator[Finding]:
    """Two days of approval by one body, or by a body that only one of them names."""
    done = sorted((d for d in _of(dates, DateKind.APPROVED) if not _EARLIER.search(d.label)), key=last_day)
    if len(done) < 2 or last_day(done[0]) >= first_day(done[-1]):
        return
    early, late = done[0], done[-1]
    bodies = [{b.casefold() for b in _BODY.findall(_line(policy, d))} for d in (early, late)]
    if all(bodies) and not bodies[0] & bodies[1]:
        return  # a committee in May, the board in June
    if early.location.block == late.location.block and len(bodies[0]) > 1:
        return  # the same in one line
    if bool(_ADOPTED.search(early.label)) and not _ADOPTED.search(late.label):
        return  # adopted once, approved since
    yield at_date(
        policy,
        DISAGREE,
        early,
        f"Two dates of approval are given: {in_words(early)} here and {in_words(late)} elsewhere.",
        "Look up in the minutes which one is right, and change the other to it.",
        severity=Severity.ADVICE,
        confidence=Confidence.MEDIUM,
        related=[late],
        key="two-approvals",
    )


def _line(policy: Policy, given: PolicyDate) -> str:
    return policy.document.blocks[given.location.block or 0].text


def _review_first(policy: Policy, dates: Sequence[PolicyDate]) -> Iterator[Finding]:
    """The next review lies before what it should follow."""
    due = _of(dates, DateKind.NEXT_REVIEW)
    if not due:
        return
    next_ = max(due, key=last_day)
    after = [d for d in _of(dates, *DONE_DATES) if first_day(d) > last_day(next_)]
    if after:
        latest = max(after, key=first_day)
        yield at_date(
            policy,
            DISAGREE,
            next_,
            f"The next review ({in_words(next_)}) comes before the policy was {_CALLED[latest.kind]} "
            f"({in_words(latest)}).",
            "Work out when the next review is due from the last one, and correct the date.",
            related=after,
            key="review-before-approval",
        )


def _approved_unwritten(policy: Policy, dates: Sequence[PolicyDate]) -> Iterator[Finding]:
    """Every approval lies before the policy was written."""
    approved, written = _of(dates, DateKind.APPROVED), _of(dates, DateKind.WRITTEN)
    if not approved or not written:
        return
    latest, first = max(approved, key=last_day), min(written, key=first_day)
    if last_day(latest) < first_day(first):
        yield at_date(
            policy,
            DISAGREE,
            latest,
            f"The policy was approved ({in_words(latest)}) before it was written ({in_words(first)}).",
            "Look up in the minutes when this version was approved, and correct the date that is wrong.",
            related=[first],
            key="approved-before-written",
        )


def _other_year(policy: Policy, dates: Sequence[PolicyDate]) -> Iterator[Finding]:
    """The title, header or footer names a time that was over before the policy was approved or reviewed."""
    named = [
        d for d in dates if d.kind is DateKind.PERIOD_END or (d.kind is DateKind.OTHER and d.label in _TITLES)
    ]
    done = _of(dates, DateKind.APPROVED, DateKind.REVIEWED, DateKind.EFFECTIVE)
    for given in named:
        later = [d for d in done if first_day(d) > _title_ends(given)]
        if later:
            latest = max(later, key=first_day)
            yield at_date(
                policy,
                DISAGREE,
                given,
                f"The {given.label} says {in_words(given)}, but the policy was {_CALLED[latest.kind]} "
                f"{when(latest)}.",
                f"Put the present year in the {given.label}, or leave the year out of it.",
                related=later,
                key=f"{given.label}-year",
            )


def _title_ends(given: PolicyDate) -> date:
    """The last day a date in a title stands for: "September 2023" and "2023" may name a whole school year."""
    last = last_day(given)
    if given.kind is DateKind.PERIOD_END:
        return last
    return date(last.year + (last.month > 8), 8, 31)


def _changed_since(policy: Policy, dates: Sequence[PolicyDate]) -> Iterator[Finding]:
    """The newest row of the version history is later than the approval."""
    history = [d for d in _of(dates, DateKind.REVIEWED) if d.label.startswith(_HISTORY)]
    approved = _of(dates, DateKind.APPROVED)
    if not history or not approved:
        return
    newest, latest = max(history, key=first_day), max(approved, key=last_day)
    if (first_day(newest) - last_day(latest)).days > _SLACK:
        yield at_date(
            policy,
            DISAGREE,
            newest,
            f"The version history has a change made {when(newest)}, after the approval ({in_words(latest)}).",
            "If governors have approved the change, put that date on the front; if not, ask them to.",
            confidence=Confidence.MEDIUM,
            related=[latest],
            key="changed-since-approval",
        )


def _not_yet(policy: Policy, dates: Sequence[PolicyDate], facts: Facts) -> Iterator[Finding]:
    """An approval or review that is told as done and lies ahead."""
    ahead = [d for d in _of(dates, DateKind.APPROVED, DateKind.REVIEWED) if first_day(d) > facts.on]
    if ahead:
        one = min(ahead, key=first_day)
        yield at_date(
            policy,
            DISAGREE,
            one,
            f"The policy says it was {_CALLED[one.kind]} {when(one)}, which is still to come.",
            "Leave the date out until it has been done, or correct it.",
            severity=Severity.ADVICE,
            confidence=Confidence.MEDIUM,
            related=ahead,
            key="not-yet",
        )
