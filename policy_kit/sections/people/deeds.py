"""Firms that are named for what they do and hold no post: "Old tablets are collected by Greenloop Ltd"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.by_text import kept_by_text
from policy_kit.naming.legal_forms import LEGAL_FORM
from policy_kit.naming.words import word_set
from policy_kit.regexes import regex, seldom
from policy_kit.sections.people.adjacent import Held
from policy_kit.sections.people.firms import CALLED
from policy_kit.sections.people.roles import role_words

_COMPANY = rf"(?:{LEGAL_FORM}|& Co)"
# What a firm's name ends with, besides a company's letters.
_KIND = (
    r"(?:IT|ICT|Solutions|Services|Systems|Computers?|Computing|Networks?|Networking|Support|Digital|Tech"
    r"|Technolog(?:y|ies)|Group|Consult(?:ing|ants|ancy)|Security|Recycling|Assurance|Cyber|Data"
    r"|Print(?:ing|ers)?"
    r"|Photography|Studios?|Media|Web|Design|Coaches|Catering|Associates|Partners|Training|Software|Telecoms"
    r"|Communications|Shredding|Disposals?|Films?|Productions|Arts|Records|Law|Solicitors)"
)
_A_FIRM = r"(?:firm|company|contractors?|suppliers?|business|studio|agency|solicitors?|accountants)"
# Quick to ask of every line: a capital before a firm's last word, or letters of a word for a firm.
_HINT = regex(rf"[A-Z][\w'’&-]{{0,40}}\s(?:{_COMPANY}|{_KIND})\b")
_MAY_SAY = (
    "firm",
    "compan",
    "contractor",
    "supplier",
    "business",
    "studio",
    "agency",
    "solicitor",
    "accountants",
)
_ENDS_AS_FIRM = regex(rf"(?:\b|\s)(?:{_COMPANY}|{_KIND})$")
_IS_COMPANY = regex(rf"\s{_COMPANY}$")
_DONE = (
    r"(?:provid|suppl|carri|host|check|test|manag|maintain|install|servic|inspect|wip|destroy|dispos|recycl"
    r"|collect|clear|remov|print|design|support|deliver|audit|assess|film|photograph|shred|repair|stor|teach"
    r"|build|deal)\w*|run|done|built|made|taken|looked|taught|led|dealt"
)
_DOES = (
    r"(?:(?:also|now|then)\s)?(?:carr(?:ies|y)\sout|checks?|provides?|suppl(?:ies|y)|hosts?|maintains?"
    r"|manages?"
    r"|looks?\safter|tests?|collects?|wipes?|destroys?|disposes?\sof|recycles?|visits?|services|installs?"
    r"|runs?"
    r"|supports?|audits?|takes?\saway|prints?|makes?|made|built|stores?|repairs?|shreds?|deals?\swith)"
)
_PRODUCTS_DO = regex(r"\b(?:provides?|suppl(?:ies|y)|supports?|runs?|manages?|hosts?|stores?|checks?)\b")
_MORE = r"(?:\s(?:out|off|away|up|after|with|of|for\s(?:us|the\sschool)))*"
# Each names a firm and what it does; the last two say that it is one, whatever it is called.
_FRAMES = tuple(
    regex(pattern)
    for pattern in (
        rf"\b(?P<deed>(?:{_DONE}){_MORE})\sby\s(?P<name>{CALLED})",
        rf"(?P<name>{CALLED})(?:,\s[^,.;]{{3,60}},)?\s(?P<deed>{_DOES})\b",
        rf"(?P<name>{CALLED}),?\s(?:is\s)?(?:an?|the|our)\s(?P<deed>(?:[\w-]+\s){{0,3}}{_A_FIRM})\b",
        (
            r"\b(?P<deed>employs?|hires?|pays?|engages?|contracts?\swith|contracted\sto|(?:advice|help"
            r"|support)"
            r"(?:\scomes)?\sfrom|supported\sby|bought\sfrom|hired\sfrom|sent\sto)"
            rf"\s(?P<name>{CALLED})"
        ),
        (
            rf"\b(?P<deed>{_A_FIRM}(?:\s(?:of|for|that|which)\s[^,.;]{{3,40}})?),\s(?P<name>{CALLED})(?=[,.;]"
            rf"|\s[a-z])"
        ),
        rf"\b(?P<deed>{_A_FIRM})\s(?:called|named)\s(?P<name>{CALLED})",
    )
)
_SAID = len(_FRAMES) - 2
_LABELLED = regex(rf"\W*(?P<label>[^:\n]{{3,60}}?)\s?[:–|]\s(?P<value>{CALLED})\s?(?=[,.;(|]|$)")
# The line into the school, its filter and its monitoring are products, told as such.
_A_PRODUCT = (
    r"(?:broadband|connection|line|internet(?:\s(?:access|feed))?|filter(?:ing)?|monitoring|platform"
    r"|apps?|e-?mail)"
    r"(?:\s(?:system|software|service|product))?(?:\sand\smonitoring)?"
)
_IS_PRODUCT = regex(rf"\b{_A_PRODUCT}\b", re.IGNORECASE)
_BROUGHT = regex(rf"\b{_A_PRODUCT}\s(?:is|are|was)\s(?:\w+\s)?$", re.IGNORECASE)
_BRINGS = regex(
    rf"\s(?:us\swith\s)?(?:(?:our|the|its|an?)\s)?(?:school['’]s\s)?{_A_PRODUCT}\b", re.IGNORECASE
)
_OPENS_NO_FIRM = word_set(
    """
    a all an any at as after before each every from if in it its once our old on since the this when where
    while with and by for some most to every new
    """
)
# Public bodies and parts of a school; makers whose names stand for products; words with no name before them.
_NO_FIRM = seldom(
    r"\b(?:Councils?|Trust|County|Borough|City|Diocese|Police|School|Academy|College|Team|Department"
    r"|Government"
    r"|Foundation|Partnership|Children(?:['’]s)?|Social|Youth|Family|Local|National|Childline|NSPCC|Victim"
    r"|Google|Microsoft|Apple|Adobe|Amazon|Human|Mental|Early|Special|Central|Student|Pupil|Staff)\b"
    rf"|^(?:{_KIND}|Technical|Online|Data|Network|Computer|Information|Legal|Internet|Cyber|Design"
    rf"|Religious)\b"
)
_SUPPLIES = regex(
    rf"\b(?:support|provider|supplied|supplier|{_A_FIRM}|engineers?|hosting|website|disposal|photographer"
    rf"|helpline"
    r"|printers?|maintenance|testing|host|cleaning|catering|transport)\b",
    re.IGNORECASE,
)


@kept_by_text
def firms_named(text: str) -> tuple[Held, ...]:
    """The firms that a text names for a deed, with the words for it as their post."""
    return tuple(_named(text)) if _HINT.search(text) or any(word in text for word in _MAY_SAY) else ()


def _named(text: str) -> Iterator[Held]:
    labelled = _LABELLED.match(text)
    firm = firm_beside(labelled["label"], labelled["value"]) if labelled else None
    if labelled and firm and not role_words(labelled["label"]):
        yield firm
    for number, frame in enumerate(_FRAMES):
        for found in frame.finditer(text):
            name, start = _without_opening(found["name"], found.start("name"))
            if not _may_be_firm(name, said=number >= _SAID):
                continue
            if number == 0 and _BROUGHT.search(text, 0, found.start()):
                continue
            if number == 1 and (_BRINGS.match(text, found.end()) or not _surely_does(name, found["deed"])):
                continue
            yield Held(name, "", found["deed"], start)


def firm_beside(label: str, value: str) -> Held | None:
    """The firm of a row that asks for one: "Out-of-hours support | Castlegate Schools IT"."""
    name = value.strip(" .")
    called = re.fullmatch(CALLED, name)
    asked = _SUPPLIES.search(label) or _IS_COMPANY.search(name)
    if (
        called
        and len(label.split()) <= 6
        and asked
        and not _IS_PRODUCT.search(label)
        and _may_be_firm(name, said=False)
    ):
        return Held(name, "", label.strip(" :"), 0)
    return None


def _may_be_firm(name: str, *, said: bool) -> bool:
    if not name or _NO_FIRM.search(name):
        return False
    return said or (" " in name and bool(_ENDS_AS_FIRM.search(name)))


def _surely_does(name: str, deed: str) -> bool:
    """Whether a firm is said to do what no product does; "Harrow Systems provides" may be of either."""
    return bool(_IS_COMPANY.search(name) or not _PRODUCTS_DO.search(deed))


def _without_opening(name: str, start: int) -> tuple[str, int]:
    """The name without the word that opens its sentence: "When Castell Security calls"."""
    words = name.split(" ")
    while words and words[0].casefold() in _OPENS_NO_FIRM:
        start += len(words.pop(0)) + 1
    return " ".join(words), start
