"""Invented trusts as the reports get them, of any number of schools; no audit made them."""

from __future__ import annotations

from datetime import date, timedelta

from policy_kit.findings import Severity
from policy_kit.model import DateKind, SectionStatus
from policy_kit.roll_up import (
    Borrowed,
    Cell,
    Change,
    Column,
    Copied,
    Cycle,
    Dated,
    Gap,
    Named,
    Noted,
    OutOfStep,
    Reading,
    Review,
    SchoolState,
    SectionState,
    Shared,
    Since,
    Stale,
    TrustResult,
    Wording,
)

ON = date(2026, 11, 21)
_STATUSES = (SectionStatus.PRESENT, SectionStatus.THIN, SectionStatus.MISSING, SectionStatus.NOT_APPLICABLE)
HOSTILE = '=cmd|"/C calc"!A1 <script>alert(1)</script> & Sons, the; school\\n\r\nBEGIN:VEVENT \u202e'


def trust_of(schools: int, sections: int = 35, hostile: str = "") -> TrustResult:
    """A trust of so many schools, each with its own mix of faults; `hostile` stands in every text."""
    columns = tuple(
        Column(f"section-{n}", f"A section of the standard, number {n}{hostile}", "expected")
        for n in range(sections)
    )
    states = tuple(_school(number, columns, hostile) for number in range(schools))
    names = tuple(school.name for school in states)
    return TrustResult(
        trust=f"Beacon Tides Trust{hostile}", on=ON, standard_id="online-safety",
        standard_title="Online safety policy", standard_version="2026.11",
        standard_checked_on=date(2026, 11, 20), register_checked_on=date(2026, 11, 18),
        columns=columns, schools=states, contact=f"Priti Osborne{hostile}",
        cycle=Cycle(f"autumn 2026{hostile}", date(2026, 9, 1), date(2026, 11, 30)),
        reviews=tuple(_review(number, name, hostile) for number, name in enumerate(names)),
        gaps=tuple(
            Gap(c.id, c.title, c.level, names[: n + 1], names[n + 1 : n + 3], ((f"Says it{hostile}", n + 1),))
            for n, c in enumerate(columns[:6])
        ),
        stale=tuple(
            Stale("PK301", f"Guidance {n}{hostile}", f"The policy cites the {2015 + n} edition{hostile}",
                  f"Cite the new one{hostile}", names[n : 2 * n + 2])
            for n in range(4)
        ),
        borrowed=(
            Borrowed(names[0], "a.docx", "person", f"Mr Owen Pryce{hostile}", names[-1],
                     "designated safeguarding lead", f"1 Aims{hostile}", f"Tell Mr Owen Pryce{hostile}"),
            Borrowed(names[0], "a.docx", "school", names[-1], names[-1], "", "2 Roles", f"Pupils{hostile}"),
        ),
        copied=(
            Copied("section-1", columns[1].title, f"An old fact{hostile}", "Mend it", names[:2], names[2:4]),
        ),
        shared=(Shared("section-1", columns[1].title, 120, names[:4]),),
        wording=(
            Wording(names[0], "a.docx", "old", f"beacon-tides{hostile}", "0123456789ab", 0.996, ()),
            Wording(names[-1], "b.docx", "likely-current", "t.docx", "ab", 0.7, ((f"Aims{hostile}", 0.4),)),
        ),
        out_of_step=(OutOfStep(names[0], "a.docx", f"Not yet approved{hostile}"),),
        since=Since(
            date(2026, 7, 10),
            (Change(names[0], "section-1", columns[1].title, False, "found", "not found"),
             Change(names[-1], "", "The policy as a whole", True, "9 to mend first", "2 to mend first")),
            (names[-1],), (f"Gone School{hostile}",),
        ),
        warnings=(f"The register is old{hostile}",),
    )  # fmt: skip


def _school(number: int, columns: tuple[Column, ...], hostile: str) -> SchoolState:
    name = f"School {number:03} of the Bay{hostile}"
    anchor = f"school-{number:03}"
    if number % 20 == 0:
        broken = Reading(name, f"{anchor}.docx", error=f"{anchor}.docx: cut short{hostile}")
        cells = {column.id: Cell(None) for column in columns}
        return SchoolState(name, anchor, state="not-read", readings=(broken,), cells=cells,
                           notes=(broken.error,), pages=((f"{anchor}.docx", f"{anchor}.html"),))  # fmt: skip
    cells = {
        column.id: Cell(_STATUSES[(number * 7 + at * at) % 4 if number % 3 else 0], 2, 5, number % 2)
        for at, column in enumerate(columns)
    }
    finding = Noted("PK301", Severity.ERROR, "section-1", f"An old edition{hostile}",
                    f"KCSIE 2019{hostile}", f"1 Aims{hostile}", f"Cite the new one{hostile}",
                    "kcsie:2019", 4, f"{number:016x}")  # fmt: skip
    reading = Reading(
        name, f"{anchor}{hostile}.docx", "", "docx", f"{number:064x}", 4000, True, "", f"Policy{hostile}",
        name, "Beacon Tides Trust",
        tuple(SectionState(c.id, SectionStatus.PRESENT, 90, 2, 5, ()) for c in columns),
        (finding,) * (number % 4), 3, (Dated(DateKind.NEXT_REVIEW, f"soon{hostile}", ON),),
        (Named(f"Mr Tom Alder{hostile}", "designated-safeguarding-lead"),),
    )  # fmt: skip
    errors = len(reading.findings)
    return SchoolState(
        name, anchor, f"{199000 + number}", f"Mr Alder{hostile}", "read", (reading,), cells, errors,
        number % 5, 3,
        (f"A note{hostile}",) if number % 9 == 0 else (), ((reading.file, f"{anchor}.html"),), ("dsl",),
    )  # fmt: skip


def _review(number: int, name: str, hostile: str) -> Review:
    if number % 11 == 0:
        return Review(name, "a.docx", None, f"to be agreed{hostile}", None)
    days = (number - 30) * 9
    return Review(name, "a.docx", ON + timedelta(days=days), f"in time{hostile}", days)
