"""What changed between two policies: the nouns that flow from the comparison to its reports."""

from __future__ import annotations

import datetime
from enum import StrEnum
from functools import cached_property

from policy_kit.model import Location, NotChecked
from policy_kit.quick import dataclass


class PassageFate(StrEnum):
    """What became of a paragraph, bullet or row."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"  # to another section, or to another place in its own
    REORDERED = "reordered"  # an item of a list that stands at another place in that list


class SectionFate(StrEnum):
    """What became of a section's text; moving and renaming are told beside it."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"


class PieceFate(StrEnum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Substance(StrEnum):
    """What a change may matter for."""

    DATE = "date"
    NAME = "name"
    DUTY = "duty"
    NUMBER = "number"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a changed passage."""

    fate: PieceFate
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of one of the two files, with where it stands."""

    text: str
    kind: str
    level: int
    location: Location


@dataclass(frozen=True, slots=True)
class PassageChange:
    """One passage of both files, or of one of them.

    pieces: the words of both, in order, where they differ; other_section: for a passage that moved, the
    title of the section it came from (seen from the new file) or went to (seen from the old one).
    """

    fate: PassageFate
    old: Passage | None
    new: Passage | None
    pieces: tuple[Piece, ...] = ()
    other_section: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading in one of the files; title '' for what stands before the first heading."""

    title: str
    level: int
    location: Location


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section of the old file and what it is in the new one.

    standard_ids: the sections of the standard that it was recognised as, in either file; moved: it stands at
    another place among the sections; renamed: its heading says something else.
    """

    fate: SectionFate
    old: tuple[Heading, ...]
    new: tuple[Heading, ...]
    passages: tuple[PassageChange, ...]
    standard_ids: tuple[str, ...] = ()
    moved: bool = False
    renamed: bool = False

    @property
    def title(self) -> str:
        """The heading as the new file has it, or the old one if it is gone."""
        headings = self.new or self.old
        return headings[0].title if headings else ""

    @property
    def is_touched(self) -> bool:
        """Whether anything of it differs."""
        return self.fate is not SectionFate.SAME or self.moved or self.renamed


@dataclass(frozen=True, slots=True)
class SubstanceChange:
    """A change that may matter: what it is about, and what both files say.

    label: "Next review", "Designated safeguarding lead", the guidance's title; before and after: the words
    that differ, '' if there are none; old_quote and new_quote: the sentences they stand in.
    """

    kind: Substance
    label: str
    before: str
    after: str
    section: str = ""
    old_quote: str = ""
    new_quote: str = ""
    old_location: Location | None = None
    new_location: Location | None = None
    places: int = 1


@dataclass(frozen=True, slots=True)
class ComparedFile:
    """One of the two files."""

    path: str
    format: str
    sha256: str
    words: int
    title: str
    is_policy: bool
    not_checked: tuple[NotChecked, ...] = ()
    pending_changes: int = 0


@dataclass(frozen=True)
class Changes:
    """What changed between two files, judged for a day. notes: what a reader must know of the comparison."""

    on: datetime.date
    old: ComparedFile
    new: ComparedFile
    substance: tuple[SubstanceChange, ...]
    sections: tuple[SectionChange, ...]
    notes: tuple[str, ...] = ()

    @cached_property
    def counts(self) -> dict[PassageFate, int]:
        """How many passages fared how; one that moved is counted once."""
        counts = dict.fromkeys(PassageFate, 0)
        for section in self.sections:
            for passage in section.passages:
                if passage.fate is not PassageFate.MOVED or passage.new is not None:
                    counts[passage.fate] += 1
        return counts

    @property
    def is_same(self) -> bool:
        """Whether the two say the same in the same order."""
        return not any(section.is_touched for section in self.sections)
