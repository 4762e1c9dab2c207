"""Do the people and posts in the policy agree, with one another and with the profile?

Two names for one post mean that one of them has left. A child told to find Mrs Brown, who retired at
Easter, finds
nobody. Two titles for the head make a reader wonder who is meant, and show that text was copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from policy_kit.checks.identity.head_titles import two_titles
from policy_kit.checks.identity.same_person import same_person
from policy_kit.checks.placing import shortened
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Confidence, Person, Policy
from policy_kit.regexes import seldom

DISAGREE = Rule(
    "PK603",
    "people-disagree",
    Severity.WARNING,
    "names or posts that clash in the policy or with the profile",
)

RULES: tuple[Rule, ...] = (DISAGREE,)

_DSL, _DEPUTY = "designated-safeguarding-lead", "deputy-designated-safeguarding-lead"
# Posts that one person holds, and what they are called.
_SINGLE = {
    _DSL: "designated safeguarding lead",
    "headteacher": "headteacher",
    "executive-headteacher": "executive headteacher",
    "chair-of-governors": "chair of governors",
    "online-safety-lead": "online safety lead",
}
_BY_PROFILE = (
    ("dsl", (_DSL,), "designated safeguarding lead"),
    ("headteacher", ("headteacher", "executive-headteacher"), "headteacher"),
    ("link_governor", ("link-governor",), "link governor"),
    ("chair_of_governors", ("chair-of-governors",), "chair of governors"),
    ("online_safety_lead", ("online-safety-lead",), "online safety lead"),
    ("slt_filtering_lead", ("filtering-lead",), "senior leader for filtering and monitoring"),
    ("dpo", ("data-protection-officer",), "data protection officer"),
    ("senco", ("senco",), "SENCO"),
    ("computing_lead", ("computing-lead",), "computing lead"),
    ("trust_safeguarding_lead", ("trust-safeguarding-lead",), "trust safeguarding lead"),
    ("policy_owner", ("policy-owner",), "policy owner"),
)
_SHARED = seldom(
    r"\bco-|\(s\)|leads\b|teachers\b|DSLs\b|officers\b|team|chairs\b|persons\b|acting|job[- ]share",
    re.IGNORECASE,
)
_LIST_REACH = 8  # blocks over which names under one label may run


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Report posts with two holders, a DSL as deputy, two titles of the head, and the profile's view."""
    people = [p for p in policy.people if p.name]
    for role, called in _SINGLE.items():
        yield from _two_holders(policy, [p for p in people if p.role == role], called)
    yield from _own_deputy(policy, people)
    if policy.is_policy:
        yield from two_titles(policy, facts, DISAGREE)
    if facts.profile is not None:
        yield from _against_profile(policy, people, facts.profile.fields)


def _two_holders(policy: Policy, holders: Sequence[Person], called: str) -> Iterator[Finding]:
    if len(holders) < 2:
        return
    first = holders[0]
    others = [p for p in holders[1:] if not same_person(first.name, p.name) and not _one_list(first, p)]
    if not others:
        return
    named = ", ".join(dict.fromkeys(p.name for p in others))
    posts = list(dict.fromkeys(p.post.strip(" :") for p in (first, *others)))
    as_posts = f" (“{'”, “'.join(posts)}”)" if len({x.casefold() for x in posts}) > 1 else ""
    yield _finding(
        policy,
        others[0],
        f"Two people are named as {called}: {first.name} and {named}{as_posts}.",
        "Keep the one who holds the post now, and say of anyone else what they do.",
        related=[first, *others[1:]],
        key=called,
        confidence=Confidence.MEDIUM,
    )


def _one_list(one: Person, other: Person) -> bool:
    """Whether two names stand under one label that has, or may have, several holders."""
    near = abs((one.location.block or 0) - (other.location.block or 0)) <= _LIST_REACH
    if not near or one.post.casefold() != other.post.casefold():
        return False
    return one.location.block == other.location.block or bool(_SHARED.search(one.post))


def _own_deputy(policy: Policy, people: Sequence[Person]) -> Iterator[Finding]:
    leads = [p for p in people if p.role == _DSL and not _SHARED.search(p.post)]
    for deputy in (p for p in people if p.role == _DEPUTY):
        lead = next((p for p in leads if same_person(p.name, deputy.name)), None)
        if lead is not None:
            yield _finding(
                policy,
                deputy,
                f"{deputy.name} is named as designated safeguarding lead and as deputy.",
                "Name the deputy who acts when the lead is away.",
                related=[lead],
                key="own deputy",
                confidence=Confidence.MEDIUM,
            )
            return


def _against_profile(policy: Policy, people: Sequence[Person], fields: Any) -> Iterator[Finding]:
    for field, roles, called in _BY_PROFILE:
        given = str((fields.get(field) or {}).get("name") or "")
        named = [p for p in people if p.role in roles]
        if given and named and not any(same_person(p.name, given) for p in named):
            yield _finding(
                policy,
                named[0],
                f"The policy names {named[0].name} as {called}; the profile has {given}.",
                "Correct whichever is out of date.",
                related=named[1:],
                key=f"profile {field}",
                severity=Severity.ERROR if field == "dsl" else None,
            )
    yield from _deputies(policy, people, fields)


def _deputies(policy: Policy, people: Sequence[Person], fields: Any) -> Iterator[Finding]:
    given = [str(d.get("name") or "") for d in fields.get("deputy_dsls") or ()]
    named = [p for p in people if p.role == _DEPUTY]
    if not given or not named:
        return
    gone = [p for p in named if not any(same_person(p.name, g) for g in given)]
    new = [g for g in given if not any(same_person(p.name, g) for p in people)]
    if gone or new:
        parts = []
        if gone:
            parts.append(f"names {_joined([p.name for p in gone])}, whom the profile does not have")
        if new:
            parts.append(f"does not name {_joined(new)}")
        yield _finding(
            policy,
            (gone or named)[0],
            f"Among the deputy DSLs the policy {' and '.join(parts)}.",
            "Correct whichever is out of date.",
            related=gone[1:],
            key="profile deputy_dsls",
        )


def _joined(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _finding(
    policy: Policy,
    person: Person,
    message: str,
    suggestion: str,
    *,
    related: Sequence[Person],
    key: str,
    severity: Severity | None = None,
    confidence: Confidence = Confidence.HIGH,
) -> Finding:
    block = policy.document.blocks[person.location.block or 0]
    return Finding(
        rule=DISAGREE,
        message=message,
        location=person.location,
        severity=severity or DISAGREE.severity,
        confidence=confidence,
        section=policy.section_at(block),
        quote=shortened(block.display, 160),
        suggestion=suggestion,
        related=tuple(dict.fromkeys(r.location for r in related if r.location != person.location)),
        key=key,
    )
