"""Reads a whole OpenDocument text: body, notes, headers and footers, comments, what was not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.digests import sha256
from policy_kit.model import Comment, Document, Location, NotChecked, Part
from policy_kit.sources import limits
from policy_kit.sources.gathering import Gathered, blocks_of, tidy
from policy_kit.sources.odt.boxes import filled_in
from policy_kit.sources.odt.lists import Numbering
from policy_kit.sources.odt.names import DC, META, OFFICE, STYLE, TEXT
from policy_kit.sources.odt.package import Parts, open_parts
from policy_kit.sources.odt.shared import Shared
from policy_kit.sources.odt.story import Story
from policy_kit.sources.odt.styles import Styles
from policy_kit.sources.odt.words import WordReader

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTIES = (
    (f"{DC}title", "title"),
    (f"{DC}subject", "subject"),
    (f"{META}initial-creator", "author"),
    (f"{DC}creator", "last_modified_by"),
    (f"{META}creation-date", "created"),
    (f"{DC}date", "modified"),
    (f"{META}keyword", "keywords"),
    (f"{DC}description", "description"),
    (f"{META}generator", "application"),
)
_MARGINS = (("header", Part.HEADER), ("footer", Part.FOOTER))
_KINDS = ("", "-first", "-left")
_FIRST_MASTER = "Standard"


def read_whole(path: Path, data: bytes) -> Document:
    """Read an OpenDocument text. Raises UnreadableFile, in one line, if it cannot be read."""
    parts = open_parts(path, data)
    text = parts.text
    styles = Styles(parts)
    shared = Shared(
        path=path,
        styles=styles,
        numbering=Numbering(styles.lists, styles.outline),
        words=WordReader(styles),
        fields=filled_in(text),
        paged=text.get(f"{TEXT}use-soft-page-breaks") == "true",
    )
    drafts: list[Gathered] = []
    Story(shared, Part.BODY).blocks_of(text, drafts)
    drafts.sort(key=lambda d: d.part not in (Part.BODY, Part.TEXT_BOX))
    drafts.extend(_notes(shared))
    drafts.extend(_margins(shared, parts))
    blocks = blocks_of(drafts, path)
    document = Document(
        path=str(path),
        format="odt",
        sha256=sha256(data).hexdigest(),
        blocks=blocks,
        properties=tuple(_properties(parts)),
        revisions=sum(len(changes) for changes in text.iter(f"{TEXT}tracked-changes")),
    )
    return replace(document, comments=_comments(shared, document), not_checked=_not_checked(shared, document))


def _notes(shared: Shared) -> Iterator[Gathered]:
    """Footnotes and endnotes; a note may hold no further notes."""
    for note in shared.notes:
        body = note.find(f"{TEXT}note-body")
        part = Part.ENDNOTE if note.get(f"{TEXT}note-class") == "endnote" else Part.FOOTNOTE
        if body is not None:
            drafts: list[Gathered] = []
            Story(shared, part).blocks_of(body, drafts)
            yield from drafts


def _margins(shared: Shared, parts: Parts) -> list[Gathered]:
    """Headers, then footers, of the page styles in use; the same words once."""
    masters = {
        node.get(f"{STYLE}name") or "": node
        for root in (parts.styles, parts.content)
        if root is not None
        for node in root.iter(f"{STYLE}master-page")
    }
    out: list[Gathered] = []
    said: set[tuple[Part, str]] = set()
    for kind, part in _MARGINS:
        for name in _masters_in_use(shared, masters):
            for variant in _KINDS:
                node = masters[name].find(f"{STYLE}{kind}{variant}")
                if node is None or node.get(f"{STYLE}display") == "false":
                    continue
                drafts: list[Gathered] = []
                Story(shared, part).blocks_of(node, drafts)
                words = "\n".join(_said(draft) for draft in drafts)
                if (part, words) not in said:
                    said.add((part, words))
                    out.extend(drafts)
    return out


def _said(draft: Gathered) -> str:
    if draft.cells is not None:
        return " | ".join(_said(d) for cell in draft.cells for d in cell)
    return tidy(draft.text)


def _masters_in_use(shared: Shared, masters: dict[str, _Element]) -> list[str]:
    """The page styles that the text names, and those that follow them."""
    names = list(shared.master_pages)
    if not names or _FIRST_MASTER in masters:
        names.insert(0, _FIRST_MASTER)
    found: list[str] = []
    for name in names:
        following: str | None = name
        while following in masters and following not in found:
            found.append(following)
            following = masters[following].get(f"{STYLE}next-style-name")
    return found


def _properties(parts: Parts) -> Iterator[tuple[str, str]]:
    meta = parts.meta.find(f"{OFFICE}meta") if parts.meta is not None else None
    for tag, name in _PROPERTIES:
        value = " ".join((meta.findtext(tag) or "").split()) if meta is not None else ""
        if value:
            yield name, value


def _location(document: Document, draft: Gathered | None) -> Location:
    if draft is None or draft.at is None or not document.blocks:
        return Location()
    return document.location(document.blocks[min(draft.at, len(document.blocks) - 1)])


def _comments(shared: Shared, document: Document) -> tuple[Comment, ...]:
    return tuple(Comment(author, text, _location(document, at)) for author, text, at in shared.comments)


def _not_checked(shared: Shared, document: Document) -> tuple[NotChecked, ...]:
    """What could not be read, in order; beyond a bound only how many more there are."""
    notes = shared.unread
    told = [
        NotChecked(what, why, _location(document, at)) for what, why, at in notes[: limits.MAX_NOT_CHECKED]
    ]
    if (more := len(notes) - len(told)) > 0:
        told.append(NotChecked("more parts", f"{more} further parts of the file could not be read"))
    return tuple(told)
