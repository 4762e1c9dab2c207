"""A policy as the recogniser sees it: sections, points and evidence, dates and people."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum

from policy_kit.model.document import Block, Document, Location
from policy_kit.quick import dataclass


class SectionStatus(StrEnum):
    """What the audit says of a section."""

    PRESENT = "present"
    THIN = "thin"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage that makes a point: the policy's own words and where they stand."""

    quote: str
    location: Location
    in_section: bool = True


@dataclass(frozen=True, slots=True)
class PointResult:
    """One point of the standard, asked of a policy.

    partly: of a point that is not met, the passage of its section that says all but one thing of it;
    lacks: words for that one thing; spoilt: the code of the finding that shows a point not to hold which
    a passage would make.
    """

    id: str
    text: str
    level: str
    met: bool
    evidence: Evidence | None = None
    partly: Evidence | None = None
    lacks: tuple[str, ...] = ()
    spoilt: str = ""


@dataclass(frozen=True, slots=True)
class SectionResult:
    """One section of the standard, asked of a policy.

    headings: the policy's own headings recognised as this section; blocks: the section's own text;
    points: those that apply to this school; pointer_only: it only refers to another document.
    """

    id: str
    title: str
    level: str
    status: SectionStatus
    headings: tuple[Block, ...] = ()
    blocks: tuple[Block, ...] = ()
    words: int = 0
    points: tuple[PointResult, ...] = ()
    pointer_only: bool = False
    reason: str = ""  # why recognised, or why it does not apply

    @property
    def must_share(self) -> float:
        """The share of the must points that are made; 1 where there are none."""
        must = [p.met for p in self.points if p.level == "must"]
        return sum(must) / len(must) if must else 1.0


class DateKind(StrEnum):
    """What a date of the policy says about the policy."""

    APPROVED = "approved"
    EFFECTIVE = "effective"
    WRITTEN = "written"
    REVIEWED = "reviewed"
    SHARED = "shared"
    NEXT_REVIEW = "next_review"
    PERIOD_END = "period_end"
    OTHER = "other"


# What has been done with the policy, so that its next review is counted from the latest of them.
DONE_DATES = (DateKind.APPROVED, DateKind.REVIEWED, DateKind.EFFECTIVE, DateKind.WRITTEN)


@dataclass(frozen=True, slots=True)
class PolicyDate:
    """A date of the policy itself (not of guidance it cites).

    date: the last day the words can mean (so "Autumn 2024" is 31 December 2024), or None where the
    label stands with a blank; first: the first day they can mean; precision: day, month, term, year.
    """

    text: str
    kind: DateKind
    date: datetime.date | None
    precision: str
    location: Location
    label: str = ""
    first: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person that the policy names, with the role it gives them.

    role: an id such as `designated-safeguarding-lead`, '' if the policy gives none;
    post: the words of the policy for it.
    """

    name: str
    role: str
    location: Location
    post: str = ""


@dataclass(frozen=True)
class Policy:
    """A document with its sections recognised and its own facts read off."""

    document: Document
    title: str
    school_name: str
    trust_name: str
    is_policy: bool
    why_not: str
    sections: tuple[SectionResult, ...]
    section_of_block: dict[int, tuple[str, ...]] = field(default_factory=dict)
    dates: tuple[PolicyDate, ...] = ()
    people: tuple[Person, ...] = ()
    products: tuple[tuple[str, str], ...] = ()  # (use, name): filtering, monitoring, recording, channel
    school: dict[str, object] = field(default_factory=dict)  # facts for the standard's conditions

    def section(self, section_id: str) -> SectionResult | None:
        """The result for one section of the standard, or None if the standard has no such section."""
        return next((s for s in self.sections if s.id == section_id), None)

    def section_at(self, block: Block) -> str | None:
        """The id of the section a block belongs to, or None."""
        ids = self.section_of_block.get(block.index, ())
        return ids[0] if ids else None

    def location(self, block: Block) -> Location:
        return self.document.location(block)

    def dates_of(self, *kinds: DateKind) -> Iterator[PolicyDate]:
        """The policy's own dates of the given kinds, in the order they stand."""
        return (d for d in self.dates if d.kind in kinds)
