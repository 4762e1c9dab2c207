"""The wordings that schools use beside a date, by what they say of it."""

from __future__ import annotations

from enum import StrEnum


class Sense(StrEnum):
    """What a label says of its date.

    The values of DateKind, and two that only the neighbourhood can settle: `review` ("Review date", the
    next or the last one) and `date` ("Date", of whatever stands before it).
    """

    NEXT_REVIEW = "next_review"
    APPROVED = "approved"
    REVIEWED = "reviewed"
    EFFECTIVE = "effective"
    WRITTEN = "written"
    SHARED = "shared"
    REVIEW = "review"
    DATE = "date"
    OTHER = "other"  # a day on which something was done to the policy, and no more is sure
    NONE = "none"  # a label that takes the date for something that is not the policy


_BE = r"(?:be|is|was|been|are)"
_HOW = (
    r"(?:formally|fully|annually|next|then|again|also|further|thoroughly|last|most recently|recently"
    r"|therefore|normally|usually|always|in turn|jointly|together)"
)
_POLICY = r"(?:(?:this|the|our)\s)?(?:online[- ]safety\s|e-?safety\s)?(?:policy|document|version)"
_THIS = r"(?:(?:of|this|the|policy|document|was|is|were|has|been|formally|fully|first|originally)\s){0,4}"
_VIEW = r"re-?(?:view|veiw)"
_WHEN = r"(?:\s(?:date|on|by|in|at|and|whom))*"
# What is done to a policy when its time comes: plainly, and in words that need "again" or "next" beside them.
_RENEWED = (
    rf"(?:{_VIEW}ed|renewed|revised|re-?visited|re-?considered|re-?approved|re-?adopted|re-?written|refreshed"
    rf"|updated(?:\sand\s{_VIEW}ed)?)"
)
_SEEN = (
    r"(?:looked\s(?:at|over)|gone\s(?:over|through)|considered|discussed|checked|read(?:\sthrough)?|updated"
    r"|brought\sback|taken\sup|agreed|approved|thought\s(?:about|over))"
)
_LOOKING = (
    rf"(?:{_VIEW}(?:ed)?|update|revision|renewal|look|check|discussion|reading|consideration"
    rf"|(?:re-?)?approval"
    r"|visit|agreement|adoption|ratification)"
)
_SOMEBODY = (
    r"(?:(?:the|our|full|local|them|us|governors?|governing|trust(?:ees)?|board|body|committee|staff"
    r"|directors)\b\s?)"
)
_SOON = (
    r"(?:\s(?:due|dates?|by|on|in|for|is|will|be|to|take|place|planned|before|and|whom|no|later|than|the"
    r"|end|of"
    r"|during))*"
)
_MONTH = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|autumn|spring|summer"
_DONE = (
    r"(?:approved|ratified|adopted|agreed|accepted|endorsed|sign(?:ed)?[- ]off|authorised"
    r"|passed|minuted|made\sby\sthe\s(?:board|governors|trustees)|approval|ratification"
    r"|adoption|agreement(?=\sby\sgov))"
)
_MADE = (
    r"(?:written|created|issued|drafted|produced|developed|published|prepared|compiled"
    r"|publication|creation|issue"
    r"|introduced)"
)
_CHANGED = rf"(?:{_VIEW}(?:ed)?|updated?|amend(?:ed|ment)|revis(?:ed|ion)|modified|edited|changed?)"

# Each sense with its wordings; of two that start at one place the earlier here is taken.
WORDINGS: tuple[tuple[Sense, tuple[str, ...]], ...] = (
    (
        Sense.NONE,
        (
            (
                rf"\b{_VIEW}s?\s(?:cycle|frequency|period|interval|history|body|group|process|panel|schedule"
                rf"|type|level)\b"
            ),
            rf"\b{_VIEW}\sarrangements\b",
            rf"\b(?:case|practice|performance|peer|independent|literature|rapid|national)\s{_VIEW}s?\b",
            # "a year from its approval": the day is counted from it, and is not that of it
            (
                r"\b(?:from|after|since|following)\s(?:its|the|their|our)\s(?:last\s)?(?:approval|adoption"
                r"|agreement|ratification)\b"
            ),
            rf"\bfrequency of {_VIEW}",
            r"\b(?:incident date|start of term|last updated by gov|date of issue of (?:device|laptop))\b",
            r"\bdate of (?:birth|incident|referral|training|purchase|joining|return)\b",
            r"\bdate (?:of|for) (?:the )?(?:concern|search|return)\b",
            # of what is cited: "Rules 2010 (as amended in 2016)", "which may be revised after the May 2026 …"
            (
                r"\(as\s(?:(?:may|will)\sbe\s)?(?:from\stime\sto\stime\s)?(?:further\s)?(?:amended|updated"
                r"|revised)\b"
            ),
            r"\b(?:may|might|can)\s(?:then\s)?be\s(?:amended|updated|revised|changed|reviewed)\b",
        ),
    ),
    (
        Sense.OTHER,
        (
            r"\b(?:legal|HR|union|external)\s(?:sign[- ]off|approval|check)(?:\s(?:date|on|by))*\b",
            (
                r"\bto\sbe\s(?:formally\s)?(?:approved|ratified|adopted|agreed|accepted|endorsed"
                r"|signed[- ]off)(?!\s(?:again|next))(?:\s(?:on|at|in))*\b"
            ),
        ),
    ),
    (
        Sense.NEXT_REVIEW,
        (
            (
                r"\b(?:will|shall|must|should|is\sto|are\sto)\b[^.;|\n]{0,80}?\s"
                r"(?:approved|agreed|adopted|ratified|accepted|passed)\s(?:again|afresh|anew)"
                r"(?:\s(?:by|on|in|before|no|later|than|during|the|end|of|at))*\b"
            ),
            (
                r"\b(?:(?:the|date|dates|of|for|due|planned|anticipated|proposed|scheduled)\s){0,4}"
                r"(?:next|following|future|subsequent)\s"
                r"(?:(?:anticipated|scheduled|planned|policy|annual|full|formal"
                r"|proposed|document|due|governors?|major)\s){0,2}"
                rf"{_LOOKING}(?:\sof\s{_POLICY})?{_SOON}\b"
            ),
            (
                rf"\b(?:date\s)?(?:to|will|shall|must|should|due)\s(?:(?:it|{_POLICY})\s)?(?:{_HOW}\s){{0,3}}"
                rf"(?:next\s)?{_BE}\s"
                rf"(?:{_HOW}\s){{0,3}}(?:due\sfor\s{_VIEW}|{_RENEWED})"
                r"(?:\s(?:by|on|in|before|no|later|than|again|next|during|the|end|of|at))*\b"
            ),
            (
                r"(?:\b(?:will|shall|must|should"
                r"|(?:plan|intend|agreed|going|needs?|has|have|aims?|means?) to)"
                rf"|['’]ll|\bwe(?=\s[\w\s]{{4,50}}\sagain))\s(?:{_HOW}\s|we\s)?"
                rf"(?:{_VIEW}|renew|revise|look\s(?:at|over)|go\s(?:over|through)|come\sback\sto|return\sto"
                r"|re-?visit|re-?consider|refresh|consider|discuss|take\sup|check|read"
                r"|have\s(?:another|a)\s(?:\w+\s)?look\sat)"
                rf"\s(?:it|{_POLICY})"
                r"(?:(?:\s(?:again|next|in\sfull|fully|all))+(?:\s(?:by|on|in|before|no|later|than|during"
                r"|the|end|of|at))*"
                r"|(?:\s(?:by|on|in|before|no|later|than|during|the|end|of|at))+)\b"
            ),
            (
                rf"\b(?:will|shall|must|is to|to)\s(?:be\s{_SEEN}\s(?:again|next)|(?:again|next)\sbe\s{_SEEN}"
                rf"|be\s(?:again|next)\s{_SEEN})(?:\s(?:by|on|in|before|no|later|than|during|the|end|of"
                rf"|at))*\b"
            ),
            # "It comes back to the governors in July 2027", "Comes back to governors | by …"
            (
                r"\b(?:comes?|goes|returns|(?:will|shall|must|is|due|to|next)\s(?:next\s)?(?:to\s)?(?:be\s)?"
                r"(?:come|go|return|put|taken|brought|presented))\s(?:back\s)?(?:to|before)\s"
                rf"{_SOMEBODY}{{1,5}}(?:in|by|on|during|before|again|no\slater\sthan)?"
            ),
            (
                r"\bwhen\s(?:it|this|the\spolicy)\s(?:is|will\sbe|falls)\s(?:next\s)?"
                rf"(?:{_SEEN}|{_RENEWED}|due)(?:\s(?:again|next))?(?=\s?:)"
            ),
            # "When is it looked at next?" with the day behind it
            (
                r"\bwhen\s(?:is|will|do|does|shall|should|must)\s(?:[\w’'-]+\s){1,4}?(?:be\s"
                r"|to\s)?(?:next\s)?"
                rf"(?:{_SEEN}|{_RENEWED}|{_LOOKING})[^?|\n]{{0,25}}\?"
            ),
            (
                r"\b(?:version|issue|edition)\s[\d.]+\s(?:is\s)?(?:due|planned|(?:will|to)\sfollow)(?:\s(?:in"
                r"|by|on|for))*\b"
            ),
            rf"\b(?:next|due)(?=\s?:)|\bnext(?=\s(?:{_MONTH})[a-z]*\s\d)",
            # "The last review was in May; the next is due in…", of a policy that was spoken of before.
            (
                r"\bthe\snext(?:\s(?:one|time|such))?\s(?:(?:will|shall|must)\sbe|is|falls|comes"
                r"|takes\splace)"
                r"(?:\s(?:due|set|planned|fixed|for|in|by|on|during|the|at))*\b"
            ),
            (
                rf"\bnext\s(?:due|one|time|date|when|on|in|{_SEEN})(?:\s(?:by|on|in|for|is))*"
                rf"(?=\s?[:*|]|$|\s\d|\s(?:{_MONTH}))"
            ),
            (
                r"\b(?:(?:when\s)?(?:we|governors|you)\s(?:will\s)?)?look(?:ed)?\s(?:(?:at|over)\s)?"
                r"(?:(?:it|this)\s)?(?:again|next)(?:\s(?:by|on|in))*(?=\s?[:*|?]|$)"
            ),
            r"\b(?:(?:remains\s)?in\sforce|stands|holds(?:\sgood)?|good|current|applies)\suntil\b",
            r"\b(?:runs|lasts)\s(?:until|up\sto|to)\b",
            rf"\brenew(?=\s?[:|]|\s\d)|\bmonth\s(?:of|for)\s{_VIEW}\b|\b{_VIEW}\smonth\b",
            (
                r"\bback\s(?:to|at|before)\s(?:the\s)?(?:governors|board|committee|trustees|them"
                r"|us)(?=\s?[:|]|$|\s\d)"
            ),
            rf"\b(?:{_SEEN}|{_RENEWED})\s(?:again|next)(?:\s(?:by|on|in))*(?=\s?[:*|]|$|\s\d|\s(?:{_MONTH}))",
            r"\b(?:we\s)?(?:go|look|come|read|check)\b[^:|.;]{0,20}\s(?:again|next)$",
            rf"\b(?:fresh|new|another|further)\s{_LOOKING}\s(?:is\s)?due(?:\s(?:in|by|on))*\b",
            # "It is gone through every year, next in September 2027."
            (
                rf"\b(?:{_VIEW}(?:s|ed)?|look(?:ed)?\sat|go(?:ne)?\s(?:over|through)|re-?visit(?:ed)?)\b"
                r"[^:;\n]{0,60}?[.,;(–—]\s?(?:and\s)?next(?=\s?:|\s(?:in|by|on|during|due)\b)"
                r"(?:\s(?:in|by|on|during|due|the))*"
            ),
            (
                r"\b(?:date\sdue|due\sdate|(?:another|fresh|further|new)\slook|best\sbefore)(?:\s(?:by|on"
                r"|in))*"
                rf"(?=\s?[:|=–—-]|$|\s\d|\s(?:{_MONTH}))"
            ),
            rf"\bnext\s(?:date|time|turn|slot)\s(?:with|at|before|for)\s{_SOMEBODY}{{1,5}}",
            r"\b(?:policy\s)?expiry(?=\s?[:|=–—-]|$|\s\d)",
            r"\bdue\sagain(?:\s(?:by|on|in))*\b",
            rf"\bfalls\s(?:due\sfor\s{_VIEW}|to\sbe\s{_VIEW}ed)(?:\s(?:by|on|in))*\b",
            r"\b(?:revision|update)\sdue(?:\s(?:date|by|on|in))*\b|\bdue\sback\b",
            rf"\b(?:policy\s)?due\s(?:for\s|to be\s)?{_VIEW}(?:ed)?(?:\s(?:by|on|in|before|date|is))*\b",
            (
                rf"\b{_VIEW}\s(?:is\s|date\s)?(?:due|deadline|again|before|no\slater\sthan)(?:\s(?:by|on|in"
                rf"|is))*\b"
            ),
            rf"\b{_VIEW}\sby(?=[\s:]+(?:\d|the end|{_MONTH}))",
            rf"\bdue\s{_VIEW}\sdate\b",
            rf"\bdate\s(?:for|due for|of)\s(?:the\s)?(?:policy\s)?(?:renewal|re-?approval|next\s{_VIEW})\b",
            rf"\bdate\s(?:due\s)?for\s(?:the\s)?(?:policy\s)?{_VIEW}\b",
            r"\b(?:renewal(?:\s(?:date|due))*|renew\sby|re-?approval\s(?:date|due))\b",
            (
                r"\b(?:policy\sexpir(?:y|es)(?:\sdate)?|expir(?:y\sdate|es(?:\son)?)|lapses(?:\son)?"
                r"|valid\s(?:until|to|till))\b"
            ),
            rf"\b(?:anticipated|planned|scheduled|proposed)\s{_VIEW}(?:\sdate)?\b",
            rf"\bfor\s(?:{_VIEW}|re-?approval|renewal)\s?(?:in|by|on)?\b",
        ),
    ),
    (
        Sense.SHARED,
        (
            (
                r"\b(?:dates?\s)?(?:policy\s)?(?:shared|circulated|distributed|communicated"
                r"|presented|issued|sent|agreed"
                r"|discussed|read|seen|approved|adopted)\s(?:with|to|by)\s(?:all\s)?(?:the\s)?staff\b(?:\son)"
                r"?"
            ),
            (
                rf"\b(?:all\s)?(?:staff|colleagues)\s(?:have\s)?(?:read|signed)(?:\sand\s(?:read|signed))?"
                rf"\s(?:it|{_POLICY})(?:\s(?:on|in))*\b"
            ),
            r"\bstaff\s(?:informed|consulted|agreed|consultation)(?:\son)?\b",
            r"\bdate\s(?:shared|circulated|distributed|communicated)\b",
            r"\b(?:shared|consulted)\s(?:with|on)\b",
        ),
    ),
    (
        Sense.APPROVED,
        (
            (
                rf"\b(?:went\s(?:over|through)|looked\sat|considered|discussed|read|received)\s(?:it"
                rf"|{_POLICY})"
                r"(?:\s(?:on|in|at))+\b(?=[^.;]{0,40}\band\s(?:approved|agreed|adopted|passed|ratified"
                r"|accepted)\b)"
            ),
            (
                r"\b(?:came|went|was\s(?:put|brought|taken|presented))\s(?:back\s)?(?:to|before)\s"
                rf"{_SOMEBODY}{{1,5}}(?:on|in|at)\b"
                r"(?=[^.;]{0,50}\b(?:approved|agreed|adopted|accepted|passed|ratified)\b)"
            ),
            (
                rf"\b(?:head\w*|principal|chair|governors?|trustees?|board)\ssigned\s(?:it"
                rf"|{_POLICY})(?:\s(?:on|in))*\b"
            ),
        ),
    ),
    (
        Sense.REVIEWED,
        (
            (
                rf"\b(?:dates?\s)?{_THIS}(?:last|latest|previous(?:ly)?|most\srecent(?:ly)?|prior)\s"
                rf"(?:full\s|policy\s|annual\s)?{_CHANGED}(?:\swas)?{_WHEN}\b"
            ),
            (
                rf"\b(?:dates?\s)?{_THIS}(?:{_VIEW}ed|updated|amended|revised)"
                rf"(?:\s(?:and|/)\s(?:updated|amended|revised|{_VIEW}ed))?{_WHEN}\b"
            ),
            r"\blast(?=\s?:)",
            rf"\bdate\sof\s(?:this|our|the\slatest|the\scurrent)\s(?:\w+\s)?{_VIEW}\b",
            (
                rf"\b(?:(?:annual|yearly|policy|governors?|the|full)\s){{0,3}}{_VIEW}\s(?:was\s)?"
                r"(?:completed|finished|concluded|carried\sout|undertaken)(?:\s(?:on|in))*\b"
            ),
            (
                rf"\b(?:(?:annual|yearly|policy|governors?|this|the"
                rf"|full)\s){{0,3}}{_VIEW}\b[^.;:|\n]{{0,30}}?\s"
                r"(?:(?:was|were)\s(?:completed|done|held|carried\sout|finished|made)"
                r"|took\splace)(?:\s(?:on|in))*\b"
            ),
            r"\b(?:brought\s)?up\sto\sdate(?:\sas)?\s(?:of|at|on|in)\b|\bbrought\sup\sto\sdate\b",
            r"\bcorrect\s(?:as\s)?(?:at|of|on)\b",
            r"\b(?:did|done)\sso(?:\slast)?\s(?:on|in)\b",
            rf"\blast\s(?:before|with|in\sfront\sof)\s{_SOMEBODY}{{1,5}}(?:in|on|at)\b",
            (
                rf"\b(?:checked|compared|held)\s(?:it|{_POLICY})\s(?:against|with)\s[^.;,\d]{{3,50}}?\s(?:in"
                rf"|on)\b"
            ),
            (
                rf"\b(?:went\s(?:over|through)|looked\sat|considered|discussed)\s(?:it|{_POLICY})(?:\s(?:on"
                rf"|in|at))+\b"
            ),
            (
                r"\blast\s(?:went\s(?:over|through)|looked\sat|read|checked|discussed)\s(?:it|this)(?:\s(?:in"
                r"|on))*\b"
            ),
            (
                rf"\blast\s(?!agreed|approved)(?:{_SEEN}|{_RENEWED}|look|check|one|done|time"
                rf"|visited)(?:\s(?:in|on|by))*\b"
            ),
            (
                r"\b(?:looked\sat|went\s(?:over|through)|checked|discussed)\s(?:it"
                r"|this(?:\spolicy)?)\slast(?:\s(?:in|on|by))*\b"
            ),
            r"\bchecked\sby\s(?:the\s)?gov\w+(?:\s(?:in|on))*\b|\bchecked(?:\sby)?(?=\s?:|\s*$)",
            r"\b(?:version|amendment|update)\sdate\b",
            r"\bdate\sof\s(?:last\s)?(?:this\s)?(?:version|revision|update|amendment)\b",
            r"\b(?:current\sversion|(?:this\s)?version\sdated)\b",
        ),
    ),
    (
        Sense.APPROVED,
        (
            (
                rf"\b(?:dates?\s)?{_THIS}{_DONE}"
                rf"(?:\s(?:and|/|&)\s(?:adopted|approved|ratified|agreed|signed|implemented))?{_WHEN}\b"
            ),
            (
                r"\b(?:date\sof\s(?:the\s)?)?(?:governors?|governing\s(?:body|board)|board|trustees?"
                r"|committee)"
                r"['’]?s?['’]?\s(?:formal\s)?(?:agreement|approval|ratification|adoption"
                r"|consent)(?:\s(?:date|on))*"
                r"(?=\s?[:=|–—(-]|$|\s\d)"
            ),
            (
                r"\bput\s(?:his|her|their|its)\s(?:names?|signatures?|seal)\sto\s"
                rf"(?:it|{_POLICY})(?:\s(?:on|in))*\b"
            ),
            r"\bchair['’]?s\s(?:action|agreement|approval)(?:\s(?:on|in|taken|dated))*\b",
            r"\bsaid\syes(?:\sto\b|(?=\s?:))|\bgave\s(?:\w+\s){1,3}go-ahead\b",
            (
                rf"\bgave\s(?:it|{_POLICY})\s(?:its|their)\s(?:full\s|formal\s)?(?:approval|agreement|consent"
                rf"|blessing)\b"
            ),
            r"\b(?:gave|given)\s(?:its|their|his|her)\s(?:formal\s)?(?:approval|agreement|consent|assent)\b",
            (
                r"\bsigned\s(?:by|for|on\sbehalf\sof)\s[^;:|\n]{0,80}?(?:chair|govern|trustee|director"
                r"|head|principal)"
                r"[^;:|\n]{0,60}?,?\son(?=\s(?:the\s)?\d|\s[A-Z][a-z]+day)"
            ),
        ),
    ),
    (
        Sense.EFFECTIVE,
        (
            r"\b(?:applicable|operative|live|runs|in\splace|takes?\seffect)\s(?:from|on|as\sof)\b",
            r"\bin\splace(?=\s?:)|\b(?:it|policy)\s(?:began|begins|started)\son\b",
            r"\b(?:policy\s)?(?:dates?\s(?:of\s)?)?effective(?:\s(?:date|from|as of))*\b",
            (
                r"\b(?:dates?\s(?:of\s)?)?(?:in\sforce(?:\sfrom)?|implement(?:ed|ation)(?:\s(?:date|on|from"
                r"|in))*)\b"
            ),
            r"\b(?:comes?|came)\sinto\s(?:force|effect|use)(?:\son)?\b",
            (
                r"\b(?:valid|applies|operational|with\seffect|in\suse)\sfrom\b|\bstarts(?:\son)?\b"
                r"|\bstart\sdate\b"
            ),
            r"\bcommence(?:s|ment)(?:\s(?:date|on))*\b|\bgo(?:es)?\slive(?:\son)?\b",
        ),
    ),
    (
        Sense.WRITTEN,
        (
            rf"\b(?:dates?\s)?{_THIS}{_MADE}{_WHEN}\b",
            (
                rf"\b(?:wrote|drew\sup|(?:re-?)?drafted|prepared|re-?wrote|overhauled"
                rf"|put\stogether)\s(?:it|{_POLICY})"
                r"(?:\s(?:on|in))*\b"
            ),
            r"\b(?:policy|document|issue|publication|creation|working)\s(?:date|dated)\b",
            r"\bdate\sof\s(?:(?:this|the)\s)?(?:policy|document|issue)\b(?!\sre-?view)",
            r"\bdated\b|\bdates\sfrom\b",
        ),
    ),
    (
        Sense.REVIEW,
        (
            r"\brevision\sdate\b",
            (
                rf"\b(?:date\s(?:of|policy)\s)?(?:(?:annual|policy|governors?|the|this)\s){{0,2}}{_VIEW}s?"
                r"(?:\s(?:date|dates|on|in))?\b"
            ),
        ),
    ),
    (Sense.DATE, (r"\b(?:date|signed\son|on\sdate)\b",)),
)
