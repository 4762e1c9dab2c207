"""What OpenDocument styles say: heading level, lists, looks, what is hidden, where pages break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.sources.odt.names import FO, STYLE, TEXT, whole
from policy_kit.sources.odt.package import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element

_LIST_START = re.compile(r"list (?:bullet|number)(?: ([2-9]))?", re.IGNORECASE)
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0}
_LENGTH = re.compile(r"([\d.]{1,12})(pt|px|in|cm|mm|pc|%)")
_CHAIN = 20  # styles based on one another that are followed
_PALE = ("transparent", "#ffffff", "")


@dataclass(frozen=True, slots=True)
class Format:
    """How a stretch of text looks."""

    bold: bool = False
    size: float = 0.0
    capitals: bool = False
    underlined: bool = False
    italic: bool = False
    hidden: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph's style gives it. list_style: None if it says nothing, "" if it says none."""

    name: str = ""
    outline: int = 0
    list_style: str | None = None
    list_level: int = -1
    format: Format = Format()
    shaded: bool = False
    breaks_before: bool = False
    breaks_after: bool = False
    master_page: str = ""


class Styles:
    """All styles of a file, worked out when they are first asked for."""

    def __init__(self, parts: Parts) -> None:
        self._nodes: dict[tuple[str, str], _Element] = {}
        self.lists: dict[str, _Element] = {}
        self.outline: _Element | None = None
        self._default: _Element | None = None
        roots = [root for root in (parts.styles, parts.content) if root is not None]
        for root in dict.fromkeys(roots):
            for node in _style_nodes(root):
                self._keep(node)
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._formats: dict[tuple[str, str], Format] = {}

    def _keep(self, node: _Element) -> None:
        name = node.get(f"{STYLE}name") or ""
        if node.tag == f"{STYLE}style":
            self._nodes[node.get(f"{STYLE}family") or "", name] = node
        elif node.tag == f"{TEXT}list-style":
            self.lists[name] = node
        elif node.tag == f"{TEXT}outline-style":
            self.outline = node
        elif node.tag == f"{STYLE}default-style" and node.get(f"{STYLE}family") == "paragraph":
            self._default = node

    @cached_property
    def _base(self) -> Format:
        return _applied(Format(), self._default) if self._default is not None else Format()

    def paragraph(self, name: str | None) -> ParagraphStyle:
        """The style of a paragraph by name, with all that the styles it is based on say."""
        key = name or ""
        if key not in self._paragraphs:
            self._paragraphs[key] = self._worked_out(key)
        return self._paragraphs[key]

    def span(self, name: str | None, within: Format) -> Format:
        """How text of a character style looks within a paragraph."""
        look = within
        for node in reversed(list(self._chain("text", name or ""))):
            look = _applied(look, node)
        return look

    def is_hidden_section(self, name: str | None) -> bool:
        """Whether a section's style hides it."""
        node = self._nodes.get(("section", name or ""))
        return node is not None and node.get(f"{TEXT}display") == "none"

    def is_shaded_cell(self, name: str | None) -> bool:
        """Whether a table cell's style puts a colour behind it."""
        for node in self._chain("table-cell", name or ""):
            properties = node.find(f"{STYLE}table-cell-properties")
            if properties is not None and (colour := properties.get(f"{FO}background-color")) is not None:
                return colour not in _PALE
        return False

    def table_breaks_before(self, name: str | None) -> tuple[bool, str]:
        """Whether a table starts a page, and the master page it starts."""
        node = self._nodes.get(("table", name or ""))
        if node is None:
            return False, ""
        properties = node.find(f"{STYLE}table-properties")
        master = node.get(f"{STYLE}master-page-name") or ""
        return (properties is not None and properties.get(f"{FO}break-before") == "page") or bool(
            master
        ), master

    def _chain(self, family: str, name: str) -> Iterator[_Element]:
        """A style and those it is based on, nearest first."""
        for _ in range(_CHAIN):
            node = self._nodes.get((family, name))
            if node is None:
                return
            yield node
            name = node.get(f"{STYLE}parent-style-name") or ""

    def _worked_out(self, name: str) -> ParagraphStyle:
        chain = list(self._chain("paragraph", name))
        look = self._base
        shaded = False
        for node in reversed(chain):
            look = _applied(look, node)
            properties = node.find(f"{STYLE}paragraph-properties")
            if properties is not None and (colour := properties.get(f"{FO}background-color")) is not None:
                shaded = colour not in _PALE
        shown = [_shown_name(node) for node in chain]
        named = next((found for one in shown if (found := _LIST_START.fullmatch(one))), None)
        own = chain[0].find(f"{STYLE}paragraph-properties") if chain else None
        return ParagraphStyle(
            name=next((one for one, node in zip(shown, chain, strict=True) if not _is_automatic(node)), name),
            outline=next(
                (whole(v, 0, 10) for n in chain if (v := n.get(f"{STYLE}default-outline-level")) is not None),
                0,
            ),
            list_style=next((v for n in chain if (v := n.get(f"{STYLE}list-style-name")) is not None), None),
            list_level=int(named[1] or 1) - 1 if named else -1,
            format=look,
            shaded=shaded,
            breaks_before=any(_breaks(node, "before") for node in chain),
            breaks_after=own is not None and own.get(f"{FO}break-after") == "page",
            master_page=next((v for n in chain if (v := n.get(f"{STYLE}master-page-name"))), ""),
        )


def _style_nodes(root: _Element) -> Iterator[_Element]:
    for node in root:
        if isinstance(node.tag, str) and node.tag.endswith(("}styles", "}automatic-styles")):
            yield from (child for child in node if isinstance(child.tag, str))


def _is_automatic(node: _Element) -> bool:
    parent = node.getparent()
    return parent is not None and str(parent.tag).endswith("}automatic-styles")


def _shown_name(node: _Element) -> str:
    """A style's name as the author sees it: "_20_" stands for a space."""
    name = node.get(f"{STYLE}display-name") or node.get(f"{STYLE}name") or ""
    return re.sub(r"_([0-9a-f]{2})_", lambda found: chr(int(found[1], 16)), name)


def _breaks(node: _Element, where: str) -> bool:
    properties = node.find(f"{STYLE}paragraph-properties")
    return properties is not None and properties.get(f"{FO}break-{where}") == "page"


def _applied(look: Format, node: _Element) -> Format:
    """A look with what one style's text properties change."""
    properties = node.find(f"{STYLE}text-properties")
    if properties is None:
        return look
    changes: dict[str, bool | float] = {}
    if weight := properties.get(f"{FO}font-weight"):
        changes["bold"] = weight == "bold" or (weight.isdigit() and int(weight[:4]) >= 600)
    if style := properties.get(f"{FO}font-style"):
        changes["italic"] = style in ("italic", "oblique")
    if case := properties.get(f"{FO}text-transform") or properties.get(f"{FO}font-variant"):
        changes["capitals"] = case in ("uppercase", "small-caps")
    if line := properties.get(f"{STYLE}text-underline-style"):
        changes["underlined"] = line != "none"
    if display := properties.get(f"{TEXT}display"):
        changes["hidden"] = display == "none"
    if (colour := properties.get(f"{FO}background-color")) is not None:
        changes["marked"] = colour.lower() not in _PALE
    if size := points(properties.get(f"{FO}font-size"), look.size):
        changes["size"] = size
    return replace(look, **changes) if changes else look  # type: ignore[arg-type]


def points(length: str | None, whole_size: float = 0.0) -> float:
    """A length in points; a percentage of `whole_size`; 0 if it cannot be told."""
    found = _LENGTH.fullmatch(length or "")
    if found is None or found[1].count(".") > 1 or found[1] == ".":
        return 0.0
    number = float(found[1])
    return round(number * whole_size / 100 if found[2] == "%" else number * _POINTS[found[2]], 1)
