"""Another school's name without "School", in the school's own voice: "At Thornley Green we …"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from policy_kit.checks.identity.foreign_names import Foreign, NamePlace, speaks_as_own
from policy_kit.facts import Facts
from policy_kit.model import Confidence, Part, Policy
from policy_kit.naming import is_same_school, name_key, proper_key, school_names
from policy_kit.naming.words import word_set
from policy_kit.regexes import regex, seldom

_WORD = r"[A-Z][\w'’-]+"
_AT = seldom(
    rf"\b(?:[Hh]ere )?[Aa]t (?P<name>(?:St\.? )?{_WORD}(?: (?:{_WORD}|and|of|the|&)){{0,3}}),? "
    r"(?:we|our|all|every|each|pupils|staff|children|students|learners|parents|I)\b"
)
_NAME = rf"(?P<name>St\.? {_WORD}(?: {_WORD})?|{_WORD} {_WORD})"
_OF = seldom(
    r"\b(?:[Pp]upils|[Ss]taff|[Ss]tudents|[Pp]arents|[Gg]overnors|[Cc]hildren|[Tt]eachers|[Ll]earners"
    r"|[Bb]oarders"
    r"|[Uu]sers|[Vv]isitors|[Aa]dults|[Vv]olunteers|[Ff]amilies|[Ee]veryone|[Aa]nyone|[Mm]embers)"
    rf" (?:(?:of|at) {_NAME}|at (?P<short>{_WORD})) "
    r"(?:follow|must|will|are|may|should|agree|sign|use|have|know|hand|keep|bring|report|learn|take|do|can"
    r"|who|is|has|need|understand|share|play|talk|get|read|work|show|enjoy|make|help|receive|come|go|give"
    r"|want)\b"
)
# What goes on at a school, and what it calls its own: "the wifi at Elm Bank is filtered".
_LIFE = seldom(
    r"(?:\b(?:internet|network|wi-?fi|computers|systems|devices|tablets|technology|ICT|IT|learning|teaching|life"
    r"|education|curriculum|online safety|e-?safety|safeguarding|phones|filtering|work|place|communit(?:y"
    r"|ies)"
    r"|policy|ethos|culture|time|approach|lessons|classrooms|behaviour|happy|safe|welcome)"
    r" at|\b(?:network|systems|computers|devices|internet|ICT|ethos|culture|life|communit(?:y|ies)"
    r"|curriculum) of)"
    rf" {_NAME}"
    r"(?=[.,;:)]| (?:is|are|has|have|and|will|must|as|by|so|for|through|every)\b|$)"
)
_WE_AT = seldom(
    rf"\b(?:[Ww]e (?:here )?at|[Aa]ll of us at|[Ww]elcome to|[Ll]ife at|I go to|I am at) {_NAME}"
    r",?(?= [a-z]|[.'’])"
)
_AS_OURS = seldom(rf"\b[Aa]s an? {_NAME} (?:pupil|student|parent|member of staff|governor|learner|family)\b")
# The head and the governors of a school are named with it whatever they do.
_LED = seldom(
    r"\b(?:[Gg]overnors|[Gg]overning [Bb]ody|[Gg]overning [Bb]oard|[Tt]rustees|[Hh]ead ?[Tt]eacher"
    rf"|[Hh]ead ?[Mm]aster|[Hh]eadmistress|[Pp]rincipal) (?:of|at) (?:{_NAME}|(?P<short>{_WORD}))"
    r"(?=[.,;:)]| (?:has|have|is|are|and|or|will|must|[a-z]{3,}[a-rt-z]s"
    r"|(?:expect|review|approve|believe|ask|support|receive|agree|require|recognise|take|set|check"
    r"|want)\b)|$)"
)
_THINGS = seldom(
    rf"\b(?:[Tt]he|[Oo]ur|[Aa]ll|of) {_NAME}(?:['’]s?)? "
    r"(?:community|network|pupils|students|website|filter|e-?safety policy|online safety policy|staff"
    r"|governors"
    r"|children|parents|family|office|acceptable use|wi-?fi|ethos|values|curriculum|safeguarding team)\b"
)
# What kind of school it is, without the word: "Ravenscar Grammar is committed to…".
_KIND = r"(?:Grammar|High|Infants?|Juniors?|Secondary|Upper|Middle|Comprehensive)"
_SHORT = seldom(
    rf"(?:^|(?<=\. )|\b(?:[Aa]t|[Oo]f) )(?P<name>{_WORD}(?: {_WORD})? {_KIND})(?:['’]s)?,?"
    r"(?= (?:is|are|has|have|will|must|recogni|believe|takes?|uses?|expects?|we|pupils|students|staff)\b)"
)
_IN_MARGIN = seldom(rf"(?:^\W*|[|–—-]\s)(?P<name>{_WORD}(?: {_WORD})? {_KIND})(?=\s*(?:$|[|–—-]))")
_WHOSE = seldom(
    rf"(?:^|(?<=\. ))(?P<name>{_WORD}(?: {_WORD})?)['’]s? (?:head ?teacher|principal|governors|governing body"
    r"|pupils|designated safeguarding lead|DSL|filter|network|website|behaviour policy"
    r"|safeguarding policy|staff"
    r"|children|students|parents|online safety policy|leaders|leadership team|safeguarding team|teachers"
    r"|devices"
    r"|computers|iPads|wi-?fi|acceptable use)\b"
)
# "Little Thorpe is a Church of England school for…"
_IS_A = seldom(
    rf"(?:^|(?<=\. )){_NAME} is (?:a|an) (?:[\w-]+ ){{0,6}}?(?:school|academy|nursery|college)"
    r" (?:for|with|of|in|where|that|which)\b"
)
_BELIEVES = seldom(
    rf"(?:^|(?<=\. )){_NAME} (?:is (?:fully |strongly )?committed to|believes (?:that|in)"
    rf"|recognises (?:that|the)"
    r"|takes (?:its|the|online|bullying|safeguarding)|has a (?:duty|responsibility|legal)"
    r"|expects (?:all|its|every|staff)|will (?:ensure|make sure|take all|not tolerate|monitor)"
    r"|does not (?:accept|allow|tolerate)|aims to)\b"
)
# A saint's name without "School"; a church, a parish or a hospice has one too.
_SAINTS = r"(?P<name>St\.? [A-Z]\w+['’]?s)"
_AT_SAINTS = seldom(
    rf"\b(?:[Aa]t|[Ii]n|[Tt]o|[Oo]f|[Jj]oining|[Ll]eaving) {_SAINTS}"
    r"(?=[,;)]|\.(?:\s|$)| (?:is|are|has|have|will|must|we|leave|know|may|should|can|who|and|use|sign"
    r"|keep|hand)\b)"
)
_OF_SAINTS = seldom(
    rf"\b(?:[Tt]he|[Ii]s|[Oo]ur|[Aa]ll|[Ee]very|[Ee]ach) {_SAINTS}"
    r" (?:way|policy|family|pupil|child|student|community|school|curriculum|rules?|team|staff|values|ethos)\b"
)
_OF_CHURCH = seldom(
    r"\b(?:church|parish|hospital|hospice|cathedral|carols?|vicar|priest|mass|services|street|road|day"
    r"|hall|walk)\b",
    re.IGNORECASE,
)
# Quick to ask of every block.
_HINT = regex(
    rf"\b(?:[Aa]t|[Oo]f|[Tt]he|[Oo]ur|[Aa]ll|[Ii]n|[Ii]s|to|an?) [A-Z]|\b{_KIND}\b"
    r"|^[A-Z][\w’']+ [A-Z][\w’']+ (?:is|be|re|ta|ha|ex|wi|do|ai)|^[A-Z][\w ]{2,30}['’]s? "
)
# What "at …" may be besides a school: a time, a stage, a place of the school.
_NO_SCHOOL = word_set(
    """
    key stage year reception christmas easter school home break lunch nursery foundation early sixth form
    times time monday tuesday wednesday thursday friday january february march april may june july august
    september october november december autumn spring summer level phase primary secondary playtime present
    governors parents assembly community communities safer day social care services service police valley
    county city council borough trust centre hospital line watch foundation children's prevent channel
    duty act gdpr dsl dpo it ict mat acceptable digital network head deputy designated lead virtual wide
    area local lan internet university google microsoft apple the our this any all england wales scotland
    britain ofsted estyn childnet nspcc each every one most some these those other another child student
    pupil teacher scratch roblox minecraft fortnite tiktok discord youtube twitch reddit instagram facebook
    club clubs breakfast after-school wraparound today tomorrow
    yesterday society everybody everyone anyone nobody someone somebody nation world
    ofcom gchq europe america samaritans barnardo's scouts guides women men people tate
    snapchat whatsapp xbox playstation nintendo teams seesaw showbie edtech gaming global wider whole
    """
)


_VOICES = (
    _AT,
    _OF,
    _LED,
    _THINGS,
    _SHORT,
    _WHOSE,
    _LIFE,
    _WE_AT,
    _AS_OURS,
    _IS_A,
    _BELIEVES,
    _AT_SAINTS,
    _OF_SAINTS,
)
_KIND_LAST = regex(rf"\s{_KIND}$")


def voiced_names(policy: Policy, facts: Facts) -> Iterator[Foreign]:
    """Each such name with its places; nothing where it is not known what the school calls itself.

    A name that the register of schools holds is sure.
    """
    fields = facts.profile.fields if facts.profile else {}
    own = [str(fields[f]) for f in ("school_name", "short_name") if fields.get(f)]
    own += [n for n in (policy.school_name, policy.trust_name, str(fields.get("trust_name") or "")) if n]
    own.append(str(fields.get("local_authority") or ""))
    if not any(own[:-1]):
        return
    known = _names_of_bodies(facts)
    found: dict[str, list[NamePlace]] = defaultdict(list)
    for place in _voiced(policy):
        name = place.text[place.start : place.end]
        if _is_own(name, own) or any(f"{name.casefold()} " in body for body in known):
            continue
        if place.block.part in (Part.HEADER, Part.FOOTER) or speaks_as_own(policy, place, 2):
            found[name_key(name)].append(place)
    registered = proper_keys(facts.registered_schools)
    for key, places in found.items():
        sure = key in registered
        name = places[0].text[places[0].start : places[0].end]
        yield Foreign(name, tuple(places), Confidence.HIGH if sure else Confidence.MEDIUM, own[0])


def _names_of_bodies(facts: Facts) -> frozenset[str]:
    """What the register's bodies are called, now and once: none of them is a school."""
    return frozenset(
        f"{name.casefold()} "
        for body in facts.register.organisations
        for name in (body.name, *body.old_names, *body.spellings)
    )


def _voiced(policy: Policy) -> Iterator[NamePlace]:
    """The names that stand where only a school's does: in the margins alone, in the text in its voice."""
    for block in policy.document.margins:
        for match in _IN_MARGIN.finditer(block.text):
            if _may_be_school(match["name"], block.text):
                yield NamePlace(block, block.text, *match.span("name"))
    for block in policy.document.text_blocks:
        if not _HINT.search(block.text):
            continue
        for text in block.cells or (block.text,):
            for match in (m for pattern in _VOICES for m in pattern.finditer(text)):
                given = "name" if match["name"] or "short" not in match.re.groupindex else "short"
                name = match[given].rstrip(" ,")
                of_church = name.startswith("St") and _OF_CHURCH.search(text)
                if _may_be_school(name, text) and not of_church:
                    yield NamePlace(block, text, match.start(given), match.start(given) + len(name))


def _may_be_school(name: str, text: str) -> bool:
    words = _KIND_LAST.sub("", name).split()
    if any(w.casefold().rstrip(".'’s") in _NO_SCHOOL or w.casefold() in _NO_SCHOOL for w in words):
        return False
    return any(w[1:].islower() for w in words) and not any(name in s.name for s in school_names(text))


def _is_own(name: str, own: list[str]) -> bool:
    """Whether it is the school's name, a part of it, or shares its telling first word."""
    key = name_key(name)
    keys = [name_key(o) for o in own if o]
    return any(is_same_school(name, o) for o in own if o) or any(
        f" {key} " in f" {k} " or key.split()[0] in k.split() for k in keys
    )


@lru_cache(maxsize=2)
def proper_keys(names: tuple[str, ...]) -> frozenset[str]:
    """The telling words of many schools' names, without what kind of school each is."""
    return frozenset(key for name in names if (key := proper_key(name)))
