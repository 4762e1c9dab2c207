"""People with a post that no list holds: "our caretaker, Mr Oak, locks up", "Jan Elm, the school cook"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_kit.by_text import kept_by_text
from policy_kit.naming.words import word_set
from policy_kit.regexes import regex, seldom
from policy_kit.sections.people.adjacent import Held, is_of_others, sentence_at
from policy_kit.sections.people.given_names import GIVEN_NAMES
from policy_kit.sections.people.person_names import NamedPerson, person_names

# What the words for a post end with.
_HOLDER = (
    r"(?:manager|officer|leader|lead|head|co-?ordinator|teacher|tutor|assistant|governor|trustee|director"
    r"|technician|engineer|caretaker|cleaner|cook|clerk|nurse|counsellor|mentor|worker|advis[eo]r|consultant"
    r"|administrator|secretary|receptionist|librarian|chaplain|vicar|therapist|psychologist|practitioner"
    r"|supervisor|champion|representative|contact|chair|bursar|registrar|instructor|trainer|coach|driver"
    r"|matron|auditor|solicitor|photographer|warden|principal|editor|webmaster|developer|deputy|specialist"
    r"|apprentice|facilitator|PCSO|constable|sergeant|tester|assessor|moderator|controller|keeper|steward)"
)
_POST = rf"(?:[\w&/'’-]+\s){{0,4}}?{_HOLDER}(?:\s(?:of|for|in|at|with|on)\s(?:[\w&/'’-]+\s?){{1,5}}?)?"
_BEHIND = regex(
    rf"(?:,\s|\s\(|\s[–—-]\s|\sis\s(?=the|our|a))(?:(?:who\sis|our|the|a|an|its)\s){{0,2}}(?P<post>{_POST})"
    r"(?=\s?[,.;:)|]|\s(?:and|who|will|is|has|in)\b|\s?$)"
)
_BEFORE = regex(
    rf"(?:\b(?:our|the|my|its)\s(?P<post>{_POST})(?:,\s|\s\(|:\s|\sis\s)|^\W*(?P<label>{_POST}):\s)$",
    re.IGNORECASE,
)
_IN_OFFICE = regex(
    r"\s(?P<post>(?:in|at|from|on)\s(?:the\s)?(?:\w+\s)?(?:office|reception|desk|library|team))\b"
)
# Words by which somebody is a writer, a public person, a pupil or a parent, and none of the staff.
_NO_STAFF = seldom(
    r"\b(?:pupils?|students?|parents?|mother|father|boy|girl|child|aged|digital\s(?:leaders?"
    r"|ambassadors?)|prefects?"
    r"|council|captain|minister|commissioner|researchers?|author|campaigner|founder|actors?|You[Tt]uber"
    r"|film|book|story|stories|character|video|song|series|for\sexample|e\.g|imagine|scenario|MP|Lord"
    r"|Baroness"
    r"|survivor|victim|[Rr]eview|research|study|report\sby|left|joined)\b"
)
_PLACES = word_set(
    "park bank house hill lane road street lodge court green wood hall farm bridge field view dale school"
)
_TITLE = regex(r"^(?:Mr|Mrs|Ms|Miss|Mx|MR|MRS|MISS)\b")


@kept_by_text
def other_post_holders(text: str) -> tuple[Held, ...]:
    """The people of a text with a post by its words alone.

    Only for those with a title or a given name that is one; not of another school, nor out of a story.
    """
    return tuple(_holders(text, person_names(text)))


def _holders(text: str, names: Sequence[NamedPerson]) -> Iterator[Held]:
    for name in names:
        post = _post(text, name) if _is_sure(name) else ""
        sentence = sentence_at(text, name.start) if post else ""
        if post and not (_NO_STAFF.search(sentence) or is_of_others(sentence)):
            yield Held(name.name, "", post, name.start, unlisted=True)


def _post(text: str, name: NamedPerson) -> str:
    if found := _BEHIND.match(text, name.end):
        return found["post"].strip()
    if found := _BEFORE.search(text, max(0, name.start - 90), name.start):
        return (found["post"] or found["label"]).strip()
    found = _IN_OFFICE.match(text, name.end) if name.titled else None
    return found["post"].strip() if found else ""


def _is_sure(name: NamedPerson) -> bool:
    """Whether a name is surely a person's: with a title that staff have, or a given name before a surname."""
    words = name.name.split()
    if name.titled:
        return bool(_TITLE.match(name.name))
    return words[0].casefold() in GIVEN_NAMES and words[-1].casefold() not in _PLACES
