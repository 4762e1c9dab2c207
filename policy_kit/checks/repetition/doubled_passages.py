"""Paragraphs and bullets that stand twice, with an eye for those that are meant to.

Steps that each of several cases needs ("If …, we will:"), a duty given to two roles, a rule for staff
beside the same rule for pupils, and agreements that repeat the policy are no faults.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from policy_kit.checks.outline import Section
from policy_kit.checks.repetition.likeness import (
    Runs,
    Shared,
    Stretch,
    Words,
    audiences,
    containment,
    differ_in_meaning,
    differences,
    has_phase,
    is_parallel,
    is_pledge,
    overlap,
    part_like,
    runs_of,
    words_of,
)
from policy_kit.model import Block, BlockKind, Document
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom

_SHORTEST = 5  # words, for one bullet that stands whole in another of the same section
_SHORT = 8
_SURE = 14  # words, from which a block is taken for a statement whatever its form
_LONG = 40  # words, for a passage of the policy that is pasted into an agreement
_MUCH_LONGER = 1.25  # times, from which a paragraph may hold another and go on
_ENOUGH_RUNS = 15  # of three words, that a passage of _FAR words keeps when it is edited
_FAR = 25  # words, for a passage repeated in another section
_STATEMENT = 30  # words, of which hardly two roles have the same by chance
_FEW_CHANGES = 0.9
_PASTED = 0.75  # of the runs, from which a changed number makes no other statement
_EDITED = 0.55  # of the runs of three words: each word changed breaks three of them
_SAME_WORDS = 0.8
_SAME_IN_APPENDIX = 0.85
_CASE = regex(
    r"^\W*(?:if|when|where|whenever|should|in the (?:event|case)|once|after|following)\b", re.IGNORECASE
)
_LETTERED = regex(r"[^\W\d_]{3,}")
_ROLES = seldom(r"\b(?:roles?|responsib\w+|duties|will:?$|must:?$|should:?$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or bullet, with the section it stands in and the lead-in it hangs from."""

    block: Block
    words: Words
    runs: Runs
    section: Section | None
    lead: Block | None

    @property
    def is_item(self) -> bool:
        return self.block.kind is BlockKind.LIST_ITEM


@dataclass(frozen=True, slots=True)
class PassagePair:
    """A passage and its copies.

    near: they stand in one section; contained: one is a part of the other; blocks: how many
    paragraphs in a row stand twice.
    """

    first: Passage
    copies: tuple[Passage, ...]
    identical: bool
    contained: bool
    near: bool
    blocks: int = 1


def doubled_passages(
    document: Document,
    sections: Sequence[Section],
    stretches: Mapping[int, Stretch],
    shared: Shared,
) -> tuple[PassagePair, ...]:
    """The passages among `stretches` (by block number) that stand twice; shared: the runs each two share."""
    section_of = {b.index: s for s in sections for b in s.blocks}
    leads = _leads(document)

    def passage(index: int) -> Passage:
        own = stretches[index]
        return Passage(own.block, own.words, own.runs, section_of.get(index), leads.get(index))

    first_of: dict[int, int] = {}
    copies: dict[int, list[int]] = defaultdict(list)
    for i, j in sorted(_worth_comparing(stretches, shared)):
        if j not in first_of and _is_doubled(passage(i), passage(j)):
            first_of[j] = first_of.get(i, i)
            copies[first_of[j]].append(j)
    return _in_rows([_pair(passage(first), tuple(map(passage, copies[first]))) for first in sorted(copies)])


def _worth_comparing(stretches: Mapping[int, Stretch], shared: Shared) -> Iterator[tuple[int, int]]:
    for (i, j), count in shared.items():
        if i in stretches and j in stretches:
            a, b = stretches[i], stretches[j]
            shared_enough = count >= min(len(a.runs) / 2, len(b.runs) / 2, _ENOUGH_RUNS)
            if shared_enough and _is_statement(a) and _is_statement(b):
                yield i, j


def _is_statement(stretch: Stretch) -> bool:
    """Whether a block says something: not a label, nor the name of a body or a document."""
    text = stretch.block.text.strip()
    if len(stretch.words) < _SHORTEST:
        return False
    if len(stretch.words) >= _SURE:
        return True
    if stretch.block.kind is BlockKind.PARAGRAPH and not text.endswith((".", ";", "!", "?")):
        return False
    later: list[str] = _LETTERED.findall(text)[1:]
    return 2 * sum(word[0].isupper() for word in later) < len(later)


def _pair(first: Passage, copies: tuple[Passage, ...]) -> PassagePair:
    copy = copies[0]
    same = first.words == copy.words
    whole = containment(first.runs, copy.runs) >= 0.95
    return PassagePair(
        first=first,
        copies=copies,
        identical=same,
        contained=not same and whole and abs(len(first.words) - len(copy.words)) >= 3,
        near=all(other.section is first.section for other in copies),
    )


def _in_rows(pairs: Sequence[PassagePair]) -> tuple[PassagePair, ...]:
    """Paragraphs that stand twice one after another are told as one."""
    out: list[PassagePair] = []
    for pair in pairs:
        if out and _places(pair) == [place + out[-1].blocks for place in _places(out[-1])]:
            both = out[-1].identical and pair.identical
            out[-1] = replace(out[-1], blocks=out[-1].blocks + 1, identical=both, contained=False)
        else:
            out.append(pair)
    return tuple(out)


def _places(pair: PassagePair) -> list[int]:
    return [p.block.index for p in (pair.first, *pair.copies)]


def _leads(document: Document) -> dict[int, Block]:
    """For each list item, the paragraph or item with a colon that it hangs from."""
    out: dict[int, Block] = {}
    lead: Block | None = None
    deeper = False
    for block in document.text_blocks:
        opens = block.text.rstrip().endswith(":")
        if block.kind is BlockKind.LIST_ITEM and lead is not None:
            over = lead.kind is BlockKind.LIST_ITEM and block.level <= lead.level and deeper
            if (
                over and not block.text[:1].islower()
            ):  # where levels are lost, steps still start in lower case
                lead = None
            else:
                out[block.index] = lead
                deeper = deeper or block.level > lead.level
        if opens:
            lead, deeper = block, False
        elif block.kind is not BlockKind.LIST_ITEM:
            lead = None
    return out


def _is_doubled(a: Passage, b: Passage) -> bool:
    shorter = min(len(a.words), len(b.words))
    if a.section is not b.section and shorter < _FAR:
        return False
    signed = sum(p.section is not None and p.section.for_signing for p in (a, b))
    if signed:  # an agreement says for whoever signs it what the policy says; not in a long paragraph's words
        return signed == 1 and shorter >= _LONG and containment(a.runs, b.runs) >= _PASTED
    if any(p.section and p.section.in_appendix for p in (a, b)):
        # Else it may set out on purpose, for somebody, what the policy says.
        return shorter >= _FAR and (a.words == b.words or _nearly_the_same(a, b))
    if a.section is not b.section and not (is_pledge(a.words) or is_pledge(b.words)):
        a, b = _without_the_rest(a, b), _without_the_rest(b, a)
        if min(len(a.words), len(b.words)) < _FAR:
            return False
    far = a.section is not b.section and containment(a.runs, b.runs) >= _PASTED
    if differ_in_meaning(a.words, b.words, numbers=not far) or is_parallel(
        a.words, b.words, _title(a), _title(b)
    ):
        return False
    if a.section is not b.section:
        return _doubled_far(a, b)
    if a.lead is not b.lead and not _leads_allow(a, b):
        return False
    shared = containment(a.runs, b.runs)
    if shared >= 0.95:
        return True
    only_a, only_b = differences(a.words, b.words)
    if a.lead is not b.lead or shorter < _SHORT or shared < 0.5:
        return False
    if not only_a or not only_b:
        return shared >= 0.6
    return shorter >= 18 and overlap(a.words, b.words) >= 0.8


def _without_the_rest(passage: Passage, other: Passage) -> Passage:
    """Of a longer paragraph the stretch that may be a copy of the other: it may go on with other matters."""
    part = part_like(passage.words, other.words)
    if len(passage.words) < _MUCH_LONGER * len(part):
        return passage
    return replace(passage, words=part, runs=runs_of(part))


def _nearly_the_same(a: Passage, b: Passage) -> bool:
    same = audiences(a.words) == audiences(b.words) and not differ_in_meaning(a.words, b.words)
    return same and containment(a.runs, b.runs) >= _EDITED and overlap(a.words, b.words) >= _SAME_IN_APPENDIX


def _title(passage: Passage) -> Words:
    return words_of(passage.section.title) if passage.section else ()


def _leads_allow(a: Passage, b: Passage) -> bool:
    """Whether a repeat under two lead-ins is a slip: not where each case, role or phase needs its own."""
    leads = [p.lead for p in (a, b) if p.lead is not None]
    if any(_CASE.match(lead.text) for lead in leads):
        return False
    words = [words_of(lead.text) for lead in leads]
    if len(words) == 2 and audiences(words[0]) != audiences(words[1]):
        return False
    return not any(has_phase(w) for w in words)


def _is_pasted(a: Passage, b: Passage, shared: float) -> bool:
    """Whether no more than a few words of a long passage were changed, wherever it went."""
    long = min(len(a.words), len(b.words)) >= _STATEMENT
    return shared >= _PASTED or (long and overlap(a.words, b.words) >= _FEW_CHANGES)


def _doubled_far(a: Passage, b: Passage) -> bool:
    """A long statement that stands in two sections, neither as a step of a case nor as a role's duty."""
    if not _leads_allow(a, b):
        return False
    shared = containment(a.runs, b.runs)
    roles = [p.section is not None and bool(_ROLES.search(p.section.heading.text)) for p in (a, b)]
    if a.words != b.words and (all(roles) or (any(roles) and not _is_pasted(a, b, shared))):
        return False
    if shared < 0.9 and _CASE.match(a.block.text) and _CASE.match(b.block.text):
        return False  # a step of two procedures, worded for each
    return shared >= 0.9 or (shared >= _EDITED and overlap(a.words, b.words) >= _SAME_WORDS)
