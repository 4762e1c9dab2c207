"""Whether a policy makes a point: a passage that holds the evidence its standard asks for, quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policy_kit.model import Block, Document, Evidence
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.passages import Sentence, without_addresses
from policy_kit.standard import EvidenceRule, Group, Point, StandardSection

_LONGEST_QUOTE = 320


@dataclass(frozen=True)
class Ground:
    """What evidence is looked for in: the document, its words, and whose text each sentence is.

    own: section id -> numbers of the sentences that stand in it; lists: numbers of the sentences in
    sections that only name documents and addresses; facts: what was read off the policy, by name;
    settled: numbers of the sentences under a heading that names one matter; kept: of those in an
    appendix, which are rules to sign and forms, not what the policy says.
    """

    document: Document
    index: TermIndex
    own: Mapping[str, frozenset[int]]
    lists: frozenset[int]
    facts: Mapping[str, Evidence]
    settled: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()


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
    """The sentences in which (or beside which, or in whose passage or section) the rule is fulfilled."""
    index = ground.index
    if not rule.groups:
        return frozenset()
    if rule.within == "section":
        return _section_hits(rule, index, own)
    spoken = frozenset().union(*(index.sentences_with(g, denied=rule.forbids) for g in rule.groups))
    hits = spoken & _fulfilled(rule, [reach_of(g, rule, index) for g in rule.groups])
    if rule.within != "passage":
        hits = _said_itself(rule, index, hits)
    sentences = index.passages.sentences
    hits = frozenset(n for n in hits if not sentences[n].is_heading and _holds(sentences[n], rule))
    if rule.none:
        look = index.sentences_near if rule.within == "near" else index.sentences_with
        hits -= look(rule.none, denied=True)
    return hits


def _holds(sentence: Sentence, rule: EvidenceRule) -> bool:
    """Whether a sentence says that something is so: no wish, and no denial unless one is asked for."""
    return not (sentence.wish or sentence.aside) and (rule.denies or not sentence.denial)


def reach_of(group: Group, rule: EvidenceRule, index: TermIndex) -> frozenset[int]:
    """The sentences that a term of the group counts for, as far as the rule looks."""
    if rule.within == "near":
        return index.sentences_near(group, denied=rule.forbids)
    under = index.sentences_under(group, denied=rule.forbids)
    if rule.within == "sentence":
        return under
    passages = index.passages
    return frozenset(m for n in under for m in passages.members[passages.sentences[n].passage])


def _fulfilled(rule: EvidenceRule, reaches: list[frozenset[int]]) -> frozenset[int]:
    """Where every group of `all` reaches, and enough of those of `of`."""
    must, may = reaches[: len(rule.all)], reaches[len(rule.all) :]
    if not may:
        return frozenset.intersection(*sorted(must, key=len))
    counted = Counter(n for reach in may for n in reach)
    enough = frozenset(n for n, count in counted.items() if count >= rule.least)
    return enough.intersection(*must)


# A heading may give the subject of a sentence, never all but one of the things it must say.
_SAID_ITSELF = 2


def _said_itself(rule: EvidenceRule, index: TermIndex, hits: frozenset[int]) -> frozenset[int]:
    """Those of the sentences that say at least two groups themselves, or by their lead-in.

    Of a rule of two groups that looks near, the sentence beside may say one.
    """
    if not hits or len(rule.groups) < _SAID_ITSELF:
        return hits
    pair = rule.within == "near" and len(rule.groups) == _SAID_ITSELF
    said = Counter(n for g in rule.groups for n in index.sentences_saying(g, denied=rule.forbids))
    beside = Counter(n for g in rule.groups for n in index.sentences_beside(g, denied=rule.forbids))
    sentences = index.passages.sentences

    def enough(number: int) -> bool:
        notes = rule.within == "near" and sentences[number].is_note
        return (beside if pair or notes else said)[number] >= _SAID_ITSELF

    return frozenset(n for n in hits if enough(n))


def _section_hits(rule: EvidenceRule, index: TermIndex, own: frozenset[int]) -> frozenset[int]:
    """The sentences that say something of it, if the section's own text says all of it."""
    own = frozenset(n for n in own if _holds(index.passages.sentences[n], rule))
    per_group = [index.sentences_with(group, denied=rule.forbids) & own for group in rule.groups]
    must, may = per_group[: len(rule.all)], per_group[len(rule.all) :]
    if not all(must) or sum(map(bool, may)) < (rule.least if may else 0):
        return frozenset()
    return frozenset().union(*per_group)


def _elsewhere(
    rule: EvidenceRule, section: StandardSection, ground: Ground, hits: frozenset[int]
) -> frozenset[int]:
    if rule.within == "section" or rule.inside:
        return frozenset()
    sentences = ground.index.passages.sentences
    if rule.anywhere:  # an entry of a list counts with the words that introduce it
        return frozenset(n for n in hits if sentences[n].lead_in >= 0 or not sentences[n].reference)
    hits = frozenset(n for n in hits if n not in ground.lists and not sentences[n].reference)
    if not hits:
        return hits
    index = ground.index
    whole = hits & index.sentences_near(section.topic) - ground.settled
    # Under a heading of another matter one sentence must say it all, its own subject with it.
    strict = _fulfilled(rule, [index.sentences_saying(g, denied=rule.forbids) for g in rule.groups])
    return whole | (hits & ground.settled & strict & index.sentences_saying(section.topic) - ground.kept)


def _best(hits: Iterable[int], rule: EvidenceRule, ground: Ground) -> Sentence:
    """The sentence that says most of it in its own words; the first of equals."""
    index = ground.index

    def said(number: int) -> tuple[int, int]:
        return sum(number in index.sentences_with(g, denied=rule.forbids) for g in rule.groups), -number

    return index.passages.sentences[max(hits, key=said)]


def evidence_at(number: int, ground: Ground) -> Evidence:
    """The sentence of that number as evidence of its section."""
    return _evidence(ground.index.passages.sentences[number], ground, in_section=True)


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
