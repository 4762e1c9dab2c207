"""Which role the words for a post mean: "DSL", "Designated Safeguarding Lead" and "DSLs" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.regexes.alternatives import Alternatives

_PROTECTION = r"(?:safeguarding|child protection)"
_ONLINE = r"(?:online|e|internet|digital)[- ]?(?:safety|safeguarding)"
_LEAD = r"(?:lead|leader|co-?ordinator|officer|champion|manager|contact)"
_HEAD = (
    r"(?:head\s?-?teacher|head\s?master|head\s?mistress|principal"
    r"|head of (?:the )?(?:school|centre|unit|nursery)"
    r"|head)"
)
_GOVERNOR = r"(?:governor|trustee|director)s?"
_CARE = (
    r"(?:safeguarding|online[- ]safety|e-?safety|child protection|filtering(?: and monitoring)?"
    r"|lead responsibility|computing|digital)"
)
_DSL = (
    r"(?:(?:lead\s|school\s)?designated\s(?:school\s|senior\s)?"
    rf"(?:safeguarding\s(?:lead|officer|person)|child protection\s{_LEAD}|{_PROTECTION}"
    rf"|(?:senior\s)?(?:lead|person)"
    rf"(?:\sfor\s{_PROTECTION})?)(?:\s?\(s\)|s)?(?:\s(?:team|\(DSL\)s?))?"
    rf"|lead DSL|DSLs?\b|{_PROTECTION} {_LEAD})"
)
_BOARD = (
    r"(?:(?:management|academy|governing|local) (?:committee|council)"
    r"|governors|governing (?:body|board)|trustees|trust board|directors|LGB|GB|trust|board(?: of \w+)?"
    r"|local (?:governing (?:body|board|committee)|academy (?:council|committee|board)))"
)
_LEADS = r"(?:(?:who|and|she|he)\s)?(?:also\s)?leads?\s(?:(?:on|for|our|the\steaching\sof)\s)?"
_IT = r"(?:IT|ICT|network|systems?|infrastructure|technical)"
_POLICY = r"(?: (?:of|for) (?:the |this )?policy)?"

_DSL_ROLE = "designated-safeguarding-lead"
# Whose deputy "her deputies" are where no lead is named beside it.
_OF_SAFETY = regex(r"safeguard|child protection|\bDSL|online safety|concern|worr", re.IGNORECASE)
_OF_DEPUTIES = "deput"  # letters that stand in each wording of the next
_DEPUTY = "deputy"  # "Deputy:" alone, of the post before it
DEPUTY_OF = {
    "designated-safeguarding-lead": "deputy-designated-safeguarding-lead",
    "headteacher": "deputy-headteacher",
}

# Of two that start at one place the earlier is taken; the more special stand first.
_ROLES: dict[str, tuple[str, ...]] = {
    "trust-safeguarding-lead": (
        rf"(?:trust|MAT)(?:['’]s)?\s(?:designated\s)?(?:safeguarding|DSL)(?:\s{_LEAD}|\sdirector)?",
        r"(?:director|head) of safeguarding",
    ),
    "designated-teacher": (
        rf"designated teacher(?!\sfor\s{_PROTECTION})(?:\sfor\s[\w\s-]{{3,50}}?(?:children|care))?",
    ),
    "lado": (r"(?:local authority\s)?designated officer(?:\s\(LADO\))?", r"LADO\b"),
    "deputy-designated-safeguarding-lead": (
        rf"(?:deputy|deputies|alternate|assistant|second|back-?up|other|trained)\s(?:to the\s)?{_DSL}",
        r"DDSLs?\b",
        r"deputy\s(?:DSO|safeguarding leads?)",
        r"designated safeguarding deput(?:y|ies)",
    ),
    "link-governor": (
        (
            rf"(?:(?:named|nominated|link|designated|lead|responsible|school|the)\s){{0,4}}{_GOVERNOR}\s"
            rf"(?:with|for|responsible for|who oversees|in charge of|overseeing)\s(?:[\w-]+\s){{0,4}}?{_CARE}"
        ),
        rf"{_GOVERNOR}\s\((?:for\s)?{_CARE}\)",
        rf"{_GOVERNOR}\swho\s(?:[\w-]+\s){{1,5}}?{_CARE}",
        rf"(?:(?:named|nominated|link|designated|lead|{_CARE}|and|/|&)[\s/]{{1,3}}){{1,6}}(?:link\s)?{_GOVERNOR}",
    ),
    "designated-safeguarding-lead": (
        rf"(?:school\s)?designated teacher\sfor\s{_PROTECTION}",
        _DSL,
        rf"(?:{_LEADS}|in charge of\s){_PROTECTION}(?!\s(?:governor|training|lead|team))",
        rf"{_PROTECTION}(?=\sis\sled\sby\b)",
    ),
    "vice-chair-of-governors": (rf"vice[- ]chair(?:man|woman|person)?(?:\sof\s(?:the\s)?{_BOARD})?",),
    "chair-of-governors": (
        rf"chairs\s(?:the\s)?{_BOARD}",
        rf"(?:co-?)?chair(?:man|woman|person)?\s(?:of|to)\s(?:the\s)?{_BOARD}",
    ),
    "data-protection-officer": (
        r"(?:trust\s|school\s|designated\s)?data protection (?:officer|lead|manager|link)(?:\s\(DPO\))?",
        r"DPO\b",
        r"data protection(?=\s?:)",
    ),
    "filtering-lead": (
        (
            r"(?:senior leader|SLT(?: lead| member)?|member of (?:the )?(?:SLT|senior leadership team)"
            r"|person|lead|staff)\s"
            r"(?:with\s)?(?:lead\s)?(?:responsible\s|responsibility\s)?(?:for|with)\s(?:[\w-]+\s){0,3}?"
            r"filtering(?: and monitoring)?"
        ),
        r"filtering (?:and monitoring )?lead",
    ),
    "online-safety-lead": (
        rf"(?:school\s|designated\s)?{_ONLINE}[\s-]?(?:/\s?\w+\s)?{_LEAD}s?",
        rf"{_LEADS}(?:[\w-]+\sand\s)?{_ONLINE}",
        rf"lead(?:er)? (?:for|on) {_ONLINE}",
    ),
    "executive-headteacher": (r"executive\s(?:head\s?-?teacher|principal|head)",),
    "chief-executive": (r"chief executive(?: officer)?(?:\s\(CEO\))?", r"CEO\b"),
    "deputy-headteacher": (rf"(?:(?:acting|interim)\s)?(?:deputy|vice|associate)[\s-]{_HEAD}",),
    "assistant-headteacher": (rf"(?:(?:acting|interim)\s)?assistant[\s-]{_HEAD}",),
    "headteacher": (
        r"(?:nursery|pre-?school|setting|centre|playgroup)\s(?:manager|leader|supervisor)",
        (
            rf"(?:(?:acting|interim|co|school|academy)[\s-]){{0,2}}{_HEAD}(?=\W|$)"
            r"(?!\sof\s(?!(?:the\s|our\s|this\s)?(?:school|centre|unit|nursery|college|academy)\b"
            r"|(?-i:(?:[A-Z][\w'’]*\s){1,4}(?:School|Academy|College|Nursery|Primary|Infants?|Juniors?|High)\b)))"
        ),
    ),
    "senco": (
        r"SENCO\b",
        r"SENDCO\b",
        r"special (?:educational )?needs (?:and disabilit(?:y|ies) )?co-?ordinator",
        r"(?:inclusion|SEND) (?:lead|manager|leader)",
    ),
    "computing-lead": (
        r"(?:computing|ICT)\s(?:and \w+ )?(?:subject\s|curriculum\s)?(?:lead|leader|co-?ordinator)s?",
        r"head of (?:computing|ICT)",
        rf"{_LEADS}(?:computing|ICT)",
        r"computing(?=\sis\sled\sby\b)",
    ),
    "rshe-lead": (
        (
            r"(?:PSHE|RSHE|RSE|PSHCE)(?:\s?(?:/|and|&)\s?(?:PSHE|RSHE|RSE|citizenship))?\s(?:subject\s)?"
            r"(?:lead|leader|co-?ordinator)s?"
        ),
        r"curriculum (?:lead|leader|co-?ordinator)\s?\((?:PSHE|RSHE|RSE|PSHCE)[^()]{0,30}\)",
    ),
    "it-manager": (
        (
            rf"{_IT}(?:\s?(?:/|and|&)\s?{_IT})?\s(?:services?\s)?(?:manager|technicians?"
            rf"|lead|administrator|provider"
            r"|contact|director|team|support(?:\s(?:provider|staff|team|company|lead|contact))?)"
            r"(?:\s?/\s?(?:other\s)?technical support)?"
        ),
        r"(?:other )?technical support",
        r"(?:school |visiting )?technicians?",
        r"(?<=\()IT(?=\))",
        (
            r"(?:our\s|the\s)?(?:computers?|network|systems?|machines|technology)\s(?:is|are)\s"
            r"(?:looked\safter|run|kept\s(?:going|running))(?=\sby)"
        ),
        r"(?:director|head) of (?:IT|ICT|technology|digital)(?: services| strategy)?",
        r"(?:trust |school )?central IT(?: team)?",
        (
            r"(?:who\s|that\s|they\s|which\s)?(?:looks?|looking)\safter\s(?:the|our|all\sour)\s(?:school['’]s\s)?"
            r"(?:computers?|network|systems?|technology|IT|ICT|machines|devices|servers?)"
        ),
    ),
    "policy-owner": (
        r"(?:policy|document) (?:owner|lead|author|holder|writer|co-?ordinator)",
        rf"(?:owner|author){_POLICY}(?:\s?/\s?(?:owner|author|lead))?(?=\s*(?:$|[:|–-]))",
        rf"(?:person|member of staff|staff member|post-?holder|lead) responsible{_POLICY}",
        r"responsible (?:person|officer|member of staff)",
        r"(?:policy )?(?:written|produced|prepared|created) by",
        r"looks after (?:this|the) (?:policy|document|booklet|page)|(?:this )?policy belongs to",
        r"looked after by(?=\s?:|\s?$)",
    ),
    "prevent-lead": (r"prevent (?:lead|officer|SPOC|single point of contact|co-?ordinator)",),
    "mental-health-lead": (r"(?:senior )?mental health (?:lead|first aider)",),
    "business-manager": (r"(?:school )?business manager", r"SBM\b", r"bursar"),
    _DEPUTY: (
        r"deput(?:y|ies)(?=\s?[:–—-])",
        r"deput(?:y|ies)(?=\s\((?:Mr|Mrs|Ms|Miss|Dr)\b)",
        r"(?<=\()deputy(?=\))",
        r"(?:her|his|their) deput(?:y|ies)",
        r"deputi[sz](?:es|ing) for (?:her|him|them)",
    ),
    "safeguarding-team": (r"safeguarding (?:team|staff|officers?)", r"(?:members of the )?DSL team"),
}
_BY_NUMBER = tuple(_ROLES)
_ANY = Alternatives(
    (rf"(?<![\w-])(?:{'|'.join(wordings)})(?!\w)" for wordings in _ROLES.values()), re.IGNORECASE
)
# Without one of these no post is named: cheaper to ask than the whole pattern.
_NEEDS = (
    *("safeguarding", "dsl", "designated", "lado", "governor", "trustee", "director", "chair", "protection"),
    *(
        "dpo",
        "filtering",
        "safety",
        "head",
        "principal",
        "ceo",
        "chief",
        "senco",
        "sendco",
        "needs",
        "inclusion",
    ),
    *("computing", "ict", "pshe", "rshe", "rse", "network", "system", "technic", "policy", "owner", "author"),
    *(
        "responsible",
        "written",
        "produced",
        "prevent",
        "mental",
        "business",
        "sbm",
        "manager",
        "it ",
        "bursar",
    ),
    *(
        "data protection",
        "nursery",
        "school",
        "setting",
        "centre",
        "belongs",
        "looked after",
        "(it)",
        "computer",
    ),
    *("deput", "leads", "lead on", "look after", "looks after", "looking after"),
)


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Words for a post in a text, and the role they mean."""

    role: str
    words: str
    start: int
    end: int


_MAIL = regex(r"[\w.+-]+@[\w.-]+\w")


def without_mail(text: str) -> str:
    """The text with its e-mail addresses struck out: `dsl@school.example` gives nobody a role."""
    return _MAIL.sub(lambda found: "@" * len(found[0]), text) if "@" in text else text


def role_words(text: str, lead: str = "") -> tuple[RoleWords, ...]:
    """The posts that a text names, in order; lead: the role named before it, whose deputy "Deputy:" is."""
    if not may_name_post(text):
        return ()
    return tuple(_found(re.sub(r"\s", " ", without_mail(text)), lead))


def may_name_post(text: str) -> bool:
    """Whether a text may name a post at all: quick to ask of every line."""
    lower = text.lower()
    for need in _NEEDS:  # noqa: SIM110  # a generator takes three times as long
        if need in lower:
            return True
    return False


def leads_of(text: str, lead: str = "") -> str:
    """The role of which "Deputy:" in a following line is the deputy."""
    for post in role_words(text):
        lead = post.role if post.role in DEPUTY_OF and lead != "designated-safeguarding-lead" else lead
    return lead


class Lead:
    """The role that the lines before one name, of which "Deputy:" in it is the deputy.

    They are read when one comes that speaks of a deputy: that few lines do, and reading them all for posts
    would take longer than all else about people.
    """

    def __init__(self) -> None:
        self._lead = ""
        self._unread: list[str] = []

    def before(self, line: str) -> str:
        """The role, if the line speaks of a deputy at all."""
        if _OF_DEPUTIES not in line.lower():
            return ""
        for passed in self._unread:
            self._lead = leads_of(passed, self._lead)
        self._unread.clear()
        return self._lead

    def take(self, line: str, *, anew: bool = False) -> None:
        """Take up a line as the next that came; anew: nothing before it counts."""
        if anew:
            self._lead = ""
            self._unread.clear()
        self._unread.append(line)


def _found(text: str, lead: str) -> Iterator[RoleWords]:
    before = lead  # the lead named in this line, else the head
    for number, match in _ANY.finditer(text):
        role = _BY_NUMBER[number]
        if role == _DEPUTY:
            role = DEPUTY_OF.get(before, "") or (DEPUTY_OF[_DSL_ROLE] if _OF_SAFETY.search(text) else "")
        if role:
            before = role if role in DEPUTY_OF and before != "designated-safeguarding-lead" else before
            yield RoleWords(role, match[0].strip(), match.start(), match.end())
