"""What asks in brackets for a word that a school never filled in, and what only looks like it."""

from __future__ import annotations

import re

from policy_kit.checks.completeness.values import DIRECT, NUMBERED_THING, VERB_FOLLOWS, stands_alone
from policy_kit.checks.running_text import Hit
from policy_kit.regexes import regex, seldom

THING = (
    r"(?:names?|dates?|title|number|address|e-?mail|telephone|phone|tel|url|web ?site"
    r"|(?:hyper)?link|logo|crest"
    r"|details?|contacts?|times?|roles?|job title|policy|policies|location|place|area|provider|product"
    r"|system|software|suppliers?|local authority|review date|month|year|term|surname|forename|frequency"
    r"|amount)"
)
ASKED = (
    r"(?:school|badge|photo|names?|dates?|title|number|address|telephone|phone|e-?mail|logo|crest"
    r"|details|role|contacts?)"
)
WHO = (
    r"(?:school|academy|college|trust|nursery|setting|head ?teacher|head|principal|DSL|deputy DSL"
    r"|designated safeguarding lead|SENCO|chair|chair of governors|governor|LADO|LA|MAT"
    r"|IT (?:manager|provider)|DPO|local authority|county|town)"
)
DO = r"(?:please )?(?:insert|add|enter|type|fill in|put in|complete|state|specify|list|name|give)\b"
_FIELD = regex(
    rf"{DO}.*"
    rf"|(?:the )?(?:[\w'’]+ ){{0,3}}{THING}(?: (?:of|for|to|and|/|in) .*)?"
    rf"|(?:the |name of )?{WHO}(?:'s|’s)?(?: \w+)?"
    r"|(?:the )?(?:\w+ ){1,3}to (?:sign|insert|add|complete|confirm|date)\b.*"
    r"|(?:[xX]{1,}\s?)+|tbc|tba|[._…●•■\s]*|here (?:you|we|schools?|the school) .*|blank|who\??"
    r"|what\??|which\??|check|to (?:complete|add"
    r"|confirm|check|follow)|(?:(?:the |a )?\w+ )?to be (?:completed|confirmed|added|inserted|agreed|decided"
    r"|advised|filled in|written|supplied|drafted)\b.*"
    r"|the \w+(?: \w+)?(?:/the \w+(?: \w+)?)+|x+[.:]x+"
    r"|e\.?g\.? .*|(?!and/or|n/a)(?:[a-z]{3,}|one|two)(?:/[a-z]{3,})+"
    r"|(?!and / or)(?:[a-z]+ ){0,2}[a-z]{3,}(?:\s/\s(?:[a-z]+ ){0,2}[a-z]{3,})+",
    re.IGNORECASE,
)
# Words put into a quotation, [the school] or [schools], unless they are what a field asks for.
_QUOTED_IN = regex(r"(?:the|this|their|our|a|an|all|each|any) \w+|[a-z]+", re.ASCII)
# What a school would name there, in small letters: no editor's "[and time]", no network called "HLPS-Guest".
_NAMED_THING = regex(
    r"(?!(?:and|or|where|when|if|in|on|at|as|see|sic|not|but|with|by|to|for|from|under|who|which|that|until"
    r"|unless|because|both|then|also|the school|Appendix|Annex|Section|Part|Page|Chapter|Accessed"
    r"|Online|Note|Guidance|Optional|Delete|Schools?|End|Back|Top|Return|Contents"
    r"|Draft|external|continued|overleaf)\b)(?:(?:our|your|the|an?) )?[A-Za-z][a-z]+"
    r"(?: (?:of |and )?(?:[A-Z]{2,4}|[a-z]+)){0,4}"
)
_LONE_FIELD = regex(
    r"names?|dates?|insert|address|email|phone|links?|hyperlinks?|url|logo|tb[ca]|numbers?|location|frequency|provider"
    r"|month|year|term|surname|forename|day|times?|town|county|place|room|product|role|initials|details|suppliers?|system|x+|who|what|which|check"
)
_AUTHOR = seldom(
    r"^(?:delete|remove|amend|adapt|edit|optional|select|choose|note|guidance"
    r"|schools?\b.*\b(?:should|may|can|must)|if (?:applicable|appropriate|relevant)|see)\b",
    re.IGNORECASE,
)
_TAG = regex(
    r"/?(?:a|b|i|u|p|s|br|hr|li|ol|ul|tr|td|th|em|h[1-6]|div|sup|sub|span|img|font|table|strong|tbody"
    r"|center)\b.*",
    re.IGNORECASE,
)
_ADDRESS = regex(r"(?:@|www\.)$", re.IGNORECASE)
_QUOTE_OPENS = regex(r"[“\"][^”\"]*$")
_IN_QUOTATION = regex(
    r"(?:the|this|our|a) (?:school|academy|head|governors?|pupils?|child|staff)", re.IGNORECASE
)
_WANTS_A_WORD = regex(
    r"\b(?:the|an?|our|your|their|its|each|every|any|in|on|at|by|to|for|from|of|with|within|as|is|are|was|uses?|using"
    r"|follows?|called|named|contact|through|via|between|under|blocks?|runs?|keeps?)\s$",
    re.IGNORECASE,
)
# What an editor or a list of sources puts into brackets, wherever it stands.
_OF_EDITOR = regex(
    r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|(?:19|20)\d\d|sic|PDF|(?:and|or|i\.e|e\.g|etc|including|not"
    r"|see (?:also|above|below)"
    r"|formerly|now|then|opens|external|new)\b.*",
    re.IGNORECASE,
)
_OF_PUBLISHING = regex(r"external link|opens in|(?:this )?page (?:is |intentionally )", re.IGNORECASE)
_BOX = regex(r"[._…\s]*")
_SCHOOL_ALONE = regex(r"(?:the |our |your )?(?:school|academy|college|setting|trust|nursery)", re.IGNORECASE)


def _inside(hit: Hit) -> str:
    return hit.words[1:-1].strip(" .…:*")


def is_field(hit: Hit) -> bool:
    inside = _inside(hit)
    if _ADDRESS.search(hit.before):
        return True  # dsl@[school].sch.uk
    if _QUOTE_OPENS.search(hit.before) and (_IN_QUOTATION.fullmatch(inside) or " " not in inside):
        return False  # words put into a quotation
    if _spells_out(hit.before, inside) or _OF_PUBLISHING.match(inside):
        return False
    if _BOX.fullmatch(inside) and hit.words[0] == "[" and _is_box(hit):
        return False
    stands = stands_alone(hit) or bool(DIRECT.search(hit.before))
    if stands and _NAMED_THING.fullmatch(inside) and not _QUOTE_OPENS.search(hit.before):
        return True  # "supplied by [our IT company]"
    if hit.words[0] == "[" and _fills_a_slot(hit) and not _OF_EDITOR.fullmatch(inside):
        return True
    if _AUTHOR.match(inside) or (_QUOTED_IN.fullmatch(inside) and not _LONE_FIELD.fullmatch(inside)):
        return False
    return bool(_FIELD.fullmatch(inside))


def _fills_a_slot(hit: Hit) -> bool:
    """Whether the sentence would want a word without the brackets: "kept on [system]", "[Head] signs it".

    A remark follows its noun, and the sentence is whole without it: "The DSL [or deputy] decides".
    """
    if _QUOTE_OPENS.search(hit.before):
        return False
    if not hit.before.strip():
        return bool(VERB_FOLLOWS.match(hit.after)) and not _IN_QUOTATION.fullmatch(_inside(hit))
    between = hit.before.endswith(", ") and hit.after.startswith(",")
    return between or bool(_WANTS_A_WORD.search(hit.before))


def _spells_out(before: str, inside: str) -> bool:
    """Whether brackets say in full what stands before them: "the DSL [Designated Safeguarding Lead]"."""
    short = re.search(r"\b([A-Z]{2,6})\s$", before)
    first_letters = "".join(word[0] for word in re.findall(r"[A-Za-z]+", inside)).upper()
    return short is not None and short[1] == first_letters


def _is_box(hit: Hit) -> bool:
    """Whether empty brackets are a box to tick: others stand on the line, or nothing leads up to it."""
    if NUMBERED_THING.search(hit.before):
        return False  # "Years [ ] to [ ]"
    others = len(re.findall(r"\[\s*\]", hit.text)) > 1
    return others or (not hit.before.strip() and bool(hit.after.strip()))


def is_angle_field(hit: Hit) -> bool:
    inside = _inside(hit)
    if hit.before.endswith(">") or hit.after.startswith("<"):
        return False  # how a name is made up: "<year of entry><initials>"
    if _TAG.fullmatch(inside) or "/" in inside:
        return False
    return bool(_SCHOOL_ALONE.fullmatch(inside)) or is_field(hit)
