"""The wordings of each post, by the role they mean."""

from __future__ import annotations

from policy_kit.sections.people.other_posts import OTHER_WORDINGS, SUBJECT

_PROTECTION = r"(?:safeguarding|child protection)"
_ONLINE = r"(?:online|e|internet|digital)[- ]?(?:safety|safeguarding)"
_LEAD = r"(?:lead|leader|co-?ordinator|officer|champion|manager|contact)"
_HEAD = (
    r"(?:head\s?-?teacher|head\s?master|head\s?mistress|principal"
    r"|head of (?:the )?(?:school|centre|unit|nursery)"
    r"|head)"
)
_GOVERNOR = r"(?:governor|trustee|director)s?"
_CARE = (
    r"(?:safeguarding|online[- ]safety|e-?safety|child protection|filtering(?: and monitoring)?"
    r"|lead responsibility|computing|digital)"
)
_DSL = (
    r"(?:(?:lead\s|school\s)?designated\s(?:school\s|senior\s)?"
    rf"(?:safeguarding\s(?:lead|officer|person)|child protection\s{_LEAD}|{_PROTECTION}"
    rf"|(?:senior\s)?(?:lead|person)"
    rf"(?:\sfor\s{_PROTECTION})?)(?:\s?\(s\)|s)?(?:\s(?:team|\(DSL\)s?))?"
    rf"|lead DSL|DSLs?\b|{_PROTECTION} {_LEAD}(?:s(?=\s(?:are|is|at|for)\b|\W))?)"
)
_BOARD = (
    r"(?:(?:management|academy|governing|local) (?:committee|council)"
    r"|governors|governing (?:body|board)|trustees|trust board|directors|LGB|GB|trust|board(?: of \w+)?"
    r"|local (?:governing (?:body|board|committee)|academy (?:council|committee|board)))"
)
_LEADS = r"(?:(?:who|and|she|he)\s)?(?:also\s)?leads?\s(?:(?:on|for|our|the\steaching\sof)\s)?"
# "Responsibility for filtering lies with": who is named after it holds the post.
_LIES = (
    r"(?=\s(?:lies|rests|sits|falls|belongs|(?:is|has been)\s(?:held|taken|given|shared|delegated|assigned))"
    r"\s(?:on\s|up\s)?(?:with|to|by|upon)\b)"
)
_CHARGE = (
    r"(?:(?:lead|overall|day[- ]to[- ]day|strategic|operational|the)\s){0,3}(?:responsibility\sfor"
    r"|charge\sof|oversight\sof|(?:task|job|duty|role)\sof\s(?:leading|overseeing|looking\safter)(?:\son)?)\s"
)
_IT = r"(?:IT|ICT|network|systems?|infrastructure|technical)"
_POLICY = r"(?: (?:of|for) (?:the |this )?policy)?"

DEPUTY = "deputy"  # "Deputy:" alone, of the post before it
# Posts that no role is for; the first keeps "Head of Year" from being the headteacher's.
COUNCIL_OFFICER, HEAD_OF_PART, OTHER_POST = "council-officer", "head-of-part", "other-post"

_PART = (
    r"(?:(?:the\s)?(?:senior|junior|lower|upper|middle|prep|preparatory|pre-prep|infant|primary|secondary)"
    r"\s(?:school|phase|department|section)|(?:the\s)?sixth form|(?:key stage|KS|year|house|faculty|phase)"
    r"(?:\s?(?:\d{1,2}|one|two|three|four))?|boarding|pastoral(?:\scare)?|early years|EYFS|inclusion"
    r"|behaviour|learning support|department|pre-prep|prep)"
)
_AFFAIRS = (
    r"(?:education|learning|teaching(?: and learning)?|standards|inclusion|operations|finance|people|HR"
    r"|estates|communications|marketing|early years|pastoral(?: care)?|personal development"
    r"|school improvement|studies)"
)

# Of two that start at one place the earlier is taken; the more special stand first.
ROLES: dict[str, tuple[str, ...]] = {
    "trust-safeguarding-lead": (
        rf"(?:trust|MAT)(?:['’]s)?\s(?:designated\s)?(?:safeguarding|DSL)(?:\s{_LEAD}|\sdirector)?",
        r"(?:director|head) of safeguarding",
    ),
    "designated-teacher": (
        rf"designated teacher(?!\sfor\s{_PROTECTION})(?:\sfor\s[\w\s-]{{3,50}}?(?:children|care))?",
    ),
    COUNCIL_OFFICER: (
        (
            r"(?:education\s)?(?:safeguarding|child protection)\s(?:officer|advis[eo]r|lead|manager)s?"
            r"\sfor\s(?:schools|education)"
        ),
    ),
    "lado": (r"(?:local authority\s)?designated officer(?:\s\(LADO\))?", r"LADO\b"),
    "deputy-designated-safeguarding-lead": (
        (
            rf"(?:deputy|deputies|alternate|assistant|second|back-?up|other"
            rf"|(?<!two )(?<!three )(?<!four )(?<!five )(?<!our )trained)\s(?:to the\s)?{_DSL}"
        ),
        r"DDSLs?\b",
        rf"(?:acts|stands in|covers|deputi[sz]es) for (?:the\s|our\s)?{_DSL}",
        rf"in the (?:absence of the {_DSL}|DSL['’]s absence),?(?:\s(?:see|tell|contact|ask|go to|speak to))?",
        r"deputy\s(?:DSO|safeguarding leads?)",
        (
            rf"(?:acts|stands in|steps in|serves|covers) as (?:the\s|our\s)?{_DSL}"
            r"(?=\s(?:when|if|while|whenever|in (?:her|his|their|the) absence))"
        ),
        r"designated safeguarding deput(?:y|ies)",
    ),
    "link-governor": (
        (
            rf"(?:(?:named|nominated|link|designated|lead|responsible|school|the)\s){{0,4}}{_GOVERNOR}\s"
            rf"(?:with|for|responsible for|who oversees|in charge of|overseeing)\s(?:[\w-]+\s){{0,4}}?{_CARE}"
        ),
        rf"{_GOVERNOR}\s\((?:for\s)?{_CARE}\)",
        rf"(?:board|governing body|governors|trust)['’]?s?['’]?\s(?:member|link|lead)\s(?:for|on)\s{_CARE}",
        (
            rf"(?:council|board|committee|governing body)\smember\s(?:for|with|responsible for)\s"
            rf"(?:[\w-]+\s){{0,3}}?{_CARE}"
        ),
        (
            rf"member\sof\s(?:the\s)?(?:board|governing body)\s(?:for|with|responsible for)\s"
            rf"(?:[\w-]+\s){{0,3}}?{_CARE}"
        ),
        rf"{_CARE}\sis\soverseen\sfor\s(?:the\s|our\s)?(?:board|governors|trustees|governing body)(?=\sby)",
        rf"link\sfor\s{_CARE}",
        (
            rf"(?:sits|serves)\son\s(?:the|our)\s(?:governing body|board|council)\s"
            rf"(?:with\s(?:[\w-]+\s){{0,2}}?responsibility\s)?for\s(?:[\w-]+\s){{0,3}}?{_CARE}"
        ),
        rf"speaks\sfor\s{_CARE}\s(?:on|at)\s(?:the|our)\s(?:governing body|board)",
        rf"{_CARE}\son\sthe\s(?:governing body|board)(?=\s?:|\s?$)",
        rf"{_GOVERNOR}\s(?:whom\s)?we\s(?:have\s)?(?:asked|chosen|named)\b[\w\s]{{1,20}}?{_CARE}",
        rf"{_CARE}\slink(?=\s?[:;,.]|$)",
        rf"(?:designated\s)?{_CARE}\s(?:board|governing body|trust board|trustee)\s(?:lead|link|member)",
        rf"(?:board|governing body)\s{_CARE}\s(?:lead|link)",
        rf"{_GOVERNOR}\swho\s(?:[\w-]+\s){{1,5}}?{_CARE}",
        (
            rf"(?:(?:named|nominated|link|designated|lead|{_CARE}|and|/"
            rf"|&)[\s/]{{1,3}}){{1,6}}(?:link\s)?{_GOVERNOR}"
            rf"(?!\sfor\s(?!.{{0,40}}?{_CARE}))"
        ),
    ),
    "designated-safeguarding-lead": (
        rf"(?:school\s)?designated teacher\sfor\s{_PROTECTION}",
        _DSL,
        rf"(?:{_LEADS}|in charge of\s){_PROTECTION}(?!\s(?:governor|training|lead|team))",
        rf"{_PROTECTION}(?=\sis\sled\sby\b)",
        rf"{_CHARGE}{_PROTECTION}{_LIES}",
        rf"lead(?:er)?\s(?:for|on)\s{_PROTECTION}(?:\sand\s(?:for\s)?{_ONLINE})?",
    ),
    "vice-chair-of-governors": (rf"vice[- ]chair(?:man|woman|person)?(?:\sof\s(?:the\s)?{_BOARD})?",),
    "chair-of-governors": (
        rf"chairs\s(?:the\s|our\s)?{_BOARD}",
        rf"(?:{_BOARD}),?\s(?:is\s|are\s)?chaired(?=\sby)",
        r"(?<=\bthe )chair(?=\sis\s(?:Mr|Mrs|Ms|Miss|Dr|Rev|[A-Z][a-z]+\s[A-Z]))",
        r"(?<=\bthe )chair(?=,\s(?-i:(?:Mr|Mrs|Ms|Miss|Dr|Rev)\b|[A-Z][a-z]+\s[A-Z]))",
        r"(?:(?<=\()|(?<=[a-z], ))chair(?:man|woman|person)?(?=\)|\s*$|[.;,]\s?$)",
        rf"(?:co-?)?chair(?:man|woman|person)?\s(?:of|to)\s(?:the\s)?{_BOARD}",
    ),
    "data-protection-officer": (
        (
            r"(?:trust\s|school\s|designated\s)?data (?:protection|processing)"
            r" (?:officer|lead|manager|link)(?:\s\(DPO\))?"
        ),
        r"DPO\b",
        r"data protection(?=\s?:)",
        rf"{_CHARGE}data protection{_LIES}|{_LEADS}data protection",
    ),
    "filtering-lead": (
        (
            r"(?:senior leader|SLT(?: lead| member)?|member of (?:the )?(?:SLT|senior leadership team)"
            r"|person|lead|staff)\s"
            r"(?:with\s)?(?:lead\s)?(?:responsible\s|responsibility\s)?(?:for|with)\s(?:[\w-]+\s){0,3}?"
            r"filtering(?: and monitoring)?"
        ),
        r"filtering (?:and monitoring )?lead",
        r"answers for (?:[\w-]+\s){0,2}?filtering(?: and monitoring)?",
        rf"{_CHARGE}filtering(?: and monitoring)?{_LIES}",
        r"filtering(?: and monitoring)? (?:is|are) in the hands(?=\sof\b)",
        rf"{_LEADS}filtering(?: and monitoring)?",
    ),
    "online-safety-lead": (
        rf"(?:school\s|designated\s)?{_ONLINE}[\s-]?(?:/\s?\w+\s)?{_LEAD}s?",
        rf"{_LEADS}(?:[\w-]+\sand\s)?{_ONLINE}",
        rf"lead(?:er)? (?:for|on) {_ONLINE}",
        rf"{_CHARGE}{_ONLINE}{_LIES}",
        rf"{_ONLINE}(?=\sis\s(?:led|run|headed|overseen|co-?ordinated)\sby\b)",
        rf"(?:(?:has|in|takes)\s)?(?:day[- ]to[- ]day\s)?charge\sof\s{_ONLINE}|looks\safter\s{_ONLINE}",
    ),
    "executive-headteacher": (r"executive\s(?:head\s?-?teacher|principal|head)",),
    "chief-executive": (r"chief executive(?: officer)?(?:\s\(CEO\))?", r"CEO\b"),
    HEAD_OF_PART: (
        (
            rf"(?:(?:deputy|assistant|acting)[\s-])?(?:head|leader|lead|manager|director) (?:of|for)"
            rf" (?:{_PART}|{SUBJECT}|{_AFFAIRS})"
        ),
    ),
    "deputy-headteacher": (rf"(?:(?:acting|interim|senior)\s)?(?:deputy|vice|associate)[\s-]{_HEAD}",),
    "assistant-headteacher": (rf"(?:(?:acting|interim|senior)\s)?assistant[\s-]{_HEAD}",),
    "headteacher": (
        r"(?:co|joint)[- ]?(?:head\s?-?teachers|principals|heads)|head\s?-?teachers(?=\s?:)",
        r"(?:nursery|pre-?school|setting|centre|playgroup)\s(?:manager|leader|supervisor)",
        r"teacher[- ]in[- ]charge(?=\s*(?:$|[:(,|–-]|\sis\b))",
        (
            rf"(?:(?:acting|interim|co|school|academy)[\s-]){{0,2}}{_HEAD}(?=\W|$)"
            r"(?!\sof\s(?!(?:the\s|our\s|this\s)?(?:school|centre|unit|nursery|college|academy)\b"
            r"|(?-i:(?:[A-Z][\w'’]*\s){1,4}(?:School|Academy|College|Nursery|Primary|Infants?|Juniors?"
            r"|High)\b)))"
        ),
    ),
    "senco": (
        r"SENCO\b",
        r"SENDCO\b",
        r"(?:SEND?|additional needs) (?:co-?ordinator|lead)",
        r"special (?:educational )?needs (?:and disabilit(?:y|ies) )?co-?ordinator",
        r"(?:inclusion|SEND) (?:lead|manager|leader)",
        rf"{_LEADS}(?:SEND?|inclusion)(?![\w-])",
    ),
    "computing-lead": (
        r"(?:computing|ICT)\s(?:and \w+ )?(?:subject\s|curriculum\s)?(?:lead|leader|co-?ordinator)s?",
        r"head of (?:computing|ICT)",
        rf"{_LEADS}(?:computing|ICT)",
        r"teaches and leads (?:computing|ICT)",
        (
            r"(?:subject |curriculum )?(?:lead|leader|lead teacher|co-?ordinator) (?:for|of|in) (?:computing"
            r"|ICT)"
        ),
        r"computing(?=\sis\sled\sby\b)|(?<=\()computing(?=\))",
    ),
    "rshe-lead": (
        (
            r"(?:PSHE|RSHE|RSE|PSHCE)(?:\s?(?:/|and|&)\s?(?:PSHE|RSHE|RSE|citizenship))?\s(?:subject\s)?"
            r"(?:lead|leader|co-?ordinator)s?"
        ),
        r"(?<=\()(?:RSHE|PSHE|RSE)(?:\s?/\s?(?:RSHE|PSHE|RSE))?(?=\))",
        r"curriculum (?:lead|leader|co-?ordinator)\s?\((?:PSHE|RSHE|RSE|PSHCE)[^()]{0,30}\)",
    ),
    "it-manager": (
        (
            rf"(?:(?:managed|apprentice|trainee|assistant|senior|lead|junior|trust)\s)?{_IT}(?:\s?(?:/"
            rf"|and|&)?\s?{_IT})?\s(?:services?\s)?(?:manager|technicians?"
            rf"|lead|administrator|provider"
            r"|contact|director|engineer|specialist|team|support(?:\s(?:provider|staff|team|company|lead"
            r"|contact))?)"
            r"(?:\s?/\s?(?:other\s)?technical support)?"
        ),
        r"(?:other )?technical (?:support|help)",
        r"(?:who\s|which\s)?(?:holds?|has|have) (?:our|the)(?:\s(?:school['’]s|IT|ICT))? support contract",
        (
            r"(?:is|are) responsible for (?:ensuring|making sure):?(?:\sthat)?\s(?:the\s|our\s)?"
            r"(?:(?:school['’]s|school|technical|IT|ICT)\s){0,3}(?:network|infrastructure|systems)"
        ),
        r"(?:managed )?(?:IT|ICT) services?(?! (?:and|for|that|which|or)\b)",
        (
            r"(?:our\s|the\s)?(?:IT|ICT|network|computers)\s(?:is|are)\s(?:all\s)?(?:looked\safter|run|provided"
            r"|supplied|managed|kept|maintained"
            r"|supported)(?=\sby)"
        ),
        (
            r"(?:to\s)?(?:runs?|manages?|maintains?)\s(?:our|its|the(?:\sschool['’]s)?)\s(?:network|servers?"
            r"|computers?|IT|ICT)"
        ),
        r"(?:school |visiting )?technicians?",
        r"(?<=\()IT(?=\))",
        (
            r"(?:our\s|the\s)?(?:computers?|network|systems?|machines|technology)\s(?:is|are)\s"
            r"(?:looked\safter|run|kept\s(?:going|running))(?=\sby)"
        ),
        r"(?:director|head) of (?:IT|ICT|technology|digital)(?: services| strategy)?",
        r"(?:trust |school )?central IT(?: team)?",
        (
            r"(?:who\s|that\s|they\s|which\s|to\s)?(?:looks?|looking)\safter\s(?:the|its|our|all\s(?:its"
            r"|our))\s(?:school['’]s\s)?"
            r"(?:computers?|network|systems?|technology|IT|ICT|machines|devices|servers?|filter)"
        ),
    ),
    "policy-owner": (
        r"(?:policy|document) (?:owner|lead|author|holder|writer|co-?ordinator)",
        rf"(?:owner|author)(?:\(s\)|s)?{_POLICY}(?:\s?/\s?(?:owner|author|lead))?(?=\s*(?:$|[:|–-]))",
        rf"(?:person|member of staff|staff member|post-?holder|lead) responsible{_POLICY}",
        r"responsible (?:person|officer|member of staff)",
        r"(?:policy )?(?:written|produced|prepared|created) by",
        r"keeps (?:this|the|our) (?:policy|document) (?:up to date|under review)",
        r"(?:its|the policy['’]s) owner",
        r"looks after (?:this|the) (?:policy|document|booklet|page)|(?:this )?policy belongs to",
        r"looked after by(?=\s?:|\s?$)",
        (
            r"(?:this |the |our )?policy (?:is|was) (?:owned|written|maintained|kept|managed|led|overseen"
            r"|compiled|drafted)(?=\sby)"
        ),
    ),
    "prevent-lead": (
        r"prevent\s?:\s(?:our\s|the\s)?(?:lead|single point of contact|SPOC)(?=\sis)",
        rf"{_LEADS}prevent(?![\w-])|{_CHARGE}prevent{_LIES}",
        r"prevent (?:lead|officer|SPOC|single point of contact|co-?ordinator)",
        r"(?:single )?point of contact for prevent|SPOC for prevent",
    ),
    "mental-health-lead": (r"(?:senior )?mental health (?:lead|first aider)", rf"{_LEADS}mental health"),
    "business-manager": (r"(?:school )?business manager", r"SBM\b", r"bursar"),
    DEPUTY: (
        r"deput(?:y|ies)(?=\s?[:–—-])",
        r"deput(?:y|ies)(?=\s\((?:Mr|Mrs|Ms|Miss|Dr)\b)",
        r"(?<=\()deputy(?=\))",
        r"(?:deputies|deputy)(?=$)",
        r"(?:two|three|four|five|six|several)\sdeputies",
        r"(?:her|his|their) deput(?:y|ies)",
        r"deput(?:y|ies)(?=\s(?:is|are)\s(?-i:(?:Mr|Mrs|Ms|Miss|Dr)\b|[A-Z][a-z]+\s[A-Z]))",
        r"deputi[sz](?:es|ing) for (?:her|him|them)",
        r"(?:stands?|steps?|fills?) in for (?:her|him|them)(?!\sas\b)",
        r"(?<= )the deputy(?=[.;]|\s?$)",
    ),
    "safeguarding-team": (r"safeguarding (?:team|staff|officers?)", r"(?:members of the )?DSL team"),
    # Each for itself, since one alone can be passed over by a letter or two that it needs.
    **{f"{OTHER_POST}-{number}": (wording,) for number, wording in enumerate(OTHER_WORDINGS)},
}
