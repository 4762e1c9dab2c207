"""The products and services that a policy names, by use: filtering, monitoring, recording, e-mail…"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.model import Document
from policy_kit.naming.words import word_set
from policy_kit.regexes import regex
from policy_kit.regexes.texts import Texts

# Products seen in schools' policies, by use, in the spellings that stand there.
_KNOWN = {
    "filtering": (
        "Smoothwall, Netsweeper, Securly, Lightspeed Filter, Lightspeed, SurfProtect, RM "
        "SafetyNet, SafetyNet, WebScreen, E2BN,"
        " Protex, Fortinet, FortiGate, Sophos, Censornet, Cisco Umbrella, OpenDNS, Forcepoint,"
        " iboss, Zscaler, Barracuda,"
        " Linewize, Talk Straight, Schools Broadband, NetPilot, Untangle, ContentKeeper, "
        "Blocksi, DNSFilter, Bloxx, GoGuardian"
    ),
    "monitoring": (
        "Smoothwall Monitor, Senso, Impero, NetSupport DNA, NetSupport, Lightspeed Alert,"
        " Securus, eSafe, Policy Central,"
        " AB Tutor, classroom.cloud, Futures Cloud, Visigo, Qustodio, RM Tutor, Apple Classroom, LanSchool"
    ),
    "recording": "CPOMS, MyConcern, My Concern, Safeguard My School, Tootoot, Edukey, Safeguarding Monitor",
    "email": (
        "Microsoft 365, Office 365, Google Workspace for Education, Google Workspace, G Suite,"
        " StaffMail, Gmail, Outlook"
    ),
    "learning-platform": (
        "Google Classroom, Seesaw, Tapestry, ClassDojo, Class Dojo, Showbie, Firefly, Purple "
        "Mash, Evidence Me, Satchel One,"
        " Show My Homework, Class Charts, ClassCharts, Microsoft Teams, MS Teams, Times Table Rock Stars"
    ),
    "parent-messaging": (
        "ParentMail, Parentmail, ParentPay, Parent Hub, ParentHub, Weduc, Teachers2Parents,"
        " Schoolcomms, School Gateway,"
        " Marvellous Me, MyEd, MCAS, ParentPost, Edulink, ReachMoreParents"
    ),
    "mis": "SIMS, Arbor, Bromcom, ScholarPack, iSAMS, Pupil Asset, Integris",
}
# Longer names first, so that "Smoothwall Monitor" is not taken for the filter.
_PRODUCTS = tuple(
    sorted(
        ((name.strip(), use) for use, names in _KNOWN.items() for name in names.split(",")),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
)
_NAME = r"(?P<name>[A-Z][A-Za-z0-9]*(?:[.&-][A-Za-z0-9]+)*(?:\s[A-Z][A-Za-z0-9]*){0,2})(?=[\s.,;|)]|$)"
_STATED = (
    # As a label or a statement: Filtering provider: ClearGate
    regex(
        r"\b(?P<use>[Ff]iltering|[Mm]onitoring|[Rr]ecording)(?: and monitoring)? (?:system"
        r"|software|service|provider|product|solution|tool)s?"
        rf"(?: (?:we use|in use|used))?(?: (?:is|are|called|is called|is provided by"
        rf"|provided by|supplied by))?\s?[:|–-]?\s{_NAME}"
    ),
    # Or in a sentence: it is filtered by ClearGate
    regex(
        rf"\b(?P<use>[Ff]iltered|[Mm]onitored|[Rr]ecorded) (?:using|by|through|via|with|on) (?:the )?{_NAME}"
    ),
)
_USES = {"f": "filtering", "m": "monitoring", "r": "recording"}
# Capitalised words that follow such phrases and are no products.
_NOT_PRODUCTS = word_set(
    """
    the this all any our a an it in if staff pupils students learners parents governors governor
    headteacher head principal designated dsl ddsl slt ict online safety internet school schools
    monitoring filtering policy department dfe kcsie uk standards reports records senior lead link
    network local members teachers teacher review provider responsibilities responsibility annual date
    name mr mrs ms miss dr log logs checks who what how technical website users user chair board swgfl
    iwf ctiru incidents concerns data education technology devices ofsted nspcc prevent software deputy
    leaders leader safeguarding it's is children child year key stage class classroom behaviour
    management information
    """
)
_BEFORE = regex(r"[\w@./-]")  # no name stands right behind one of these, nor before one of the next
_AFTER = regex(r"\w|\.(?:com|net|org|co)\b")
_CHANNEL = regex(
    r"\b(?:[Oo]ur|[Ss]chool['’]?s?|[Oo]fficial|[Aa]cademy['’]?s?|[Tt]rust['’]?s?"
    r"|[Ww]e (?:have|use|run))\s(?:[\w-]+\s){0,3}?"
    r"(?P<name>Facebook|Twitter|X|Instagram|YouTube|LinkedIn|TikTok|Threads|Bluesky)\s?(?:\([^)]{0,20}\)\s?)?"
    r"(?:page|account|feed|channel|profile|group)s?\b"
)
_CHANNELS = ("Facebook", "Twitter", "X ", "Instagram", "YouTube", "LinkedIn", "TikTok", "Threads", "Bluesky")


def products(document: Document) -> tuple[tuple[str, str], ...]:
    """The products named, as (use, name) pairs in the order of first mention, each once.

    Uses: filtering, monitoring, recording, email, learning-platform, parent-messaging, mis, and channel
    for the school's own social media. Known names count anywhere; others only where the text says
    what they are for.
    """
    text = "\n".join(block.text for block in document.text_blocks)
    found: dict[tuple[str, str], int] = {}
    for at, use, name in (*_known(text, document.texts), *_stated(text), *_channels(text)):
        key = (use, name)
        found[key] = min(found.get(key, at), at)
    return tuple(sorted(found, key=lambda key: (found[key], key)))


def _known(text: str, texts: Texts) -> Iterator[tuple[int, str, str]]:
    taken: list[tuple[int, int]] = []
    for name, use in _PRODUCTS:
        if not texts.may_hold(name.lower()) or name not in text:
            continue
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            alone = not _BEFORE.search(text[at - 1 : at] if at else "") and not _AFTER.match(text, end)
            if alone and not any(start <= at < until for start, until in taken):
                taken.append((at, end))
                yield at, use, name
            at = text.find(name, end if alone else at + 1)


def _stated(text: str) -> Iterator[tuple[int, str, str]]:
    known = {name.casefold() for name, _ in _PRODUCTS}
    for at, line in _lines_with(text, ("ilter", "onitor", "ecord")):
        for match in (m for pattern in _STATED for m in pattern.finditer(line)):
            name = " ".join(match["name"].split())
            if name.split()[0].casefold() not in _NOT_PRODUCTS and not any(
                k in name.casefold() for k in known
            ):
                yield at + match.start(), _USES[match["use"][0].lower()], name


def _channels(text: str) -> Iterator[tuple[int, str, str]]:
    for at, line in _lines_with(text, _CHANNELS):
        yield from ((at + m.start(), "channel", m["name"]) for m in _CHANNEL.finditer(line))


def _lines_with(text: str, needs: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The lines that hold one of some strings, with where they start."""
    at = 0
    for line in text.split("\n"):
        if any(need in line for need in needs):
            yield at, line
        at += len(line) + 1
