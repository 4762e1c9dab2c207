"""`guidance check` in words: what a file cites, and how each reference stands on a day."""

from __future__ import annotations

import datetime
import re

from policy_kit.cli.guidance_text.wording import day, of_edition, wrapped
from policy_kit.guidance import Edition, GuidanceDocument, Register
from policy_kit.guidance.citations import Citation, find_citations
from policy_kit.guidance.dates import in_words, readable
from policy_kit.guidance.standing import Standing, State, judge
from policy_kit.model import BlockKind, Document
from policy_kit.quick import dataclass

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_TITLES = {
    State.WITHDRAWN: "No longer guidance",
    State.SUPERSEDED: "Old editions",
    State.UNKNOWN: "Not in the register under that year",
    State.CURRENT: "The edition in force",
    State.UNDATED: "Named without an edition",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as a file cites it in one edition (or in none), with every place."""

    document: GuidanceDocument
    state: State
    cited: Edition | None
    in_force: Edition | None
    citations: tuple[Citation, ...]

    @property
    def changes(self) -> tuple[Edition, ...]:
        """The editions since the one cited, up to the one in force."""
        if self.cited is None or self.in_force is None or self.state is not State.SUPERSEDED:
            return ()
        return tuple(self.document.between(self.cited, self.in_force))


def references(document: Document, register: Register, on: datetime.date) -> list[Reference]:
    """What a document cites, the references that need a look first; mentions of the past are left out."""
    blocks = tuple(b for b in document.blocks if b.kind is not BlockKind.CONTENTS)
    grouped: dict[tuple[str, str, str], list[Standing]] = {}
    for citation in find_citations(blocks, register):
        standing = judge(citation, register, on)
        if standing and citation.context == "reference":
            label = standing.cited.label if standing.cited else str(citation.year or "")
            grouped.setdefault((standing.state, standing.document.id, label), []).append(standing)
    found = [
        Reference(s[0].document, s[0].state, s[0].cited, s[0].in_force, tuple(x.citation for x in s))
        for s in grouped.values()
    ]
    order = list(_TITLES)
    return sorted(found, key=lambda r: (order.index(r.state), r.citations[0].block, r.document.id))


def cited(found: list[Reference], document: Document, on: datetime.date) -> list[str]:
    """The lines of the list."""
    lines = [f"What {document.path} cites, as of {day(on)}"]
    if not found:
        lines += wrapped("It names no guidance or law that the register holds.", 2)
    for state, title in _TITLES.items():
        held = [r for r in found if r.state is state]
        if held:
            lines += ["", f"{title}:"]
            for reference in held:
                lines += _reference(reference, document)
    return lines


def _reference(reference: Reference, document: Document) -> list[str]:
    meant, last = reference.document, reference.in_force
    lines = wrapped(meant.title, 2, 4)
    label = f"{reference.cited.label}, as " if reference.cited else ""
    lines += wrapped(
        f"Cited: {label}“{_short(reference.citations[0].text)}” {_places(reference, document)}", 6
    )
    if reference.state is State.WITHDRAWN:
        lines += wrapped(f"Now: {meant.instead}.", 6)
    elif last and reference.state is not State.CURRENT and not meant.rolling:
        lines += wrapped(f"In force: {last.label}, since {in_words(last.starts_as_given)}.", 6)
    for edition in reference.changes:
        if edition.changes:
            lines += wrapped(f"Changed in {edition.label}: {readable(edition.changes)}", 6, 8)
    if reference.state is State.SUPERSEDED and last:
        lines += wrapped(f"How far verified: {of_edition(last)}", 6)
    if meant.url and reference.state in (State.SUPERSEDED, State.WITHDRAWN):
        lines.append(" " * 6 + meant.url)
    return lines


def _short(text: str, longest: int = 90) -> str:
    text = " ".join(_ADDRESS.sub("…", text).split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def _places(reference: Reference, document: Document) -> str:
    """Where the first mention stands, and how many more there are."""
    block = document.blocks[reference.citations[0].block]
    path = document.heading_path(block)
    where = f"under “{path[-1]}”" if path else "before the first heading"
    page = f", page {block.page}" if block.page else ""
    more = len({c.block for c in reference.citations}) - 1
    return f"({where}{page}{f'; {more} more' if more else ''})"
