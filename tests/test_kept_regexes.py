"""A pattern made of the code that was kept of it is the pattern; what cannot be used is compiled as ever."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from policy_kit.regexes import kept as regexes
from policy_kit.regexes.kept import code_of, compiled, keep
from policy_kit.sections import build
from policy_kit.sections.build import _patterns

_PATTERNS = (
    (r"(?P<year>\d{4})-(\d\d)|(?i:st)\.?", 0),
    ("[é-ü]+\\b", int(re.IGNORECASE | re.DOTALL)),
    ("\ud800", 0),
)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(regexes, "FILE", tmp_path / "compiled.bin")
    regexes._kept.cache_clear()
    keep(code_of(_PATTERNS))
    yield regexes.FILE
    regexes._kept.cache_clear()


@pytest.mark.parametrize(("pattern", "flags"), _PATTERNS)
def test_a_pattern_is_the_same_as_compiled(
    kept: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, flags: int
) -> None:
    wanted = re.compile(pattern, flags)
    with monkeypatch.context() as patch:
        patch.setattr(re, "compile", None)  # it is not asked
        made = compiled(pattern, re.RegexFlag(flags))
    assert type(made) is re.Pattern
    assert (made.pattern, made.flags) == (wanted.pattern, wanted.flags)
    assert (made.groups, made.groupindex, made.flags) == (wanted.groups, wanted.groupindex, wanted.flags)


def test_named_groups_are_told_by_their_names(kept: Path) -> None:
    found = compiled(*_PATTERNS[0]).match("2026-11")
    assert found
    assert (found["year"], found.lastgroup, found.groupdict()) == ("2026", None, {"year": "2026"})


def test_every_pattern_of_the_package_can_be_kept() -> None:
    patterns = sorted(_patterns())
    assert len(patterns) > 500
    assert list(code_of(patterns)) == patterns


@pytest.mark.parametrize("content", [b"", b"{}\n", b"[]\n", b'{"python": [], "entries": {}}\n', b"\xff\n"])
def test_what_is_no_code_is_passed_over(kept: Path, content: bytes) -> None:
    kept.write_bytes(content)
    regexes._kept.cache_clear()
    assert compiled("a+").findall("caat") == ["aa"]


def test_code_of_another_python_is_passed_over(kept: Path) -> None:
    head, codes = kept.read_bytes().split(b"\n", 1)
    data = json.loads(head)
    data["python"][0] = "3.99.0"
    kept.write_bytes(json.dumps(data).encode() + b"\n" + b"\xff" * len(codes))
    regexes._kept.cache_clear()
    assert not regexes._kept().entries


def test_code_that_is_damaged_is_compiled_anew(kept: Path) -> None:
    head, codes = kept.read_bytes().split(b"\n", 1)
    kept.write_bytes(head + b"\n" + b"\xff" * len(codes))
    regexes._kept.cache_clear()
    pattern, flags = _PATTERNS[0]
    assert compiled(pattern, flags) == re.compile(pattern, flags)


@pytest.mark.parametrize("fault", [ImportError, AttributeError, TypeError])
def test_a_python_made_otherwise_inside_keeps_nothing(
    monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def fails(patterns: object) -> dict[object, object]:
        raise fault("no such step")

    assert build._code()
    monkeypatch.setattr(build, "code_of", fails)
    assert build._code() == {}
