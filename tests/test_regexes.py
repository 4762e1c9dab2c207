"""Patterns compiled when first used: they are compiled ones from then on, and each of ours is sound."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

import pytest

import policy_kit
from policy_kit.regexes import regex


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
        if type(value).__name__ == "regex"
    ]
    assert len(found) > 100
    for pattern in found:
        re.compile(pattern.pattern, pattern.flags)
