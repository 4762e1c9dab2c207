"""Content of another phase, or of another kind of school, than this one's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.checks.identity.passages import Passage, Spot
from policy_kit.findings import Severity
from policy_kit.model import Block, BlockKind, Confidence, Policy
from policy_kit.regexes import regex, seldom

_OLDER = seldom(
    r"\b(?:KS ?[345]|key stages? (?:[345]|three|four|five)|GCSEs?|(?-i:A[- ]?[Ll]evels?)"
    r"|sixth[- ]form(?:ers?)?|years? (?:[789]|1[0-3])(?: (?:and|to) \d+)?)\b(?! ?%)",
    re.IGNORECASE,
)
_YOUNGER = seldom(
    r"\b(?:EYFS|early years foundation stage|KS ?1|key stages? (?:1|one)|reception (?:class(?:es)?"
    r"|children|pupils|year)"
    r"|nursery (?:class|children|pupils)|foundation stage)\b",
    re.IGNORECASE,
)
_JUNIOR_AGE = regex(r"\b(?:KS ?2|key stages? (?:2|two)|years? [3456])\b", re.IGNORECASE)
_SIXTH = regex(r"\b(?:sixth[- ]form(?:ers?)?|KS ?5|key stage (?:5|five)|years? 1[23])\b", re.IGNORECASE)
_BOARDING = regex(r"\bboarders?\b|\bboarding (?:house|staff|pupils|students|school)", re.IGNORECASE)
_ACADEMY = regex(
    r"\b(?:academy trust|funding agreement|articles of association|trust board|board of trustees"
    r"|(?:our|the) academy|(?:our|the) trust(?:ees)?)\b(?! fund)",
    re.IGNORECASE,
)
# Where the other phase is spoken of with reason: the next school, the law for all schools, a title.
_WITH_REASON = regex(
    r"\b(?:transition\w*|transfer\w*|mov(?:e|es|ing) (?:on|up|to|into)|prepar\w+ (?:for"
    r"|pupils|children)|ready for|secondary schools?|high schools?"
    r"|primary schools?|feeder|siblings?|older (?:pupils|children|students)|all schools"
    r"|schools (?:have|must|are required)|staff (?:with|hold)"
    r"|qualif\w+|work experience|former pupils|ex-pupils|next (?:phase|stage)|join\w*"
    r"|arriv\w+|previous school|national curriculum"
    r"|framework|guidance|no pupils|not (?:have|apply|applicable)|do not|if applicable|https?)\b|https?:",
    re.IGNORECASE,
)
_NEEDS = (
    *(
        "ks",
        "key stage",
        "gcse",
        "level",
        "sixth",
        "year",
        "eyfs",
        "early years",
        "reception",
        "nursery",
        "foundation",
    ),
    *("boarder", "boarding", "academy", "trust", "funding agreement", "articles of"),
)
_LISTS = frozenset({"useful-contacts", "linked-policies", "legislation-and-guidance"})
_BY_NAME = (
    ("primary", r"\bprimary\b|\bjunior and infant|\binfant and junior|\bJMI\b|\bfirst school"),
    ("infant", r"\binfants?\b"),
    ("junior", r"\bjuniors?\b"),
    ("nursery", r"\bnursery school"),
    ("secondary", r"\bsecondary\b|\bhigh school|\bgrammar school|\bupper school"),
)
_MAINTAINED = frozenset({"community", "voluntary-aided", "voluntary-controlled", "foundation"})


def of_other_phases(policy: Policy) -> Iterator[Passage]:
    """Passages on pupils of an age that this school does not have; nothing where its phase is not known."""
    phase, sure = _phase(policy)
    school = policy.school if policy.school.get("shown_by") == "profile" else {}
    if phase in ("primary", "junior", "infant", "nursery"):
        yield from _passage(policy, "older pupils", _OLDER, f"a {phase} school", sure=sure)
    if phase == "infant":
        yield from _passage(policy, "junior pupils", _JUNIOR_AGE, "an infant school", sure=sure)
    if phase == "secondary":
        yield from _passage(policy, "young children", _YOUNGER, "a secondary school", sure=sure)
        if school.get("has_sixth_form") is False:
            yield from _passage(policy, "a sixth form", _SIXTH, "a school without a sixth form", sure=sure)


def of_other_kinds(policy: Policy) -> Iterator[Passage]:
    """Academy words in a maintained school's policy, boarding in a day school's; only with a profile."""
    if policy.school.get("shown_by") != "profile":
        return
    if policy.school.get("school_type") in _MAINTAINED and not policy.school.get("trust_name"):
        yield from _passage(policy, "an academy", _ACADEMY, "a maintained school", sure=True)
    if policy.school.get("is_boarding") is False:
        yield from _passage(policy, "boarders", _BOARDING, "a day school", sure=True)


def _phase(policy: Policy) -> tuple[str | None, bool]:
    """The phase by the profile, else by the school's name; what the text shows would argue in a circle."""
    if policy.school.get("shown_by") == "profile":
        return str(policy.school.get("phase") or "") or None, True
    named = [phase for phase, pattern in _BY_NAME if re.search(pattern, policy.school_name, re.IGNORECASE)]
    return (named[0], False) if len(named) == 1 else (None, False)


def _passage(policy: Policy, key: str, words: re.Pattern[str], kind: str, *, sure: bool) -> Iterator[Passage]:
    places = [spot for block in policy.document.text_blocks if (spot := _spot(policy, block, words))]
    if not places:
        return
    said = list(dict.fromkeys(s.text[s.start : s.end] for s in places))
    many = len(places) > 1 or any(s.block.is_heading for s in places)
    yield Passage(
        key=key,
        places=tuple(places),
        message=f"This is about {key} ({', '.join(said[:4])}), and the policy is {kind}'s.",
        suggestion="Take it out, or put what applies to your own pupils in its place."
        if key != "an academy"
        else "Use the words of a maintained school: governing body, local authority.",
        severity=Severity.WARNING,
        confidence=Confidence.HIGH
        if sure and many
        else Confidence.MEDIUM
        if sure or many
        else Confidence.LOW,
    )


def _spot(policy: Policy, block: Block, words: re.Pattern[str]) -> Spot | None:
    lower = block.text.lower()
    listed = policy.section_at(block) in _LISTS and block.kind is not BlockKind.PARAGRAPH
    if listed or not any(need in lower for need in _NEEDS):
        return None
    for found in words.finditer(block.text):
        start = max(block.text.rfind(". ", 0, found.start()) + 1, found.start() - 160)
        end = block.text.find(". ", found.end())
        sentence = block.text[start : end if end > 0 else found.end() + 160]
        if not _WITH_REASON.search(sentence) and not _joined_to_title(block.text, found):
            return Spot(block, block.text, *found.span())
    return None


def _joined_to_title(text: str, found: re.Match[str]) -> bool:
    """Whether it is part of a quoted or bracketed title: "(KS3 resource)"."""
    return bool(
        re.match(r"[^.]{0,30}\b(?:resource|lesson plans?|toolkit|pack)\b", text[found.end() :], re.IGNORECASE)
    )
