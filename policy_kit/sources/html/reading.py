"""Reads a whole web page: its main content, what it says about itself, what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.model import Document, Location, NotChecked
from policy_kit.sources import limits
from policy_kit.sources.assembling import document_of, picture_reason
from policy_kit.sources.gathering import Gathered, blocks_of
from policy_kit.sources.html.content import main_content
from policy_kit.sources.html.parsing import parse_html
from policy_kit.sources.html.walk import Walk

if TYPE_CHECKING:
    from lxml.etree import _Element

_META = {
    "author": "author",
    "dc.creator": "author",
    "description": "description",
    "keywords": "keywords",
    "generator": "application",
    "date": "created",
    "article:published_time": "created",
    "article:modified_time": "modified",
    "last-modified": "modified",
}
_FEW_WORDS = 60


def read_whole(path: Path, data: bytes) -> Document:
    """Read a web page. Raises UnreadableFile, in one line, if it cannot be read."""
    root = parse_html(data, path)
    properties = tuple(_properties(root))
    walk = Walk(path)
    walk.element(main_content(root))
    blocks = blocks_of(walk.finish(), path)
    document = replace(
        document_of(path, data, "html", blocks), properties=properties, revisions=walk.revisions
    )
    return replace(document, not_checked=tuple(_not_checked(walk, document)))


def _properties(root: _Element) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    title = " ".join(
        "".join(str(t) for t in next(root.iter("title"), root.makeelement("x")).itertext()).split()
    )
    if title:
        yield "title", title
    for node in root.iter("meta"):
        name = _META.get((node.get("name") or node.get("property") or "").lower(), "")
        value = " ".join((node.get("content") or "").split())
        if name and value and name not in seen:
            seen.add(name)
            yield name, value


def _not_checked(walk: Walk, document: Document) -> Iterator[NotChecked]:
    for what, why, after in walk.unread[: limits.MAX_NOT_CHECKED]:
        yield NotChecked(what, why, _location(document, after))
    if len(walk.pictures) > 1 and document.words < _FEW_WORDS:
        yield NotChecked("pictures", "the page is mostly pictures; words in them were not read")
        return
    for described, at in walk.pictures[: limits.MAX_NOT_CHECKED]:
        yield NotChecked("picture", picture_reason(described), _location(document, at))


def _location(document: Document, at: Gathered | None) -> Location:
    if at is None or at.at is None or not document.blocks:
        return Location()
    return document.location(document.blocks[min(at.at, len(document.blocks) - 1)])
