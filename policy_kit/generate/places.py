"""Says where in a Word file a paragraph stands, in words that a person can follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from policy_kit.generate.package import DOCUMENT
from policy_kit.generate.wordml import P, paragraphs, style_of, text_of, w
from policy_kit.generate.writing import BOOKMARK_PREFIX
from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from lxml import etree

_PARTS = {
    "header": "the header", "footer": "the footer", "footnotes": "the footnotes", "endnotes": "the endnotes",
    "comments": "the comments", "core": "the document properties", "app": "the document properties",
    "custom": "the document properties", "item": "the data for content controls",
    "chart": "a chart", "data": "a SmartArt drawing", "drawing": "a drawing",
    "settings": "the file's settings", "styles": "the styles", "numbering": "the lists",
    "document": "the text",
}  # fmt: skip
_BUILDING_BLOCKS = "word/glossary/"


def part_name(part: str) -> str:
    """A part of a Word file as a person would call it."""
    if part.startswith(_BUILDING_BLOCKS):
        return "the building blocks (Quick Parts)"
    stem = part.rsplit("/", 1)[-1].removesuffix(".xml")
    return _PARTS.get(stem.rstrip("0123456789"), part)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: in words a person can follow, and the section of the standard, if known."""

    words: str
    section: str = ""


def places(root: etree._Element, part: str, levels: Mapping[str, int]) -> tuple[Place, ...]:
    """For each paragraph of a part, where it stands: `under “Aims”, paragraph 12`."""
    if part != DOCUMENT:
        return tuple(Place(f"{part_name(part)}, paragraph {n}") for n, _ in enumerate(paragraphs(root), 1))
    out: list[Place] = []
    trail: list[tuple[int, str]] = []
    section = ""
    for number, found in enumerate(paragraphs(root), 1):
        level = levels.get(style_of(found))
        if level is not None and text_of(found).strip():
            trail = [*(step for step in trail if step[0] < level), (level, text_of(found).strip())]
            section = section_of(found) if level == 0 else section
        path = " > ".join(text for _, text in trail)
        under = f"under “{path}”, " if path else ""
        known = f"section {section}, " if section else ""
        out.append(Place(f"{known}{under}paragraph {number}", section))
    return tuple(out)


def place_of(element: etree._Element, root: etree._Element, part: str, levels: Mapping[str, int]) -> str:
    """Where an element stands: at its paragraph, or at the first one in it; else just in which part."""
    near = next(element.iterancestors(P), None)
    near = next(element.iter(P), None) if near is None else near
    where = zip(paragraphs(root), places(root, part, levels), strict=True)
    return next((place.words for paragraph, place in where if paragraph is near), part_name(part))


def section_of(heading: etree._Element) -> str:
    """The id of the standard's section that a heading opens, by the bookmark its clause gave it, or ''."""
    for mark in heading.iter(w("bookmarkStart")):
        name = mark.get(w("name"), "")
        if name.startswith(BOOKMARK_PREFIX):
            return name.removeprefix(BOOKMARK_PREFIX).replace("_", "-")
    return ""
