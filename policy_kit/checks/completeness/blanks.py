"""The forms that a blank takes in a template, each with what to look for and what is no blank."""

from __future__ import annotations

import re
from collections.abc import Callable

from policy_kit.checks.completeness.fields import (
    ASKED,
    DO,
    THING,
    WHO,
    is_angle_field,
    is_confirmable,
    is_crossed,
    is_crossed_value,
    is_dotted,
    is_field,
    is_gap,
    is_stand_in,
    is_value,
    is_value_or_shouted,
)
from policy_kit.checks.running_text import Hit
from policy_kit.model import Confidence
from policy_kit.quick import dataclass
from policy_kit.regexes import regex


@dataclass(frozen=True, slots=True)
class Blank:
    """One form of blank.

    id: goes into the fingerprint; what: how a report names it; needs: a lower-case string without which
    the pattern is not tried; judge: says no to what only looks like one; in_forms: whether it is a
    fault even where a form is meant to be filled in by hand.
    """

    id: str
    what: str
    pattern: re.Pattern[str]
    needs: tuple[str, ...]
    judge: Callable[[Hit], bool] = lambda hit: True  # noqa: ARG005
    confidence: Confidence = Confidence.HIGH
    in_forms: bool = False


BLANKS: tuple[Blank, ...] = (
    Blank(
        "word-error",
        "an error that Word left where a reference was lost",
        regex(
            r"Error!\s+(?:Bookmark|Reference|Hyperlink|Unknown|Not a valid|No (?:text|table|bookmark"
            r"|sequence|index|document)|Filename"
            r"|Main Document|Style)[^.!\n]{0,60}\.?|\bPAGEREF _\w+|\bMERGEFIELD \w+"
        ),
        ("error!", "pageref", "mergefield"),
        in_forms=True,
    ),
    Blank(
        "tag",
        "a template tag",
        regex(
            r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\$\{[^{}\n]{1,60}\}|«[^«»\n]{1,60}»"
            r"|\{(?=\w*[_ ])[A-Za-z_ ]*(?:name|date|school)[A-Za-z_ ]*\}|\{[a-z][a-z_]{2,30}\}",
            re.IGNORECASE,
        ),
        ("{", "«"),
        in_forms=True,
    ),
    Blank(
        "bracket",
        "a field in brackets",
        regex(r"\[[^\[\]\n]{0,90}\](?!\()"),
        ("[",),
        is_field,
        in_forms=True,
    ),
    Blank(
        "angle",
        "a field in brackets",
        regex(r"<[^<>\n@]{2,60}>"),
        ("<",),
        is_angle_field,
        in_forms=True,
    ),
    Blank(
        "round",
        "a field in brackets",
        regex(
            rf"\({DO}[^()\n]{{0,50}}\b(?:{THING}|here)\)|\(name(?: of [^()\n]{{2,40}})?\)"
            rf"|\((?:(?:school|setting|academy|trust|college)/?)+(?:'s|’s)? name\)|\({WHO}(?:'s|’s)? name\)"
            r"|\((?:(?:contact )?(?:names?|details|numbers?|dates?|address(?:es)?)(?: and \w+)?) to"
            r" (?:follow|come)\)",
            re.IGNORECASE,
        ),
        ("(insert", "(add", "(enter", "(please", "(state", "(name", " name)", "to follow", "to come"),
        confidence=Confidence.MEDIUM,
    ),
    Blank(
        "name",
        "the template's stand-in for the school's name",
        regex(
            r"\b(?:Name of (?:School|Setting|Academy|Trust|College)(?= (?:will|is|has|recogni[sz]es|believes"
            r"|uses|aims|takes|ensures|expects|and|staff|pupils|are)\b)|NAME OF (?:THE )?SCHOOL"
            r"|Any ?(?:School|Town)(?: (?:Primary|Academy|School|High))?|Your (?:School|Academy) Name"
            r"|School Name|SCHOOL NAME|(?:Sample|Example|Dummy) School)\b"
        ),
        (
            "name of ",
            "any school",
            "anyschool",
            "anytown",
            "any town",
            "school name",
            "academy name",
            "e school",
        ),
        is_stand_in,
    ),
    Blank(
        "address",
        "the template's stand-in for an address",
        regex(
            r"(?:@|\bwww\.)(?:your|our|my|the)?-?school-?(?:name)?\.(?:sch\.uk|org\.uk|co\.uk|org|com|net)\b",
            re.IGNORECASE,
        ),
        ("@school", "@your", "@our", "@my", "@the", "www.school", "www.your", "www.our", "www.the"),
    ),
    Blank(
        "person",
        "a stand-in for a person's name",
        regex(r"\bN\.\s?N\.|\bA\.?\s?N\.?\s?Other\b|\bJo(?:e|hn)? Bloggs\b"),
        ("n.n.", "n. n.", "other", "bloggs"),
    ),
    Blank(
        "prompt-in-sentence",
        "a prompt of the template",
        regex(
            r"\b(?:add|insert|enter) (?!(?:this|it|that|them)\b)(?:[\w'’]+ ){1,4}here\b"
            r"|\(insert[^()\n]{0,50}\)"
            r"|(?-i:\bINSERT\b)[A-Z ]{0,30}|(?-i:\b(?:DSL|HEAD|SCHOOL|COUNCIL|TRUST|LA) NAME\b)",
            re.IGNORECASE,
        ),
        (" here", "(insert", "insert", " name"),
        is_value_or_shouted,
    ),
    Blank(
        "marked",
        "a field of the template",
        regex(r"##\w[\w ]{1,30}##|@@\w+@@|%%?[A-Z_]{3,30}%%?|#(?:NAME|REF|VALUE)[?!]"),
        ("##", "@@", "%", "#"),
    ),
    Blank(
        "crossed-value",
        "a row of crosses where words should stand",
        regex(r"\b(?:x{2,3}|X{2,3})\b(?! ?(?:sites?|films?|videos?|content|material|rated|images?)\b)"),
        ("xx",),
        is_crossed_value,
    ),
    Blank(
        "marks",
        "a row of marks where words should stand",
        regex(r"(?<![\w?*])(?:\?{2,}|\*{3,})(?![\w?*])"),
        ("??", "***"),
        is_value,
        Confidence.MEDIUM,
    ),
    Blank(
        "dots",
        "dots where a word should stand",
        regex(r"(?<=\w\s)(?:\.{3}|…)(?=\s[a-z])"),
        ("...", "…"),
        is_dotted,
        Confidence.MEDIUM,
    ),
    Blank(
        "prompt",
        "a prompt that Word or the template shows",
        regex(
            r"click (?:or tap )?(?:here )?to (?:enter|add|insert) (?:a )?(?:text|date)\.?"
            r"|(?-i:Choose an item)\.(?=\s*$)|\btype (?:your )?(?:text|name) here"
            r"|(?:^|[.:|] )insert (?:details|information) (?:of|on|about) (?:your|the)\b[^.\n]{0,60}"
            r"|\badd details of your\b"
            rf"|\blorem ipsum\b|\binsert (?:your |the |a |school |academy )*{ASKED}(?: (?:of"
            rf"|for) [\w ]{{1,30}})?(?: here)?(?=\s*[.,;:)/|]|\s*$)"
            rf"|(?:^|[:|–-] ?)(?:your |the |add |put )*(?:school |academy )?{ASKED}(?: (?:of"
            rf"|for) [\w ]{{1,30}}?)? (?:goes |to go )?here(?=\W*$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        (
            "click or tap",
            "click here to",
            "click to",
            "choose an item",
            "lorem ipsum",
            "insert ",
            "add details",
            " here\n",
            " here.",
        ),
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
    ),
    Blank(
        "to-be-confirmed",
        "something still to be confirmed",
        regex(
            r"(?<!\w)(?:TBC|TBA|TBD|T\.B\.C\.?|T\.B\.A\.?)(?!\w)|\bto be (?:confirmed|added|advised"
            r"|inserted|completed|appointed|decided|arranged|announced|supplied)\b"
            r"|\bawaiting (?:confirmation|details|a name|appointment)\b",
            re.IGNORECASE,
        ),
        (
            "tbc",
            "tba",
            "t.b.",
            "to be ",
            "tbd",
            "awaiting ",
        ),
        is_confirmable,
    ),
    Blank(
        "crosses",
        "a row of crosses where words should stand",
        regex(
            r"\bX{2,}\b(?= (?:[A-Z][\w.]* ){0,3}(?:School|Academy|College|Nursery|Trust|Council"
            r"|Federation)\b)"
            r"|\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?:X{1,5}|x{2,5})\b|\b0\d{2,4}[ -]?\d{0,6}[xX]{3,}[ xX-]*"
            r"|\bX{4,}\b|(?P<alone>\b(?:X{2,}|x{3,})(?=\s*$))",
            re.MULTILINE,
        ),
        ("xx", "mr x", "mrs x", "ms x", "miss x", "dr x"),
        is_crossed,
    ),
    Blank(
        "gap",
        "a gap in a sentence",
        regex(r"_{3,}|(?:\.[ ]?){7,}|…{3,}"),
        ("___", ".....", ". . . .", "………"),
        is_gap,
    ),
)
