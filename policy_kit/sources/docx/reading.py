"""Reads a whole Word file: body, notes, headers and footers, comments, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.digests import sha256
from policy_kit.model import HIDDEN_WORDS, Comment, Document, Location, NotChecked, Part
from policy_kit.sources import limits
from policy_kit.sources.archive import open_archive
from policy_kit.sources.assembling import hidden_reason
from policy_kit.sources.docx.assembling import Assembly
from policy_kit.sources.docx.drafts import Draft, Unread, paragraphs_of
from policy_kit.sources.docx.margins import find_margins, read_comments, read_margin, read_notes
from policy_kit.sources.docx.names import VAL, W, whole
from policy_kit.sources.docx.numbering import Numbering
from policy_kit.sources.docx.package import Package
from policy_kit.sources.docx.pages import Pages
from policy_kit.sources.docx.properties import read_properties, read_provenance
from policy_kit.sources.docx.story import Shared, Story
from policy_kit.sources.docx.styles import read_styles

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_whole(path: Path, data: bytes) -> Document:
    """Read a Word file. Raises UnreadableFile, in one line, if it cannot be read."""
    package = Package(open_archive(data, str(path)))
    root, plain = package.main_xml()
    body = package.body(root)
    sections = [s for s in root.iter(W + "sectPr") if _parent_tag(s) != W + "sectPrChange"]
    shared = Shared(package, read_styles(package), _numbering(package))
    shared.page_size = _page_size(sections) or shared.page_size
    story = Story(shared, package.main, Part.BODY, _pages(root, sections), plain)
    story.found.extend(story.read(body))
    notes = [read_notes(shared, "footnotes", Part.FOOTNOTE), read_notes(shared, "endnotes", Part.ENDNOTE)]
    stories = [story, *(one for one in notes if one is not None)]
    margins, unshown = _margins(shared, sections)
    stories.extend(margins)
    assembly = Assembly()
    for one in stories:
        assembly.add(one.found)
    assembly.finish()
    document = Document(
        path=str(path),
        format=package.kind,
        sha256=sha256(data).hexdigest(),
        blocks=tuple(assembly.blocks),
        properties=read_properties(package),
        revisions=sum(one.revisions for one in stories),
        provenance=read_provenance(package),
    )
    where = _Places(document, assembly)
    not_checked = (*where.not_read(stories), *unshown, *_macros(package))
    return replace(document, comments=where.comments(shared, stories), not_checked=not_checked)


def _parent_tag(node: _Element) -> str:
    parent = node.getparent()
    return "" if parent is None else str(parent.tag)


def _numbering(package: Package) -> Numbering:
    part = package.first("numbering")
    return Numbering(package.xml(part) if part else None)


def _page_size(sections: list[_Element]) -> tuple[int, int] | None:
    size = sections[-1].find(W + "pgSz") if sections else None
    if size is None:
        return None
    width, height = whole(size.get(W + "w")) or 0, whole(size.get(W + "h")) or 0
    return (width, height) if width > 0 and height > 0 else None


def _pages(root: _Element, sections: list[_Element]) -> Pages:
    kinds = [section.find(W + "type") for section in sections]
    fresh = [kind is None or kind.get(VAL) not in ("continuous", "nextColumn") for kind in kinds]
    breaks = (node.get(W + "type") == "page" for node in root.iter(W + "br"))
    return Pages(
        marked=next(root.iter(W + "lastRenderedPageBreak"), None) is not None,
        broken=any(breaks) or next(root.iter(W + "pageBreakBefore"), None) is not None,
        sections=fresh,
    )


def _margins(shared: Shared, sections: list[_Element]) -> tuple[list[Story], list[NotChecked]]:
    """The headers and footers that Word shows, the same words once; a note on others that hold words."""
    shown: list[Story] = []
    said: set[tuple[Part, str]] = set()
    unshown: list[NotChecked] = []
    for margin in sorted(find_margins(shared, sections), key=lambda m: not m.shown):
        story = read_margin(shared, margin)
        words = " ".join(" ".join(p.raw_text for p in paragraphs_of(story.found)).split())
        if (margin.part, words) in said:
            continue
        said.add((margin.part, words))
        if margin.shown:
            shown.append(story)
        elif words:
            unshown.append(
                NotChecked(
                    f"{margin.part} that is not shown",
                    f'the file keeps one that Word does not show at present: "{words[:120]}"',
                    Location(part=margin.part),
                )
            )
    return sorted(shown, key=lambda story: story.part is Part.FOOTER), unshown


def _hidden(story: Story) -> Iterator[Unread]:
    """What is to be told of the words that are hidden, one note a paragraph."""
    for _, found in groupby(story.hidden, key=lambda piece: id(piece[0])):
        pieces = list(found)
        if reason := hidden_reason("".join(text for _, text in pieces)):
            yield Unread(pieces[0][0], HIDDEN_WORDS, reason)


def _macros(package: Package) -> tuple[NotChecked, ...]:
    if package.kind[-1] != "m":
        return ()
    return (
        NotChecked("macros", "the file may hold macros (small programs); they were neither run nor read"),
    )


class _Places:
    """Finds the block, and so the location, at which something of the file stands."""

    def __init__(self, document: Document, assembly: Assembly) -> None:
        self._document = document
        self._assembly = assembly

    def _location(self, draft: Draft | None) -> Location:
        block = self._assembly.place(draft)
        if block is None:
            return Location()
        location = self._document.location(block)
        return replace(location, page=draft.page) if draft is not None and draft.page else location

    def comments(self, shared: Shared, stories: list[Story]) -> tuple[Comment, ...]:
        """The comments of the file, each where its words are."""
        anchors = {key: draft for story in reversed(stories) for key, draft in story.comments_at.items()}
        return tuple(
            Comment(one.author, one.text, self._location(anchors.get(one.id)))
            for one in read_comments(shared)
        )

    def not_read(self, stories: list[Story]) -> tuple[NotChecked, ...]:
        """What could not be read, in order; beyond a bound only how many more there are."""
        notes = [note for story in stories for note in (*story.not_read, *_hidden(story))]
        told = [NotChecked(n.what, n.reason, self._location(n.at)) for n in notes[: limits.MAX_NOT_CHECKED]]
        more = len(notes) - len(told) + sum(story.more_not_read for story in stories)
        if more:
            told.append(NotChecked("more of the same kind", f"{more} more things like these were not read"))
        return tuple(told)
