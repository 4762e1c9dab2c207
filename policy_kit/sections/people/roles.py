"""Which role the words for a post mean: "DSL", "Designated Safeguarding Lead (DSL)" and "DSP" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DSL = (
    r"(?:lead\s|school\s)?designated\s(?:school\s|senior\s)?(?:safeguarding\s(?:and\s\w+\s\w+\s)?(?:lead|officer|person)|child protection (?:lead|officer|person|co-?ordinator)"
    r"|senior (?:lead|person)(?:\sfor\s(?:child protection|safeguarding))?|person(?:\sfor\s(?:child protection|safeguarding))?|safeguarding)(?:\s?(?:\(s\)|s))?(?:\s(?:team|\(DSL\)s?))?"
    r"|lead DSL|DSLs?\b|(?:child protection|safeguarding) (?:lead|officer|co-?ordinator|manager)"
)
_ONLINE = r"(?:online|e|internet|digital)[- ]?(?:safety|safeguarding)"
_LEAD = r"(?:lead|leader|co-?ordinator|officer|champion|manager|contact)"
_HEAD = r"(?:head\s?-?teacher|head\s?master|head\s?mistress|principal(?!s?\sduty)|head of school|head)"
_GOVERNOR = r"(?:governor|trustee|director)s?"
_ABOUT = r"(?:safeguarding|online[- ]safety|e-?safety|child protection|filtering(?: and monitoring)?|lead responsibility|computing|digital)"
# Of two that start at one place the earlier is taken; the more special stand first.
_ROLES: tuple[tuple[str, str], ...] = (
    ("trust-safeguarding-lead", r"(?:trust|MAT|academy trust)(?:['’]s)?\s(?:designated\s)?(?:safeguarding|DSL)\s?(?:lead|officer|director|manager)?|(?:director|head) of safeguarding"),
    ("designated-teacher", r"designated teacher(?:\sfor\s[\w\s-]{3,50}?(?:children|care))?"),
    ("lado", r"(?:local authority\s)?designated officer(?:\s\(LADO\))?|LADO\b"),
    ("deputy-designated-safeguarding-lead", rf"(?:deputy|deputies|alternate|assistant|second|back-?up|other|additional|trained)\s(?:to the\s)?(?:{_DSL})(?:\s?\(s\)|s)?|DDSLs?\b|deputy\s(?:DSLs?|DSO|safeguarding leads?)|designated safeguarding deput(?:y|ies)|D\.?DSL"),
    ("designated-safeguarding-lead", _DSL),
    ("link-governor", rf"(?:(?:named|nominated|link|designated|lead|responsible|school|the)\s)*(?:{_ABOUT}\s?(?:/|and|&|,)?\s?){{0,3}}(?:link\s|lead\s)?{_GOVERNOR}\s(?:with|for|responsible for|who oversees|in charge of|overseeing|lead for)\s(?:[\w-]+\s){{0,4}}?{_ABOUT}|(?:(?:named|nominated|link|designated|lead|{_ABOUT}|and|/|&)[\s/]+){{1,6}}(?:link\s)?{_GOVERNOR}"),
    ("vice-chair-of-governors", r"vice[- ]chair(?:\s?(?:man|woman|person))?(?:\sof\s(?:the\s)?(?:governors|governing (?:body|board)|trustees|board(?: of \w+)?|local [\w ]{3,30}))?"),
    ("chair-of-governors", r"(?:co-?)?chair(?:\s?(?:man|woman|person))?\s(?:of|to)\s(?:the\s)?(?:governors|governing (?:body|board)|trustees|trust board|board(?: of (?:governors|trustees|directors))?|local (?:governing (?:body|board|committee)|academy (?:council|committee|board))|directors)|chair of (?:the )?(?:LGB|GB|AGB|trust)"),
    ("data-protection-officer", r"(?:trust\s|school\s|designated\s)?data protection (?:officer|lead|manager|link|representative)(?:\s\(DPO\))?|DPO\b|(?:senior )?information risk (?:owner|officer)|SIRO\b"),
    ("filtering-lead", r"(?:senior leader|SLT(?: lead| member)?|leadership|leader|member of (?:the )?(?:SLT|senior leadership(?: team)?)|person|lead|staff)\s(?:with\s)?(?:lead\s)?(?:responsible\s|responsibility\s|lead\s)?(?:for|with)\s(?:[\w-]+\s){0,3}?filtering(?: and monitoring)?|filtering (?:and monitoring )?lead"),
    ("online-safety-lead", rf"(?:school\s|designated\s)?{_ONLINE}[\s-]?(?:/\s?\w+\s)?{_LEAD}s?"),
    ("executive-headteacher", r"executive\s(?:head\s?-?teacher|principal|head)|CEO\s?/\s?executive head"),
    ("chief-executive", r"chief executive(?: officer)?(?:\s\(CEO\))?|CEO\b"),
    ("deputy-headteacher", rf"(?:(?:acting|interim|associate)\s)?(?:deputy|vice|associate)[\s-]{_HEAD}"),
    ("assistant-headteacher", rf"(?:(?:acting|interim)\s)?assistant[\s-]{_HEAD}"),
    ("headteacher", rf"(?:(?:acting|interim|co|the|school|academy)[\s-])*{_HEAD}(?=\W|$)(?!\sof (?:year|department|faculty|ICT|IT|computing|key|care|house|early|inclusion|pastoral|safeguarding))"),
    ("senco", r"SEN(?:D)?CO(?:rdinator)?\b|special (?:educational )?needs (?:and disabilit(?:y|ies) )?co-?ordinator|inclusion (?:lead|manager|leader)|SEND (?:lead|manager)"),
    ("computing-lead", r"(?:computing|ICT|computer science|digital learning)\s(?:and \w+ )?(?:subject\s|curriculum\s)?(?:lead|leader|co-?ordinator)s?|head of (?:computing|ICT)"),
    ("rshe-lead", r"(?:PSHE|RSHE|RSE|PSHCE)(?:\s?(?:/|and|&)\s?(?:PSHE|RSHE|RSE|citizenship))?\s(?:subject\s)?(?:lead|leader|co-?ordinator)s?"),
    ("it-manager", r"(?:IT|ICT|network|systems?|infrastructure|technical)(?:\s?(?:/|and|&)\s?(?:IT|ICT|network|systems?))?\s(?:services?\s)?(?:manager|technicians?|support(?:\s(?:provider|staff|team|company|lead|contact))?|lead|administrator|provider|contact|director|team)(?:\s?/\s?(?:other\s)?technical support)?|(?:other )?technical support|managed service provider"),
    ("policy-owner", r"policy (?:owner|lead|author|holder|writer|co-?ordinator)|document owner|(?:owner|author)(?: of (?:the |this )?policy)?(?:\s?/\s?(?:owner|author|lead))?(?=\s*(?:$|[:|–-]))|(?:person|member of staff|staff member|post-?holder|lead) responsible(?: for (?:this |the )?policy)?|responsible (?:person|officer|member of staff)|(?:policy )?(?:written|produced|prepared|created) by"),
    ("prevent-lead", r"prevent (?:lead|officer|SPOC|single point of contact|co-?ordinator)"),
    ("mental-health-lead", r"(?:senior )?mental health (?:lead|first aider)"),
    ("business-manager", r"(?:school )?business manager|SBM\b"),
    ("safeguarding-team", r"safeguarding (?:team|staff|officers?)|(?:other )?(?:members of the )?DSL team"),
)  # fmt: skip
_ANY = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<r{i}>{p})" for i, (_, p) in enumerate(_ROLES)) + r")(?![\w])",
    re.IGNORECASE,
)
_NEEDS = (
    *(
        "safeguarding",
        "dsl",
        "designated",
        "lado",
        "governor",
        "trustee",
        "director",
        "chair",
        "protection",
        "dpo",
    ),
    *(
        "siro",
        "risk o",
        "filtering",
        "safety",
        "head",
        "principal",
        "ceo",
        "chief",
        "senco",
        "sendco",
        "needs",
    ),
    *(
        "inclusion",
        "computing",
        "ict",
        "pshe",
        "rshe",
        "rse",
        "network",
        "system",
        "technic",
        "policy",
        "owner",
    ),
    *(
        "author",
        "responsible",
        "written",
        "prevent",
        "mental",
        "business",
        "sbm",
        "manager",
        "provider",
        "it ",
    ),
)
# Posts of which a school has one holder, so that two names clash.
SINGLE = frozenset(
    {
        "designated-safeguarding-lead",
        "headteacher",
        "chair-of-governors",
        "link-governor",
        "online-safety-lead",
    }
)


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Words for a post in a text, and the role they mean."""

    role: str
    words: str
    start: int
    end: int


def role_words(text: str) -> tuple[RoleWords, ...]:
    """The posts that a text names, in order."""
    lower = text.lower()
    if not any(need in lower for need in _NEEDS):
        return ()
    return tuple(_found(re.sub(r"\s", " ", text)))


def _found(text: str) -> Iterator[RoleWords]:
    for match in _ANY.finditer(text):
        if match.lastgroup is not None:
            role = _ROLES[int(match.lastgroup[1:])][0]
            yield RoleWords(role, match[0].strip(), match.start(), match.end())
