"""Names of trusts and of areas: "Beacon Tides Learning Trust", "Northmere County Council"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.naming.runs import NameFound, run_left, words_of
from policy_kit.naming.words import word_set
from policy_kit.regexes import regex, seldom

_TRUST_HINT = seldom(r"T(?:rust|RUST)|F(?:ederation|EDERATION)|\bMAT\b")
_TRUST_KINDS = word_set(
    """
    trust federation mat academy academies multi multi-academy schools school learning education
    educational the and of & our board catholic church england diocesan local foundation nhs national
    charitable healthcare hospital community partnership c e ce
    """
)
# What sort of meeting a trust's board had: "approved at Full Trust Board".
_SITTINGS = word_set("full whole main interim shadow extraordinary")
# Charities and public bodies with "trust" in the name, which schools cite.
_NOT_SCHOOL_TRUSTS = seldom(
    r"\b(?:prince['’]?s|national trust|wellcome|nhs|grid for learning|lamplugh"
    r"|anne frank|holocaust educational"
    r"|ben kinsella|charlie waller|carers trust|community security|youth sport"
    r"|sutton trust|education endowment"
    r"|king['’]?s trust|winston['’]?s|anti-bullying|samaritans|hospital|foundation trust|savings|cybersmile"
    r"|cyber trust|brain of trust|google|microsoft|digital trust|faithfull)\b",
    re.IGNORECASE,
)
_AREA_HINT = seldom(
    r"Council|London Borough|Local Authority|Safeguarding (?:Children|Partnership)"
    r"|Children['’]s S|\bLSC[BP]\b|\bLADO\b"
)
_AREA = regex(
    r"\bLondon Borough of (?P<borough>[A-Z][\w'’-]+(?:(?: and| upon| on)? [A-Z][\w'’-]+){0,2})"
    r"|\b(?P<before>[A-Z][\w'’-]+(?:(?: (?:and|&|with|upon|on|of|in|the))? [A-Z][\w'’-]+){0,3}?) "
    r"(?:(?:County|City|Borough|District|Metropolitan(?: (?:Borough|District))?|Unitary) )?"
    r"(?P<body>Council|Local Authority|Local Safeguarding Children(?: Board| Partnership)"
    r"|Safeguarding Children(?:['’]s)? (?:Multi-Agency )?(?:Board|Partnership)|Safeguarding Partnership"
    r"|Children['’]s (?:Services|Social Care)|LSCB|LSCP|LADO)\b"
)
_NOT_AREAS = word_set(
    """
    school joint student pupil british uk european the local our general teaching research town parish
    city county arts youth privy education children's local's relevant your each home safety digital
    online internet staff class health national care eco junior kingdom united designated this that any
    a an in by from contact and or for of to with
    """
)


def trust_names(text: str) -> Iterator[NameFound]:
    """The names in a text that look like those of a trust or federation of schools."""
    if not _TRUST_HINT.search(text):
        return
    words = words_of(text)
    for at, word in enumerate(words):
        if word.lower not in ("trust", "federation", "mat") or not word.is_capital:
            continue
        start = run_left(words, at, also=_TRUST_KINDS)
        while words[start].lower in _SITTINGS:
            start += 1
        if all(w.lower in _TRUST_KINDS for w in words[start : at + 1]):
            continue
        name = re.sub(r"\s+", " ", text[words[start].start : word.end]).rstrip(".")
        if not _NOT_SCHOOL_TRUSTS.search(name):
            yield NameFound(name, words[start].start, word.end)


def area_names(text: str) -> Iterator[NameFound]:
    """The areas that councils, safeguarding partnerships and the like in a text are named after."""
    if not _AREA_HINT.search(text):
        return
    for found in _AREA.finditer(text):
        area = found["borough"] or found["before"] or ""
        words = area.split()
        while words and words[0].casefold() in _NOT_AREAS:
            words.pop(0)
        if words and not all(w.casefold() in _NOT_AREAS for w in words):
            yield NameFound(" ".join(words), found.start(), found.end())
