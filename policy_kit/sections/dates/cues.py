"""What a date is by single words beside it, where no wording says: "Comes round again", "(FGB 6.10.26)".

Coarser than the wordings, so it is asked last: in short lines where a date can only be the policy's own, and
in sentences of which the policy is the subject.
"""

from __future__ import annotations

import re

from policy_kit.regexes import regex
from policy_kit.sections.dates.belonging import BODY, has_other_subject, is_cited, names_other_thing
from policy_kit.sections.dates.expressions import DateExpression
from policy_kit.sections.dates.labels import Label
from policy_kit.sections.dates.wordings import Sense

_LEAD = 9  # words before a date in a line that is no sentence
_LONG_LEAD = 16  # and before one that follows the number of the version
_VERB = regex(
    r"\b(?:is|are|was|were|will|shall|must|should|has|have|had|we|they|you|who|which)\b", re.IGNORECASE
)
_ABOUT = regex(
    r"(?:\b(?:in|on|for|by|at|the|end|beginning|start|middle|close|first|half|week|early|late|of)\s)+$",
    re.IGNORECASE,
)
_OPENING = 7  # words before a date that opens its sentence: "At their meeting of"
_SENTENCE = regex(r"[.!?]\s+(?=[A-Z“\"])")
_PARTED = regex(r"[.!?]\s+(?=[A-Z“\"])|[;|\n]|\s{3,}|\s/\s")
_COMES = (
    r"next|again|afresh|anew|until|till|expir\w*|lapses?|life(?:span|time)|renew(?:al)?s?|deadline"
    r"|due|planned"
    r"|runs?\sout|ends\son|scheduled|pencilled|booked|overdue|set\sfor|(?:com(?:e|es|ing)|go(?:es|ing)?|falls?)\s(?:back|round"
    r"|up)|runs?\s(?:to"
    r"|until|till)"
    r"|to\s(?:be\s\w+|return|come\sback|go\sback)|back\s(?:to|with|before|at)|on\sthe\sagenda"
    r"|re-?(?:visit|consider|examine|assess|open|write|think|fresh|appraisal|approval|adoption"
    r"|ratification|issue)(?:ing)?"
)
_PASSED = (
    r"approv(?:ed|al)|ratif(?:ied|ication)|adopt(?:ed|ion)|agreed|accepted|endorsed|passed|signed"
    r"|sanctioned|confirmed"
    r"|(?:vot|nodd|wav)ed\s(?:\w+\s){0,3}?through|put\sthrough|came\sthrough|carried|minuted?|resolved"
    r"|resolution|(?:put\s)?(?:its|their)\sstamp\son|authorised|said\syes|go-ahead|went\sthrough|blessing"
    r"|assent|consent(?:ed)?|(?:content|happy|satisfied|pleased|comfortable)\swith"
)
_WORKED = (
    r"draft(?:ed)?|authors?|writ(?:ten|er)|wrote|compiled|up-?dated?|revis(?:ed|ion)|amend(?:ed|ment)"
    r"|refreshed|rewritten"
    r"|overhauled|drawn\sup|drew\sup|put\stogether|created|re-?issued|re-?thought|re-?worked|tidied"
)
_THIS_ONE = regex(r"\W*(?:this|present|current)\s(?:version|edition|issue|policy|text)\W*", re.IGNORECASE)
_NUMBERED = regex(r"\b(?:version|edition|issue|v)\.?\s?\d+(?:\.\d+)*[\s,;:(–-]*$", re.IGNORECASE)
_CUES = regex(rf"\b(?:(?P<next>{_COMES})|(?P<approved>{_PASSED})|(?P<made>{_WORKED}))\b", re.IGNORECASE)
_NOT_DONE = regex(
    r"\b(?:not|never|pending|awaiting|awaits|before|for|to\sbe|if)\s[^,;:]{0,20}$", re.IGNORECASE
)
_BESIDE_BODY = regex(
    rf"(?:{BODY.pattern}|\b(?:GB|LGC|LAB|AGB)\b)['’s]*(?:\s(?:stamp|seal|meeting|minutes?|of|on|at|in"
    rf"|no\.?|item|[\d./]+))*[\s:,;.–—(-]*$",
    re.IGNORECASE,
)
# What governors did that is no approval yet: "Having been considered by the Welfare Committee on …"
_ONLY_SEEN = regex(
    r"\b(?:seen|read|discussed|considered|shared|shown|noted|received|reported|recommended|looked|taken)\b",
    re.IGNORECASE,
)
_SOMEBODY = regex(
    r"\b(?:elected|appointed|joined|since|born|term\sof\soffice|trained|opened|founded|published"
    r"|inspected|tel"
    r"|telephone|from\s\w+\suntil)\b",
    re.IGNORECASE,
)
_POLICY = regex(
    r"\b(?:this|the|our|a\snew)\s(?:(?:whole|present|current|online|e-?safety|safety|digital|internet"
    r"|school|new|revised)"
    r"\s){0,4}(?:policy|document|version|edition|booklet|handbook)\b|\b(?:this|these"
    r"|our)\s(?:statement|charter|leaflet"
    r"|paper|guide|pages|code(?!\sof))\b|\ba\sliving\s(?:document|policy)\b",
    re.IGNORECASE,
)
_IT = regex(r"^\W*(?:[\w,]+\s){0,4}?(?:it|they|we|the\ssame)\b", re.IGNORECASE)
_IT_AT_ALL = regex(r"\b(?:it|this|these|the\ssame|the\spolicy)\b", re.IGNORECASE)
_AHEAD = regex(
    r"\b(?:will|shall|must|should|['’]ll|is\sto|are\sto|to\sbe|is\sdue|due|falls?|is\s(?:planned|set"
    r"|scheduled|fixed)"
    r"|runs?\sout|ends\son|on\sthe\sagenda|in\sthe\sdiary|intends?|plans?|expects?|hopes?|means?\sto"
    r"|wants?|wish(?:es)?|asked\sto|next"
    r"|until|comes?|goes)\b",
    re.IGNORECASE,
)
_SEEN_TO = regex(
    r"\b(?:again|afresh|anew|fresh|next|review(?:ed)?|revis(?:e|ed|ion|it|ited)|renew(?:ed|al)?"
    r"|re-?\w{4,}ed|reconsider"
    r"|consider(?:ed)?|replaced?|rewrit\w+|until|lapses?|expires?|overhaul(?:ed)?|back\s(?:to|before)"
    r"|returns?"
    r"|(?:look(?:ed)?|go(?:ne)?)\s(?:at|over|through|into)|discuss(?:ed)?|debated?|examined?|taken\s(?:to"
    r"|by|up)"
    r"|(?:put|brought)\s(?:to|before)|(?:back\s)?on\s(?:the|their|our)\s(?:[\w’']+\s){0,2}(?:agenda|table|list|programme)"
    r"|in\sthe\sdiary|runs?\sout|ends"
    r"|(?:runs?|lasts?|stands?|holds?)\s(?:until|to|till)|open(?:ed)?\sup|new\s(?:version|edition)"
    r"|do\s(?:the\ssame|so|it))\b",
    re.IGNORECASE,
)
_TURNS = regex(
    r"^,?\s(?:(?:the|our|full)\s)?(?:governors?|governing\s(?:body|board)|board|trustees?|committee|we"
    r"|they|it|th(?:is|e)\spolicy)"
    r"\s(?:will|shall|must)\b",
    re.IGNORECASE,
)
_MET = regex(
    r"\b(?:committee|board|govern\w+|trustees|directors)(?:['’]s?)?\s(?:(?:last|autumn|spring|summer|full)\s)?(?:meetings?|met)\b",
    re.IGNORECASE,
)
_IS_WHEN = regex(r"\sis\s(?:the\snext\stime|when\s[^.;]{0,40}\bnext\b)", re.IGNORECASE)
_OTHERWISE = regex(
    r"\b(?:sign\w*(?!\s(?:it\s|this\s)?off)|shar\w+|sen[dt]|teach|taught|giv(?:e|en)|train\w*|told"
    r"|test\w*|read(?!\sagain)|print\w*|publish\w*|know\w*"
    r"|introduc\w+|remind\w*)\b",
    re.IGNORECASE,
)
# Whatever the verb, a body that did it to the policy on a day passed it, unless it is of talk or of work.
_DECIDES = regex(
    rf"\W*(?:the\s|our\s)?(?:school['’]?s?\s)?(?:{BODY.pattern}|board"
    rf"|(?:governors['’]?|trustees['’]?|academy)\s(?:[A-Z]\w+\s){{1,3}}committee)"
    r"\s(?:formally\s|unanimously\s|duly\s)?(?!(?:re-?)?(?:read|look|discuss|consider|view|review|receiv|s[ae]w|se[et]|question|ask|reject"
    r"|return|defer|sen[dt]|updat|revis|amend|wr[oi]t|chang|shar|publish|withdr|replac|launch|test|challeng|hear|debat|stud|check"
    r"|monitor|use|want|need|me[et]t?|examin|scrap|draft|prepar|have|has|had|did|do|will|shall|must|are|were|is|was|can|may|hop|plan"
    r"|delay|post|refus|declin|start|beg|show|circulat|present|compil|put|gave|give|brought|bring|visit|talk|spoke)\w*\s)[a-z]+(?:ed|ew|ook|ade|ept)\s(?:this|our|the)\s(?:online\s|e-?)?(?:safety\s)?"
    r"(?:policy|document|version)\s(?:on|at|in)\s(?:[\w’']+\s){0,6}$",
    re.IGNORECASE,
)
_DONE_BY = regex(rf"\b(?:{_PASSED})\b", re.IGNORECASE)
_READERS = regex(
    r"\b(?:staff|pupils|parents|children|students|visitors|volunteers|families)\b", re.IGNORECASE
)
_WROTE = regex(
    r"\b(?:wrote|written|drawn\sup|drew\sup|drafted|put\stogether|updated|revised|rewritten|amended"
    r"|refreshed|overhauled"
    r"|compiled|reworked|brought\s(?:up|in)|dates\s(?:back\s)?(?:to|from)|finished|completed"
    r"|took\s(?:place|effect)"
    r"|in\sforce|launched|last\stime)\b",
    re.IGNORECASE,
)
_PASSIVE = regex(r"\b(?:was|were|is|has\sbeen|have|gave|had)\b", re.IGNORECASE)


def names_policy(text: str) -> bool:
    """Whether a text speaks of the policy itself."""
    return bool(_POLICY.search(text))


def cue_of(text: str, date: DateExpression, between: tuple[int, int], *, own_place: bool) -> Label | None:
    """What a date with no label is, by the words around it; else None.

    between: the end of the date before it and the start of the one after; own_place: the line stands where a
    date can only be the policy's own.
    """
    if date.is_blank:
        return None
    since, until = between
    parts = [m.end() for m in _PARTED.finditer(text, since, date.start)]
    start = parts[-1] if parts else since
    lead = text[start : date.start]
    most = _LONG_LEAD if _NUMBERED.search(lead) else _LEAD
    if own_place and len(lead.split()) <= most and not _VERB.search(lead) and (found := cue_in(lead)):
        return Label(lead[: found.end].strip(" ,:–-("), start, start + found.end, found.sense)
    return _said(text, date, (since, until), own_place=own_place)


def cue_in(words: str) -> Label | None:
    """What the words of a short line or a cell say of the date that follows them."""
    words = _ABOUT.sub("", words)
    if is_cited(words) or names_other_thing(words) or _SOMEBODY.search(words):
        return None
    if _NUMBERED.search(words):
        return Label(words.strip(" :–-,("), 0, len(words), Sense.OTHER)
    if _THIS_ONE.fullmatch(words):
        return Label(words.strip(), 0, len(words), Sense.OTHER)
    cues = [m for m in _CUES.finditer(words) if not (m["approved"] and _NOT_DONE.search(words, 0, m.start()))]
    ahead = [m for m in cues if m["next"]]
    if ahead and not (cues[-1]["approved"] or (cues[-1]["made"] and _is_past(words))):
        return _label(words, ahead[-1], Sense.NEXT_REVIEW)
    if (body := _BESIDE_BODY.search(words)) and not (cues and cues[-1]["made"]):
        sense = Sense.OTHER if _ONLY_SEEN.search(words) and not cues else Sense.APPROVED
        return Label(words[: body.end()].strip(" :–-("), body.start(), len(words), sense)
    done = [m for m in cues if not m["next"]]
    if not done:
        return None
    return _label(words, done[-1], Sense.APPROVED if done[-1]["approved"] else Sense.OTHER)


def _label(words: str, found: re.Match[str], sense: Sense) -> Label:
    return Label(words[: found.end()].strip(), found.start(), found.end(), sense)


def _is_past(words: str) -> bool:
    return bool(re.search(r"\b(?:was|were|has|had|last)\b", words, re.IGNORECASE))


def _said(text: str, date: DateExpression, between: tuple[int, int], *, own_place: bool) -> Label | None:
    """What a sentence says of its date whose subject is the policy."""
    since, until = between
    ends = [m.end() for m in _SENTENCE.finditer(text)]
    start = max((end for end in ends if end <= date.start), default=0)
    stop = min((end for end in ends if end > date.start), default=len(text))
    lead, tail = text[max(since, start) : date.start], text[date.end : min(stop, until)]
    sentence = text[start : date.start]
    whole = sentence if len(lead.split()) > _OPENING else text[start:stop]
    named = _POLICY.search(whole)
    if named is None and not (
        (_IT.match(sentence) and _POLICY.search(text, 0, start)) or (own_place and _IT_AT_ALL.search(whole))
    ):
        return None
    if date.precision == "year" or names_other_thing(whole) or has_other_subject(sentence):
        return None
    if is_cited(sentence[named.end() if named and named.end() < len(sentence) else 0 :]):
        return None
    sense = _sense_of(lead, sentence)
    if sense is None and len(lead.split()) <= _OPENING:
        sense = _sense_after(lead, tail)
    return None if sense is None else Label(sentence.strip() or tail.strip(), start, date.start, sense)


def _sense_after(lead: str, tail: str) -> Sense | None:
    """What a sentence says that opens with its date: "On 2 May 2026 the board agreed this policy".

    The body may stand before its day: "The committee's meeting of 2 May 2026 approved this policy".
    """
    passed = _DONE_BY.search(tail)
    decided = BODY.search(tail) or _MET.search(lead)
    if passed and decided and not _NOT_DONE.search(tail, 0, passed.start()):
        return Sense.APPROVED
    if (
        _TURNS.search(tail)
        and _SEEN_TO.search(tail)
        and _IT_AT_ALL.search(tail)
        and not _OTHERWISE.search(tail)
    ):
        return Sense.NEXT_REVIEW  # "In October 2027 they will look at it afresh"
    if _IS_WHEN.match(tail):
        return Sense.NEXT_REVIEW
    return Sense.OTHER if _WROTE.search(tail) and not _AHEAD.search(tail) else None


def _sense_of(lead: str, sentence: str) -> Sense | None:
    if _AHEAD.search(lead) and _SEEN_TO.search(sentence):
        return None if _OTHERWISE.search(lead) else Sense.NEXT_REVIEW
    if _DECIDES.match(sentence) and not _READERS.search(sentence):
        return Sense.APPROVED
    passed = _DONE_BY.search(lead)
    if passed and _READERS.search(sentence):
        return None
    if passed and not _NOT_DONE.search(lead, 0, passed.start()):
        return Sense.APPROVED if BODY.search(sentence) or _PASSIVE.search(sentence) else None
    return Sense.OTHER if _WROTE.search(lead) and not _AHEAD.search(lead) else None
