"""The words beside a date that say what it is: next review, approval, last review, start, writing…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from policy_kit.quick import dataclass
from policy_kit.regexes import regex


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
    """A label in a text: where it stands and what it says of its date."""

    words: str
    start: int
    end: int
    sense: Sense
    names_date: bool = False  # it has "date", "due", "by" or "on": so a blank after it is a missing date


_BE = r"(?:be|is|was|been|are)"
_HOW = r"(?:formally|fully|annually|next|then|again|also|further|thoroughly|last|most recently|recently)"
_POLICY = r"(?:(?:this|the|our)\s)?(?:online[- ]safety\s|e-?safety\s)?(?:policy|document|version)"
_THIS = r"(?:(?:of|this|the|policy|document|was|is|were|has|been|formally|fully|first|originally)\s){0,4}"
_VIEW = r"re-?view"
_WHEN = r"(?:\s(?:date|on|by|in|at|and|whom))*"
_SOON = (
    r"(?:\s(?:due|dates?|by|on|in|for|is|will|be|to|take|place|planned|before|and|whom|no|later|than|the|end|of"
    r"|during))*"
)
_MONTH = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|autumn|spring|summer"
_DONE = (
    r"(?:approved|ratified|adopted|agreed|accepted|endorsed|signed[- ]off|authorised"
    r"|passed|minuted|made\sby\sthe\s(?:board|governors|trustees)|approval|ratification"
    r"|adoption|agreement(?=\sby\sgov))"
)
_MADE = (
    r"(?:written|created|issued|drafted|produced|developed|published|prepared|compiled"
    r"|publication|creation|issue"
    r"|introduced)"
)
_CHANGED = rf"(?:{_VIEW}(?:ed)?|updated?|amend(?:ed|ment)|revis(?:ed|ion)|modified|edited|changed?)"

# Each sense with its wordings; of two that start at one place the earlier here is taken.
_WORDINGS: tuple[tuple[Sense, tuple[str, ...]], ...] = (
    (
        Sense.NONE,
        (
            rf"\b{_VIEW}s?\s(?:cycle|frequency|period|interval|history|body|group|process|panel|schedule|type|level)\b",
            rf"\b{_VIEW}\sarrangements\b",
            rf"\bfrequency of {_VIEW}",
            r"\b(?:incident date|start of term|last updated by gov|date of issue of (?:device|laptop))\b",
            r"\bdate of (?:birth|incident|referral|training|purchase|joining|return)\b",
            r"\bdate (?:of|for) (?:the )?(?:concern|search|return)\b",
        ),
    ),
    (
        Sense.NEXT_REVIEW,
        (
            (
                r"\b(?:(?:the|date|dates|of|for|due|planned|anticipated|proposed|scheduled)\s){0,4}"
                r"(?:next|following|future|subsequent)\s"
                r"(?:(?:anticipated|scheduled|planned|policy|annual|full|formal"
                r"|proposed|document|due|governors?|major)\s){0,2}"
                rf"(?:{_VIEW}(?:ed)?|update|revision|renewal)(?:\sof\s{_POLICY})?{_SOON}\b"
            ),
            (
                rf"\b(?:date\s)?(?:to|will|shall|must|should|due)\s(?:(?:it|{_POLICY})\s)?(?:{_HOW}\s){{0,3}}"
                rf"(?:next\s)?{_BE}\s"
                rf"(?:{_HOW}\s){{0,3}}(?:due\sfor\s{_VIEW}|{_VIEW}ed|renewed|updated and {_VIEW}ed|revised)"
                r"(?:\s(?:by|on|in|before|no|later|than|again|next|during|the|end|of|at))*\b"
            ),
            (
                rf"\b(?:will|shall|must|should|plan to|intend to)\s(?:{_HOW}\s|we\s)?"
                rf"(?:{_VIEW}|renew|revise|look\s(?:at|over)|go\s(?:over|through)|come\sback\sto|return\sto"
                rf"|re-?visit)\s(?:it|{_POLICY})(?:\s(?:again|next|in\sfull|fully|all))*"
                r"(?:\s(?:by|on|in|before|no|later|than|during|the|end|of|at))+\b"
            ),
            (
                r"\b(?:will|shall|must|is to|to)\sbe\s(?:looked\sat|re-?visited|gone\s(?:over|through))"
                r"\s(?:again|next)(?:\s(?:by|on|in|before|no|later|than|during|the|end|of|at))*\b"
            ),
            # "It is gone through every year, next in September 2027."
            (
                rf"\b(?:{_VIEW}(?:s|ed)?|look(?:ed)?\sat|go(?:ne)?\s(?:over|through)|re-?visit(?:ed)?)\b"
                r"[^:;\n]{0,60}?[.,;(–—]\s?(?:and\s)?next(?=\s?:|\s(?:in|by|on|during|due)\b)"
                r"(?:\s(?:in|by|on|during|due|the))*"
            ),
            # What people write in plain words: "we will check it again by", "due again", "looked at again".
            (
                r"\b(?:will|shall)\s(?:check|read|have\s(?:another|a)\s(?:\w+\s)?look\sat)\s"
                rf"(?:it|{_POLICY})(?:\sagain)?(?:\s(?:by|on|in|before|no|later|than|the|end|of))+\b"
            ),
            r"\bdue\sagain(?:\s(?:by|on|in))*\b|\blooked\sat\sagain(?:\s(?:by|on|in))*(?=\s?[:*])",
            rf"\bfalls\s(?:due\sfor\s{_VIEW}|to\sbe\s{_VIEW}ed)(?:\s(?:by|on|in))*\b",
            r"\b(?:revision|update)\sdue(?:\s(?:date|by|on|in))*\b|\bgood\suntil\b|\bdue\sback\b",
            rf"\b(?:policy\s)?due\s(?:for\s|to be\s)?{_VIEW}(?:ed)?(?:\s(?:by|on|in|before|date|is))*\b",
            rf"\b{_VIEW}\s(?:is\s|date\s)?(?:due|deadline|again|before|no\slater\sthan)(?:\s(?:by|on|in|is))*\b",
            rf"\b{_VIEW}\sby(?=[\s:]+(?:\d|the end|{_MONTH}))",
            rf"\bdue\s{_VIEW}\sdate\b",
            rf"\bdate\s(?:for|due for|of)\s(?:the\s)?(?:policy\s)?(?:renewal|re-?approval|next\s{_VIEW})\b",
            rf"\bdate\s(?:due\s)?for\s(?:the\s)?(?:policy\s)?{_VIEW}\b",
            r"\b(?:renewal(?:\s(?:date|due))*|renew\sby|re-?approval\s(?:date|due))\b",
            r"\b(?:policy\sexpir(?:y|es)(?:\sdate)?|expir(?:y\sdate|es(?:\son)?)|valid\s(?:until|to|till))\b",
            rf"\b(?:anticipated|planned|scheduled|proposed)\s{_VIEW}(?:\sdate)?\b",
            rf"\bfor\s{_VIEW}\s?(?:in|by|on)?\b",
        ),
    ),
    (
        Sense.SHARED,
        (
            (
                r"\b(?:dates?\s)?(?:policy\s)?(?:shared|circulated|distributed|communicated"
                r"|presented|issued|sent|agreed"
                r"|discussed|read|seen|approved|adopted)\s(?:with|to|by)\s(?:all\s)?(?:the\s)?staff\b(?:\son)"
                r"?"
            ),
            r"\bstaff\s(?:informed|consulted|agreed|consultation)(?:\son)?\b",
            r"\bdate\s(?:shared|circulated|distributed|communicated)\b",
            r"\b(?:shared|consulted)\s(?:with|on)\b",
        ),
    ),
    (
        Sense.REVIEWED,
        (
            (
                rf"\b(?:dates?\s)?{_THIS}(?:last|latest|previous(?:ly)?|most\srecent(?:ly)?|prior)\s"
                rf"(?:full\s|policy\s|annual\s)?{_CHANGED}(?:\swas)?{_WHEN}\b"
            ),
            (
                rf"\b(?:dates?\s)?{_THIS}(?:{_VIEW}ed|updated|amended|revised)"
                rf"(?:\s(?:and|/)\s(?:updated|amended|revised|{_VIEW}ed))?{_WHEN}\b"
            ),
            r"\blast\s(?:looked\sat|gone\s(?:over|through)|checked|read\sthrough)(?:\s(?:in|on|by))*\b",
            r"\bchecked\sby\s(?:the\s)?gov\w+(?:\s(?:in|on))*\b",
            r"\b(?:version|amendment|update)\sdate\b",
            r"\bdate\sof\s(?:last\s)?(?:this\s)?(?:version|revision|update|amendment)\b",
            r"\b(?:current\sversion|(?:this\s)?version\sdated)\b",
        ),
    ),
    (
        Sense.APPROVED,
        (
            (
                rf"\b(?:dates?\s)?{_THIS}{_DONE}"
                rf"(?:\s(?:and|/|&)\s(?:adopted|approved|ratified|agreed|signed|implemented))?{_WHEN}\b"
            ),
        ),
    ),
    (
        Sense.EFFECTIVE,
        (
            r"\b(?:policy\s)?(?:dates?\s(?:of\s)?)?effective(?:\s(?:date|from|as of))*\b",
            r"\b(?:dates?\s(?:of\s)?)?(?:in\sforce(?:\sfrom)?|implement(?:ed|ation)(?:\s(?:date|on|from|in))*)\b",
            r"\b(?:comes?|came)\sinto\s(?:force|effect)(?:\son)?\b",
            r"\b(?:valid|applies|operational|with\seffect|in\suse)\sfrom\b|\bstarts(?:\son)?\b",
            r"\bcommence(?:s|ment)(?:\s(?:date|on))*\b",
        ),
    ),
    (
        Sense.WRITTEN,
        (
            rf"\b(?:dates?\s)?{_THIS}{_MADE}{_WHEN}\b",
            r"\b(?:policy|document|issue|publication|creation)\s(?:date|dated)\b",
            r"\bdate\sof\s(?:(?:this|the)\s)?(?:policy|document|issue)\b(?!\sre-?view)",
            r"\bdated\b",
        ),
    ),
    (
        Sense.REVIEW,
        (
            r"\brevision\sdate\b",
            (
                rf"\b(?:date\s(?:of|policy)\s)?(?:(?:annual|policy|governors?|the|this)\s){{0,2}}{_VIEW}s?"
                r"(?:\s(?:date|dates|on|in))?\b"
            ),
        ),
    ),
    (Sense.DATE, (r"\b(?:date|signed\son|on\sdate)\b",)),
)
_ANY = regex("|".join(f"(?P<s{i}>{'|'.join(p)})" for i, (_, p) in enumerate(_WORDINGS)), re.IGNORECASE)
_NAMES_DATE = regex(
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
    *("applies", "compiled", "consult", "distribut", "communicat", "operational", "visit", "again"),
    *("due again", "check it", "read it", "look at", "falls", "made by the", "have a"),
    *("minuted", "checked by", "in use", "starts", "good until", "due back", "update", "looked at"),
    *("look at", "look over", "looked at", "go over", "gone over", "through", "come back", "return to"),
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
