"""From what each policy said to how each school stands, and what the schools have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from policy_kit.findings import Severity
from policy_kit.guidance import Register
from policy_kit.model import DateKind, SectionStatus
from policy_kit.quick import dataclass
from policy_kit.roll_up import Cell, Column, Gap, Reading, Review, SchoolState, Stale
from policy_kit.standard import Standard
from policy_kit.trust.manifest import School
from policy_kit.trust.profiles import Known

_BEST_FIRST = (
    SectionStatus.PRESENT,
    SectionStatus.THIN,
    SectionStatus.NOT_APPLICABLE,
    SectionStatus.MISSING,
)
_STALE = ("PK301", "PK302", "PK303", "PK304")
_NEED = {"not-read": 0, "no-policy": 1, "read": 2, "waiting": 3}


@dataclass(frozen=True)
class Member:
    """A school with all that was gathered of it."""

    school: School
    anchor: str
    known: Known
    readings: tuple[Reading, ...]
    pages: tuple[tuple[str, str], ...]
    waiting: bool


def columns_of(standard: Standard) -> tuple[Column, ...]:
    """The standard's sections as columns."""
    return tuple(Column(s.id, s.title, s.level) for s in standard.sections)


def school_states(members: Iterable[Member], columns: Sequence[Column]) -> tuple[SchoolState, ...]:
    """How each school stands, the one most in need first."""
    states = [_state(member, columns) for member in members]
    return tuple(
        sorted(states, key=lambda s: (_NEED[s.state], -s.errors, -s.missing, -s.thin, -s.warnings, s.name))
    )


def _state(member: Member, columns: Sequence[Column]) -> SchoolState:
    policies = [r for r in member.readings if r.is_policy]
    counts = [r.counts for r in policies]
    school = member.school
    return SchoolState(
        name=school.name,
        anchor=member.anchor,
        urn=school.urn or str(member.known.fields.get("urn") or ""),
        contact=school.contact,
        state=_what(member, policies),
        readings=member.readings,
        cells={column.id: _cell(column.id, policies) for column in columns},
        errors=sum(c[0] for c in counts),
        warnings=sum(c[1] for c in counts),
        advice=sum(c[2] for c in counts),
        notes=tuple(_notes(member)),
        pages=member.pages,
        fields_missing=member.known.missing,
    )


def _what(member: Member, policies: Sequence[Reading]) -> str:
    if policies:
        return "read"
    if any(r.error for r in member.readings):
        return "not-read"
    return "waiting" if member.waiting else "no-policy"


def _notes(member: Member) -> Iterator[str]:
    yield from member.known.faults
    if not member.school.policies:
        yield "No policy is listed for this school in the manifest."
    for reading in member.readings:
        if reading.error:
            yield reading.error
        elif not reading.is_policy:
            yield f"{reading.file}: {reading.why_not}"
        yield from reading.notes


@lru_cache(1 << 12)
def _one_cell(status: SectionStatus, met: int, must: int, errors: int) -> Cell:
    return Cell(status, met, must, errors)


def _cell(section: str, policies: Iterable[Reading]) -> Cell:
    found = [s for r in policies for s in r.sections if s.id == section]
    if not found:
        return Cell(None)
    best = min(found, key=lambda s: (_BEST_FIRST.index(s.status), s.must - s.met))
    errors = sum(f.severity is Severity.ERROR and f.section == section for r in policies for f in r.findings)
    return _one_cell(best.status, best.met, best.must, errors)


def reviews_of(schools: Iterable[SchoolState], on: date) -> tuple[Review, ...]:
    """When each policy is due, the longest overdue first, those without a date last."""
    out = []
    for school in schools:
        for reading in (r for r in school.readings if r.is_policy):
            due = [d for d in reading.dates if d.kind is DateKind.NEXT_REVIEW]
            last = max((d for d in due if d.date), key=lambda d: d.date or on, default=None)
            when = last.date if last else None
            words = last.text if last else next((d.text for d in due if d.text), "")
            days = (when - on).days if when else None
            out.append(Review(school.name, reading.file, when, words, days))
    return tuple(sorted(out, key=lambda r: (r.date is None, r.date or on, r.school)))


def gaps_of(schools: Iterable[SchoolState], columns: Iterable[Column]) -> tuple[Gap, ...]:
    """The sections that most schools lack, the commonest first, and of those the statutory ones."""
    read = [s for s in schools if s.state == "read"]
    out = []
    for column in columns:
        missing = _with(read, column.id, SectionStatus.MISSING)
        thin = _with(read, column.id, SectionStatus.THIN)
        if missing or thin:
            points = _unmet(read, column.id)
            out.append(Gap(column.id, column.title, column.level, missing, thin, points))
    levels = ("statutory", "expected", "recommended")
    return tuple(sorted(out, key=lambda g: (-len(g.missing), levels.index(g.level), -len(g.thin), g.title)))


def _with(schools: Iterable[SchoolState], section: str, status: SectionStatus) -> tuple[str, ...]:
    return tuple(sorted(s.name for s in schools if s.cells[section].status is status))


def _unmet(schools: Iterable[SchoolState], section: str) -> tuple[tuple[str, int], ...]:
    """The must points of a section that schools lack, with how many lack each."""
    counts: Counter[str] = Counter()
    for school in schools:
        found = [s for r in school.readings if r.is_policy for s in r.sections if s.id == section]
        if found and school.cells[section].status is not SectionStatus.NOT_APPLICABLE:
            lacking = set(found[0].unmet).intersection(*(s.unmet for s in found[1:]))
            counts.update(point for point in found[0].unmet if point in lacking)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def stale_of(schools: Iterable[SchoolState], register: Register) -> tuple[Stale, ...]:
    """What of guidance and wording is out of date, by document or term, with the schools that have it."""
    schools_by: dict[tuple[str, str], set[str]] = defaultdict(set)
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for school in schools:
        for noted in school.findings:
            if noted.code in _STALE:
                place = (noted.code, noted.key or noted.message)
                schools_by[place].add(school.name)
                first.setdefault(place, (noted.message, noted.suggestion))
    titles = _subjects(register)
    out = [
        Stale(code, _subject(key, titles), *first[code, key], tuple(sorted(names)))
        for (code, key), names in schools_by.items()
    ]
    return tuple(sorted(out, key=lambda s: (-len(s.schools), s.code, s.subject, s.message)))


def _subjects(register: Register) -> Mapping[str, str]:
    """What each id of the register is called."""
    titles = {d.id: d.title for d in register.documents}
    titles |= {o.id: o.name for o in register.organisations}
    return titles


def _subject(key: str, titles: Mapping[str, str]) -> str:
    ids = key.partition(":")[0].split(",")
    return ", ".join(titles[i] for i in ids if i in titles)
