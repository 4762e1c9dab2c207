"""Blanks made of marks: crosses, dots, lines, question marks, dates of letters."""

from __future__ import annotations

import re

from policy_kit.checks.completeness.blank import Blank
from policy_kit.checks.completeness.gaps import is_gap
from policy_kit.checks.completeness.values import is_crossed, is_crossed_value, is_dotted, is_marked, is_value
from policy_kit.model import Confidence
from policy_kit.regexes import regex

# What a school is called after its name; after crosses only where the line ends: "Policy for xxx School".
_KINDS = (
    r"(?:(?:C of E|Church of England|Catholic|Community|Primary|Infants?|Junior|Nursery|High|Secondary"
    r"|Grammar|Special)\s){0,4}(?:[Ss]chool|SCHOOL|Academy|ACADEMY|College|Nursery|Pre-?school)\b"
)

_UNITS = r"(?:school |working )?(?:days|weeks|months|years|hours|minutes)\b"

MARKS: tuple[Blank, ...] = (
    Blank(
        "marked",
        "a field of the template",
        regex(
            r"##?\w[\w ]{1,30}##?(?=\W|$)(?<=#)|==\w[\w ]{1,30}==|@@\w+@@|%%?[A-Z_]{3,30}%%?"
            r"|#(?:NAME|REF|VALUE)[?!]"
        ),
        ("##", "@@", "%", "#", "=="),
        in_forms=True,
    ),
    Blank(
        "name-marks",
        "the template's stand-in for the school's name",
        regex(
            rf"(?<![\w#*?.])(?:#{{3,}}|\*{{3,}}|\?{{2,}})\s{_KINDS}|\b[xX]{{3,}}\s{_KINDS}(?=\W*$)",
            re.MULTILINE,
        ),
        ("### ", "*** ", "?? ", "xxx "),
        in_forms=True,
    ),
    Blank(
        "crossed-value",
        "a row of crosses where words should stand",
        regex(
            r"(?<=£)[xX]{1,4}\b|\b(?:x{2,3}|X{2,3}|(?<=[Aa]ppendix )X(?=[\s.,;)]|$)"
            r"|(?:X|nn|NN|n)(?=\s(?:school |working )?(?:days|weeks|months"
            r"|years|hours|minutes)\b))\b(?! ?(?:sites?|films?|videos?|content|material|rated|images?)\b)"
        ),
        ("xx", " x ", " n ", "nn", "£x", "appendix x"),
        is_crossed_value,
    ),
    Blank(
        "marks",
        "a row of marks where words should stand",
        regex(
            r"(?<![\w?*#])(?:\?{2,}|\*{3,}|#{3,}|@{3,}|\?(?=\s(?:days|weeks|months|years|hours)\b)"
            r"|(?<=[Aa]ppendix )\?|(?<=[Ss]ection )\?|(?<=[Pp]age )\?)(?![\w?*#])"
        ),
        ("??", "***", "###", "@@@", " ?"),
        is_marked,
        Confidence.MEDIUM,
        in_forms=True,
    ),
    Blank(
        "dots",
        "dots where a word should stand",
        regex(r"(?<=\w\s)(?:\.{3,6}|…\.*)(?=\s[a-z])"),
        ("...", "…"),
        is_dotted,
        Confidence.MEDIUM,
    ),
    Blank(
        "counted",
        "a number that was not filled in",
        regex(
            rf"(?:(?<=[a-z] )(?:\.{{2,6}}|…|_{{1,2}})|\[\d{{1,3}}\])(?=\s{_UNITS})"
            r"|(?<=\bYear )_{1,2}(?!_)|(?<=\bYears )_{1,2}(?!_)"
        ),
        ("..", "…", "[", " _"),
    ),
    Blank(
        "empty-brackets",
        "brackets with nothing in them",
        regex(r"(?<=[a-z,] )\((?:\s{2,}|\s*[._…]{3,}\s*)\)"),
        ("(  ", "( ", "(.", "(_", "(…"),
    ),
    Blank(
        "date",
        "a date that was not filled in",
        regex(
            r"\b(?:d{1,2}|xx?|\?\?)\s?[/.-]\s?(?:m{1,2}|xx?|\?\?)\s?[/.-]\s?(?:y{2,4}|x{2,4}|20xx"
            r"|\?{2,4}|20\d\d)\b|\b20(?:xx|\dx)\b"
            r"|(?<!\w)(?:\d{1,2}|_+)/_+/(?:20\d\d|20_+|_+)|\b20_+",
            re.IGNORECASE,
        ),
        (
            "dd/",
            "dd-",
            "dd.",
            "dd /",
            "d/m",
            "xx/",
            "xx-",
            "xx.",
            "xx /",
            "20xx",
            "2x",
            "1x",
            "?/?",
            "/_",
            "20_",
        ),
        in_forms=True,
    ),
    Blank(
        "crosses",
        "a row of crosses where words should stand",
        regex(
            r"\bX{2,}\b(?= (?:[A-Z][\w.]* ){0,3}(?:School|Academy|College|Nursery|Trust|Council"
            r"|Federation)\b)"
            r"|\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?:X{1,5}|x{2,5})\b|\b0\d{1,4}[ -]?\d{0,6}[xX]{3,}[ xX-]*"
            r"|\bX{4,}\b|\b[xX]{2,4}(?:th|st|nd|rd)\b|(?<=\bof )x{3,}\b"
            r"|(?<=\bis )[xX]{3,}(?=\W*$)|\b0[xX]{3,}[ xX-]*|\b0{4,5}[ -]0{3,7}\b"
            r"|\b[Vv](?:ersion:? )?[xX]\.[xX]\b|(?P<alone>\b(?:X{2,}|x{3,})(?=[\s.]*$))",
            re.MULTILINE,
        ),
        ("xx", "mr x", "mrs x", "ms x", "miss x", "dr x", "0000", "x.x"),
        is_crossed,
        in_forms=True,
    ),
    Blank(
        "titles",
        "a stand-in for a person's name",
        regex(r"\bMr\s?/\s?(?:Mrs|Ms|Miss)(?:\s?/\s?(?:Mrs|Ms|Miss|Mx|Dr)){0,3}(?=[\s.;]*$)", re.MULTILINE),
        ("mr/", "mr /"),
        is_value,
        Confidence.MEDIUM,
    ),
    Blank(
        "gap",
        "a gap in a sentence",
        regex(r"_{3,}|(?:\.[ ]?){7,}|…{2,}"),
        ("___", ".....", ". . . .", "……"),
        is_gap,
    ),
)
