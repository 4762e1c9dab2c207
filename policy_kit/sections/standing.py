"""Whether a sentence says that something is so: nothing wished, nothing denied, no other matter."""

from __future__ import annotations

import re

from policy_kit.regexes import regex

# What a school would like, or has still to do, is not what it does.
_WISH = regex(
    r"\b(?:(?:would|should) like (?:to|in|staff|pupils|parents|governors)|hopes? to|we (?:intend|plan) to"
    r"|in due course|(?:when|if|as soon as|once) (?:the )?(?:funds?|budget|money|time) allows?"
    r"|(?:are|is) (?:looking for|thinking (?:of|about)|planning|considering)"
    r"|(?:has|have) yet to|yet to be|to be agreed|(?:is|are) to be (?:drawn up|written|developed)"
    r"|(?:is|are|being) (?:proposed|planned|considered)|it is (?:hoped|proposed)|would be good|one day"
    r"|under discussion|will be developed|will decide whether|think it useful|in future"
    r"|is being (?:written|drafted|developed|prepared))\b",
    re.IGNORECASE,
)
# Words that say that a thing is not asked of anybody, or not done.
_DENIAL = regex(
    r"\b(?:need(?: not|s? no|n[’']t)\b"
    r"|(?:is|are|be|was|were)(?: not|n[’']t) (?:asked|required|obliged|needed|given|covered"
    r"|included|filtered|monitored|used|part of|a (?:matter|safeguarding)|the responsibility)\b"
    r"|(?:do|does)(?: not|n[’']t) (?:need|have to|deal|contact|include|filter|monitor|matter|lie"
    r"|lead to any)\b"
    r"|(?:can(?:not|[’']t| not)) (?:deal|keep out)\b|no account is taken|outside these rules"
    r"|(?:is|are) (?:up to|left to|free to)|if they wish|optional\b|there is none\b)",
    re.IGNORECASE,
)
# Other matters of school life: a sentence on one of them speaks of this policy's only if it says so.
_OTHER_MATTER = regex(
    r"\b(?:phonics|reading scheme|maths|long division|french|spelling|first aid|fire (?:safety|drill|exits?)"
    r"|dinners?|lunch menus?|uniform|finances?|budget|payroll|pensions?|playground|car park|parking"
    r"|attendance officer|lateness|sickness|term dates|lost property|building works?|toilets?|stationery"
    r"|ramps?|charity|open (?:day|evenings?))\b",
    re.IGNORECASE,
)
_ONLINE = regex(
    r"\b(?:online|on-line|e-?safety|internet|digital|devices?|phones?|social media|filter\w*|cyber\S*"
    r"|websites?)\b",
    re.IGNORECASE,
)


def is_wish(sentence: str) -> bool:
    """Whether it tells what the school would like or has still to do."""
    return bool(_WISH.search(sentence))


def is_denial(sentence: str) -> bool:
    """Whether it says that a thing is not asked of anybody, or not done."""
    return bool(_DENIAL.search(sentence))


def is_aside(sentence: str) -> bool:
    """Whether it is about another matter of school life, with no word of being online."""
    return bool(_OTHER_MATTER.search(sentence)) and not _ONLINE.search(sentence)
