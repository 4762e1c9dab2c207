"""Areas (councils, safeguarding partnerships) that a policy names and that are not the school's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from policy_kit.checks.identity.foreign_names import Foreign, NamePlace
from policy_kit.facts import Facts
from policy_kit.model import Confidence, Policy
from policy_kit.naming import area_names
from policy_kit.regexes import seldom

# Why a policy may well name another area: where children live, who wrote something, several areas served.
_WITH_REASON = seldom(
    r"\b(?:liv(?:e|es|ing) in|resid\w+|border\w*|out[- ]of[- ](?:area|county|borough)"
    r"|other local authorit\w*|neighbouring|template"
    r"|adapted|based on|thanks|acknowledg\w*|produced by|model policy|guidance|published"
    r"|copyright|resources?|toolkit|formerly|judgment"
    r"|police|university|hospital)\b|©",
    re.IGNORECASE,
)


# What a profile says of its surroundings: a school may lie between two areas, and names the services of each.
_LOCAL = (
    "local_authority",
    "safeguarding_partnership",
    "lado_contact",
    "social_care_contact",
    "prevent_contact",
    "police_contact",
)


def other_areas(policy: Policy, facts: Facts) -> Iterator[Foreign]:
    """Areas other than the profile's, or, without a profile, than the one named by far the most."""
    places: dict[str, list[NamePlace]] = defaultdict(list)
    names: dict[str, str] = {}
    for block in (*policy.document.text_blocks, *policy.document.margins):
        for found in area_names(block.text):
            key = found.name.casefold()
            names.setdefault(key, found.name)
            if not _WITH_REASON.search(block.text[max(found.start - 120, 0) : found.end + 80]):
                places[key].append(NamePlace(block, block.text, found.start, found.end))
    fields = facts.profile.fields if facts.profile else {}
    by_profile = " ".join(str(fields.get(name) or "") for name in _LOCAL).strip()
    own = by_profile or _commonest({key: len(at) for key, at in places.items()}, names)
    if not own:
        return
    for key, at in places.items():
        if at and not _overlap(key, own):
            sure = Confidence.MEDIUM if by_profile else Confidence.LOW
            yield Foreign(names[key], tuple(at), sure, str(fields.get("local_authority") or own))


def _commonest(counts: dict[str, int], names: dict[str, str]) -> str:
    """The area named at least twice, and twice as often as any other."""
    ranked = sorted(counts, key=lambda k: (-counts[k], k))
    if not ranked or counts[ranked[0]] < 2:
        return ""
    clear = len(ranked) < 2 or counts[ranked[0]] >= 2 * counts[ranked[1]]
    return names[ranked[0]] if clear else ""


def _overlap(key: str, own: str) -> bool:
    """Whether two names of areas share a word that tells one from another."""
    small = {
        "and",
        "of",
        "the",
        "on",
        "upon",
        "with",
        "north",
        "south",
        "east",
        "west",
        "city",
        "county",
        "council",
    }
    one, other = (set(re.findall(r"\w+", text.casefold())) - small for text in (key, own))
    return bool(one & other) or not one
