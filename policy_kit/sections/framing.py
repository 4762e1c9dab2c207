"""Words that take a whole statement back: it is hoped, proposed or denied, or so in the past or elsewhere."""

from __future__ import annotations

import re

from policy_kit.regexes import seldom
from policy_kit.regexes.texts import Texts

# What comes before a whole statement and takes back that it is so: "We hope that …", "It is a myth that …".
_FRAMED = seldom(
    r"^\W*(?:\d[\d.]* )?(?:"
    # what somebody wishes, or has thought of
    r"(?:(?:we|i|staff|governors|trustees|(?:the|our) (?:\w+ ){0,2}\w+)(?: all)? (?:(?:also|very much"
    r"|still|do) )?"
    r"(?:hopes?|wish(?:es)?|would (?:love|like|prefer|welcome)|dreams?|want to (?:reach|get to|see))"
    r"(?: it)? (?:that|if|a|an|the day)\b)"
    r"|it (?:is|was|has been) (?:(?:\w+ )?(?:hope|wish|dream|ambition)|hoped|planned|proposed|suggested"
    r"|wished|mooted"
    r"|thought|said|argued|agreed in principle) that\b"
    r"|it (?:would|might|may) (?:\w+ )?(?:help|be (?:\w+ )?(?:better|best|good|nice|useful|helpful|ideal"
    r"|sensible))"
    r" (?:if|that|to)\b"
    r"|(?:we|governors|trustees|leaders|staff|the (?:\w+ ){0,2}\w+)(?: are| is|[’']re)? (?:also |now "
    r"|currently )?"
    r"(?:exploring|discussing|debating|wondering|asking|investigating|trialling|weighing up"
    r"|looking (?:at|into|for)|working towards|thinking through) "
    r"(?:whether|if|ways|how|an? (?:\w+ )?(?:way|position|point|rule|scheme|system))\b"
    r"|(?:a|the) (?:\w+ )?(?:working (?:party|group)|group|committee|board|team) will "
    r"(?:look (?:at|into)|consider|discuss|decide|explore|ask) (?:whether|if|how)\b"
    r"|(?:plans|proposals|discussions|talks) (?:are|is|were|have been) (?:being )?(?:\w+ )?"
    r"(?:made|drawn up|under way|put|held)\b"
    r"|there (?:is|has been|was|have been) (?:some )?(?:talk|discussion|a (?:plan|proposal|suggestion)"
    r"|plans) "
    r"(?:of|about|to|that)\b"
    r"|(?!(?:we|(?:the|our|this) (?:head\w*|principal|dsl|designated|(?:school|academy|college"
    r"|nursery)(?! council)|trust|govern\w+"
    r"|board))\b)(?:the |our |some |a few |many |several )?(?:[\w-]+ ){1,2}(?:has|have) "
    r"(?:asked|suggested|proposed|requested|wondered|called for) (?:that|whether|if|for)\b"
    r"|over the (?:next|coming) (?:\w+ ){1,2}(?:we|it|the|our|staff|leaders|governors)\b"
    r"|(?:ideally|hopefully|in an ideal world|in time|in due course|eventually),? "
    r"|from next (?:year|term|autumn|spring|summer|september|january|april)\b"
    r"|(?:if|when|once|as soon as|until) (?:money|funds?|funding|staffing|budgets?|(?:the|our|a) (?:new )?"
    r"(?:system|software|money|budget|funding|grant|post|trust|technician|platform))\b[^,]{0,40},"
    # what is not so, or is so no more
    r"|it is (?:not (?:the case|true|our (?:practice|policy|rule))|untrue|a myth|no longer (?:the case"
    r"|true)|wrong to"
    r" (?:think|say|believe)) that\b"
    r"|nothing (?:in|here) (?:[\w-]+ ){0,4}(?:means|requires|says|suggests) that\b"
    r"|it has yet to be\b|(?:we|nobody|no one) (?:can(?:not|[’']t)|do(?:es)?(?: not|n[’']t))(?: yet)? "
    r"(?:promise|say|guarantee|make sure|claim|ask|require|insist) (?:that|whether)\b"
    r"|it used to be\b|we used to\b|(?:until|before|up to) (?:(?:19|20)\d\d|the (?:pandemic|lockdown"
    r"|merger)|recently"
    r"|last (?:year|term))\b"
    r"|(?:the|our) (?:old|former|previous|last|earlier) (?:[\w-]+ )?(?:policy|rules?|head(?:teacher)?"
    r"|agreement|code)"
    r" (?:said|asked|required|stated|told)\b"
    # what is so elsewhere, or in what others think or say
    r"|(?:in|at) (?:many|some|most|other|a few|several|neighbouring"
    r"|both neighbouring) (?:[\w-]+ )?(?:schools|academies"
    r"|colleges|settings|trusts)\b"
    r"|elsewhere (?:in|within|across)\b"
    r"|(?:a|the|our) (?:neighbour|neighbouring|sister|partner|feeder|nearby) (?:school|academy|college)s?\b"
    r"|(?:parents|people|some|many|pupils|children|staff) (?:sometimes |often |may |might |tend to )?"
    r"(?:think|believe|imagine|assume|suppose|say) that\b"
    r"|(?:good|best) practice (?:is|would be|suggests)\b"
    r"|(?:inspectors|ofsted) (?:will |may |often )?(?:looks?|asks?|checks?|expects?|wants?)\b"
    r"|(?:the )?(?:local authority|council|county|borough|nspcc|ukcis|government|dfe"
    r"|department for education"
    r"|statutory guidance|guidance|keeping children safe in education|kcsie)(?: \d{4})?(?: also)? "
    r"(?:suggests?|says?|states?|recommends?|advises?|expects?|wants?|believes?|thinks?|explains?) that\b"
    r"(?!.*\b(?:we|our|ours|us|(?:this|the) (?:school|academy|college|nursery))\b))",
    re.IGNORECASE | re.DOTALL,
)
# What comes after a whole statement and takes it back: "…, but this has lapsed", "…: that is our hope".
_TAKEN_BACK = seldom(
    r"\b(?:in (?:theory|an ideal world)\b|(?:or so|that is|this is) (?:what )?(?:we|our) (?:all )?(?:hope"
    r"|wish|dream|plan)"
    r"|(?:this|it|that|which|these|they)(?: has| have|[’']s) (?:since |now |sadly )?(?:lapsed|stopped"
    r"|ceased|ended"
    r"|fallen away|been (?:given up|dropped|abandoned|put off|postponed|shelved))"
    r"|in practice,? (?:(?:this|it|that|they) (?:(?:does|do|has|have|is|are)(?: not|n[’']t| seldom| rarely)"
    r"|seldom|rarely|never)|nobody (?:does|has)|(?:few|none) (?:do|have))\b"
    r"|(?:have|has|had|is|are) still (?:to (?:do|be|start|begin|decide|find|write|agree|appoint|set)"
    r"|missing|wanting)"
    r"|(?:have|has|are|is)(?: not|n[’']t) yet (?:begun|started|happened|ready|in place|able"
    r"|(?:been )?(?:done|agreed"
    r"|written|appointed|bought|asked|trained|set up|put in place|introduced|arranged|approved|filled"
    r"|found))\b"
    r"|not (?:at (?:present|the moment)|as yet|for the time being)\b|(?:nobody"
    r"|no one) has (?:yet )?been (?:asked|found"
    r"|appointed|given|told|trained)\b"
    r"|was (?:so|the (?:rule|case|practice|custom)|true) until\b|used to be (?:our|the|a) (?:rule"
    r"|practice|policy|custom)"
    r"|(?:where|when|if) (?:staff|teachers|leaders|we|they|he|she|governors) (?:has|have|had|finds?"
    r"|can find)(?: the)? time"
    r"|(?:once|when|until|as soon as) (?:the|a|an|our) (?:new )?(?:[\w-]+ ){0,2}(?:system|software|post"
    r"|technician|grant"
    r"|budget|money|contract|appointment|provider) (?:has been|is|can be|have been) (?:bought|filled"
    r"|found|installed|agreed"
    r"|in place|made|set up|appointed|signed)"
    r"|as soon as money|(?:proposal|suggestion|idea|plan)s? (?:that|which) (?:[\w-]+ ){1,3}(?:turned down"
    r"|rejected|dropped"
    r"|put off|declined)|subject to (?:funding|funds|the budget|agreement (?:next|in|by|later))"
    r"|(?:we|governors|leaders|the school) (?:mean|means|want|wants) to (?:start|begin|introduce|bring in"
    r"|set up)"
    r"|for other schools to\b|planned for (?:next|the (?:coming|new|spring|summer|autumn)))",
    re.IGNORECASE,
)


def taken_back(sentences: Texts) -> list[int]:
    """The numbers of those whose statement is taken back by what stands before or after it."""
    return sorted({*sentences.found(_FRAMED), *sentences.found(_TAKEN_BACK)})
