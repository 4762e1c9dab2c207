"""Words that the guidance commands share: dates, how far a fact is verified, lines 80 columns wide."""

from __future__ import annotations

import datetime
import textwrap

from policy_kit.guidance.dates import MONTHS
from policy_kit.guidance.model import Edition, GuidanceDocument

WIDTH = 80


def day(on: datetime.date) -> str:
    """A day as a person says it."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def wrapped(text: str, indent: int = 0, hang: int | None = None) -> list[str]:
    """A text in lines of 80 columns, indented; addresses are never cut."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent if hang is None else hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def how_verified(verified: str, memory_part: str = "", evidence: str = "", confidence: str = "") -> str:
    """How far a fact is verified, in plain words."""
    if verified == "memory":
        return "From memory, not from a source: check it."
    if confidence == "low":
        return "From one weak report: check it."
    if evidence == "third_party":
        return "Known from others' reports; the text itself was not seen."
    if verified == "partly":
        part = f" ({memory_part})" if memory_part else ""
        return f"Partly from memory{part}, the rest from a source."
    return "Read in a copy of a source" + (f"; from memory: {memory_part}." if memory_part else ".")


def of_edition(edition: Edition) -> str:
    """How far an edition is verified."""
    return how_verified(edition.verified, edition.memory_part, edition.evidence, edition.confidence)


def of_document(document: GuidanceDocument) -> str:
    """How far a document's entry is verified."""
    return how_verified(document.verified, document.memory_part)
