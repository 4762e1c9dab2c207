"""What a section says of a point that it does not make in full, and what is wanting."""

from __future__ import annotations

from policy_kit.model import Evidence
from policy_kit.sections.evidence import evidence_at, reach_of
from policy_kit.sections.ground import Ground
from policy_kit.sections.numbers import in_at_least, numbers_in
from policy_kit.standard import EvidenceRule, Group, Point, StandardSection

_SAID = 2  # things of the point that one sentence must say itself before it is shown as half of it
_SHOWN = 3  # words that stand for the thing that is wanting


def find_part(
    point: Point, section: StandardSection, ground: Ground
) -> tuple[Evidence, tuple[str, ...]] | None:
    """The sentence of the section that says all but one thing of the point, and words for that thing.

    None if no sentence comes so near.
    """
    own = ground.own.get(section.id, 0)
    for rule in point.evidence:
        near = len(rule.must) > _SAID and not rule.of and rule.within in ("sentence", "near")
        if near and (found := _nearest(rule, ground, own)):
            number, lacking = found
            return evidence_at(number, ground), _words(lacking, ground)
    return None


def _nearest(rule: EvidenceRule, ground: Ground, own: int) -> tuple[int, Group] | None:
    index = ground.index
    said = [index.sentences_with(group, denied=rule.forbids) for group in rule.must]
    reached = [reach_of(group, rule, index) for group in rule.all] + said[len(rule.all) :]
    best: tuple[int, int, Group] | None = None
    # One that says enough of it, and where one thing alone is wanting.
    all_but_one = in_at_least(len(rule.must) - 1, reached)
    for number in numbers_in(own & all_but_one & in_at_least(_SAID, said) & ~ground.headings):
        sentence = index.passages.sentences[number]
        if sentence.reference or sentence.wish or sentence.purpose:
            continue
        lacking = [g for g, reach in zip(rule.must, reached, strict=True) if not reach >> number & 1]
        count = sum(held >> number & 1 for held in said)
        if len(lacking) == 1 and (best is None or count > best[0]):
            best = count, number, lacking[0]
    return (best[1], best[2]) if best else None


def _words(group: Group, ground: Ground) -> tuple[str, ...]:
    """A few of a group's words as a reader writes them."""
    plain = (
        term.replace("=", "").rstrip("*")
        for term in ground.index.terms_of(group)
        if ".." not in term and "*" not in term.rstrip("*")
    )
    return tuple(dict.fromkeys(plain))[:_SHOWN]
