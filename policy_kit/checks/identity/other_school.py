"""Does another school's name, trust, area or web address stand in the policy?

Policies are copied from one school to the next. A name that was left in shows governors and parents that
nobody read the policy, and a left-in address or council sends a worried parent to the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.identity.addresses import foreign_domains
from policy_kit.checks.identity.areas import other_areas
from policy_kit.checks.identity.foreign_names import Foreign, other_schools, other_trusts
from policy_kit.checks.identity.voiced_names import voiced_names
from policy_kit.checks.placing import around, place
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Confidence, Policy
from policy_kit.naming import is_same_school

OTHER = Rule("PK601", "other-school", Severity.ERROR, "another school's, trust's or area's name")

RULES: tuple[Rule, ...] = (OTHER,)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Report each name, area or web address that is not this school's, once with all its places.

    A policy that is another school's as a whole is told first.
    """
    another = list(_of_another(policy, facts))
    yield from another
    for foreign in other_schools(policy, facts):
        if another and is_same_school(foreign.name, policy.school_name):
            continue
        yield _finding(
            policy, foreign, f"This names another school, {foreign.name}", "Put your own school's name here"
        )
    for foreign in voiced_names(policy, facts):
        yield _finding(
            policy,
            foreign,
            f"This speaks in the voice of another school, {foreign.name}",
            "Put your own school's name here",
        )
    for foreign in other_trusts(policy, facts):
        yield _finding(
            policy, foreign, f"This names another trust, {foreign.name}", "Put your own trust's name here"
        )
    for foreign in other_areas(policy, facts):
        yield _finding(
            policy,
            foreign,
            f"This names {foreign.name}, and elsewhere the policy's area is {foreign.own}",
            "Put your own local authority's name and contacts here",
        )
    for foreign in foreign_domains(policy, facts):
        yield _finding(
            policy,
            foreign,
            f"This address is at {foreign.name}, and the school's own is {foreign.own}",
            "Put your own address here",
        )


def _of_another(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """The policy gives itself another school's name than the profile's: one of the two is the wrong file."""
    fields = facts.profile.fields if facts.profile else {}
    given = [str(fields[name]) for name in ("school_name", "short_name") if fields.get(name)]
    named = policy.school_name
    if not given or not named or any(is_same_school(named, own) for own in given):
        return
    if any(named.casefold() in own.casefold() for own in given):
        return
    block = next((b for b in policy.document.blocks if named in b.text), policy.document.blocks[0])
    yield place(
        policy,
        OTHER,
        block,
        f"The policy is of {named}, and the profile is of {given[0]}.",
        "See whether this is the right policy, and the right profile.",
        quote=block.text[:160],
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        key="another school's policy",
    )


def _finding(policy: Policy, foreign: Foreign, message: str, mend: str) -> Finding:
    first = foreign.places[0]
    own = f" (the policy is of {foreign.own})" if foreign.own and foreign.own not in message else ""
    return place(
        policy,
        OTHER,
        first.block,
        f"{message}{own}.",
        f"{mend}; if it is meant, say in what way it concerns you.",
        quote=around(first.text, first.start, first.end),
        severity=_SEVERITY[foreign.confidence],
        confidence=foreign.confidence,
        related=[p.block for p in foreign.places[1:]],
        key=foreign.name,
    )


_SEVERITY = {
    Confidence.HIGH: Severity.ERROR,
    Confidence.MEDIUM: Severity.WARNING,
    Confidence.LOW: Severity.ADVICE,
}
