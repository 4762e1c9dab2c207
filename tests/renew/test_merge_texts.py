"""Sentences merge: what one side changed stands, what both changed stands twice, nothing is fused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.renew.merge_texts import merge_text
from policy_kit.renew.model import Fact, Outcome
from policy_kit.renew.texts import joined, plain, sentences

_WORDS = [
    "staff",
    "pupils",
    "report",
    "phones",
    "lessons",
    "parents",
    "devices",
    "records",
    "photos",
    "rules",
]


@st.composite
def _sentence(draw: st.DrawFn, mark: int) -> str:
    picked = draw(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=7))
    return f"Rule {mark} says that {' '.join(picked)} matter{draw(st.sampled_from('.!'))}"


@st.composite
def _paragraph(draw: st.DrawFn) -> list[str]:
    return [draw(_sentence(n)) for n in range(draw(st.integers(1, 6)))]


_EDITS = ("word", "longer", "anew", "out", "after")


@st.composite
def _edited(draw: st.DrawFn, base: list[str], where: set[int], who: str) -> list[str]:
    """The paragraph with an edit at each of the given sentences."""
    out: list[str] = []
    for n, sentence in enumerate(base):
        edit = draw(st.sampled_from(_EDITS)) if n in where else ""
        if edit == "out":
            continue
        changed = {
            "word": sentence.replace("says", f"says{who}"),
            "longer": f"{sentence[:-1]} at all times {who}.",
            "anew": f"Wholly other words of {who} for {n}.",
        }
        out.append(changed.get(edit, sentence))
        if edit == "after":
            out.append(f"One more line of {who} behind {n}.")
    return out


@given(st.data())
def test_edits_in_different_sentences_always_merge(data: st.DataObject) -> None:
    base = data.draw(_paragraph())
    spots = st.sets(st.integers(0, len(base) - 1))
    left = data.draw(spots)
    right = data.draw(spots) - left
    mine = data.draw(_edited(base, left, "ours"))
    theirs = data.draw(_edited(base, right, "theirs"))
    merged = merge_text(" ".join(base), " ".join(mine), " ".join(theirs))
    assert not merged.conflicts
    stands = {plain(s) for s in sentences(merged.text)}
    assert stands == {s for s in {*mine, *theirs} if (s in mine and s in theirs) or s not in base}


@given(st.data())
def test_one_side_alone_gives_its_text(data: st.DataObject) -> None:
    base = data.draw(_paragraph())
    edited = " ".join(data.draw(_edited(base, data.draw(st.sets(st.integers(0, 5))), "ours")))
    text = " ".join(base)
    assert merge_text(text, text, edited).text == edited
    assert merge_text(text, edited, text).text == edited
    assert merge_text(text, edited, edited).text == edited


@given(st.data())
def test_sides_only_swap_labels(data: st.DataObject) -> None:
    base = data.draw(_paragraph())
    one = " ".join(data.draw(_edited(base, data.draw(st.sets(st.integers(0, 5))), "ours")))
    two = " ".join(data.draw(_edited(base, data.draw(st.sets(st.integers(0, 5))), "theirs")))
    here, there = merge_text(" ".join(base), one, two), merge_text(" ".join(base), two, one)
    swapped = sorted((c.base, c.theirs, c.mine) for c in there.conflicts)
    assert sorted((c.base, c.mine, c.theirs) for c in here.conflicts) == swapped
    assert sorted(map(plain, sentences(here.text))) == sorted(map(plain, sentences(there.text)))


@given(st.data())
def test_a_sentence_that_both_changed_stands_twice(data: st.DataObject) -> None:
    base = data.draw(_paragraph())
    spot = data.draw(st.integers(0, len(base) - 1))
    mine, theirs = list(base), list(base)
    mine[spot] = base[spot].replace("says", "asks ours")
    theirs[spot] = base[spot].replace("matter", "theirs count")
    merged = merge_text(" ".join(base), " ".join(mine), " ".join(theirs))
    assert [(c.base, c.mine, c.theirs) for c in merged.conflicts] == [(base[spot], mine[spot], theirs[spot])]
    assert mine[spot] in merged.text and theirs[spot] in merged.text


@given(st.text(max_size=300))
def test_sentences_join_up_again(text: str) -> None:
    assert "".join(sentences(text)) == text
    assert plain(joined(sentences(text))) == plain(text)


_DSL = Fact("dsl", "Ms Jones", "Ms Khan")


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "text", "followed"),
    [
        pytest.param(
            "The DSL is Ms Jones.", "The DSL is Ms Patel.", "The DSL is Ms Khan.", "The DSL is Ms Khan.",
            "Ms Patel", id="a name follows the profile",
        ),
        pytest.param(
            "Tell Ms Jones at once.", "Tell Ms Jones at once, by phone.", "Tell Ms Khan at once.",
            "Tell Ms Khan at once, by phone.", "", id="the school's words round the new name",
        ),
        pytest.param(
            "Ms Jones leads. Ms Jones also reports to governors.",
            "Ms Jones leads. Ms Jones reports to governors and to parents.",
            "Ms Khan leads. Ms Jones also reports to governors.",
            "Ms Khan leads. Ms Jones reports to governors and to parents.", "",
            id="only the post that changed hands",
        ),
        pytest.param(
            "The DSL is Ms Jones.", "The DSL is the deputy head, who sits in the main office.",
            "The DSL is Ms Khan.", None, "", id="a name written out of the sentence is a conflict",
        ),
    ],
)  # fmt: skip
def test_facts(base: str, mine: str, theirs: str, text: str | None, followed: str) -> None:
    merged = merge_text(base, mine, theirs, [_DSL])
    if text is None:
        assert merged.outcome is Outcome.CONFLICT
        assert mine in merged.text and theirs in merged.text
        return
    assert (merged.text, merged.conflicts) == (text, ())
    assert [f.yours for f in merged.followed] == ([followed] if followed else [])


def test_without_the_profile_two_names_are_a_conflict() -> None:
    merged = merge_text("The DSL is Ms Jones.", "The DSL is Ms Patel.", "The DSL is Ms Khan.")
    assert merged.outcome is Outcome.CONFLICT
    assert merged.text == "The DSL is Ms Patel. The DSL is Ms Khan."


def test_two_rewrites_of_one_sentence_both_stand() -> None:
    base = "Pupils may not use phones in lessons."
    mine = "Pupils may not use phones anywhere on site."
    theirs = "Pupils hand phones in when they arrive and do not use them."
    merged = merge_text(base, mine, theirs)
    assert merged.outcome is Outcome.CONFLICT
    assert merged.text == f"{mine} {theirs}"
