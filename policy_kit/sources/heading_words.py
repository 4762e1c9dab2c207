"""Whether a line reads like a heading, whatever it looks like."""

from __future__ import annotations

import re

from policy_kit.regexes import regex, seldom
from policy_kit.sources.outline import is_contents_title, typed_bullet, typed_number

_MOST_WORDS = 14
_MOST_WORDS_NUMBERED = 24
_MOST_ASKED = 9
_QUESTION = regex(r"(?:how|what|when|where|who|whom|whose|why|which)\b", re.IGNORECASE)
_SAYS = seldom(
    r"\b(?:will|must|should|shall|cannot|can't|won't|may not|do not|don't|does not|has been|have been|is not|"
    r"are not|please|ensures?|agrees?|undertakes?)\b",
    re.IGNORECASE,
)
# What follows one of these says what the word before it is: "Things that are not true".
_OF_ONE_BEFORE = regex(r"\b(?:that|who|which|whose|what|if|when)(?:\s+[\w'’-]+){0,2}\s+$", re.IGNORECASE)
_LEADS_IN = regex(
    r"\b(?:will|must|should|shall|to|by|are|is|that|include|includes|including|following|and|or|not|can|may)\s*:$",
    re.IGNORECASE,
)
_LABEL = regex(
    r"(?:approv\w*|adopted|ratified|agreed|review\w*|next review\w*|date\w*|last \w+|version|issue|status"
    r"|author|owner|policy (?:owner|lead|date|number|status|type)|sign\w*|name\w*|print(?:ed)? name|position"
    r"|role|job title|tel\w*|phone|mobile|e-?mail|contact|address|website|head ?teacher|head of school"
    r"|principal|chair\b.*|dsl|deputy dsl|designated\b.*|named\b.*|governor\b.*|link governor"
    r"|person responsible|responsib\w+ (?:person|officer)|school|school name|trust|written|prepared|produced"
    r"|updated|effective|shared|created|reference|ref|note|nb|n\.b\.?|please note|important|warning|remember"
    r"|tip|example|e\.g\.?|source|classification|audience)"
    r"(?:\s+(?:by|on|date|from|to|with|name|no|number|of [\w ]{1,30}))*\s*(?:\(s\))?\s*:",
    re.IGNORECASE,
)
_SIGNED = regex(
    r"^(?:signed|signature|sign here|date|name|print name|position)\b[\s:.…_]*$"
    r"|_{3,}|\.{4,}|…{2,}|-{4,}|[_.…]{2}\s*$"
    r"|\b(?:signed|signature)\b.*\bdate\b|\bdate\b.*\b(?:signed|signature)\b",  # a form's row of labels
    re.IGNORECASE,
)
_REACH = seldom(
    r"\S@\S+\.\w|https?://|\bwww\.|(?:\+44|\b0)\s?\(?\d[\d\s()-]{7,}"
    r"|\b(?:tel|ext|phone|mobile)\b[.:]?\s*\d",
    re.IGNORECASE,
)
_BLANK_LABEL = regex(
    r"(?:name|signature|signed|date|class|tutor group|telephone|number|e-?mail|address|role|position)"
    r"(?:\s*\([^)]*\))?\s*:",
    re.IGNORECASE,
)
_PRONOUN = regex(r"(?:We|I|You|They|It|He|She)\b(?! ?[/&])")
# Chapters of a policy statement as children's charities word them, though each begins a sentence.
_STATES = regex(
    r"we (?:believe|recognise)(?: that)?|we (?:will )?(?:seek to )?(?:help )?keep .{3,40} safe(?: online)? by"
    r"|if (?:online )?abuse (?:occurs|happens)(?: online)?(?:,? we will)?",
    re.IGNORECASE,
)
_NO_TOPIC = regex(
    r"(?:approved|adopted|ratified|agreed|reviewed|written|prepared|produced|updated|signed) (?:by|on|at)\b.*"
    r"|(?:table|figure|fig\.?|diagram|chart|box)\s+\d.*|[“\"].*[”\"]"
    r"|(?:important|please note|note|warning|stop|remember|n\.?b\.?|key|and|or|and/or|yes|no|reply slip)\W*",
    re.IGNORECASE,
)
_TITLED = seldom(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Fr|Sr|Sir|Dame|Cllr|Prof)\.?\s+[A-Z]")
_PERSON = seldom(
    r"(?!Designated|Deputy|Head|Lead|Online|Link|Chair)"
    r"[A-Z][a-z'’-]+(?:\s+[A-Z][a-z'’-]+){1,2}\s*[-–—,:(]\s*(?:Acting |Interim )?"
    r"(?:Head|Deputy|Assistant|Designated|DSL|DDSL|Governor|Chair|Teacher|Manager|Officer|School Business"
    r"|SENCO|SENDCO|Principal|Pastoral|Technician|Network|IT |ICT |Computing Lead|Online Safety Lead)"
)
_NAME = regex(r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){1,2}")
_TOPIC = regex(
    r"\b(?:contacts?|helplines?|support|advice|information|links|useful|report\w*|resources|organisations|people)\b",
    re.IGNORECASE,
)
_ROLE = regex(
    r"(?:(?:acting|interim|deputy|assistant|designated|executive|school|link|vice|co-?)\W+)*"
    r"(?:head ?teacher|head of \w+|head|principal|d?dsl|senco|sendco|bursar|chair of (?:the )?governors"
    r"|(?:[\w&-]+ ){0,3}(?:lead|leader|governor|officer|manager|teacher|technician|co-?ordinator))\W*",
    re.IGNORECASE,
)
_MONTHS = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_DATE = regex(
    rf"(?:(?:spring|summer|autumn|winter)(?: term)?|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTHS})\.?)?\s*"
    r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d|[a-z]+ (?:19|20)\d\d))?"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|v(?:ersion)?\.?\s*\d[\d.]*(?:,.*)?|page \d+(?: of \d+)?"
    r"|end of (?:policy|document)|draft|confidential|amen",
    re.IGNORECASE,
)


def reads_like_heading(text: str, numbered: bool = False) -> bool:
    """Whether a line's words could be a heading.

    No: sentences and lead-ins, labels with a value ("Review date: May 2026"), signature lines, dates,
    names and how to reach people, typed list items, the title of a contents list.
    numbered: the line has a number that the word processor makes.
    """
    text = text.strip()
    number, rest = typed_number(text)
    if not any(c.isalpha() for c in rest or number) or typed_bullet(text) or is_contents_title(text):
        return False
    numbered = numbered or bool(number)
    rest = rest or number
    if _STATES.fullmatch(rest):
        return True
    words = rest.split()
    if number and text.endswith(":") and "." in number and len(words) <= _MOST_WORDS_NUMBERED:
        return True  # "4.1 The leadership team will:" over a list
    if len(words) > (_MOST_WORDS_NUMBERED if numbered else _MOST_WORDS) or _DATE.fullmatch(
        rest.strip(" .()")
    ):
        return False
    if rest[0].islower() and not re.match(r"i[A-Z]|e-?[A-Z]|e-safety", rest) and not numbered:
        return False
    if _SIGNED.search(rest) or _REACH.search(rest) or _TITLED.match(rest):
        return False
    if not number and (_PERSON.match(rest) or _PRONOUN.match(rest) or _NO_TOPIC.fullmatch(rest)):
        return False
    return not _is_label(rest, numbered) and not _is_sentence(rest, words)


def _is_label(text: str, numbered: bool) -> bool:
    found = _LABEL.match(text)
    if found is not None:
        return not numbered or len(text) > found.end()
    return text.endswith(":") and any(m.end() == len(text) for m in _BLANK_LABEL.finditer(text))


def _is_sentence(text: str, words: list[str]) -> bool:
    if text.endswith((".", ";", ",", "…", "!")) and not text.endswith("etc."):
        return True
    if text.endswith(":") and (_LEADS_IN.search(text) or len(words) > 6):
        return True
    if re.search(r"[.!;]\s+[A-Z]", text.replace("St. ", "St ")):
        return not (text.endswith("?") and len(words) <= _MOST_ASKED)  # "Something is wrong. Who do I tell?"
    return len(words) >= 5 and _says(text) and not (text.endswith("?") or _QUESTION.match(text))


def _says(text: str) -> bool:
    """Whether a verb of it tells what somebody does or must do, rather than which thing is meant."""
    found = _SAYS.search(text)
    return found is not None and not _OF_ONE_BEFORE.search(text[: found.start()])


def may_head(text: str) -> bool:
    """Whether a line that looks like a document's headings may be one though its words make a sentence."""
    number, rest = typed_number(text.strip())
    text = rest or number
    words = text.split()
    if not words or len(words) > _MOST_WORDS or not text[0].isupper() or text.endswith(tuple(".,;:!…")):
        return False
    if _SIGNED.search(text) or _REACH.search(text) or _TITLED.match(text) or _PERSON.match(text):
        return False
    return not (_DATE.fullmatch(text.strip(" .()")) or _NO_TOPIC.fullmatch(text) or _LABEL.match(text))


def reads_like_reach(text: str) -> bool:
    """Whether a short line only says how to reach someone: what stands above it is a name, no heading."""
    return len(text.split()) <= 8 and bool(_REACH.search(text))


def reads_like_name(text: str) -> bool:
    """Whether a line could be no more than a person's name."""
    return bool(_NAME.fullmatch(text)) and not _TOPIC.search(text)


def reads_like_role(text: str) -> bool:
    """Whether a short line only names a post: what stands above it may be who holds it."""
    return len(text.split()) <= 6 and bool(_ROLE.fullmatch(text))


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals, rather than being a short form such as DSL."""
    return text.isupper() and sum(map(str.isalpha, text)) >= 5
