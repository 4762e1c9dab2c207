"""Dates in a text, as people write them: to the day, month, term or year, as a period, or left blank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from policy_kit.by_text import kept_by_text
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.dates import spans
from policy_kit.sections.dates.spans import Span

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|se[a-z]|spt|oc[a-z]|nov|dec)[a-z]{0,7}\.?"
_SEASON = r"autumn|spring|summer|winter|michaelmas|lent|hilary|trinity|easter|christmas"
_TERM = (
    rf"(?:{_SEASON})(?:\s?[12](?!\d))?(?:\s?[(\-]?\s?half\)?)?"
    r"(?:[\s\-]{1,3}(?:(?:half[ -])?term|holidays?|break))?(?:\s?[12](?!\d))?"
)
_DAY = (
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,2})?"
    r"(?:the\s{1,2})?\d{1,2}"
)
_TIME = r"(?:[T\s]\s?\d{1,2}:\d\d(?::\d\d)?)?"
_YEAR = r"(?:19|20)\d\d"
_JOIN = r"\s?(?:[-–—/]|to|and|&)\s?"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that stand for a date: where they stand, and the first and last day they can mean.

    first and last are None for a blank ("xx/xx/xxxx", "TBC") and for a date cut short; "31 June 2025", which
    no calendar has, is read as its month; period: it names a stretch of time with an end, such as a
    school year.
    """

    text: str
    start: int
    end: int
    first: date | None = None
    last: date | None = None
    precision: str = ""
    period: bool = False

    @property
    def is_blank(self) -> bool:
        return self.last is None


_OF_VERSION = regex(r"(?<!date of )\b(?:version|issue|edition|draft|no\.?|v)\s?$", re.IGNORECASE)
Match = re.Match[str]
_Reader = Callable[[Match], Span | bool | None]  # False: no date after all; None: a date that cannot be read


def _ymd(found: Match) -> Span | None:
    return spans.day(int(found[1]), int(found[2]), int(found[3]))


def _dmy(found: Match) -> Span | None:
    first, second, year = int(found[1]), int(found[3]), spans.full_year(found[4])
    if second > 12 >= first:  # written the American way round
        first, second = second, first
    return spans.day(year, second, first)


def _day_month_year(found: Match) -> Span | bool | None:
    month = spans.month_number(found[2])
    if month is not None and _OF_VERSION.search(found.string, 0, found.start()):
        return spans.month(spans.full_year(found[3]), month)  # "Version 3, October 2025"
    number = int(re.sub(r"\D", "", found[1]))
    return False if month is None else spans.day(spans.full_year(found[3]), month, number)


def _in_words(found: Match) -> Span | bool | None:
    month = spans.month_number(found[2])
    number = spans.ordinal(found[1])
    return False if month is None or number is None else spans.day(int(found[3]), month, number)


def _month_day_year(found: Match) -> Span | bool | None:
    month = spans.month_number(found[1])
    return False if month is None else spans.day(int(found[3]), month, int(found[2]))


def _month_year(found: Match) -> Span | bool:
    month = spans.month_number(found[1])
    if month is None or (len(found[2]) == 2 and not found[1][0].isupper()):
        return False  # "it may 20 times" is no date
    return spans.month(spans.full_year(found[2]), month)


def _months_year(found: Match) -> Span | bool:
    first, last = spans.month_number(found[1]), spans.month_number(found[2])
    if first is None or last is None:
        return False
    year = spans.full_year(found[3])
    return Span(
        spans.month(year if first <= last else year - 1, first).first, spans.month(year, last).last, "month"
    )


def _year_month(found: Match) -> Span | bool:
    month = spans.month_number(found[2])
    return False if month is None or not found[2][0].isupper() else spans.month(int(found[1]), month)


def _numeric_month(found: Match) -> Span:
    return spans.month(spans.full_year(found[2]), int(found[1]))


def _term_year(found: Match) -> Span | bool:
    return _term_of(found[1], found[2])


def _year_term(found: Match) -> Span | bool:
    return _term_of(found[2], found[1])


def _term_of(words: str, year: str) -> Span | bool:
    found = re.match(_SEASON, words, re.IGNORECASE)
    if found is None or (words[0].islower() and "term" not in words.lower() and len(year) < 4):
        return False
    season, parts = found[0].lower(), re.findall(r"\d+", year)
    starts = spans.full_year(parts[0])
    return spans.term_of_school_year(starts, season) if len(parts) > 1 else spans.term(starts, season)


def _year_to_year(found: Match) -> Span | bool:
    starts = spans.full_year(found[1])
    ends = int(str(starts)[: -len(found[2])] + found[2])
    if ends == starts + 1:
        return spans.school_year(starts)
    return spans.years(starts, ends) if starts < ends <= starts + 5 else False


def _short_school_year(found: Match) -> Span | bool:
    return spans.school_year(2000 + int(found[1])) if int(found[2]) == int(found[1]) + 1 else False


def _year(found: Match) -> Span:
    return spans.year(int(found[1]))


def _unread(_found: Match) -> None:
    return None


_GAP = r"[\s\-–./,'’‘]{0,3}"
_ORDINAL = r"(?:st|nd|rd|th)?"
_IN_WORDS = r"(?:(?:twenty|thirty)[- ])?[a-z]{2,9}(?:st|nd|rd|th)"
_NO_VERSION = r"(?<!\bv)(?<!\bversion\s)(?<!\bissue\s)(?<!\bedition\s)"  # "version 7, September 2026"
_START = r"(?:\b|(?<=[a-z])(?-i:(?=[A-Z])))"  # cells run together: "and by whomJan 25"
_ALONE, _ENDS = r"(?<![\d/.\-])", r"(?![\d/])"
_YEARS = rf"{_YEAR}(?:\s?[/\-–]\s?(?:20)?\d\d)?"

# Tried in this order; of two that overlap the earlier is taken. The flag: it names a stretch of time.
_FORMS: tuple[tuple[str, bool, _Reader], ...] = (
    (rf"{_ALONE}({_YEAR})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}(?!\d)", False, _ymd),
    (
        rf"{_ALONE}(\d{{1,2}})\s?([-–/.])\s?(\d{{1,2}})\s?[-–/.]\s?({_YEAR}|\d\d){_TIME}(?!\d|\.\d)",
        False,
        _dmy,
    ),
    (rf"(?<!\d)(\d{{1,2}})( )(0\d|1[0-2]) ({_YEAR})(?!\d)", False, _dmy),
    (
        rf"(?<![\d.]){_NO_VERSION}({_DAY})\s{{0,2}}{_ORDINAL}\s{{0,2}}(?:day\s)?(?:of\s{{1,2}})?(?:(?<!\s)[\-–/.,]\s?|\s?)({_MONTH}){_GAP}({_YEAR}|\d\d)(?!\d)",
        False,
        _day_month_year,
    ),
    (rf"\b({_IN_WORDS})\s(?:day\s)?of\s({_MONTH}),?\s({_YEAR})(?!\d)", False, _in_words),
    (rf"{_START}({_MONTH})\s{{1,2}}(\d{{1,2}}){_ORDINAL},?\s{{1,2}}({_YEAR})(?!\d)", False, _month_day_year),
    (
        rf"{_START}({_MONTH})\s?(?:/|-|–|&|or|and|to)\s?({_MONTH})[\s\-–/,'’]{{1,3}}({_YEAR}|\d\d)(?!\d)",
        False,
        _months_year,
    ),
    (
        (
            rf"{_START}({_MONTH})(?:\s{{1,2}}half[ -]term)?[\s\-–./,'’‘(]{{0,3}}(?:of\s{{1,2}})?"
            rf"({_YEAR}|(?<!\d)\d\d)(?![\dx_?]|st\b|nd\b|rd\b|th\b|/\d)"
        ),
        False,
        _month_year,
    ),
    (rf"(?<![\d/])({_YEAR})\s({_MONTH})(?![\w.]|\s?\d)", False, _year_month),
    (rf"\b({_TERM})[\s,.'’\-–(]{{0,4}}(?:of\s{{1,2}})?({_YEARS}|\d\d(?:/\d\d)?)(?!\d)", False, _term_year),
    (rf"(?<![\d/])({_YEARS})\s{{1,2}}({_TERM})\b", False, _year_term),
    (rf"(?<![\d/.\-£])({_YEAR}){_JOIN}({_YEAR}|\d\d?)(?![\d/]|\.\d)", True, _year_to_year),
    (r"(?<![\d/.\-£])(2\d|3\d)\s?[/\-–]\s?(2\d|3\d)(?![\d/.\-%])", True, _short_school_year),
    (rf"{_ALONE}(0?[1-9]|1[0-2])[/.\-]({_YEAR}){_ENDS}", False, _numeric_month),
    (rf"{_ALONE}(0[1-9]|1[0-2])/(\d\d){_ENDS}", False, _numeric_month),
    # "Next review: 5/27": after a label alone, for else it is a fraction
    (rf"(?:(?<=: )|(?<=\| )|(?<=due )|(?<=review )|^)([1-9])/([23]\d){_ENDS}", False, _numeric_month),
    (rf"(?<![\d/.\-£:])({_YEAR})(?![\d/]|-\d|\.\d)", False, _year),
    (rf"\b{_MONTH}[\s\-]{{1,2}}(?:\d{{3}}|\d{{5}}|20(?:xx|__|\.\.)|20\s?\?\?)(?!\d)", False, _unread),
    (rf"{_ALONE}\d{{1,2}}/\d{{1,2}}/(?:20\d|\d|20(?:xx|__|\.\.))?{_ENDS}", False, _unread),
)
_BLANK = regex(
    r"(?:\b(?:dd?|xx?)|__+|\.\.+|…+)\s?[/.\-]\s?(?:mm?|xx?|__+|\.\.+|…+)\s?[/.\-]\s?(?:yy(?:yy)?"
    r"|x{2,4}|(?:20)?__+|\.\.+|…+|20)?"
    r"|\[(?:[\s._…]{0,9}|[^\]\n]{0,30}?(?:date|insert|dd|mm|yy|xx|tb[ac]|month|year"
    r"|enter|to be)[^\]\n]{0,30})\]"
    r"|<(?:[\s._…]{0,9}|[^>\n]{0,30}?(?:date|insert|dd|mm|yy|xx|tb[ac]|month|year"
    r"|enter)[^>\n]{0,30})>|\{\{[^}\n]{0,60}\}\}"
    r"|\b(?:tb[cad]|insert\s{1,2}(?:the\s{1,2})?date|date\s{1,2}here|to\s{1,2}be\s{1,2}(?:confirmed"
    r"|agreed|arranged|decided|added|inserted))\b"
    r"|(?<!\S)[xX]{2,}(?!\S)|_{3,}|\.{4,}|…{1,}|(?<![:\w/])/\s{0,5}/(?:\s{0,5}(?:20|\d{4}))?(?!\w)",
    re.IGNORECASE,
)
_PATTERNS = tuple((regex(p, re.IGNORECASE), period, read) for p, period, read in _FORMS)
_THROUGH = regex(r"\s{0,3}(?:-|–|—|to|until|till|through|up to)\s{0,3}", re.IGNORECASE)
_AS_ONE = str.maketrans(
    {"\u00a0": " ", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2009": " ", "\u202f": " ", "\t": " "}
    | dict(zip("ᵗʰˢⁿᵈʳ", "thsndr", strict=True))  # raised
)


@kept_by_text
def date_expressions(text: str) -> tuple[DateExpression, ...]:
    """The dates in a text in order; "from … to …" is one, a period. Blanks count, with no days.

    Days come first, months second, as in Britain: 02/09/2021 is 2 September.
    """
    text = text.translate(_AS_ONE)
    taken = bytearray(len(text))  # which letters belong to a date already
    found = list(_readable(text, taken)) if any(c.isdigit() for c in text) else []
    for match in _BLANK.finditer(text):
        if not any(taken[match.start() : match.end()]):
            found.append(DateExpression(match[0].strip(), *match.span()))
    found.sort(key=lambda e: e.start)
    return tuple(_periods(text, found))


def _readable(text: str, taken: bytearray) -> Iterator[DateExpression]:
    for pattern, period, read in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            span = False if any(taken[start:end]) else read(match)
            if isinstance(span, bool):
                continue
            taken[start:end] = b"\1" * (end - start)
            words = match[0].strip(" ,(")
            if span is None:
                yield DateExpression(words, start, end)
            else:
                yield DateExpression(words, start, end, span.first, span.last, span.precision, period)


def _periods(text: str, found: list[DateExpression]) -> Iterator[DateExpression]:
    """Join two dates with "to" or a dash between them into one period."""
    at = 0
    while at < len(found):
        one = found[at]
        after = found[at + 1] if at + 1 < len(found) else None
        if (
            after is not None
            and one.first and after.last
            and one.first < after.last
            and _THROUGH.fullmatch(text, one.end, after.start)
        ):  # fmt: skip
            words = text[one.start : after.end].strip(" ,(")
            yield DateExpression(words, one.start, after.end, one.first, after.last, after.precision, True)
            at += 2
            continue
        yield one
        at += 1
