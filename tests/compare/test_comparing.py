"""What is told of two policies: their sections, passages and what changed in substance, by cases and by
laws."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.changes import Changes, PassageFate, PieceFate, SectionChange, SectionFate
from policy_kit.compare.comparing import compare_documents
from policy_kit.compare.lines import key_of
from policy_kit.sources.markdown import read_markdown

DAY = datetime.date(2026, 11, 21)
CASES = Path(__file__).parent / "cases"
SECTIONS: dict[str, Any] = yaml.safe_load((CASES / "sections.yaml").read_text(encoding="utf-8"))
SUBSTANCE: dict[str, Any] = yaml.safe_load((CASES / "substance.yaml").read_text(encoding="utf-8"))


def compared(old: str, new: str) -> Changes:
    one, other = (
        read_markdown(Path(name), _parted(text).encode()) for name, text in (("old.md", old), ("new.md", new))
    )
    return compare_documents(one, other, DAY)


def _parted(text: str) -> str:
    """Each line of a case is a paragraph of its own, but bullets stand together."""
    return "\n".join(line if line.startswith("- ") else f"\n{line}\n" for line in text.splitlines())


def _told(section: SectionChange) -> str:
    words = [section.fate.value] if section.fate is not SectionFate.SAME else []
    words += ["moved"] if section.moved else []
    words += ["renamed"] if section.renamed else []
    old, new = (" + ".join(h.title for h in side) for side in (section.old, section.new))
    return f"{', '.join(words)}: {old} -> {new}"


@pytest.mark.parametrize("case", SECTIONS.values(), ids=SECTIONS)
def test_sections(case: dict[str, Any]) -> None:
    changes = compared(case["old"], case["new"])
    assert [_told(s) for s in changes.sections if s.is_touched] == case["expect"]
    assert changes.is_same is (case["expect"] == [])
    found = {fate.value: count for fate, count in changes.counts.items() if count}
    if "passages" in case:
        headings = sum(line.startswith("#") for line in case["new"].splitlines())
        expected = dict(case["passages"])
        assert found == {**expected, "same": expected["same"] - 1 + headings} or found == expected


@pytest.mark.parametrize("case", SUBSTANCE.values(), ids=SUBSTANCE)
def test_substance(case: dict[str, Any]) -> None:
    changes = compared(f"# Policy\n{case['old']}", f"# Policy\n{case['new']}")
    told = [f"{c.kind} | {c.label} | {c.before} | {c.after}" for c in changes.substance]
    assert told == case["expect"]


sentences = st.sampled_from(
    [
        f"The {who} {duty} {what} by {when}."
        for who in ("head", "lead", "board")
        for duty in ("must read", "will review")
        for what in ("the policy", "all 12 records")
        for when in ("May", "the end of term")
    ]
)
lines = st.one_of(
    sentences,
    sentences.map("- {}".format),
    st.sampled_from(("# Aims", "# Roles", "## Images", "# 4. Contacts")),
)
texts = st.lists(lines, min_size=1, max_size=12).map("\n".join)


@settings(max_examples=10)
@given(texts)
def test_a_policy_is_the_same_as_itself(text: str) -> None:
    changes = compared(text, text)
    assert changes.is_same
    assert changes.substance == ()


@settings(max_examples=20)
@given(texts, texts)
def test_nothing_is_lost_and_nothing_invented(old: str, new: str) -> None:
    changes = compared(old, new)
    passages = [p for section in changes.sections for p in section.passages]
    mine = Counter(
        key_of(p.old.text) for p in passages if p.old and not (p.new and p.fate is PassageFate.MOVED)
    )
    arrived = Counter(key_of(p.old.text) for p in passages if p.old and p.new and p.fate is PassageFate.MOVED)
    gone = Counter(
        key_of(p.old.text) for p in passages if p.old and not p.new and p.fate is PassageFate.MOVED
    )
    theirs = Counter(key_of(p.new.text) for p in passages if p.new)
    assert mine + (arrived - gone) == _keys(old)
    assert theirs == _keys(new)
    for passage in passages:
        if passage.pieces and passage.old and passage.new:
            assert (
                "".join(p.text for p in passage.pieces if p.fate is not PieceFate.REMOVED) == passage.new.text
            )
            assert key_of("".join(p.text for p in passage.pieces if p.fate is not PieceFate.ADDED)) == key_of(
                passage.old.text
            )


def _keys(text: str) -> Counter[str]:
    return Counter(key_of(line.lstrip("#- ")) for line in text.splitlines())


@settings(max_examples=10)
@given(texts, texts)
def test_the_other_way_round_swaps_what_is_new_and_what_is_gone(old: str, new: str) -> None:
    there, back = compared(old, new).counts, compared(new, old).counts
    assert there[PassageFate.ADDED] - there[PassageFate.REMOVED] == (
        back[PassageFate.REMOVED] - back[PassageFate.ADDED]
    )
