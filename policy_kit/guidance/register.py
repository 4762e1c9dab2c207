"""The guidance register: what was in force on a day, and how old the register is."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from policy_kit.guidance.dates import first_day
from policy_kit.guidance.model import CalendarEntry, Edition, GuidanceDocument, Organisation, Term
from policy_kit.quick import dataclass

# How old a register may grow before it says so itself.
MAX_AGE_DAYS = 120


@dataclass(frozen=True, slots=True)
class InForce:
    """A document as it stood on a day: the edition in force, and the parts of an Act that had commenced."""

    document: GuidanceDocument
    edition: Edition | None
    parts: tuple[Edition, ...] = ()


@dataclass(frozen=True, eq=False)
class Register:
    """All the dated facts, with the day on which they were last checked.

    limits: what the facts rest on; unsure: what could not be found out.
    """

    checked_on: date
    limits: tuple[str, ...]
    unsure: tuple[str, ...]
    documents: tuple[GuidanceDocument, ...]
    organisations: tuple[Organisation, ...]
    terms: tuple[Term, ...]
    calendar: tuple[CalendarEntry, ...]

    @cached_property
    def _by_id(self) -> dict[str, GuidanceDocument]:
        return {document.id: document for document in self.documents}

    def document(self, document_id: str) -> GuidanceDocument | None:
        """The document of that id, or None."""
        return self._by_id.get(document_id)

    def in_force(self, document_id: str, on: date, nation: str = "England") -> Edition | None:
        """The edition of a document in force in a nation on a day, or None.

        An edition starts when it is in force from, else when it was published, and ends where its
        successor starts; a partly given date means its first day. None for a document that is not of
        that nation, was not out yet, or had been withdrawn. A page that changes without editions is in
        force on any day, since nothing says when it began.
        """
        document = self.document(document_id)
        if document is None or nation not in document.nations or _gone(document, on):
            return None
        if document.rolling:
            return document.line[-1]
        for edition in reversed(document.line):
            starts, ends = edition.starts, document.ends(edition)
            if starts and starts <= on and (ends is None or on < ends):
                return edition
        return None

    def on(self, day: date, nation: str = "England") -> tuple[InForce, ...]:
        """What is in force in a nation on a day, in the register's order."""
        out = []
        for document in self.documents:
            edition = self.in_force(document.id, day, nation)
            parts: tuple[Edition, ...] = ()
            if nation in document.nations and not _gone(document, day):
                parts = tuple(p for p in document.parts if _commenced(document, p, day))
            if edition or parts:
                out.append(InForce(document, edition, parts))
        return tuple(out)

    def age_days(self, on: date) -> int:
        """Days since the register was last checked (below 0 for a day before that)."""
        return (on - self.checked_on).days

    def ageing(self, on: date) -> str | None:
        """A warning for every report if the register is too old to lean on, else None."""
        age = self.age_days(on)
        if age <= MAX_AGE_DAYS:
            return None
        return (
            f"The guidance register was last checked {age} days before this date. Newer guidance may be "
            "out: update policy-kit, and check gov.uk before you rely on this result."
        )


def _gone(document: GuidanceDocument, on: date) -> bool:
    """Whether a document had been withdrawn or repealed by a day; without a date it counts as gone."""
    if document.withdrawn:
        return on >= first_day(document.withdrawn)
    return document.status in ("withdrawn", "repealed")


def _commenced(document: GuidanceDocument, part: Edition, on: date) -> bool:
    """Whether a part was in force; one with no date counts unless its commencement is in doubt."""
    if part.commencement or part.superseded_by:
        return False
    ends = document.ends(part)
    return (part.starts is None or part.starts <= on) and (ends is None or on < ends)
