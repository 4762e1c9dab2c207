"""Says where in a Word file a paragraph stands, in words that a person can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policy_kit.generate.package import DOCUMENT
from policy_kit.generate.wordml import paragraphs, style_of, text_of, w
from policy_kit.generate.writing import BOOKMARK_PREFIX

if TYPE_CHECKING:
    from lxml import etree

_PARTS = {
    "header": "the header", "footer": "the footer", "footnotes": "the footnotes", "endnotes": "the endnotes",
    "comments": "the comments", "core": "the document properties", "app": "the document properties",
    "custom": "the document properties", "item": "the data for content controls",
}  # fmt: skip


def part_name(part: str) -> str:
    """A part of a Word file as a person would call it."""
    stem = part.rsplit("/", 1)[-1].removesuffix(".xml")
    return _PARTS.get(stem.rstrip("0123456789"), part)


def places(root: etree._Element, part: str, levels: dict[str, int]) -> tuple[str, ...]:
    """For each paragraph of a part, where it stands: `under “3 Aims”, paragraph 12`."""
    if part != DOCUMENT:
        return tuple(f"{part_name(part)}, paragraph {n}" for n, _ in enumerate(paragraphs(root), 1))
    out: list[str] = []
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
        out.append(f"{known}{under}paragraph {number}")
    return tuple(out)


def section_of(heading: etree._Element) -> str:
    """The id of the standard's section that a heading opens, by the bookmark its clause gave it, or ''."""
    for mark in heading.iter(w("bookmarkStart")):
        name = mark.get(w("name"), "")
        if name.startswith(BOOKMARK_PREFIX):
            return name.removeprefix(BOOKMARK_PREFIX).replace("_", "-")
    return ""
