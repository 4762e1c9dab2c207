"""The words of runs: how they look, and how they are added to their paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policy_kit.sources.docx.drafts import Paragraph
from policy_kit.sources.docx.marks import Run, read_marks
from policy_kit.sources.docx.names import MC, SYMEX, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policy_kit.sources.docx.story import Story

_CHOICE, _FALLBACK = MC + "Choice", MC + "Fallback"
_SHOWS = (
    *(W + name for name in ("t", "delText", "sym", "p", "txbxContent", "drawing", "pict", "object")),
    SYMEX + "symEx",
)


def run_look(story: Story, paragraph: Paragraph, properties: _Element) -> Run:
    """How a run looks by its w:rPr, and whether it is highlighted."""
    marks, style_id, highlighted, changed = read_marks(properties)
    story.revisions += changed
    return Run(story.styles.run(paragraph.style.format, style_id, marks), highlighted)


def add_text(story: Story, paragraph: Paragraph, text: str, now: Run, counted: int | None = None) -> None:
    """Add words to a paragraph, unless they belong to a field's instruction; what is hidden is put by.

    counted: how many of the characters tell a look and fill a page, if not all or, in mere space, none.
    """
    look = now.format
    if not text or story.fields.silent:
        return
    if look.hidden:
        story.hidden.append((paragraph, text))
        return
    if "\n" in text or "\r" in text:  # a line end in the file is no line end on paper
        text = text.replace("\r", " ").replace("\n", " ")
    if not paragraph.pieces:
        paragraph.page = story.pages.page
    paragraph.pieces.append(text)
    if counted is None:
        counted = 0 if text.isspace() else len(text)
    if counted:
        paragraph.worded = True
        looks = paragraph.looks
        looks[look] = looks[look] + counted if look in looks else counted
        if story.pages.counting:
            story.pages.read(counted)
    if now.highlighted:
        paragraph.add_highlight(text)
        paragraph.open_highlight = True
    elif paragraph.open_highlight:
        paragraph.open_highlight = False


def choose(alternate: _Element) -> _Element | None:
    """Of the two forms that newer programs write for one thing, the one to read: never both."""
    choice = alternate.find(_CHOICE)
    if choice is not None and next(choice.iter(*_SHOWS), None) is not None:
        return choice
    fallback = alternate.find(_FALLBACK)
    return choice if fallback is None else fallback
