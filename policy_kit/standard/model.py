"""A standard as the recogniser and the checks see it: sections, their points, and the evidence for them."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Any

from policy_kit.quick import dataclass

Group = tuple[str, ...]  # terms of which one must occur


@dataclass(frozen=True, slots=True)
class EvidenceRule:
    """One way in which a passage makes a point.

    all: every group must have a term there; said: so must these, in the sentence's own words rather than
    in its heading, its lead-in or the sentence beside it; of: at least `least` of these groups must;
    none: no such term may stand in the sentence;
    within: "sentence" (a list item counts with its lead-in), "near" (with the sentences beside it in
    its paragraph, and of short bullets those of its list), "passage" (a paragraph, a table or a whole
    list with its lead-in) or "section" (all of the section's own text);
    fact: instead of words, something read off the policy (`next-review-date`, `approval`…);
    anywhere: outside its section too, without a word of the section's topic beside it;
    inside: in the section's own text only, where its heading has said what it is about.

    Worked out of these: must, the groups that must stand there; groups, all of them, those first; forbids,
    whether the point is that something is not done, so that a denial is what it asks for; denies, whether
    one of its groups is nothing but denials ("have no"), so that a sentence may be one.
    """

    all: tuple[Group, ...] = ()
    of: tuple[Group, ...] = ()
    least: int = 0
    none: Group = ()
    within: str = "sentence"
    fact: str = ""
    anywhere: bool = False
    inside: bool = False
    said: tuple[Group, ...] = ()
    must: tuple[Group, ...] = field(init=False, repr=False)
    groups: tuple[Group, ...] = field(init=False, repr=False)
    forbids: bool = field(init=False, repr=False)
    denies: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        must = self.all + self.said
        groups = must + self.of
        object.__setattr__(self, "must", must)
        object.__setattr__(self, "groups", groups)
        object.__setattr__(self, "forbids", not all(map(_DENIALS.isdisjoint, groups)))
        object.__setattr__(self, "denies", self.forbids or any(map(_only_denies, groups)))


def _only_denies(group: Group) -> bool:
    return all(not _DENIAL_WORDS.isdisjoint(term.split()) for term in group)


_DENIAL_WORDS = frozenset({"no", "not", "never", "cannot", "without", "@not"})
_DENIALS = frozenset({"@not", "not", "never"})


@dataclass(frozen=True, slots=True)
class Spoilt:
    """Which findings show a point not to hold: their codes, and whether in its section alone or anywhere."""

    codes: tuple[str, ...] = ()
    within: str = "section"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing a section must, should or could say."""

    id: str
    text: str
    level: str
    source: str
    evidence: tuple[EvidenceRule, ...]
    gap: str = ""
    conditions: tuple[dict[str, Any], ...] = ()
    by: tuple[str, ...] = ()  # whose doing it must be, where a sentence says whose it is
    spoilt_by: Spoilt = Spoilt()  # findings that show it not to hold
    follows: tuple[str, ...] = ()  # points, of this or another section, that say it together


@dataclass(frozen=True, slots=True)
class Subsection:
    """A known part of a section with headings of its own, such as a role."""

    id: str
    title: str
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StandardSection:
    """One section of a standard.

    levels: (condition, level) pairs that raise the level for some schools, after `level`;
    heading_words: terms that name it in a heading of no known wording; heading_hints: terms that do so
    where the heading names nothing else; of_itself: the policy speaks of itself there.
    """

    id: str
    title: str
    level: str
    purpose: str
    order: int
    headings: tuple[str, ...]
    topic: tuple[str, ...]
    points: tuple[Point, ...]
    governor_questions: tuple[str, ...] = ()
    max_review_months: int | None = None
    of_itself: bool = False
    subsections: tuple[Subsection, ...] = ()
    levels: tuple[tuple[tuple[dict[str, Any], ...], str], ...] = ()
    heading_words: Group = ()
    heading_hints: Group = ()


@dataclass(frozen=True, eq=False)
class Standard:
    """What one kind of policy must hold, and the JSON Schema that a policy record is validated with.

    digest: of a shipped standard's files and of what loads them, where it was loaded as compiled.
    """

    id: str
    title: str
    version: str
    checked_on: date
    sections: tuple[StandardSection, ...]
    words: dict[str, Group]
    schema: dict[str, Any] = field(repr=False)
    digest: str = ""

    def section(self, section_id: str) -> StandardSection | None:
        """The section of that id, or None."""
        return next((s for s in self.sections if s.id == section_id), None)

    def max_review_months(self) -> int:
        """The shortest of the longest review intervals that the sections allow; 12 if none says."""
        return min((s.max_review_months for s in self.sections if s.max_review_months), default=12)
