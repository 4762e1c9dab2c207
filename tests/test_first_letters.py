"""Code that knows the letters a match begins with finds what the pattern finds, and looks at fewer places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.regexes.first_letters import _of_sequence
from policy_kit.regexes.kept import code_of, made
from policy_kit.sections.build import _patterns

_IGNORECASE = int(re.IGNORECASE)
_PIECES = [
    r"a",
    r"K",
    r"s",
    r"i",
    r"ß",
    r"[a-c]",
    r"[^a]",
    r"\d",
    r"(?:b|kS)",
    r"(?i:s)",
    r"(?-i:I)",
    r"(x)?",
    r"(?:a|)",
    r"b*",
    r"(?:ab){2}",
    r"\b",
    r"^",
    r"$",
    r"(?=[as])",
    r"(?!a)",
    r"(?<=a)",
    r"(?<!\w)",
    r".",
    r"é+",
    r"(?>ab|k)",
    r"a*+",
]
_LETTERS = "aAbBcCkK\u212asS\u017fiI\u0130\u0131xXß\u1e9eéÉ1 .\n"


def _first_of(pattern: str, flags: int = 0) -> str | None:
    """The letters that a match begins with, in order; None if they cannot be told."""
    from re import _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    found = _of_sequence(parsed, flags | parsed.state.flags)
    return "".join(map(chr, sorted(found[0]))) if found and not found[1] else None


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\b(?:plan|review)s?\b", "pr"),
        (r"(?i)\b(?:plan|review)", "PRpr"),
        (r"(?i:ks?)", "Kk\u212a"),  # the sign of a kelvin is a k in lower case
        (r"(?<!\w)(?:a )?policy", "ap"),
        (r"(?=ab)[b-d]", "bcd"),
        (r"(?:so|)", None),  # may be nothing
        (r"(?:a|\w)b", None),
        (r".a", None),
        (r"[^a]", None),
        (r"\bthe\b|\d", None),
    ],
)
def test_what_a_match_begins_with(pattern: str, letters: str | None) -> None:
    assert _first_of(pattern) == letters


def test_they_are_told_for_most_patterns_and_stand_in_the_code() -> None:
    kept = code_of(_patterns()).values()
    assert sum(one.code[2] != 0 for one in kept) > 0.8 * len(kept)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4),
    st.sampled_from([0, _IGNORECASE, int(re.IGNORECASE | re.DOTALL | re.MULTILINE)]),
    st.text(_LETTERS, max_size=12),
)
def test_the_same_is_found(pieces: list[str], flags: int, text: str) -> None:
    pattern = "".join(pieces)
    ((_, kept),) = code_of([(pattern, flags)]).items()
    ours, wanted = made(pattern, kept), re.compile(pattern, flags)
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in wanted.finditer(text)]
    assert ours.sub("-", text) == wanted.sub("-", text)


def test_the_patterns_of_the_package_find_the_same_in_a_policy() -> None:
    text = Path("examples/old-policy/policy.md").read_text(encoding="utf-8")[:3_000]
    for (pattern, flags), kept in code_of(_patterns()).items():
        wanted = [m.span() for m in re.compile(pattern, flags).finditer(text)]
        assert [m.span() for m in made(pattern, kept).finditer(text)] == wanted, pattern
