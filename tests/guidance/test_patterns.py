"""Every pattern of the register: it compiles, it is found where it stands, and it is quick on any text."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.guidance.build import COMPILED
from policy_kit.guidance.joined import JoinedText
from policy_kit.guidance.patterns import Pattern
from policy_kit.model import Block, BlockKind
from policy_kit.regexes.literals import needs
from tests.guidance.examples_of import example_of

NEEDS: dict[str, list[list[str]]] = json.loads(COMPILED.read_text(encoding="utf-8"))["needs"]
PATTERNS = {source: Pattern(source, tuple(map(tuple, groups))) for source, groups in NEEDS.items()}
# A page holds about 3,000 letters.
HUNDRED_PAGES = 300_000
PLAIN = (
    "Staff keep children safe online and in education, and report each concern to the lead. The school "
    "follows the guidance on filtering and monitoring, reviews it every year with governors, and teaches "
    "pupils about content, contact, conduct and commerce. Mobile phones are handed in; data "
    "protection is everyone's duty. "
)


def joined(text: str, block: int = 600) -> JoinedText:
    parts = [text[at : at + block] for at in range(0, len(text), block)]
    found = JoinedText(tuple(Block(i, BlockKind.PARAGRAPH, part) for i, part in enumerate(parts)))
    assert found.words is not None  # made once a document, not once a pattern
    return found


def seconds(pattern: Pattern, text: JoinedText) -> float:
    taken = []
    for _ in range(3):
        start = time.process_time()
        for _match in text.find(pattern):
            pass
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("source", PATTERNS)
def test_a_pattern_compiles(source: str) -> None:
    assert re.compile(source, re.IGNORECASE).match("") is None, "it matches nothing at all"


# The simplest text of a few patterns is ruled out by a word that must not follow.
EXAMPLES = {s: e for s in PATTERNS if re.search(s, e := f" {example_of(s)} ", re.IGNORECASE)}


def test_nearly_every_pattern_has_an_example() -> None:
    assert len(EXAMPLES) > len(PATTERNS) * 0.95


@pytest.mark.parametrize("source", EXAMPLES)
def test_a_pattern_is_found_in_a_long_text(source: str) -> None:
    example = EXAMPLES[source]
    filler = PLAIN.replace("content", "it")
    blocks = [filler, filler, example, filler]
    text = JoinedText(tuple(Block(i, BlockKind.PARAGRAPH, part) for i, part in enumerate(blocks)))
    assert any(text.number(match.start()) == 2 for match in text.find(PATTERNS[source]))


def test_no_pattern_is_slow_on_a_hundred_plain_pages() -> None:
    text = joined((PLAIN * (HUNDRED_PAGES // len(PLAIN) + 1))[:HUNDRED_PAGES])
    slow = {s: t for s, p in PATTERNS.items() if (t := seconds(p, text)) > 0.010}
    # Words such as "mobile phone" stand on every page here; what counts is that no pattern stands out.
    assert {s: t for s, t in slow.items() if t > 0.050} == {}
    assert len(slow) <= len(PATTERNS) // 20, slow


def hostile(source: str, length: int, blank: str) -> JoinedText:
    """A text of nothing but near misses of a pattern, its blanks drawn out, in one block."""
    near = re.sub(r"\s", blank, example_of(source)[:-1]) + blank
    return joined((near * (length // len(near) + 1))[:length], block=length)


@pytest.mark.parametrize("blank", [" ", " " * 4_000], ids=["near misses", "long blanks"])
def test_no_pattern_grows_faster_than_the_text(blank: str) -> None:
    worse = {}
    for source, pattern in PATTERNS.items():
        long = seconds(pattern, hostile(source, 80_000, blank))
        if long > 0.050:  # a text four times as long may take four times as long, not sixteen
            worse[source] = (seconds(pattern, hostile(source, 20_000, blank)), long)
    assert {s: t for s, t in worse.items() if t[1] > 9 * t[0]} == {}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"keeping\s+children\s+safe", [["keeping"], ["children"], ["safe"]]),
        (r"\bKCSI?E\b", [["kcs"]]),
        (r"(?:act|bill)\s+2026", [["2026"]]),
        (r"(?:peer|child)\s+abuse", [["abuse"], ["child", "peer"]]),
        (r"(?:alpha)?beta", [["beta"]]),
        (r"gamma+delta", [["delta"], ["gamm"]]),
        (r"\w+", []),
        (r"(?:alpha|\d+)", []),
        (r"SRE(?=\s+guidance)", [["guidance"]]),
        (r"online(?!\s+safety)", [["online"]]),
    ],
)
def test_what_a_pattern_needs(source: str, expected: list[list[str]]) -> None:
    assert sorted(needs(source)) == sorted(expected)


@settings(deadline=None)
@given(st.data())
def test_a_match_holds_what_the_pattern_needs(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(sorted(PATTERNS)))
    example = example_of(source)
    match = re.search(source, example, re.IGNORECASE)
    if match:
        held = example.lower()
        assert all(any(string in held for string in group) for group in NEEDS[source])
