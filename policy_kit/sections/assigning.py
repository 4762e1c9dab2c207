"""Which section each block of a document belongs to: by its headings first, by what the text says else."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from policy_kit.model import Block, BlockKind, Document, Part
from policy_kit.regexes import regex
from policy_kit.sections.headings import (
    JOINED,
    OF_ALL,
    HeadingIndex,
    HeadingMatch,
    for_whom,
    heading_index,
    is_appendix,
    match_heading,
    only_an_audience,
)
from policy_kit.sections.matching import TermIndex, densities, words_in
from policy_kit.sections.numbers import numbers_set
from policy_kit.standard import Standard

_OPENING = regex(r"\s*([^.:?!\n]{3,60})(?:[.:?]| [–—-]) +\S")
_SIGNED = regex(r"\bagree(?:ment|s)?\b|\bacceptable use\b|\baups?\b|\bconsent form\b", re.IGNORECASE)
_SURE = 0.95  # a known wording
_LIKELY = 0.78  # a likeness that stands without the text's word for it
_TOPIC_OF_UNKNOWN = 0.4  # share of a section's text on one topic that names a section without a heading
_LEAD_OVER_SECOND = 1.35


@dataclass(frozen=True)
class Assignment:
    """Sections by block, and the headings that name each section.

    of_block: block index -> ids of its sections, the innermost first; headings: section id -> its
    headings; reasons: section id -> why it was recognised.
    """

    of_block: dict[int, tuple[str, ...]]
    headings: dict[str, tuple[Block, ...]]
    reasons: dict[str, str]


@dataclass
class _Heading:
    block: Block
    end: int  # index in the block list where its text (with sub-headings) ends
    own_end: int  # where its own text ends, at the next heading
    parent: _Heading | None = None
    sections: tuple[str, ...] = ()
    by_heading: bool = False
    reason: str = ""
    blocks: list[Block] = field(default_factory=list)
    is_title: bool = False


def assign(document: Document, standard: Standard, index: TermIndex) -> Assignment:
    """Give each block of the running text the sections it belongs to."""
    blocks = [b for b in document.text_blocks if b.part in (Part.BODY, Part.TEXT_BOX)]
    headings = _outline(blocks)
    known = heading_index(standard)
    judge = _Judge(standard, index, blocks)
    for heading in headings:
        _name(heading, known, judge)
    of_block: dict[int, tuple[str, ...]] = {}
    by_section: dict[str, list[Block]] = defaultdict(list)
    reasons: dict[str, str] = {}
    for heading in headings:
        of_block[heading.block.index] = heading.sections
        for block in heading.blocks:
            labelled = _labelled(block, heading, known)
            of_block[block.index] = tuple(dict.fromkeys((*labelled, *heading.sections)))
            for section in labelled:
                reasons.setdefault(section, f"the words “{_label(block)}” that open a paragraph")
        for section in heading.sections:
            if heading.by_heading or not by_section[section]:
                by_section[section].append(heading.block)
            reasons.setdefault(section, heading.reason)
    return Assignment(of_block, {k: tuple(v) for k, v in by_section.items()}, reasons)


_LONGEST_LABEL = 7
_FEWEST_UNDER_A_TITLE = 3
_LINES_OF_A_TITLE = 2


def _label(block: Block) -> str:
    """What a paragraph opens with to say what it is about: "Sexting." or "Phones: …"; '' if nothing."""
    if block.kind is BlockKind.TABLE_ROW:
        return block.cells[0] if block.cells and len(block.cells) > 1 else ""
    found = _OPENING.match(block.text)
    return found[1] if found and len(found[1].split()) <= _LONGEST_LABEL else ""


def _labelled(block: Block, heading: _Heading, known: HeadingIndex) -> tuple[str, ...]:
    """The sections that the words opening a paragraph name; none in an appendix or the policy's details."""
    label = _label(block)
    if not label or block.header_row or only_an_audience(label):
        return ()
    if {"appendices", "document-control"} & set(heading.sections):
        return ()
    return tuple(m.section for m in match_heading(label, known)[:2] if m.score >= _SURE)


def _outline(blocks: list[Block]) -> list[_Heading]:
    """The headings with the text under each and the heading above each."""
    found: list[_Heading] = []
    trail: list[_Heading] = []
    for position, block in enumerate(blocks):
        if not block.is_heading:
            if found:
                found[-1].blocks.append(block)
            continue
        if found:
            found[-1].own_end = position
        while trail and trail[-1].block.level >= block.level:
            trail.pop().end = position
        heading = _Heading(block, len(blocks), len(blocks), trail[-1] if trail else None)
        trail.append(heading)
        found.append(heading)
    # A name of the school, the policy's title: what stands over all the rest, or over nothing before that.
    for place, heading in enumerate(found[:_LINES_OF_A_TITLE]):
        if heading.end == len(blocks) and len(found) - place > _FEWEST_UNDER_A_TITLE:
            for title in found[: place + 1]:
                title.is_title = title is heading or not title.blocks
    return found


class _Judge:
    """Says how far a stretch of text speaks of a section's topic."""

    def __init__(self, standard: Standard, index: TermIndex, blocks: list[Block]) -> None:
        self.standard = standard
        self.index = index
        self.blocks = blocks
        self._position = {b.index: i for i, b in enumerate(blocks)}

    def span(self, heading: _Heading) -> int:
        """The numbers of the sentences under a heading, its sub-headings' included."""
        start = self._position[heading.block.index] + 1
        of_block = self.index.passages.of_block
        under = self.blocks[start : heading.end]
        return numbers_set(number for block in under for number in of_block.get(block.index, ()))

    def share(self, section_id: str, numbers: int) -> float:
        section = self.standard.section(section_id)
        return densities(self.index, [section.topic], numbers)[0] if section else 0.0

    def best_topic(self, numbers: int) -> tuple[str, float, float]:
        """The section whose topic the sentences speak of most, its share, and the second's share."""
        sections = [s for s in self.standard.sections if s.topic]
        told = densities(self.index, [s.topic for s in sections], numbers)
        shares = sorted(((share, s.id) for share, s in zip(told, sections, strict=True)), reverse=True)
        (first, section), (second, _) = shares[0], shares[1] if len(shares) > 1 else (0.0, "")
        return section, first, second


# Under these a heading such as "Parents" opens a section of its own; elsewhere it says for whom a rule is.
_TAUGHT = frozenset({"education-and-curriculum", "staff-training", "roles-and-responsibilities"})


_ASIDES = frozenset({"legislation-and-guidance", "monitoring-and-review", "roles-and-responsibilities"})


def _name(heading: _Heading, known: HeadingIndex, judge: _Judge) -> None:
    """Decide which sections a heading's text belongs to; the document's title names none."""
    if heading.is_title:
        return
    matches = match_heading(heading.block.text, known)
    parent = heading.parent.sections if heading.parent else ()
    if is_appendix(heading.block.display) and judge.standard.section("appendices"):
        heading.sections = ("appendices", *(m.section for m in matches[:1] if m.score >= _SURE))
        heading.sections = tuple(dict.fromkeys(heading.sections))
        heading.by_heading, heading.reason = True, "an appendix heading"
        return
    chosen = () if _in_an_agreement(heading) else _choose(matches, parent, heading, judge)
    if chosen:
        heading.sections = chosen
        heading.by_heading = True
        heading.reason = f"the heading “{heading.block.display}”"
        return
    if "appendices" in parent:
        heading.sections, heading.reason = parent, "it stands in an appendix"
        return
    numbers = judge.span(heading)
    words = words_in(judge.index, numbers)
    section, share, second = judge.best_topic(numbers)
    clear = share >= _TOPIC_OF_UNKNOWN and share >= second * _LEAD_OVER_SECOND and words >= 25
    if clear and section not in OF_ALL and not parent:
        heading.sections, heading.reason = (section,), "what the text under the heading says"
    else:
        heading.sections, heading.reason = parent, "the heading above it"


def _in_an_agreement(heading: _Heading) -> bool:
    """Whether it stands in an appendix that is signed: its parts are rules, not what the policy says."""
    above = heading.parent
    while above is not None:
        if is_appendix(above.block.display) and _SIGNED.search(above.block.text):
            return True
        above = above.parent
    return False


def _choose(
    matches: tuple[HeadingMatch, ...], parent: tuple[str, ...], heading: _Heading, judge: _Judge
) -> tuple[str, ...]:
    """The sections that a heading names, given what stands above and under it."""
    if only_an_audience(heading.block.text) and (opened := for_whom(heading.block.text, parent)):
        return (opened,)
    if not matches or (parent and not set(parent) & _TAUGHT and only_an_audience(heading.block.text)):
        return ()
    if parent and not set(parent) & OF_ALL and {m.section for m in matches} <= _ASIDES:
        return ()  # "The law" of one matter, and its own review
    best = matches[0].score
    if best < _LIKELY:
        numbers = judge.span(heading)
        backed = [m for m in matches if judge.share(m.section, numbers) >= 0.2 and m.section not in parent]
        return tuple(m.section for m in backed[:1]) if not parent else ()
    if best < _SURE and set(parent) & {m.section for m in matches} - OF_ALL:
        return ()  # it speaks of what it stands in
    if best < _SURE and parent and not _outdoes_parent(matches[0].section, parent, heading, judge):
        return ()
    equals = [m for m in matches if m.score >= best - 0.03]
    joined = [m for m in matches if m.score in (0.8, JOINED)]
    if (best < _SURE or best == JOINED) and len(joined) > 1:
        return tuple(m.section for m in joined[:3])
    if len(equals) == 1:
        return (equals[0].section,)
    inherited = [m.section for m in equals if m.section in parent]
    if inherited:
        return (inherited[0],)
    numbers = judge.span(heading)
    return (max(equals, key=lambda m: judge.share(m.section, numbers)).section,)


def _outdoes_parent(section: str, parent: tuple[str, ...], heading: _Heading, judge: _Judge) -> bool:
    """Whether the text under a heading speaks more of the likely section than of the one it stands in."""
    if set(parent) <= OF_ALL and section not in OF_ALL:
        return True
    numbers = judge.span(heading)
    return judge.share(section, numbers) > max(judge.share(p, numbers) for p in parent)
