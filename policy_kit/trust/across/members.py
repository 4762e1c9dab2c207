"""Another member's name in a policy, and a policy that is another member's as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policy_kit.naming import is_same_school, proper_key
from policy_kit.roll_up import Borrowed, Reading

_OTHER_SCHOOL = "PK601"


_Members = Mapping[str, Sequence[str]]  # by the first telling word of their names, in the trust's order


def member_names(readings: Iterable[Reading], names: Sequence[str]) -> Iterator[Borrowed]:
    """Each other member that the audit found named in a policy, and each policy that names itself so."""
    members: dict[str, list[str]] = defaultdict(list)
    for name in names:
        members[_first_word(name)].append(name)
    for reading in readings:
        told: set[str] = set()
        if reading.school_name and not is_same_school(reading.school_name, reading.school):
            other = _member(reading.school_name, reading.school, members)
            if other:
                told.add(other)
                yield _borrowed(
                    reading, reading.school_name, other, "", f"The policy calls itself: {reading.title}"
                )
        for noted in reading.findings:
            other = _member(noted.key, reading.school, members) if noted.code == _OTHER_SCHOOL else ""
            if other and other not in told:
                told.add(other)
                yield _borrowed(reading, noted.key, other, noted.where, noted.quote)


def _member(name: str, own: str, members: _Members) -> str:
    """The other member that goes by the name, or ''."""
    if not name or is_same_school(name, own):
        return ""
    alike = members.get(_first_word(name), ())
    return next((m for m in alike if m != own and is_same_school(name, m)), "")


def _first_word(name: str) -> str:
    return proper_key(name).partition(" ")[0]


def _borrowed(reading: Reading, name: str, other: str, where: str, quote: str) -> Borrowed:
    return Borrowed(reading.school, reading.file, "school", name, other, "", where, quote)
