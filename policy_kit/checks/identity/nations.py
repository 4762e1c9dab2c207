"""Guidance, bodies and platforms of Wales, Scotland and Northern Ireland in an English school's policy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from policy_kit.checks.identity.passages import Passage, Spot
from policy_kit.facts import Facts
from policy_kit.findings import Severity
from policy_kit.model import Confidence, Policy
from policy_kit.regexes import regex, seldom

_KCSIE = "Keeping children safe in education"
# Words that belong to one nation, and what a policy for England has instead ("" if nothing does).
_TERMS: dict[str, tuple[tuple[str, str], ...]] = {
    "Wales": (
        (r"\bHwb\b|\bhwb\.(?:gov\.)?wales", "the UK Safer Internet Centre"),
        (r"\bEstyn\b", "Ofsted"),
        (r"\bKeeping Learners Safe\b", _KCSIE),
        (
            r"\bWales (?:Child Protection|Safeguarding) Procedures\b",
            "the local safeguarding partnership's procedures",
        ),
        (r"\bDesignated Safeguarding Person\b|\bDSP\b", "the designated safeguarding lead (DSL)"),
        (r"\bWelsh (?:Government|Assembly)\b", "the Department for Education"),
        (r"\bEducation Workforce Council\b", "the Teaching Regulation Agency"),
        (r"\b360 degree safe Cymru\b|\bCymru\b", "360 degree safe"),
        (r"\b(?:Digital Competence Framework|Curriculum for Wales)\b", "the national curriculum"),
        (r"\bSocial Services and Well-?being \(Wales\) Act\b", "the Children Act 1989 and 2004"),
    ),
    "Scotland": (
        (r"\bEducation Scotland\b|\bCare Inspectorate\b", "Ofsted"),
        (r"\bGTCS\b|\bGeneral Teaching Council for Scotland\b", "the Teaching Regulation Agency"),
        (r"\bGIRFEC\b|\bGetting it right for every child\b|\bSHANARRI\b", _KCSIE),
        (r"(?i:\bNational guidance for child protection in Scotland\b)", _KCSIE),
        (r"\bScottish Government\b", "the Department for Education"),
        (r"\bCurriculum for Excellence\b", "the national curriculum"),
        (r"\bPolice Scotland\b|\bChildren['’]s Reporter\b", "your local police"),
    ),
    "Northern Ireland": (
        (r"\bETI\b|\bEducation and Training Inspectorate\b", "Ofsted"),
        (r"\bDENI\b|\bDepartment of Education \(?(?:NI|Northern Ireland)\b", "the Department for Education"),
        (
            r"\b[Dd]esignated [Tt]eacher for [Cc]hild [Pp]rotection\b",
            "the designated safeguarding lead (DSL)",
        ),
        (r"\bPSNI\b|\bPolice Service of Northern Ireland\b", "your local police"),
        (r"\bSBNI\b|\bSafeguarding Board for Northern Ireland\b", "your local safeguarding partnership"),
        (r"\bC2k\b|\bUNOCINI\b|\bGTCNI\b|\bCCEA\b|\bAddressing Bullying in Schools Act\b", ""),
    ),
}
_PATTERNS = tuple((nation, regex(pattern), use) for nation, terms in _TERMS.items() for pattern, use in terms)
_NEEDS = (
    *(
        "hwb",
        "estyn",
        "keeping learners",
        "wales",
        "designated safeguarding person",
        "dsp",
        "welsh",
        "workforce council",
    ),
    *(
        "cymru",
        "competence framework",
        "(wales)",
        "scotland",
        "care inspectorate",
        "gtcs",
        "girfec",
        "getting it right",
    ),
    *(
        "shanarri",
        "scottish",
        "for excellence",
        "reporter",
        "eti",
        "training inspectorate",
        "deni",
        "northern ireland",
    ),
    *(
        "de circular",
        "designated teacher for",
        "ddtcp",
        "psni",
        "sbni",
        "c2k",
        "unocini",
        "gtcni",
        "ccea",
        "addressing bullying",
    ),
)
# A passage that tells all the nations apart names England beside them.
_ALL_NATIONS = seldom(r"\b(?:England|Ofsted|UK[- ]wide|United Kingdom|four nations)\b", re.IGNORECASE)
_DEALT_WITH = seldom(
    r"\b(?:liv(?:e|es|ing) in|transfer\w* (?:to|from)|moves? (?:to|from)|border)\b", re.IGNORECASE
)


def of_other_nations(policy: Policy, facts: Facts) -> Iterator[Passage]:
    """One passage for each other nation whose words the policy uses."""
    found: dict[str, list[tuple[Spot, str]]] = defaultdict(list)
    blocks = (*policy.document.text_blocks, *policy.document.margins)
    whole = "\n".join(block.text for block in blocks).lower()
    needs = [need for need in _NEEDS if need in whole]
    for block in blocks if needs else ():
        lower = block.text.lower()
        if not any(need in lower for need in needs):
            continue
        if _ALL_NATIONS.search(block.text) or _DEALT_WITH.search(block.text):
            continue
        for nation, pattern, instead in _PATTERNS:
            for match in pattern.finditer(block.text):
                found[nation].append((Spot(block, block.text, *match.span()), instead))
    for nation, places in found.items():
        yield _passage(policy, facts, nation, places)


def _passage(policy: Policy, facts: Facts, nation: str, places: list[tuple[Spot, str]]) -> Passage:
    words = list(dict.fromkeys(s.text[s.start : s.end] for s, _ in places))
    said = ", ".join(words[:4]) + (" and more" if len(words) > 4 else "")
    instead = next((use for _, use in places if use), "")
    from_there = len(words) >= 4 and not _names_england(policy)
    return Passage(
        key=nation,
        places=tuple(s for s, _ in places),
        message=f"The policy seems to be written for {nation} ({said}); this standard is for England."
        if from_there
        else f"This is of {nation}, not of England: {said}.",
        suggestion=f"In England it is {instead}."
        if instead and len(words) == 1
        else "Put what applies in England in its place, or take it out.",
        severity=Severity.WARNING
        if facts.profile is not None or len(words) > 1 or _in_text(places)
        else Severity.ADVICE,
        confidence=Confidence.HIGH if len(words) > 1 else Confidence.MEDIUM,
    )


def _names_england(policy: Policy) -> bool:
    return any(
        "KCSIE" in b.text or "Keeping children safe in education" in b.text
        for b in policy.document.text_blocks
    )


def _in_text(places: list[tuple[Spot, str]]) -> bool:
    """Whether it stands in a statement, not only in a list of links."""
    return any(len(s.text.split()) > 12 and "http" not in s.text for s, _ in places)
