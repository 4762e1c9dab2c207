"""Why this year's template differs from last year's: the guidance that came into force between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from policy_kit.generate.words import british_date
from policy_kit.guidance import Edition, GuidanceDocument, Register
from policy_kit.guidance.citations import find_citations
from policy_kit.renew.facts import settle
from policy_kit.renew.model import Fact
from policy_kit.renew.texts import plain
from policy_kit.standard import Standard

_REPORTED = "as others report it"
_MOST = 2  # documents named in one reason


def reasons(
    register: Register, standard: Standard, facts: Sequence[Fact], since: date, on: date
) -> Callable[[str, str, str], str]:
    """A function from a section's id, the old words and the new to why they differ, '' if nothing is known.

    Only editions that came into force after `since` and by `on`, and that rest on more than memory, are
    named: first those that the words cite, else those that the section's points rest on.
    """

    @cache
    def of_section(section_id: str) -> tuple[str, ...]:
        section = standard.section(section_id)
        sources = "\n".join(point.source for point in section.points) if section else ""
        return tuple(dict.fromkeys(c.document_id for c in find_citations(sources, register)))

    def told(documents: Iterable[str]) -> str:
        new = [_told(d, e) for d, e in _newly_in_force(documents, register, since, on)]
        return " ".join(new[:_MOST])

    def reason(section_id: str, old: str, new: str) -> str:
        if plain(settle(old, old, new, facts).base) == plain(new):
            return "The profile says so."
        cited = {(c.document_id, c.edition) for c in find_citations(new, register)}
        before = {(c.document_id, c.edition) for c in find_citations(old, register)}
        by_words = told(dict.fromkeys(document for document, _ in sorted(cited - before, key=str)))
        if by_words:
            return by_words
        by_section = told(of_section(section_id))
        return f"This section rests on guidance that changed. {by_section}" if by_section else ""

    return reason


def _newly_in_force(
    documents: Iterable[str], register: Register, since: date, on: date
) -> Iterator[tuple[GuidanceDocument, Edition]]:
    for document_id in documents:
        document, edition = register.document(document_id), register.in_force(document_id, on)
        if document and edition and edition.is_sure and edition.starts and since < edition.starts <= on:
            yield document, edition


def _told(document: GuidanceDocument, edition: Edition) -> str:
    starts = british_date(edition.starts) if edition.starts else ""
    sure = edition.changes and not edition.changes.startswith(_REPORTED)
    changed = f" It changed: {edition.changes.rstrip('.')}." if sure else ""
    return f"The {edition.label} edition of “{document.title}” is in force since {starts}.{changed}"
