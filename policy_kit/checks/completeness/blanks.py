"""The forms that a blank takes in a template, each with what to look for and what is no blank."""

from __future__ import annotations

import re

from policy_kit.checks.completeness.blank import Blank
from policy_kit.checks.completeness.blank_marks import MARKS
from policy_kit.checks.completeness.blank_notes import NOTES
from policy_kit.checks.completeness.fields import ASKED, DO, THING, WHO, is_angle_field, is_field
from policy_kit.checks.completeness.values import (
    is_asked_in_cell,
    is_confirmable,
    is_stand_in,
    is_value,
    is_value_or_shouted,
    is_value_unasked,
)
from policy_kit.model import Confidence
from policy_kit.regexes import regex

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
            r"|\(please (?:state|specify|add|insert|complete|name|list)\)"
            r"|\((?:(?:tele)?phone|contact|mobile) numbers?\)|\(e-?mail address\)"
            r"|\((?:please )?(?:include|describe|explain|outline|set out|detail|write|say)\b"
            r"(?=[^()\n]*\b(?:here|your (?:own )?(?:school|academy|setting|trust|college|nursery"
            r"|arrangements|procedures?))\b)[^()\n]{3,120}\)"
            r"|\((?:(?:contact )?(?:names?|details|numbers?|dates?|address(?:es)?)(?: and \w+)?) to"
            r" (?:follow|come)\)",
            re.IGNORECASE,
        ),
        (
            *("(insert", "(add", "(enter", "(please", "(state", "(name", " name)", "to follow", "to come"),
            *("(telephone", "(phone", "(contact n", "(mobile", "(email", "(e-mail"),
            *("(include", "(describe", "(explain", "(outline", "(set out", "(detail", "(write", "(say"),
        ),
        confidence=Confidence.MEDIUM,
        in_forms=True,
    ),
    Blank(
        "round-value",
        "a field in brackets",
        regex(
            r"\((?:your (?:local authority|council|area|trust|county|town)"
            r"|(?:the |your )?(?:school|dates?|month|year|name|number|suppliers?|provider"
            r"|product|who|which|role|job title"
            r"|post|location|address|initials|committee|organisation|company|time|room|amount"
            r"|number of [a-z]+))\??\)",
            re.IGNORECASE,
        ),
        ("(",),
        is_value,
        Confidence.MEDIUM,
    ),
    Blank(
        "name",
        "the template's stand-in for the school's name",
        regex(
            r"\b(?:Name of (?:School|Setting|Academy|Trust|College)(?= (?:will|is|has|recogni[sz]es|believes"
            r"|uses|aims|takes|ensures|expects|and|staff|pupils|are)\b)|NAME OF (?:THE )?SCHOOL"
            r"|Any ?(?:School|Town)(?: (?:Primary|Academy|School|High))*|ANY ?(?:SCHOOL|TOWN)|ABC"
            r" (?:Primary |High )?(?:School|Academy)|SCHOOLNAME|(?:Trust|Academy|Company|TRUST|ACADEMY)"
            r" (?:Name|NAME)|Your (?:School|Academy) Name"
            r"|[Yy]our school(?:'s|’s)? name here|Anytown|School X\b|(?<![\w.] )X (?:Primary "
            r"|High |Infant |Junior )?School"
            r"|School Name|SCHOOL NAME|(?:(?<=\bof )|(?<=\bat )|(?<=\bby ))School name(?= [a-z])"
            r"|(?:Sample|Example|Dummy) School)\b"
        ),
        (
            "name of ",
            "any school",
            "anyschool",
            "anytown",
            "any town",
            "school name",
            "academy name",
            "company name",
            "e school",
            "name here",
            "school x",
            "abc ",
            "schoolname",
            "trust name",
            "x school",
            "x primary",
        ),
        is_stand_in,
        in_forms=True,
    ),
    Blank(
        "address",
        "the template's stand-in for an address",
        regex(
            r"\b[xX]{2,}@[\w.-]+|@[xX]{3,}(?:\.[\w.]*\w)?|(?:@|\bwww\.)(?:your|our|my|the)?-?school-?(?:name|website|site|domain)?\.(?:sch\.uk|org\.uk|co\.uk|org|com|net)\b",
            re.IGNORECASE,
        ),
        (
            "x@",
            "@xxx",
            "@school",
            "@your",
            "@our",
            "@my",
            "@the",
            "www.school",
            "www.your",
            "www.our",
            "www.the",
        ),
        in_forms=True,
    ),
    Blank(
        "person",
        "a stand-in for a person's name",
        regex(r"\b(?:First ?)?[Nn]ame Surname\b|\bN\.\s?N\.|\bA\.?\s?N\.?\s?Other\b|\bJo(?:e|hn)? Bloggs\b"),
        ("n.n.", "n. n.", "other", "bloggs", "surname"),
        in_forms=True,
    ),
    Blank(
        "prompt-in-sentence",
        "a prompt of the template",
        regex(
            r"\b(?:add|insert|enter) (?!(?:this|it|that|them)\b)(?:[\w'’]+ ){1,4}here\b"
            r"|\(insert[^()\n]{0,50}\)"
            r"|(?-i:\bINSERT\b)[A-Z ]{0,30}|(?-i:(?<=is )(?:NAME|DATE|PRODUCT|PROVIDER)\b)"
            r"|(?-i:\b(?:DSL|HEAD|SCHOOL|COUNCIL|TRUST|LA) NAME\b)",
            re.IGNORECASE,
        ),
        (" here", "(insert", "insert", " name", "is date", "is product", "is provider"),
        is_value_or_shouted,
        in_forms=True,
    ),
    Blank(
        "prompt",
        "a prompt that Word or the template shows",
        regex(
            r"click (?:or tap )?(?:here )?to (?:enter|add|insert) (?:a )?(?:text|date)\.?"
            r"|(?-i:Choose an item)\.(?=\s*$)|\btype (?:your )?(?:text|name) here"
            r"|(?:^|[.:|] )insert (?:details|information) (?:of|on|about) (?:your|the)\b[^.\n]{0,60}"
            r"|\badd details of your\b"
            r"|^\W*(?:your|the) (?:school|academy|setting|trust|college|nursery)(?:'s|’s)?"
            r" [\w ]{2,30} here\W*$"
            r"|^\W*(?:insert (?:a |the |your )?(?:table|diagram|flow ?chart|list|map|picture|text)(?: here)?"
            r"|(?:your |own |add |more )?text here|(?:type|insert|enter|add) here"
            r"|(?:add|insert|enter) text|write (?:your|the) school(?:'s|’s)?"
            r" [\w ]{2,30} here)\W*$"
            r"|\b(?:please|schools?:?) (?:insert|add) (?:your|further|more|any|the)\b[^.\n]{0,50}"
            r"|^\W*add (?:details|information|a paragraph|more) (?:of|on|about|here)\b[^.\n]{0,50}"
            r"|[–—-] (?:insert|add|put in) (?:yours|your own)\b"
            rf"|\blorem ipsum\b(?! (?:text|passage))|\binsert (?:your |the |a |school |academy"
            rf" )*{ASKED}(?: (?:of"
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
            " here",
            "please add",
            "details of",
            "add a paragraph",
            "yours",
            "your own",
        ),
        in_forms=True,
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
        in_forms=True,
    ),
    Blank(
        "bare-prompt",
        "a prompt of the template",
        regex(
            r"\b(?:insert|add|enter|put|state|give) (?:the |your |a )?(?:school |academy"
            r" )?(?:names?|dates?|numbers?|details"
            r"|address|link|products?|times?|place|providers?|suppliers?|rooms?|e-?mail|phone"
            r" number|month|year|term)\b"
            r"(?! (?:to|from|off|back|in(?! the)))"
            r"|\bnames? of (?:school|setting|academy|trust|provider|supplier|product|software"
            r"|system|company|lead|deputy"
            r"|DSL|governor|person|headteacher|local authority|LA|council)\b"
            r"|\b(?:phone|telephone|contact) number(?= (?:here|and|or)|[.,;)])"
            r"|(?<=\bon )date(?= (?:by|at|and)\b|[.,;])|\bmonth ?(?:and |/ ?)?year\b|\bday month year\b",
            re.IGNORECASE,
        ),
        (
            "insert ",
            "add ",
            "enter ",
            "put ",
            "state ",
            "give ",
            "name of",
            "names of",
            "number",
            "on date",
            "month",
        ),
        is_value_unasked,
        Confidence.MEDIUM,
    ),
    Blank(
        "to-be-named",
        "something still to be confirmed",
        regex(
            r"\b(?:a |the )?(?:date|name|person|day|time|venue|provider|number|details?|place)"
            r" (?:still |yet )?to be"
            r" (?:confirmed|announced|named|fixed|set|advised|added|supplied)\b|\byet to be"
            r" (?:confirmed|named|added|supplied)\b",
            re.IGNORECASE,
        ),
        ("to be ",),
        confidence=Confidence.MEDIUM,
    ),
    Blank(
        "asked-in-cell",
        "what the template asks for in a cell",
        regex(
            r"^\s*(?:(?:please )?(?:enter|add|insert|type|give)(?: (?:the|your|a|school))? "
            r"(?:names?|date|details?|number|e-?mail|text|here|product|provider|supplier)(?: here)?"
            r"|names? of (?:the )?(?:provider|supplier|product|system|software|DSL|deputy|lead"
            r"|governor|person|company))\W*$",
            re.IGNORECASE,
        ),
        ("enter ", "add ", "insert ", "type ", "give ", "name of", "names of"),
        is_asked_in_cell,
    ),
    *MARKS,
    *NOTES,
)
