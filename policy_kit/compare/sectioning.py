"""Cuts a policy into its sections and finds which section of the old file is which of the new one.

A section is a heading with what stands under it up to the next heading of any level. It is known by its text
first: the paragraphs that both files have say which section is which, whatever it is called and wherever
it stands. Where no text is shared, the heading says so, and then the section of the standard it was
recognised as.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise

from policy_kit.compare.in_step import Pairs
from policy_kit.compare.lines import Line, key_of, line_of
from policy_kit.model import Block, Part, Policy
from policy_kit.quick import dataclass

_NUMBER = re.compile(
    r"^(?:(?:section|appendix|annex|part)\s+)?(?:\d+(?:\.\d+)*|[a-z])[.):]?\s+", re.IGNORECASE
)
_SHARE = 0.3  # of a section's words that another must hold to be a part of its story
_FEW = 8  # words; less is no section's text
_MARGINS = {
    Part.HEADER: "Page header",
    Part.FOOTER: "Page footer",
    Part.FOOTNOTE: "Footnotes",
    Part.ENDNOTE: "Endnotes",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A section of one file.

    heading: None for what stands before the first one, in notes and in margins; blocks: its text, by number
    in the list of all blocks; name: its heading without its number; at: the number of its first block.
    """

    heading: Block | None
    blocks: tuple[int, ...]
    name: str
    title: str
    at: int
    ids: tuple[str, ...] = ()
    words: int = 0


@dataclass(frozen=True)
class Cut:
    """A policy cut into sections. blocks: all that is compared, in order; lines: the same, ready for
    comparing; section_of: for each of them the section it stands in."""

    policy: Policy
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    section_of: tuple[int, ...]


@dataclass(slots=True)
class Group:
    """Sections that are one another's: one of each as a rule; several of one side if it was split or
    merged."""

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)


def cut(policy: Policy) -> Cut:
    """Cut a policy into sections: the running text, then its notes and margins as one each."""
    document = policy.document
    running = list(document.text_blocks)
    blocks = [*running, *(b for b in document.blocks if b.part in _MARGINS)]
    lines = tuple(_line(b) for b in blocks)
    sections: list[Section] = []
    section_of: list[int] = []
    starts = [
        n
        for n, b in enumerate(blocks)
        if n == 0 or b.is_heading or (b.part in _MARGINS and b.part is not blocks[n - 1].part)
    ]
    for start, end in pairwise([*starts, len(blocks)]):
        section_of.extend([len(sections)] * (end - start))
        sections.append(_section(policy, blocks, lines, start, end))
    return Cut(policy, tuple(blocks), lines, tuple(sections), tuple(section_of))


def _line(block: Block) -> Line:
    """A heading's number is no part of what it says."""
    kind = _kind(block)
    return line_of(name_of(block.text) if kind == "heading" else block.text, kind)


def _kind(block: Block) -> str:
    """Headings and rows are only told to be headings and rows; a paragraph may have become a bullet."""
    if block.part in _MARGINS:
        return block.part.value
    if block.is_heading:
        return "heading"
    return "row" if block.cells else ""


def _section(policy: Policy, blocks: Sequence[Block], lines: Sequence[Line], start: int, end: int) -> Section:
    first = blocks[start]
    heading = first if first.is_heading and first.part not in _MARGINS else None
    title = heading.display if heading else _MARGINS.get(first.part, "")
    ids = dict.fromkeys(policy.section_of_block.get(first.index, ())) if heading else ()
    own = range(start + (heading is not None), end)
    words = sum(len(lines[n].words) for n in own)
    return Section(heading, tuple(own), name_of(title), title, start, tuple(ids), words)


def name_of(title: str) -> str:
    """A heading without its number, in small letters."""
    return _NUMBER.sub("", key_of(title)).strip(" .:-").lower()


def group(old: Cut, new: Cut, pairs: Pairs) -> list[Group]:
    """Group the sections of two policies; each is in one group.

    Two whose texts are each other's first are one section; a further one whose text comes mostly from, or
    goes mostly to, one of them joins it (split, merged).
    """
    shared = _shared(old, new, pairs)
    mains = _mains(old, new, shared)
    _by_heading(old, new, mains)
    groups = [Group([i], [j]) for i, j in sorted(mains.items(), key=lambda pair: pair[1])]
    of_old = {g.old[0]: g for g in groups}
    of_new = {g.new[0]: g for g in groups}
    for j in range(len(new.sections)):
        if j not in of_new:
            source = _most({i: n for (i, jj), n in shared.items() if jj == j}, new.sections[j].words)
            if source is not None and source in of_old:
                of_old[source].new.append(j)
            else:
                groups.append(Group([], [j]))
    for i in range(len(old.sections)):
        if i not in of_old:
            target = _most({j: n for (ii, j), n in shared.items() if ii == i}, old.sections[i].words)
            if target is not None and target in of_new:
                of_new[target].old.append(i)
            else:
                groups.append(Group([i], []))
    for one in groups:
        one.old.sort()
        one.new.sort()
    return _in_reading_order(groups)


def _shared(old: Cut, new: Cut, pairs: Pairs) -> Counter[tuple[int, int]]:
    """How many words of a section of the old file stand in one of the new."""
    shared: Counter[tuple[int, int]] = Counter()
    for i, j in pairs.items():
        if old.lines[i].kind != "heading":
            words = min(len(old.lines[i].words), len(new.lines[j].words))
            shared[old.section_of[i], new.section_of[j]] += words
    return shared


def _mains(old: Cut, new: Cut, shared: Counter[tuple[int, int]]) -> dict[int, int]:
    """The pairs of sections that share the most; of like shares, those with the same heading first."""

    def rank(pair: tuple[int, int]) -> tuple[float, int, int]:
        i, j = pair
        same = old.sections[i].name == new.sections[j].name
        return (-shared[pair] * (1.5 if same else 1.0), abs(i - j), i)

    mains: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(shared, key=rank):
        least = min(old.sections[i].words, new.sections[j].words)
        if i not in mains and j not in taken and shared[i, j] >= _SHARE * least:
            mains[i] = j
            taken.add(j)
    return mains


def _by_heading(old: Cut, new: Cut, mains: dict[int, int]) -> None:
    """Pair sections that share no text by their heading, then by what the recogniser says they are."""
    for telling in (_by_name, _by_id):
        taken = set(mains.values())
        mine: dict[str, list[int]] = defaultdict(list)
        theirs: dict[str, list[int]] = defaultdict(list)
        for places, cut_, used in ((mine, old, set(mains)), (theirs, new, taken)):
            for n, section in enumerate(cut_.sections):
                if n not in used and telling(section):
                    places[telling(section)].append(n)
        for name, numbers in mine.items():
            if len(numbers) == len(theirs.get(name, ())):
                mains.update(zip(numbers, theirs[name], strict=True))
    untitled = all(c.sections and not c.sections[0].title for c in (old, new))
    if untitled and 0 not in mains and 0 not in mains.values():
        mains[0] = 0


def _by_name(section: Section) -> str:
    return section.name


def _by_id(section: Section) -> str:
    return section.ids[0] if len(section.ids) == 1 else ""


def _most(shared: dict[int, int], words: int) -> int | None:
    """The section that most of a section's words came from or went to, if that is a good part of them."""
    if not shared:
        return None
    best = max(shared, key=lambda n: (shared[n], -n))
    return best if shared[best] >= max(_SHARE * words, min(_FEW, words)) else None


def with_headings(groups: Sequence[Group], old: Cut, new: Cut, pairs: Pairs) -> Pairs:
    """The pairs, with the headings of sections that are one another's paired as well, whatever they say."""
    out = dict(pairs)
    taken = set(pairs.values())
    for one in groups:
        if one.old and one.new:
            mine, theirs = old.sections[one.old[0]], new.sections[one.new[0]]
            free = mine.at not in out and theirs.at not in taken
            if mine.heading is not None and theirs.heading is not None and free:
                out[mine.at] = theirs.at
    return out


def _in_reading_order(groups: list[Group]) -> list[Group]:
    """In the order of the new file; one that is gone stands after the one it stood after."""
    standing = sorted((g for g in groups if g.new), key=lambda g: g.new[0])
    out = list(standing)
    for gone in sorted((g for g in groups if not g.new), key=lambda g: g.old[0]):
        before = [n for n, g in enumerate(out) if g.old and g.old[-1] < gone.old[0]]
        nearest = max(before, key=lambda n: out[n].old[-1], default=-1)
        out.insert(nearest + 1, gone)
    return out
