"""A line or a cell that is nothing but a label, or nothing but its value."""

from __future__ import annotations

import re
from dataclasses import replace

from policy_kit.by_text import kept_by_text
from policy_kit.regexes import regex
from policy_kit.sections.dates.belonging import BODY, CITED, OTHER_THING, is_cited
from policy_kit.sections.dates.cues import cue_in
from policy_kit.sections.dates.expressions import DateExpression, date_expressions
from policy_kit.sections.dates.labels import FILLER, SENTENCE_END, Label, labels
from policy_kit.sections.dates.wordings import Sense

_REACH = 90
_LOOSE = 10  # words of a cell that is more than its label
# Cells that are labels only for being the whole of a cell.
_CELLS = {
    **dict.fromkeys(("on", "when", "which day", "month", "term"), Sense.DATE),
    **dict.fromkeys(("done", "last", "last time", "last done"), Sense.REVIEWED),
    **dict.fromkeys(("version", "edition", "current version"), Sense.OTHER),
    **dict.fromkeys(("due", "next", "next time", "again", "next due"), Sense.NEXT_REVIEW),
}
_INTERVAL = regex(
    r"\b(?:annual(?:ly)?|yearly|every (?:\w+ )?(?:years?|terms?|months?)|each"
    r" year|termly|biennial(?:ly)?|ongoing|as (?:and when )?(?:needed|required)"
    r"|(?:one|two|three|1|2|3) years?)\b",
    re.IGNORECASE,
)


@kept_by_text
def only_label(text: str) -> Label | None:
    """The label, if a line or cell holds one and nothing that could be its value.

    A sentence may go before it: "It is reviewed every three years. Next anticipated review:".
    """
    text = text.strip()
    if text.endswith(":") and (ends := list(SENTENCE_END.finditer(text))):
        text = text[ends[-1].end() - 1 :]
    if not text or len(text) > 120 or re.search(r":\s*[^\s:]", text):
        return None
    whole = _CELLS.get(text.rstrip(" ?:").casefold())
    if whole is not None:
        return Label(text.rstrip(" :"), 0, len(text), whole)
    marks = [m for m in labels(text) if m.sense is not Sense.NONE]
    if not marks or date_expressions(text):
        return None
    rest, at = "", 0
    for mark in marks:
        rest += f"{text[at : mark.start]} "
        at = mark.end
    if FILLER.sub("", rest + text[at:]):
        return None
    said = [m for m in marks if m.sense is not Sense.DATE]
    return replace(said[-1] if said else marks[0], words=text.rstrip(" :–-"))


@kept_by_text
def loose_label(text: str) -> Label | None:
    """The label that a cell holds among other words: "Gone through by staff (last review)".

    Only for a cell that a date stands beside, and of one sense; not of what is not the policy.
    """
    if len(text.split()) > _LOOSE or any(c.isdigit() for c in text) or is_cited(text):
        return None
    if BODY.fullmatch(text.strip()):
        return Label(text.strip(), 0, len(text), Sense.APPROVED)
    marks = [m for m in labels(text) if m.sense is not Sense.DATE]
    if not marks:
        return cue_in(text)
    if len({m.sense for m in marks}) != 1 or marks[0].sense is Sense.NONE or OTHER_THING.search(text):
        return None
    return replace(marks[0], words=text.strip().rstrip(" :–-"))


def leading_date(text: str) -> DateExpression | None:
    """The date, or the blank, that a value is or opens with: "Jan 25 Mrs Khan"."""
    text = text.strip()
    date = next(iter(date_expressions(text[:160])), None)
    if date is None or CITED.search(text[: date.start]):
        return None
    if date.start <= 12 or (not date.is_blank and (date.precision != "year" or len(text) <= 40)):
        return date if date.start <= _REACH else None
    return None
