"""Reads the year that belongs to a title, as people write it: after it, in brackets, over a line, before it.

Only words that join a title to its date may stand between: quotes, brackets, an address, the publisher,
"Part 5", a month. So a year that belongs to the next title, or to an Act, is never taken.
"""

from __future__ import annotations

import re

from policy_kit.guidance.dates import MONTHS
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)

# "2021/22" and "2021-2022" count by their first year; "2019-07" and "2021.pdf" are no years.
_YEAR = regex(
    r"(?<![\d/£#.])(?P<year>20[0-4]\d)(?:\s?[-–/]\s?(?:20)?\d\d(?!\d))?(?![\d_])(?!\.[a-z\d])"
    r"(?!\s*(?:,\s*)?(?:Act|Regulations?|Order|Bill)\b)",
    re.IGNORECASE,
)
_CONNECTOR = regex(
    r"[\s‘’'“”\"()\[\],:|*_<>–—-]+|/(?=\s?" + _MONTH + r")|\bv(?:er)?\.?\s?(?=20[12]\d)"
    r"|(?:https?://|www\.)[^\s<>]+"
    r"|(?P<month>" + _MONTH + r")"
    r"|\d{1,2}(?:st|nd|rd|th)?(?=\s+" + _MONTH + r")"
    r"|(?:and\s+)?part\s+(?:\d|one|two|three|four|five)\b|(?:and\s+)?annexe?\s+[A-F]\b|section\s+\d+\b|paragraphs?\s+[\d.–-]+"
    r"|(?:(?:non[\s-])?statutory|departmental|guidance|advice|framework|document|standards?|frameworks)\b"
    r"|0(?:\s*[-–]\s*|\s+to\s+)25(?:\s+years)?|for\s+(?:group\s+(?:and|&)\s+school[\s-]based\s+providers|childminders)\b"
    r"|(?:for\s+schools(?:\s+(?:and|&)\s+colleges)?|on\s+safeguarding\s+children(?:\s+and\s+safer\s+recruitment)?"
    r"|in\s+education(?:al)?\s+settings|and\s+safer\s+recruitment)\b"
    r"|(?:DfE|DfES|DCSF|Department\s+for\s+Education|HM\s+Government|HMG|Home\s+Office|UKCC?IS|Welsh\s+Government"
    r"|Safer\s+Recruitment\s+Consortium)\b(?:[’']s)?"
    r"|(?:KCSI?E|WTSG?C|WT|EYFS|GSWP|RSHE)\b"
    r"|(?:as\s+)?(?:last\s+)?(?:updated|revised|published|issued|dated|amended|re-?issued)\b(?:\s+(?:in|on|version))?"
    r"|(?:edition|version|update|in\s+force|effective|with\s+effect|came\s+into\s+force|from|as\s+of|latest|current|most\s+recent|the|of)\b",
    re.IGNORECASE,
)
_MOST_CONNECTORS = 24
_FARTHEST = 260
# A year at the start of the next block belongs to the title only if nothing else begins with it.
_NOTHING_BEGINS = regex(r"\s*(?:$|\n|[,;.)\]’'”\"]|https?://|www\.|\()")
_UPDATED = seldom(
    r"[\s,;(–—-]*(?:last\s+)?(?:updated|revised|amended|re-?issued)\s+(?:(?:in|on)\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?:(?P<month>" + _MONTH + r")\s+)?(?P<year>20[0-4]\d)(?!\d)",
    re.IGNORECASE,
)
_SHORT_YEAR = regex(
    r"[\s,(–-]{1,3}(?:(?P<month>" + _MONTH + r")\s*)?(?P<mark>['’])?(?P<year>1[4-9]|2\d)(?![\d%:./])"
    r"(?!\s(?:pages?|paragraphs?|staff|pupils|days|weeks|times|and\s\d))",
    re.IGNORECASE,
)
_SUBTITLE = seldom(
    r"[’'”\"]?\s*[:–—-]\s*[^.;\d\n“”\"]{3,140}?[(,]\s*(?:DfE,?\s*|Department\s+for\s+Education,?\s*|HM\s+Government,?\s*)?"
    r"(?P<month>" + _MONTH + r")?\s*(?P<year>20[0-4]\d)(?=\s*[),;.]|\s*$)",
    re.IGNORECASE,
)
_NOT_A_SUBTITLE = regex(
    r"\b(?:is|are|was|were|will|has|have|our|we|act|which|policy|policies)\b", re.IGNORECASE
)
_BEFORE = seldom(
    r"(?:(?P<month>" + _MONTH + r")\s+)?(?<![\d/£#.-])\(?(?P<year>20[0-4]\d)\)?(?:[’']s)?\s*"
    r"(?:(?:edition|version|update|statutory|guidance|DfE|edition\s+of|version\s+of|update\s+of|of|the)\s+)*"
    r"[‘’'“\"(]?$",
    re.IGNORECASE,
)
_PUBLISHER_YEAR = seldom(
    r"[^\W\d]{2,}\s\((?P<year>20[0-4]\d)(?:,\s*" + _MONTH + r")?\)[.:]?\s*[‘’'“\"*_]{0,3}$", re.IGNORECASE
)
# A publisher and a year without brackets before a title: "DfE 2022, …", "Ofsted, 2019. …".
_PUBLISHER_BARE = seldom(
    r"(?:\b(?:DfES?|DCSF|UKCC?IS|HMG|Ofsted"
    r"|(?:Department|UK\s+Council|Council|Ministry|Office)\s+(?:for|of)\s+[\w’' -]{4,40}"
    r"|(?:HM|Welsh)\s+Government|Home\s+Office))[\s,–—-]{1,4}(?P<year>20[0-4]\d)\s*[.,:;–—-]?\s*[‘’'“\"]?$",
    re.IGNORECASE,
)
# A year that opens its line or row, with only the title after it: "2021: …", "| 2018 | … |".
_OPENS_LINE = regex(r"(?:^|\n)[\s|(\[•*–-]*(?P<year>20[0-4]\d)[)\]]?\s*[:|–—-]?\s*[‘’'“\"]?$")
_LINE_ENDS = regex(r"[’'”\"]?\s*(?:\([^()\n]{1,40}\))?\s*(?:$|[\n|,;–—-]|\.\s*(?:$|\n))")
_A_TIME = regex(
    r"(?:\b(?:from|since|in|by|until|before|after|during|on|Act|Regulations?|Order)|[,;:.])\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class YearFound:
    """A year, the month before it if any (0 if none), and where the year stands."""

    year: int
    month: int
    start: int
    end: int


def _month(name: str | None) -> int:
    return _MONTHS[name.lower()[:3]] if name else 0


def year_after(text: str, end: int, limit: int) -> YearFound | None:
    """The year that follows a title ending at `end`, before `limit`, where the next title starts."""
    limit = min(limit, end + _FARTHEST, len(text))
    at, month, lines = end, 0, 0
    for _ in range(_MOST_CONNECTORS):
        if at >= limit:
            break
        year = _YEAR.match(text, at)
        if year:
            if lines and not _NOTHING_BEGINS.match(text, year.end()):
                return None
            return _updated(text, limit, YearFound(int(year["year"]), month, year.start("year"), year.end()))
        joined = _CONNECTOR.match(text, at)
        if not joined or joined.end() == at:
            break
        month = _month(joined["month"]) or (month if not joined[0].strip() else 0)
        lines += joined[0].count("\n")
        if lines > 2:
            break
        at = joined.end()
    return _after_subtitle(text, end, limit) or _short_year(text, end, limit)


def _short_year(text: str, end: int, limit: int) -> YearFound | None:
    """The year of "KCSIE 25" and "KCSIE, Sept '19": two figures after capitals or an apostrophe."""
    found = _SHORT_YEAR.match(text, end, limit)
    dated = found and found["month"] and _LINE_ENDS.match(text, found.end())
    if not found or not (found["mark"] or dated or text[max(0, end - 4) : end].isupper()):
        return None
    return YearFound(
        2000 + int(found["year"]), _month(found["month"]), found.start("year"), found.end("year")
    )


def _updated(text: str, limit: int, first: YearFound) -> YearFound:
    """The year of the update in "2018 (updated December 2020)", else the first."""
    later = _UPDATED.match(text, first.end, limit)
    if not later or int(later["year"]) < first.year:
        return first
    return YearFound(int(later["year"]), _month(later["month"]), first.start, later.end())


def _after_subtitle(text: str, end: int, limit: int) -> YearFound | None:
    """The year in brackets after a subtitle: "Working Together …: a guide to … (2018)"."""
    found = _SUBTITLE.match(text, end, limit)
    if not found or _NOT_A_SUBTITLE.search(found[0]):
        return None
    return YearFound(int(found["year"]), _month(found["month"]), found.start("year"), found.end("year"))


def year_of_publisher(text: str, start: int, floor: int) -> YearFound | None:
    """The year of "DfE (2022) 'Title'", in brackets between a publisher's name and the title.

    floor: where the text that may be looked at begins, after the title before.
    """
    begin = max(floor, start - _FARTHEST)
    found = _PUBLISHER_YEAR.search(text[begin:start])
    if not found:
        return None
    return YearFound(int(found["year"]), 0, begin + found.start("year"), begin + found.end("year"))


def year_before(text: str, start: int, end: int, floor: int) -> YearFound | None:
    """The year that stands right before a title: "the 2019 edition of …", "September 2023 KCSIE".

    start, end: of the title; floor: where the text that may be looked at begins. A point in time ("From
    September 2022 KCSIE …") and the year of an Act are not taken, nor one that tells what came about in it.
    """
    begin = max(floor, start - 60)
    before = text[begin:start]
    alone = _PUBLISHER_BARE.search(before)
    if (
        alone is None
        and begin == floor
        and text[floor - 1 : floor] in ("", "\n")
        and _LINE_ENDS.match(text, end)
    ):
        alone = _OPENS_LINE.match(before)
    if alone:
        return YearFound(int(alone["year"]), 0, begin + alone.start("year"), begin + alone.end("year"))
    found = _BEFORE.search(before)
    if not found or _A_TIME.search(text[begin : begin + found.start()]):
        return None
    return YearFound(
        int(found["year"]), _month(found["month"]), begin + found.start("year"), begin + found.end("year")
    )
