"""Texts that are nearly the same are found together, whatever their number and order."""

from __future__ import annotations

import random
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.trust.across.sketches import Groups, Runs, likeness, marks_of, runs_of, sketch_of

WORDS = [f"word{n}" for n in range(400)]


def _text(seed: int, length: int = 150) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)  # no secret hangs on it


def _runs(words: list[str]) -> Runs:
    return runs_of(marks_of(" ".join(words)))


def _edited(words: list[str], seed: int, changes: int) -> list[str]:
    chance = random.Random(seed)
    out = list(words)
    for _ in range(changes):
        out[chance.randrange(len(out))] = f"other{chance.randrange(1000)}"
    return out


def _grouped(texts: dict[str, list[str]]) -> set[frozenset[str]]:
    groups: Groups[str] = Groups()
    for name, words in texts.items():
        groups.add(name, sketch_of(_runs(words)))
    return {frozenset(group) for group in groups.several()}


@given(st.lists(st.sampled_from(WORDS), max_size=200))
def test_a_text_is_wholly_like_itself_and_likeness_has_no_direction(words: list[str]) -> None:
    one = sketch_of(_runs(words))
    other = sketch_of(_runs(_text(7)))
    assert likeness(one, one) == (1.0 if len(words) > 2 else 0.0)
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


def test_likeness_comes_near_the_share_of_runs_in_common() -> None:
    off = []
    for seed in range(60):
        words = _text(seed, 300)
        other = _edited(words, seed, 5 + seed)
        a, b = _runs(words), _runs(other)
        off.append(abs(len(a & b) / len(a | b) - likeness(sketch_of(a), sketch_of(b))))
    assert sum(off) / len(off) < 0.08
    assert max(off) < 0.3


def test_copies_with_a_few_words_changed_are_one_group_and_others_are_not() -> None:
    found = 0
    for seed in range(40):
        base, stranger = _text(seed), _text(seed + 1000)
        groups = _grouped(
            {"a": base, "b": _edited(base, seed, 6), "c": stranger, "d": _edited(base, seed + 1, 3)}
        )
        assert not any("c" in group for group in groups)
        found += frozenset("abd") in groups
    assert found >= 38


def test_the_same_words_in_capitals_and_with_other_marks_are_the_same_text() -> None:
    plain = "The school's filter blocks harmful pages on every device that pupils use at school"
    other = "THE SCHOOL’S FILTER blocks harmful pages, on every device that pupils use (at school)."
    assert runs_of(marks_of(plain)) == runs_of(marks_of(other))


def test_a_text_too_short_for_a_run_is_in_no_group() -> None:
    assert _grouped({"a": ["one", "two"], "b": ["one", "two"]}) == set()


def test_the_work_grows_with_the_texts_and_not_with_their_square(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """A passage that stands everywhere is compared with one leader, not with every copy."""
    compared = 0
    real = Groups._near

    def counted(self: Groups[int], sketch: tuple[int, ...]) -> list[tuple[int, tuple[int, ...]]]:
        nonlocal compared
        near = real(self, sketch)
        compared += len(near)
        return near

    monkeypatch.setattr(Groups, "_near", counted)
    groups: Groups[int] = Groups()
    for number in range(600):
        groups.add(number, sketch_of(_runs(_edited(_text(number % 3), number, 2))))
    assert compared < 3 * 600
    assert sum(len(group) for group in groups.several()) >= 590


def test_what_was_seen_of_each_text_does_not_fill_the_memory() -> None:
    groups: Groups[int] = Groups()
    sketches = [sketch_of(_runs(_text(number))) for number in range(1_000)]
    assert len({len(sketch) for sketch in sketches}) == 1
    tracemalloc.start()
    for number, sketch in enumerate(sketches):
        groups.add(number, sketch)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 250 * len(sketches)  # the numbers of one sketch alone take 1,200
