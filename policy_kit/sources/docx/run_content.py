"""Reads what stands in a run besides words: breaks, signs, fields, drawings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from policy_kit.sources.docx.drafts import Paragraph
from policy_kit.sources.docx.drawings import read_drawing, read_object, read_picture
from policy_kit.sources.docx.marks import Run
from policy_kit.sources.docx.names import ID, SYMEX, VAL, W, is_on, whole
from policy_kit.sources.docx.symbols import UNKNOWN, symbol
from policy_kit.sources.docx.words import add_text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policy_kit.sources.docx.story import Story


def _field_sign(story: Story, paragraph: Paragraph, node: _Element, now: Run) -> None:
    kind = node.get(W + "fldCharType")
    if kind == "begin":
        story.fields.begin()
        _form_field(story, paragraph, node, now)
    elif kind == "separate":
        story.fields.separate(paragraph)
    elif kind == "end":
        add_text(story, paragraph, story.fields.end(paragraph), now)


def _form_field(story: Story, paragraph: Paragraph, node: _Element, now: Run) -> None:
    """What a form field of old Word shows: a ticked or empty box, the chosen entry of a list."""
    box = node.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = box.find(W + "checked")
        if state is None:
            state = box.find(W + "default")
        ticked = state is not None and is_on(state.get(VAL))
        add_text(story, paragraph, "☒" if ticked else "☐", now)
    entries = node.findall(f"{W}ffData/{W}ddList/{W}listEntry")
    if entries:
        chosen = node.find(f"{W}ffData/{W}ddList/{W}result")
        at = (whole(chosen.get(VAL)) if chosen is not None else 0) or 0
        add_text(story, paragraph, entries[at if 0 <= at < len(entries) else 0].get(VAL) or "", now)


def _instruction(story: Story, _paragraph: Paragraph, node: _Element, _now: Run) -> None:
    story.fields.code(node.text or "")


def _break(story: Story, paragraph: Paragraph, node: _Element, now: Run) -> None:
    kind = node.get(W + "type")
    if kind == "page":
        story.pages.broken()
    if kind in ("page", "column"):
        add_text(story, paragraph, " ", now)
    elif not now.format.hidden and not story.fields.silent:
        if paragraph.first_line is None and paragraph.worded:
            paragraph.first_line = (len(paragraph.pieces), dict(paragraph.looks))
        paragraph.pieces.append("\n")


def _page_mark(story: Story, _paragraph: Paragraph, _node: _Element, _now: Run) -> None:
    story.pages.mark()


def _symbol(story: Story, paragraph: Paragraph, node: _Element, now: Run) -> None:
    font = node.get(W + "font") or node.get(SYMEX + "font") or ""
    code = node.get(W + "char") or node.get(SYMEX + "char") or ""
    sign = symbol(font, code)
    if sign == UNKNOWN:
        story.unread(paragraph, "symbol", f"a sign of the font {font[:40]} could not be read")
    add_text(story, paragraph, sign, now)


def _tab(story: Story, paragraph: Paragraph, _node: _Element, now: Run) -> None:
    add_text(story, paragraph, "\t", now)


def _hyphen(story: Story, paragraph: Paragraph, _node: _Element, now: Run) -> None:
    add_text(story, paragraph, "-", now)


def _comment(story: Story, paragraph: Paragraph, node: _Element, _now: Run) -> None:
    story.comments_at.setdefault(node.get(ID) or "", paragraph)


def _hand_drawn(story: Story, paragraph: Paragraph, _node: _Element, _now: Run) -> None:
    story.unread(paragraph, "handwriting", "what was drawn or written by hand with a pen cannot be read")


def _drawing(story: Story, paragraph: Paragraph, node: _Element, now: Run) -> None:
    if not now.format.hidden:
        read_drawing(story, paragraph, node)


def _vml(story: Story, paragraph: Paragraph, node: _Element, now: Run) -> None:
    if not now.format.hidden:
        read_picture(story, paragraph, node)


def _embedded(story: Story, paragraph: Paragraph, node: _Element, _now: Run) -> None:
    read_object(story, paragraph, node)


IN_RUN: dict[str, Callable[[Story, Paragraph, _Element, Run], None]] = {
    W + "fldChar": _field_sign,
    W + "instrText": _instruction,
    W + "br": _break,
    W + "cr": _break,
    W + "lastRenderedPageBreak": _page_mark,
    W + "sym": _symbol,
    SYMEX + "symEx": _symbol,
    W + "commentReference": _comment,
    W + "tab": _tab,
    W + "ptab": _tab,
    W + "noBreakHyphen": _hyphen,
    W + "contentPart": _hand_drawn,
    W + "drawing": _drawing,
    W + "pict": _vml,
    W + "object": _embedded,
}
