"""Old words told as old: "child-on-child abuse (formerly peer-on-peer abuse)" is no fault."""

from __future__ import annotations

import re

from policy_kit.regexes import regex, seldom

_REACH = 70
_BEFORE = seldom(
    r"\b(?:formerly|previously|historically|originally|once|was|were|used\s+to\s+be)\b[^.;]{0,30}$"
    r"|\b(?:known|referred\s+to|described|labelled)\s+(?:\w+\s+)?as\W+(?:\w+\W+){0,2}$"
    r"|\b(?:also|sometimes|often|commonly|otherwise|informally|colloquially|still)\s+(?:\w+\s+)?(?:called|termed)\W+(?:\w+\W+){0,2}$"
    r"|\b(?:children|young\s+people|pupils|students|people)\s+(?:may\s+|might\s+|often\s+)?call\W+(?:\w+\W+){0,2}$"
    r"|\b(?:may|might|will|could)\s+(?:also\s+|still\s+|sometimes\s+)?(?:hear|see|read|find|meet)\b[^.;]{0,24}\b(?:called|termed|named|as)\W+$"
    r"|\b(?:spoke|talked)\s+(?:only\s+)?of\W+(?:\w+\W+){0,2}$"
    r"|\b(?:rather\s+than|instead\s+of|no\s+longer|(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing))(?!\s+by)|in\s+place\s+of"
    r"|not\s+use|avoid(?:s|ing)?|the\s+(?:old\s+|older\s+|outdated\s+)?(?:terms?|words?|phrases?|names?|wording)|became)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_AFTER = seldom(
    r"^[\s’'”\")\]]*(?:"
    r"(?:is|are|was|were)\s+(?:now\b|no\s+longer\b|renamed\b|replaced\b|(?:the|an?)\s+(?:old|older|former|outdated)\b)"
    r"|[(,]?\s*(?:which\s+is\s+|who\s+are\s+)?now\b(?!\s+on)|[(,]?\s*(?:which\s+)?(?:became|becomes|has\s+become)\b"
    r"|(?:has|have)\s+been\s+(?:replaced|renamed|superseded)\b)",
    re.IGNORECASE,
)
_OPENS = regex(r"[(/\[]\s*[‘’'“\"]?(?:or\s+|aka\s+|i\.?e\.?\s+)?$", re.IGNORECASE)
_CLAUSE = regex(r"[,;(]")
_WORDS = regex(r"[a-z]+")
_FEWEST = 2

_ADDRESS = seldom(
    r"(?:https?://|www\.)\S+|(?<!\S)\S{1,64}@\S{1,100}"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,5}(?:uk|com|org|net|gov)\b\S*",
    re.IGNORECASE,
)


def explained(text: str, start: int, end: int, present: str = "") -> bool:
    """Whether a text tells the words from `start` to `end` as old, or as what others say.

    present: the present term; old words in a bracket right after it explain it.
    """
    before = re.split(r"[.;!?]\s", text[max(0, start - _REACH) : start])[-1]
    if _BEFORE.search(before) or _AFTER.match(text[end : end + _REACH]):
        return True
    return bool(present and _OPENS.search(before) and _names(before, present))


def _names(before: str, present: str) -> bool:
    """Whether the present term, or the start of it, is among the words before."""
    words = _WORDS.findall(_CLAUSE.split(present.lower())[0])[:3]
    said = " ".join(_WORDS.findall(before.lower()))
    return len(words) >= _FEWEST and " ".join(words) in said


def in_address(text: str, start: int, end: int) -> bool:
    """Whether the words stand within a web or e-mail address."""
    return any(a.start() <= start and end <= a.end() for a in _ADDRESS.finditer(text))
