"""`guidance list` in words: what is in force on a day, statutory guidance first."""

from __future__ import annotations

import datetime

from policy_kit.cli.guidance_text.wording import day, wrapped
from policy_kit.guidance import InForce, Register
from policy_kit.guidance.dates import in_words


def listing(register: Register, on: datetime.date, nation: str) -> list[str]:
    """The lines of the list, with what the register rests on and what it does not know."""
    held = register.on(on, nation)
    lines = [
        f"In force in {nation} on {day(on)}",
        f"The register was last checked on {day(register.checked_on)}.",
    ]
    for title, entries in _groups(held):
        if entries:
            lines += ["", f"{title}:"]
            for entry in entries:
                lines += _entry(entry)
    lines += ["", "What could not be found out:"]
    for gap in register.unsure:
        lines += wrapped(f"- {gap}", 2, 4)
    return [*lines, "", "policy-kit guidance show ID tells more of each."]


def _groups(held: tuple[InForce, ...]) -> list[tuple[str, list[InForce]]]:
    laws = sorted((e for e in held if e.document.kind == "law"), key=lambda e: e.document.title)
    guidance = sorted((e for e in held if e.document.kind != "law"), key=lambda e: e.document.title)
    return [
        ("Statutory guidance", [e for e in guidance if e.document.statutory]),
        ("Other guidance, standards and services", [e for e in guidance if not e.document.statutory]),
        ("Law", laws),
    ]


def _entry(entry: InForce) -> list[str]:
    document, edition = entry.document, entry.edition
    lines = wrapped(f"{document.id}: {document.title}", 2, 4)
    if edition and not document.rolling:
        since = in_words(edition.starts_as_given)
        follow = f", to be followed from {in_words(edition.follow_from)}" if edition.follow_from else ""
        unsure = " (not from a sure source: check)" if not edition.is_sure else ""
        lines += wrapped(f"{edition.label}, since {since}{follow}{unsure}", 6)
    elif edition:
        lines += wrapped("a page that changes without editions", 6)
    for part in entry.parts:
        since = f", since {in_words(part.starts_as_given)}" if part.starts_as_given else ""
        lines += wrapped(f"- {part.label}{since}", 6, 8)
    return lines
