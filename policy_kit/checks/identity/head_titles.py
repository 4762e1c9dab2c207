"""Two titles for the one post of the head: "the Headteacher" here, "the Principal" there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.checks.placing import around, place
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule
from policy_kit.model import Block, Confidence, Policy
from policy_kit.regexes import regex, seldom

# "The principal reason" and "principal contractor" are no heads.
_HEAD = regex(r"\b(?:head\s?-?teacher)\b(?!s)", re.IGNORECASE)
_PRINCIPAL = regex(
    r"\bPrincipal\b(?![/ ](?:Contractor|Designer|Officer|Educational|Social|Advis\w+"
    r"|Lecturer|Teacher|Investigator))"
    r"|\b(?:the|our|a|deputy|vice) principal\b(?= (?:will|is|has|may|must|or|and"
    r"|should|can|of|who|in|for|to)\b|[.,;:/)])"
)
_BOTH = seldom(
    r"\bhead\s?-?teacher\s?(?:/|or|\()\s?principal\b|\bprincipal\s?(?:/|or|\()\s?head\s?-?teacher\b",
    re.IGNORECASE,
)
_LIKE_HEADS = regex(r"\b(executive head\s?-?teacher|head of school)\b", re.IGNORECASE)
_OTHERS = regex(
    r"\b(?:executive|vice|deputy|assistant|associate) (?:principal|head\s?-?teacher)\b"
    r"|\b(?:advice|guidance) for head\s?-?teachers?\b"
    r"|\bunion\b|\bassociation of\b|https?://\S+",
    re.IGNORECASE,
)


def two_titles(policy: Policy, facts: Facts, rule: Rule) -> Iterator[Finding]:
    """One finding if both titles are in use, or if the title in use is not the profile's."""
    heads, principals = _uses(policy, _HEAD, "head"), _uses(policy, _PRINCIPAL, "principal")
    heads = heads or _like_heads(policy)  # who may have a headteacher beside them, but no principal
    wanted = str((facts.profile.fields if facts.profile else {}).get("head_title") or "")
    by_profile = heads if wanted == "Principal" else principals if wanted else None
    if by_profile is None:
        odd = min((heads, principals), key=len) if heads and principals else []
    else:
        odd = by_profile
    if not odd:
        return
    block, match = odd[0]
    usual, here = ("Headteacher", "Principal") if odd is principals else ("Principal", "Headteacher")
    if usual == "Headteacher" and (like := _LIKE_HEADS.search(heads[0][1][0] if heads else wanted)):
        usual = like[0]
    count = len(principals if odd is heads else heads)
    told = (
        f"the profile says {wanted}" if by_profile is not None else f"elsewhere it is {usual} ({count} times)"
    )
    yield place(
        policy,
        rule,
        block,
        f"The head is called {here} here, and {told}.",
        f"Use one title throughout: {wanted or usual}, if that is the school's own.",
        quote=around(block.text, *match.span()),
        confidence=Confidence.HIGH
        if by_profile is not None or min(len(heads), len(principals)) > 1
        else Confidence.MEDIUM,
        related=[b for b, _ in odd[1:]],
        key="title of the head",
    )


def _like_heads(policy: Policy) -> list[tuple[Block, re.Match[str]]]:
    """Where an executive headteacher or a head of school is named."""
    found = ((b, _LIKE_HEADS.search(b.text)) for b in policy.document.text_blocks if "ead" in b.text)
    return [(block, match) for block, match in found if match]


def _uses(policy: Policy, title: re.Pattern[str], need: str) -> list[tuple[Block, re.Match[str]]]:
    out = []
    for block in (*policy.document.text_blocks, *policy.document.margins):
        if need not in block.text.lower():
            continue
        text = _OTHERS.sub(lambda m: "#" * len(m[0]), _BOTH.sub(lambda m: "#" * len(m[0]), block.text))
        found = title.search(text)
        if found:
            out.append((block, found))
    return out
