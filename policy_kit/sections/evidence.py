"""Whether a policy makes a point: a passage that holds the evidence its standard asks for, quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policy_kit.model import Block, Document, Evidence
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.passages import Sentence, without_addresses
from policy_kit.standard import EvidenceRule, Point, StandardSection

_LONGEST_QUOTE = 320


@dataclass(frozen=True)
class Ground:
    """What evidence is looked for in: the document, its words, and whose text each sentence is.

    own: section id -> numbers of the sentences that stand in it; lists: numbers of the sentences in
    sections that only name documents and addresses; facts: what was read off the policy, by name.
    """

    document: Document
    index: TermIndex
    own: Mapping[str, frozenset[int]]
    lists: frozenset[int]
    facts: Mapping[str, Evidence]


def find_evidence(point: Point, section: StandardSection, ground: Ground) -> Evidence | None:
    """The passage that makes the point, the section's own before others; None if there is none.

    Outside its own section a passage counts only if it speaks of the section's topic, and never if
    it is an entry in a list of documents or addresses.
    """
    own = ground.own.get(section.id, frozenset())
    for rule in point.evidence:
        if rule.fact and rule.fact in ground.facts:
            return ground.facts[rule.fact]
    for inside in (True, False):
        for rule in point.evidence:
            if rule.fact:
                continue
            hits = _hits(rule, ground, own)
            hits = hits & own if inside else _elsewhere(rule, section, ground, hits - own)
            if hits:
                return _evidence(_best(hits, rule, ground), ground, in_section=inside)
    return None


def _hits(rule: EvidenceRule, ground: Ground, own: frozenset[int]) -> frozenset[int]:
    """The sentences in which (or in whose passage, or section) the rule is fulfilled."""
    index = ground.index
    if not rule.all:
        return frozenset()
    if rule.within == "section":
        return _section_hits(rule, ground, own)
    hits = _passage_hits(rule, index) if rule.within == "passage" else _sentence_hits(rule, index)
    hits = frozenset(n for n in hits if not index.passages.sentences[n].is_heading)
    if rule.none:
        hits -= index.sentences_with(rule.none)
    return hits


# A heading may give the subject of a sentence, never all but one of the things it must say.
_SAID_ITSELF = 2


def _sentence_hits(rule: EvidenceRule, index: TermIndex) -> frozenset[int]:
    """The sentences that fulfil every group, at least two of them in their own words or their lead-in's."""
    under = [index.sentences_under(group, denied=rule.forbids) for group in rule.all]
    hits = frozenset.intersection(*sorted(under, key=len))
    saying = [index.sentences_saying(group, denied=rule.forbids) for group in rule.all]
    spoken = frozenset().union(*(index.sentences_with(group, denied=rule.forbids) for group in rule.all))
    needed = min(_SAID_ITSELF, len(rule.all))
    return frozenset(n for n in hits & spoken if sum(n in group for group in saying) >= needed)


def _passage_hits(rule: EvidenceRule, index: TermIndex) -> frozenset[int]:
    sentences = index.passages.sentences
    per_group = [
        {sentences[n].passage for n in index.sentences_under(group, denied=rule.forbids)}
        for group in rule.all
    ]
    whole = set.intersection(*per_group)
    spoken = frozenset().union(*(index.sentences_with(group, denied=rule.forbids) for group in rule.all))
    return frozenset(n for n in spoken if sentences[n].passage in whole)


def _section_hits(rule: EvidenceRule, ground: Ground, own: frozenset[int]) -> frozenset[int]:
    per_group = [ground.index.sentences_with(group, denied=rule.forbids) & own for group in rule.all]
    if not all(per_group):
        return frozenset()
    return frozenset(per_group[0])


def _elsewhere(
    rule: EvidenceRule, section: StandardSection, ground: Ground, hits: frozenset[int]
) -> frozenset[int]:
    if rule.within == "section":
        return frozenset()
    sentences = ground.index.passages.sentences
    hits = frozenset(n for n in hits if n not in ground.lists and not sentences[n].reference)
    if rule.anywhere or not hits:
        return hits
    return hits & ground.index.sentences_under(section.topic)


def _best(hits: Iterable[int], rule: EvidenceRule, ground: Ground) -> Sentence:
    """The sentence that says most of it in its own words; the first of equals."""
    index = ground.index

    def said(number: int) -> tuple[int, int]:
        return sum(number in index.sentences_with(group, denied=rule.forbids) for group in rule.all), -number

    return index.passages.sentences[max(hits, key=said)]


def _evidence(sentence: Sentence, ground: Ground, *, in_section: bool) -> Evidence:
    quote = " ".join(sentence.text.split())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    location = ground.document.location(ground.document.blocks[sentence.block])
    return Evidence(quote, location, in_section)


def _size(sentence: Sentence) -> int:
    return len(without_addresses(sentence.text).split())


_HELD_BY_TOPIC = 0.25  # the share of a sentence's words that speak of the matter, if it is alone in doing so


def spoken_of(section: StandardSection, ground: Ground) -> tuple[Block, ...]:
    """The blocks that speak of a section's matter though it has no text of its own; () if hardly any.

    Two sentences under one heading with two terms of the topic each, or one that holds little else:
    a word in passing, in a list of what is blocked, is not enough.
    """
    terms: dict[int, list[int]] = {}  # sentence -> the lengths in words of the terms it holds
    for term in section.topic:
        for number in ground.index.sentences_with((term,)) - ground.lists:
            terms.setdefault(number, []).append(len(term.split()))
    sentences = ground.index.passages.sentences
    telling = [
        sentences[n]
        for n, found in sorted(terms.items())
        if len(found) > 1 and not (sentences[n].reference or sentences[n].is_heading)
    ]
    full = [s for s in telling if sum(terms[s.number]) >= _HELD_BY_TOPIC * _size(s)]
    under = Counter(s.headings[:1] for s in telling)
    kept = full + [s for s in telling if under[s.headings[:1]] > 1]
    blocks = sorted({s.block for s in kept})
    return tuple(ground.document.blocks[b] for b in blocks)
