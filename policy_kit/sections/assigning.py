"""Which section each block of a document belongs to: by its headings first, by what the text says else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from policy_kit.model import Block, Document, Part
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.compiled import heading_index_of
from policy_kit.sections.headings import (
    HINTED,
    HeadingIndex,
    HeadingMatch,
    clean_heading,
    for_whom,
    is_appendix,
    match_heading,
    only_an_audience,
)
from policy_kit.sections.labelling import label_of, sections_labelled
from policy_kit.sections.matching import TermIndex, densities, words_in
from policy_kit.sections.naming import HARMS, MEANS, OF_ALL
from policy_kit.sections.numbers import numbers_in
from policy_kit.sections.openings import is_kind_of_risk, names_a_post
from policy_kit.sections.outline import Heading, outline
from policy_kit.sections.titles import policy_title, titles_policy
from policy_kit.standard import Standard

_SIGNED = regex(r"\bagree(?:ment|s)?\b|\bacceptable use\b|\baups?\b|\bconsent form\b", re.IGNORECASE)
SURE = 0.95  # a known wording
_LIKELY = 0.78  # a likeness that stands without the text's word for it
_TOPIC_OF_UNKNOWN = 0.4  # share of a section's text on one topic that names a section without a heading
_LEAD_OVER_SECOND = 1.35
_MOST_NAMED = 4  # sections that the words of one heading name


@dataclass(frozen=True)
class Assignment:
    """Sections by block, and the headings that name each section.

    of_block: block index -> ids of its sections, the innermost first; headings: section id -> its
    headings; reasons: section id -> why it was recognised; outline: the document's headings in order.
    """

    of_block: dict[int, tuple[str, ...]]
    headings: dict[str, tuple[Block, ...]]
    reasons: dict[str, str]
    outline: tuple[Heading, ...]


def assign(document: Document, standard: Standard, index: TermIndex) -> Assignment:
    """Give each block of the running text the sections it belongs to."""
    blocks = [b for b in document.text_blocks if b.part in (Part.BODY, Part.TEXT_BOX)]
    title = policy_title(document)
    headings = outline(blocks, index.passages.of_block, title if titles_policy(title) else "")
    known = heading_index_of(standard)
    judge = _Judge(standard, index)
    for heading in headings:
        _name(heading, known, judge)
    labels = {b.index: sections_labelled(b, known) for heading in headings for b in heading.blocks}
    return laid_out(headings, labels)


def laid_out(headings: Iterable[Heading], labels: dict[int, tuple[HeadingMatch, ...]]) -> Assignment:
    """The sections of each block under headings that have been given theirs.

    labels: block index -> the sections that its opening words may name.
    """
    headings = tuple(headings)
    of_block: dict[int, tuple[str, ...]] = {}
    by_section: dict[str, list[Block]] = defaultdict(list)
    reasons: dict[str, str] = {}
    for heading in headings:
        of_block[heading.block.index] = heading.sections
        for block in heading.blocks:
            labelled = () if _NO_LABELS & set(heading.sections) else _sure(labels[block.index])
            of_block[block.index] = tuple(dict.fromkeys((*labelled, *heading.sections)))
            for section in labelled:
                reasons.setdefault(section, f"the words “{label_of(block)}” that open a paragraph")
        for section in heading.sections:
            if heading.by_heading or not by_section[section]:
                by_section[section].append(heading.block)
            reasons.setdefault(section, heading.reason)
    found = {k: tuple(v) for k, v in by_section.items()}
    return Assignment(of_block, found, reasons, headings)


_NO_LABELS = frozenset({"appendices", "document-control"})  # whose text is forms and details


def _sure(labels: tuple[HeadingMatch, ...]) -> tuple[str, ...]:
    return tuple(m.section for m in labels if m.score >= SURE)


class _Judge:
    """Says how far a stretch of text speaks of a section's topic."""

    def __init__(self, standard: Standard, index: TermIndex) -> None:
        self.standard = standard
        self.index = index

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


_OF_PERSONS = frozenset({"roles-and-responsibilities"})  # under it stand posts: "Curriculum leaders"
# A list of these at the back of a policy is theirs alone: "Appendix 3: Legislation".
_LISTED = frozenset({"legislation-and-guidance", "useful-contacts"})
_OVER_POSTS = 2.0
_A_LINE = 12  # words under a heading that say nothing of what it is about
_ASIDES = frozenset({"legislation-and-guidance", "monitoring-and-review", "roles-and-responsibilities"})


def _name(heading: Heading, known: HeadingIndex, judge: _Judge) -> None:
    """Decide which sections a heading's text belongs to; the document's title names none."""
    if heading.is_title:
        return
    matches = match_heading(heading.block.text, known)
    parent = heading.parent.sections if heading.parent else ()
    # "Appendix 1: Who does what" over a part for each post is a chapter of the policy, put at its back.
    of_posts = heading.span != heading.own and not _OF_PERSONS.isdisjoint(m.section for m in matches)
    if is_appendix(heading.block.display) and not of_posts and judge.standard.section("appendices"):
        named = tuple(m.section for m in matches[:1] if m.score >= SURE)
        heading.sections = named if named and _LISTED.issuperset(named) else ("appendices", *named)
        heading.sections = tuple(dict.fromkeys(heading.sections))
        heading.by_heading, heading.reason = True, "an appendix heading"
        return
    if _is_signed(heading, judge.index) and judge.standard.section("appendices"):
        heading.sections, heading.by_heading, heading.reason = ("appendices",), True, "a text to sign"
        return
    chosen = () if _in_an_agreement(heading) else _choose(matches, parent, heading, judge)
    if chosen:
        heading.sections = chosen
        heading.by_heading = True
        heading.likeness = matches[0].score if matches else 0.0
        heading.reason = f"the heading “{heading.block.display}”"
        return
    if "appendices" in parent:
        heading.sections, heading.reason, heading.inherits = parent, "it stands in an appendix", True
        return
    numbers = heading.span
    words = words_in(judge.index, numbers)
    section, share, second = judge.best_topic(numbers)
    clear = share >= _TOPIC_OF_UNKNOWN and share >= second * _LEAD_OVER_SECOND and words >= 25
    if clear and section not in OF_ALL and not parent:
        heading.sections, heading.reason = (section,), "what the text under the heading says"
    else:
        heading.sections, heading.reason, heading.inherits = parent, "the heading above it", True


_PROMISE = regex(r"(?:I|I['’](?:ll|m|ve))\b")
_FEWEST_PROMISES = 2


def _is_signed(heading: Heading, index: TermIndex) -> bool:
    """Whether its own text is one that somebody signs: most sentences say what "I" will do."""
    sentences = [index.passages.sentences[number] for number in numbers_in(heading.own)]
    promises = sum(bool(_PROMISE.match(s.text)) for s in sentences)
    return promises >= _FEWEST_PROMISES and 2 * promises > len(sentences)


def _in_an_agreement(heading: Heading) -> bool:
    """Whether it stands in an appendix that is signed: its parts are rules, not what the policy says."""
    above = heading.parent
    while above is not None:
        if is_appendix(above.block.display) and _SIGNED.search(above.block.text):
            return True
        above = above.parent
    return False


def _choose(
    matches: tuple[HeadingMatch, ...], parent: tuple[str, ...], heading: Heading, judge: _Judge
) -> tuple[str, ...]:
    """The sections that a heading names, given what stands above and under it."""
    if "appendices" in parent and _SIGNED.search(heading.block.text):
        return ()  # one of the agreements at the back
    if "risk-categories" in parent and is_kind_of_risk(clean_heading(heading.block.text)):
        return ()  # "Contact" and "Content" are two of the four that stand under it
    if only_an_audience(heading.block.text) and (opened := for_whom(heading.block.text, parent)):
        return (opened,)
    if not matches or (parent and not set(parent) & _TAUGHT and only_an_audience(heading.block.text)):
        return ()
    if parent and not set(parent) & (OF_ALL | {"appendices"}) and {m.section for m in matches} <= _ASIDES:
        return ()  # "The law" of one matter, and its own review
    best = matches[0].score
    if best < _LIKELY:
        numbers = heading.span
        backed = [m for m in matches if judge.share(m.section, numbers) >= 0.2 and m.section not in parent]
        return tuple(m.section for m in backed[:1]) if not parent else ()
    if best < SURE and set(parent) & {m.section for m in matches} - OF_ALL:
        return ()  # it speaks of what it stands in
    if parent and best < SURE:
        matches = tuple(m for m in matches if _outdoes_parent(m, parent, heading, judge))
    found: dict[tuple[int, ...], list[HeadingMatch]] = defaultdict(list)
    for match in matches:
        if match.score >= best - 0.03:
            found[match.at].append(match)
    chosen = tuple(dict.fromkeys(_one_of(equals, parent, heading, judge) for equals in found.values()))
    if best < SURE and len(chosen) > 1:  # "Reports, the log and breaches" is not of forms at the back
        chosen = tuple(section for section in chosen if section != "appendices")
    return chosen[:_MOST_NAMED]


def _one_of(equals: list[HeadingMatch], parent: tuple[str, ...], heading: Heading, judge: _Judge) -> str:
    """The section of several that share a wording: the one it stands in, else the one its text speaks of."""
    if len(equals) == 1:
        return equals[0].section
    inherited = [m.section for m in equals if m.section in parent]
    if inherited:
        return inherited[0]
    numbers = heading.span
    return max(equals, key=lambda m: judge.share(m.section, numbers)).section


def _outdoes_parent(match: HeadingMatch, parent: tuple[str, ...], heading: Heading, judge: _Judge) -> bool:
    """Whether the text under a heading speaks more of the likely section than of the one it stands in."""
    if match.section == "appendices":
        return False  # the log that a chapter on reports names is no appendix
    if set(parent) <= OF_ALL - _OF_PERSONS and match.section not in OF_ALL:
        return True
    if match.score == HINTED or (set(parent) & HARMS and match.section in MEANS):
        return False  # "An image in a group chat" under what is done about nudes
    lead = _OVER_POSTS if set(parent) & _OF_PERSONS and match.section in OF_ALL else 1.0
    numbers = heading.span
    share, above = judge.share(match.section, numbers), max(judge.share(p, numbers) for p in parent)
    if share == above == 0 and (match.section not in OF_ALL or set(parent) <= OF_ALL):
        # Where next to nothing is said the words are all that tells, unless they are those of a post.
        post = bool(set(parent) & _OF_PERSONS) and names_a_post(clean_heading(heading.block.text))
        return words_in(judge.index, numbers) <= _A_LINE and not post
    return share > lead * above
