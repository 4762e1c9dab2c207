"""Whether a sentence says that something is so: nothing wished, nothing denied, no other matter."""

from __future__ import annotations

import re

from policy_kit.regexes import seldom
from policy_kit.regexes.texts import Texts
from policy_kit.sections.framing import taken_back

# What a school would like, or has still to do, is not what it does.
_WISH = seldom(
    r"\b(?:(?:would|should) like (?:to|in|staff|pupils|parents|governors)|hopes? to|we (?:intend|plan) to"
    r"|in due course|(?:when|if|as soon as|once) (?:the |our )?(?:\w+ )?"
    r"(?:funds?|budget|money|time|calendar|diary|timetable|staffing) (?:allows?|permits?)"
    r"|(?:are|is|am) (?:looking (?:for|to)|thinking (?:of|about)|planning|considering|drawing up|studying)"
    r"|(?:has|have) yet to|yet to be|to be agreed|(?:is|are) to be (?:drawn up|written|developed)"
    r"|(?:is|are|being) (?:proposed|planned|considered(?! by))|it is (?:hoped|proposed)|would be good|one day"
    r"|under discussion|will be developed|will decide whether|think it useful|in future"
    r"|is being (?:written|drafted|developed|prepared)"
    r"|(?:may|might|could|should|can) be (?:written|drawn up|drafted)"
    r"|(?:will|would) be (?:considered|looked into|thought about)|(?:hoping|wish(?:es)?) to|aspires? to"
    r"|(?:will|is to|are to) be (?:drawn up|written|set up|introduced|bought|arranged|agreed|appointed"
    r"|put in place) (?:later|soon|shortly|in the (?:spring|summer|autumn|new year)"
    r"|(?:next|this) (?:term|year|spring|summer|autumn))"
    r"|(?:would|may|might) (?:look into|think about)|some day|at some point"
    r"|(?:may|might) be (?:of interest|worth)|(?:shall|will) decide (?:this|next|in|by))\b",
    re.IGNORECASE,
)
# Words that say that a thing is not asked of anybody, or not done.
_DENIAL = seldom(
    r"\b(?:need(?: not|s? no|n[’']t)\b"
    r"|(?:is|are|be|was|were)(?: not|n[’']t) (?:asked|required|obliged|needed|given|covered"
    r"|included|filtered|monitored|used|part of|a (?:matter|safeguarding)|the responsibility)\b"
    r"|(?:do|does)(?: not|n[’']t) (?:need|have to|deal|contact|include|filter|monitor|matter|lie"
    r"|lead to any)\b"
    r"|(?:can(?:not|[’']t| not)) (?:deal|keep out)\b|no account is taken|outside these rules"
    r"|(?:is|are) (?:up to|left to|free to|welcome to|invited to)"
    r"|if they (?:wish|like|want|choose)|optional\b"
    r"|there is none\b|no longer\b(?! than)"
    r"|\btoo (?:technical|young|costly|expensive|difficult|complicated|much (?:trouble|work|time))\b"
    r"|(?:may|can) (?:turn off|switch off|choose (?:whether|not)|decide (?:whether|for themselves))\b"
    r"|(?:has|have|had) no (?:part|role|say|interest|duty|responsibility|plan|policy|procedure)\b"
    r"|(?:rarely|seldom|hardly ever|never been)\b|(?:is|are|was|were) thought (?:too|un)"
    r"|(?:do|does|did)(?: not|n[’']t) (?:think|believe|wish|intend|plan|cover|require)\b)",
    re.IGNORECASE,
)
# What was once so, or what somebody else says, is not what the school does.
_TOLD = seldom(
    r"\b(?:(?:in|until|before) (?:the past\b|(?:19|20)\d\d,? (?:the school|we|there|staff|pupils|a governor))"
    r"|(?:was|were) (?:\w+ )?(?:present|consulted|looked at|discussed|mentioned|talked about)\b"
    r"|(?:other|many|most|some) (?:educational |early years )?(?:schools|settings) "
    r"(?:have|use|do|ask|keep|teach|find|ban|allow)\b"
    r"|\byour (?:(?:[\w-]+ ){0,3}polic(?:y|ies)|filtering|monitoring)\b|\bobliges? (?:all )?schools\b"
    r"|\b(?<!our )(?<!all )(?<!the )(?<!both )(?<!trust )schools (?:and (?:colleges|settings) )?"
    r"(?:in (?:england|wales|the uk)(?: and wales)? )?"
    r"(?:are (?:also )?(?:required|expected|obliged|advised)"
    r"|have a (?:statutory |legal )?(?:duty|responsibility))\b"
    r"|\b(?<!our )(?<!all )schools (?:may|might|can|could|should) (?:also )?"
    r"(?:think|consider|choose|wish|decide|use)\b"
    r"|\b(?:researche?rs?|research|studies|surveys|experts|academics)\b (?:\w+ ){0,3}"
    r"(?:writes?|says?|tells?|shows?|suggests?|finds?|found|speaks?|points?)\b"
    r"|good practice is\b|\b(?:one|we|you) (?:often )?hears? of\b"
    r"|it is (?:often|sometimes|well) (?:said|known)|guidance (?:explains|describes|discusses)\b"
    r"|\b(?:recommends?|suggests?|advises?) that (?:all )?(?:schools|boards|governing|colleges|settings)\b)",
    re.IGNORECASE,
)
# What a body or its guidance asks of schools in general, in a sentence that does not come to this school.
_ASKED_OF_ALL = seldom(
    r"^(?!\W*(?:as|because) )(?!.*\b(?:we|our|us|(?:the|this) (?:school|academy|college|nursery|trust))\b)"
    r"(?:\W*(?:(?:the|both|since \d{4},?|under) )?(?:\w+ ){0,3}?(?:DfE|department|government|Ofsted|UKCIS"
    r"|KCSIE|keeping children safe in education|guidance|law|regulations|standards?|duty|inspectors)\b"
    r"(?:\W+\w+){0,9}?\W+(?:asks?|requires?|expects?|says?|means?|tells?|advises?|recommends?|wants?|obliges?)\b"
    r"(?:\W+\w+){0,4}?\W+(?:schools?|colleges|settings|boards|governing bod(?:y|ies)|staff|leaders|heads)\b"
    r"|.*\bschools (?:are|were|have been) (?:\w+ )?"
    r"(?:advised|asked|expected|required|encouraged|told|urged)\b)",
    re.IGNORECASE | re.DOTALL,
)
# Other matters of school life: a sentence on one of them speaks of this policy's only if it says so.
_OTHER_MATTER = seldom(
    r"\b(?:phonics|reading scheme|maths|long division|french|spelling|first aid|fire (?:safety|drill|exits?)"
    r"|dinners?|lunch menus?|uniform|finances?|budget|payroll|pensions?|playground|car park|parking"
    r"|attendance officer|lateness|sickness|term dates|lost property|building works?|toilets?|stationery"
    r"|ramps?|charity|open (?:day|evenings?))\b",
    re.IGNORECASE,
)
# What a policy is for is not yet what the school does, save where its aims are asked for.
_PURPOSE = seldom(
    r"\b(?:(?:this|our|the|these) (?:[\w-]+ ){0,5}"
    r"(?:policy|policies|document|agreement|guidance|guidelines|statement|charter|principles|rules)"
    r"(?: set out (?:in this policy|here|below))? (?:also |therefore |further )?"
    r"(?:(?:aims?|seeks?|intends?|exists?|(?:is|are) (?:also )?(?:intended|designed|meant|there|in place)) to"
    r"|ensures? )"
    r"|^\W*(?:it is (?:also )?)?our (?:\w+[ -])?(?:\w+ )?(?:aim|ambition|goal|intention)(?: is)? that\b"
    r"|(?:purposes?|aims?|objectives?|intentions?) of (?:this|the|our|these) (?:[\w-]+ ){0,6}"
    r"(?:policy|document|agreement|guidance|guidelines|rules|code)\b"
    r"|(?:through|by|with) (?:[\w-]+ ){0,3}this (?:[\w-]+ ){0,3}policy,? "
    r"(?:we|the school) (?:aims?|hopes?|seeks?) to"
    r"|(?:operates?|has|have|adopted|introduced) (?:this|a|the|our) (?:[\w,-]+ ){0,8}polic(?:y|ies) to\b"
    r"|take(?:s|n)? (?:all )?(?:reasonable )?steps to ensure (?:that )?there (?:is|are)\b"
    r"|(?:school|academy|college|trust|nursery) (?:aims?|seeks?) to:\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_ONLINE = re.compile(
    r"\b(?:online|on-line|e-?safety|internet|digital|devices?|phones?|social media|filter\w*|cyber\S*"
    r"|passwords?|multi-factor|two-factor|wi-?fi|websites?|web|computers?|tablets?|i?pads?|apps?|screens?"
    r"|sexual\w*|bully\w*|bullied)\b",
    re.IGNORECASE,
)


def wishes(sentences: Texts) -> list[int]:
    """The numbers of those that tell what the school would like or has still to do, or what others say."""
    return sorted(
        {
            *taken_back(sentences),
            *sentences.found(_WISH),
            *sentences.found(_TOLD),
        }
    )


def purposes(sentences: Texts) -> list[int]:
    """Of those that tell what the policy is for."""
    return sentences.found(_PURPOSE)


def denials(sentences: Texts) -> list[int]:
    """Of those that say that a thing is not asked of anybody, or not done."""
    return sentences.found(_DENIAL)


def asked_of_all(sentences: Texts) -> list[int]:
    """Of those that tell what a body or its guidance asks of schools in general, and nothing of this one."""
    return sentences.found(_ASKED_OF_ALL)


def asides(sentences: Texts) -> list[int]:
    """Of those that are about another matter of school life, with no word of being online."""
    found = sentences.found(_OTHER_MATTER)
    return [number for number in found if not _ONLINE.search(sentences.texts[number])]
