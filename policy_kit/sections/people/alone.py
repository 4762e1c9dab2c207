"""Given names that stand alone beside posts: which are persons of their own, and which the next of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_kit.regexes import regex
from policy_kit.sections.people.person_names import NamedPerson, follows_capital, is_no_name
from policy_kit.sections.people.roles import RoleWords

_GOES_ON = regex(r",\s(?:is|was|who|has|will|can|must|leads|keeps|takes|checks|reads)\b")
_LONE = regex(r"(?:^|[,;:.]\s|\b(?:and|or|with|to|by|is|are)\s)([A-Z][a-zà-ÿ]+)\s$")
_OUR = regex(r"\b(?:our|my|her|his|their|your)\s(?:[a-z]+\s)?$", re.IGNORECASE)


def apart(text: str, names: Sequence[NamedPerson], posts: Sequence[RoleWords]) -> tuple[NamedPerson, ...]:
    """The names in order, without a given name in another one, in a post or behind another capital."""
    out: list[NamedPerson] = []
    ends = [post.end for post in posts]
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if " " not in name.name:
            taken: list[NamedPerson | RoleWords] = [*out, *posts]
            within = any(o.start <= name.start < o.end for o in taken)
            if within or (follows_capital(text, name) and name.start - 1 not in ends):
                continue
        out.append(name)
    return tuple(out)


def like_those(text: str, names: Sequence[NamedPerson], posts: Sequence[RoleWords]) -> Iterator[NamedPerson]:
    """Words before a post in brackets, as a known name of the text stands: "Jo (DSL) and Bex (deputy)"."""
    opens = {post.start - 1 for post in posts if text[post.start - 1 : post.start] == "("}
    if not any(name.end + 1 in opens for name in names):
        return
    for at in opens:
        found = _LONE.search(text, 0, at)
        if found and not is_no_name(found[1]) and all(not n.start <= found.start(1) < n.end for n in names):
            yield NamedPerson(found[1], *found.span(1), False)


_CONTACT = regex(
    r"\s?(?:[(\[,–-]\s?)?(?:(?:tel|phone|ext|e-?mail)\b[.:]?\s?)?"
    r"(?:[\w.+-]+@[\w.-]+\w|\+?\d[\d ]{8,14}\d)[)\]]?",
    re.IGNORECASE,
)


def past_contact(text: str, end: int) -> int:
    """Where a name ends with the address or the number that stands right after it."""
    found = _CONTACT.match(text, end)
    return found.end() if found else end


def may_be_next(text: str, post: RoleWords, name: NamedPerson) -> bool:
    """Whether a given name may be the next of a list and not the post's: "the head, Amara, our IT team"."""
    if " " in name.name or text[post.end : name.start].strip() != ",":
        return False
    if _GOES_ON.match(text, name.end):
        return False  # "The nursery manager, Bev, is our DSL"
    return not _OUR.search(text, max(0, post.start - 12), post.start)
