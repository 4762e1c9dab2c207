"""Where in a document a date may be the policy's own: the cover, document control, the end, the margins."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from policy_kit.model import Block, BlockKind, Document, Part
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom
from policy_kit.sections.dates.wordings import Sense


class Place(StrEnum):
    """What part of the document a block stands in, as far as dates go."""

    COVER = "cover"
    CONTROL = "control"  # under a heading about approval, review, versions or key people
    HISTORY = "history"  # under a heading about earlier versions
    END = "end"
    MARGIN = "margin"
    INSIDE = "inside"
    FORM = "form"  # an agreement, log or form, with dates of its own


LABELLED_PLACES = frozenset({Place.COVER, Place.CONTROL, Place.HISTORY, Place.END, Place.MARGIN})
_COVER_LIMIT = 60
_TITLE_LINES = 4  # among which the first heading is the document's title
_END_LINES = 20
_LAST_LINES = 6  # of the running text before the first appendix, where it is signed and dated
# What is signed by a pupil or a parent comes after the policy proper.
_APPENDED = regex(
    r"\W*(?:\d+[.)]?\s*)?(?:appendix|appendices|annexe?s?|schedule \w\b"
    r"|.{0,60}\bacceptable use (?:policy |and \w+ )?agreement)\b",
    re.IGNORECASE,
)
_FIRST_SECTION = seldom(
    r"^\W{0,3}(?:(?:policy\s)?(?:aims?|scope|introduction|purpose|rationale|overview"
    r"|background|statement|context|vision|foreword|legislation|our vision|what"
    r" is this policy|why|definitions?)\b)",
    re.IGNORECASE,
)
_NUMBERED = regex(r"\W{0,2}(?:section\s)?\d{1,2}(?:\.\d{1,2})*[.):]?\s+[A-Za-z]", re.IGNORECASE)
_CONTROL = seldom(
    r"document control|versions?\b|history|key (?:people|dates|information|details"
    r"|staff|contacts|school)|policy (?:details"
    r"|information|governance|review|control|status|approval)|approv|ratif|\breviews?\b"
    r"|reviewing|adoption|signatures?"
    r"|school details|revision|amendment|schedule for|implementation|small print|about this"
    r"|who agreed|agreed by|adopted|sign(?:ed|ing)[- ]off|look(?:ed|ing)? (?:at (?:it|this) )?again"
    r"|(?:fresh|up to date)$|\bwhen (?:is|was|will) (?:it|this(?: policy)?|the policy)\b.*\breview",
    re.IGNORECASE,
)
_HISTORY = seldom(
    r"\bhistory\b|\bversions\b|\brevisions\b|\bamendments\b|record of (?:changes|reviews|amendments"
    r"|revisions|updates)"
    r"|change log|what (?:has )?changed",
    re.IGNORECASE,
)
_FORM = regex(
    r"agreement|acceptable use|\bAUP\b|\bforms?\b|\blogs?\b|checklist|consent"
    r"|declaration|risk assessment|\baudit\b|letter"
    r"|questionnaire|survey|permission|contract|pledge|incident|glossary|self[- ]review|training",
    re.IGNORECASE,
)
_RULES = regex(
    r"acceptable (?:\w+ ){0,2}use|\bAUPs?\b", re.IGNORECASE
)  # a document of its own, if it is the title
_OTHER_SUBJECT = regex(
    r"filter|monitoring (?!and review|& review)|device|curriculum|network|password|linked"
    r"|other polic|train|incident|legislation",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the place it stands in."""

    block: Block
    place: Place


# "Harrow Lane Online Safety Policy, v7, September 2026": what a footer says, typed as the last line.
_CLOSING_LINE = regex(r"^(?=.{0,120}$)(?=.*\b(?:v(?:ersion)?\.? ?\d|policy\b)).*\b20\d\d\W*$", re.IGNORECASE)


def placed_blocks(document: Document, of_itself: Collection[int] = ()) -> tuple[Placed, ...]:
    """The blocks in which dates are looked for, headers and footers last.

    of_itself: indexes of blocks in the running text that are known to speak of the policy itself.
    """
    return tuple(
        replace(one, place=Place.CONTROL)
        if one.place is Place.INSIDE and one.block.index in of_itself
        else one
        for one in _placed(document)
    )


def is_own_table(document: Document, row: Block, senses: frozenset[Sense]) -> bool:
    """Whether a table in the running text is about the policy: two kinds of date, under no other subject."""
    return len(senses) > 1 and not is_under_other_matter(document, row)


def is_under_other_matter(document: Document, block: Block) -> bool:
    """Whether the nearest heading names a form or a matter with dates of its own, such as filtering."""
    above = document.heading_path(block)[-1:]
    return any(_FORM.search(h) or _OTHER_SUBJECT.search(h) for h in above)


def _placed(document: Document) -> Iterator[Placed]:
    blocks = document.text_blocks
    cover_ends = _cover_end(blocks)
    appended = next(
        (at for at, b in enumerate(blocks) if at > cover_ends and b.is_heading and _APPENDED.match(b.text)),
        len(blocks),
    )
    for at, block in enumerate(blocks):
        if at < cover_ends:
            place = Place.COVER
        else:
            path = document.heading_path(block)
            closes = at >= len(blocks) - _END_LINES or appended - _LAST_LINES <= at < appended
            at_end = closes and not _OTHER_SUBJECT.search(" ".join(path[-1:]))
            place = _by_headings(path) or (Place.END if at_end else Place.INSIDE)
            if block is blocks[-1] and _CLOSING_LINE.search(block.text):
                place = Place.END  # under the last agreement as well: it closes the document
        yield Placed(block, place)
    for block in document.margins:
        yield Placed(block, Place.MARGIN)


@lru_cache(maxsize=256)
def _by_headings(path: tuple[str, ...]) -> Place | None:
    """The place that the headings make: the nearest one that says anything decides."""
    own = [h for h in path if not re.search(r"\bpolicy\b", h, re.IGNORECASE) or _CONTROL.search(h)]
    if any(_OTHER_SUBJECT.search(h) for h in own):
        return Place.FORM if any(_FORM.search(h) for h in own) else Place.INSIDE
    for heading in reversed(own):
        if _CONTROL.search(heading) or _HISTORY.search(heading):
            return Place.HISTORY if _HISTORY.search(heading) else Place.CONTROL
        if _FORM.search(heading):
            return Place.FORM
    return None


def _cover_end(blocks: tuple[Block, ...]) -> int:
    """How many blocks come before the first section."""
    title = next((at for at, block in enumerate(blocks[:_TITLE_LINES]) if block.is_heading), None)
    for at, block in enumerate(blocks[:_COVER_LIMIT]):
        if block.part is Part.BODY and _starts_text(block, blocks[at + 1 : at + 2], is_title=at == title):
            return at
    return min(len(blocks), _COVER_LIMIT)


def _starts_text(block: Block, after: tuple[Block, ...], *, is_title: bool) -> bool:
    """Whether a block ends the cover; "Acceptable Use of ICT" does not where it is the document's title."""
    if block.is_heading:
        numbered = block.number[:1].isdigit() or _NUMBERED.match(block.text)
        form = (
            not (is_title and _RULES.search(block.text))
            and _FORM.search(block.text)
            and not re.search(r"\bpolicy\b", block.text, re.IGNORECASE)
        )
        return bool(numbered or form or _FIRST_SECTION.match(block.text))
    # A typed heading that no reader took for one: "1. Aims" with a paragraph under it.
    short = block.kind is BlockKind.PARAGRAPH and len(block.text) < 60
    return bool(
        short and re.match(r"1[.)]?\s+[A-Z]", block.text) and after and len(after[0].text.split()) > 12
    )
