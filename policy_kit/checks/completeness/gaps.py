"""Gaps to write in: the school's own, and those that whoever signs a form fills in."""

from __future__ import annotations

import re

from policy_kit.checks.completeness.values import COUNTED, EVERY, is_value
from policy_kit.checks.running_text import Hit
from policy_kit.regexes import regex

# Labels of what the school knows and no signer fills in.
_OF_FACT = regex(
    r"\b(?:ref(?:erence)?(?:\.? no\.?| number)?|version(?: no\.?| number)?"
    r"|(?:policy|document) (?:no\.?|number|owner|author|lead)|providers?|suppliers?|technicians?|LADO|DSL"
    r"|safeguarding lead|online safety (?:lead|governor|co-?ordinator)|(?:link|safeguarding) governor"
    r"|data protection officer|DPO|filter(?:ing)?|monitoring|software|systems?|products?|helpline|front door"
    r"|duty team|police)"
    r"(?:(?:['’]s)? (?:tel(?:ephone)?|phone|e-?mail|contact|number|name|details|address)\b){0,3}\s?"
    r"(?:\([^()]{1,20}\))?\s?[:|–—-]?\s*$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60  # letters
_DATE = regex(r"(?=.*[/.-])[dmyx?_\d/. -]+")
_OF_THE_FORM = regex(
    r"\b(?:changed|updated|revised|reviewed|approved|agreed|adopted|ratified|issued|written|amended)\s+"
    r"(?:by\s+[\w\s]{1,40}\s)?(?:on|in)\s*$",
    re.IGNORECASE,
)
_TO_AUTHOR = ("insert", "add ", "enter ")
_OF_SCHOOL = regex(
    r"\b(?:school|academy|college|setting|trust|nursery)(?:['’]?s)?\s(?:name|logo|crest)\b"
    r"|\bname\sof\s(?:the\s|your\s)?(?:school|academy|college|setting|trust|nursery)\b",
    re.IGNORECASE,
)
_SIGNER = regex(r"\b(?:pupil|student|learner|child|parent|carer|your|sign\w*|class|my)\b", re.IGNORECASE)
_SIGNATURE = regex(r"\bsign(?:ed|ature)?\b", re.IGNORECASE)
_SIGNING = regex(
    r"\b(?:sign\w*|names?|dates?|print\w*|class|approved|agreed|adopted|ratified|review\w*|position"
    r"|relationship|witness\w*|tel|telephone|e-?mail|initials?|parent|carer|pupil|student|headteacher|chair)\b",
    re.IGNORECASE,
)
_WRITTEN_ON_LINE = regex(r"\b(?!(?:Mrs?|Ms|Miss|Mx|Dr|The|Our|Is|By)\b)[A-Z][a-z]+(?:['’-][A-Z]?[a-z]+)?$")
_OF_SCHOOL_NAME = regex(
    r"\s(?:(?:C of E|Church of England|Catholic|Community|Primary|Infants?|Junior|Nursery|High"
    r"|Secondary|Special)\s)"
    r"{0,4}(?:School|Academy|College)\b"
)


def is_dated_by_form(hit: Hit) -> bool:
    """Whether the paper's own date is asked for, "approved by governors on", and not a signature's."""
    return bool(_OF_THE_FORM.search(hit.sentence_before))


_POST = (
    r"(?:deputy )?(?:DSL|designated safeguarding lead|safeguarding lead|(?:online "
    r"|e-?)safety (?:lead|co-?ordinator)"
    r"|SENCO|data protection officer|DPO|IT (?:manager|technician)|network manager|link governor|filter)\b"
)
_OWN = r"(?:who is )?(?:the |our |your )?(?:school['’]s )?"
_POST_FOLLOWS = regex(rf"\W{{0,3}}{_OWN}{_POST}", re.IGNORECASE)
_POST_IS = regex(rf"(?:^|[.!?]\s){_OWN}{_POST} is\s$", re.IGNORECASE)
_PROMISES = regex(r"\b(?:I|we|you|they|he|she|must|should|will|can)\b", re.IGNORECASE)


def asks_for_own(hit: Hit) -> bool:
    """Whether a gap in a form asks for what the school knows: "I will tell ____ (the DSL) if …"."""
    if _POST_IS.search(hit.before):
        return True  # "Our DSL is ____."
    if _SIGNATURE.search(hit.sentence_before) or not _PROMISES.search(hit.sentence_before):
        return False
    return bool(_OF_SCHOOL_NAME.match(hit.after) or _POST_FOLLOWS.match(hit.after))


def is_for_signer(hit: Hit) -> bool:
    """Whether a blank in a form asks for what the person who signs it will write."""
    inside = hit.words.strip("[]<>(){} ").lower()
    if _DATE.fullmatch(inside):
        return not is_dated_by_form(hit)
    if hit.words[0] in "[<" and inside.startswith(_TO_AUTHOR) and not _SIGNER.search(inside):
        return False  # a signer is given a line to write on
    if hit.before.rstrip().endswith(":") and _SIGNER.search(hit.before):
        return True
    if _OF_SCHOOL.search(inside):
        return False
    return bool(_SIGNER.search(inside)) or inside in ("name", "date", "insert name", "insert date")


def _holds_a_fact(hit: Hit) -> bool:
    """Whether the gap is all that stands after a label, or in the cell beside one, that asks for a fact."""
    if hit.after.strip(" .…_"):
        return False
    cells = hit.block.cells
    beside = next((cell for cell in cells if cell != hit.text), "") if len(cells) > 1 else ""
    label = hit.before if hit.before.strip() else beside
    return len(label) < _LONGEST_LABEL and bool(_OF_FACT.search(label))


def is_gap(hit: Hit) -> bool:
    """A gap in a sentence: words on both sides make one, and it is no line to sign or date."""
    if hit.words[0] in ".…" and re.match(r"\s*\d{1,3}\s*$", hit.after):
        return False  # dot leaders before a page number
    if _WRITTEN_ON_LINE.search(hit.before) and not hit.after.strip(" ._"):
        return False  # a line to write on, with a name written on it: "Deputy: Mrs Khan____"
    if _holds_a_fact(hit) or _OF_SCHOOL_NAME.match(hit.after):
        return True  # "the governing body of ______ School"
    if is_dated_by_form(hit) and not _SIGNATURE.search(hit.text):
        return True  # "approved by the governors on ____"
    said = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", f"{hit.sentence_before} {hit.sentence_after}")
    words = re.findall(r"[A-Za-z]{2,}", said)
    if len(words) >= 2 and is_value(hit) and not hit.sentence_after.strip(" .") and not _SIGNING.search(said):
        return ":" not in hit.before[-3:]  # "Our DSL is ____."
    if COUNTED.match(hit.after) and EVERY.search(hit.before):
        return True  # "every ___ months"
    label = re.search(r"([A-Za-z()/ ]{1,40}):\s*$", hit.before)
    return len(words) >= 4 and not label and not _SIGNING.search(said)
