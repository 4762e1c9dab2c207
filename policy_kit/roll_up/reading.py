"""One policy as a trust remembers it: small enough to keep for every school and to send between processes."""

from __future__ import annotations

from datetime import date

from policy_kit.findings import Severity
from policy_kit.model import DateKind, SectionStatus
from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class SectionState:
    """How one section of the standard stands in one policy, and how many of its must points are made.

    unmet: the must points that were not found, in the standard's words.
    """

    id: str
    status: SectionStatus
    words: int
    met: int
    must: int
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """One open finding that is more than advice: what it is, how much it matters, where, and the mend.

    key: what tells it from another of its kind (a document's id, a name); where: the place in words;
    block: the number of the block it stands at.
    """

    code: str
    severity: Severity
    section: str
    message: str
    quote: str = ""
    where: str = ""
    suggestion: str = ""
    key: str = ""
    block: int | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that the policy gives of itself: the words, and the last day they can mean."""

    kind: DateKind
    text: str
    date: date | None


@dataclass(frozen=True, slots=True)
class Named:
    """A person whom the policy names in a role."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a policy's own text: its section ('' if none), where it stands, and the words."""

    section: str
    where: str
    text: str
    block: int


@dataclass(frozen=True)
class Reading:
    """What one file of one school said, or the error that kept it from being read.

    file: its path as the manifest gives it; template: id and version of the template it was made from
    ('' where it does not say); of_template: for each section the share, 0 to 1, of its wording that stands
    in the trust's template, and under '' that of the whole policy; template_seen: the label of the
    template that its wording is nearest to. findings: those open that are more than advice; advice: how
    many would only make it better.
    """

    school: str
    file: str
    error: str = ""
    format: str = ""
    sha256: str = ""
    words: int = 0
    is_policy: bool = False
    why_not: str = ""
    title: str = ""
    school_name: str = ""
    trust_name: str = ""
    sections: tuple[SectionState, ...] = ()
    findings: tuple[Noted, ...] = ()
    advice: int = 0
    dates: tuple[Dated, ...] = ()
    people: tuple[Named, ...] = ()
    not_checked: int = 0
    template: str = ""
    template_version: str = ""
    of_template: tuple[tuple[str, float], ...] = ()
    template_seen: str = ""
    notes: tuple[str, ...] = ()

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many findings to mend first, before the next review, and that would be better."""
        found = [noted.severity for noted in self.findings]
        return found.count(Severity.ERROR), found.count(Severity.WARNING), self.advice
