"""A trust as a whole on one day: every school, what they share, and what changed since the last run."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from policy_kit.model import SectionStatus
from policy_kit.quick import dataclass
from policy_kit.roll_up.reading import Noted, Reading


@dataclass(frozen=True, slots=True)
class Column:
    """A section of the standard, as a column of the heat map."""

    id: str
    title: str
    level: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How a section stands at a school: the best of its policies; status None where nothing could be read."""

    status: SectionStatus | None
    met: int = 0
    must: int = 0
    errors: int = 0


@dataclass(frozen=True, slots=True)
class Cycle:
    """This round of reviews: its name, when it began, and when every policy must be approved."""

    name: str
    starts: date | None
    due: date


@dataclass(frozen=True, slots=True)
class Review:
    """When a school's policy is next due for review.

    days: from the day of the report, below 0 where it is past; None where the policy gives no date.
    """

    school: str
    file: str
    date: date | None
    words: str
    days: int | None


@dataclass(frozen=True, slots=True)
class Gap:
    """A section that schools lack: those where it was not found, and where it is thin."""

    section: str
    title: str
    level: str
    missing: tuple[str, ...]
    thin: tuple[str, ...]
    points: tuple[tuple[str, int], ...] = ()  # must points, and at how many schools each was not found


@dataclass(frozen=True, slots=True)
class Stale:
    """One thing of guidance, law or wording that is out of date, and the schools that still have it."""

    code: str
    subject: str
    message: str
    mend: str
    schools: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A name in one member's policy that belongs to another member: the school's, or a person's.

    kind: "school" or "person"; post: the person's post at the other school.
    """

    school: str
    file: str
    kind: str
    name: str
    other: str
    post: str
    where: str
    quote: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A section that stands alike at several members, in which some still hold what others have mended.

    fact: what is out of date, as the audit says it; stale: who still has it; mended: whose wording to take.
    """

    section: str
    title: str
    fact: str
    mend: str
    stale: tuple[str, ...]
    mended: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A section that stands alike, or nearly, at two or more members."""

    section: str
    title: str
    words: int
    schools: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """How far a school's policy keeps to the trust's wording.

    state: "current", "old", "likely-current", "likely-old" or "own"; share: how much of the policy's
    wording stands in the trust's template, 0 to 1; least: the sections that depart most, as (title, share).
    """

    school: str
    file: str
    state: str
    template: str
    version: str
    share: float
    least: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class OutOfStep:
    """A school whose dates do not fit the trust's round of reviews."""

    school: str
    file: str
    message: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one section of one school since the last run; section '' is the document as a whole.

    better: whether it is; was and now: in words; what: the title of the section.
    """

    school: str
    section: str
    what: str
    better: bool
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Since:
    """The comparison with an earlier run: the day it spoke of, and what changed."""

    on: date
    changes: tuple[Change, ...]
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()


@dataclass(frozen=True)
class SchoolState:
    """One school: its policies as read, how each section stands, and what goes with it.

    anchor: a name for its files and places on a page, its own; pages: for each policy (file, page);
    state: "read", "not-read", "no-policy" or "waiting"; fields_missing: facts its profile still lacks.
    """

    name: str
    anchor: str
    urn: str = ""
    contact: str = ""
    state: str = "read"
    readings: tuple[Reading, ...] = ()
    cells: dict[str, Cell] = field(default_factory=dict)
    errors: int = 0
    warnings: int = 0
    advice: int = 0
    notes: tuple[str, ...] = ()
    pages: tuple[tuple[str, str], ...] = ()
    fields_missing: tuple[str, ...] = ()

    @property
    def missing(self) -> int:
        return sum(cell.status is SectionStatus.MISSING for cell in self.cells.values())

    @property
    def thin(self) -> int:
        return sum(cell.status is SectionStatus.THIN for cell in self.cells.values())

    @property
    def findings(self) -> tuple[Noted, ...]:
        """The open findings of its policies."""
        return tuple(noted for reading in self.readings for noted in reading.findings)


@dataclass(frozen=True)
class TrustResult:
    """All that a trust's reports may tell; the schools stand in the order of need.

    complete: False where the run was broken off; waiting files are then schools "waiting".
    """

    trust: str
    on: date
    standard_id: str
    standard_title: str
    standard_version: str
    standard_checked_on: date | None
    register_checked_on: date
    columns: tuple[Column, ...]
    schools: tuple[SchoolState, ...]
    contact: str = ""
    cycle: Cycle | None = None
    reviews: tuple[Review, ...] = ()
    gaps: tuple[Gap, ...] = ()
    stale: tuple[Stale, ...] = ()
    borrowed: tuple[Borrowed, ...] = ()
    copied: tuple[Copied, ...] = ()
    shared: tuple[Shared, ...] = ()
    wording: tuple[Wording, ...] = ()
    out_of_step: tuple[OutOfStep, ...] = ()
    since: Since | None = None
    complete: bool = True
    warnings: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[tuple[str, str, str], ...]:
        """(school, file, error) of each file that could not be read."""
        read = ((s, r) for s in self.schools for r in s.readings)
        return tuple((s.name, r.file, r.error) for s, r in read if r.error)
