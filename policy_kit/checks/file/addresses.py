"""Web addresses: what is wrong with the form of one, and which site it leads to."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from policy_kit.regexes import regex, seldom

ADDRESS = seldom(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)

_MALFORMED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("begins with http twice", regex(r"https?:/*\s*https?:", re.IGNORECASE)),
    (
        "is two addresses run together",
        # An archive's address, and one that hands another on, hold a second one on purpose.
        regex(
            r"https?://(?!web\.archive|archive\.|webarchive)[^\s?#=]*[^\s?#=/:]/?https?://[\w.-]+\.\w+\S*",
            re.IGNORECASE,
        ),
    ),
    (
        "is misspelt at its beginning",
        regex(
            r"\b(?:https?:/(?!/)|https?//|https?;//|https?:\\\\|https?:(?!/)(?=www)|h(?:tt|ttpp|tp"
            r"|http)s?://|wwww+\.|www\.www\.)\S*|\bwww,\w\S*",
            re.IGNORECASE,
        ),
    ),
    (
        "has a space in it",
        regex(
            r"\bhttps?://\s+\w\S*|\bwww\.\s+[a-z]\S*|\b(?:https?://|www\.)[\w.-]+\.\s+(?:uk|com|org|net"
            r"|gov|ac|sch|co)\b[^\s]*"
            r"|\b(?:https?://|www\.)[\w.-]+\s+\.(?:co|org|gov|com|net|ac|sch|uk)\b\S*"
        ),
    ),
    (
        "has a comma or two dots for one dot",
        regex(r"\b(?:https?://|www\.)[\w.-]*(?:\w,(?:co|org|com|gov|net|uk)\b|\w\.\.\w)\S*", re.IGNORECASE),
    ),
)
_ENDINGS = ("co", "org", "gov", "ac", "sch", "net", "ltd", "police", "nhs", "com", "edu")
_SHORTENERS = (
    "bit.ly",
    "tinyurl.com",
    "ow.ly",
    "aka.ms",
    "goo.gl",
    "t.co",
    "forms.gle",
    "lnkd.in",
    "is.gd",
    "buff.ly",
)


def fault_of(text: str) -> tuple[str, str] | None:
    """What is wrong with the first malformed address in a text, and its words; None if there is none."""
    for fault, pattern in _MALFORMED:
        found = pattern.search(text)
        if found:
            return fault, found[0]
    return None


def target_fault(target: str) -> str | None:
    """What is wrong with the address behind a link, or None."""
    bare = target.strip()
    if bare in ("", "#", "http://", "https://", "about:blank"):
        return "leads nowhere"
    if re.match(r"(?:file:|[A-Za-z]:[\\/]|\\\\)", bare, re.IGNORECASE):
        return "leads to a file on one computer or network, which others cannot open"
    if re.match(r"(?:mailto|tel|sms):|#", bare, re.IGNORECASE):
        return None
    if re.search(r"\s|%20(?=[./]|$)", unquote(bare).split("?", 1)[0].rstrip()) and re.match(
        r"https?:|www", bare
    ):
        host = re.split(r"[/?#]", bare.split("//", 1)[-1], maxsplit=1)[0]
        if re.search(r"\s|%20", host):
            return "has a space in its address"
    found = fault_of(bare)
    return f"has an address that {found[0]}" if found else None


def site_of(address: str) -> str:
    """The site an address leads to, without www, country and kind: "childnet" for www.childnet.com.

    '' if it has none, or hides it behind a shortener; an Outlook wrapper is looked into.
    """
    address = address.strip().rstrip(".,;)")
    if "://" not in address:
        address = f"http://{address}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if host.endswith("safelinks.protection.outlook.com"):
        inner = parse_qs(parts.query).get("url", [""])[0]
        return site_of(inner) if inner else ""
    if not host or "." not in host or host in _SHORTENERS:
        return ""
    if host == "gov.uk" or host.endswith((".gov.uk", ".gov")):
        return "gov.uk"
    labels = host.split(".")
    labels = labels[:-1]
    while len(labels) > 1 and labels[-1] in _ENDINGS:
        labels.pop()
    return labels[-1]


def is_address(text: str) -> bool:
    """Whether a text is a web address and nothing else."""
    text = text.strip().rstrip(".,;")
    return bool(ADDRESS.fullmatch(text)) or bool(
        re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|gov)(?:/\S*)?", text)
    )
