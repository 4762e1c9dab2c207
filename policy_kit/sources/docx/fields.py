"""Word's fields: instructions that are never text, around results that are (TOC, HYPERLINK, PAGEREF)."""

from __future__ import annotations

import re
from dataclasses import field

from policy_kit.model import Link
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom
from policy_kit.sources import limits
from policy_kit.sources.docx.drafts import Paragraph

_HYPERLINK = seldom(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))?', re.IGNORECASE)
_ANCHOR = regex(r'\\l\s+(?:"([^"]*)"|(\S+))')
_BUTTON = regex(r"\s*(?:MACRO|GOTO)BUTTON\s+\S+\s+(.+)", re.IGNORECASE | re.DOTALL)
_CONTENTS = regex(r"\s*TOC\b", re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """One field that stands open. in_code: between its begin and its separate."""

    code: list[str] = field(default_factory=list)
    in_code: bool = True
    contents: bool = False
    target: str | None = None
    start: int = 0  # where its result starts in the paragraph
    paragraphs: list[Paragraph] = field(default_factory=list)


def link_target(code: str) -> str | None:
    """The address of a HYPERLINK instruction, "#name" for a place in the file; None for other fields."""
    found = _HYPERLINK.match(code)
    if found is None:
        return None
    anchor = _ANCHOR.search(code)
    inside = f"#{anchor[1] or anchor[2]}" if anchor else ""
    return (found[1] or found[2] or "") + inside


def button_words(code: str) -> str:
    """The words that a button in the text shows ("[click here and type the name]"); "" of other fields.

    They stand in its instruction, and templates use such buttons for what is to be filled in.
    """
    found = _BUTTON.match(code)
    return found[1].rstrip() if found else ""


class Fields:
    """The fields that stand open at one point of a part."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self._beyond = 0  # fields deeper than are followed
        self.any = False
        self.silent = False  # text here belongs to an outer field's instruction

    def begin(self) -> None:
        if len(self._open) >= limits.MAX_OPEN_FIELDS:
            self._beyond += 1
            return
        self._open.append(Field())
        self._settle()

    def code(self, text: str) -> None:
        if self._open and self._open[-1].in_code:
            self._open[-1].code.append(text)

    def separate(self, paragraph: Paragraph) -> None:
        if not self._open or self._beyond:
            return
        top = self._open[-1]
        top.in_code = False
        code = "".join(top.code)
        top.contents = bool(_CONTENTS.match(code))
        top.target = link_target(code)
        top.start = len(paragraph.pieces)
        self._settle()

    def end(self, paragraph: Paragraph) -> str:
        """Close the innermost field; the words that it shows though they are none of its result."""
        if self._beyond:
            self._beyond -= 1
        elif self._open:
            top = self._open.pop()
            _add_link(top, paragraph)
            self._settle()
            has_result = not top.in_code and "".join(paragraph.pieces[top.start :]).strip()
            return "" if has_result else button_words("".join(top.code))
        return ""

    def paragraph_ends(self, paragraph: Paragraph) -> None:
        """Note what the open fields make of a paragraph; drop one whose instruction never came."""
        for one in self._open:
            if one.contents:
                paragraph.contents = True
                one.paragraphs.append(paragraph)
            _add_link(one, paragraph)
            one.start = 0
        if self._open and self._open[-1].in_code and not "".join(self._open[-1].code).strip():
            self._open.pop()
        self._settle()

    def part_ends(self) -> None:
        """A contents list that never ends is broken: what it claimed is text after all."""
        for one in self._open:
            for paragraph in one.paragraphs if one.contents else ():
                paragraph.contents = paragraph.style.contents
        self._open.clear()
        self._beyond = 0
        self._settle()

    def _settle(self) -> None:
        self.any = bool(self._open)
        self.silent = any(one.in_code for one in self._open[:-1])


def _add_link(one: Field, paragraph: Paragraph) -> None:
    if one.target is None or one.in_code:
        return
    text = " ".join("".join(paragraph.pieces[one.start :]).split())
    if text or not one.target:
        paragraph.add_link(Link(text, one.target))
