"""What a text gave is kept, and kept within bounds; what is asked a second time is the same as at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit import by_text
from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.by_text import LONGEST, KeptOfEach, kept_by_text
from policy_kit.findings import PolicyAudit
from policy_kit.model import Block, BlockKind, Document
from policy_kit.sections.cutting import cut

TUNE = Path(__file__).parent / "corpus" / "tune"


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_text, "MOST", 3)


def test_a_function_is_asked_once_of_each_text_with_what_else_it_is_given() -> None:
    asked: list[tuple[str, int]] = []

    @kept_by_text
    def doubled(text: str, more: int = 0) -> str:
        asked.append((text, more))
        return text * 2 + "!" * more

    assert [doubled("a"), doubled("a"), doubled("a", 1), doubled("a", more=2)] == ["aa", "aa", "aa!", "aa!!"]
    assert asked == [("a", 0), ("a", 1), ("a", 2)]


def test_a_long_text_and_one_that_others_pushed_out_are_asked_anew() -> None:
    asked: list[int] = []

    @kept_by_text
    def length(text: str) -> int:
        asked.append(len(text))
        return len(text)

    for text in ("x" * (LONGEST + 1), "x" * (LONGEST + 1), "a", "bb", "ccc", "dddd", "a", "dddd"):
        assert length(text) == len(text)
    assert asked == [LONGEST + 1, LONGEST + 1, 1, 2, 3, 4, 1]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=8), max_size=12))
def test_many_texts_asked_at_once_give_what_each_gives_alone(documents: list[list[str]]) -> None:
    kept: KeptOfEach[str] = KeptOfEach()
    for texts in documents:
        assert kept.of(texts, lambda new: [text.upper() for text in new]) == [t.upper() for t in texts]
        assert max(len(kept._kept), len(kept._before)) <= 3


def test_of_many_texts_only_those_that_are_not_known_are_asked() -> None:
    asked: list[Sequence[str]] = []

    def ask(new: Sequence[str]) -> Iterator[int]:
        asked.append(tuple(new))
        return map(len, new)

    kept: KeptOfEach[int] = KeptOfEach()
    long = "x" * (LONGEST + 1)
    assert kept.of(["a", long, "a"], ask) == [1, LONGEST + 1, 1]
    assert kept.of(["b", "a", long], ask) == [1, 1, LONGEST + 1]
    assert kept.of(["a", "b"], ask) == [1, 1]
    assert asked == [("a", long), ("b", long)]


def test_a_sentence_is_told_by_what_introduces_it_in_this_policy_and_not_by_the_last() -> None:
    def told(*lines: str) -> bool:
        blocks = [Block(n, BlockKind.LIST_ITEM if n else BlockKind.PARAGRAPH, t) for n, t in enumerate(lines)]
        return cut(Document("a.txt", "text", "", tuple(blocks))).sentences[-1].purpose

    item = "pupils are kept from harmful content"
    assert [
        told(first, item) for first in ("The aims of this policy are to ensure that:", "We see to it that:")
    ] == [
        True,
        False,
    ]


def test_an_audit_tells_the_same_whatever_was_audited_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_text, "MOST", 2_500)
    options = AuditOptions()
    facts = facts_for(date(2026, 11, 21), options)
    files = sorted(TUNE.glob("*.md"))[::12]
    assert len(files) > 4

    def told() -> list[PolicyAudit]:
        return [audit_file(file, facts, options)[0] for file in files]

    audit_file(files[-1], facts, options)
    after_others = told()
    assert told() == after_others
    monkeypatch.setattr(by_text, "LONGEST", -1)  # nothing is kept, nor asked of what is kept
    assert told() == after_others
