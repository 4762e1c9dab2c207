"""Whose a date is, if not this policy's: guidance, law, training, another policy; and who decides."""

from __future__ import annotations

import re

from policy_kit.regexes import regex, seldom

# Who decides on a policy: their name beside a date says that they did.
BODY = regex(
    r"(?:(?:the|full|local|school)\s){0,3}(?:governing\s(?:body|board)|board\sof\s(?:governors"
    r"|trustees|directors)"
    r"|governors|trustees|trust\sboard|FGB|LGB|(?:academy|governors['’]?|safeguarding"
    r"|resources)\s(?:committee|council)"
    r"|management\scommittee|proprietor)",
    re.IGNORECASE,
)
# Words that give the date, or the label, to something other than this policy.
CITED = seldom(
    r"\bKCSI?E\b|keeping children safe|working together|\bguidance\b|\bacts?\b"
    r"|framework|\bstandards\b|regulations"
    r"|\bGDPR\b|\bDfE\b|\bdepartment (?:for|of)\b|\bofcom\b|\bhome office\b|ofsted|\bprevent\b|\badvice\b"
    r"|statutory|legislation|safer internet day|https?:|www\."
    r"|code of practice|national curriculum|\bUKCIS\b|sexting|white paper|\bbill\b|equality|census|circular",
    re.IGNORECASE,
)
OTHER_THING = seldom(
    r"\b(?:filter\w*|monitoring(?! and review| & review|/ ?review)|agreements?"
    r"|training|trained|risk assess\w*|audits?(?!\s*:)|self-review|360"
    r"|inspect\w*|registration|registered|toolkit|terms of reference|licen[cs]es?|awards?|survey|DPIA"
    r"|consents?|back-?ups?|passwords?|devices?|incidents?|network"
    r"|website|certificate|insurance|scheme"
    r"|curriculum|(?:child protection|safeguarding|behaviour|anti-bullying|data"
    r" protection|privacy|phone) policy|AUPs?"
    r"|(?:IT|ICT|digital|computing|development|improvement|accessibility)\s(?:strategy|plan)"
    r"|copies|photograph\w*|accounts?|software|DBS|qualification|copyright|template|model policy"
    r"|exemplar|©)\b|©",
    re.IGNORECASE,
)
# Another policy of the school, if a date is its own: "The mobile phone policy was approved in…".
_OTHER_POLICY = seldom(
    r"\b(?:phones?|devices?|behaviour|bullying|child protection|(?<!online )(?<!and )safeguarding"
    r"|data protection|privacy"
    r"|complaints|images?|photograph\w*|attendance|P?S?HE|RS?H?E|health and safety|whistleblowing"
    r"|remote learning|SEND?"
    r"|inclusion|password|CCTV|search\w*|uniform|conduct|equality|curriculum|retention|FOI)"
    r"\s(?:polic(?:y|ies)|rules|procedures?|plans?)\b"
    r"|\bpolic(?:y|ies)\s(?:on|for|about)\s(?:the\s)?(?!online|e-?safe|digital|internet|safe"
    r"|acceptable|ICT|use|this)",
    re.IGNORECASE,
)


_SIGNS = regex(r"\bsign(?:ed|ature)?\b", re.IGNORECASE)
_CHAIR = regex(r"\bchair\b|\bgovernors\b|\bgoverning\b|\btrustees\b", re.IGNORECASE)


def is_signed(text: str) -> bool:
    """Whether a line is signed for those who decide: "Signed: J Poe (Chair of Governors)"."""
    return bool(_SIGNS.search(text) and _CHAIR.search(text))


def is_cited(text: str) -> bool:
    """Whether a text names guidance or law, whose dates are not the policy's."""
    return bool(CITED.search(text))


def names_other_policy(text: str) -> bool:
    """Whether a text names another policy of the school."""
    return bool(_OTHER_POLICY.search(text))


def names_other_thing(text: str) -> bool:
    """Whether a text names something of the school's with dates of its own: training, another policy."""
    return bool(OTHER_THING.search(without_bodies(text))) or names_other_policy(text)


def without_bodies(text: str) -> str:
    """The text with the names of its bodies struck out: a Curriculum Committee is no curriculum."""
    return _BODY_NAME.sub(" ", text)


# A body's own name: "Trust Standards Committee" is no standard.
_BODY_NAME = regex(
    r"(?:[A-Z][\w’']*\s(?:(?:and|&|of|for)\s)?){1,5}(?:Committee|Board|Group|Council|Team|Panel)\b"
)


def cites(text: str) -> bool:
    """Whether words between a label and its date name guidance or law."""
    return is_cited(without_bodies(text))


# What a policy is called, and what may be done about it: a sentence about one of these may date the policy.
OWN_NAMES = (
    r"polic(?:y|ies)|documents?|version|edition|guidelines|booklet|handbook|statement|charter|leaflet"
    r"|paper|text|guide"
    r"|pages?|rules|arrangements|approach|procedures|everything|whole|above|provisions|code"
)
_ABOUT_IT = regex(
    rf"\b(?:{OWN_NAMES}|re-?view\w*|update|revision|approval|adoption|ratification|renewal|look|check"
    rf"|date|one|time|next"
    r"|last|governors?|governing|board|trust\w*|committee|proprietor|directors|council|head\w*"
    r"|principal|chair|DSL|lead"
    r"|staff|team|SLT|leaders|school|academy|cycle|rewrite|reading|agreement|issue|life|copy|LGB|FGB"
    r"|meeting|pupils"
    r"|parents|families|here|history|process|year|body|changes)\b",
    re.IGNORECASE,
)
_SUBJECT = regex(
    r"\W*(?:the|our|a|an|each|every|this|that|these)\s((?:[\w'’-]+\s){0,5}?[\w'’-]+)\s"
    r"(?:was|were|is|are|will|shall|must|should|has|have|had|falls|comes|took\sup|won|met)\b",
    re.IGNORECASE,
)
_ITS_VERB = regex(r"\s(?:[a-z]+ed|read|saw|met|heard)\s(?=[\w\s]*\band$)")
_HEARS = seldom(
    r"\b(?:hears?|receives?|meets?|visits?|attends?|gets?|reports?\sto|sees?\sthe)\b", re.IGNORECASE
)


def has_other_subject(sentence: str) -> bool:
    """Whether a sentence has a subject of its own that is neither the policy nor who deals with it.

    "Our online safety mark was awarded in…", "Governors will hear from the DSL next in…"
    """
    found = _SUBJECT.match(sentence)
    if found is None:
        return False
    subject = _ITS_VERB.split(found[1], maxsplit=1)[0]  # "The board read this and was content with it"
    if not _ABOUT_IT.search(subject.rsplit(maxsplit=1)[-1]):
        return True
    return bool(_HEARS.search(sentence, found.end()))


_OBJECT = regex(
    r"\s(?:the|a|an|our|their|its|his|her)\s((?:[\w’'-]+\s){0,2}?[\w’'-]+)\s(?:on|in|at|for|of|with)\b",
    re.IGNORECASE,
)
_PART_OF_TIME = regex(
    r"\b(?:end|start|beginning|middle|week|month|term|half|day|first|second|third|close)$", re.IGNORECASE
)


def has_other_object(after: str) -> bool:
    """Whether what was done was done to something else: "approved the budget for devices on"."""
    found = _OBJECT.match(after)
    return bool(found and not _ABOUT_IT.search(found[1]) and not _PART_OF_TIME.search(found[1]))
