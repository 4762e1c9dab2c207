"""One line of text: which of its dates belongs to which of its labels, and which labels have none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policy_kit.by_text import kept_by_text
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.dates.belonging import (
    CITED,
    OTHER_THING,
    cites,
    has_other_object,
    has_other_subject,
    names_other_policy,
    without_bodies,
)
from policy_kit.sections.dates.cues import cue_of, names_policy
from policy_kit.sections.dates.expressions import DateExpression, date_expressions
from policy_kit.sections.dates.labels import FILLER, SENTENCE_END, Label, labels
from policy_kit.sections.dates.wordings import Sense

_REACH = 90
_AHEAD = 60  # letters from a date that opens a sentence to what was done on it
_OWN_DATE = 12  # letters from a label to a date of its own
_RIGHT_BEFORE = regex(r"\s?[–—:-]\s")  # "Autumn 2025 – reviewed by governors"
_SHORT = 8  # words of a line that is no sentence
# The footer that a supplier's template brings along.
_SUPPLIER = regex(
    r"©|\bwith thanks\b|\bcopyright\b|\bmodel policy\b|\bexemplar\b|\btemplate\b", re.IGNORECASE
)
# A list of the school's other policies, each with dates of its own.
_OTHERS = regex(
    r"\W*(?:related|linked|associated|other|supporting|see also|to be read (?:with|alongside))\b[^:.]{0,40}"
    r"\b(?:polic(?:y|ies)|documents?|guidance)\b",
    re.IGNORECASE,
)
# What the policy was made from is not the policy.
_MADE_FROM = regex(
    r"\b(?:draws?\son|drawn\sfrom|based\s(?:up)?on|adapted\sfrom|modelled\son|taken\sfrom)\b", re.IGNORECASE
)
_OWN = regex(
    r"\b(?:policy|policies|document|version|guidelines|(?:this|our|these) (?:booklet|handbook"
    r"|statement|charter|leaflet"
    r"|paper|guide|pages|code(?! of)))\b|\bit (?:was|is|has|will)\b",
    re.IGNORECASE,
)
_IT = regex(r"\bit (?:was|is|has|will)$", re.IGNORECASE)
# The label speaks of the policy that went before: "the one approved in", "our previous policy was agreed".
_FORMER = regex(
    r"\b(?:previous|earlier|former|old(?:er)?|last year['’]s)\s(?:[\w-]+\s){0,3}"
    r"(?:policy|version|edition|one)\b[^.,;]{0,40}$"
    r"|\b(?:replac|supersed)\w+\s(?:the|that|our|its|one|a)\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
_YEAR = regex(r"20\d\d|\d[./-]\d|[a-z.]{3}[\s’'-]{1,3}\d\d(?!\d)", re.IGNORECASE)
# What stood before: "approved the first version in", behind the label.
_FORMER_ONE = regex(
    r"\b(?:first|original|previous|earlier|former|old(?:er)?)\s(?:[\w-]+\s)?(?:policy|version|edition"
    r"|text|one)\b",
    re.IGNORECASE,
)
_TIGHT = regex(
    r"[\s:;,.\-–—()|/]*(?:(?:in|by|on|of|is|the|during|year|end|date|before|for"
    r"|was|until|from|will be|due|early|late|mid|and|school"
    r"|academic|annually|annual|start|beginning|to|term|governors|governing body"
    r"|completed|next)[\s:;,.\-–—()|/]+){0,6}",
    re.IGNORECASE,
)


# One label may have several dates: reviewed in May 2023, May 2024 and May 2025.
_SEVERAL = (Sense.REVIEWED, Sense.APPROVED)
_OF_VERSION = regex(
    r"(?:approval|adoption|agreement|ratification)\sof\s(?:the\s)?(?:current|this)\sversion$", re.IGNORECASE
)
# "… agreed it, and want it back in May 2027": the second half of the sentence looks ahead.
_AND_THEN = regex(
    r",?\s(?:and|but)\s(?:(?:will|shall|wants?|expects?|hopes?|plans?|has|have|asks?|asked)\b)[^.;]{0,40}"
    r"\b(?:back|again|afresh|next|on\sthe\sagenda|in\sthe\sdiary)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_ENDS_BY = regex(r"\b(?:by|on|in|at|and|whom|date)$", re.IGNORECASE)
_AND_BY = regex(
    r"[\s),;]*(?:and|then)\s(?:then\s)?(?:again\s)?by\s(?:the\s)?(?:[\w’']+\s){1,5}\(?(?:on\s|in\s)?",
    re.IGNORECASE,
)
_JOINED = regex(r"\s*(?:[,;&/]|,?\s*\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its date; expression is None for a label with no date, `text` is what stands there."""

    label: Label
    expression: DateExpression | None
    text: str


@kept_by_text
def pairs_in(text: str, *, own_place: bool) -> tuple[Pair, ...]:
    """The labels of a line with their dates.

    own_place: the line stands where a bare label speaks of the policy (cover, document control…);
    elsewhere the sentence must name the policy.
    """
    marks = labels(text)
    if not marks or _SUPPLIER.search(text) or _OTHERS.match(text):
        return ()
    dates = date_expressions(text)
    out: list[Pair] = []
    label: Label | None = None
    ahead = _labels_follow(text, dates, marks)
    for at, date in enumerate(dates):
        since = dates[at - 1].end if at else 0
        if ahead:
            label = ahead[at]
        elif not (
            label and label.sense in (*_SEVERAL, Sense.REVIEW) and _JOINED.fullmatch(text, since, date.start)
        ):
            until = dates[at + 1].start if at + 1 < len(dates) else len(text) + _REACH
            label = _label_of(text, date, marks, (since, until), first=at == 0)
        if label is not None and label.sense is not Sense.NONE and _is_own(text, label, own_place=own_place):
            out.append(Pair(label, date, date.text))
    if own_place:
        out.extend(_undated(text, marks, dates))
    return tuple(sorted(out, key=lambda p: p.label.start))


def _labels_follow(text: str, dates: Sequence[DateExpression], marks: Sequence[Label]) -> list[Label] | None:
    """The label of each date, if each stands before its own: "1 May 2026: approved. 1 May 2027: review."."""
    if len(dates) < 2 or dates[0].start > 3:
        return None
    out = []
    for date, after in zip(dates, [*dates, None][1:], strict=True):
        until = after.start if after else len(text)
        own = [m for m in marks if date.end <= m.start <= date.end + _OWN_DATE and m.end <= until]
        if not own or (after and not re.search(r"[.;,|/)]", text[own[0].end : until])):
            return None
        out.append(own[0])
    return out


def with_cued(text: str, pairs: Sequence[Pair], *, own_place: bool) -> tuple[Pair, ...]:
    """The pairs of a line, and its dates with no listed label but a word that says what they are."""
    may = _YEAR.search(text) if own_place else "20" in text and names_policy(text)
    if not may or _SUPPLIER.search(text) or _OTHERS.match(text):
        return tuple(pairs)
    marks = labels(text)
    dates = date_expressions(text)
    told = {p.expression.start for p in pairs if p.expression}
    out = list(pairs)
    for at, date in enumerate(dates):
        since = dates[at - 1].end if at else 0
        until = dates[at + 1].start if at + 1 < len(dates) else len(text)
        if date.start in told or any(since <= m.start and m.end <= date.start for m in marks):
            continue
        cue = _again(text, date, since, out) or cue_of(text, date, (since, until), own_place=own_place)
        out.extend([Pair(cue, date, date.text)] if cue else [])
    return tuple(sorted(out, key=lambda p: p.label.start))


def _again(text: str, date: DateExpression, since: int, told: Sequence[Pair]) -> Label | None:
    """The label of the date before, if this adds to it: "by staff (11 May) and by the board (2 June)"."""
    before = next((p for p in told if p.expression and p.expression.end == since), None)
    if before is None or before.label.sense not in _SEVERAL:
        return None
    return before.label if _AND_BY.fullmatch(text, since, date.start) else None


def _label_of(
    text: str, date: DateExpression, marks: tuple[Label, ...], between: tuple[int, int], *, first: bool
) -> Label | None:
    """The label of a date: the one before it, or, where a line opens with the date, the one after it."""
    since, until = between
    before = [m for m in marks if since <= m.end <= date.start + 1]
    if before:
        nearest = before[-1]
        if nearest.sense is Sense.DATE and len(before) > 1 and date.start - before[-2].end < _REACH:
            nearest = before[-2]  # "Approved by the governors. Date: 8 October 2026"
        elif len(before) > 1 and _OF_VERSION.search(text, before[-2].start, nearest.end):
            nearest = before[-2]  # "Date of approval of current version: 5 May 2026"
        gap = text[nearest.end : date.start]
        if nearest.sense in _SEVERAL and (comes := _AND_THEN.search(gap)):
            words = gap[comes.start() :].strip()
            return Label(words, nearest.end + comes.start(), date.start, Sense.NEXT_REVIEW)
        if nearest.sense in _SEVERAL and not _ENDS_BY.search(nearest.words) and has_other_object(gap):
            return None
        return nearest if _gap_allows(gap, date) else None
    after = [m for m in marks if m.start >= date.end and m.start - date.end <= _AHEAD]
    if first and after and date.start <= 3 and not re.search(r"[.!?]\s", text[date.end : after[0].start]):
        if not _is_of_date_before(text, date, after[0], until):
            return None
        both = len(after) > 1 and after[0].sense is Sense.REVIEWED and after[1].sense is Sense.APPROVED
        return after[1] if both and after[1].start <= after[0].end + 1 else after[0]
    return None


def _is_of_date_before(text: str, date: DateExpression, label: Label, until: int) -> bool:
    """Whether a label behind a date is that date's: no date of its own follows, and it is the policy's."""
    if label.end <= until <= label.end + _OWN_DATE:
        return False
    told = text[date.end : label.end + 40]
    if len(text.split()) <= _SHORT or _RIGHT_BEFORE.fullmatch(text, date.end, label.start):
        return True
    return date.precision != "year" and bool(_OWN.search(told) or re.search(r"\b(?:this|it)\b", told))


# A remark in brackets, and the yes of a question: "Review date (statutory): …", "Ratified? Yes, 8 July 2026".
_ASIDE = regex(r"\([^()]*\)|\?\s(?:yes|on|in)\b,?", re.IGNORECASE)


def _gap_allows(gap: str, date: DateExpression) -> bool:
    gap = _ASIDE.sub("", gap)
    if len(gap) > _REACH or SENTENCE_END.search(gap) or cites(gap) or _FORMER_ONE.search(gap):
        return False
    if date.is_blank or date.precision == "year":
        return bool(_TIGHT.fullmatch(f"{gap.strip()} ")) or not gap.strip()
    return True


def _is_own(text: str, label: Label, *, own_place: bool) -> bool:
    start = max(text.rfind(". ", 0, label.start), text.rfind("; ", 0, label.start)) + 1
    before = text[start : label.start]
    if _FORMER.search(before) or names_other_policy(text[max(start, label.start - 70) : label.end]):
        return False
    if _MADE_FROM.search(before):
        return False
    near = without_bodies(before)[-70:]
    if OTHER_THING.search(near) and not _OWN.search(OTHER_THING.sub(" ", near)[-25:]):
        return False
    if OTHER_THING.search(text[label.end : label.end + 25]) and label.sense in (Sense.REVIEW, Sense.DATE):
        return False  # "Review of filtering: June 2026"
    if own_place:
        near = before if label.words.casefold() == "dated" else _ASIDE.sub("", before)[-60:]
        return not (CITED.search(near) or has_other_subject(text[start : label.end]))
    if _OWN.search(label.words):
        return True
    own = max((m.end() for m in _OWN.finditer(before)), default=0)
    if own and _IT.search(before[:own]) and OTHER_THING.search(before[:own]):
        return False  # "Our filter was renewed in May, and it is due again in…"
    if own:  # "This policy follows KCSIE 2026, which came into force on…" dates the guidance
        return not CITED.search(before, own)
    # "This policy was agreed in May. We will look at it again by June 2027."
    told = text[max(0, start - 160) : start]
    refers = re.search(r"\bit\b|^the next\b|\blast\b|^a new\b", label.words, re.IGNORECASE)
    return bool(refers and _OWN.search(told) and not OTHER_THING.search(told))


def _undated(text: str, marks: tuple[Label, ...], dates: tuple[DateExpression, ...]) -> list[Pair]:
    """Labels with nothing, or no date, behind them; only in a line that is a label and not a sentence."""
    out: list[Pair] = []
    opens = not FILLER.sub("", text[: marks[0].start])
    if len(text) > 200 or not (opens or dates):
        return out
    for at, label in enumerate(marks):
        ends = marks[at + 1].start if at + 1 < len(marks) else len(text)
        value = text[label.end : ends]
        if label.sense is Sense.NONE or any(label.start <= d.start < ends for d in dates):
            continue
        if label.sense is Sense.DATE or not (label.names_date or ":" in value[:30] or value.strip() == ""):
            continue
        if not opens and not value.lstrip().startswith(":"):
            continue  # after other words only a colon makes a label
        if at + 1 < len(marks) and marks[at + 1].sense is Sense.DATE:
            continue  # the date follows under its own word
        out.append(Pair(label, None, _value(value)))
    return out


def _value(words: str) -> str:
    remark = re.sub(r"^\s*\([^()]*\)", "", words)  # "Review due (or when guidance changes):"
    return remark.strip(" \t\n:;,.-–—|_…()")
