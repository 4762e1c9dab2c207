"""Document → Policy: sections recognised, points asked, the policy's own facts read off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from policy_kit.guidance import Register
from policy_kit.model import (
    Block,
    Document,
    Evidence,
    Person,
    PointResult,
    Policy,
    SectionResult,
    SectionStatus,
)
from policy_kit.naming.words import word_set
from policy_kit.regexes import seldom
from policy_kit.sections.adopting import adopt, give_headings
from policy_kit.sections.asking import ask, ask_again
from policy_kit.sections.assigning import Assignment, assign
from policy_kit.sections.compiled import lexicon_of
from policy_kit.sections.cutting import cut
from policy_kit.sections.dates import policy_dates
from policy_kit.sections.evidence import spoken_of
from policy_kit.sections.following import follow
from policy_kit.sections.ground import Ground
from policy_kit.sections.kind import judge_kind
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.names import policy_title, products, school_name, trust_name
from policy_kit.sections.numbers import joined, numbers_set
from policy_kit.sections.of_itself import blocks_of_itself
from policy_kit.sections.people import people
from policy_kit.sections.read_off import ReadOff, facts_of
from policy_kit.sections.saying import Sayings
from policy_kit.sections.setting import school_facts
from policy_kit.sections.settling import settle
from policy_kit.standard import Standard, StandardSection, level_for, required_sections

if TYPE_CHECKING:
    from policy_kit.profile import Profile

# Sections that are lists of documents and addresses: an entry there is no evidence for another section.
_LISTS = ("linked-policies", "legislation-and-guidance", "useful-contacts")
_PASSING = 12  # words that a section without a heading has at least
ENOUGH = 0.5  # the share of must points under which a section is thin (schemas/section-record.schema.json)
_TITLES = frozenset(["Mr", "Mrs", "Ms", "Miss", "Dr", "Rev", "Revd", "Sir", "Prof", "Father", "Sister"])
_SHORT = 3_500  # words; a shorter policy says under one heading what belongs to several
_POINTER_WORDS = 70
_POINTS_AWAY = seldom(
    r"\b(?:see|refer(?:red)? to|(?:set out|found|outlined|detailed|contained) in|covered (?:in|by)"
    r"|details? of|in (?:accordance|line) with|please read)\b"
    r".{0,80}\b(?:polic(?:y|ies)|procedures?|document|handbook)\b",
    re.IGNORECASE | re.DOTALL,
)


def recognise(
    document: Document,
    standard: Standard,
    register: Register,
    on: date,
    profile: Profile | None = None,
) -> Policy:
    """Recognise a policy's sections and points, and read off its names, dates and people.

    document: as a reader yields it; standard: what to look for; register: for the editions cited;
    on: the day the policy is judged for; profile: the school's facts, if known.
    """
    given = profile.fields.get("school_name") if profile else None
    name = school_name(document, str(given) if given else None)
    trust = trust_name(document)
    persons = people(document)
    passages = cut(document)
    values = {"school_name": (name,) if name else (), **_named(persons), **_profile_values(profile)}
    index = TermIndex(passages, standard.words, values, lexicon_of(standard))
    assignment = assign(document, standard, index)
    dates = policy_dates(document, blocks_of_itself(standard, assignment, index))
    school = school_facts(document, name, trust, profile.school_facts() if profile else None)
    facts = facts_of(ReadOff(document, name, dates, persons), register, on)
    ground = _ground(document, index, assignment, facts)
    required = required_sections(standard, school)
    own = _blocks_of_each(document, assignment)
    asked = follow({s.id: ask(s, ground, school) for s in standard.sections}, standard)
    sections = tuple(
        _section(s, own[s.id], asked[s.id], ground, assignment, school, needed=s.id in required)
        for s in standard.sections
    )
    sections, of_block = adopt(sections, assignment, _text_under(document))
    of_block = settle(standard, index, assignment, of_block, Sayings(standard, ground, school))
    sections = give_headings(sections, [b for b in document.text_blocks if b.is_heading], of_block, required)
    again = follow(ask_again(sections, standard, ground, assignment.outline, of_block), standard)
    sections = tuple(_with_points(found, again[found.id]) for found in sections)
    title = policy_title(document)
    is_policy, why_not = judge_kind(document, title, sections)
    return Policy(
        document=document,
        title=title,
        school_name=name,
        trust_name=trust,
        is_policy=is_policy,
        why_not=why_not,
        sections=sections,
        section_of_block=of_block,
        dates=dates,
        people=persons,
        products=products(document),
        school=school,
    )


def _profile_values(profile: Profile | None) -> dict[str, tuple[str, ...]]:
    """What names in braces stand for in evidence terms: the profile's texts, and platforms by name."""
    fields = profile.fields if profile else {}
    values = {name: (value,) for name, value in fields.items() if isinstance(value, str) and value}
    accounts = fields.get("social_accounts") or ()
    platforms = tuple(str(a["platform"]) for a in accounts if isinstance(a, Mapping) and a.get("platform"))
    return {**values, "social_platforms": platforms}


# First names that are also words, which a sentence may begin with.
_ALSO_WORDS = word_set("Will May Mark Grant Bill Rose Hope Grace Faith Joy June April Jo Guy Art Rich")


def _named(persons: tuple[Person, ...]) -> dict[str, tuple[str, ...]]:
    """The names of those who hold a post, as evidence terms: "Gwen leads on this" speaks of the DSL."""
    out: dict[str, list[str]] = defaultdict(list)
    for person in persons:
        words = [w for w in person.name.split() if w.isalpha() and len(w) > 1 and w not in _TITLES]
        post = person.role.replace("deputy-designated", "designated").replace("-", "_")
        out[post] += [f"={w}" for w in words if w not in _ALSO_WORDS]
    return {post: tuple(dict.fromkeys(names)) for post, names in out.items()}


def _ground(
    document: Document,
    index: TermIndex,
    assignment: Assignment,
    facts: dict[str, Evidence],
) -> Ground:
    own: dict[str, set[int]] = defaultdict(set)
    for block, sections in assignment.of_block.items():
        for section in sections:
            own[section].update(index.passages.of_block.get(block, ()))
    sentences = {name: numbers_set(numbers) for name, numbers in own.items()}
    long = sum(map(len, (s.words for s in index.passages.sentences))) > _SHORT
    return Ground(
        document,
        index,
        own=sentences,
        lists=joined(sentences.get(name, 0) for name in _LISTS),
        facts=facts,
        settled=numbers_set(range(len(index.passages.sentences))) if long else 0,
        kept=sentences.get("appendices", 0),
    )


def _text_under(document: Document) -> dict[int, Block]:
    """The nearest heading above each block, the document's first heading left out: that is its title."""
    under: dict[int, Block] = {}
    headings = [b for b in document.text_blocks if b.is_heading]
    nearest: Block | None = None
    for block in document.text_blocks:
        if block.is_heading:
            nearest = block
        elif nearest is not None and nearest is not headings[0]:
            under[block.index] = nearest
    return under


def _blocks_of_each(document: Document, assignment: Assignment) -> Mapping[str, list[Block]]:
    """The blocks of each section, in order."""
    own: dict[str, list[Block]] = defaultdict(list)
    for block in document.text_blocks:
        for section in dict.fromkeys(assignment.of_block.get(block.index, ())):
            own[section].append(block)
    return own


def _section(
    section: StandardSection,
    own: Sequence[Block],
    points: tuple[PointResult, ...],
    ground: Ground,
    assignment: Assignment,
    school: Mapping[str, object],
    *,
    needed: bool,
) -> SectionResult:
    """Say how a section stands, by its text and its points as asked."""
    words = sum(len(b.text.split()) for b in own if not b.is_heading)
    found = SectionResult(
        id=section.id,
        title=section.title,
        level=level_for(section, school),
        status=SectionStatus.PRESENT,
        headings=assignment.headings.get(section.id, ()),
        blocks=tuple(own),
        words=words,
        points=points,
        reason=assignment.reasons.get(section.id, ""),
    )
    status = status_of(found, needed=needed)
    if status is SectionStatus.THIN and not (words or found.reason):
        elsewhere = spoken_of(section, ground)
        if elsewhere:
            found = replace(found, reason="passages in other sections", blocks=elsewhere)
    return replace(found, status=status, pointer_only=_only_points_away(found))


def _with_points(found: SectionResult, points: tuple[PointResult, ...]) -> SectionResult:
    """The section with its points as asked again, and how it then stands."""
    if points == found.points or found.status is SectionStatus.NOT_APPLICABLE:
        return found
    found = replace(found, points=points)
    return replace(found, status=status_of(found, needed=True))


def status_of(found: SectionResult, *, needed: bool) -> SectionStatus:
    """What its points and text come to; needed: whether the standard asks the section of this school.

    Missing if it has no more than a passing word of its own and none of its must points is made."""
    passing = not found.headings and found.words < _PASSING
    if passing and not any(p.met for p in found.points if p.level == "must"):
        return SectionStatus.MISSING if needed else SectionStatus.NOT_APPLICABLE
    return SectionStatus.PRESENT if found.must_share >= ENOUGH else SectionStatus.THIN


def _only_points_away(found: SectionResult) -> bool:
    """Whether a section has little text, makes few points, and sends the reader elsewhere."""
    text = "\n".join(b.text for b in found.blocks)
    short = 0 < found.words <= _POINTER_WORDS
    return short and found.must_share < ENOUGH and bool(_POINTS_AWAY.search(text))
