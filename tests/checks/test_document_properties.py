"""Laws of the checks that look at the document alone, on documents that nobody thought of."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.checks.outline import dotted, number_of, sections_of, title_of
from policy_kit.checks.repetition import twice_told
from policy_kit.checks.repetition.likeness import overlap, words_of
from policy_kit.checks.structure.title_likeness import likeness
from policy_kit.model import Block, BlockKind, Comment, Document, Link, Location, NotChecked, Part
from tests.build import document_from_markup
from tests.checks.bare_policy import policy_of
from tests.checks.test_document_cases import CHECKS

WORDS_TEXT = (
    "staff pupils parents will must not the a of and or to policy online safety filtering 7.6 1. 2.2 "
    "[insert name] dd/mm/yyyy TBC XXX School ____ (see Appendix 2 (if different) school/academy "
    "Error! Bookmark not defined. www.school.example/a- http://http:// <u>schools</u> &nbsp; **bold** "
    "Page 4 of 29 September 201 we will: including: self-harm and, delete as appropriate {{ tag }} {% if %} "
    "â€™ \uf0b7 \u0eb2\u0ea3 « » ” “ ' \u0130 ß \u202e"
)
WORDS = [*WORDS_TEXT.split(" "), "\x0b", "\n"]
texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.text(max_size=60),
)
links = st.lists(st.builds(Link, texts, st.one_of(texts, st.text(max_size=20))), max_size=2).map(tuple)


@st.composite
def documents(draw) -> Document:
    blocks = []
    for index in range(draw(st.integers(0, 24))):
        kind = draw(st.sampled_from(BlockKind))
        text = draw(texts)
        blocks.append(
            Block(
                index=index,
                kind=kind,
                text=text,
                level=draw(st.integers(0, 4)),
                number=draw(st.sampled_from(["", "", "1.", "7.6", "3.4a", "a)", "iv"])),
                heading_by=draw(st.sampled_from(["style", "look", "outline"])),
                page=draw(st.sampled_from([None, 1, 2])),
                part=draw(st.sampled_from([Part.BODY, Part.BODY, Part.HEADER, Part.FOOTNOTE, Part.TEXT_BOX])),
                cells=tuple(text.split(" ", 2)) if kind is BlockKind.TABLE_ROW else (),
                table=0 if kind is BlockKind.TABLE_ROW else None,
                header_row=kind is BlockKind.TABLE_ROW and draw(st.booleans()),
                links=draw(links),
                highlighted=tuple(text.split()[:1]),
            )
        )
    return Document(
        path="policy",
        format=draw(st.sampled_from(["docx", "pdf", "text", "markdown"])),
        sha256="0" * 64,
        blocks=tuple(blocks),
        comments=(Comment("", "", Location()),) * draw(st.integers(0, 2)),
        revisions=draw(st.integers(0, 2)),
        not_checked=(NotChecked("picture", "", Location(block=1)),) * draw(st.integers(0, 2)),
    )


@given(documents())
def test_no_check_fails_and_every_place_is_in_the_document(document):
    policy = policy_of(document)
    for check in CHECKS:
        for finding in check.check(policy, None):
            assert finding.rule in check.RULES
            for place in (finding.location, *finding.related):
                assert place.block is None or 0 <= place.block < max(2, len(document.blocks))


@given(documents())
def test_the_same_document_gives_the_same_findings(document):
    again = replace(document)
    for check in CHECKS:
        assert list(check.check(policy_of(document), None)) == list(check.check(policy_of(again), None))


RULES_OF_A_SCHOOL = (
    "Phones are handed in at the gate and given back when the last lesson is over.",
    "A phone that rings in a lesson is kept in the office until a parent collects it.",
    "On trips the leader carries a school phone with the numbers of every family.",
    "Watches that can send a message are treated in the same way as phones.",
    "Visitors see the rule on a sign beside the front door and are told of it at the desk.",
    "Anyone who needs a phone for a medical reason has a plan that says when it is used.",
)


@given(st.randoms(use_true_random=False), st.integers(4, 6))
def test_a_doubled_section_is_found_whatever_the_order_of_its_bullets(chance: random.Random, count: int):
    rules = list(RULES_OF_A_SCHOOL[:count])
    shuffled = list(rules)
    chance.shuffle(shuffled)
    text = "\n".join(
        ["# 4. Phones", *(f"- {r}" for r in rules), "# 5. Watches and phones", *(f"- {r}" for r in shuffled)]
    )
    found = list(twice_told.check(policy_of(document_from_markup(text)), None))
    assert [f.rule.code for f in found] == ["PK201"]
    assert found[0].quote == "5. Watches and phones"


@given(st.text(max_size=80))
def test_a_heading_keeps_words_and_its_number_reads_back(text):
    block = Block(0, BlockKind.HEADING, text, level=1)
    number = number_of(block)
    assert number_of(replace(block, text=f"{dotted(number)} Title")) == number or not number[1:]
    assert bool(title_of(text)) == bool(text.strip())


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_between_nothing_and_all_and_goes_both_ways(a, b):
    assert 0.0 <= likeness(a, b) <= 1.0
    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a) == 1.0
    assert 0.0 <= overlap(words_of(a), words_of(b)) <= 1.0


@given(documents())
def test_the_sections_hold_each_block_once(document):
    held = [b.index for s in sections_of(document) for b in s.blocks]
    assert len(held) == len(set(held))
