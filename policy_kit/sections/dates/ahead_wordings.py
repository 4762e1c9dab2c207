"""Wordings beside the date of what is still to come, and those that are of no date of the policy."""

from __future__ import annotations

from policy_kit.sections.dates.pieces import (
    BE,
    HOW,
    LOOKING,
    MONTH,
    POLICY,
    RENEWED,
    SEEN,
    SOMEBODY,
    SOON,
    VIEW,
)
from policy_kit.sections.dates.senses import Sense

AHEAD_WORDINGS: tuple[tuple[Sense, tuple[str, ...]], ...] = (
    (
        Sense.NONE,
        (
            (
                rf"\b{VIEW}s?\s(?:cycle|frequency|period|interval|history|body|group|process|panel|schedule"
                rf"|type|level)\b"
            ),
            rf"\b{VIEW}\sarrangements\b",
            rf"\b(?:case|practice|performance|peer|independent|literature|rapid|national)\s{VIEW}s?\b",
            # "a year from its approval": the day is counted from it, and is not that of it
            (
                r"\b(?:from|after|since|following)\s(?:its|the|their|our)\s(?:last\s)?(?:approval|adoption"
                r"|agreement|ratification)\b"
            ),
            rf"\bfrequency of {VIEW}",
            r"\b(?:incident date|start of term|last updated by gov|date of issue of (?:device|laptop))\b",
            r"\bdate of (?:birth|incident|referral|training|purchase|joining|return)\b",
            r"\bdate (?:of|for) (?:the )?(?:concern|search|return)\b",
            # of what is cited: "Rules 2010 (as amended in 2016)", "which may be revised after the May 2026 …"
            (
                r"\(as\s(?:(?:may|will)\sbe\s)?(?:from\stime\sto\stime\s)?(?:further\s)?(?:amended|updated"
                r"|revised)\b"
            ),
            r"\b(?:may|might|can)\s(?:then\s)?be\s(?:amended|updated|revised|changed|reviewed)\b",
            # "was due for review in July but this was put off until October"
            (
                r"\b(?:was|were|had\sbeen)\s(?:first\s|originally\s)?(?:due|planned|scheduled|set|fixed)\b"
                r"[^.;\d]{0,40}?\s(?:in|by|on|for(?!\s(?:re-?view|renewal|approval|a|an|the)\b))\b(?=[^.;]{0,60}\b(?:put\soff|postponed|deferred|delayed|moved)\b)"
            ),
        ),
    ),
    (
        Sense.OTHER,
        (
            # an approval that is still to come: "For approval by governors: 3 December"
            (
                r"\b(?<!responsible )(?<!responsibility )(?<!date )for\s(?:approval|ratification"
                r"|adoption|agreement"
                rf"|sign[- ]off)(?:\s(?:by|of|from)\s{SOMEBODY}{{1,5}})?(?:\s?(?:on|in|at|by|meeting))*"
                rf"(?=\s?[:–—-]|\s\d|\s(?:the\s)?(?:{MONTH}))"
            ),
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
                rf"{LOOKING}(?:\sof\s{POLICY})?{SOON}\b"
            ),
            (
                rf"\b(?:date\s)?(?:to|will|shall|must|should|due)\s(?:(?:it|{POLICY})\s)?(?:{HOW}\s){{0,3}}"
                rf"(?:next\s)?{BE}\s"
                rf"(?:{HOW}\s){{0,3}}(?:due\sfor\s{VIEW}|{RENEWED})"
                r"(?:\s(?:by|on|in|before|no|later|than|again|next|during|the|end|of|at))*\b"
            ),
            (
                r"(?:\b(?:will|shall|must|should"
                r"|(?:plan|intend|agreed|going|needs?|has|have|aims?|means?) to)"
                rf"|['’]ll|\bwe(?=\s[\w\s]{{4,50}}\sagain))\s(?:{HOW}\s|we\s)?"
                rf"(?:{VIEW}|renew|revise|look\s(?:at|over)|go\s(?:over|through)|come\sback\sto|return\sto"
                r"|re-?visit|re-?consider|refresh|consider|discuss|take\sup|check|read"
                r"|re-?think|re-?write|re-?work|overhaul|update|re-?approve|re-?adopt"
                r"|have\s(?:another|a)\s(?:\w+\s)?(?:look\sat|read\s(?:of|through)))"
                rf"\s(?:it|{POLICY})"
                r"(?:(?:\s(?:again|next|in\sfull|fully|all))+(?:\s(?:by|on|in|before|no|later|than|during"
                r"|the|end|of|at))*"
                r"|(?:\s(?:by|on|in|before|no|later|than|during|the|end|of|at))+)\b"
            ),
            (
                rf"\b(?:will|shall|must|is to|to)\s(?:be\s{SEEN}\s(?:again|next)|(?:again|next)\sbe\s{SEEN}"
                rf"|be\s(?:again|next)\s{SEEN})(?:\s(?:by|on|in|before|no|later|than|during|the|end|of"
                rf"|at))*\b"
            ),
            # "The governors will be reviewing this policy again in …"
            (
                rf"\b(?:will|shall)\sbe\s(?:{VIEW}ing|renewing|revising|re-?visiting|re-?considering|re-?thinking"
                r"|looking\s(?:again\s)?(?:at|over)|going\s(?:again\s)?(?:over|through)|returning\sto|updating"
                rf"|re-?writing)\s(?:it|{POLICY})(?:\s(?:again|next|by|on|in|before|no|later|than|during|the|end"
                r"|of|at))*\b"
            ),
            # "We look again at these pages in …", "must be in front of the governors by …"
            (
                rf"\b(?:look|go)\s(?:again|afresh)\s(?:at|through|over)\s(?:it|this|these\spages|{POLICY})"
                r"(?:\s(?:in|on|by|during))*\b"
            ),
            (
                r"\b(?:will|shall|must|should|has\sto|needs\sto|is\sdue\sto|to)\s(?:next\s|then\s)?be\s(?:back\s)?"
                r"(?:in\sfront\sof|before|with)\s(?:(?:the|full|our)\s){0,2}(?:govern\w+|trustees|board|committee"
                r"|directors)(?:\s(?:body|board|again))*(?:\s(?:in|on|by|before|at))*\b"
            ),
            (
                r"\b(?:next\sto\sbe\s(?:\w+ed|seen|read)|(?:governors|board|trustees|committee|head\w*|DSL|SLT)\s"
                rf"(?:to|will)\s(?:re-?approve|re-?adopt|re-?visit|{VIEW}|renew)(?:\s(?:again|next|it|{POLICY}))*)"
                rf"(?:\s(?:by|on|in))*(?=\s?[:–—-]|\s\d|\s(?:{MONTH}))"
            ),
            (
                r"\b(?:out\sof\sdate|void|no\slonger\s(?:valid|in\sforce)|not\sto\sbe\sused|do\snot\suse)\s"
                r"(?:after|from|on|by)\b"
            ),
            # "It comes back to the governors in July 2027", "Comes back to governors | by …"
            (
                r"\b(?:comes?|goes|returns|(?:will|shall|must|is|due|to|next)\s(?:next\s)?(?:to\s)?(?:be\s)?"
                r"(?:come|go|return|put|taken|brought|presented))\s(?:back\s)?(?:to|before)\s"
                rf"{SOMEBODY}{{1,5}}(?:in|by|on|during|before|again|no\slater\sthan)?"
            ),
            (
                r"\bwhen\s(?:it|this|the\spolicy)\s(?:is|will\sbe|falls)\s(?:next\s)?"
                rf"(?:{SEEN}|{RENEWED}|due)(?:\s(?:again|next))?(?=\s?:)"
            ),
            (
                r"\ba\snew\s(?:one|version|edition|policy)\s(?:is\s(?:due|planned|expected)|will\s(?:follow|come))"
                r"(?:\s(?:in|by|on))*\b"
            ),
            # "When is it looked at next?" with the day behind it
            (
                r"\bwhen\s(?:is|will|do|does|shall|should|must)\s(?:[\w’'-]+\s){1,4}?(?:be\s"
                r"|to\s)?(?:next\s)?"
                rf"(?:{SEEN}|{RENEWED}|{LOOKING})[^?|\n]{{0,25}}\?"
            ),
            (
                r"\b(?:version|issue|edition)\s[\d.]+\s(?:is\s)?(?:due|planned|(?:will|to)\sfollow)(?:\s(?:in"
                r"|by|on|for))*\b"
            ),
            rf"\b(?:next|due)(?=\s?:)|\bnext(?=\s(?:{MONTH})[a-z]*\s\d)",
            # "The last review was in May; the next is due in…", of a policy that was spoken of before.
            (
                r"\bthe\snext(?:\s(?:one|time|such))?\s(?:(?:will|shall|must)\sbe|is|falls|comes"
                r"|takes\splace)"
                r"(?:\s(?:due|set|planned|fixed|for|in|by|on|during|the|at))*\b"
            ),
            (
                rf"\bnext\s(?:due|one|time|date|when|on|in|{SEEN})(?:\s(?:by|on|in|for|is))*"
                rf"(?=\s?[:*|]|$|\s\d|\s(?:{MONTH}))"
            ),
            (
                r"\b(?:(?:when\s)?(?:we|governors|you)\s(?:will\s)?)?look(?:ed)?\s(?:(?:at|over)\s)?"
                r"(?:(?:it|this)\s)?(?:again|next)(?:\s(?:by|on|in))*(?=\s?[:*|?]|$)"
            ),
            r"\b(?:(?:remains\s)?in\sforce|stands|holds(?:\sgood)?|good|current|applies)\suntil\b",
            r"\b(?:runs|lasts)\s(?:until|up\sto|to)\b",
            rf"\brenew(?=\s?[:|]|\s\d)|\bmonth\s(?:of|for)\s{VIEW}\b|\b{VIEW}\smonth\b",
            (
                r"\bback\s(?:to|at|before)\s(?:the\s)?(?:governors|board|committee|trustees|them"
                r"|us)(?=\s?[:|]|$|\s\d)"
            ),
            rf"\b(?:{SEEN}|{RENEWED})\s(?:again|next)(?:\s(?:by|on|in))*(?=\s?[:*|]|$|\s\d|\s(?:{MONTH}))",
            r"\b(?:we\s)?(?:go|look|come|read|check)\b[^:|.;]{0,20}\s(?:again|next)$",
            rf"\b(?:fresh|new|another|further)\s{LOOKING}\s(?:is\s)?due(?:\s(?:in|by|on))*\b",
            # "It is gone through every year, next in September 2027."
            (
                rf"\b(?:{VIEW}(?:s|ed)?|look(?:ed)?\sat|go(?:ne)?\s(?:over|through)|re-?visit(?:ed)?)\b"
                r"[^:;\n]{0,60}?[.,;(–—]\s?(?:and\s)?next(?=\s?:|\s(?:in|by|on|during|due)\b)"
                r"(?:\s(?:in|by|on|during|due|the))*"
            ),
            (
                r"\b(?:date\sdue|due\sdate|(?:another|fresh|further|new)\slook|best\sbefore)(?:\s(?:by|on"
                r"|in))*"
                rf"(?=\s?[:|=–—-]|$|\s\d|\s(?:{MONTH}))"
            ),
            rf"\bnext\s(?:date|time|turn|slot)\s(?:with|at|before|for)\s{SOMEBODY}{{1,5}}",
            r"\b(?:policy\s)?expiry(?=\s?[:|=–—-]|$|\s\d)",
            r"\bdue\sagain(?:\s(?:by|on|in))*\b",
            rf"\bfalls\s(?:due\sfor\s{VIEW}|to\sbe\s{VIEW}ed)(?:\s(?:by|on|in))*\b",
            r"\b(?:revision|update)\sdue(?:\s(?:date|by|on|in))*\b|\bdue\sback\b",
            rf"\b(?:policy\s)?due\s(?:for\s|to be\s)?{VIEW}(?:ed)?(?:\s(?:by|on|in|before|date|is))*\b",
            (
                rf"\b{VIEW}\s(?:is\s|date\s)?(?:due|deadline|again|before|no\slater\sthan)(?:\s(?:by|on|in"
                rf"|is))*\b"
            ),
            rf"\b{VIEW}\sby(?=[\s:]+(?:\d|the end|{MONTH}))",
            rf"\bdue\s{VIEW}\sdate\b",
            rf"\bdate\s(?:for|due for|of)\s(?:the\s)?(?:policy\s)?(?:renewal|re-?approval|next\s{VIEW})\b",
            rf"\bdate\s(?:due\s)?for\s(?:the\s)?(?:policy\s)?{VIEW}\b",
            r"\b(?:renewal(?:\s(?:date|due))*|renew\sby|re-?approval\s(?:date|due))\b",
            (
                r"\b(?:policy\sexpir(?:y|es)(?:\sdate)?|expir(?:y\sdate|es(?:\son)?)|lapses(?:\son)?"
                r"|valid\s(?:until|to|till))\b"
            ),
            rf"\b(?:anticipated|planned|scheduled|proposed)\s{VIEW}(?:\sdate)?\b",
            rf"\bfor\s(?:{VIEW}|re-?approval|renewal)\s?(?:in|by|on)?\b",
        ),
    ),
)
