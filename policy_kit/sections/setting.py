"""What kind of school a policy is for: from the profile if there is one, else from what the text shows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from policy_kit.model import Document
from policy_kit.regexes import seldom
from policy_kit.regexes.texts import Texts

_PHASES = (
    ("nursery", r"nursery school|nursery and pre-?school"),
    ("infant", r"\binfants?(?:['’])?\b(?! and junior)"),
    ("junior", r"\bjunior\b(?! and infant)"),
    ("special", r"special school|\bSEN school"),
    ("alternative", r"pupil referral unit|alternative provision|\bPRU\b"),
    ("all-through", r"all[- ]through"),
    ("sixth-form", r"sixth form college"),
    ("primary", r"\bprimary\b|\bfirst school|\binfant and junior|\bjunior and infant|\bJMI\b"),
    ("middle", r"middle school"),
    ("secondary", r"\bsecondary\b|high school|grammar school|\bupper school|\bsenior school"),
)

_WITH_RECEPTION = ("nursery", "infant", "primary")  # their youngest are mostly in the early years

_TRUST = seldom(r"\bMAT\b|multi[- ]academy trust")
_SHOWN: tuple[tuple[str, object, re.Pattern[str]], ...] = (
    (
        "has_eyfs",
        True,
        seldom(
            r"\bEYFS\b|\bearly years (?:foundation stage|rooms?|class|unit|children|pupils|staff)|\bnursery\b"
            r"|\bin (?:the )?early years\b"
            r"|\b(?-i:Reception) (?:class|children|pupils|to year|and year|and (?:the )?nursery)"
            r"|\b(?:in|from) (?-i:Reception)\b|\((?-i:Reception)\)|\bfoundation stage\b",
            re.IGNORECASE,
        ),
    ),
    (
        "is_boarding",
        True,
        seldom(r"\bboarders?\b|\bboarding (?:house|staff|pupils|students|school)", re.IGNORECASE),
    ),
    ("has_sixth_form", True, seldom(r"\bsixth form(?:ers)?\b|\bsixth-form", re.IGNORECASE)),
    (
        "device_scheme",
        "loans",
        seldom(
            r"\b(?:1:1|one[- ]to[- ]one) devices?\b|\bloan(?:ed)? (?:devices?|laptops?|ipads?)|\bdevice loan",
            re.IGNORECASE,
        ),
    ),
)
# Lending to pupils is told once, in a sentence that only a school which lends has need of.
_MACHINES = r"(?:devices?|equipment|laptops?|tablets?|ipads?|chromebooks?|computers?)"
_LEARNERS = r"(?:pupils?|students?|children|famil(?:y|ies))"
_LENT = seldom(
    rf"\b{_MACHINES}\b[^.;|]{{0,30}}\b(?:on loan|(?:is|are) lent|lent to (?:an? |the |our )?{_LEARNERS})\b"
    r"|\b(?:loan|borrowing) (?:form|agreement)\b"
    rf"|\bwe lend [^.;|]{{0,30}}\b{_MACHINES}\b"
    rf"|\b{_LEARNERS} (?:who |may |can )?(?:borrow|(?:is|are) lent)\b[^.;|]{{0,30}}\b{_MACHINES}\b",
    re.IGNORECASE,
)
_OLDER = seldom(r"\bKS ?[345]\b|\bkey stages? [345]\b|\bGCSEs?\b|\byear (?:9|10|11)\b", re.IGNORECASE)
_YOUNGER = seldom(r"\bKS ?[12]\b|\bkey stages? [12]\b|\bEYFS\b|\breception\b", re.IGNORECASE)


def school_facts(
    document: Document, school_name: str, trust_name: str, given: Mapping[str, object] | None
) -> dict[str, object]:
    """The facts that a standard's conditions ask for, by the names of the profile's fields.

    With a profile its facts are used as they are; `shown_by` then says "profile". Without one only
    what the text clearly shows is set, and `shown_by` says "text"; a fact not shown is left out.
    """
    if given is not None:
        return {**given, "shown_by": "profile"}
    texts = document.texts
    facts: dict[str, object] = {"shown_by": "text"}
    if phase := _phase(f"{school_name}\n{document.path}", texts):
        facts["phase"] = phase
    if trust_name or texts.count(_TRUST) > 1:
        facts["trust_name"] = trust_name or "the trust"
    if texts.count(_LENT):
        facts["device_scheme"] = "loans"
    # What is named once may be a template's list, but not in a school that is likely to have it.
    likely = {"has_eyfs"} if phase in _WITH_RECEPTION else set()
    return facts | {
        fact: value for fact, value, named in _SHOWN if texts.count(named) > (0 if fact in likely else 1)
    }


def _phase(name: str, texts: Texts) -> str | None:
    """The phase that the school's name gives, else the one the text names by far the most."""
    for phase, pattern in _PHASES:
        if re.search(pattern, name, re.IGNORECASE):
            return phase
    older, younger = texts.count(_OLDER), texts.count(_YOUNGER)
    if older > 3 * younger and older > 2:
        return "secondary"
    if younger > 3 * older and younger > 2:
        return "primary"
    return None
