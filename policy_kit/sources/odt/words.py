"""Reads the words inside a paragraph: spans, links, fields, notes, comments, and what hangs in it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from policy_kit.model import Link
from policy_kit.quick import dataclass
from policy_kit.sources.looks import Look
from policy_kit.sources.odt.names import DC, DRAW, OFFICE, STYLE_NAME, TEXT, XLINK, P, whole
from policy_kit.sources.odt.styles import Format, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEARLY_ALL = 0.85  # of a line's characters: a number or a colon is often left out of the bold
_MOST_SPACES = 1_000
_SKIPPED = frozenset(
    f"{TEXT}{name}"
    for name in ("script", "tracked-changes", "ruby-text", "note-citation", "hidden-paragraph")
)
_HANGING = frozenset(
    f"{DRAW}{name}"
    for name in (
        "frame", "g", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "line", "connector",
        "caption", "control", "text-box", "image", "object",
    )
)  # fmt: skip


@dataclass(slots=True)
class Words:
    """What a paragraph holds. breaks: page breaks in it, before its first words and after.

    hanging: drawings and boxes; notes, comments: their elements, to be read by whoever reads blocks.
    """

    pieces: list[str] = field(default_factory=list)
    looks: dict[Format, int] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    highlighted: list[str] = field(default_factory=list)
    hanging: list[_Element] = field(default_factory=list)
    notes: list[_Element] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)
    breaks_before: int = 0
    breaks_after: int = 0
    hidden: bool = False
    unseen: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def look(self, *, shaded: bool) -> Look:
        """The look that nearly all of the words share."""
        total = sum(self.looks.values())
        if not total:
            return Look()
        sizes: dict[float, int] = {}
        for look, length in self.looks.items():
            sizes[look.size] = sizes.get(look.size, 0) + length

        def nearly_all(name: str) -> bool:
            return sum(n for look, n in self.looks.items() if getattr(look, name)) >= _NEARLY_ALL * total

        return Look(
            bold=nearly_all("bold"),
            size=max(sizes, key=lambda size: (sizes[size], size)),
            capitals=nearly_all("capitals"),
            underlined=nearly_all("underlined"),
            italic=nearly_all("italic"),
            shaded=shaded,
        )


class WordReader:
    """Reads paragraphs' words with one file's styles."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._spans: dict[tuple[str, Format], Format] = {}

    def read(self, node: _Element, look: Format) -> Words:
        """The words of a text:p or text:h."""
        words = Words()
        self._inside(node, look, words)
        return words

    def _inside(self, node: _Element, look: Format, words: Words) -> None:
        _say(words, node.text, look)
        for child in node:
            if isinstance(child.tag, str):
                self._child(child, child.tag, look, words)
            _say(words, child.tail, look)

    def _child(self, child: _Element, tag: str, look: Format, words: Words) -> None:
        if tag == f"{TEXT}span":
            self._inside(child, self._span(child.get(STYLE_NAME), look), words)
        elif tag == f"{TEXT}s":
            _say(words, " " * whole(child.get(f"{TEXT}c"), 1, _MOST_SPACES), look)
        elif tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            _say(words, "\t" if tag == f"{TEXT}tab" else "\n", look)
        elif tag == f"{TEXT}soft-page-break":
            if any(piece.strip() for piece in words.pieces):
                words.breaks_after += 1
            else:
                words.breaks_before += 1
        elif tag in (f"{TEXT}a", f"{DRAW}a"):
            start = len(words.pieces)
            self._inside(child, look, words)
            shown = " ".join("".join(words.pieces[start:]).split())
            words.links.append(Link(shown, child.get(f"{XLINK}href") or ""))
        elif tag == f"{TEXT}note":
            words.notes.append(child)
        elif tag == f"{OFFICE}annotation":
            words.comments.append(_comment(child))
        elif tag in _HANGING:
            words.hanging.append(child)
        else:
            self._field(child, tag, look, words)

    def _field(self, child: _Element, tag: str, look: Format, words: Words) -> None:
        """Fields show what they last were; hidden ones do not."""
        if tag == f"{TEXT}hidden-paragraph" and child.get(f"{TEXT}is-hidden") != "false":
            words.hidden = True
        hidden = tag == f"{TEXT}hidden-text" and child.get(f"{TEXT}is-hidden") != "false"
        if hidden:
            words.unseen.append("".join(map(str, child.itertext())))
        elif tag not in _SKIPPED:
            self._inside(child, look, words)

    def _span(self, name: str | None, look: Format) -> Format:
        key = (name or "", look)
        if key not in self._spans:
            self._spans[key] = self._styles.span(name, look)
        return self._spans[key]


def _say(words: Words, text: str | None, look: Format) -> None:
    if not text:
        return
    if look.hidden:
        words.unseen.append(text)
        return
    words.pieces.append(text)
    if seen := text.strip():
        words.looks[look] = words.looks.get(look, 0) + len(seen)
        if look.marked:
            words.highlighted.append(seen)


def _comment(node: _Element) -> tuple[str, str]:
    """Who wrote a comment, and its text."""
    author = node.findtext(f"{DC}creator") or ""
    lines = (" ".join("".join(str(t) for t in p.itertext()).split()) for p in node.iter(P))
    return " ".join(author.split()), "\n".join(line for line in lines if line)
