"""What the register holds: documents with their editions, bodies, terms, and how often things fall due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from policy_kit.guidance.dates import first_day
from policy_kit.guidance.patterns import Pattern
from policy_kit.quick import dataclass

NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a document, or a part of an Act that came into force on its own.

    kind: `edition` (one of a line, each ending where the next starts), `part` (a dated part of an Act, or
    one Act of several), `parallel` (in use beside the line, for some schools only), `not-issued` (a year in
    which there was none, recorded because policies name it).
    published, in_force_from, follow_from, withdrawn: dates as given, to the day, month or year.
    superseded_by: the label of the edition of the same document that took its place.
    changes: what it changed against the one before; note: what else there is to know.
    """

    label: str
    kind: str = "edition"
    title: str = ""
    publisher: str = ""
    versions: tuple[str, ...] = ()
    published: str = ""
    in_force_from: str = ""
    follow_from: str = ""
    withdrawn: str = ""
    superseded_by: str = ""
    commencement: str = ""
    changes: str = ""
    note: str = ""
    caution: str = ""
    confidence: str = ""
    verified: str = MEMORY
    evidence: str = ""
    memory_part: str = ""
    source: tuple[str, ...] = ()

    @property
    def starts_as_given(self) -> str:
        """When it is in force from, else when it was published; '' if neither is recorded."""
        return self.in_force_from or self.published

    @property
    def starts(self) -> date | None:
        """The first day it can be in force, or None if no date is recorded."""
        return first_day(self.starts_as_given) if self.starts_as_given else None

    @property
    def years(self) -> frozenset[int]:
        """The years by which people call it: of its label, its publication and its start."""
        named = [self.label] if self.label[:4].isdigit() else []
        return frozenset(int(d[:4]) for d in (*named, self.published, self.in_force_from) if d)

    @property
    def is_sure(self) -> bool:
        """Whether it rests on more than memory or one weak report."""
        return self.verified != MEMORY and self.confidence != "low"


@dataclass(frozen=True, slots=True)
class OldWording:
    """Words that date a policy: an old title (`edition`), or the wording of editions before one (`before`).

    near: must stand in the same block; keep: if one stands there, the words are right; slip: there is no
    such document at all.
    """

    pattern: Pattern
    means: str
    severity: str
    edition: str = ""
    before: str = ""
    near: Pattern | None = None
    keep: tuple[Pattern, ...] = ()
    slip: bool = False
    verified: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """What others report of a text that was not seen; never more than a prompt to check."""

    about: str
    fact: str
    confidence: str
    edition: str = ""
    note: str = ""
    source: tuple[str, ...] = ()


@dataclass(frozen=True)
class GuidanceDocument:
    """Guidance, a standard, a law or a service that policies cite, with all its editions, oldest first.

    cites: what a mention of it looks like; subjects: headings under which "the DfE guidance" means it;
    spellings: names to look for when nearly right; replaced_by: the id of the document that took its place.
    """

    id: str
    title: str
    publisher: str
    kind: str
    nations: tuple[str, ...]
    statutory: bool
    status: str
    verified: str
    editions: tuple[Edition, ...]
    cites: tuple[Pattern, ...]
    short: str = ""
    extent: str = ""
    status_note: str = ""
    withdrawn: str = ""
    replaced_by: str = ""
    instead: str = ""
    url: str = ""
    old_urls: tuple[str, ...] = ()
    rolling: bool = False
    note: str = ""
    year_rule: str = ""
    expects: tuple[str, ...] = ()
    subjects: tuple[Pattern, ...] = ()
    spellings: tuple[str, ...] = ()
    old_wording: tuple[OldWording, ...] = ()
    memory_part: str = ""
    source: tuple[str, ...] = ()
    reported: tuple[Reported, ...] = ()

    @property
    def name(self) -> str:
        """What a message calls it: the short name that schools use, else the title."""
        return self.short or self.title

    @cached_property
    def _by_label(self) -> dict[str, Edition]:
        return {edition.label: edition for edition in self.editions}

    def edition(self, label: str) -> Edition | None:
        """The edition of that label, or None."""
        return self._by_label.get(label)

    @cached_property
    def line(self) -> tuple[Edition, ...]:
        """The editions of which one at a time is in force."""
        return tuple(e for e in self.editions if e.kind == "edition")

    @cached_property
    def parts(self) -> tuple[Edition, ...]:
        """Dated parts of an Act, or the Acts of a group."""
        return tuple(e for e in self.editions if e.kind == "part")

    def ends(self, edition: Edition) -> date | None:
        """The first day on which an edition is no longer in force, or None if none is recorded."""
        successor = self.edition(edition.superseded_by)
        days = [successor.starts] if successor and successor.starts else []
        days += [first_day(d) for d in (edition.withdrawn, self.withdrawn) if d]
        return min(days, default=None)

    def between(self, edition: Edition, last: Edition) -> Iterator[Edition]:
        """The editions that came after `edition`, up to `last`."""
        seen = {edition.label}
        step = self.edition(edition.superseded_by)
        while step is not None and step.label not in seen:
            seen.add(step.label)
            yield step
            if step.label == last.label:
                return
            step = self.edition(step.superseded_by)


@dataclass(frozen=True, slots=True)
class Retired:
    """A name, address or number that is out of date: what happened, and what to write instead.

    starts: the day from which it is out of date, '' if long past; near: must stand in the neighbourhood;
    keep: if one stands there, the words are right; nations: where it is out of date, () for everywhere.
    """

    pattern: Pattern
    severity: str
    what: str
    use: str
    starts: str = ""
    near: Pattern | None = None
    keep: tuple[Pattern, ...] = ()
    nations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body, service or platform: what became of it, and how it is reached now."""

    id: str
    name: str
    verified: str
    old_names: tuple[str, ...] = ()
    now: str = ""
    when: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""
    old_urls: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    retired: tuple[Retired, ...] = ()
    note: str = ""
    memory_part: str = ""
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """Wording that guidance gave up, with the present term.

    starts: the day from which the present term is the right one, '' if long past; near, keep: what must, or
    must not, stand in the neighbourhood, `reach` blocks on; unless: if it stands anywhere in the policy, the
    old word is shorthand; flag: whether it is a fault at all (`why_not` says why it is not).
    """

    id: str
    old: tuple[str, ...]
    current: str
    since: str
    why: str
    pattern: Pattern
    severity: str
    verified: str
    starts: str = ""
    nations: tuple[str, ...] = ()
    keep_if: str = ""
    keep: tuple[Pattern, ...] = ()
    near: Pattern | None = None
    reach: int = 0
    unless: Pattern | None = None
    flag: bool = True
    why_not: str = ""
    document: str = ""
    note: str = ""
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """How often something falls due, and what says so."""

    item: str
    frequency: str
    basis: str
    verified: str
    note: str = ""
    source: tuple[str, ...] = ()
