"""Whose doing a sentence tells: the person or body that it opens with, where it opens with one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policy_kit.regexes import regex, seldom
from policy_kit.regexes.texts import Texts
from policy_kit.sections.numbers import joined, numbers_set

# Who may be named as the one who does it, and the words for them; of the first that fit.
_PERSONS = {
    "parents": r"parents?|carers?|famil(?:y|ies)|guardians?",
    "governors": r"governors?|governing (?:body|board)|trustees?|trust board|board(?: members?)?"
    r"|link governor|chair"
    r"|(?:management|governors[’']) committee|directors?(?! of)|proprietor|academy council",
    "dsl": r"(?:deputy )?(?:ddsls?|dsls?|designated (?:safeguarding )?(?:leads?|officers?|persons?)"
    r"|(?:safeguarding|child protection) (?:lead|team|officer|coordinator|manager)s?)",
    "head": r"(?:executive |acting )?(?:head ?teacher|head ?(?:master|mistress)"
    r"|head(?: of (?:the )?(?:school|nursery))?)|principal|manager"
    r"|teacher[ -]in[ -]charge",
    "leaders": r"(?:senior )?leaders?(?:hip(?: team)?)?|slt|(?:deputy|assistant) head(?: ?teacher)?s?",
    "it": r"ic?t (?:support|team|technician|manager|provider|staff|company|firm|partner|services?"
    r"|(?:help ?)?desk)s?"
    r"|managed service(?: provider)?|technicians?|network manager|provider"
    r"|(?:technical|network) (?:staff|support|team)"
    r"|staff (?:who|that) (?:manage|run|look after|maintain) (?:the |our )?"
    r"(?:technical|network|systems?|ict)\b[^,.:;]{0,30}?(?= (?:will|must|should|are|is|to)\b| *[:.]| *$)",
    "pupils": r"pupils?|students?(?! (?:and|or) volunteers?| on placement)|learners?"
    r"|child(?:ren)?(?! protection)"
    r"|young people|boarders?",
    "staff": r"students? (?:and|or) volunteers?|students? on placement|staff(?: members?)?|teachers?"
    r"|colleagues?|employees?|adults?|volunteers?|tutors?|practitioners?",
    "visitors": r"visitors?|guests?|contractors?",
}
_ONE = "|".join(f"(?P<{name}>{words})" for name, words in _PERSONS.items())
_NUMBER = re.compile(r"(?:(?:\d+\.)*\d+\.?\s+)?")  # of a clause or a heading
_BEFORE = (
    r"(?:it is (?:the )?(?:responsibility|duty|role) of )?(?:(?:the|all|our|every|each|any|an?|both|new|some"
    r"|other|younger|older|named|two|school|class|link|members? of|(?:sixth|lower|upper)[ -]"
    r"(?:form|sixth|school)"
    r"|day|boarding|nursery|reception|primary|secondary"
    r"|(?:key stage|years?) \d+(?: ?(?:and|&|to|or|-|–) ?\d+)?) )*"
)
_PERSON = regex(rf"{_BEFORE}(?:{_ONE})(?![\w’'-])", re.IGNORECASE)
_JOINED = regex(r"\s*(?:, and|, or|,|and|or|with|&|/)\s+", re.IGNORECASE)
# Words that make of the person before them no more than an adjective: "staff training", "pupil devices".
_THING = regex(
    r" (?:training|handbook|codes?|conduct|polic(?:y|ies)|agreements?|(?:mobile )?phones?|devices?|accounts?"
    r"|meetings?|council|voice|work|use|rooms?|surveys?|data|information|records?|images?|induction|of)\b",
    re.IGNORECASE,
)
# They who are told or taught do nothing themselves, but they who are asked or expected to do.
_DONE_TO = regex(
    r" (?:will be|must be|should be|are|is|be|were|was)(?: also| always| then)?"
    r" (?!expected|required|asked|encouraged|allowed|responsible|supposed|urged|advised)"
    r"(?:\w+ed|told|taught|given|shown|sent|kept|made|known|held)\b",
    re.IGNORECASE,
)
# What comes before the one who does it: "However,", "If a phone rings in a lesson," "As a rule,".
_OPENING = regex(
    r"(?:(?:however|therefore|also|otherwise|normally|generally|additionally|furthermore|finally"
    r"|please note that|in (?:addition|general|particular|school|lessons)|as a (?:rule|result)"
    r"|for (?:this|these) reasons?|as an? (?:[\w-]+ ){0,3}(?:policy|rule)"
    r"|at all times|under no circumstances|because of this)\b,? "
    r"|(?:if|when|whenever|where|wherever|while|whilst|once|although|unless|should|during|after|before"
    r"|in|on|at"
    r"|for|from|as|to|outside|under) [^,;:]{2,110}, )",
    re.IGNORECASE,
)
# They who lead, and see that others do it, are not the only ones who do: "The head makes sure that pupils …".
_SEES_TO_IT = regex(
    r" (?:(?:will|must|shall|should|also|always) )*(?:(?:make|see)s? (?:sure|to it|certain)|sees?"
    r"|ensures?) that "
    r"(?:all |every )?",
    re.IGNORECASE,
)
_WHEN = regex(r"(?:if|when|whenever|where|once|should) ", re.IGNORECASE)
_THEY = regex(r"(?:they|he or she|s?he)\b", re.IGNORECASE)
_ASKING = (
    r"(?:asks?|expects?|requires?|requests?|encourages?|allows?|permits?|lets?|advises?|wants?|urges?"
    r"|forbids?"
    r"|prohibits?)"
)
# Those whom the school asks, lets or forbids to do it are the ones who do it.
_ASKS = regex(
    r"(?:we|(?:the|our|this) (?:school|academy|college|trust|nursery|setting|pre-?school)) "
    r"(?:(?:will|would|do|does|can|may|must|also|always|strongly|strictly|kindly|politely|generally|therefore"
    r"|not|never|cannot|don[’']t|doesn[’']t|won[’']t) )*"
    rf"(?:{_ASKING} and )?{_ASKING} (?:that |any )?",
    re.IGNORECASE,
)
_ANY_OF = {name: seldom(rf"\b(?:{words})(?![\w’'-])", re.IGNORECASE) for name, words in _PERSONS.items()}
# One who was named before, or is named further on: "She leads on …", "Mrs Hale, our lead, …", "Two people …".
_SOMEBODY = regex(
    r"\W*(?:s?he|they|who|you|mrs?|miss|ms|dr|(?:the|an?|one|two|our) (?:\w+ )?(?:persons?|people|member))\b",
    re.IGNORECASE,
)
_BEGINNING = 6  # words
_LONGEST_POST = 8  # words of a post that opens an item, with the name of who holds it
_OVERSEERS = frozenset({"head", "leaders", "governors"})
_ALL_STAFF = frozenset({"staff", "dsl", "head", "leaders", "it"})  # whoever they are, they work there


def doers(sentence: str) -> frozenset[str]:
    """Who the sentence opens with as the ones who do something; none if it opens with anything else.

    A clause before them ("If a phone rings,") is passed over, and so is that the school asks it of them.
    """
    number = _NUMBER.match(sentence)
    at = number.end() if number else 0
    found = _named_at(sentence, at)
    if found and found <= _OVERSEERS and (sees := _SEES_TO_IT.match(sentence, _named_up_to(sentence, at)[1])):
        others = _named_at(sentence, sees.end())
        return found | others if others else frozenset()
    for before in (_OPENING, _ASKS):
        if not found and (passed := before.match(sentence, at)):
            found = _named_at(sentence, passed.end()) or _meant_by_they(sentence, at, passed.end())
            at = passed.end()
    return found


def _meant_by_they(sentence: str, clause: int, at: int) -> frozenset[str]:
    """Those whom a "they" after a clause stands for: "If pupils see something, they tell a teacher"."""
    they, when = _THEY.match(sentence, at), _WHEN.match(sentence, clause)
    done_to = they and _DONE_TO.match(sentence, they.end())
    return _named_up_to(sentence, when.end())[0] if they and when and not done_to else frozenset()


def is_post(heading: str) -> bool:
    """Whether a heading names those who do what stands below it, and nothing else: "Network manager"."""
    number = _NUMBER.match(heading)
    found, end = _named_up_to(heading, number.end() if number else 0)
    return bool(found) and not heading[end:].strip(" :")


def opens_with_post(item: str) -> bool:
    """Whether an item opens with those who do what it tells: "Governing body: approves this policy"."""
    before, colon, after = item.partition(":")
    return bool(colon and after.strip()) and len(before.split()) <= _LONGEST_POST and bool(doers(before))


def _named_at(sentence: str, at: int) -> frozenset[str]:
    found, at = _named_up_to(sentence, at)
    if _THING.match(sentence, at) or _DONE_TO.match(sentence, at):
        return frozenset()
    return found


def _named_up_to(sentence: str, at: int) -> tuple[frozenset[str], int]:
    """Those named at a place of the sentence, joined by "and" or a comma, and where their names end."""
    found: set[str] = set()
    while person := _PERSON.match(sentence, at):
        found.add(str(person.lastgroup))
        at = person.end()
        joined = _JOINED.match(sentence, at)
        if joined is None:
            break
        at = joined.end()
    return frozenset(found), at


class Beginnings:
    """The first words of sentences, asked all at once for whom they name."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._first = Texts(" ".join(sentence.split()[:_BEGINNING]) for sentence in sentences)
        self._somebody = numbers_set(n for n, sentence in enumerate(sentences) if _SOMEBODY.match(sentence))
        self._naming: dict[str, int] = {}

    def naming(self, asked: tuple[str, ...]) -> int:
        """The sentences that begin with those who are asked, or with one who was named before."""
        return joined(map(self._with, _wanted(asked))) | self._somebody

    def _with(self, who: str) -> int:
        if who not in self._naming:
            self._naming[who] = numbers_set(self._first.found(_ANY_OF[who]))
        return self._naming[who]


def is_anothers(told: frozenset[str], asked: tuple[str, ...]) -> bool:
    """Whether those whose doing is told are others than those it is asked of."""
    return bool(told) and not is_theirs(told, asked)


def is_theirs(told: frozenset[str], asked: tuple[str, ...]) -> bool:
    """Whether one whose doing is told is among those it is asked of."""
    return not told.isdisjoint(_wanted(asked))


def _wanted(asked: tuple[str, ...]) -> frozenset[str]:
    return frozenset(asked) | (_ALL_STAFF if "staff" in asked else frozenset())
