"""Finds known addresses, e-mails and numbers that are nearly right: `helpline@saferrinternet.org.uk`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.checks.currency.names import Slip
from policy_kit.checks.currency.nearness import nearness
from policy_kit.guidance import Organisation, Register
from policy_kit.guidance.joined import JoinedText
from policy_kit.guidance.patterns import Pattern
from policy_kit.guidance.remembering import remembered
from policy_kit.model import Block
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

_ENDS = (".uk", ".com", ".org", ".net", ".online", ".wales", ".cymru", ".co", ".gov")
_ADDRESS = Pattern(
    r"(?:https?://)?(?:(?P<local>[\w.+-]{1,64})@)?(?P<host>(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,5}"
    r"(?:uk|com|org|net|online|wales|cymru|orguk|ukk|couk)\b)(?P<path>/[^\s,;)\]>\"’”]*)?",
    (_ENDS,),
)
_PHONE = Pattern(r"(?<![\d+])0[\d\s()-]{6,14}\d(?!\d)", (("0",),))
_HOST = regex(r"https?://(?:www\.)?([^/]+)")
_SHORTEST_LABEL = 5
_LONG_HOST = 14
_SHORTEST_PATH = 30


@dataclass(frozen=True, slots=True)
class Addresses:
    """What is known to be right: hosts, gov.uk paths, e-mails, and numbers with their owners' names."""

    hosts: frozenset[str]
    paths: frozenset[str]
    emails: frozenset[str]
    phones: tuple[tuple[str, str, tuple[str, ...]], ...]  # digits, as written, names
    past_phones: frozenset[str]


@remembered
def addresses_of(register: Register) -> Addresses:
    """The addresses of a register, present and past (a past one is another check's)."""
    urls = [u for o in register.organisations for u in (o.url, *o.old_urls)]
    urls += [u for d in register.documents for u in (d.url, *d.old_urls)]
    hosts = {m[1].lower() for u in urls if (m := _HOST.match(u))}
    hosts |= {domain for o in register.organisations for domain in o.domains}
    emails = {o.email.lower() for o in register.organisations if o.email}
    hosts |= {email.split("@")[1] for email in emails}
    paths = {u.split("gov.uk", 1)[1].rstrip("/").lower() for u in urls if "www.gov.uk/" in u}
    phones = tuple((_digits(o.phone), o.phone, _short_names(o)) for o in register.organisations if o.phone)
    # A number that was once right is a retired number, another check's, though it is near the present one.
    past = {_digits(r.pattern.source.replace("\\d", "")) for o in register.organisations for r in o.retired}
    return Addresses(frozenset(hosts), frozenset(paths), frozenset(emails), phones, frozenset(past))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _short_names(organisation: Organisation) -> tuple[str, ...]:
    """Words by which a text says whose number it gives."""
    names = (*organisation.spellings, *organisation.old_names, organisation.name)
    return tuple(sorted({name.lower().split(" (")[0] for name in names} | {organisation.id}))


def slips(text: JoinedText, known: Addresses) -> Iterator[tuple[Block, Slip]]:
    """The addresses and numbers in a text that are nearly right."""
    for match in text.find(_ADDRESS):
        right = _right_address(match, known)
        if right:
            yield _placed(text, match, right)
    for match in text.find(_PHONE):
        right = _right_number(match[0], text.block(match.start()).text.lower(), known)
        if right:
            yield _placed(text, match, right)


def nearly(address: str, known: Addresses) -> str:
    """The address that one behind a link nearly is, or ''."""
    match = _ADDRESS.search(address)
    return _right_address(match, known) if match else ""


def _placed(text: JoinedText, match: re.Match[str], right: str) -> tuple[Block, Slip]:
    block, start = text.block(match.start()), text.within(match.start())
    return block, Slip(start, min(start + len(match[0]), len(block.text)), right)


def _right_number(written: str, near: str, known: Addresses) -> str:
    """The number that one nearly is, if its owner is named in the same block, or ''."""
    digits = _digits(written)
    if any(digits == number for number, _, _ in known.phones) or digits in known.past_phones:
        return ""
    for number, shown, names in known.phones:
        if nearness(digits, number, 1) is not None and any(name in near for name in names):
            return shown
    return ""


def _right_address(match: re.Match[str], known: Addresses) -> str:
    """The address that one in the text nearly is, or ''."""
    host = match["host"].lower().removeprefix("www.")
    local = (match["local"] or "").lower()
    if host == "gov.uk":
        return _right_path((match["path"] or "").rstrip("/.").lower(), known)
    if host in known.hosts:
        return _right_email(local, host, known) if local else ""
    if any(host.endswith("." + right) for right in known.hosts) or host.endswith("sch.uk"):
        return ""
    most = 2 if len(host) >= _LONG_HOST else 1
    for right in sorted(known.hosts):
        label = right.split(".")[0]
        if len(label) >= _SHORTEST_LABEL and nearness(host, right, most) is not None:
            return f"{local}@{right}" if local else right
    return ""


def _right_email(local: str, host: str, known: Addresses) -> str:
    for email in sorted(known.emails):
        right_local, right_host = email.split("@")
        if host == right_host and local != right_local and nearness(local, right_local, 1) is not None:
            return email
    return ""


def _right_path(path: str, known: Addresses) -> str:
    if path in known.paths or len(path) < _SHORTEST_PATH:
        return ""
    for right in sorted(known.paths):
        if _digits(path) == _digits(right) and nearness(path, right, 2) is not None:
            return f"https://www.gov.uk{right}"
    return ""
