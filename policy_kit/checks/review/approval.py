"""Who approved the policy, and when?

Until a governing body, committee, trust board or proprietor has agreed it, it is a draft. Staff, parents
and an
inspector can only tell from the policy itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policy_kit.checks.placing import around
from policy_kit.checks.review.telling import at_date, at_front, in_words, sources_of
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Block, DateKind, Policy, PolicyDate
from policy_kit.regexes import regex, seldom

NO_APPROVAL = Rule("PK405", "no-approval", Severity.ERROR, "no approving body or date")

RULES: tuple[Rule, ...] = (NO_APPROVAL,)

_BODY = (
    r"(?:govern(?:ors?|ing|ance)\b|\bGB\b|\bLGB\b|\bFGB\b|trustees?\b|trust board"
    r"|\bboard\b|committees?\b|proprietors?\b|directors\b"
    r"|academy council|local council|head ?teacher|principal\b|executive\b|\bSLT\b"
    r"|leadership team|\btrust\b|\bMAT\b|chief executive|\bCEO\b)"
)
_DONE = r"(?:approv\w+|ratif\w+|adopt\w+|agreed|accepted|endorsed|signed|authorised|(?:reviewed|owned) by)"
_BY_BODY = regex(rf"\b{_DONE}\b.{{0,90}}?{_BODY}|{_BODY}.{{0,70}}?\b{_DONE}\b", re.IGNORECASE | re.DOTALL)
_NEEDS = (
    "approv",
    "ratif",
    "adopt",
    "agreed",
    "accepted",
    "endorsed",
    "signed",
    "authoris",
    "reviewed by",
    "owned by",
)
_REACH = 2  # lines before and after a date in which its body may be named
_LABEL_START = 12  # letters that may stand before a label: "Policy "
_OPENING, _CLOSING = 40, 25  # lines at the front and the end where a bare label speaks of the policy
_THIS_POLICY = seldom(
    r"\b(?:this|the|our|online[- ]safety|e-?safety) (?:[\w-]+ ){0,3}?(?:policy|document)\b", re.IGNORECASE
)
_REVIEWED_BY = seldom(rf"\breview\w*\b.{{0,40}}?{_BODY}", re.IGNORECASE | re.DOTALL)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Report a policy without an approving body, without a date of approval, or without either."""
    if not policy.is_policy:
        return
    given = list(policy.dates_of(DateKind.APPROVED))
    dated = [d for d in given if d.date is not None]
    if dated or _reviewed_by_body(policy):
        if dated and not any(_body_near(policy, d) for d in dated) and _body_anywhere(policy) is None:
            yield _no_body(policy, facts, dated[0])
        return
    if given:
        yield _blank(policy, facts, given)
        return
    yield _nothing(policy, facts)


def _reviewed_by_body(policy: Policy) -> bool:
    """ "Reviewed by the full governing board, March 2026" is as good as approved."""
    reviewed = (d for d in policy.dates_of(DateKind.REVIEWED) if d.date is not None)
    return any(_REVIEWED_BY.search(_lines_around(policy, d, reach=0)) for d in reviewed)


def _body_near(policy: Policy, given: PolicyDate) -> bool:
    return bool(re.search(_BODY, f"{given.label} {_lines_around(policy, given)}", re.IGNORECASE))


def _lines_around(policy: Policy, given: PolicyDate, reach: int = _REACH) -> str:
    at = given.location.block or 0
    near = policy.document.blocks[max(at - reach, 0) : at + reach + 1]
    return "\n".join(b.text for b in near if len(b.text) < 300)


def _body_anywhere(policy: Policy) -> tuple[Block, re.Match[str]] | None:
    """The first passage that says which body approved, or approves, this policy."""
    blocks = policy.document.text_blocks
    edges = {b.index for b in (*blocks[:_OPENING], *blocks[-_CLOSING:], *policy.document.margins)}
    for block in (*blocks, *policy.document.margins):
        lower = block.text.lower()
        if not any(need in lower for need in _NEEDS):
            continue
        label = block.index in edges and len(block.text) < 200
        for sentence in re.split(r"(?<=[.;])\s", block.text):
            found = _BY_BODY.search(sentence)
            if found and ((label and found.start() <= _LABEL_START) or _THIS_POLICY.search(sentence)):
                return block, found
    return None


def _no_body(policy: Policy, facts: Facts, dated: PolicyDate) -> Finding:
    return at_date(
        policy,
        NO_APPROVAL,
        dated,
        f"The policy was approved ({in_words(dated)}), but it does not say by whom.",
        "Name the body that approved it: the governing body, a committee, the trust board or the proprietor.",
        severity=Severity.WARNING,
        sources=sources_of(facts, "dc-approval"),
        key="body",
    )


def _blank(policy: Policy, facts: Facts, given: list[PolicyDate]) -> Finding:
    first = given[0]
    label = first.label.rstrip(" :")
    severity = NO_APPROVAL.severity
    if first.text and re.search(_BODY, first.text, re.IGNORECASE):
        message = f"“{label}” names {first.text}, but no date of approval stands there."
        if any(d.date for d in policy.dates_of(DateKind.REVIEWED)):
            severity = Severity.WARNING  # the body is named and the review dated: one line is lacking
    elif first.text:
        message = f"No approval is recorded: “{label}” reads “{first.text}”."
    else:
        message = f"No approval is recorded: nothing stands beside “{label}”."
    return at_date(
        policy,
        NO_APPROVAL,
        first,
        message,
        "When the body that approves it has done so, write its name and the date here.",
        severity=severity,
        sources=sources_of(facts, "dc-approval"),
        related=given[1:],
        key="date",
    )


def _nothing(policy: Policy, facts: Facts) -> Finding:
    body = _body_anywhere(policy)
    made = at_front(
        policy,
        NO_APPROVAL,
        "The policy does not say when it was approved."
        if body
        else "The policy does not say which body approved it, or when.",
        "Put on the front which body approved it (governing body, committee, trust board "
        "or proprietor) and the "
        "date of the meeting.",
        sources=sources_of(facts, "dc-approval"),
        key="date" if body else "body and date",
    )
    if body is None:
        return made
    block, found = body
    return replace(
        made, quote=around(found.string, found.start(), found.end()), location=policy.location(block)
    )
