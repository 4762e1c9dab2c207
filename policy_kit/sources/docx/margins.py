"""Reads what stands outside the running text: notes, headers and footers, comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policy_kit.model import Part
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sources.docx.drafts import Draft, Row
from policy_kit.sources.docx.names import ID, R, W, is_on
from policy_kit.sources.docx.story import Shared, Story

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_EVEN_AND_ODD = regex(rb'evenAndOddHeaders(?:\s+[\w:]*val="(\w+)")?\s*/?>')


@dataclass(frozen=True, slots=True)
class CommentText:
    """A comment as its part has it, still to be placed."""

    id: str
    author: str
    text: str


def read_notes(shared: Shared, kind: str, part: Part) -> Story | None:
    """The walk over "footnotes" or "endnotes", its drafts in `found`; None if the file has none."""
    name = shared.package.first(kind)
    if name is None:
        return None
    story = Story(shared, name, part)
    for note in shared.package.xml(name):
        if note.get(W + "type") not in _NOT_NOTES:
            story.found.extend(story.read(note))
    return story


def read_comments(shared: Shared) -> Iterator[CommentText]:
    """The comments left in the file, in the order they are kept."""
    name = shared.package.first("comments")
    if name is None:
        return
    story = Story(shared, name, Part.BODY)
    for node in shared.package.xml(name).iterchildren(W + "comment"):
        text = "\n".join(_words(draft) for draft in story.read(node))
        yield CommentText(node.get(ID) or "", node.get(W + "author") or "", text.strip())


def _words(draft: Draft) -> str:
    if isinstance(draft, Row):
        return " | ".join(_words(paragraph) for paragraph in draft.paragraphs)
    return " ".join(draft.raw_text.split())


@dataclass(frozen=True, slots=True)
class Margin:
    """One header or footer of the file. shown: whether Word shows it with the settings as they are."""

    part_name: str
    part: Part
    shown: bool


def find_margins(shared: Shared, sections: list[_Element]) -> list[Margin]:
    """Every header, then every footer that the sections name: each part once, shown if any shows it."""
    relations = shared.package.relations(shared.package.main)
    even = _has_even_pages(shared)
    found: dict[str, Margin] = {}
    for section in sections:
        title_page = section.find(W + "titlePg")
        first = title_page is not None and is_on(title_page.get(W + "val"))
        for tag, part in ((W + "headerReference", Part.HEADER), (W + "footerReference", Part.FOOTER)):
            for reference in section.iterchildren(tag):
                relation = relations.get(reference.get(R + "id") or "")
                if relation is None or not shared.package.archive.has(relation.target):
                    continue
                kind = reference.get(W + "type") or "default"
                shown = kind == "default" or (first if kind == "first" else even)
                old = found.get(relation.target)
                found[relation.target] = Margin(
                    relation.target, part, shown or (old is not None and old.shown)
                )
    return sorted(found.values(), key=lambda margin: margin.part is Part.FOOTER)


def _has_even_pages(shared: Shared) -> bool:
    """Whether even pages have headers of their own: one switch for the whole file."""
    settings = shared.package.first("settings")
    if settings is None:
        return False
    found = _EVEN_AND_ODD.search(shared.package.archive.read(settings))
    return found is not None and is_on(found[1].decode() if found[1] else None)


def read_margin(shared: Shared, margin: Margin) -> Story:
    """The walk over one header or footer, its drafts in `found`."""
    story = Story(shared, margin.part_name, margin.part)
    story.found.extend(story.read(shared.package.xml(margin.part_name)))
    return story
