"""Patterns compiled when first used: they are compiled ones from then on, and each of ours is sound."""

from __future__ import annotations

import json
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policy_kit
from policy_kit.regexes import NEEDS, regex, seldom
from policy_kit.regexes.alternatives import Alternatives
from policy_kit.regexes.build import compile_needs
from tests.guidance.examples_of import example_of


def test_it_is_the_compiled_pattern_once_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compiling = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: made.append(given[0]) or compiling(*given))
    word = regex(r"b+", re.IGNORECASE)
    assert not made
    assert [m[0] for m in word.finditer("abBa")] == ["bB"]
    assert word.sub("-", "abBa") == "a-a"
    assert word.fullmatch("a") is None
    assert word.flags & re.IGNORECASE
    assert made == [r"b+"]


def test_every_pattern_compiles() -> None:
    """A slip in one would otherwise be seen only when a policy makes it needed."""
    modules = [m.name for m in pkgutil.walk_packages(policy_kit.__path__, "policy_kit.")]
    found = [
        value
        for name in modules
        if not name.endswith("__main__")
        for value in vars(import_module(name)).values()
        if type(value).__name__ in ("regex", "seldom")
    ]
    assert len(found) > 100
    for pattern in found:
        re.compile(pattern.pattern, pattern.flags)


SELDOM: dict[str, list[list[str]]] = json.loads(NEEDS.read_text(encoding="utf-8"))


def test_what_seldom_matches_was_worked_out_from_the_patterns_as_they_are() -> None:
    assert NEEDS.read_text(encoding="utf-8") == compile_needs(), "run python -m policy_kit.regexes.build"


def _texts(pattern: str) -> tuple[str, ...]:
    """The simplest text that a pattern matches, alone and in others."""
    example = example_of(pattern)
    return example, f"So it is. {example} and more", f"So it is. {example}", f"{example} and more"


def test_nearly_every_pattern_has_an_example() -> None:
    """Of some the simplest text is ruled out by what must not stand beside it."""
    held = [p for p in SELDOM if any(re.search(p, text, re.IGNORECASE) for text in _texts(p))]
    assert len(held) > len(SELDOM) * 0.9


@pytest.mark.parametrize("pattern", SELDOM)
def test_a_pattern_that_seldom_matches_still_does(pattern: str) -> None:
    plain, ours = re.compile(pattern, re.IGNORECASE), seldom(pattern, re.IGNORECASE)
    for text in _texts(pattern):
        assert _spans(ours.finditer(text)) == _spans(plain.finditer(text))
        assert _span(ours.match(text)) == _span(plain.match(text))
        assert _span(ours.fullmatch(text)) == _span(plain.fullmatch(text))
        assert ours.findall(text) == plain.findall(text)
        assert ours.sub("-", text) == plain.sub("-", text)


def _spans(matches: Iterator[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None


_PIECES = sorted({s for groups in SELDOM.values() for group in groups for s in group} | set(" .,-'’A19"))


@given(st.sampled_from(sorted(SELDOM)), st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_it_finds_what_the_pattern_finds(pattern: str, text: str) -> None:
    assert _span(seldom(pattern, re.IGNORECASE).search(text)) == _span(
        re.search(pattern, text, re.IGNORECASE)
    )


def test_a_pattern_that_cannot_match_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(re, "compile", lambda *_: pytest.fail("it was compiled"))
    pattern = next(iter(SELDOM))
    assert seldom(pattern).search("zzz") is None
    assert list(seldom(pattern).finditer("zzz")) == seldom(pattern).findall("zzz") == []
    assert seldom(pattern).split("zzz") == [seldom(pattern).sub("", "zzz")] == ["zzz"]


_WORDINGS = (
    r"re-?views? date",
    r"next review(?:ed)?|\breviewed",
    r"\bdate\b(?! of)",
    r"(?<!o)n\b",
    r"review",
)


@given(
    st.lists(st.sampled_from(["review", "reviewed", "date", "next", " ", "of", "on", "n", "Re-View"])).map(
        "".join
    )
)
def test_the_first_of_several_is_found_as_by_one_pattern(text: str) -> None:
    one = re.compile("|".join(f"(?P<g{n}>{p})" for n, p in enumerate(_WORDINGS)), re.IGNORECASE)
    expected = [(int(str(found.lastgroup)[1:]), found.span()) for found in one.finditer(text)]
    several = Alternatives(_WORDINGS, re.IGNORECASE)
    assert [(number, match.span()) for number, match in several.finditer(text)] == expected


@given(
    st.sampled_from(sorted(SELDOM)), st.lists(st.sampled_from(_PIECES), max_size=8).map("".join), st.data()
)
def test_it_finds_what_the_pattern_finds_between_two_places(
    pattern: str, text: str, data: st.DataObject
) -> None:
    places = data.draw(st.lists(st.integers(0, len(text) + 1), max_size=2).map(sorted))
    plain, ours = re.compile(pattern, re.IGNORECASE), seldom(pattern, re.IGNORECASE)
    assert _span(ours.search(text, *places)) == _span(plain.search(text, *places))
    assert _span(ours.match(text, *places)) == _span(plain.match(text, *places))
