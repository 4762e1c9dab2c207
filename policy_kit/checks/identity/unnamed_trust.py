"""A trust that the policy speaks of and never names: "the school, along with the MAT, will review"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.checks.placing import around, place
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Block, Confidence, Policy
from policy_kit.naming import trust_names
from policy_kit.regexes import regex, seldom

# "the trust of parents" is no body; "the Trust" is, as is "the MAT".
_TRUST = seldom(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts) "
    r"(?:MAT\b|(?:(?:[Mm]ulti-?\s?)?[Aa]cademy )?Trust\b|multi-?\s?academy trust\b)"
)
_ONLY_IF = regex(r"\b(?:if|where|when|whether|any|a|an|or) [^.]{0,60}$", re.IGNORECASE)


def unnamed_trust(policy: Policy, facts: Facts, rule: Rule) -> Iterator[Finding]:
    """One finding, with every place, if no trust is named anywhere, nor in the profile."""
    given = facts.profile.fields.get("trust_name") if facts.profile else None
    if given or policy.trust_name or not policy.is_policy:
        return
    places = list(_places(policy))
    if not places or any(trust_names(b.text) for b in policy.document.blocks if "rust" in b.text):
        return
    first, found = places[0]
    yield place(
        policy,
        rule,
        first,
        f"The policy speaks of “{found[0]}” and never names it.",
        "Name the trust, or take the words out if the school belongs to none.",
        quote=around(first.text, found.start(), found.end()),
        severity=Severity.ADVICE,
        confidence=Confidence.MEDIUM,
        related=[block for block, _ in places[1:]],
        key="trust",
    )


def _places(policy: Policy) -> Iterator[tuple[Block, re.Match[str]]]:
    for block in policy.document.text_blocks:
        if "rust" not in block.text and "MAT" not in block.text:
            continue
        found = _TRUST.search(block.text)
        if found and not _ONLY_IF.search(block.text[: found.start()]):
            yield block, found
