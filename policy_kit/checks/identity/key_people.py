"""Does the policy name the people whom a child, parent or colleague must be able to reach?

Roles without names leave a worried child or a new teacher with nobody to turn to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.checks.identity.unnamed_trust import unnamed_trust
from policy_kit.checks.placing import shortened
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity, Source
from policy_kit.model import Block, Confidence, Location, Person, Policy
from policy_kit.regexes import seldom

MISSING = Rule("PK602", "key-person-missing", Severity.WARNING, "a role the standard wants named has no name")

RULES: tuple[Rule, ...] = (MISSING,)

_DSL = "designated-safeguarding-lead"
# Roles that the standard wants named (online-safety, document control, dc-named-people), with the roles that
# stand in for them.
_WANTED = {
    _DSL: (),
    "deputy-designated-safeguarding-lead": (),
    "headteacher": ("executive-headteacher", "chief-executive"),
    "link-governor": ("chair-of-governors",),
}
_CALLED = {
    _DSL: "the designated safeguarding lead (DSL)",
    "deputy-designated-safeguarding-lead": "a deputy DSL",
    "headteacher": "the headteacher",
    "link-governor": "the governor who leads on safeguarding or online safety",
}
_SIGNATURE = seldom(r"\bsignatures?\b", re.IGNORECASE)
_ELSEWHERE = seldom(
    r"\b(?:details?|names?) of\b[^.]{0,80}\b(?:DSLs?|designated safeguarding leads?)\b"
    r"[^.]{0,80}\b(?:set out|found|given|listed|in our|policy)",
    re.IGNORECASE,
)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Report labels whose name is blank, and wanted roles that have no name anywhere."""
    named = {p.role for p in policy.people if p.name}
    blank = [p for p in policy.people if not p.name and not _signs(policy, p)]
    for person in blank:
        yield _blank(policy, facts, person, elsewhere=person.role in named)
    if policy.is_policy:
        asked = {p.role for p in blank} | named
        if sum(p.role == _DSL for p in policy.people if p.name) > 1:
            asked.add(
                "deputy-designated-safeguarding-lead"
            )  # several leads are listed: one stands in for another
        lacking = [role for role, instead in _WANTED.items() if not asked & {role, *instead}]
        if lacking:
            yield _lacking(policy, facts, lacking)
    yield from unnamed_trust(policy, facts, MISSING)


def _signs(policy: Policy, person: Person) -> bool:
    """Whether a post stands in a table for signatures, where the cell beside it is to be signed in."""
    blocks = policy.document.blocks
    table = blocks[person.location.block or 0].table
    return table is not None and any(b.table == table and _SIGNATURE.search(b.text) for b in blocks)


def _blank(policy: Policy, facts: Facts, person: Person, *, elsewhere: bool) -> Finding:
    block = policy.document.blocks[person.location.block or 0]
    post = person.post.strip(" :")
    if elsewhere:
        severity, more = Severity.ADVICE, " Elsewhere the policy names somebody for it."
    else:
        severity, more = _severity([person.role]), ""
    return Finding(
        rule=MISSING,
        message=f"No name stands beside “{post}”.{more}",
        location=person.location,
        severity=severity,
        section=policy.section_at(block),
        quote=shortened(block.display),
        suggestion="Write in the name, with a way to reach them.",
        sources=_sources(facts),
        key=person.role,
    )


def _severity(roles: list[str]) -> Severity:
    return Severity.ERROR if _DSL in roles else Severity.WARNING


def _lacking(policy: Policy, facts: Facts, roles: list[str]) -> Finding:
    pointer = _pointer(policy) if _DSL in roles else None
    told = [_CALLED[role] for role in roles]
    listed = ", ".join(told[:-1]) + (" or " if told[:-1] else "") + told[-1]
    where = " It says that another policy does." if pointer else ""
    place = pointer or _title_block(policy)
    return Finding(
        rule=MISSING,
        message=f"The policy does not name {listed}.{where}",
        location=policy.location(place) if place else Location(),
        severity=Severity.WARNING if pointer else _severity(roles),
        confidence=Confidence.MEDIUM,
        section="document-control",
        quote=shortened(pointer.display) if pointer else "",
        suggestion="Put a short table of key people near the front: role, name, and how to reach them.",
        sources=_sources(facts),
        key="not named",
    )


def _title_block(policy: Policy) -> Block | None:
    opening = [b for b in policy.document.text_blocks[:30] if b.text.strip()]
    titled = (b for b in opening if policy.title and policy.title in b.text)
    return next(titled, opening[0] if opening else None)


def _pointer(policy: Policy) -> Block | None:
    """The sentence that says the names stand in another document."""
    blocks = (
        b for b in policy.document.text_blocks if "details" in b.text.lower() or "name" in b.text.lower()
    )
    return next((b for b in blocks if _ELSEWHERE.search(b.text)), None)


def _sources(facts: Facts) -> tuple[Source, ...]:
    section = facts.standard.section("document-control")
    points = section.points if section else ()
    return tuple(Source(p.source) for p in points if p.id == "dc-named-people" and p.source)
