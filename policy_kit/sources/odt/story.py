"""Walks an OpenDocument text, a note or a header once, from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile
from policy_kit.model import HIDDEN_WORDS, Part
from policy_kit.sources import limits
from policy_kit.sources.assembling import hidden_reason, too_many_blocks
from policy_kit.sources.gathering import Gathered
from policy_kit.sources.odt.boxes import read_hanging
from policy_kit.sources.odt.lists import Counters
from policy_kit.sources.odt.names import DRAW, LIST, OFFICE, STYLE_NAME, TABLE, TEXT, H, P, whole
from policy_kit.sources.odt.shared import ListPlace, Shared
from policy_kit.sources.odt.tables import read_table

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policy_kit.sources.odt.styles import ParagraphStyle

_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
        "alphabetical-index", "bibliography",
    )
)  # fmt: skip
_PASSED_OVER = frozenset(
    (
        f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls",
        f"{TEXT}dde-connection-decls", f"{OFFICE}forms", f"{OFFICE}annotation-end", f"{TABLE}table-column",
        f"{TABLE}table-columns", f"{TEXT}section-source", f"{OFFICE}event-listeners",
    )
)  # fmt: skip


class Story:
    """One part as it is being walked."""

    def __init__(self, shared: Shared, part: Part) -> None:
        self.shared = shared
        self.part = part
        self._depth = 0
        self._in_contents = 0
        self._list: ListPlace | None = None

    def blocks_of(self, parent: _Element, out: list[Gathered]) -> None:
        """Read all that stands in an element, through what may be wrapped around it."""
        self._depth += 1
        if self._depth > 3 * limits.MAX_NESTING:
            raise UnreadableFile(
                f"{self.shared.path}: lists, tables or boxes stand inside one another deeper than any policy "
                "needs, so it was not read; ask for a fresh copy"
            )
        for child in parent:
            if isinstance(child.tag, str) and child.tag not in _PASSED_OVER:
                self._block(child, child.tag, out)
        self._depth -= 1

    def _block(self, child: _Element, tag: str, out: list[Gathered]) -> None:
        if tag in (P, H):
            self.paragraph(child, out)
        elif tag == LIST:
            self._read_list(child, out)
        elif tag == f"{TABLE}table":
            outer, self._list = self._list, None
            read_table(self, child, out)
            self._list = outer
        elif tag in _INDEXES:
            self._in_contents += tag == f"{TEXT}table-of-content"
            body = child.find(f"{TEXT}index-body")
            if body is not None:
                self.blocks_of(body, out)
            self._in_contents -= tag == f"{TEXT}table-of-content"
        elif tag == f"{TEXT}section":
            hidden = self.shared.styles.is_hidden_section(child.get(STYLE_NAME))
            if hidden or child.get(f"{TEXT}display") == "none":
                paragraphs = ("".join(map(str, p.itertext())) for p in child.iter(P, H))
                self._tell_hidden([" ".join(paragraphs)], out[-1] if out else None)
            else:
                self.blocks_of(child, out)
        elif tag == f"{TEXT}soft-page-break":
            self.shared.new_page()
        elif tag.startswith(DRAW):
            read_hanging(self, child, None, out)
        else:
            self.blocks_of(child, out)

    def box(self, content: _Element, out: list[Gathered]) -> None:
        """Read what stands in a text box or shape."""
        outer = (self.part, self._list)
        if self.part is Part.BODY:
            self.part = Part.TEXT_BOX
        self._list = None
        self.blocks_of(content, out)
        self.part, self._list = outer

    def paragraph(self, node: _Element, out: list[Gathered]) -> None:
        """Read a text:p or text:h, then what hangs in it."""
        shared = self.shared
        style = shared.styles.paragraph(node.get(STYLE_NAME))
        if self.part is Part.BODY and (style.breaks_before or style.master_page):
            shared.new_page(started=True)
        if style.master_page:
            shared.master_pages.append(style.master_page)
        words = shared.words.read(node, style.format)
        shared.pages += words.breaks_before
        draft = Gathered(
            part=self.part,
            style=style.name,
            page=shared.page,
            contents=self._in_contents > 0,
            links=words.links,
            highlighted=words.highlighted,
        )
        shared.pages += words.breaks_after
        draft.level, draft.by = _heading(node, style)
        self._number(node, draft, style)
        draft.text = "" if words.hidden else words.text
        draft.look = words.look(shaded=style.shaded)
        shared.count += 1
        if shared.count > limits.MAX_BLOCKS:
            raise too_many_blocks(shared.path)
        if draft.text.strip():
            shared.words_seen = True
        out.append(draft)
        shared.comments.extend((author, text, draft) for author, text in words.comments)
        shared.notes.extend(words.notes)
        self._tell_hidden([*words.unseen, *([words.text] if words.hidden else [])], draft)
        for hanging in words.hanging:
            read_hanging(self, hanging, draft, out)
        if style.breaks_after:
            shared.new_page(started=True)

    def _tell_hidden(self, pieces: list[str], at: Gathered | None) -> None:
        if pieces and (reason := hidden_reason("".join(pieces))):
            self.shared.unread.append((HIDDEN_WORDS, reason, at))

    def _number(self, node: _Element, draft: Gathered, style: ParagraphStyle) -> None:
        """Give a paragraph the number or list level that its place in a list or the outline gives."""
        place, shared = self._list, self.shared
        draft.list_level = style.list_level
        if place is None:
            if draft.level and node.get(f"{TEXT}is-list-header") != "true" and style.list_style != "":
                restart = node.get(f"{TEXT}restart-numbering") == "true"
                start = (node.get(f"{TEXT}start-value") or "1") if restart else None
                draft.number = shared.numbering.heading(draft.level, start)
            return
        if not place.fresh:
            draft.list_level = -1
            return
        place.fresh = False
        rules = place.style or style.list_style or ""
        draft.number, shows = shared.numbering.item(place.counters, rules, place.depth, place.start)
        draft.list_level = max(place.depth, style.list_level) if shows else style.list_level

    def _read_list(self, node: _Element, out: list[Gathered]) -> None:
        outer = self._list
        style = node.get(STYLE_NAME) or (outer.style if outer else "")
        if outer is None:
            counters: Counters = self.shared.numbering.list_opened(node, style)
        else:
            counters = outer.counters
        for item in node:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                if item.tag == f"{TEXT}soft-page-break":
                    self.shared.new_page()
                continue
            self._list = ListPlace(
                counters=counters,
                style=style,
                depth=outer.depth + 1 if outer else 0,
                start=item.get(f"{TEXT}start-value"),
                fresh=item.tag == f"{TEXT}list-item",
            )
            self.blocks_of(item, out)
        self._list = outer


def _heading(node: _Element, style: ParagraphStyle) -> tuple[int, str]:
    """The heading level of a paragraph and how it is known; 0 if it is none."""
    if node.tag == H:
        level = whole(node.get(f"{TEXT}outline-level"), 1, 10) or 1
        return min(level, 9), "style" if style.outline else "outline"
    return (min(style.outline, 9), "style") if style.outline else (0, "")
