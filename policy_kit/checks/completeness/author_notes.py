"""The ways in which a template speaks to whoever fills it in."""

from __future__ import annotations

import re

from policy_kit.regexes import regex, seldom
from policy_kit.regexes.alternatives import Alternatives

_FIT = r"(?:amend|adapt|tailor|personalise|customise|insert|localise)"
_CHANGE = rf"(?:{_FIT[3:-1]}|edit|delete|add|remove|complete)"
_WHO = (
    r"(?:schools|settings|academies|colleges|you)"  # "the school may delete images" is the school's own rule
)
_CAN = r"(?:should|must|may|can|will|need to|are advised to)(?: wish to| want to| need to| also)?"
_IF_FIT = r"(?:as|where|if|unless)(?: not)? (?:appropriate|applicable|necessary|required|needed|relevant)"
_PIECE = r"(?:section|paragraph|template|statement|list|text|sentence|appendix)"
_MARKED = r"(?:red|yellow|blue|green|italics|bold|brackets|square brackets)"
_SUBJECT = r"(?:(?:model|online[- ]safety|e-?safety|acceptable use|policy|sample|exemplar)[ -]+)"

NOTE = Alternatives(
    (
        rf"\b{_WHO} {_CAN} insert\b",
        (
            r"^\W*(?:please )?(?:delete|remove) this"
            r" (?:box|note|page|line|instruction|guidance|wording|comment|table)s?\b"
        ),
        (
            r"^\W*(?:example|suggested|sample|specimen|draft)"
            r" (?:text|wording|words|paragraph|statement)\s?[:–-]"
            r"|\b(?:your|you may) (?:own )?(?:policy should|wish to (?:include|insert|add))\b"
        ),
        (
            r"^\W*(?:guidance|note|NB)\s?[:–-].{0,60}\b(?:schools?|settings|academies)\b.{0,60}"
            r"\b(?:should|must|need to) (?:add|include|insert|say|set out)\b"
        ),
        r"\bdrafting notes?\b",
        r"\((?:please )?(?:delete|amend|choose|select|edit|update)\)",
        (
            r"\bthis (?:section|paragraph|part|page|wording|sentence|bit|list) (?:still )?needs? (?:updating"
            r"|rewriting|checking|changing|work)\b"
        ),
        (
            r"\bif your (?:school|setting|academy)\b[^.]{0,60},? (?:keep|retain|use|leave in"
            r"|leave out|include|omit)"
            r" (?:this|these|the (?:following|next|paragraph|section|sentence))\b"
        ),
        (
            r"^\W*for (?:primary|secondary|infant|junior|special|boarding|nursery|maintained|independent)"
            r"(?:(?: and | or |/)\w+)? schools only\W*$"
        ),
        (
            r"\bschools (?:may|might|could|should)(?: (?:wish|want|like|choose"
            r"|prefer) to)? (?:add|include|insert|say"
            r"|specify)(?: (?:details|their own|here)\b|\s?:)"
        ),
        r"\byou (?:may|might) (?:wish|want|like) to (?:add|include|insert)\b",
        (
            r"^\W*(?:please )?(?:refer|see|link) to your (?:own|school['’]s|setting['’]s) [\w ,-]{0,40}"
            r"(?:polic(?:y|ies)|procedures?)\b"
        ),
        (
            r"^\W*(?:please )?(?:list|describe|explain|outline|set out|summarise|detail"
            r"|state)\b[^.]{0,60}\byou "
            r"(?:make|use|do|have|follow|take|carry out|keep|offer|provide|run)(?: here| in school)?\W*$"
        ),
        r"^\W*(?-i:TEMPLATE)\W*$",
        r"\boption (?:1|A|one)\s?[:–-][^\n]{3,300}?\boption (?:2|B|two)\s?[:–-]",
        r"\((?-i:[A-Z]{2,3})\s?[–—:-]\s[^()]{3,60}\?\)",
        (
            r"^\W*(?:(?-i:[A-Z]{2,5})|head|office|clerk|governors?) to (?:add|write|check|update"
            r"|supply|provide)"
            r" (?:an? |the |this )?(?:paragraph|section|sentence|wording|text|list|table|details?)\b"
        ),
        (
            r"^\W*(?:(?:we )?need|remember|don[’']t forget) to (?:add|write|put|include)"
            r" (?:something|a|the|this|more|details)\b[^.]{0,60}\bhere\b"
        ),
        r"^\W*add (?:an? |the )?(?:new )?(?:section|paragraph|sentence|wording) (?:on|about|for|here)\b",
        r"^\W*(?:include|insert|add) here (?:the |your |any )?(?:details|information|names?)\b",
        r"\bcomment \[[A-Z]{1,3}\d{1,3}\]",
        r"\((?-i:[A-Z]{2,3}) to (?:check|confirm|complete|add|update)\b[^()]{0,40}\)",
        (
            rf"\b{_WHO} {_CAN} {_FIT}\b(?! to\b)(?=\W*$|[.;:)]|,(?! says)|\s(?:this|these|the|it"
            rf"|as|where|any|accordingly|text"
            rf"|wording|sections?|and|or)\b)"
        ),
        (
            r"^\W*(?:delete|remove|omit|leave out) (?:if|where|unless) (?:not |in)?(?:applicable"
            r"|relevant|needed|appropriate)"
        ),
        r"\breplace (?:it |this )?with (?:your|the school['’]s) own\b",
        (
            r"^\W*(?:guidance|note|NB)\s?[:–-].{0,40}\b(?:this (?:section|paragraph|policy)"
            r" (?:should|must|needs)|your own|adapt|amend)"
        ),
        (
            r"\b(?:sample|model|template) (?:policy|text|wording)\b[^.]{0,40}\b(?:personalis"
            r"|adapt|amend|tailor|change)"
        ),
        (
            r"\b(?:text|wording|words|sections?|passages?|highlighting|anything) (?:highlighted"
            r" )?in (?:red|yellow|blue|green) (?:is|are|shows?|needs?|marks?)\b"
        ),
        (
            r"\b(?:yellow|red|green|blue) (?:highlight\w*|text|type)\b[^.]{0,40}\b(?:shows?|is"
            r"|are|needs?|marks?)\b"
        ),
        r"\btext highlighted\b|\bhighlighted (?:text|words|sections?) (?:needs?|should|must|is|are)\b",
        r"\b(?:author|editor|writer)['’]s note\b|^\W*TODO\b|^\W*to do\s?:",
        r"\bschools? to (?:complete|insert|amend|adapt|add)\b",
        r"\bbefore (?:it goes|this goes|going) to (?:the )?governors\b(?=\W*$)",
        r"^\W*to follow\W*$",
        (
            r"\bto (?:confirm|check|complete|add|update|agree|supply|provide)\b[^.]{0,40}\bbefore"
            r" (?:publication|publishing|it is published|it goes|going live|sign[- ]?off"
            r"|the policy is (?:published|issued))"
        ),
        (
            r"\b(?:delete|cross out|strike (?:out|through)) (?:whichever|whatever|those|any|one"
            r"|the (?:ones?|words?|options?|parts?))(?: that| which)?(?: (?:do|does|is|are))?(?: not|n[’']t)?"
            r" (?:appl(?:y|ies)|need(?:ed)?|relevant|appropriate|used?|correct|suits?|fits?)\b"
        ),
        (
            r"^\W*(?:please )?(?:describe|explain|outline|list|state|set out|detail|summarise|write|say)"
            r" here\b"
            r"|^\W*(?:please )?use this (?:section|space|box|page|paragraph|part) to\b"
            r"|^\W*(?:please )?(?:describe|explain|outline|set out|list|state) (?:how|what|who|which)? ?your"
            r" (?:school|setting|academy)\b"
        ),
        (
            r"\bthis (?:section|paragraph|statement|page|part) (?:should|must|needs to|will need to) be"
            r" (?:amended|adapted|changed|edited|completed|deleted|replaced|tailored|personalised|rewritten"
            r"|filled in)\b"
        ),
        (
            r"\b(?:is|are) (?:this|these|it|they) (?:still )?(?:right|correct|the case|needed|up to date"
            r"|true)\?{2,}"
        ),
        rf"\b{_FIT} the (?:wording|text|section|paragraph|list)\b",
        rf"\b{_WHO} {_CAN} involve (?:staff|governors|pupils|parents|children)\b",
        rf"\b{_WHO} {_CAN} consider (?:including|adding|whether)\b",
        rf"\b(?:delete|insert) (?:(?:or|and|/) ?\w+ )?{_IF_FIT}\b",
        rf"(?:^|[(\[*]|\bplease )(?:amend|adapt|edit|change|complete) (?:(?:or|and) \w+ )?{_IF_FIT}\b",
        rf"\b{_CHANGE} (?:this|the following|the above) {_PIECE}\b",
        rf"\b{_FIT} (?:your|to (?:suit|reflect|fit|meet)(?: the needs of)? your) (?:own|school|setting)",
        (
            rf"\b(?:this {_SUBJECT}{{0,3}}|the {_SUBJECT}{{1,3}})template\b(?! (?:e-?mail|letter|lesson"
            rf"|form))"
        ),
        (
            r"[(\[]\s?(?:template|template note|note to (?:school|user|editor)s?|guidance for schools?)"
            r"\s?[:–-]\s?"
            r"[^()\[\]]{4,160}[)\]]"
        ),
        r"\bpolicy template\b|\btemplate policy\b|\bmodel policy for schools\b",
        r"\bguidance (?:notes?|text) (?:for|to) (?:schools|settings|authors?|users)\b",
        r"\bnotes? (?:for|to) (?:the )?(?:author|editor|schools completing)\b",
        r"\(if different\)",
        r"\bwe (?:recommend|suggest|advise) (?:that )?(?:schools|settings)\b",
        r"\byour school (?:should|may|will|must|needs)\b",
        rf"\b(?:replace|change|amend|delete|remove|complete|edit|fill in)\b[^.]{{0,40}}\bin {_MARKED}\b",
        (
            rf"\b(?:text|wording|sections?|passages?) in {_MARKED} (?:should|must|needs? to|is to"
            rf"|are to) be\b"
        ),
    ),
    re.IGNORECASE | re.MULTILINE,
)
BRACKETED = regex(
    r"\[(?:delete|remove|amend|adapt|edit|optional|select|choose|(?:note|guidance)\s*[:–-]"
    r"|(?:comment|query|question)\b|describe\b|is this\b|option\b|or(?=\])|use (?:if|where|only"
    r"|this)\b|end of (?:optional|option|section)"
    r"|(?:boarding|primary|secondary|infant|junior|special|maintained|independent|nursery"
    r"|all) schools?(?: only)?\s?:?(?=\])"
    r"|if (?:you|your)\b"
    r"|(?-i:[A-Z]{2,3}) to (?:check|confirm|complete|add|update)\b"
    r"|(?-i:[A-Z]{2,3})\s?[–—:-]\s[^\]\n]{3,60}\?(?=\])"
    r"|this (?:section|paragraph|statement|policy|list|page|part|table)\b[^\]]*"
    r"\b(?:should|must|needs?|may|can)"
    r"|schools?\b[^\]]*\b(?:should|may|can|must)|if (?:applicable|appropriate|relevant))"
    r"(?![a-z])[^\]\n]{0,300}\](?!\()",
    re.IGNORECASE,
)
CREDIT = regex(
    r"\b(?:based (?:up)?on|adapted from|drawn from|taken from|developed (?:from|using)|using|uses?"
    r"|with thanks to|follows?|from|produced by|acknowledg\w+|©|provided by|source)\b[^.]{0,80}$",
    re.IGNORECASE,
)
SLIP = seldom(
    r"\b(?:(?i:academys|schoolies|collegies|nurserys)|[Aa] (?:academy|online safety)|[Aa]n school"
    r"|[Tt]he the)\b"
)
SLIP_NEEDS = (
    *("academys", "schoolies", "collegies", "nurserys", "a academy", "a online", "an school", "the the"),
)
