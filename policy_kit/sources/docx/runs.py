"""Reads what stands inside a paragraph: runs, links, fields, insertions, controls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from policy_kit.model import Link
from policy_kit.sources.docx.drafts import Draft, Paragraph
from policy_kit.sources.docx.marks import Run
from policy_kit.sources.docx.names import ID, MATH, MC, R, W
from policy_kit.sources.docx.run_content import IN_RUN
from policy_kit.sources.docx.words import add_text, choose, run_look

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policy_kit.sources.docx.story import Story

_T, _RPR, _R, _P = W + "t", W + "rPr", W + "r", W + "p"
_NEVER_TEXT = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rt", "delText",
        "delInstrText", "proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "commentRangeEnd",
        "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "annotationRef", "separator",
        "continuationSeparator", "softHyphen", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd",
    )
)  # fmt: skip


def read_inline(story: Story, paragraph: Paragraph, parent: Iterable[_Element]) -> None:
    """Read the children of a paragraph, or of something inside one."""
    for child in parent:
        tag = child.tag
        if tag == _R:
            read_run(story, paragraph, child)
            continue
        reader = _INLINE.get(tag)
        if reader is not None:
            reader(story, paragraph, child)
        elif tag not in _NEVER_TEXT:
            read_inline(story, paragraph, child)


def read_run(story: Story, paragraph: Paragraph, run: _Element) -> None:
    """Read one w:r."""
    now = paragraph.style.plain
    for child in run:
        tag = child.tag
        if tag == _T:
            add_text(story, paragraph, child.text or "", now)
        elif tag == _RPR:
            now = run_look(story, paragraph, child)
        else:
            _read_run_child(story, paragraph, child, now)


def _read_run_child(story: Story, paragraph: Paragraph, child: _Element, now: Run) -> None:
    tag = child.tag
    reader = IN_RUN.get(tag)
    if reader is not None:
        reader(story, paragraph, child, now)
    elif tag == MC + "AlternateContent":
        chosen = choose(child)
        for inner in chosen if chosen is not None else ():
            _read_run_child(story, paragraph, inner, now)
    elif tag == _T:
        add_text(story, paragraph, child.text or "", now)
    elif tag not in _NEVER_TEXT:
        read_inline(story, paragraph, child)


def _alternate(story: Story, paragraph: Paragraph, node: _Element) -> None:
    chosen = choose(node)
    if chosen is not None:
        read_inline(story, paragraph, chosen)


def _hyperlink(story: Story, paragraph: Paragraph, node: _Element) -> None:
    start = len(paragraph.pieces)
    relation = story.relations.get(node.get(R + "id") or "")
    anchor = node.get(W + "anchor")
    target = (relation.target if relation else "") + (f"#{anchor}" if anchor else "")
    read_inline(story, paragraph, node)
    text = " ".join("".join(paragraph.pieces[start:]).split())
    if text or not target:
        paragraph.add_link(Link(text, target))


def _inserted(story: Story, paragraph: Paragraph, node: _Element) -> None:
    story.revisions += 1
    read_inline(story, paragraph, node)


def _deleted(story: Story, _paragraph: Paragraph, _node: _Element) -> None:
    story.revisions += 1


def _control(story: Story, paragraph: Paragraph, node: _Element) -> None:
    content = node.find(W + "sdtContent")
    if content is not None:
        read_inline(story, paragraph, content)


def _simple_field(story: Story, paragraph: Paragraph, node: _Element) -> None:
    story.fields.begin()
    story.fields.code(node.get(W + "instr") or "")
    story.fields.separate(paragraph)
    read_inline(story, paragraph, node)
    add_text(story, paragraph, story.fields.end(paragraph), paragraph.style.plain)


def _comment(story: Story, paragraph: Paragraph, node: _Element) -> None:
    story.comments_at.setdefault(node.get(ID) or "", paragraph)


def _equation(story: Story, paragraph: Paragraph, node: _Element) -> None:
    signs = "".join(part.text or "" for part in node.iter(MATH + "t"))
    add_text(story, paragraph, signs, paragraph.style.plain)
    story.unread(paragraph, "equation", "only the signs of an equation are read, not how they stand")


def _paragraph_inside(story: Story, paragraph: Paragraph, node: _Element) -> None:
    found: list[Draft] = []
    story.blocks_of((node,) if node.tag == _P else node, found)
    paragraph.hang(found)


def _sub_document(story: Story, paragraph: Paragraph, _node: _Element) -> None:
    story.unread(
        paragraph,
        "linked document",
        "part of the text is kept in another file, which was not read; open this file in Word, choose View, "
        "Outline, Show Document, Unlink, and save it",
    )


_INLINE: dict[str, Callable[[Story, Paragraph, _Element], None]] = {
    W + "hyperlink": _hyperlink,
    W + "ins": _inserted,
    W + "moveTo": _inserted,
    W + "del": _deleted,
    W + "moveFrom": _deleted,
    W + "sdt": _control,
    W + "fldSimple": _simple_field,
    W + "commentRangeStart": _comment,
    W + "subDoc": _sub_document,
    W + "p": _paragraph_inside,
    W + "tbl": _paragraph_inside,
    MC + "AlternateContent": _alternate,
    MATH + "oMath": _equation,
    MATH + "oMathPara": _equation,
}
