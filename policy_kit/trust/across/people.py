"""People of one member whose names stand in another member's policy: left in when it was copied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from policy_kit.checks.identity.same_person import same_person
from policy_kit.checks.placing import around
from policy_kit.profile import profile_fields
from policy_kit.quick import dataclass
from policy_kit.roll_up import Borrowed, Passage, Reading
from policy_kit.trust.across.traces import capitals_in

_POSTS = {
    "dsl": "designated safeguarding lead",
    "deputy_dsls": "deputy designated safeguarding lead",
    "headteacher": "head",
}
_ROLES = {
    "designated-safeguarding-lead": "designated safeguarding lead",
    "deputy-designated-safeguarding-lead": "deputy designated safeguarding lead",
}
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Prof|Sir|Dame|Sister|Father|Canon)"
_BEFORE = re.compile(rf"(?:{_TITLE}\b\.?\s+)?(?:[^\W\d_a-z][\w.’'-]*\s+){{0,2}}$")
_SPEAKS_OF_POST = re.compile(r"safeguarding|child protection|\bD?DSLs?\b|\bhead|principal", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone who holds a post at a member, and whether the profile says so or only the policy."""

    name: str
    post: str
    school: str
    sure: bool


class People:
    """Who belongs to which member: asked of every passage of every policy."""

    def __init__(
        self, profiles: Mapping[str, Mapping[str, Any]], readings: Mapping[str, Sequence[Reading]]
    ) -> None:
        """profiles and readings by the name of the school."""
        self._own = {school: list(_persons(fields)) for school, fields in profiles.items()}
        holders = [h for school, fields in profiles.items() for h in _holders(school, fields)]
        for school, read in readings.items():
            if not profiles.get(school, {}).get("dsl"):
                named = [p for r in read if r.is_policy for p in r.people]
                self._own.setdefault(school, []).extend(p.name for p in named)
                holders += [
                    Holder(p.name, _ROLES[p.role], school, sure=False) for p in named if p.role in _ROLES
                ]
        self._by_surname: dict[str, list[Holder]] = defaultdict(list)
        namesakes: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for school, names in self._own.items():
            for name in names:
                namesakes[_surname(name)].append((school, name))
        for holder in holders:
            if not _is_shared(holder, namesakes):
                self._by_surname[_surname(holder.name)].append(holder)
        self._by_surname.pop("", None)

    def surnames_in(self, school: str, capitals: frozenset[str]) -> frozenset[str]:
        """The surnames of other members' people among the policy's words with a capital."""
        found = capitals & self._by_surname.keys()
        return frozenset(
            word for word in found if any(holder.school != school for holder in self._by_surname[word])
        )

    def borrowed(
        self, school: str, file: str, passages: Iterable[Passage], surnames: frozenset[str]
    ) -> Iterator[Borrowed]:
        """Each other member's person of these surnames that the policy names, once, at the first place."""
        told: set[tuple[str, str]] = set()
        for passage in passages:
            folded = passage.text.casefold().replace("’", "'")
            if not any(surname in folded for surname in surnames):
                continue
            for surname, start, end in capitals_in(passage.text):
                if surname not in surnames:
                    continue
                holder = self._holder(school, passage.text, start, end, surname)
                if holder is None or (holder.name, holder.school) in told:
                    continue
                told.add((holder.name, holder.school))
                quote = around(passage.text, start, end)
                yield Borrowed(
                    school, file, "person", holder.name, holder.school, holder.post, passage.where, quote
                )

    def _holder(self, school: str, text: str, start: int, end: int, surname: str) -> Holder | None:
        """The other member's person that is meant here; None if it may be one of the school's own."""
        before = _BEFORE.search(text[max(0, start - 40) : start])
        lead = before[0] if before else ""
        if not lead.strip():
            return None  # a surname alone may be anyone's, or a place's
        name = " ".join((lead + text[start:end]).split())
        if any(same_person(name, own) for own in self._own.get(school, ())):
            return None
        full = len(_WORD.findall(re.sub(rf"^{_TITLE}\b\.?", "", name))) > 1
        if not full and not _SPEAKS_OF_POST.search(text):
            return None
        return next(
            (h for h in self._by_surname[surname] if h.school != school and same_person(name, h.name)), None
        )


def _is_shared(holder: Holder, namesakes: Mapping[str, Sequence[tuple[str, str]]]) -> bool:
    """Whether another member has the same person: some posts are held for several schools.

    namesakes: by surname, the school and the name of everyone who belongs to one.
    """
    return holder.sure and any(
        school != holder.school and same_person(name, holder.name)
        for school, name in namesakes.get(_surname(holder.name), ())
    )


def _persons(fields: Mapping[str, Any]) -> Iterator[str]:
    """Everyone whom a profile names, in whatever post."""
    for name, value in fields.items():
        field = profile_fields().get(name)
        for one in value if isinstance(value, list | tuple) else (value,):
            person = field is not None and "person" in (field.kind, field.item_kind)
            if person and isinstance(one, Mapping) and one.get("name"):
                yield str(one["name"])


def _holders(school: str, fields: Mapping[str, Any]) -> Iterator[Holder]:
    for name, post in _POSTS.items():
        value = fields.get(name) or ()
        for one in value if isinstance(value, list | tuple) else (value,):
            if isinstance(one, Mapping) and one.get("name"):
                yield Holder(str(one["name"]), post, school, sure=True)


def _surname(name: str) -> str:
    words = _WORD.findall(name.casefold().replace("’", "'"))
    return words[-1] if len(words) > 1 else ""
