"""What one sentence says under another section's heading is headed there, if it has no better place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from policy_kit.guidance import load_register
from policy_kit.sections.likely import learned
from policy_kit.sections.recognising import recognise
from policy_kit.sections.weighing import Signs, Way, weigh
from tests.build import document_from_markup
from tests.headings.bank import STANDARD

FILE = Path(__file__).with_name("asides.yaml")
# Of all, told as a reader does where the section has no other place, and where it has one.
ALONE, WITH_A_PLACE = 8, 15
# Sections that none of the asides is of, so that the policy is a whole one.
_REST = """# Online safety policy

## Aims

This policy says how we keep children safe online, for pupils, staff and families, on all machines.

## The law

We have had regard to Keeping children safe in education 2026 and other guidance of the department.

## Other policies

Read it with our policies on child protection, behaviour, complaints and the code of conduct.

## The four kinds of risk

We think of content, contact, conduct and commerce: what is seen, who is met, what is done and what is sold.

## Who does what

The governors hold the head to account, and the designated safeguarding lead leads on all this.

## Sexual harassment between children

There is zero tolerance of sexual harassment between pupils, online too. It is never put down to banter.

## Numbers and addresses

Childline is on 0800 1111, and the helpline for professionals on 0344 381 4772.

"""


@dataclass(frozen=True)
class Aside:
    """A heading's text and section, the section that one sentence of it is of, and a place for that."""

    heading: str
    section: str
    second: str
    text: str
    elsewhere: str

    def told(self, *, placed: bool) -> frozenset[str]:
        """The sections told of the heading; placed: with the other place in the policy."""
        heading, _, text = self.elsewhere.partition("|")
        markup = f"{_REST}## {self.heading}\n\n{self.text}\n"
        document = document_from_markup(markup + (f"\n## {heading}\n\n{text}\n" if placed else ""))
        policy = recognise(document, STANDARD, load_register(), date(2026, 11, 21))
        block = next(b for b in document.blocks if b.text == self.heading)
        return frozenset(policy.section_of_block[block.index])


@cache
def asides() -> tuple[Aside, ...]:
    return tuple(Aside(**given) for given in yaml.safe_load(FILE.read_text(encoding="utf-8")))


def test_what_one_sentence_says_and_no_other_place_has_is_headed_there() -> None:
    assert sum(one.told(placed=False) == {one.section, one.second} for one in asides()) >= ALONE


def test_what_has_a_place_of_its_own_is_no_second_section() -> None:
    assert sum(one.told(placed=True) == {one.section} for one in asides()) >= WITH_A_PLACE


def test_a_section_likelier_under_another_heading_weighs_less() -> None:
    signs = Signs(
        Way.NONE, 0.2, 0.3, first=False, of_none=0.0, elsewhere=0.01, elsewhere_in_part=0.01,
        made=True, spoken=True, touched=False, everywhere=False, words=80,
    )  # fmt: skip
    placed = replace(signs, elsewhere=0.95, elsewhere_in_part=0.95)
    assert weigh(placed, learned().signs) < weigh(signs, learned().signs)
