"""Points that are facts of the policy rather than wordings: dates, approval, people, editions."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from policy_kit.guidance import Register
from policy_kit.guidance.citations import find_citations
from policy_kit.model import DONE_DATES, Block, DateKind, Document, Evidence, Part, Person, PolicyDate
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom
from policy_kit.sections.headings import is_appendix

_BODY_NAMED = regex(
    r"\b(?:approved|ratified|adopted|agreed|signed off)\b.{0,80}?"
    r"\b(?:govern\w+|trust(?:ees| board)?|board|proprietor|committee|council|directors|corporation)\b"
    r"|\b(?:govern\w+|trust(?:ees| board)?|board|proprietor|committee|corporation)\b.{0,60}?"
    r"\b(?:approved|ratified|adopted|agreed)\b",
    re.IGNORECASE | re.DOTALL,
)
# A mail address, a telephone number, an extension, a room.
_REACHED_AT = seldom(
    r"\w@\w|\b0\d{2,4}\)?[ -]?\d{3}|\+44|\bext(?:n|ension)?\b\.? ?\d|\b(?:room|office|reception|desk)\b",
    re.IGNORECASE,
)
_BESIDE = 3  # blocks in which a person's name, post and number stand under one another
_MOST_MONTHS = 12  # from one review to the next: KCSIE 2025, annual review of the approach
_APPENDIX_REF = seldom(r"\b(?:appendix|annexe?)\s+(\d+|[A-Z])\b(?!['’])", re.IGNORECASE)
_SEVERAL_NAMED = seldom(
    r"\b(?:appendices|annexes)\s+((?:\d+|[A-Z])(?:(?:\s*,\s*|\s*,?\s*(?:and|&|to|[-–])\s*)(?:\d+|[A-Z])\b)+)",
    re.IGNORECASE,
)
_MARK = regex(r"\b(?:\d+|[A-Z])\b")
_OVER_ALL = regex(r"\b(?:appendices|annexe?s|schedules|attachments|enclosures)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class ReadOff:
    """What was read off the policy before its points are asked."""

    document: Document
    school_name: str
    dates: tuple[PolicyDate, ...]
    people: tuple[Person, ...]


def facts_of(read: ReadOff, register: Register, on: date) -> dict[str, Evidence]:
    """The facts that evidence rules may name, each with the words it was read from.

    school-name, approval, next-review-date, named-people, policy-owner, kcsie-current,
    appendices-numbered.
    """
    asked = {
        "school-name": _school_name(read),
        "approval": _approval(read),
        "next-review-date": _next_review(read),
        "named-people": _named_people(read),
        "policy-owner": _person(read, "policy-owner"),
        "kcsie-current": _current_edition(read.document, register, "kcsie", on),
        "appendices-numbered": _appendices(read.document),
    }
    return {name: evidence for name, evidence in asked.items() if evidence is not None}


def _school_name(read: ReadOff) -> Evidence | None:
    if not read.school_name:
        return None
    for block in read.document.blocks:
        if read.school_name.casefold() in block.text.casefold():
            return Evidence(_short(block.text), read.document.location(block))
    return None


def _approval(read: ReadOff) -> Evidence | None:
    """An approving body that is named, with a date of approval."""
    if not any(found.kind is DateKind.APPROVED and found.date for found in read.dates):
        return None
    for block in read.document.blocks:
        if _BODY_NAMED.search(block.text):
            return Evidence(_short(block.text), read.document.location(block))
    return None


def _next_review(read: ReadOff) -> Evidence | None:
    """A date of next review, no later than the month in which a year is up since the policy's last date."""
    due = max((d for d in read.dates if d.kind is DateKind.NEXT_REVIEW and d.date), key=_last, default=None)
    if due is None:
        return None
    earliest = due.first or _last(due)
    since = max((_last(d) for d in read.dates if d.kind in DONE_DATES and _last(d) < earliest), default=None)
    if since and (earliest.year - since.year) * 12 + earliest.month - since.month > _MOST_MONTHS:
        return None
    return Evidence(
        f"{due.label} {due.text}".strip() if due.label not in due.text else due.text, due.location
    )


def _last(found: PolicyDate) -> date:
    return found.date or date.max


def _named_people(read: ReadOff) -> Evidence | None:
    """The DSL by name and at least two more of those a reader must be able to reach, and how to reach one."""
    wanted = {
        "designated-safeguarding-lead",
        "deputy-designated-safeguarding-lead",
        "headteacher",
        "link-governor",
        "online-safety-lead",
        "it-manager",
    }
    named = {p.role: p for p in read.people if p.role in wanted and p.name}
    if "designated-safeguarding-lead" not in named or len(named) < 3:
        return None
    if not any(_says_how_to_reach(read.document, person) for person in read.people if person.role in wanted):
        return None
    lead = named["designated-safeguarding-lead"]
    return Evidence(f"{lead.post}: {lead.name}" if lead.post else lead.name, lead.location)


def _says_how_to_reach(document: Document, person: Person) -> bool:
    """Whether an address, a number or a place stands with the name or right after it."""
    first = person.location.block
    if first is None:
        return False
    return any(_REACHED_AT.search(block.text) for block in document.blocks[first : first + _BESIDE])


def _person(read: ReadOff, role: str) -> Evidence | None:
    person = next((p for p in read.people if p.role == role and p.name), None)
    return Evidence(f"{person.post}: {person.name}", person.location) if person else None


def _current_edition(document: Document, register: Register, guidance_id: str, on: date) -> Evidence | None:
    """A citation of the guidance in the edition in force on the day."""
    in_force = register.in_force(guidance_id, on)
    if in_force is None:
        return None
    for citation in find_citations(document.text_blocks, register):
        if citation.document_id == guidance_id and citation.edition == in_force.label:
            block = document.blocks[citation.block]
            return Evidence(_short(block.text), document.location(block))
    return None


def _appendices(document: Document) -> Evidence | None:
    """Appendices are there, no number left out or twice, and each that the text names is among them.

    The heading over them all is none of them.
    """
    all_headed = [b for b in document.text_blocks if b.is_heading and is_appendix(b.display)]
    headings = [b for b in all_headed if not _OVER_ALL.search(b.display)]
    there = [m[1].upper() for b in headings if (m := _APPENDIX_REF.search(b.display))]
    numbers = sorted(int(mark) for mark in there if mark.isdigit())
    gap = any(later > earlier + 1 for earlier, later in pairwise(numbers))
    if not headings or gap or len(set(there)) != len(there) or not _named(document) <= set(there):
        return None
    first: Block = headings[0]
    return Evidence(first.display, document.location(first))


def _named(document: Document) -> set[str]:
    """The marks of the appendices that the text names: "Appendix 2", "Appendices 1, 2 and 3"."""
    named: set[str] = set()
    for block in document.text_blocks:
        if not block.is_heading and block.part in (Part.BODY, Part.TEXT_BOX):
            for found in (*_APPENDIX_REF.finditer(block.text), *_SEVERAL_NAMED.finditer(block.text)):
                # "Annex C of KCSIE" is another document's.
                if not re.match(r"\s*(?:of|to|in)\s+(?:the\s+)?(?!this)[A-Z]", block.text[found.end() :]):
                    named.update(mark.upper() for mark in _MARK.findall(found[1]))
    return named


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 200 else text[:200].rsplit(" ", 1)[0] + " …"
