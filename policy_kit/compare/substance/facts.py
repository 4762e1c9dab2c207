"""Which of the policy's own dates changed, and who holds which post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from policy_kit.changes import Substance, SubstanceChange
from policy_kit.compare.lines import line_of
from policy_kit.model import DateKind, Location, Person, Policy, PolicyDate
from policy_kit.reports.phrases import DATE_WORDS, capital

_OF_THE_POLICY = tuple(kind for kind in DateKind if kind is not DateKind.OTHER)
_PRODUCTS = {
    "filtering": "Filtering system",
    "monitoring": "Monitoring system",
    "recording": "Recording system",
}


def changed_dates(old: Policy, new: Policy) -> Iterator[SubstanceChange]:
    """The policy's dates of each kind that only one of the files gives."""
    for kind in _OF_THE_POLICY:
        before, after = list(old.dates_of(kind)), list(new.dates_of(kind))
        was, now = {_day(d) for d in before}, {_day(d) for d in after}
        gone = [d for d in before if _day(d) not in now]
        come = [d for d in after if _day(d) not in was]
        if gone or come:
            yield _told(Substance.DATE, capital(DATE_WORDS[kind]), gone, come, old, new)


def _day(date: PolicyDate) -> object:
    return date.date or date.text


def _told(
    kind: Substance,
    label: str,
    gone: Sequence[PolicyDate | Person],
    come: Sequence[PolicyDate | Person],
    old: Policy,
    new: Policy,
) -> SubstanceChange:
    before, after = _first_place(gone), _first_place(come)
    return SubstanceChange(
        kind, label, _listed(gone), _listed(come), _heading(before or after),
        _quote(old, before), _quote(new, after), before, after,
    )  # fmt: skip


def _listed(found: Sequence[PolicyDate | Person]) -> str:
    return ", ".join(dict.fromkeys(one.name if isinstance(one, Person) else one.text for one in found))


def _first_place(found: Sequence[PolicyDate | Person]) -> Location | None:
    return found[0].location if found else None


def _heading(location: Location | None) -> str:
    return location.heading_path[-1] if location and location.heading_path else ""


def _quote(policy: Policy, location: Location | None) -> str:
    blocks = policy.document.blocks
    if location is None or location.block is None or not 0 <= location.block < len(blocks):
        return ""
    return blocks[location.block].text


def changed_names(old: Policy, new: Policy) -> Iterator[SubstanceChange]:
    """The school, the holders of posts and the systems named that differ."""
    for label, was, now in (
        ("School", old.school_name, new.school_name), ("Trust", old.trust_name, new.trust_name),
    ):  # fmt: skip
        if was.casefold() != now.casefold():
            yield SubstanceChange(Substance.NAME, label, was, now)
    yield from _changed_people(old, new)
    before, after = _by_use(old.products), _by_use(new.products)
    for use in dict.fromkeys((*before, *after)):
        gone = [name for name in before[use] if name not in after[use]]
        come = [name for name in after[use] if name not in before[use]]
        if use in _PRODUCTS and (gone or come):
            yield SubstanceChange(Substance.NAME, _PRODUCTS[use], ", ".join(gone), ", ".join(come))


def _by_use(products: Sequence[tuple[str, str]]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for use, name in products:
        found[use].append(name)
    return found


def _changed_people(old: Policy, new: Policy) -> Iterator[SubstanceChange]:
    was, now = _by_role(old), _by_role(new)
    for role in dict.fromkeys((*was, *now)):
        before, after = was.get(role, []), now.get(role, [])
        gone = [p for p in before if not any(_same_name(p.name, q.name) for q in after)]
        come = [p for p in after if not any(_same_name(p.name, q.name) for q in before)]
        if gone or come:
            yield _told(Substance.NAME, _post(role), gone, come, old, new)


def _post(role: str) -> str:
    return capital(role.replace("-", " ")).replace("It ", "IT ")


def _by_role(policy: Policy) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in policy.people:
        if person.role and person.name and _is_listed(policy, person):
            found.setdefault(person.role, []).append(person)
    return found


def _is_listed(policy: Policy, person: Person) -> bool:
    """Whether a person stands beside a post in a table or after its label; elsewhere a post is a guess."""
    block = person.location.block
    if block is None or not 0 <= block < len(policy.document.blocks):
        return False
    found = policy.document.blocks[block]
    return bool(found.cells) or bool(line_of(found.text).label)


def _same_name(one: str, other: str) -> bool:
    """The same person, with or without a first name or a title: "Ms Khan" and "Ms A. Khan"."""
    a, b = one.casefold().replace(".", "").split(), other.casefold().replace(".", "").split()
    return a == b or (bool(a and b) and a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a)))
