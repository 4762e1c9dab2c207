"""`guidance show` in words: one document, body or term of the register."""

from __future__ import annotations

import datetime

from policy_kit.cli.guidance_text.wording import day, how_verified, of_document, of_edition, wrapped
from policy_kit.guidance import Edition, GuidanceDocument, Organisation, Register, Term
from policy_kit.guidance.dates import in_words, readable


def shown(register: Register, name: str, on: datetime.date) -> list[str] | None:
    """The lines for the entry of that id, as of a day; None if the register holds none."""
    document = register.document(name)
    if document:
        return _document(register, document, on)
    organisation = next((o for o in register.organisations if o.id == name), None)
    if organisation:
        return _organisation(organisation)
    term = next((t for t in register.terms if t.id == name), None)
    return _term(term) if term else None


def _document(register: Register, document: GuidanceDocument, on: datetime.date) -> list[str]:
    kind = "statutory guidance" if document.statutory and document.kind == "guidance" else document.kind
    lines = wrapped(document.title)
    lines += wrapped(f"{document.publisher}; {kind}; {', '.join(document.nations)}")
    if document.status_note:
        lines += wrapped(f"Status: {document.status_note}.")
    lines += wrapped(_standing(register, document, on))
    if document.url:
        lines.append(document.url)
    if document.note:
        lines += wrapped(f"Note: {readable(document.note)}")
    lines += ["", "Editions:"]
    for edition in document.editions:
        lines += _edition(document, edition, on)
    if document.reported:
        lines += ["", "What others report; prompts to check, not facts:"]
        for report in document.reported:
            note = f" ({report.note})" if report.note else ""
            lines += wrapped(f"- {report.about}, {report.confidence} confidence: {report.fact}{note}", 2, 4)
    return [*lines, "", *wrapped(f"How far verified: {of_document(document)}")]


def _standing(register: Register, document: GuidanceDocument, on: datetime.date) -> str:
    """One sentence: which edition is in force on the day."""
    for nation in document.nations:
        edition = register.in_force(document.id, on, nation)
        if edition and document.rolling:
            return f"On {day(on)}: a page that changes without editions."
        if edition:
            return f"In force on {day(on)}: {edition.label}, since {in_words(edition.starts_as_given)}."
    if document.instead:
        when = f" since {in_words(document.withdrawn)}" if document.withdrawn else ""
        return f"Not in force on {day(on)} ({document.status}{when}): {document.instead}."
    if document.parts:
        return "Its parts came into force one by one, as listed."
    return f"No edition was in force on {day(on)}."


def _edition(document: GuidanceDocument, edition: Edition, on: datetime.date) -> list[str]:
    lines = wrapped(f"{edition.label}: {_when(document, edition, on)}", 2, 4)
    if edition.title:
        lines += wrapped(f"Title: {edition.title}", 6)
    for version in edition.versions:
        lines += wrapped(f"There is a version for {version}.", 6)
    if edition.changes:
        lines += wrapped(f"What changed: {readable(edition.changes)}", 6)
    if edition.note:
        lines += wrapped(f"Note: {readable(edition.note)}", 6)
    if edition.caution:
        lines += wrapped(f"Take care: {readable(edition.caution)}", 6)
    return lines + wrapped(of_edition(edition), 6)


def _when(document: GuidanceDocument, edition: Edition, on: datetime.date) -> str:
    if edition.kind == "not-issued":
        return "there was no such edition"
    if edition.commencement:
        return f"in force: {edition.commencement}"
    if not edition.starts_as_given:
        return "its date is not recorded"
    ends = document.ends(edition)
    told = f"in force from {in_words(edition.starts_as_given)}"
    if ends:
        told += f" until {day(ends - datetime.timedelta(days=1))}"
    if edition.starts and edition.starts > on:
        told += " (not yet on that day)"
    if edition.follow_from:
        told += f", to be followed from {in_words(edition.follow_from)}"
    return told


def _organisation(organisation: Organisation) -> list[str]:
    lines = wrapped(organisation.name)
    if organisation.old_names:
        lines += wrapped(f"Formerly: {', '.join(organisation.old_names)}")
    if organisation.when:
        lines += wrapped(f"When: {readable(organisation.when)}")
    lines += [line for line in (organisation.url, organisation.phone, organisation.email) if line]
    for retired in organisation.retired:
        lines += wrapped(f"- {retired.what[0].upper()}{retired.what[1:]}; {retired.use}.", 2, 4)
    if organisation.note:
        lines += wrapped(f"Note: {readable(organisation.note)}")
    verified = how_verified(organisation.verified, organisation.memory_part)
    return [*lines, *wrapped(f"How far verified: {verified}")]


def _term(term: Term) -> list[str]:
    lines = wrapped(f"{', '.join(term.old)}: say {term.current} (since {readable(term.since)})")
    lines += wrapped(f"Why: {term.why}.")
    if term.keep_if:
        lines += wrapped(f"The old words stay right for: {term.keep_if}.")
    if term.why_not:
        lines += wrapped(f"Never reported as a fault: {term.why_not}.")
    return [*lines, *wrapped(f"How far verified: {how_verified(term.verified)}")]
