"""The forms that a blank takes in a template, each with what to look for and what is no blank."""

from __future__ import annotations

import re
from collections.abc import Callable

from policy_kit.checks.running_text import Hit
from policy_kit.model import Confidence
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom

_THING = (
    r"(?:names?|dates?|title|number|address|e-?mail|telephone|phone|tel|url|web ?site|link|logo|crest"
    r"|details?|contacts?|times?|roles?|job title|policy|policies|location|place|area|provider|product"
    r"|system|software|local authority|review date)"
)
_ASKED = (
    r"(?:school|names?|dates?|title|number|address|telephone|phone|e-?mail|logo|crest|details|role|contacts?)"
)
_WHO = (
    r"(?:school|academy|college|trust|nursery|setting|head ?teacher|head|principal|DSL|deputy DSL"
    r"|designated safeguarding lead|SENCO|chair|chair of governors|governor|LADO|LA|MAT"
    r"|IT (?:manager|provider)|DPO|local authority|county|town)"
)
_DO = r"(?:please )?(?:insert|add|enter|type|fill in|put in|complete|state|specify|list|name|give)\b"
_FIELD = regex(
    rf"{_DO}.*"
    rf"|(?:the )?(?:\w+ ){{0,3}}{_THING}(?: (?:of|for|to|and|/|in) .*)?"
    rf"|(?:the |name of )?{_WHO}(?:'s|’s)?(?: \w+)?"
    r"|(?:the )?(?:\w+ ){1,3}to (?:sign|insert|add|complete|confirm|date)\b.*"
    r"|[xX]{2,}|tbc|tba|[._…\s]*|blank",
    re.IGNORECASE,
)
# Words put into a quotation, [the school] or [schools], unless they are what a field asks for.
_QUOTED_IN = regex(r"(?:the|this|their|our|a|an|all|each|any) \w+|[a-z]+", re.ASCII)
_LONE_FIELD = regex(r"names?|dates?|insert|address|email|phone|link|url|logo|tb[ca]")
_AUTHOR = seldom(
    r"^(?:delete|remove|amend|adapt|edit|optional|select|choose|note|guidance"
    r"|schools?\b.*\b(?:should|may|can|must)|if (?:applicable|appropriate|relevant)|see)\b",
    re.IGNORECASE,
)
_SIGNER = regex(r"\b(?:pupil|student|learner|child|parent|carer|your|sign\w*|class|my)\b", re.IGNORECASE)
_TAG = regex(
    r"/?(?:a|b|i|u|p|s|br|hr|li|ol|ul|tr|td|th|em|h[1-6]|div|sup|sub|span|img|font|table|strong|tbody"
    r"|center)\b.*",
    re.IGNORECASE,
)
_SIGNING = regex(
    r"\b(?:sign\w*|names?|dates?|print\w*|class|approved|agreed|adopted|ratified|review\w*|position"
    r"|relationship|witness\w*|tel|telephone|e-?mail|initials?|parent|carer|pupil|student|headteacher|chair)\b",
    re.IGNORECASE,
)


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


def _inside(hit: Hit) -> str:
    return hit.words[1:-1].strip(" .…:*")


def _is_field(hit: Hit) -> bool:
    inside = _inside(hit)
    if _AUTHOR.match(inside) or (_QUOTED_IN.fullmatch(inside) and not _LONE_FIELD.fullmatch(inside)):
        return False
    return bool(_FIELD.fullmatch(inside))


def _is_angle_field(hit: Hit) -> bool:
    inside = _inside(hit)
    return not _TAG.fullmatch(inside) and "/" not in inside and _is_field(hit)


def is_for_signer(hit: Hit) -> bool:
    """Whether a blank in a form asks for what the person who signs it will write."""
    inside = hit.words.strip("[]<>(){} ").lower()
    return bool(_SIGNER.search(inside)) or inside in ("name", "date", "insert name", "insert date")


def _stands_alone(hit: Hit) -> bool:
    """The words are all there is, or follow a label: a field's value."""
    return not hit.after.strip(" .)/|") and (
        not hit.before.strip(" (/") or hit.before.rstrip(" (").endswith((":", "-", "–", "—", "/", "|"))
    )


def _is_confirmable(hit: Hit) -> bool:
    in_brackets = re.search(r"\([^()]*$", hit.before) and hit.after.startswith(")")
    return hit.words.isupper() or _stands_alone(hit) or bool(in_brackets)


def _is_crossed(hit: Hit) -> bool:
    if hit.match.lastgroup == "alone":
        return _stands_alone(hit) and bool(hit.before.strip())
    return True


def _is_gap(hit: Hit) -> bool:
    """A gap in a sentence: words on both sides make one, and it is no line to sign or date."""
    if hit.words[0] in ".…" and re.match(r"\s*\d{1,3}\s*$", hit.after):
        return False  # dot leaders before a page number
    said = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", f"{hit.sentence_before} {hit.sentence_after}")
    words = re.findall(r"[A-Za-z]{2,}", said)
    label = re.search(r"([A-Za-z()/ ]{1,40}):\s*$", hit.before)
    return len(words) >= 4 and not label and not _SIGNING.search(said)


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
            r"|\{(?=\w*[_ ])[A-Za-z_ ]*(?:name|date|school)[A-Za-z_ ]*\}",
            re.IGNORECASE,
        ),
        ("{{", "{%", "${", "«", "name}", "date}", "school}", "name }"),
        in_forms=True,
    ),
    Blank(
        "bracket",
        "a field in brackets",
        regex(r"\[[^\[\]\n]{0,90}\](?!\()"),
        ("[",),
        _is_field,
        in_forms=True,
    ),
    Blank(
        "angle",
        "a field in brackets",
        regex(r"<[^<>\n@]{2,60}>"),
        ("<",),
        _is_angle_field,
        in_forms=True,
    ),
    Blank(
        "round",
        "a field in brackets",
        regex(
            rf"\({_DO}[^()\n]{{0,50}}\b(?:{_THING}|here)\)|\(name(?: of [^()\n]{{2,40}})?\)"
            r"|\((?:(?:school|setting|academy|trust|college)/?)+(?:'s|’s)? name\)",
            re.IGNORECASE,
        ),
        ("(insert", "(add", "(enter", "(please", "(state", "(name", " name)"),
        confidence=Confidence.MEDIUM,
    ),
    Blank(
        "name",
        "the template's stand-in for the school's name",
        regex(
            r"\bName of (?:School|Setting|Academy|Trust|College)"
            r"(?= (?:will|is|has|recogni[sz]es|believes|uses|aims|takes|ensures|expects)\b)"
        ),
        ("name of ",),
    ),
    Blank(
        "prompt",
        "a prompt that Word or the template shows",
        regex(
            r"click (?:or tap )?(?:here )?to (?:enter|add|insert) (?:a )?(?:text|date)\.?"
            r"|(?-i:Choose an item)\.(?=\s*$)|\btype (?:your )?(?:text|name) here"
            rf"|\blorem ipsum\b|\binsert (?:your |the |a |school |academy )*{_ASKED}(?: (?:of"
            rf"|for) [\w ]{{1,30}})?(?: here)?(?=\s*[.,;:)/|]|\s*$)"
            rf"|(?:^|[:|–-] ?)(?:your |the |add |put )*(?:school |academy )?{_ASKED}(?: (?:of"
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
            r"|(?<!\w)(?:\d{1,2}|_+)/_+/(?:20\d\d|_+)",
            re.IGNORECASE,
        ),
        ("dd/", "dd-", "dd.", "dd /", "d/m", "xx/", "xx-", "xx.", "xx /", "20xx", "2x", "1x", "?/?", "/_"),
    ),
    Blank(
        "to-be-confirmed",
        "something still to be confirmed",
        regex(
            r"(?<!\w)(?:TBC|TBA|T\.B\.C\.?|T\.B\.A\.?)(?!\w)|\bto be (?:confirmed|added|advised"
            r"|inserted|completed)\b",
            re.IGNORECASE,
        ),
        (
            "tbc",
            "tba",
            "t.b.",
            *(f"to be {done}" for done in ("confirmed", "added", "advised", "inserted", "completed")),
        ),
        _is_confirmable,
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
        _is_crossed,
    ),
    Blank(
        "gap",
        "a gap in a sentence",
        regex(r"_{3,}|(?:\.[ ]?){7,}|…{3,}"),
        ("___", ".....", ". . . .", "………"),
        _is_gap,
    ),
)
