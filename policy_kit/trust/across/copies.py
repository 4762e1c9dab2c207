"""Sections that stand alike at several members: shared, and copied before a fact was mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policy_kit.quick import dataclass
from policy_kit.roll_up import Copied, Noted, Reading, Shared
from policy_kit.trust.across.sketches import Groups
from policy_kit.trust.across.traces import Traces

# What a copy may have brought along: guidance, bodies and wording of another time.
_FACTS = ("PK301", "PK302", "PK303", "PK304", "PK306", "PK307")


@dataclass(frozen=True, slots=True)
class Place:
    """One section of one policy: whose, which, and how long."""

    school: str
    file: str
    section: str
    words: int


class Copies:
    """Gathers the sections of every policy as they come, and then tells which stand alike."""

    def __init__(self) -> None:
        self._groups: Groups[Place] = Groups()

    def add(self, reading: Reading, traces: Traces) -> None:
        """Take in the sections of one policy."""
        for section, words, sketch in traces.sections:
            self._groups.add(Place(reading.school, reading.file, section, words), sketch)

    def groups(self) -> Iterator[tuple[Place, ...]]:
        """The groups that hold sections of two schools or more."""
        return (g for g in self._groups.several() if len({place.school for place in g}) > 1)


def shared_sections(groups: Iterable[Sequence[Place]], titles: Mapping[str, str]) -> tuple[Shared, ...]:
    """What stands alike where: one entry a section and set of schools, the most widely shared first."""
    out = []
    for group in groups:
        section = group[0].section
        schools = tuple(sorted({place.school for place in group}))
        out.append(Shared(section, titles.get(section, section), group[0].words, schools))
    return tuple(sorted(out, key=lambda s: (-len(s.schools), s.title, s.schools)))


def copied_facts(
    groups: Iterable[Sequence[Place]], readings: Iterable[Reading], titles: Mapping[str, str]
) -> tuple[Copied, ...]:
    """Where members share a section and some still have a fact in it that the others have mended."""
    by_file = {(r.school, r.file): r for r in readings}
    out: list[Copied] = []
    for group in groups:
        out += _copied(group, by_file, titles)
    return tuple(sorted(out, key=lambda c: (-len(c.stale), c.title, c.fact)))


def _copied(
    group: Sequence[Place], by_file: Mapping[tuple[str, str], Reading], titles: Mapping[str, str]
) -> Iterator[Copied]:
    having: dict[tuple[str, str], dict[str, Noted]] = defaultdict(dict)
    for place in group:
        for noted in by_file[place.school, place.file].findings:
            if noted.section == place.section and noted.code in _FACTS:
                having[noted.code, noted.key or noted.quote].setdefault(place.school, noted)
    schools = {place.school for place in group}
    for found in having.values():
        mended = schools - found.keys()
        if mended:
            noted = next(iter(found.values()))
            section = group[0].section
            yield Copied(
                section, titles.get(section, section), noted.message, noted.suggestion,
                tuple(sorted(found)), tuple(sorted(mended)),
            )  # fmt: skip
