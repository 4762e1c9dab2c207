"""A renewal told as text for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from policy_kit.compare.redline import OBJECT
from policy_kit.generate.words import british_date
from policy_kit.model import SectionStatus
from policy_kit.renew.entries import Entry
from policy_kit.renew.renewing import Renewal
from policy_kit.renew.taking_over import TakingOver
from policy_kit.renew.texts import plain, sentences
from policy_kit.reports.phrases import STATUS_WORDS, counted, one_line
from policy_kit.reports.text_page import Page

_ORDER = (
    ("conflict", "To decide", "changed by you and by the template; nothing of either is lost"),
    ("followed", "Taken from the profile", "your file said something else"),
    ("dropped", "Left out", "you took it out, and it stays out"),
    ("removed", "Given up by the template", "and you had not changed it"),
    ("kept", "Your edits kept", ""),
    ("merged", "Your edits and the template's, together", ""),
    ("taken", "Taken from this year's template", ""),
)  # fmt: skip
_FIRST_FEW = 8
_LONGEST = 240


def as_text(renewal: Renewal, *, width: int = 80, colour: bool = False, verbose: bool = False) -> str:
    """What was kept, taken over, left out and left to decide, and how the result stands."""
    page = Page(max(width, 40), colour)
    left = len(renewal.conflicts)
    page.line(
        f"{counted(left, 'thing', 'things')} to decide before it goes to governors"
        if left
        else "Nothing is left to decide",
        style="bold red" if left else "bold green",
    )
    since = f", generated on {british_date(renewal.since)}" if renewal.since else ""
    page.line(f"Last year's text: {one_line(renewal.base)}{since}.", indent=2)
    if renewal.marked:
        changes = counted(renewal.marked, "tracked change", "tracked changes")
        page.line(f"Your file held {changes}, taken as accepted.", indent=2)
    for kind, title, told in _ORDER:
        found = [entry for entry in renewal.entries if entry.kind == kind]
        if found:
            _group(
                page, title, told, found, everything=verbose or kind in ("conflict", "followed", "dropped")
            )
    for told in renewal.by_hand:
        page.line(told, first="  - ", indent=4)
    _audit(page, renewal)
    return "\n".join(page.lines) + "\n"


def _group(page: Page, title: str, told: str, found: Sequence[Entry], *, everything: bool) -> None:
    page.heading(f"{title} ({len(found)})")
    if told:
        page.line(told, style="dim")
    for entry in found if everything else found[:_FIRST_FEW]:
        _entry(page, entry, everything=everything)
    if not everything and len(found) > _FIRST_FEW:
        page.line(f"and {len(found) - _FIRST_FEW} more; --verbose tells them all", indent=2)


def _entry(page: Page, entry: Entry, *, everything: bool) -> None:
    where = entry.heading or "before the first heading"
    if entry.whole:
        page.line(f"the whole of “{one_line(where)}”", first="  - ", indent=4)
        return
    page.line(one_line(where), first="  - ", indent=4, style="bold")
    if entry.kind == "followed":
        page.line(
            f"You wrote “{one_line(entry.mine)}”; the profile says “{one_line(entry.theirs)}”.", indent=4
        )
        return
    if entry.kind == "conflict":
        sides = [
            ("Last year", entry.base),
            ("Yours", _edit(entry.base, entry.mine)),
            ("Template", _edit(entry.base, entry.theirs)),
        ]
    else:
        was, now = _differing(entry.base, entry.result)
        sides = [("Was", was), ("Now", now)]
    for label, text in sides:
        if text:
            page.line(_short(text), first=f"    {label}:", indent=16)
    if entry.why and (everything or entry.kind == "conflict"):
        page.line(entry.why, first="    Why:", indent=16)


def _edit(was: str, now: str) -> str:
    """What one side made of a text: the sentences that differ, or that it is taken out."""
    if not now:
        return "(taken out)"
    come = _differing(was, now)[1] if was else now
    return f"… {come}" if come and come != now else now


def _differing(was: str, now: str) -> tuple[str, str]:
    """The sentences of each text that the other does not have; the whole texts if they differ in none."""
    old, new = ([plain(s) for s in sentences(text)] for text in (was, now))
    gone = " ".join(s for s in old if s not in new)
    come = " ".join(s for s in new if s not in old)
    return (gone, come) if gone or come else (was, now)


def _short(text: str) -> str:
    text = one_line(text.replace(OBJECT, "(a picture or drawing)"))
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _audit(page: Page, renewal: Renewal) -> None:
    (audit,) = renewal.audit.policies
    page.heading("The result, audited")
    total = audit.summary
    page.line(
        f"With every change accepted: {counted(total.errors, 'thing', 'things')} to mend first, "
        f"{counted(total.warnings, 'warning', 'warnings')}, "
        f"{counted(total.advice, 'piece', 'pieces')} of advice."
    )
    for section in missing(renewal):
        page.line(f"You took out “{section}”, and the standard asks for it.", first="  - ", indent=4)


def missing(renewal: Renewal) -> list[str]:
    """The titles of the sections that the school took out and the standard asks for."""
    dropped = {entry.section for entry in renewal.entries if entry.kind == "dropped" and entry.whole}
    (audit,) = renewal.audit.policies
    sections = audit.policy.sections if audit.policy else ()
    return [s.title for s in sections if s.id in dropped and s.status is not SectionStatus.NOT_APPLICABLE]


def as_json(renewal: Renewal) -> str:
    """The same as JSON, by schemas/renewal.schema.json."""
    (audit,) = renewal.audit.policies
    told: dict[str, Any] = {
        "schema_version": 1,
        "on": renewal.on.isoformat(),
        "base": {"from": renewal.base, "on": renewal.since.isoformat() if renewal.since else None},
        "conflicts": len(renewal.conflicts),
        "tracked_before": renewal.marked,
        "by_hand": list(renewal.by_hand),
        "entries": [_as_json(entry) for entry in renewal.entries],
        "audit": {
            "errors": audit.summary.errors,
            "warnings": audit.summary.warnings,
            "advice": audit.summary.advice,
            "taken_out_but_required": missing(renewal),
        },
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def taking_over_as_text(told: TakingOver, *, width: int = 80, colour: bool = False) -> str:
    """What a policy could take over from this year's template, by section, in the template's words."""
    page = Page(max(width, 40), colour)
    page.line("Nothing was merged: what your policy was before your edits is not known.", style="bold red")
    page.line(
        "Below is what this year's template says for your school and your policy was not found to say. "
        "Copy what you want, and make it your own.",
        indent=2,
    )
    for section in told.sections:
        page.heading(f"{one_line(section.title)} ({STATUS_WORDS[section.status]} in yours)")
        if section.headings:
            page.line(f"Yours: {'; '.join(map(one_line, section.headings))}", style="dim")
        for offer in section.offers:
            level = "" if offer.level == "must" else f" ({offer.level})"
            page.line(f"{one_line(offer.point)}{level}", first="  - ", indent=4)
            page.line(f"“{one_line(offer.words)}”", indent=6)
    page.gap()
    page.line(
        f"{counted(told.complete, 'section', 'sections')} of yours lacked nothing that the template says."
    )
    return "\n".join(page.lines) + "\n"


def taking_over_as_json(told: TakingOver, on: date) -> str:
    """The same as JSON."""
    sections = [
        {
            "title": section.title,
            "status": section.status.value,
            "headings": list(section.headings),
            "take_over": [
                {"point": offer.point, "level": offer.level, "words": offer.words} for offer in section.offers
            ],
        }
        for section in told.sections
    ]
    whole = {"schema_version": 1, "on": on.isoformat(), "merged": False, "sections": sections}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _as_json(entry: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "section": entry.section or None,
        "heading": entry.heading,
        "whole": entry.whole,
        "last_year": entry.base,
        "school": entry.mine,
        "template": entry.theirs,
        "result": entry.result,
        "why": entry.why,
    }
