"""Words of which the wordings beside a date are made."""

from __future__ import annotations

BE = r"(?:be|is|was|been|are)"
HOW = (
    r"(?:formally|fully|annually|next|then|again|also|further|thoroughly|last|most recently|recently"
    r"|therefore|normally|usually|always|in turn|jointly|together)"
)
POLICY = r"(?:(?:this|the|our)\s)?(?:online[- ]safety\s|e-?safety\s)?(?:policy|document|version)"
THIS = r"(?:(?:of|this|the|policy|document|was|is|were|has|been|formally|fully|first|originally)\s){0,4}"
VIEW = r"(?<!self-)(?<!self )re-?(?:view|veiw)"  # a self-review is of the school
WHEN = r"(?:\s(?:date|on|by|in|at|and|whom))*"
# What is done to a policy when its time comes: plainly, and in words that need "again" or "next" beside them.
RENEWED = (
    rf"(?:{VIEW}ed|renewed|revised|re-?visited|re-?considered|re-?approved|re-?adopted|re-?written|refreshed"
    rf"|updated(?:\sand\s{VIEW}ed)?)"
)
SEEN = (
    r"(?:looked\s(?:at|over)|gone\s(?:over|through)|considered|discussed|checked|read(?:\sthrough)?|updated"
    r"|brought\sback|taken\sup|agreed|approved|thought\s(?:about|over))"
)
LOOKING = (
    rf"(?:{VIEW}(?:ed)?|update|revision|renewal|look|check|discussion|reading|consideration"
    rf"|(?:re-?)?approval"
    r"|visit(?!\s(?:of|by|from|to)\b)|sign[- ]off|(?:full\s)?re-?write|overhaul|agreement"
    r"|adoption|ratification)"
)
SOMEBODY = (
    r"(?:(?:the|our|full|local|them|us|governors?|governing|trust(?:ees)?|board|body|committee|staff"
    r"|directors)\b\s?)"
)
SOON = (
    r"(?:\s(?:due|dates?|by|on|in|for|is|will|be|to|take|place|planned|before|and|whom|no|later|than|the"
    r"|end|of"
    r"|during))*"
)
MONTH = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|autumn|spring|summer"
DONE = (
    r"(?:approved|ratified|adopted|agreed|accepted|endorsed|sign(?:ed)?[- ]off|authorised"
    r"|passed|minuted|made\sby\sthe\s(?:board|governors|trustees)|approval|ratification"
    r"|adoption|agreement(?=\sby\sgov))"
)
MADE = (
    r"(?:written|created|issued|drafted|produced|developed|published|prepared|compiled"
    r"|publication|creation|issue"
    r"|introduced)"
)
CHANGED = rf"(?:{VIEW}(?:ed)?|updated?|amend(?:ed|ment)|revis(?:ed|ion)|modified|edited|changed?)"
