"""The products and services that a policy names, by use: filtering, monitoring, recording, e-mail…"""

from __future__ import annotations

import re

from policy_kit.model import Document

# Products seen in schools' policies, by what they are used for. A name that is also a plain word ("Arbor",
# "Teams") counts only in that spelling.
_KNOWN: tuple[tuple[str, str], ...] = (
    (
        "filtering", r"Smoothwall(?! Monitor)|Netsweeper|Securly|Lightspeed(?: Filter)?|SurfProtect|RM ?SafetyNet|WebScreen|E2BN|Protex|Fortinet|FortiGate|Sophos|Censornet|Cisco Umbrella|OpenDNS|Forcepoint|iboss|Zscaler|Barracuda|Linewize|Talk ?Straight|Schools Broadband|NetPilot|Untangle|ContentKeeper|Blocksi|DNSFilter|Bloxx|GoGuardian"),
    (
        "monitoring", r"Smoothwall Monitor|Senso(?:\.cloud| Cloud)?|Impero(?: Education Pro)?|NetSupport(?: DNA| School)?|Lightspeed Alert|Securus|eSafe|Policy Central(?: Enterprise)?|AB Tutor|classroom\.cloud|Futures Cloud|Future ?Cloud|Visigo|Qustodio|RM Tutor|Apple Classroom|LanSchool"),
    (
        "recording", r"CPOMS|My ?Concern|Safeguard My School|Tootoot|Edukey|Safeguarding Monitor|ChildProtection Monitor"),
    (
        "email", r"Microsoft 365|Office 365|Google Workspace(?: for Education)?|G[- ]?Suite|LGfL ?StaffMail|StaffMail|Gmail|Outlook"),
    (
        "learning-platform", r"Google Classroom|Seesaw|Tapestry|Class ?Dojo|Showbie|Firefly|Purple Mash|Evidence Me|Satchel(?: One)?|Show My Homework|Class ?Charts|Microsoft Teams|MS Teams|Times Tables Rock ?Stars|Frog(?:Learn|Play)|2Build a Profile|Interactive Learning Diary"),
    (
        "parent-messaging", r"Parent ?Mail|ParentPay|Parent ?Hub|Weduc|Teachers2Parents|School ?comms|School Gateway|Marvellous Me|MyEd\b|MCAS|ParentPost|Edulink(?: One)?|ReachMoreParents"),
    ("mis", r"SIMS(?:\.net)?|Arbor|Bromcom|ScholarPack|iSAMS|Pupil Asset|Integris"),
)  # fmt: skip
_PATTERNS = tuple(
    (use, re.compile(rf"(?<![\w@./-])(?:{names})(?!\w|\.(?:com|net|org|co))")) for use, names in _KNOWN
)
_STATED = re.compile(
    r"\b(?:(?:our|the|school['’]?s?|web|internet|content|we use|uses?)\s){0,3}(?P<use>filter(?:ing)?"
    r"|monitoring|safeguarding recording|recording)"
    r"(?:\s(?:and monitoring|system|systems|software|service|services|provider"
    r"|product|solution|platform|tool)){0,2}"
    r"(?:\s(?:is|are|we use is|used is|in use is|used are|called|provided by"
    r"|supplied by|is provided by|is supplied by|is called))?\s?[:|–-]?\s"
    r"(?P<name>(?:[A-Z][\w.]*|[a-z]*[A-Z]\w+)(?:\s[A-Z0-9][\w.]*){0,2})(?=[\s.,;|)]|$)"
    r"|\b(?P<use2>filtered|monitored|recorded)\s(?:using|by|through|via|with"
    r"|on)\s(?:the\s)?(?P<name2>[A-Z][\w.]*[a-z][\w.]*(?:\s[A-Z0-9][\w.]*){0,2})(?=[\s.,;|)]"
    r"|$)"
)
_ANY_STATED = re.compile(r"filter|monitor|record", re.IGNORECASE)
_NOT_PRODUCTS = re.compile(
    r"^(?:The|This|All|Any|Our|A|An|It|In|If|Staff|Pupils|Students|Learners|Parents"
    r"|Governors?|Headteacher|Head|Principal|Designated"
    r"|DSL|DDSL|SLT|IT|ICT|Online|Safety|Internet|School|Schools|Monitoring|Filtering"
    r"|Policy|Department|DfE|KCSIE|UK|Standards?|Reports?"
    r"|Records?|Arrangements|System|Systems|Appropriate|Senior|Lead|Link|Network"
    r"|Local|Members|Teachers?|Review|Provider|Responsibilit\w+"
    r"|Annual\w*|Date|Name|Mr|Mrs|Ms|Miss|Dr|Logs?|Checks?|Who|What|How|When"
    r"|Technical|Communications?|Websites?|Users?|Use|For|To|By|On"
    r"|Chair|Board|SWGfL|IWF|Internet Watch|CTIRU|Incidents?|Concerns?|Data|Education"
    r"|Technology|Devices?|Ofsted|NSPCC|Prevent|Software)\b"
)
_CHANNEL = re.compile(
    r"\b(?:our|school['’]?s?|official|academy['’]?s?|trust['’]?s?|we (?:have|use|run))\s(?:[\w-]+\s){0,3}?"
    r"(?P<name>Facebook|Twitter|X(?= (?:account|feed|page|\())|Instagram|YouTube"
    r"|LinkedIn|TikTok|Threads|Bluesky)\b"
    r"(?=\s(?:page|account|feed|channel|profile|group|site|and|or|,|\()|[,:])"
)
_CHANNEL_NAMES = (
    "Facebook",
    "Twitter",
    "X ",
    "Instagram",
    "YouTube",
    "LinkedIn",
    "TikTok",
    "Threads",
    "Bluesky",
)
_USES = {"filter": "filtering", "monitor": "monitoring", "record": "recording", "safeguarding": "recording"}


def products(document: Document) -> tuple[tuple[str, str], ...]:
    """The products named, as (use, name) pairs in the order of first mention, each once.

    Uses: filtering, monitoring, recording, email, learning-platform, parent-messaging, mis, and channel
    for the school's own social media. Known names count anywhere; others only where the text says
    what they are for.
    """
    text = "\n".join(block.text for block in document.text_blocks)
    found: dict[tuple[str, str], int] = {}
    for use, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found.setdefault((use, match[0]), match.start())
    known = {name.casefold() for _, name in found}
    for line_start, line in _lines(text):
        if _ANY_STATED.search(line):
            for match in _STATED.finditer(line):
                name = (match["name"] or match["name2"]).rstrip(".")
                use = next(
                    u for start, u in _USES.items() if (match["use"] or match["use2"]).startswith(start)
                )
                if name.casefold() not in known and not _NOT_PRODUCTS.match(name):
                    found.setdefault((use, name), line_start + match.start())
        if any(name in line for name in _CHANNEL_NAMES):
            for match in _CHANNEL.finditer(line):
                found.setdefault(("channel", match["name"]), line_start + match.start())
    return tuple(sorted(found, key=lambda key: (found[key], key)))


def _lines(text: str) -> list[tuple[int, str]]:
    out, at = [], 0
    for line in text.split("\n"):
        out.append((at, line))
        at += len(line) + 1
    return out
