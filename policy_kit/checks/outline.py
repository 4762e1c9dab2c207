"""The document seen by its headings: their numbers, the text under each, and where the appendices begin."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from policy_kit.checks.remembering import once_a_document
from policy_kit.model import Block, Document
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

Numbers = tuple[int, ...]  # 7.6 is (7, 6); the a of 3.4a counts down from -1, so that it is no 3.4.1

# "7.6 Title", "1. Title", "1) Title", "3.4a Title", "Section 3: Title".
_TYPED = regex(
    r"\s*(?:section\s+)?(\d{1,2}(?:\.\d{1,2}){1,4}(?:[a-h](?=[\s.):]))?|\d{1,2}[a-h]?(?=\s*[.):]))"
    r"[.):]*(?:\s*[-–—](?=\s))?\s*(?=[^\d\s])",
    re.IGNORECASE,
)
_BARE = regex(r"\s*(\d{1,2})\s+(?=[A-Z])")  # "3 Title" is judged over the whole document
_MADE = regex(r"\d{1,2}(?:\.\d{1,2}){0,4}[a-h]?")
_APPENDIX = regex(
    r"\s*(?i:(appendix|annexe?|schedule))\s*[-–—:.]?\s*"
    r"(?:(\d{1,2}[a-zA-Z]?|[A-Z]|[IVX]{1,4}|(?i:one|two|three|four|five|six))(?!\w))?[\s.:)–—-]*"
)
_COUNTED = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
_TRAILING = regex(r"[\s:.,;–—-]+$")
_FOR_SIGNING = regex(
    r"\b(?:agreements?|acceptable use (?:polic(?:y|ies)|statements?|rules)|AUPs?|checklists?|pledges?"
    r"|declarations?"
    r"|charters?|(?:incident|reporting|concern)s? log|audit tool|needs audit|slips?)\b"
    r"|\b(?:form|log|contract|poster)$|^(?:my|our|the) .*\brules\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AppendixLabel:
    """What an appendix is called: its word ("appendix", "annex", "schedule") and its number or letter."""

    word: str
    mark: str

    def __str__(self) -> str:
        return f"{self.word.capitalize()} {self.mark}".strip()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its own text, up to the next heading of any level.

    number: () if it has none; title: the heading without its number; appendix: its label if the
    heading is an appendix's; in_appendix: it stands after such a heading; for_signing: it is, or
    stands under, an agreement, form or checklist, which repeats the policy on purpose.
    """

    heading: Block
    blocks: tuple[Block, ...]
    number: Numbers
    title: str
    appendix: AppendixLabel | None
    in_appendix: bool
    for_signing: bool

    @property
    def name(self) -> str:
        """How a report names the section: its number, or its heading if it has none."""
        return dotted(self.number) if self.number else self.heading.display.strip()


def appendix_label(text: str) -> AppendixLabel | None:
    """The label that a heading or contents line opens with, if it is an appendix's."""
    found = _APPENDIX.match(text)
    if not found or (found[1].lower() == "schedule" and not found[2]):
        return None
    word = "annex" if found[1].lower().startswith("annex") else found[1].lower()
    mark = (found[2] or "").upper()
    return AppendixLabel(word, _COUNTED.get(mark.lower(), mark))


def typed_number(text: str, *, bare: bool = False) -> Numbers:
    """The number a line opens with; `bare` also takes "3 Title", with neither dot nor bracket."""
    found = _TYPED.match(text) or (_BARE.match(text) if bare else None)
    return _parsed(found[1]) if found else ()


def number_of(block: Block, *, bare: bool = False) -> Numbers:
    """The number of a block, whether Word makes it or someone typed it."""
    made = block.number.strip().rstrip(".):")
    return _parsed(made) if _MADE.fullmatch(made) else typed_number(block.text, bare=bare)


def _parsed(text: str) -> Numbers:
    letter = text[-1:].lower() if text[-1:].isalpha() else ""
    numbers = tuple(int(part) for part in text.rstrip("abcdefghABCDEFGH").split("."))
    return (*numbers, ord("a") - 1 - ord(letter)) if letter else numbers


def dotted(number: Numbers) -> str:
    """A number as it is written: 7.6, or 3.4a."""
    text = ".".join(str(part) for part in number if part >= 0)
    return text + "".join(chr(ord("a") - 1 - part) for part in number if part < 0)


def title_of(text: str, *, bare: bool = False) -> str:
    """A heading's words, without number, appendix label and closing punctuation."""
    found = _TYPED.match(text) or (_BARE.match(text) if bare else None) or _APPENDIX.match(text)
    rest = text[found.end() :] if found else text
    return _TRAILING.sub("", rest).strip() or text.strip()


@once_a_document
def uses_bare_numbers(document: Document) -> bool:
    """Whether headings here are numbered with a figure alone: 1, 2 and 3 all stand so."""
    seen = {int(found[1]) for b in document.text_blocks if b.is_heading and (found := _BARE.match(b.text))}
    return {1, 2, 3} <= seen


@once_a_document
def sections_of(document: Document) -> tuple[Section, ...]:
    """The headings of the running text in order, each with the text under it."""
    bare = uses_bare_numbers(document)
    starts = [i for i, b in enumerate(document.text_blocks) if b.is_heading]
    blocks = document.text_blocks
    out: list[Section] = []
    in_appendix = False
    highest = 0
    for start, end in itertools.pairwise([*starts, len(blocks)]):
        heading = blocks[start]
        label = appendix_label(heading.text) if not number_of(heading) else None
        number = () if label else number_of(heading, bare=bare)
        if label:
            in_appendix = True
        elif in_appendix and len(number) == 1 and number[0] == highest + 1:
            in_appendix = False  # the main numbering goes on after the appendix
        if len(number) == 1 and not in_appendix:
            highest = max(highest, number[0])
        path = (*document.heading_path(heading), heading.text)
        out.append(
            Section(
                heading=heading,
                blocks=blocks[start + 1 : end],
                number=number,
                title=title_of(heading.text, bare=bare),
                appendix=label,
                in_appendix=in_appendix,
                for_signing=any(map(_is_for_signing, path)),
            )
        )
    return _without_typed_contents(out)


def _without_typed_contents(sections: list[Section]) -> tuple[Section, ...]:
    """Leave out the lines of a contents list taken for headings: bare, and said again further down."""
    last = {(s.number, s.title.casefold()): at for at, s in enumerate(sections)}
    lines = {
        at
        for at, s in enumerate(sections)
        if s.title and not s.blocks and last[s.number, s.title.casefold()] > at
    }
    return tuple(s for at, s in enumerate(sections) if len(lines) < 3 or at not in lines)


@lru_cache(maxsize=2048)
def _is_for_signing(heading: str) -> bool:
    return bool(_FOR_SIGNING.search(heading))
