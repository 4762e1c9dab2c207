"""Whether a document is a policy of the standard's kind at all, and if not, why it does not look like one."""

from __future__ import annotations

import re

from policy_kit.model import Document, SectionResult
from policy_kit.regexes import regex, seldom

_ABOUT = regex(
    r"\bonline\b|\be-?safety\b|\binternet\b|\bdevices?\b|\bsocial media\b|\bfilter|\bcyber|\bpassword"
    r"|\bdigital|\bICT\b|\btechnolog|\bmobile phone|\bwebsite|\be-?mail",
    re.IGNORECASE,
)
_COMMITS = regex(
    r"\b(?:will|must|shall|should|are expected to|(?:is|are) (?:responsible|not (?:permitted|allowed)))\b",
    re.IGNORECASE,
)
_NAMES_ITSELF = regex(r"\bthis\s+(?:[\w-]+\s+){0,3}policy\b", re.IGNORECASE)
_POLICY_TITLE = regex(
    r"\b(?:online|e)[- ]?safe(?:ty|guarding)\b.{0,60}\b(?:policy|policies)\b|\binternet.{0,30}policy\b"
    r"|\bpolicy\b.{0,40}\b(?:online|e)[- ]?safety\b|\b(?:acceptable use|ICT|digital)\b.{0,30}\bpolicy\b",
    re.IGNORECASE | re.DOTALL,
)
_NEARLY_A_TITLE = regex(
    r"\b(?:online|on-line|internet|digital|technology|screens?)\b.{0,40}\bpolicy\b"
    r"|\bpolicy\b.{0,40}\b(?:online|internet|digital technolog\w+|screens?)\b",
    re.IGNORECASE,
)
_SPEAKS_TO_SCHOOLS = seldom(
    r"\b(?:issue \d+|subscribe|book (?:here|your place)|respondents?|executive summary|webinar"
    r"|this (?:report|guidance|briefing|analysis)|schools (?:should|can|may|need to|must)|your school"
    r"|findings are|free resource)\b",
    re.IGNORECASE,
)

_OFTEN = 3  # such words in a thousand: more than a policy that names itself in its title has in passing
_HARDLY = 0.5  # words to schools from outside, in a thousand: so few, and a policy's title is enough
_TITLE_WORDS = 14
_OPENING_LINES = 25
_PLAINLY_ONE = 8  # so many of the standard's sections by heading, and how they are worded matters no more


def judge_kind(document: Document, title: str, sections: tuple[SectionResult, ...]) -> tuple[bool, str]:
    """Return whether the document looks like a policy of the kind, and one line why not ('' if it does).

    Asked: does it call itself a policy, does it speak of being online, does it commit the school to
    something, has it several of the standard's sections; or does it speak to schools from outside?
    """
    texts = [b.text for b in document.text_blocks if b.text.strip()]
    if not texts:
        return False, "it has no text that could be read"
    joined = "\n".join(texts)
    opening = f"{title}\n" + "\n".join(texts[:_OPENING_LINES])
    titled = any(
        _POLICY_TITLE.search(line) for line in [title, *texts[:6]] if len(line.split()) <= _TITLE_WORDS
    )
    about = sum(bool(_ABOUT.search(t)) for t in texts) / len(texts)
    commits = sum(bool(_COMMITS.search(t)) for t in texts) / len(texts)
    outside = len(_SPEAKS_TO_SCHOOLS.findall(joined)) / max(len(joined.split()), 1) * 1000
    recognised = sum(bool(s.headings) for s in sections)
    named = bool(_POLICY_TITLE.search(opening)) or len(_NAMES_ITSELF.findall(joined)) >= 3
    if not named and not (recognised >= _PLAINLY_ONE and _NEARLY_A_TITLE.search(opening)):
        return False, "it does not call itself a policy on online safety"
    if about < 0.15:
        return False, "little of it is about being online"
    if outside > (_OFTEN if titled else 1.5) and outside > commits * 6:
        return (
            False,
            "it reads as guidance, news or a report written to schools, not as a school's own policy",
        )
    if titled and outside < _HARDLY:
        return True, ""
    if recognised < 2 or (commits < 0.1 and recognised < _PLAINLY_ONE):
        return False, "it holds few rules and few of the sections of an online safety policy"
    return True, ""
