"""Sections whose text stands twice: alike in their runs of words, whatever the order of the bullets."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from policy_kit.checks.outline import Section
from policy_kit.checks.repetition.likeness import (
    Runs,
    Shared,
    Stretch,
    Words,
    containment,
    differ_in_meaning,
    have_other_doers,
    is_parallel,
    is_pledge,
    overlap,
    telling,
    words_of,
)
from policy_kit.checks.repetition.retold import (
    ON_ONE_MATTER,
    ON_TWO_MATTERS,
    Bound,
    names_of,
    retold_pairs,
    without_names,
)
from policy_kit.checks.repetition.section_pairs import SectionPair, is_below, parents_of, told_together
from policy_kit.model import BlockKind, Policy
from policy_kit.quick import dataclass

_FEWEST_WORDS = 25  # below this a section is a stock sentence
_FEWEST_UNDER_ONE_TITLE = 12
_CONTAINED_FROM = 40  # words a section needs to count when it stands whole inside a longer one
_ALIKE = 0.55  # shared runs of words: four words in five the same, edits spread evenly
_IDENTICAL = 0.97
_WORTH = 0.15  # of the runs of words, from which two sections are compared with care
_RETOLD = 0.2, 0.78, 0.8  # runs, words and telling words that a text told again in other order shares
_RETOLD_WORDS = 30
_PASTED_IN = 0.5  # of the runs of words, which are a passage that was pasted in
_IN_APPENDIX = 0.9, 30  # runs and words that an appendix under another heading shares with the policy


@dataclass(frozen=True, slots=True)
class _Told:
    section: Section
    words: Words
    runs: Runs
    title: Words


def doubled_sections(
    policy: Policy,
    sections: Sequence[Section],
    stretches: Mapping[int, Stretch],
    shared: Shared,
) -> tuple[SectionPair, ...]:
    """The sections that stand twice, then those that only share a heading with a sibling.

    stretches: every paragraph and list item, by block number; shared: the runs that each two share.
    """
    told = [_told(section, stretches) for section in sections]
    alike = _alike_pairs(told, shared)
    retold = {pair for pair in _retold_pairs(policy, told) if pair not in alike}
    alike |= dict.fromkeys(sorted(retold), 0.0)
    found = _by_parents(told, _clustered(told, alike))
    paired = {id(s) for pair in found for s in pair.members}
    found.extend(p for p in _same_titles(policy, told) if not paired & {id(s) for s in p.members})
    return tuple(found)


def _told(section: Section, stretches: Mapping[int, Stretch]) -> _Told:
    own = [stretches[b.index] for b in section.blocks if b.index in stretches]
    words = tuple(itertools.chain.from_iterable(s.words for s in own))
    return _Told(section, words, frozenset().union(*(s.runs for s in own)), words_of(section.title))


def _alike_pairs(told: Sequence[_Told], shared: Shared) -> dict[tuple[int, int], float]:
    """The pairs of sections that tell the same, each with how alike they are."""
    section_of = {
        b.index: i for i, t in enumerate(told) for b in t.section.blocks if b.kind is not BlockKind.TABLE_ROW
    }
    together: Counter[tuple[int, int]] = Counter()
    for (a, b), count in shared.items():
        i, j = section_of.get(a), section_of.get(b)
        if i is not None and j is not None and i != j:
            together[i, j] += count
    out: dict[tuple[int, int], float] = {}
    for (i, j), count in sorted(together.items()):
        if count >= _WORTH * min(len(told[i].runs), len(told[j].runs)):
            alike = _alike(told[i], told[j])
            if alike:
                out[i, j] = alike
    return out


def _retold_pairs(policy: Policy, told: Sequence[_Told]) -> Iterator[tuple[int, int]]:
    """The pairs of sections that say the same in other words, neither of them to be signed."""
    if not policy.is_policy:
        return  # a report's abstract says on purpose what its chapters say
    # What else is said under a heading is not its matter: "Who does what" about the filter names posts.
    matters = [frozenset(policy.section_of_block.get(t.section.heading.index, ())[:1]) for t in told]
    names = names_of(policy)
    words = [() if t.section.for_signing else tuple(without_names(t.words, names, _texts(t))) for t in told]

    def bounds(i: int, j: int) -> tuple[Bound, ...]:
        return ON_TWO_MATTERS if matters[i].isdisjoint(matters[j]) else ON_ONE_MATTER

    for i, j in retold_pairs(words, bounds):
        a, b = told[i], told[j]
        pasted = containment(a.runs, b.runs) >= _PASTED_IN  # told as a passage that stands twice
        pledge = is_pledge(a.words) or is_pledge(b.words)
        both = a.words, b.words, a.title, b.title
        if not pasted and not pledge and not have_other_doers(*both) and not is_parallel(*both):
            yield i, j


def _texts(told: _Told) -> Iterator[str]:
    return (block.text for block in told.section.blocks)


def _alike(a: _Told, b: _Told) -> float:
    """How alike two sections are, or 0 if they are not the same text told twice."""
    shorter, longer = sorted((len(a.words), len(b.words)))
    same_title = a.title == b.title
    if shorter < (_FEWEST_UNDER_ONE_TITLE if same_title else _FEWEST_WORDS):
        return 0.0
    shared = containment(a.runs, b.runs)
    if bool(a.section.appendix) != bool(b.section.appendix):
        # It may set out on purpose what the policy says, under the same heading; else it was pasted.
        whole = shared >= _IN_APPENDIX[0] and shorter >= max(_IN_APPENDIX[1], 0.6 * longer)
        if same_title or not whole or is_pledge(a.words) or is_pledge(b.words):
            return 0.0
    if shared < _IDENTICAL and (is_pledge(a.words) or is_pledge(b.words)):
        return 0.0
    if (a.section.for_signing or b.section.for_signing) and not (same_title and shared >= _IDENTICAL):
        return 0.0
    if shorter < 0.5 * longer:
        if shorter < _CONTAINED_FROM or shared < 0.8:
            return 0.0
    elif (shared < _ALIKE or overlap(a.words, b.words) < 0.72) and not _is_retold(a.words, b.words, shared):
        return 0.0
    if shared < _IDENTICAL and is_parallel(a.words, b.words, a.title, b.title):
        return 0.0
    return shared


def _is_retold(a: Words, b: Words, shared: float) -> bool:
    """Whether one text is the other in its own words: few runs stay, but nearly all words, and the sense."""
    shorter, longer = sorted((len(a), len(b)))
    runs, words, meaning = _RETOLD
    if shorter < max(_RETOLD_WORDS, 0.8 * longer) or shared < runs or differ_in_meaning(a, b):
        return False
    told = [tuple(telling(one).elements()) for one in (a, b)]
    return overlap(a, b) >= words and overlap(told[0], told[1]) >= meaning


def _clustered(told: Sequence[_Told], alike: dict[tuple[int, int], float]) -> list[SectionPair]:
    """One pair for all copies of a section, and for a section doubled together with those below it."""
    first_of: dict[int, int] = {}
    copies: dict[int, list[int]] = defaultdict(list)
    for i, j in alike:
        if j in first_of:
            continue
        first = first_of.get(i, i)
        first_of[j] = first
        copies[first].append(j)
    out: list[SectionPair] = []
    below: dict[tuple[int, ...], SectionPair] = {}
    for first in sorted(copies):
        others = tuple(sorted(copies[first]))
        pair = _pair(told, first, others, alike)
        before = below.get((first - 1, *(o - 1 for o in others)))
        if before and is_below(told[first].section, before.first):
            joined = told_together(before, pair)
            out[out.index(before)] = joined
            below[first, *others] = joined
        else:
            out.append(pair)
            below[first, *others] = pair
    return out


def _pair(
    told: Sequence[_Told], first: int, others: tuple[int, ...], alike: dict[tuple[int, int], float]
) -> SectionPair:
    one, copy = told[first], told[others[0]]
    likeness = min(alike.get((first, other), 1.0) for other in others)
    same_size = abs(len(one.words) - len(copy.words)) <= 0.03 * len(one.words)
    return SectionPair(
        first=one.section,
        copies=tuple(told[other].section for other in others),
        words=len(copy.words),
        alike=likeness,
        identical=likeness >= _IDENTICAL and same_size and overlap(one.words, copy.words) >= _IDENTICAL,
        reordered=one.words != copy.words,
    )


def _by_parents(told: Sequence[_Told], pairs: Sequence[SectionPair]) -> list[SectionPair]:
    """A section whose parts stand again, one by one, under another heading is told as a whole."""
    position = {id(t.section): i for i, t in enumerate(told)}
    above = parents_of([t.section for t in told])
    groups: dict[tuple[int, ...], list[SectionPair]] = {}
    for pair in pairs:
        own = [position[id(s)] for s in (pair.first, *pair.copies)]
        parents = tuple(above[i] for i in own)
        apart = -1 not in parents and parents[0] not in parents[1:]
        key = tuple(own) if tuple(own) in groups or not apart else parents
        groups.setdefault(key, []).append(pair)
    out = []
    for key, group in groups.items():
        if len(group) == 1:
            out += group
            continue
        whole = replace(group[0], first=told[key[0]].section, copies=tuple(told[i].section for i in key[1:]))
        for pair in group[1:]:
            whole = told_together(whole, pair)
        out.append(replace(whole, also=(*whole.also, *group[0].members)))
    return out


def _same_titles(policy: Policy, told: Sequence[_Told]) -> list[SectionPair]:
    """Two sections beside each other in the same part, under one heading, with text of their own."""
    groups: dict[tuple[object, ...], list[_Told]] = defaultdict(list)
    numbered: tuple[int, ...] = ()
    page_title = words_of(policy.title)
    for one in told:
        section = one.section
        numbered = section.number or numbered
        if section.appendix or section.for_signing or not one.title or one.title == page_title:
            continue
        if not section.number and telling(one.title).total() < 2:
            continue  # "Staff" under one heading and "Staff" under the next, all set in one style
        path = policy.document.heading_path(section.heading)[:-1]
        above = section.number[:-1] if section.number else (*numbered, -1)
        groups[one.title, above, path, section.in_appendix].append(one)
    out: list[SectionPair] = []
    for group in groups.values():
        # Three or more are a pattern ("Purpose" under every policy of a pack) or a page header.
        if len(group) != 2 or (group[0].section.heading.heading_by == "look" and not group[0].section.number):
            continue
        first, copy = group
        if min(len(first.words), len(copy.words)) >= 8:
            out.append(
                SectionPair(
                    first.section,
                    (copy.section,),
                    len(copy.words),
                    0.0,
                    identical=False,
                    same_title_only=True,
                )
            )
    return out
