"""What a section says of a point that it does not make in full, and what is wanting."""

from __future__ import annotations

import re
from itertools import takewhile

from policy_kit.model import Evidence
from policy_kit.regexes import regex
from policy_kit.sections.evidence import evidence_at, reach_of
from policy_kit.sections.ground import Ground
from policy_kit.sections.numbers import in_at_least, numbers_in
from policy_kit.standard import EvidenceRule, Group, Point, StandardSection

_SAID = 2  # things of the point that one sentence must say itself before it is shown as half of it
_SHOWN = 3  # words that stand for the thing that is wanting
_ENDING = regex(r"[\w’'-]*")
_STEM = 0.6  # of the shorter word's letters: from here on two words are of one family


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
            return evidence_at(number, ground), _words(lacking, section, ground)
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


def _words(group: Group, section: StandardSection, ground: Ground) -> tuple[str, ...]:
    """A few of a group's words as a reader writes them: whole ones, and of each family one.

    "annual" stands for "annually" too. A stem is told by a word of the standard that begins with it; one
    that has none is shown, cut as it is, only where there is nothing else.
    """
    given = (term.replace("=", "") for term in ground.index.terms_of(group) if ".." not in term)
    terms = [term for term in given if "*" not in term.rstrip("*")]
    said = " ".join(point.text for point in section.points).lower()
    whole = [_whole(term, said) if term.endswith("*") else term for term in terms]
    shown: list[str] = []
    for word in [word for word in whole if word] or [f"{term.rstrip('*')}…" for term in terms]:
        if not any(_akin(word, other) for other in shown):
            shown.append(word)
    return tuple(shown[:_SHOWN])


def _whole(stem: str, said: str) -> str:
    """The first words of a text in small letters that begin with a stem, '' if there are none."""
    begins = stem.rstrip("*").lower()
    _, found, rest = f" {said} ".partition(f" {begins}")
    ending = _ENDING.match(rest)
    return begins + ending[0] if found and ending else ""


def _akin(word: str, other: str) -> bool:
    """Whether two words begin alike for most of the shorter: forms of one, or spelt with a hyphen."""
    one, two = (re.sub(r"[\W_]", "", each).lower() for each in (word, other))
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    return alike >= _STEM * min(len(one), len(two))
