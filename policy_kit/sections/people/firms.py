"""Firms that hold a post: "IT provider: Brookline IT", "Our DPO is Safe Records Ltd"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_kit.naming.legal_forms import LEGAL_FORM
from policy_kit.naming.words import word_set
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.people.roles import RoleWords, role_words

# Two words or more; or one, if a bracket, a number or nothing follows: "Netway (managed service)".
_FIRM = regex(
    r"[\s,(–—-]*(?:(?:of|from|at|with)\s)?(?:(?P<more>[A-Z][\w&.'’-]*(?:\s(?:[A-Z][\w&.'’-]*|of|and|for"
    r"|&)){1,4})\s?(?=[,;:()–—.|-]|\d|$)"
    r"|(?P<one>[A-Z][\w&'’-]+)\s?(?=\(|\)|,?\s?\d|$))"
)
_REACHED = regex(
    r"[\s,:–—-]*(?:\(?[\d+]{3}|\([^()]*\b(?:service|support|provider|firm|company)\b)", re.IGNORECASE
)
_SENTENCE = regex(
    r"\b(?:will|must|should|shall|is|are|has|have|may|can|see|ask|please|contact)\b", re.IGNORECASE
)
_NO_FIRM = word_set(
    """
    a all appendix ask by call computing contact daily day email external fgb for general helpdesk head how
    ht ict in internal it key la lgb local lead monthly n/a na name network none not office on our
    outsourced please provided reception same sbm school see slt smt staff tba tbc tel telephone termly the
    to various via weekly who with yes
    """
)


_TRADE = regex(
    rf"\b(?:IT|ICT|{LEGAL_FORM}|Solutions|Services|Systems|Schools?|Computers?|Computing|Networks?"
    r"|Support|Digital|Technolog(?:y|ies)|Group|Partnership|Consult\w+)\b"
    r"|\b(?:tech|net|data|cyber|digi|compu|info|soft)\w+|\w(?:tech|net|soft|ware|data)\b",
    re.IGNORECASE,
)


_OF_RECORDS = regex(
    rf"\b(?:{LEGAL_FORM}|Services|Solutions|Records|Data|Law|Legal|Solicitors|Partners(?:hip)?|Advis\w+"
    r"|Governance|Privacy|Protect\w*|Consult\w+|Group|Associates|Compliance|IT|ICT)\b|\w(?:data|law)\b",
    re.IGNORECASE,
)
_OF_TRADE = {"it-manager": _TRADE, "data-protection-officer": _OF_RECORDS}
# What the name of a firm looks like.
CALLED = r"[A-Z][\w&'’-]*(?:\s(?:[A-Z][\w&'’-]*|&|(?:and|for)(?=\s[A-Z]))){0,4}"
_NOT_CALLED = regex(
    r"\b(?:Schools?|Academy|College|Nursery|Primary|Trust|Council|Team|Lead|Leader|Manager|Officer"
    r"|Technicians?|Policy"
    r"|Committee|Act|Safety|Governors?|Head\w*|DSL|Provider|Staff)$|^(?:Data Protection|The|Our|All|IT|ICT)\b"
)
# What stands between a post and the firm that holds it, before it and after it.
_TO_FIRM = regex(
    r"\)?(?:\sservices?)?(?:\s?[,(:|–—-]\s?|\s(?:is|are|comes?)\s|\s)(?:(?:currently|all|now|bought"
    r"|in)\s){0,2}"
    r"(?:(?:provided|supplied|given|run|managed|looked\safter|held|done|carried\sout)\s)?(?:(?:by"
    r"|from|through|with)\s)?"
    r"(?:a\s(?:local\s)?(?:firm|company)(?:\scalled)?[\s,]+)?",
    re.IGNORECASE,
)
_TO_POST = regex(
    r"(?:\s?[,(–—-]\s?|\s)(?:(?:is|are|acts?\sas|serves?\sas|provides?|supplies|supply|gives?\sus"
    r"|who\s(?:is|are|acts?\sas|provides?|supply|supplies))\s)?"
    r"(?:(?:our|the|all|your|school['’]s)\s){0,2}"
    r"(?:an?\s(?:[\w-]+\s){0,2}(?:firm|company|provider|contractor|supplier|business),?\s)?",
    re.IGNORECASE,
)
_NAMES = regex(CALLED)


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm that a text says holds a post."""

    name: str
    post: RoleWords
    start: int
    end: int


# Two capitals, one of a firm: what the name of a firm may be.
_TRADED = regex(r"[A-Z][\w’'-]+\s(?:[A-Z]|&)[\w’'-]*|\bLtd\b")
_MAY = ("IT", "ICT", "DPO", "echnic", "etwork", "omputers", "ervers", "rotection")


def may_name_firm(text: str) -> bool:
    """Whether a text may say that a firm holds a post: cheap to ask of every sentence."""
    return any(word in text for word in _MAY) and bool(_TRADED.search(text))


def firms_in(text: str, posts: Sequence[RoleWords]) -> Iterator[Firm]:
    """The firms beside posts in IT or data protection: "Our IT support, Bluefinch Systems, look after…"."""
    for post in posts:
        trade = _OF_TRADE.get(post.role)
        if trade is None:
            continue
        for found in _NAMES.finditer(text):
            name = found[0]
            if not trade.search(name) or _NOT_CALLED.search(name) or len(name.split()) < 2:
                continue
            if any(role.start == 0 for role in role_words(name)):
                continue
            after = found.start() >= post.end and _TO_FIRM.fullmatch(text, post.end, found.start())
            before = found.end() <= post.start and _TO_POST.fullmatch(text, found.end(), post.start)
            if after or before:
                yield Firm(name, post, found.start(), found.end())
                break


def sounds_like_firm(name: str) -> bool:
    """Whether a name has a word of the trade in it, so that it is no day and no place."""
    return bool(_TRADE.search(name) or _OF_RECORDS.search(name))


def firm_post(roles: Sequence[RoleWords]) -> RoleWords | None:
    """The post among these that a firm may hold."""
    return next((role for role in roles if role.role in _OF_TRADE), None)


def _is_post(name: str) -> bool:
    """Whether words with capitals are a post: "IT Support"; not "Harrowmere IT Services"."""
    posts = role_words(name)
    if not posts or posts[0].start == 0:
        return bool(posts)
    return posts[0].role not in _OF_TRADE or bool(_NOT_CALLED.search(name))


_LETTERS = regex(r"[A-Z][A-Z0-9&]{1,5}")  # a firm known by its letters, beside a label that asks for one
_SERVES = regex(r"\b(?:support|provider|services?|help)\b", re.IGNORECASE)


def firm_at(value: str, roles: Sequence[RoleWords]) -> str:
    """The firm that a value names for a post in IT or data protection, else ''."""
    post = firm_post(roles)
    if post is None:
        return ""
    letters = value.strip(" .")
    if _LETTERS.fullmatch(letters) and post.role == "it-manager" and letters.casefold() not in _NO_FIRM:
        return letters if _SERVES.search(post.words) and not role_words(letters) else ""
    found = _FIRM.match(value)
    name = (found["more"] or found["one"]) if found else ""
    if not name or name.isupper() or _SENTENCE.search(value) or _is_post(name):
        return ""
    known = _OF_TRADE[post.role].search(name) or _REACHED.match(value, found.end() if found else 0)
    return name if known and name.split()[0].casefold() not in _NO_FIRM else ""
