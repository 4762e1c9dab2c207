"""Is the policy still speaking of a time that has passed?

"During the current lockdown", "this year's Safer Internet Day 2022", "will be compulsory from September
2020": such text tells readers that nobody has read the policy since. Emergency lockdown procedures, filter
bubbles and the policy's own dates are something else.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from policy_kit.checks.currency.reporting import report
from policy_kit.checks.currency.running import Found, Running, running_text
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.guidance.dates import MONTHS
from policy_kit.guidance.patterns import Pattern, compiled
from policy_kit.model import BlockKind, Confidence, Part, Policy
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

TIME_BOUND_TEXT = Rule(
    "PK306",
    "time-bound-text",
    Severity.WARNING,
    'Text of a passed time (lockdown, "this year\'s Safer Internet Day 2022").',
)
RULES: tuple[Rule, ...] = (TIME_BOUND_TEXT,)

# How long past a school year or a planned date must be before it is sure to be a leftover.
_LONG_PAST = timedelta(days=365)
_YEARS = r"(?P<first>20\d\d)\s?[-–/]\s?(?:20)?(?P<second>\d\d)\b"
_COVID = r"(?:COVID(?:[\s-]?19)?|coronavirus|pandemic)"

_PANDEMIC = (
    Pattern(
        r"\b(?:national|local|third|second|first|current|further|full|partial|new)\s+(?:\w+\s+of\s+)?lockdowns?\b"
        r"|\b(?:during|in|throughout)\s+(?:the\s+|a\s+|any\s+)?(?:period\s+of\s+)?lockdowns?\b",
        (("lockdown",),),
    ),
    Pattern(
        r"\b(?:during|in|throughout)\s+(?:the|this|these)\s+(?:current\s+|ongoing\s+)?" + _COVID + r"\b"
        r"|\b(?:current|ongoing|present)\s+" + _COVID + r"\b"
        r"|\b(?:due\s+to|because\s+of|owing\s+to)\s+(?:the\s+)?(?:current\s+)?" + _COVID + r"\b"
        r"|\b(?:COVID(?:[\s-]?19)?|coronavirus)\s+(?:restrictions|measures|outbreak|period|risk\s+assessment"
        r"|arrangements|secure|addendum|response|closures?|crisis|situation)\b",
        (("covid", "coronavirus", "pandemic"),),
    ),
    Pattern(
        r"\b(?:class|year[\s-]group|year|key\s+stage|teaching)\s+bubbles?\b"
        r"|\bbubbles?\s+(?:closures?|isolat\w+|system|has\s+to|have\s+to|is\s+closed|are\s+closed|closes?)\b",
        (("bubble",),),
    ),
    Pattern(
        r"\bsocial(?:ly)?\s+distanc\w+|\bself[\s-]isolat\w+|\btest\s+and\s+trace\b",
        (("distanc", "isolat", "trace"),),
    ),
    Pattern(r"\bschool\s+closures?\s+(?:due|because|caused|as\s+a\s+result|during)\b", (("closure",),)),
)
_AN_EMERGENCY = regex(
    r"\b(?:drills?|intruders?|invacuat\w+|alarm|emergency\s+lockdown|lockdown\s+(?:procedures?|polic(?:y|ies)|plans?|practices?))\b",
    re.IGNORECASE,
)
_LOOKING_BACK = regex(
    r"\b(?:since|following|after|lessons?|learn(?:ed|t)|experiences?|as\s+a\s+result)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_EVENT = Pattern(
    r"(?P<this>this\s+year[’']s\s+)?\b(?:Safer\s+Internet\s+Day|Anti[\s-]?Bullying\s+Week)\W{1,3}"
    r"(?:(?:\w+\W{1,2}){0,3}\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+)?(?P<year>20\d\d)\b"
    r"|(?P<before>20\d\d)\s+(?:Safer\s+Internet\s+Day|Anti[\s-]?Bullying\s+Week)",
    (("safer", "bullying"), ("internet", "week")),
)
_SCHOOL_YEAR = Pattern(
    r"\b(?:academic|school)\s+year\s*[,(:]?\s*" + _YEARS, (("academic", "school"), ("year",))
)
_YEAR_THEN_WORD = Pattern(_YEARS + r"\s+(?:academic|school)\s+year", (("academic", "school"), ("year",)))
_PLANNED = Pattern(
    r"\bwill\s+(?:[\w’'-]+\s+){1,7}?(?:from|by|in|on)\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?P<month>" + "|".join(MONTHS) + r")\s+(?P<year>20\d\d)\b"
    r"|\b(?:from|in|by)\s+(?P<month_first>" + "|".join(MONTHS) + r")\s+(?P<year_first>20\d\d),?\s+"
    r"(?:[\w’'-]+\s+){1,4}?(?:will|is\s+going\s+to|are\s+going\s+to)\b",
    (("will", "going to"), tuple(m.lower() for m in MONTHS)),
)
_PAST_TENSE = regex(r"\b(?:was|were|had|reviewed|previous(?:ly)?|last)\b", re.IGNORECASE)
_A_REVIEW = regex(r"\b(?:review|update|evaluat|monitor)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of leftover: where it stands, and what is said of it."""

    key: str
    places: Callable[[Running, date], list[Found]]
    message: str
    suggestion: str
    severity: Severity
    confidence: Confidence


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each kind of text whose time has passed, with every place."""
    text = running_text(policy.document)
    own = {d.location.block for d in policy.dates}
    for kind in _KINDS:
        places = [f for f in kind.places(text, facts.on) if f.block.index not in own]
        places.sort(key=lambda f: (f.block.index, f.start))
        if places:
            yield report(
                policy,
                TIME_BOUND_TEXT,
                places,
                kind.message.format(words=places[0].words),
                kind.suggestion,
                severity=kind.severity,
                confidence=kind.confidence,
                key=kind.key,
            )


def _pandemic(text: Running, on: date) -> list[Found]:
    if on < date(2022, 9, 1):
        return []  # the last of the measures in schools ended in the school year before
    found = [f for pattern in _PANDEMIC for f in text.find(pattern)]
    return [
        f
        for f in found
        if not _AN_EMERGENCY.search(f.block.text) and not _LOOKING_BACK.search(f.block.text[: f.start])
    ]


def _events(text: Running, on: date) -> list[Found]:
    out = []
    for found in text.find(_EVENT):
        match = compiled(_EVENT.source).match(found.block.text, found.start)
        if match and int(match["year"] or match["before"]) < on.year:
            out.append(found)
    return out


def _school_years(text: Running, on: date) -> list[Found]:
    out = []
    for pattern in (_SCHOOL_YEAR, _YEAR_THEN_WORD):
        for found in text.find(pattern):
            match = compiled(pattern.source).match(found.block.text, found.start)
            if not match or not _is_running(found):
                continue
            ends = date(int(match["first"]) + 1, 8, 31)
            follows = (int(match["first"]) + 1) % 100 == int(match["second"])
            if follows and ends + _LONG_PAST < on and not _PAST_TENSE.search(found.block.text):
                out.append(found)
    return out


def _is_running(found: Found) -> bool:
    """Whether words stand in a sentence of the text, not in a title, a table or the margins."""
    return found.block.part is Part.BODY and found.block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def _planned(text: Running, on: date) -> list[Found]:
    out = []
    for found in text.find(_PLANNED):
        match = compiled(_PLANNED.source).match(found.block.text, found.start)
        if not match or _A_REVIEW.search(match[0]):
            continue
        year = int(match["year"] or match["year_first"])
        month = MONTHS.index((match["month"] or match["month_first"]).capitalize()) + 1
        if date(year, month, calendar.monthrange(year, month)[1]) + _LONG_PAST < on:
            out.append(found)
    return out


_KINDS = (
    _Kind(
        "pandemic",
        _pandemic,
        "“{words}” is text of the pandemic, which no longer describes the school.",
        "Take the passage out, or rewrite what still holds, such as remote learning, for any time.",
        Severity.WARNING,
        Confidence.MEDIUM,
    ),
    _Kind(
        "event",
        _events,
        "“{words}” has passed.",
        "Write it without a year, such as “Safer Internet Day each February”, or bring it up to date.",
        Severity.WARNING,
        Confidence.HIGH,
    ),
    _Kind(
        "school-year",
        _school_years,
        "“{words}” is long over, and the text speaks of it as now.",
        "Bring the passage up to date, or write it without a year.",
        Severity.ADVICE,
        Confidence.MEDIUM,
    ),
    _Kind(
        "planned",
        _planned,
        "“{words}” is told as still to come.",
        "Say how it stands now, and since when.",
        Severity.ADVICE,
        Confidence.MEDIUM,
    ),
)
