"""The words beside a date that say what it is: next review, approval, last review, start, writing…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Sense(StrEnum):
    """What a label says of its date.

    The values of DateKind, and two that only the neighbourhood can settle: `review` ("Review date", the
    next or the last one) and `date` ("Date", of whatever stands before it).
    """

    NEXT_REVIEW = "next_review"
    APPROVED = "approved"
    REVIEWED = "reviewed"
    EFFECTIVE = "effective"
    WRITTEN = "written"
    SHARED = "shared"
    REVIEW = "review"
    DATE = "date"
    NONE = "none"  # a label that takes the date for something that is not the policy


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text: where it stands and what it says; sure: it can only mean a date of the policy."""

    words: str
    start: int
    end: int
    sense: Sense
    names_date: bool = False  # it has "date", "due", "by" or "on": so a blank after it is a missing date


_BE = r"(?:be|is|was|been|are)"
_HOW = r"(?:formally|fully|annually|next|then|again|also|further|thoroughly|last|most recently|recently)"
_POLICY = r"(?:(?:this|the|our)\s)?(?:online[- ]safety\s|e-?safety\s)?(?:policy|document|version)"
_REVIEW = r"re-?view"
# Each sense with its wordings; of two that start at one place the earlier here is taken.
_WORDINGS: tuple[tuple[Sense, str], ...] = (
    (Sense.NONE,
        rf"\b{_REVIEW}s?\s(?:cycle|frequency|period|interval|history|body|group|process"
        rf"|arrangements|panel|schedule|type|level)\b|\bfrequency of {_REVIEW}"),
    (Sense.NONE,
        r"\b(?:date of (?:birth|incident|issue of (?:device|laptop)|referral|training"
        r"|purchase|joining|return)|last updated by gov|incident date|date (?:of"
        r"|for) (?:the )?(?:concern|search|return)|start of term)\b"),
    (Sense.NEXT_REVIEW,
        rf"\b(?:(?:the|date|dates|of|for|due|planned|anticipated|proposed|scheduled)\s){{0,4}}(?:next"
        rf"|following|future|subsequent)\s(?:(?:anticipated|scheduled|planned|policy"
        rf"|annual|full|formal|proposed|document|due|governor|governors['’]?|major)\s){{0,2}}(?:{_REVIEW}(?:"
        rf"ed)?|update|revision|renewal)(?:\sof\s{_POLICY})?(?:\s(?:due|dates?|by"
        rf"|on|in|for|is|will|be|to|take|place|planned|scheduled|before|and|whom"
        rf"|no|later|than|the|end|of|during))*\b"),
    (Sense.NEXT_REVIEW,
        rf"\b(?:date\s)?(?:to|will|shall|must|should|due)\s(?:(?:it|{_POLICY})\s)?(?:{_HOW}\s)*(?:next\s)?"
        rf"{_BE}\s(?:{_HOW}\s)*(?:due\sfor\s{_REVIEW}|{_REVIEW}ed|renewed|updated"
        rf" and {_REVIEW}ed|revised)(?:\s(?:by|on|in|before|no|later|than|again|next"
        rf"|during|the|end|of|at))*\b"),
    (Sense.NEXT_REVIEW,
        rf"\b(?:policy\s)?(?:(?:next\s)?due\s(?:for\s|to be\s)?{_REVIEW}(?:ed)?|{_REVIEW}\s(?:is\s"
        rf"|due\s|date\s)*(?:due|deadline|by(?=[\s:]+(?:\d|the end|jan|feb|mar|apr"
        rf"|may|jun|jul|aug|sep|oct|nov|dec|autumn|spring|summer))|again|before)"
        rf"|{_REVIEW}\sdue\sdate|due\s{_REVIEW}\sdate|{_REVIEW}\sno\slater\sthan)(?:\s(?:by"
        rf"|on|in|before|date|is))*\b"),
    (Sense.NEXT_REVIEW,
        rf"\b(?:date\s(?:for|due for|of)\s(?:the\s)?(?:policy\s)?(?:renewal|re-?approval"
        rf"|next\s{_REVIEW})|date\s(?:due\s)?for\s(?:the\s)?(?:policy\s)?{_REVIEW}"
        rf"|renewal(?:\s(?:date|due))*|renew\sby|re-?approval\s(?:date|due)|policy\sexpir(?:y"
        rf"|es)(?:\sdate)?|expir(?:y\sdate|es(?:\son)?)|valid\s(?:until|to|till)"
        rf"|anticipated\s{_REVIEW}(?:\sdate)?|planned\s{_REVIEW}(?:\sdate)?|scheduled\s{_REVIEW}(?:\sdate)?"
        rf"|proposed\s{_REVIEW}(?:\sdate)?|for\s{_REVIEW}\s?(?:in|by|on)?)\b"),
    (Sense.SHARED,
        r"\b(?:dates?\s)?(?:policy\s)?(?:shared|circulated|distributed|communicated"
        r"|presented|issued|sent|agreed|discussed|read|seen|approved|adopted)\s(?:with"
        r"|to|by)\s(?:all\s)?(?:the\s)?staff\b(?:\son)?|\bstaff\s(?:informed|consulted"
        r"|agreed|consultation)(?:\son)?|\bdate\s(?:shared|circulated|distributed"
        r"|communicated)\b|\b(?:shared|consulted)\s(?:with|on)\b"),
    (Sense.REVIEWED,
        rf"\b(?:dates?\s)?(?:(?:of|this|the|policy|was|document|has|been)\s){{0,4}}(?:last"
        rf"|latest|previous(?:ly)?|most\srecent(?:ly)?|prior)\s(?:full\s|policy\s"
        rf"|annual\s)?(?:{_REVIEW}(?:ed)?|updated?|amend(?:ed|ment)|revis(?:ed|ion)"
        rf"|modified|edited|changed?)(?:\s(?:date|on|by|in|was|and|whom))*\b"),
    (Sense.REVIEWED,
        rf"\b(?:dates?\s)?(?:(?:of|this|the|policy|document|was|is|were|has|been)\s){{0,4}}(?:{_REVIEW}ed"
        rf"|updated|amended|revised)(?:\s(?:and|/)\s(?:updated|amended|revised|{_REVIEW}ed))?(?:\s(?:date"
        rf"|on|by|in|and|whom))*\b"),
    (Sense.REVIEWED,
        r"\b(?:version|revision|amendment|update)\sdate\b|\bdate\sof\s(?:last\s)?(?:this\s)?(?:version"
        r"|revision|update|amendment)\b|\bcurrent\sversion\b|\b(?:this\s)?version\sdated\b"),
    (Sense.APPROVED,
        r"\b(?:dates?\s)?(?:(?:of|this|the|policy|document|was|is|were|has|been|formally"
        r"|fully|first)\s){0,4}(?:approved|ratified|adopted|agreed|accepted|endorsed"
        r"|signed[- ]off|authorised|passed|approval|ratification|adoption|agreement(?=\sby\sgov))(?:\s(?:and"
        r"|/|&)\s(?:adopted|approved|ratified|agreed|signed|implemented))?(?:\s(?:date"
        r"|on|by|in|at))*\b"),
    (Sense.EFFECTIVE,
        r"\b(?:policy\s)?(?:dates?\s(?:of\s)?)?(?:effective(?:\s(?:date|from|as of))*"
        r"|in\sforce(?:\sfrom)?|implement(?:ed|ation)(?:\s(?:date|on|from|in))*|(?:comes?"
        r"|came)\sinto\s(?:force|effect)(?:\son)?|valid\sfrom|applies\sfrom|with\seffect\sfrom"
        r"|commence(?:s|ment)(?:\s(?:date|on))*|operational\sfrom)\b"),
    (Sense.WRITTEN,
        r"\b(?:dates?\s)?(?:(?:of|this|the|policy|document|was|is|has|been|first"
        r"|originally)\s){0,4}(?:written|created|issued|drafted|produced|developed"
        r"|published|prepared|compiled|publication|creation|issue|introduced)(?:\s(?:date"
        r"|on|by|in))*\b|\b(?:policy|document|issue|publication|creation)\s(?:date"
        r"|dated)\b|\bdate\sof\s(?:(?:this|the)\s)?(?:policy|document|issue)\b(?!\sre-?view)"
        r"|\bdated\b"),
    (Sense.REVIEW,
        rf"\b(?:date\s(?:of|policy)\s)?(?:(?:annual|policy|governor|governors['’]?"
        rf"|the|this)\s){{0,2}}{_REVIEW}s?(?:\s(?:date|dates|on|in))?\b"),
    (Sense.DATE, r"\b(?:date|signed\son|on\sdate)\b"),
)  # fmt: skip
_ANY = re.compile("|".join(f"(?P<s{i}>{p})" for i, (_, p) in enumerate(_WORDINGS)), re.IGNORECASE)
_NAMES_DATE = re.compile(
    r"\bdates?\b|\bdue\b|\bby$|\bon$|^next\b|\bvalid\b|\bexpir|\brenew|^approved|^ratified|^agreed",
    re.IGNORECASE,
)
# Without one of these there is no label: cheaper to ask than the whole pattern.
_NEEDS = (
    *(
        "view",
        "approv",
        "ratif",
        "adopt",
        "agree",
        "date",
        "effective",
        "force",
        "implement",
        "writ",
        "version",
    ),
    *(
        "creat",
        "issue",
        "draft",
        "publi",
        "produc",
        "develop",
        "shared",
        "circulat",
        "renew",
        "revis",
        "amend",
    ),
    *(
        "valid",
        "expir",
        "endors",
        "sign",
        "authoris",
        "pass",
        "accept",
        "prepar",
        "introduc",
        "commenc",
        "staff",
    ),
    *("applies", "compiled", "consult", "distribut", "communicat", "operational"),
)


def has_label(text: str) -> bool:
    """Whether a text may hold a label at all."""
    lower = text.lower()
    return any(need in lower for need in _NEEDS)


def labels(text: str) -> tuple[Label, ...]:
    """The labels in a text, in order."""
    return tuple(_labels(text)) if has_label(text) else ()


def _labels(text: str) -> Iterator[Label]:
    spaced = re.sub(r"\s", " ", text)
    for found in _ANY.finditer(spaced):
        sense = _WORDINGS[int(found.lastgroup[1:])][0] if found.lastgroup else Sense.NONE
        words = found[0]
        yield Label(words.strip(), found.start(), found.end(), sense, bool(_NAMES_DATE.search(words)))
