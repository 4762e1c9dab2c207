"""The words of runs: how they look, and how they are added to their paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policy_kit.sources.docx.drafts import Paragraph
from policy_kit.sources.docx.names import MC, SYMEX, VAL, W, is_on
from policy_kit.sources.docx.shading import is_yellow
from policy_kit.sources.docx.styles import Format, read_marks

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policy_kit.sources.docx.story import Story

_RSTYLE, _HIGHLIGHT, _SHD, _CHANGE = W + "rStyle", W + "highlight", W + "shd", W + "rPrChange"
_CHOICE, _FALLBACK = MC + "Choice", MC + "Fallback"
_SHOWS = (
    W + "t",
    W + "txbxContent",
    W + "drawing",
    W + "pict",
    W + "object",
    SYMEX + "symEx",
    W + "p",
    W + "sym",
)


class Run:
    """How the run being read looks."""

    __slots__ = ("format", "highlighted")

    def __init__(self, look: Format, highlighted: bool) -> None:
        self.format = look
        self.highlighted = highlighted


def run_look(story: Story, paragraph: Paragraph, properties: _Element) -> tuple[Format, bool]:
    """How a run looks by its w:rPr, and whether it is highlighted."""
    style_id = None
    highlighted = False
    for child in properties:
        tag = child.tag
        if tag == _RSTYLE:
            style_id = child.get(VAL)
        elif tag == _HIGHLIGHT:
            highlighted = is_on(child.get(VAL))
        elif tag == _SHD:
            highlighted = highlighted or is_yellow(child)
        elif tag == _CHANGE:
            story.revisions += 1
    look = story.styles.run(paragraph.style.format, style_id, read_marks(properties))
    return look, highlighted


def add_text(story: Story, paragraph: Paragraph, text: str, now: Run) -> None:
    """Add words to a paragraph, unless they are hidden or belong to a field's instruction."""
    if not text or now.format.hidden or story.fields.silent:
        return
    if "\n" in text or "\r" in text:  # a line end in the file is no line end on paper
        text = text.replace("\r", " ").replace("\n", " ")
    if not paragraph.pieces:
        paragraph.page = story.pages.page
    paragraph.pieces.append(text)
    if not text.isspace():
        paragraph.looks[now.format] = paragraph.looks.get(now.format, 0) + len(text)
        story.pages.read(len(text))
    if now.highlighted:
        if paragraph.open_highlight:
            paragraph.highlighted[-1] += text
        else:
            paragraph.highlighted.append(text)
    paragraph.open_highlight = now.highlighted


def choose(alternate: _Element) -> _Element | None:
    """Of the two forms that newer programs write for one thing, the one to read: never both."""
    choice = alternate.find(_CHOICE)
    if choice is not None and next(choice.iter(*_SHOWS), None) is not None:
        return choice
    fallback = alternate.find(_FALLBACK)
    return choice if fallback is None else fallback
