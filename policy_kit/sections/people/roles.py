"""Which role the words for a post mean: "DSL", "Designated Safeguarding Lead" and "DSLs" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.by_text import kept_by_text
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.regexes.alternatives import Alternatives
from policy_kit.sections.people.role_wordings import COUNCIL_OFFICER, DEPUTY, HEAD_OF_PART, OTHER_POST, ROLES

# Told by their words alone.
_UNKNOWN = frozenset(
    role for role in ROLES if role in (COUNCIL_OFFICER, HEAD_OF_PART) or role.startswith(OTHER_POST)
)
_DSL_ROLE = "designated-safeguarding-lead"
# Whose deputy "her deputies" are where no lead is named beside it.
_OF_SAFETY = regex(r"safeguard|child protection|\bDSL|online safety|concern|worr|\blead\b", re.IGNORECASE)
_OF_DEPUTIES = "deput"  # letters that stand in each wording of the next
DEPUTY_OF = {
    "designated-safeguarding-lead": "deputy-designated-safeguarding-lead",
    "headteacher": "deputy-headteacher",
}

_BY_NUMBER = tuple(ROLES)
_ANY = Alternatives(
    (rf"(?<![\w-])(?:{'|'.join(wordings)})(?!\w)" for wordings in ROLES.values()), re.IGNORECASE
)
_LEADS = tuple(number for number, role in enumerate(_BY_NUMBER) if role in DEPUTY_OF)
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
        "prepared",
        "created",
        "send ",
        "sen ",
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
    *("office", "secretary", "receptionist", "administrator", "attendance", "pastoral", "welfare"),
    *("family support", "parent support", "pupil support", "student support", "support contract"),
    *("mentor", "counsellor", "nurse", "librarian", "tutor", " lead", "teacher", "practitioner", "advis"),
    *(
        "consultant",
        "clerk",
        "therapist",
        "psychologist",
        " hlta",
        "assistant",
        "police",
        "roved by",
        "viewed by",
        "checked by",
        "rised by",
        "agreed by",
        "ratified by",
        "revised by",
        "updated by",
        "adapted by",
        " link",
        "professional",
        "officer",
        "editor",
        "co-ordinator",
        "coordinator",
    ),
    *("housem", "house m", "house p", "housep", "matron", "engineer", "visits", "absence", "acts for"),
    *("stands in for", "covers for", "sits on", "serves on", "speaks for", "group is"),
    *("deput", "leads", "lead on", "lead for", "look after", "looks after", "looking after"),
)
# Beside a name alone, in a table or under a signature, a chair is the governors'.
CHAIR_ALONE = regex(r"chair(?:man|woman|person)?(?:\sof\sthe\sboard)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Words for a post in a text, and the role they mean."""

    role: str  # '' for a post that no role is for
    words: str
    start: int
    end: int


_MAIL = regex(r"[\w.+-]+@[\w.-]+\w")


def without_mail(text: str) -> str:
    """The text with its e-mail addresses struck out: `dsl@school.example` gives nobody a role."""
    return _MAIL.sub(lambda found: "@" * len(found[0]), text) if "@" in text else text


@kept_by_text
def role_words(text: str, lead: str = "") -> tuple[RoleWords, ...]:
    """The posts that a text names, in order; lead: the role named before it, whose deputy "Deputy:" is."""
    if not may_name_post(text):
        return ()
    return tuple(_found(_in_one_line(without_mail(text)), lead))


def _in_one_line(text: str) -> str:
    return re.sub(r"\s", " ", text)


def may_name_post(text: str) -> bool:
    """Whether a text may name a post at all: quick to ask of every line."""
    lower = text.lower()
    for need in _NEEDS:  # noqa: SIM110  # a generator takes three times as long
        if need in lower:
            return True
    return False


def leads_of(text: str, lead: str = "") -> str:
    """The role of which "Deputy:" in a following line is the deputy."""
    if not _ANY.may_find(_in_one_line(text), _LEADS):  # most lines name other posts, if any
        return lead
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
        if role == DEPUTY:
            role = DEPUTY_OF.get(before, "") or (DEPUTY_OF[_DSL_ROLE] if _OF_SAFETY.search(text) else "")
        if role:
            before = role if role in DEPUTY_OF and before != "designated-safeguarding-lead" else before
            known = "" if role in _UNKNOWN else role
            yield RoleWords(known, match[0].strip(), match.start(), match.end())
