"""Firms that hold a post: "IT provider: Brookline IT", "Technical support | Netway (managed service)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policy_kit.naming.words import word_set
from policy_kit.regexes import regex
from policy_kit.sections.people.roles import RoleWords, role_words

# Two words or more; or one, if a bracket, a number or nothing follows: "Netway (managed service)".
_FIRM = regex(
    r"[\s,(–—-]*(?:(?P<more>[A-Z][\w&.'’-]*(?:\s(?:[A-Z][\w&.'’-]*|of|and|for|&)){1,4})\s?(?=[,;:()–—.|-]|\d|$)"
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
    a all appendix ask by call computing contact daily day email external for general helpdesk head how ict
    in internal it key local lead monthly n/a name network none not office on our outsourced please provided
    reception same school see staff tel telephone termly the to various via weekly who with yes
    """
)


_TRADE = regex(
    r"\b(?:IT|ICT|Ltd|Limited|LLP|plc|Solutions|Services|Systems|Schools?|Computers?|Computing|Networks?"
    r"|Support|Digital|Technolog(?:y|ies)|Group|Partnership|Consult\w+)\b"
    r"|\b(?:tech|net|data|cyber|digi|compu|info|soft)\w+|\w(?:tech|net|soft|ware|data)\b",
    re.IGNORECASE,
)


def sounds_like_firm(name: str) -> bool:
    """Whether a name has a word of the trade in it, so that it is no day and no place."""
    return bool(_TRADE.search(name))


def firm_at(value: str, roles: Sequence[RoleWords]) -> str:
    """The firm that a value names for a post in IT, else ''."""
    if not any(role.role == "it-manager" for role in roles):
        return ""
    found = _FIRM.match(value)
    name = (found["more"] or found["one"]) if found else ""
    if not name or name.isupper() or _SENTENCE.search(value) or role_words(name):
        return ""
    known = sounds_like_firm(name) or _REACHED.match(value, found.end() if found else 0)
    return name if known and name.split()[0].casefold() not in _NO_FIRM else ""
