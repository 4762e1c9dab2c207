"""Headings that open a policy, or are of the policy itself: their words say little of a matter."""

from __future__ import annotations

import re

from policy_kit.regexes import regex

_OPENS = regex(
    r"(?:table of )?contents"
    r"|(?:an )?introduction(?: and background| to (?:our|the) (?:school|academy|trust|nursery))?"
    r"|policy statements|fore ?word|preface|welcome\b.*"
    r"|we believe(?: that)?|(?:a |our )?(?:word|message|letter|note|welcome) (?:from|by)\b.*"
    r"|(?:glossary|definitions?|abbreviations)\b.*|how to (?:read|use) th\w+ .*"
    r"|how (?:this|the) \w+ is (?:organised|arranged|laid out|set out)"
    r"|(?:an? )?notes? (?:on|about) (?:the )?(?:words|terms|terminology|language|wording)\b.*"
    r"|notes? for readers"
    r"|(?:about )?our (?:school|academy|trust|nursery|college)(?: and its \w+)?",
    re.IGNORECASE,
)
_VALUES = r"(?:vision|ethos|values|mission|motto)"
_MOTTO = regex(
    r"(?:(?:our|the|school|academy|college|trust|federation|catholic|christian|church)(?:['’]s)? )*"
    rf"(?:{_VALUES}(?:(?:,| and|,? &) (?:our )?{_VALUES})*(?: statement)?"
    r"|(?<=school )aims|aims of (?:our|the) (?:school|academy|college|trust|federation))",
    re.IGNORECASE,
)
_OWN_NAME = regex(
    r"(?:(?:our|the|school|academy|trust)(?:['’]s)? )*"
    r"(?:online|e|internet|digital|cyber)[- ]?(?:safety|safeguarding)"
    r" polic(?:y|ies)(?: statement)?(?:,? (?:and|&) (?:procedures?|guidance|guidelines|practices?))?",
    re.IGNORECASE,
)
_OF_ANYTHING = regex(
    r"(?:general|other|practical) (?:procedures|arrangements|guidelines|information|matters|points|notes)"
    r"|(?:(?:rules and )?procedures|statement|policy|implementation)"
    r"|procedures for (?:responding to )?(?:specific|particular|individual) .*"
    r"|(?:(?:national|local|key|recent) )?(?:statistics|facts and figures|figures)\b.*|national picture\b.*"
    r"|what (?:the )?(?:research|surveys?|statistics)\b.*",
    re.IGNORECASE,
)
_WHY_A_POLICY = regex(
    r"why (?:(?:do|does|have|has|is|write|must|should)\b.*?)?\bpolic(?:y|ies)\b.*", re.IGNORECASE
)
_ITS_PROCEDURE = regex(
    r"(?<!other)(?<!related)(?<!linked)(?<!relevant)(?<!this)(?<!the)(?<!our)(?<!school)"
    r" policy (?:and|&) (?:procedures?|guidance|guidelines|practices?|protocols?)$"
    r"|^policy (?:and|&) (?:procedures?|guidance|guidelines|practices?|protocols?) (?:of|on|for) ",
    re.IGNORECASE,
)
_KINDS_OF_RISK = frozenset({"content", "contact", "conduct", "commerce", "contract"})
_A_POST = regex(
    r".*\b(?:lead(?:er)?s?|co-?ordinators?|managers?|governors?|governing (?:body|board)|officers?|teams?"
    r"|staff|teachers?|head|technicians?|parents?|carers?|pupils?|students?|learners?|children|trust|board|committee"
    r"|groups?|volunteers?|visitors?|providers?|d?dsl|dpo|users?|principal|responsibilit\w+|roles?|duties)"
    r"(?:\s*\(.*\))?",
    re.IGNORECASE,
)


def opens_only(cleaned: str) -> bool:
    """Whether a heading only opens a policy, or names it: "Foreword", "Our vision", "E-safety policy"."""
    return bool(_OPENS.fullmatch(cleaned) or _OWN_NAME.fullmatch(cleaned) or is_motto(cleaned))


def introduces(cleaned: str) -> bool:
    """Whether it says no more than that it opens the policy, of whatever matter its text is."""
    return cleaned.lower() in ("introduction", "an introduction", "we believe", "we believe that")


def is_motto(cleaned: str) -> bool:
    """Whether a heading tells what the school stands for: "Our vision", "School aims"."""
    return bool(_MOTTO.fullmatch(cleaned))


def is_kind_of_risk(cleaned: str) -> bool:
    """Whether a heading or a label is no more than the name of one of the kinds of risk online."""
    return cleaned.lower() in _KINDS_OF_RISK


def is_of_anything(cleaned: str) -> bool:
    """Whether its text alone can tell what a heading is of: "Procedures", "What the research says"."""
    return bool(_OF_ANYTHING.fullmatch(cleaned))


def asks_why(cleaned: str) -> bool:
    """Whether it asks what the policy is for, whatever that is on: "Why have a policy on phones?"."""
    return bool(_WHY_A_POLICY.fullmatch(cleaned))


def without_procedure(cleaned: str) -> str:
    """The heading without the procedure that goes with its policy: that is no other policy of the school.

    "Mobile phone policy and procedure" is on mobile phones; "Policies and procedures" is left as it is.
    """
    return _ITS_PROCEDURE.sub("", cleaned)


def names_a_post(cleaned: str) -> bool:
    """Whether a heading ends in the name of those who have duties: "Curriculum leaders", "Our trust"."""
    return bool(_A_POST.fullmatch(cleaned))
