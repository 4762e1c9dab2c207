"""Reads what hangs in or between paragraphs: text boxes and shapes are read, pictures and charts told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policy_kit.model import Part
from policy_kit.sources.assembling import picture_reason
from policy_kit.sources.gathering import Gathered
from policy_kit.sources.odt.names import DRAW, FORM, SVG, TABLE, XLINK, XML
from policy_kit.sources.odt.styles import points

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policy_kit.sources.odt.story import Story

_PAGE = 595.0 * 842.0  # A4, in square points
_WHOLE, _LARGE = 0.5, 0.08  # shares of a page from which a picture fills it, or may hold words
_OBJECT = (f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin", f"{DRAW}floating-frame", f"{DRAW}applet")


def read_hanging(story: Story, node: _Element, at: Gathered | None, out: list[Gathered]) -> None:
    """Read a frame, shape or group. at: the paragraph it hangs in."""
    tag = node.tag
    if tag in (f"{DRAW}g", f"{DRAW}a"):
        for child in node:
            if isinstance(child.tag, str) and child.tag.startswith(DRAW):
                read_hanging(story, child, at, out)
    elif tag == f"{DRAW}control":
        if words := story.shared.fields.get(node.get(f"{DRAW}control") or ""):
            out.append(Gathered(words, part=Part.TEXT_BOX if story.part is Part.BODY else story.part))
    elif tag == f"{DRAW}frame":
        _frame(story, node, at, out)
    else:
        story.box(node, out)


def filled_in(text: _Element) -> dict[str, str]:
    """What the fields of a file's forms show, by their ids."""
    found: dict[str, str] = {}
    for node in (field for form in text.iter(f"{FORM}form") for field in form.iter()):
        name = node.get(f"{XML}id") or node.get(f"{FORM}id") or ""
        if node.tag == f"{FORM}checkbox":
            found[name] = "☒" if node.get(f"{FORM}current-state") == "checked" else ""
        elif name:
            found[name] = node.get(f"{FORM}current-value") or node.get(f"{FORM}value") or ""
    return found


def _frame(story: Story, frame: _Element, at: Gathered | None, out: list[Gathered]) -> None:
    """A frame shows the first of what it holds that can be shown; the rest are replacements for it."""
    for child in frame:
        if child.tag == f"{DRAW}text-box":
            story.box(child, out)
            return
        if child.tag == f"{TABLE}table":
            story.box(frame, out)
            return
        if child.tag in _OBJECT:
            _object(story, child, at)
            return
        if child.tag == f"{DRAW}image":
            _picture(story, frame, child, at)
            return


def _object(story: Story, node: _Element, at: Gathered | None) -> None:
    formula = any(isinstance(c.tag, str) and c.tag.endswith("}math") for c in node)
    what, reason = (
        ("equation", "an equation stands here and was not read")
        if formula
        else (
            "embedded object",
            "a chart or an object of another program stands here; what it shows was not read",
        )
    )
    story.shared.unread.append((what, reason, at))


def _picture(story: Story, frame: _Element, image: _Element, at: Gathered | None) -> None:
    """Tell a picture large enough to hold words, once; logos and other small ones are not mentioned."""
    shared = story.shared
    area = points(frame.get(f"{SVG}width")) * points(frame.get(f"{SVG}height")) / _PAGE
    source = image.get(f"{XLINK}href") or ""
    if area < _LARGE or (source and source in shared.pictures):
        return
    shared.pictures.add(source)
    reason = picture_reason(frame.findtext(f"{SVG}title") or frame.findtext(f"{SVG}desc") or "")
    if area >= _WHOLE:
        shared.unread.append(("page-sized picture", f"a picture covers most of a page; {reason}", at))
    else:
        shared.unread.append(("picture", reason, at))
