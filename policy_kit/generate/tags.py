"""The tags of a Word template as a person sees them: which there are, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from policy_kit.generate.package import parse
from policy_kit.generate.places import places
from policy_kit.generate.styles import styles_of
from policy_kit.generate.wordml import TR, P, paragraphs, text_of
from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from lxml import etree

FILLED = re.compile(r"word/(document|(header|footer)\d*|footnotes)\.xml")
_PARTS = {"p": "paragraph", "tr": "table row", "tc": "table cell", "r": "run"}
CELL_FORMS = ("vm", "hm", "colspan", "cellbg")
_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its kind (`print`, `say`, or `open` if it is never closed), what it takes with it, its words.

    takes: `p`, `tr`, `tc`, `r` for docxtpl's forms that swallow the whole of that, else ''.
    """

    kind: str
    takes: str
    words: str
    trims: bool

    @property
    def shapes_cell(self) -> bool:
        """Whether it shapes the table cell it stands in, as docxtpl has it: vm, hm, colspan, cellbg."""
        return self.kind == "say" and self.words.partition(" ")[0] in CELL_FORMS

    @property
    def verb(self) -> str:
        """The first word of a statement: if, elif, else, endif, for, endfor."""
        return self.words.split(" ")[0] if self.kind == "say" else ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that holds tags: where it stands, its text, its tags, and what its table row says."""

    part: str
    place: str
    section: str
    text: str
    tags: tuple[Tag, ...]
    row: str = ""

    @property
    def only_tags(self) -> bool:
        """Whether nothing but tags stands in it."""
        return not without_tags(self.text)


def tagged_lines(parts: Mapping[str, bytes], name: str) -> Iterator[Line]:
    """Every paragraph of the filled parts that holds a tag, in order."""
    levels = styles_of(parts, name).levels
    for part in sorted(parts):
        if FILLED.fullmatch(part) and b"{" in parts[part]:
            root = parse(parts[part], name, part)
            for place, paragraph in zip(places(root, part, levels), paragraphs(root), strict=True):
                text = text_of(paragraph)
                if tags := tuple(_tags(text)):
                    yield Line(part, place.words, place.section, text, tags, _row_of(paragraph))


def _row_of(paragraph: etree._Element) -> str:
    row = next(paragraph.iterancestors(TR), None)
    return "" if row is None else " ".join(text_of(p) for p in row.iter(P))


def without_tags(text: str) -> str:
    """What of a text is no tag."""
    rest, at = [], 0
    for start, end in _spans(text):
        rest.append(text[at:start])
        at = end
    return "".join([*rest, text[at:]]).strip()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the tags of a text stand; the last takes up all that follows if it is never closed.

    A search by hand, since a pattern would look for the end anew from each of a thousand braces.
    """
    at = 0
    while found := _OPENING.search(text, at):
        close = text.find(_CLOSING[found[0]], found.end())
        at = len(text) if close < 0 else close + 2
        yield found.start(), at


def _tags(text: str) -> Iterator[Tag]:
    for start, end in _spans(text):
        whole = text[start:end]
        opening = whole[:2]
        if len(whole) < 4 or not whole.endswith(_CLOSING[opening]):
            yield Tag("open", "", whole[:40], trims=False)
        elif opening != "{#":
            words = whole[2:-2]
            trims = words.startswith("-") or words.endswith("-")
            words = words.strip("-").rstrip()
            takes, _, rest = words.partition(" ")
            kind = "print" if opening == "{{" else "say"
            if takes in _PARTS:
                yield Tag(kind, takes, _straight(rest), trims)
            else:
                yield Tag(kind, "", _straight(words), trims)


def _straight(words: str) -> str:
    """As docxtpl reads a tag: Word's curly quotes as the straight ones that were meant."""
    for curly, plain in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")):
        words = words.replace(curly, plain)
    return " ".join(words.split())


def taken(tag: Tag) -> str:
    """What a tag takes with it, in words."""
    return _PARTS.get(tag.takes, "")
