"""One line of text: which of its dates belongs to which of its labels, and which labels have none."""

from __future__ import annotations

import re
from dataclasses import replace

from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom
from policy_kit.sections.dates.expressions import DateExpression, date_expressions
from policy_kit.sections.dates.labels import Label, labels
from policy_kit.sections.dates.wordings import Sense

# Who decides on a policy: their name beside a date says that they did.
BODY = regex(
    r"(?:(?:the|full|local|school)\s){0,3}(?:governing\s(?:body|board)|board\sof\s(?:governors|trustees|directors)"
    r"|governors|trustees|trust\sboard|FGB|LGB|(?:academy|governors['’]?|safeguarding|resources)\s(?:committee|council)"
    r"|management\scommittee|proprietor)",
    re.IGNORECASE,
)
_REACH = 90
_AHEAD = 60  # letters from a date that opens a sentence to what was done on it
_OWN_DATE = 12  # letters from a label to a date of its own
_SHORT = 8  # words of a line that is no sentence
_LOOSE = 10  # words of a cell that is more than its label
# Cells that are labels only for being the whole of a cell.
_CELLS = {
    **dict.fromkeys(("on", "when", "which day"), Sense.DATE),
    **dict.fromkeys(("done", "last", "last time", "last done"), Sense.REVIEWED),
    **dict.fromkeys(("due", "next", "next time", "again", "next due"), Sense.NEXT_REVIEW),
}
# Words that give the date, or the label, to something other than this policy.
_CITED = seldom(
    r"\bKCSI?E\b|keeping children safe|working together|\bguidance\b|\bacts?\b"
    r"|framework|\bstandards\b|regulations"
    r"|\bGDPR\b|\bDfE\b|ofsted|\bprevent\b|\badvice\b|statutory|legislation|safer internet day|https?:|www\."
    r"|code of practice|national curriculum|\bUKCIS\b|sexting|white paper|\bbill\b|equality|census|circular",
    re.IGNORECASE,
)
_OTHER_THING = seldom(
    r"\b(?:filter\w*|monitoring(?! and review| & review|/ ?review)|agreements?"
    r"|training|trained|risk assess\w*|audits?(?!\s*:)|self-review|360"
    r"|inspect\w*|DPIA|consents?|back-?ups?|passwords?|devices?|incidents?|network"
    r"|website|certificate|insurance|scheme"
    r"|curriculum|(?:child protection|safeguarding|behaviour|anti-bullying|data"
    r" protection|privacy|phone) policy|AUPs?"
    r"|photograph\w*|accounts?|software|DBS|qualification|copyright|template|model policy|exemplar|©)\b|©",
    re.IGNORECASE,
)
# The footer that a supplier's template brings along.
_SUPPLIER = regex(r"©|\bcopyright\b|\bmodel policy\b|\bexemplar\b|\btemplate\b", re.IGNORECASE)
_OWN = regex(r"\b(?:policy|policies|document|version|guidelines)\b|\bit (?:was|is|has|will)\b", re.IGNORECASE)
# The label speaks of the policy that went before: "the one approved in", "our previous policy was agreed".
_FORMER = regex(
    r"\b(?:previous|earlier|former|old(?:er)?|last year['’]s)\s(?:[\w-]+\s){0,3}"
    r"(?:policy|version|edition|one)\b[^.,;]{0,40}$"
    r"|\b(?:replac|supersed)\w+\s(?:the|that|our|its|one|a)\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
_SENTENCE_END = regex(r"[.!?]\s+[A-Z“\"]")
_TIGHT = regex(
    r"[\s:;,.\-–—()|/]*(?:(?:in|by|on|of|is|the|during|year|end|date|before|for"
    r"|was|until|from|will be|due|early|late|mid|and|school"
    r"|academic|annually|annual|start|beginning|to|term|governors|governing body"
    r"|completed|next)[\s:;,.\-–—()|/]+){0,6}",
    re.IGNORECASE,
)
_FILLER = regex(
    r"\b(?:this|the|our|policy|document|online|safety|e-?safety|by|on|and|whom"
    r"|full|governing|body|board|governors?|trust(?:ees)?"
    r"|committee|local|school|academy|date|of|for|is|was|in|due|it|staff|with"
    r"|who|when|has|been|be|directors|council|chair"
    r"|insert|if applicable|at|last|first|please|enter|agreed|or|day|month|year|dd|mm|yyyy|yy)\b|[\W_]",
    re.IGNORECASE,
)
_INTERVAL = regex(
    r"\b(?:annual(?:ly)?|yearly|every (?:\w+ )?(?:years?|terms?|months?)|each"
    r" year|termly|biennial(?:ly)?|ongoing|as (?:and when )?(?:needed|required)"
    r"|(?:one|two|three|1|2|3) years?)\b",
    re.IGNORECASE,
)


# One label may have several dates: reviewed in May 2023, May 2024 and May 2025.
_SEVERAL = (Sense.REVIEWED, Sense.APPROVED)
_JOINED = regex(r"\s*(?:[,;&/]|,?\s*\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its date; expression is None for a label with no date, `text` is what stands there."""

    label: Label
    expression: DateExpression | None
    text: str


def is_cited(text: str) -> bool:
    """Whether a text names guidance or law, whose dates are not the policy's."""
    return bool(_CITED.search(text))


def pairs_in(text: str, *, own_place: bool) -> tuple[Pair, ...]:
    """The labels of a line with their dates.

    own_place: the line stands where a bare label speaks of the policy (cover, document control…);
    elsewhere the sentence must name the policy.
    """
    marks = labels(text)
    if not marks or _SUPPLIER.search(text):
        return ()
    dates = date_expressions(text)
    out: list[Pair] = []
    label: Label | None = None
    for at, date in enumerate(dates):
        since = dates[at - 1].end if at else 0
        if not (label and label.sense in _SEVERAL and _JOINED.fullmatch(text, since, date.start)):
            until = dates[at + 1].start if at + 1 < len(dates) else len(text) + _REACH
            label = _label_of(text, date, marks, (since, until), first=at == 0)
        if label is not None and label.sense is not Sense.NONE and _is_own(text, label, own_place=own_place):
            out.append(Pair(label, date, date.text))
    if own_place:
        out.extend(_undated(text, marks, dates))
    return tuple(sorted(out, key=lambda p: p.label.start))


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
        gap = text[nearest.end : date.start]
        return nearest if _gap_allows(gap, date) else None
    after = [m for m in marks if m.start >= date.end and m.start - date.end <= _AHEAD]
    if first and after and date.start <= 3 and not re.search(r"[.!?]\s", text[date.end : after[0].start]):
        return after[0] if _is_of_date_before(text, date, after[0], until) else None
    return None


def _is_of_date_before(text: str, date: DateExpression, label: Label, until: int) -> bool:
    """Whether a label behind a date is that date's: no date of its own follows, and it is the policy's."""
    if label.end <= until <= label.end + _OWN_DATE:
        return False
    told = text[date.end : label.end + 40]
    if len(text.split()) <= _SHORT:
        return True
    return date.precision != "year" and bool(_OWN.search(told) or re.search(r"\b(?:this|it)\b", told))


def _gap_allows(gap: str, date: DateExpression) -> bool:
    if len(gap) > _REACH or _SENTENCE_END.search(gap) or _CITED.search(gap):
        return False
    if date.is_blank or date.precision == "year":
        return bool(_TIGHT.fullmatch(f"{gap.strip()} ")) or not gap.strip()
    return True


def _is_own(text: str, label: Label, *, own_place: bool) -> bool:
    start = max(text.rfind(". ", 0, label.start), text.rfind("; ", 0, label.start)) + 1
    before = text[start : label.start]
    if _FORMER.search(before):
        return False
    if _OTHER_THING.search(before[-70:]) and not _OWN.search(_OTHER_THING.sub(" ", before[-70:])[-25:]):
        return False
    if _OTHER_THING.search(text[label.end : label.end + 25]) and label.sense in (Sense.REVIEW, Sense.DATE):
        return False  # "Review of filtering: June 2026"
    if own_place:
        return not _CITED.search(before[-60:])
    if _OWN.search(label.words):
        return True
    own = max((m.end() for m in _OWN.finditer(before)), default=0)
    if own:  # "This policy follows KCSIE 2026, which came into force on…" dates the guidance
        return not _CITED.search(before, own)
    # "This policy was agreed in May. We will look at it again by June 2027."
    told = text[max(0, start - 160) : start]
    refers = re.search(r"\bit\b|^the next\b|\blast\b", label.words, re.IGNORECASE)
    return bool(refers and _OWN.search(told) and not _OTHER_THING.search(told))


def _undated(text: str, marks: tuple[Label, ...], dates: tuple[DateExpression, ...]) -> list[Pair]:
    """Labels with nothing, or no date, behind them; only in a line that is a label and not a sentence."""
    out: list[Pair] = []
    opens = not _FILLER.sub("", text[: marks[0].start])
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


def only_label(text: str) -> Label | None:
    """The label, if a line or cell holds one and nothing that could be its value.

    A sentence may go before it: "It is reviewed every three years. Next anticipated review:".
    """
    text = text.strip()
    if text.endswith(":") and (ends := list(_SENTENCE_END.finditer(text))):
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
    if _FILLER.sub("", rest + text[at:]):
        return None
    said = [m for m in marks if m.sense is not Sense.DATE]
    return replace(said[-1] if said else marks[0], words=text.rstrip(" :–-"))


def loose_label(text: str) -> Label | None:
    """The label that a cell holds among other words: "Gone through by staff (last review)".

    Only for a cell that a date stands beside, and of one sense; not of what is not the policy.
    """
    if len(text.split()) > _LOOSE or any(c.isdigit() for c in text) or is_cited(text):
        return None
    if BODY.fullmatch(text.strip()):
        return Label(text.strip(), 0, len(text), Sense.APPROVED)
    marks = [m for m in labels(text) if m.sense is not Sense.DATE]
    if len({m.sense for m in marks}) != 1 or marks[0].sense is Sense.NONE or _OTHER_THING.search(text):
        return None
    return replace(marks[0], words=text.strip().rstrip(" :–-"))


def leading_date(text: str) -> DateExpression | None:
    """The date, or the blank, that a value is or opens with: "Jan 25 Mrs Khan"."""
    text = text.strip()
    date = next(iter(date_expressions(text[:160])), None)
    if date is None or _CITED.search(text[: date.start]):
        return None
    if date.start <= 12 or (not date.is_blank and (date.precision != "year" or len(text) <= 40)):
        return date if date.start <= _REACH else None
    return None


def says_interval(text: str) -> bool:
    """Whether a value says how often ("annually") instead of when."""
    return bool(_INTERVAL.search(text))
