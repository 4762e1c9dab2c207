"""Whether a policy makes a point: a passage that holds the evidence its standard asks for, quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from policy_kit.model import Block, Evidence
from policy_kit.sections.ground import Ground
from policy_kit.sections.leaning import leaning_to
from policy_kit.sections.lines import without_addresses
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.numbers import in_at_least, joined, numbers_in, numbers_set
from policy_kit.sections.passages import Sentence
from policy_kit.standard import EvidenceRule, Group, Point, StandardSection

_LONGEST_QUOTE = 320
# Sections whose matter is which documents the policy follows, and with them what it is for.
_OF_DOCUMENTS = ("legislation-and-guidance", "linked-policies")
_OF_PURPOSE = ("aims-and-scope", *_OF_DOCUMENTS)
_OF_DUTIES = "roles-and-responsibilities"


def find_evidence(point: Point, section: StandardSection, ground: Ground) -> Evidence | None:
    """The passage that makes the point, the section's own before others; None if there is none.

    Outside its own section a passage counts only if it speaks of the section's topic, and never if
    it is an entry in a list of documents or addresses.
    """
    if found := read_off(point, ground):
        return found
    own = ground.own.get(section.id, 0)
    others = _others(point, section, ground)
    for inside in (True, False):
        for rule in point.evidence:
            if rule.fact:
                continue
            hits = _hits(rule, ground, own) & ~others
            hits = hits & own if inside else _elsewhere(rule, section, ground, hits & ~own)
            if hits and not inside:
                hits = _leaning(rule, section, ground, hits)
            if hits:
                return _evidence(_best(hits, rule, ground), ground, in_section=inside)
    return None


def read_off(point: Point, ground: Ground) -> Evidence | None:
    """What was read off the policy that makes the point by itself, such as its review date."""
    return next((ground.facts[r.fact] for r in point.evidence if r.fact in ground.facts), None)


def made_at(point: Point, section: StandardSection, ground: Ground) -> int:
    """All the sentences that make the point by their words, wherever they stand."""
    own = ground.own.get(section.id, 0)
    others = _others(point, section, ground)
    made = 0
    for rule in point.evidence:
        if not rule.fact:
            hits = _hits(rule, ground, own) & ~others
            made |= hits & own | _elsewhere(rule, section, ground, hits & ~own)
    return made


def _others(point: Point, section: StandardSection, ground: Ground) -> int:
    """The sentences on what others do, and, where that is another section's matter, on what is asked of
    schools in general and on what the policy is for.

    Where no duties are told, a sentence tells of somebody's only if it begins with them: it may name them
    as those whom others tell of a concern, or in a list of all who have a part in something.
    """
    others = ground.done_by_others(point)
    if section.id == _OF_DUTIES and point.by:
        others |= ~(ground.own.get(section.id, 0) | ground.begun_by(point.by))
    if section.id not in _OF_DOCUMENTS:
        others |= ground.asked_of_all
    return others if section.id in _OF_PURPOSE else others | ground.purposes


def _hits(rule: EvidenceRule, ground: Ground, own: int) -> int:
    """The sentences in which (or beside which, or in whose passage or section) the rule is fulfilled."""
    if not rule.groups:
        return 0
    if rule.within == "section":
        return _section_hits(rule, ground, own)
    if id(rule) not in ground.hits_of:
        ground.hits_of[id(rule)] = _looked_for(rule, ground)
    return ground.hits_of[id(rule)]


def _looked_for(rule: EvidenceRule, ground: Ground) -> int:
    index = ground.index
    forbids = rule.forbids
    if not all(index.sentences_with(g, denied=forbids) for g in rule.must):
        return 0  # a group that stands nowhere reaches nothing
    hits = joined([index.sentences_with(g, denied=forbids) for g in rule.groups])
    for group in rule.said:  # in its own words
        hits &= index.sentences_with(group, denied=forbids)
    hits &= ~(ground.headings | ground.not_so(rule))
    hits = _fulfilled(rule, hits, lambda group: reach_of(group, rule, index))
    if rule.within != "passage":
        hits = _said_itself(rule, ground, hits)
    if hits and rule.none:
        look = index.sentences_near if rule.within == "near" else index.sentences_with
        hits &= ~look(rule.none, denied=True)
    return hits


def reach_of(group: Group, rule: EvidenceRule, index: TermIndex) -> int:
    """The sentences that a term of the group counts for, as far as the rule looks."""
    if rule.within == "near":
        return index.sentences_near(group, denied=rule.forbids)
    look = index.sentences_under if rule.within == "sentence" else index.passages_under
    return look(group, denied=rule.forbids)


def _fulfilled(rule: EvidenceRule, hits: int, reach: Callable[[Group], int]) -> int:
    """Those that every group of `all` reaches, and enough of those of `of`."""
    for group in rule.must:  # most are given up at the first or the second
        if not hits:
            return 0
        hits &= reach(group)
    return hits & in_at_least(max(rule.least, 1), map(reach, rule.of)) if hits and rule.of else hits


_TELLING = 3  # things that a sentence must say to tell by itself what it is about
# A heading may give the subject of a sentence, never all but one of the things it must say.
_SAID_ITSELF = 2


def _said_itself(rule: EvidenceRule, ground: Ground, hits: int) -> int:
    """Those of the sentences that say at least two groups themselves, or by their lead-in.

    Of a rule of two groups that looks near, the sentence beside may say one; of a note always.
    """
    if not hits or len(rule.groups) < _SAID_ITSELF:
        return hits
    index = ground.index
    by_neighbours = 0
    if rule.within == "near":
        by_neighbours = hits if len(rule.groups) == _SAID_ITSELF else hits & ground.notes
    itself = hits & ~by_neighbours
    if itself:
        itself &= in_at_least(
            _SAID_ITSELF, (index.sentences_saying(g, denied=rule.forbids) for g in rule.groups)
        )
    if by_neighbours:
        by_neighbours &= in_at_least(
            _SAID_ITSELF, (index.sentences_beside(g, denied=rule.forbids) for g in rule.groups)
        )
    return itself | by_neighbours


def _section_hits(rule: EvidenceRule, ground: Ground, own: int) -> int:
    """The sentences that say something of it, if the section's own text says all of it."""
    own &= ~ground.not_so(rule)
    per_group = [ground.index.sentences_with(group, denied=rule.forbids) & own for group in rule.groups]
    must, may = per_group[: len(rule.must)], per_group[len(rule.must) :]
    if not all(must) or sum(map(bool, may)) < (rule.least if may else 0):
        return 0
    return joined(per_group)


def _elsewhere(rule: EvidenceRule, section: StandardSection, ground: Ground, hits: int) -> int:
    if rule.within == "section" or rule.inside:
        return 0
    index = ground.index
    if rule.anywhere:  # an entry of a list counts with what introduces it, or where no section has it
        hits &= (ground.introduced | ~ground.references | ~ground.given) & ~ground.kept
        alone = _said_by_itself(rule, index, hits & ground.settled)
        return hits & ~ground.settled | alone | _said_by_a_list(rule, ground, hits & ground.settled)
    hits &= ~(ground.lists | ground.references)
    if not hits:
        return 0
    whole = hits & index.sentences_near(section.topic) & ~ground.settled
    # Where no heading has told what the text is about, one sentence that says it all needs no word of it.
    free = hits & ~ground.given if len(rule.groups) >= _TELLING else 0
    whole |= _said_by_itself(rule, index, free)
    # Under a heading of another matter one sentence must say it all, its own subject with it.
    alone = _said_by_itself(rule, index, hits & ground.settled & ~ground.kept)
    if alone:
        spoken = index.sentences_with(section.topic)
        alone &= spoken | index.introduced_by(_held_by(section, spoken, ground))
    return whole | alone


def _leaning(rule: EvidenceRule, section: StandardSection, ground: Ground, hits: int) -> int:
    """Those of the sentences outside the section that say all of it, or whose words are more the section's
    than of what they stand in."""
    alone = _said_by_itself(rule, ground.index, hits) | _said_by_a_list(rule, ground, hits)
    return alone | leaning_to(section.id, ground, hits & ~alone)


def _said_by_itself(rule: EvidenceRule, index: TermIndex, hits: int) -> int:
    """Those of the sentences that say all of it in their own words and those of their lead-in."""
    return _fulfilled(rule, hits, lambda group: index.sentences_saying(group, denied=rule.forbids))


def _said_by_a_list(rule: EvidenceRule, ground: Ground, hits: int) -> int:
    """Those of the entries of a list that says all of it together, as a list of policies does."""
    entries = hits & ground.references & ground.introduced if rule.within == "passage" else 0
    whole = ground.index.passages.whole
    return _fulfilled(
        rule, entries, lambda group: whole(ground.index.sentences_saying(group, denied=rule.forbids))
    )


def _held_by(section: StandardSection, spoken: int, ground: Ground) -> int:
    """Those that hold little but the section's topic: one word of a list of many is not its subject."""
    if section.id not in ground.held_by:
        index = ground.index
        words: Counter[int] = Counter()
        for term in section.topic:
            for number in numbers_in(index.sentences_with((term,)) & spoken):
                words[number] += len(term.split())
        sentences = index.passages.sentences
        held_by = (n for n, held in words.items() if held >= _HELD_BY_TOPIC * _size(sentences[n]))
        ground.held_by[section.id] = numbers_set(held_by)
    return ground.held_by[section.id]


def _best(hits: int, rule: EvidenceRule, ground: Ground) -> Sentence:
    """The sentence that says most of it in its own words; the first of equals."""
    index = ground.index
    said = [index.sentences_with(g, denied=rule.forbids) & hits for g in rule.groups]
    number = max(numbers_in(hits), key=lambda n: (sum(held >> n & 1 for held in said), -n))
    return index.passages.sentences[number]


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
        for number in numbers_in(ground.index.sentences_with((term,)) & ~ground.lists):
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
