"""Holds an audit against a reader's labels: what agrees, what was missed, what was told without cause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import TypeVar

from policy_kit.findings import Finding, PolicyAudit
from policy_kit.model import Block, DateKind, Location, PointResult, Policy
from policy_kit.sections.people.roles import role_words
from tests.evaluate.labels import Labelled, Readings, Stale

FAMILIES = (
    "must points",
    "stale references",
    "duplicates",
    "dates",
    "placeholders",
    "people",
    "other school",
)
_STALE = ("PK301", "PK302", "PK303", "PK304")
_BLANKS_OF_THEIR_OWN = ("PK402", "PK405", "PK504", "PK602")  # a date, an approval, a note, a person
_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|rev|revd|reverend|prof|sir|dame|lady|lord|canon|sister|father|cllr)\b\.?",
    re.IGNORECASE,
)

_L = TypeVar("_L")
_T = TypeVar("_T")


@dataclass
class Family:
    """How far one family of findings agrees with the labels."""

    told: int = 0
    told_rightly: int = 0
    labelled: int = 0
    found: int = 0
    disagreements: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.told_rightly / self.told if self.told else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(
        self, where: str, labels: Sequence[_L], told: Sequence[_T], agree: Callable[[_L, _T], bool]
    ) -> None:
        """Count one document's labels and what was told."""
        for label in labels:
            self.labelled += 1
            if any(agree(label, thing) for thing in told):
                self.found += 1
            else:
                self.disagreements.append(f"{where}: missed {label}")
        for thing in told:
            self.told += 1
            if any(agree(label, thing) for label in labels):
                self.told_rightly += 1
            else:
                self.disagreements.append(f"{where}: told without cause {_shown(thing)}")


def _shown(thing: object) -> str:
    if isinstance(thing, PointResult):
        where = "" if thing.evidence is None or thing.evidence.in_section else " (outside its section)"
        return f"{thing.id}{where} | {thing.evidence.quote[:200] if thing.evidence else ''}"
    if isinstance(thing, Finding):
        return f"{thing.rule.code} {thing.key}: {thing.message[:90]} | {thing.quote[:90]}"
    return str(thing)


@dataclass
class Scores:
    """All that is measured of a part of the corpus."""

    documents: int = 0
    kind_right: int = 0
    headings: int = 0
    headings_right: int = 0
    headings_near: int = 0  # all that is told of them is right, though a second section may be passed over
    status: Counter[tuple[str, str]] = field(default_factory=Counter)  # (reader, tool) -> sections
    families: dict[str, Family] = field(default_factory=lambda: {name: Family() for name in FAMILIES})
    disagreements: list[str] = field(default_factory=list)

    @property
    def status_agreement(self) -> float:
        asked = sum(self.status.values())
        return sum(n for (reader, tool), n in self.status.items() if reader == tool) / asked if asked else 1.0

    @property
    def heading_accuracy(self) -> float:
        return self.headings_right / self.headings if self.headings else 1.0

    @property
    def kind_accuracy(self) -> float:
        return self.kind_right / self.documents if self.documents else 1.0

    def add(self, labels: Labelled, audit: PolicyAudit) -> None:
        """Count one document."""
        policy = audit.policy
        if policy is None:
            raise ValueError(f"{labels.name}: {audit.error}")
        self.documents += 1
        right = policy.is_policy == labels.is_policy
        self.kind_right += right
        if not right:
            self.disagreements.append(f"{labels.name}: is_policy {policy.is_policy} ({policy.why_not})")
        if not labels.is_policy:
            return
        self._add_sections(labels, policy)
        if labels.musts is not None:
            made = [p for s in policy.sections for p in s.points if p.met and p.level == "must"]
            self.families["must points"].add(labels.name, labels.musts, made, _is_point)
        self._add_families(labels, policy, audit.findings)

    def _add_sections(self, labels: Labelled, policy: Policy) -> None:
        told = {s.id: s.status.value for s in policy.sections}
        for section, status in labels.sections:
            self.status[status, told[section]] += 1
            if status != told[section]:
                self.disagreements.append(f"{labels.name}: {section} is {status}, told {told[section]}")
        for words, readings, named in _headings(labels, policy):
            self.headings += 1
            self.headings_right += named in readings
            self.headings_near += any(named <= ids and bool(named) == bool(ids) for ids in readings)
            if named not in readings:
                either = " or ".join(str(sorted(ids)) for ids in readings)
                self.disagreements.append(
                    f"{labels.name}: heading “{words}” names {either}, told {sorted(named)}"
                )

    def _add_families(self, labels: Labelled, policy: Policy, findings: Sequence[Finding]) -> None:
        def of(*codes: str) -> list[Finding]:
            return [f for f in findings if f.rule.code in codes]

        places = _Places(policy)
        name = labels.name
        cited = Counter(label.document for label in labels.stale)

        def is_stale(label: Stale, finding: Finding) -> bool:
            return places.is_stale(label, finding, by_words=cited[label.document] > 1)

        self.families["stale references"].add(name, labels.stale, of(*_STALE), is_stale)
        self.families["duplicates"].add(name, labels.duplicates, of("PK201", "PK202"), places.is_pair)
        self.families["dates"].add(name, labels.dates, _dates(policy, labels), _same_date)
        blanks = [f for f in of(*_BLANKS_OF_THEIR_OWN) if any(map(_held_by(f, places), labels.placeholders))]
        self.families["placeholders"].add(
            name, labels.placeholders, [*of("PK501"), *blanks], lambda label, f: _held_by(f, places)(label)
        )
        self.families["people"].add(name, labels.people, _people(policy), _same_person)
        self.families["other school"].add(name, labels.other_schools, of("PK601"), _same_school)


def normal(text: str) -> str:
    """Words in lower case with one space between, so that quotation marks and numbers' dots do not matter."""
    return " ".join(re.findall(r"[\w@.]*\w|[\[<{_…x]+", text.casefold()))


def _bare(heading: str) -> str:
    return re.sub(r"^(?:appendix\s+\w+|\d+(?:\.\d+)*|[a-z])(?:[.):]|\s)\s*", "", normal(heading))


def headings_told(labels: Labelled, policy: Policy) -> Iterator[tuple[Block | None, Readings]]:
    """Each labelled heading as it stands in the document, if it is read as one, and the readings of it."""
    blocks: dict[str, list[Block]] = {}
    for block in policy.document.text_blocks:
        if block.is_heading:
            blocks.setdefault(_bare(block.text), []).append(block)
    for words, readings in labels.headings:
        standing = blocks.get(_bare(words), [])
        yield (standing.pop(0) if standing else None), readings


def _headings(labels: Labelled, policy: Policy) -> Iterator[tuple[str, Readings, frozenset[str]]]:
    """Each labelled heading, the readings of what it names, and the sections that it is told to name."""
    for (words, _), (block, readings) in zip(labels.headings, headings_told(labels, policy), strict=True):
        named = policy.section_of_block.get(block.index, ()) if block else ()
        yield words, readings, frozenset(named)


class _Places:
    """Looks findings up in the text that they are about."""

    def __init__(self, policy: Policy) -> None:
        self.blocks = policy.document.blocks

    def texts(self, finding: Finding) -> list[str]:
        """The texts a finding is about: its quote, its blocks, what stands under them if they are headings,
        and the headings right above them."""
        out = [finding.quote, finding.message]
        for location in (finding.location, *finding.related):
            out.extend(self._at(location))
        return [normal(text) for text in out if text]

    def _at(self, location: Location) -> Iterable[str]:
        yield from location.heading_path
        if location.block is None:
            return
        block = self.blocks[location.block]
        yield block.text
        after = self.blocks[block.index + 1 :] if block.is_heading else ()
        for below in after:
            if below.is_heading and below.level <= block.level:
                return
            yield below.text

    def is_stale(self, label: Stale, finding: Finding, by_words: bool) -> bool:
        """Whether a finding tells a stale reference: by the register's id, unless only the words can tell
        which of several wordings is meant."""
        if not by_words and label.document and label.document == finding.key.split(":")[0]:
            return True
        return bool(label.says) and any(normal(label.says) in text for text in self.texts(finding))

    def is_pair(self, label: tuple[str, str], finding: Finding) -> bool:
        """Whether a finding tells both places of a pair: two, also where the words are the same."""
        first, second = (_bare(words.rstrip(".…")) for words in label)
        spots = [
            [normal(text) for text in self._at(location)] for location in (finding.location, *finding.related)
        ]
        return any(
            any(first in text for text in one) and any(second in text for text in other)
            for one, other in permutations(spots, 2)
        )


def _held_by(finding: Finding, places: _Places) -> Callable[[str], bool]:
    texts = [" ".join(t.split()).casefold() for t in (finding.quote, finding.message)]
    blocks = [at.block for at in (finding.location, *finding.related) if at.block is not None]
    texts.extend(" ".join(places.blocks[block].text.split()).casefold() for block in blocks)
    return lambda label: any(" ".join(label.split()).casefold() in text for text in texts)


_ASIDE = (DateKind.OTHER, DateKind.PERIOD_END, DateKind.SHARED)


def _dates(policy: Policy, labels: Labelled) -> list[tuple[str, object]]:
    """The policy's own dates as told; what says no more than that a day was spoken of counts if labelled."""
    labelled = {day for _, day in labels.dates}
    told = {
        (d.kind.value, d.date): None
        for d in policy.dates
        if d.date and (d.kind not in _ASIDE or d.date in labelled)
    }
    return list(told)


def _same_date(label: tuple[str, object], told: tuple[str, object]) -> bool:
    kinds = [kind if kind in ("approved", "next_review") else "other" for kind in (label[0], told[0])]
    return label[1] == told[1] and kinds[0] == kinds[1]


def _people(policy: Policy) -> list[tuple[str, frozenset[str]]]:
    """Each person named, with all the roles that they are told to have."""
    roles: dict[str, set[str]] = {}
    for person in policy.people:
        if person.name:
            roles.setdefault(person.name, set()).add(person.role)
    return [(name, frozenset(held)) for name, held in roles.items()]


def _same_person(label: tuple[str, str], told: tuple[str, frozenset[str]]) -> bool:
    full, short = (normal(_TITLE.sub("", name)) for name in (label[0], told[0]))
    if not _may_be(full, short):
        return False
    posts = {found.role for found in role_words(label[1]) if found.role}
    return not posts or not told[1] or bool(told[1] & posts)


def _is_point(label: str, told: PointResult) -> bool:
    return label == told.id


def _may_be(full: str, short: str) -> bool:
    """Whether a name may be the labelled one: "Mr Arkle" and "D. Arkle" are Desmond Arkle."""
    if short == full or full.endswith(f" {short}"):
        return True
    initials = [word for word in short.split() if len(word.strip(".")) == 1]
    last = short.split()[len(initials) :]
    return bool(initials and last) and full.endswith(" " + " ".join(last)) and full[0] == short[0]


def _same_school(label: str, finding: Finding) -> bool:
    """Whether a labelled line is about the name that a finding tells."""
    words = re.findall(r"[A-Z][\w'’-]+", finding.key or finding.quote)
    telling = [w for w in words if w not in ("School", "Primary", "Academy", "Trust", "The", "College")]
    return any(w in label for w in telling) or finding.key in label
