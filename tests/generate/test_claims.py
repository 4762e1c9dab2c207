"""Every claim of law or duty in the clauses can be traced to the guidance register, and to no mere memory.

A line that speaks of law names a document of the register, or carries its id in an author's note:
`Upskirting is a criminal offence. {# kcsie #}`.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from policy_kit.guidance import Register, load_register
from policy_kit.guidance.citations import find_citations
from policy_kit.guidance.model import GuidanceDocument

_CLAUSES = Path(__file__).resolve().parents[2] / "templates" / "online-safety" / "clauses"
_DAY = date(2026, 11, 21)
_LEGAL = re.compile(
    r"\b(?:il|un)?legal(?:ly)?\b|\b(?:un)?lawful(?:ly)?\b|\blaws?\b|\bcrimes?\b|\boffences?\b"
    r"|\bstatutory\b|\bdut(?:y|ies)\b|\bAct (?:19|20)\d\d|\bregulations?\b|\bUK GDPR\b|\bpowers\b"
)
_NOTE = re.compile(r"\{#\s(.*?)\s#\}")


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register()


def _lines() -> list[tuple[str, str, tuple[str, ...]]]:
    """Each line of each clause that speaks of law: its place, its words, and the ids noted with it."""
    found = []
    for path in sorted(_CLAUSES.glob("*.md")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            noted = tuple(i.strip() for note in _NOTE.findall(line) for i in note.split(","))
            words = _NOTE.sub("", line)
            if noted or (_LEGAL.search(words) and not words.startswith("#")):
                found.append((f"{path.name}, line {number}", words, noted))
    return found


def _certain(document: GuidanceDocument) -> bool:
    return "England" in document.nations and document.verified in ("sourced", "partly")


@pytest.mark.parametrize(("place", "words", "noted"), _lines(), ids=[place for place, _, _ in _lines()])
def test_a_claim_of_law_rests_on_the_register(
    place: str, words: str, noted: tuple[str, ...], register: Register
) -> None:
    named = {citation.document_id for citation in find_citations(words, register)}
    assert noted or named, f"{place}: what register entry does this rest on? {words}"
    for entry in (*noted, *sorted(named)):
        document = register.document(entry)
        assert document is not None, f"{place}: the register has no entry {entry}"
        assert _certain(document), f"{place}: {entry} is known from memory only"


def test_enough_lines_are_looked_at() -> None:
    assert len(_lines()) > 30
