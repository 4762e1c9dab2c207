"""The contents list read off and held against the headings that follow it."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import field, replace

from policy_kit.checks.outline import (
    AppendixLabel,
    Numbers,
    Section,
    appendix_label,
    dotted,
    number_of,
    sections_of,
    title_of,
    uses_bare_numbers,
)
from policy_kit.checks.running_text import text_of
from policy_kit.checks.structure.title_likeness import likeness
from policy_kit.model import Block, BlockKind, Confidence, Document
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

_PAGE = regex(r"(?:\s*[.·…_]{2,}\s*|\s+)(?:page\s*|p\.?\s*)?(\d{1,3})\s*$", re.IGNORECASE)
_GAP = regex(r"\t|[.·…_]{2,}|\s{2,}|p", re.IGNORECASE)
_LABEL_ALONE = regex(
    r"\s*(?:appendix|annexe?|schedule|section|part|.*\b(?:key stage|year|ks))\s*", re.IGNORECASE
)
_LEADERS = regex(r"[\s.·…_]{2,}$")
_CAPTION = regex(
    r"(?:table of )?contents?(?: page)?|page(?: (?:no\.?|numbers?))?|sections?|index|title|number",
    re.IGNORECASE,
)
_SAME = 0.76  # from here on two titles are wordings of one
_KIN = 0.6  # from here on a title may be the same section's, renamed


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list, without its page number."""

    block: Block
    text: str
    number: Numbers
    appendix: AppendixLabel | None
    title: str

    @property
    def name(self) -> str:
        return self.text.strip()


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which list and headings differ; `at` is its place in the order of the document."""

    block: Block
    message: str
    at: float
    related: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Departures:
    """What differs, in order, and how sure it is that the headings were all seen."""

    differences: tuple[Difference, ...] = ()
    confidence: Confidence = Confidence.HIGH


@dataclass
class _Match:
    """The entries matched to sections, as it is built."""

    section_of: dict[int, int] = field(default_factory=dict)  # entry -> section
    taken: set[int] = field(default_factory=set)

    def add(self, entry: int, section: int) -> None:
        self.section_of[entry] = section
        self.taken.add(section)


def departures(document: Document) -> Departures:
    """Hold the contents list against the headings after it; nothing if there is no list to speak of."""
    entries = _entries(document)
    if len(entries) < 3:
        return Departures()
    last = max(e.block.index for e in entries)
    sections = [s for s in sections_of(document) if s.heading.index > last]
    match = _matched(entries, sections)
    share = len(match.section_of) / len(entries)
    by_look = sum(s.heading.heading_by == "look" for s in sections)
    if not sections or share < (0.6 if 2 * by_look > len(sections) else 0.34):
        return Departures()  # the headings were not seen, or it is the contents list of something else
    found = [
        *_shifts_and_titles(entries, sections, match),
        *_without_section(document, entries, sections, match),
        *_without_entry(entries, sections, match),
        *_left_out(entries, sections),
    ]
    sure = Confidence.HIGH if share >= 0.8 and not by_look else Confidence.MEDIUM
    return Departures(tuple(sorted(found, key=lambda d: d.at)), sure)


def _entries(document: Document) -> list[Entry]:
    blocks = [b for b in document.body if b.kind is BlockKind.CONTENTS and b.text.strip()]
    bare = uses_bare_numbers(document) or sum(b.text.strip()[:1].isdigit() for b in blocks) >= 3
    texts = [_entry_text(block) for block in blocks]
    paged = _are_pages([int(found[1]) for text in texts if (found := _PAGE.search(text))])
    out: list[Entry] = []
    for block, line in zip(blocks, texts, strict=True):
        page = _PAGE.search(line)
        cut = page and (paged or _GAP.search(page[0])) and not _LABEL_ALONE.fullmatch(line[: page.start()])
        text = _LEADERS.sub("", line[: page.start()] if page and cut else line).strip()
        label = appendix_label(text)
        number = () if label else number_of(replace(block, text=text), bare=bare)
        title = title_of(text, bare=bare)
        if re.search(r"[^\W\d]", title) and not _CAPTION.fullmatch(title):
            out.append(Entry(block, text, number, label, title))
    return out


def _entry_text(block: Block) -> str:
    """A line of the list; in a table, its cells up to the title, without the page's own."""
    kept: list[str] = []
    for cell in filter(None, map(str.strip, block.cells)):
        kept.append(cell)
        if re.search(r"[^\W\d]{2}", cell):
            return " ".join(kept)
    return block.text


def _are_pages(figures: Sequence[int]) -> bool:
    """Whether the figures that lines end with are page numbers: three or more, never going down."""
    return len(figures) >= 3 and all(a <= b for a, b in itertools.pairwise(figures))


def _matched(entries: Sequence[Entry], sections: Sequence[Section]) -> _Match:
    """Pair entries with sections: by number and title, then by title, then by number alone."""
    match = _Match()
    by_number: dict[object, list[int]] = defaultdict(list)
    for at, section in enumerate(sections):
        by_number[section.appendix or section.number or None].append(at)
    for floor in (_SAME, _KIN):
        for at, entry in enumerate(entries):
            key = entry.appendix or entry.number
            if at not in match.section_of and key:
                _pair_best(match, at, entry, [(s, sections[s]) for s in by_number[key]], floor)
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, section in enumerate(sections):
        for word in set(re.findall(r"\w+", section.title.lower())):
            by_word[word].append(at)
    for at, entry in enumerate(entries):
        if at not in match.section_of:
            near = {s for word in re.findall(r"\w+", entry.title.lower()) for s in by_word[word]}
            alike = [(s, sections[s]) for s in sorted(near) if _may_be_shifted(entry, sections[s])]
            _pair_best(match, at, entry, alike, _SAME)
    return match


def _may_be_shifted(entry: Entry, section: Section) -> bool:
    """A section put in or taken out moves the numbers of its own depth; 14 does not become 6.10."""
    if entry.appendix or section.appendix:
        return bool(entry.appendix) == bool(section.appendix)
    return not entry.number or not section.number or len(entry.number) == len(section.number)


def _pair_best(
    match: _Match, at: int, entry: Entry, candidates: Sequence[tuple[int, Section]], floor: float
) -> None:
    scored = [(likeness(entry.title, s.title), -n, n) for n, s in candidates if n not in match.taken]
    if scored and max(scored)[0] >= floor:
        match.add(at, max(scored)[2])


def _shifts_and_titles(
    entries: Sequence[Entry], sections: Sequence[Section], match: _Match
) -> list[Difference]:
    out: list[Difference] = []
    shifted: list[tuple[Entry, Section]] = []
    for at, section_at in sorted(match.section_of.items()):
        entry, section = entries[at], sections[section_at]
        listed, stands = entry.appendix or entry.number, section.appendix or section.number
        if listed and stands and listed != stands:
            shifted.append((entry, section))
            continue
        if shifted:
            out.append(_shift(shifted))
            shifted = []
        if likeness(entry.title, section.title) < _SAME:
            message = f"“{entry.name}” is headed “{section.heading.display}” in the text"
            out.append(Difference(section.heading, message, section.heading.index, (entry.block,)))
    if shifted:
        out.append(_shift(shifted))
    return out


def _shift(shifted: Sequence[tuple[Entry, Section]]) -> Difference:
    """Entries in a row whose numbers no longer fit, told as one, at the first and the last of them."""
    entry, section = shifted[0]
    message = (
        f"“{entry.title}” is {_label(entry)} in the list and {section.appendix or section.name} in the text"
    )
    if len(shifted) > 1:
        message += f" (and so on to “{shifted[-1][0].title}”)"
    last = (shifted[-1][1].heading,) if len(shifted) > 1 else ()
    return Difference(section.heading, message, section.heading.index, (entry.block, *last))


def _label(entry: Entry) -> str:
    return str(entry.appendix) if entry.appendix else dotted(entry.number)


def _without_section(
    document: Document, entries: Sequence[Entry], sections: Sequence[Section], match: _Match
) -> list[Difference]:
    """Entries with no heading; a line of text that says the same is taken for a heading made by hand."""
    lines = {title_of(b.text).casefold() for b in document.text_blocks if len(b.text) < 160}
    out: list[Difference] = []
    for at, entry in enumerate(entries):
        if at in match.section_of or entry.title.casefold() in lines or _stands_in_a_line(document, entry):
            continue
        after = [sections[s].heading.index for e, s in match.section_of.items() if e < at]
        place_of_it = max(after) + 0.5 if after else float(entry.block.index)
        message = f"“{entry.name}” is in the list, but no heading in the text says so"
        out.append(Difference(entry.block, message, place_of_it))
    return out


def _stands_in_a_line(document: Document, entry: Entry) -> bool:
    """Whether a numbered heading made by hand was read as the end, or the beginning, of another line."""
    if not entry.number:
        return False
    heading = re.compile(rf"(?<![\d.]){re.escape(dotted(entry.number))}[.)]?\s+{re.escape(entry.title)}\b")
    hits = text_of(document).find(heading, entry.title.lower())
    return any(hit.block.kind is not BlockKind.CONTENTS for hit in hits)


def _without_entry(entries: Sequence[Entry], sections: Sequence[Section], match: _Match) -> list[Difference]:
    """Headings of a kind that the list shows, which it leaves out."""
    shown: dict[object, list[bool]] = defaultdict(list)
    for at, section in enumerate(sections):
        shown[_kind(section)].append(at in match.taken)
    numbered_list = 2 * sum(bool(e.number) for e in entries) > len(entries)
    out: list[Difference] = []
    for at, section in enumerate(sections):
        kind = shown[_kind(section)]
        unnumbered = numbered_list and not section.number and not section.appendix
        if at in match.taken or unnumbered or len(kind) < 2 or sum(kind) < 0.6 * len(kind):
            continue
        if section.heading.heading_by == "look" and not section.number:
            continue
        message = f"“{section.heading.display}” is in the text, but not in the list"
        out.append(Difference(section.heading, message, section.heading.index))
    return out


def _kind(section: Section) -> object:
    """Headings that a list shows or leaves out together: by depth of number, or else by level."""
    if section.appendix:
        return "appendix"
    if section.number:
        return ("numbered", len(section.number), section.in_appendix)
    return ("plain", section.heading.level, section.in_appendix)


def _left_out(entries: Sequence[Entry], sections: Sequence[Section]) -> list[Difference]:
    """Whole numbers that the list passes over and no heading has."""
    listed = {e.number[0]: e for e in entries if len(e.number) == 1}
    known = {n[0] for n in (*(e.number for e in entries), *(s.number for s in sections)) if n}
    missing = [n for n in range(1, max(listed, default=0)) if n not in known]
    if len(listed) < 3 or not missing or len(missing) > len(listed):
        return []
    following = next(e for n, e in sorted(listed.items()) if n > missing[0])
    names = ", ".join(map(str, missing))
    return [Difference(following.block, f"the list passes over {names}", float(following.block.index))]
