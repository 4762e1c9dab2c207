"""Web and mail addresses of another school: a school's domain that is not this school's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from policy_kit.checks.identity.foreign_names import Foreign, NamePlace, gives_no_reason, in_sentence
from policy_kit.facts import Facts
from policy_kit.model import Confidence, Policy
from policy_kit.naming import name_key
from policy_kit.regexes import regex, seldom

_DOMAIN = seldom(
    r"(?<![\w.-])(?:[\w.+-]+@|https?://)?(?:www\.)?"
    r"(?P<domain>[a-z0-9-]+(?:\.[a-z0-9-]+){0,2}\.sch\.uk"
    # Many schools are at another ending, and say in the name what they are.
    r"|[a-z0-9-]*(?:school|primary|academy|infants?|juniors?|nursery|college)[a-z0-9-]*"
    r"\.(?:org\.uk|co\.uk|com|org|net|uk|example)"
    r"|[a-z0-9-]+(?:\.[a-z0-9-]+)?\.(?:school|academy)(?!\.?[\w-]))\b",
    re.IGNORECASE,
)
# A host that is a name and what kind of school it is: "larkfieldinfants".
_SAYS_SCHOOL = regex(
    r"^[a-z-]{4,}(?:primary|infants?|juniors?|nursery|school|academy|college|high|grammar)(?:school)?$",
    re.IGNORECASE,
)
_A_NAME = 5  # letters, from which a host that is a school's is no mere abbreviation
_NEEDS = ("school", "sch.uk", "primary", "academy", "infant", "junior", "nursery", "college", ".academy")
_LISTS = frozenset({"useful-contacts", "linked-policies", "legislation-and-guidance"})


def foreign_domains(policy: Policy, facts: Facts) -> Iterator[Foreign]:
    """Domains of other schools; nothing if it cannot be told which domain is the school's own."""
    places: dict[str, list[NamePlace]] = defaultdict(list)
    known = {domain for body in facts.register.organisations for domain in body.domains}
    for block in (*policy.document.text_blocks, *policy.document.margins):
        lower = block.text.lower()
        if (
            "." not in lower
            or not any(need in lower for need in _NEEDS)
            or (policy.section_at(block) in _LISTS and not in_sentence(block))
        ):
            continue
        for found in _DOMAIN.finditer(block.text):
            if found["domain"].lower() not in known:
                places[found["domain"].lower()].append(NamePlace(block, block.text, *found.span()))
    own = _own(policy, facts, list(places))
    if own is None:
        yield from _of_another_name(policy, places)
        return
    for domain, at in places.items():
        if domain != own and not domain.endswith(f".{own}") and not own.endswith(f".{domain}"):
            yield Foreign(domain, tuple(at), Confidence.MEDIUM, own)


def _of_another_name(policy: Policy, places: dict[str, list[NamePlace]]) -> Iterator[Foreign]:
    """Domains that say they are a school's and hold nothing of this one's name, where its own is not given.

    Not one beside a reason for another school's address, nor one of several: those may be neighbours.
    """
    words = name_key(policy.school_name).split()
    if not any(len(word) > 3 for word in words):
        return
    others = {
        domain: [place for place in at if gives_no_reason(place)]
        for domain, at in places.items()
        if _says_school(domain, policy) and not _holds_name(domain.replace(".", ""), words)
    }
    told = {domain: at for domain, at in others.items() if at}
    if len(told) == 1 and len(others) == 1:
        for domain, at in told.items():
            yield Foreign(domain, tuple(at), Confidence.MEDIUM, f"that of {policy.school_name}")


def _says_school(domain: str, policy: Policy) -> bool:
    """Whether the host is a school's, and no short form of what this one or its trust is called."""
    host = domain.split(".", maxsplit=1)[0]
    if _SAYS_SCHOOL.search(host) or domain.endswith((".school", ".academy")):
        return True
    own = (policy.school_name, policy.trust_name)
    return domain.endswith(".sch.uk") and len(host) >= _A_NAME and not any(_shortens(host, n) for n in own)


def _shortens(host: str, name: str) -> bool:
    """Whether the letters of a host stand in a name in that order: "mjs", "millracej"."""
    rest = iter(name.lower())
    return all(letter in rest for letter in host if letter.isalpha())


def _own(policy: Policy, facts: Facts, domains: list[str]) -> str | None:
    """The school's domain: by the profile, else the one that its name is in."""
    fields = facts.profile.fields if facts.profile else {}
    for field in ("website", "school_email"):
        if found := _DOMAIN.search(str(fields.get(field) or "")):
            return found["domain"].lower()
    words = name_key(policy.school_name).split()
    named = [d for d in domains if _holds_name(d.split(".")[0], words)]
    return named[0] if len(named) == 1 else None


def _holds_name(host: str, words: list[str]) -> bool:
    bare = host.replace("-", "")
    telling = [w for w in words if len(w) > 3]
    return bool(telling) and any(w in bare for w in telling[:2])
