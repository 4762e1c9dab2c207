"""Is this line a whole statement of its own, or can it be the end of the one before? Cues, not grammar."""

from __future__ import annotations

import re

from policy_kit.regexes import regex, seldom

_SUBJECT_WORDS = (
    "the all any our these those there they staff pupils students learners parents children members everyone"
    " each every no a an school governors headteacher principal some many most both teachers adults users"
    " visitors where concerns cyberbullying youth although dsl he she you nobody anyone"
)
_SUBJECTS = frozenset(_SUBJECT_WORDS.split())
_PEOPLE_DO = seldom(
    r"(?:(?:all|our|the|most|some) )?"
    r"(?:staff|pupils|students|learners|parents|children|governors|teachers|adults|visitors)"
    r" (?:speak|report|tell|check|keep|know|learn|follow|read|sign|make|give|help|support|ensure|take"
    r"|talk|teach"
    r"|ask|meet|review|share|act|hand|bring|see|agree)\b",
    re.IGNORECASE,
)
_NEVER_LISTED = seldom(r"(?:it|we|this (?:policy|includes?|means|is|will|applies)|they)\b", re.IGNORECASE)
_FINITE = regex(
    r"\b(?:will|shall|should|must|may|can|cannot|could|would|might|is|are|was|were|has|have|had|does|do"
    r"|recognises?|believes?"
    r"|aims?|expects?|understands?|requires?|refers?|reflects?|complies|takes?|includes?|provides?"
    r"|applies|uses?|works?|means?|needs?)\b",
    re.IGNORECASE,
)
_RELATIVE = regex(
    r"\b(?:that|which|who|whom|whose|where|how|what|when|if|whether|why|because|unless)\b", re.IGNORECASE
)
_WORD = regex(r"[A-Za-z’'-]+")
_FIRST_WORDS = 14


def is_whole_statement(text: str, *, known_subject: bool = True) -> bool:
    """Whether a line has a subject and a verb of its own, so that it cannot end "we will:".

    known_subject: only lines that open with a word that can but be a subject ("Any", "The", "Staff"),
    so that "Ensure staff are trained" is not taken for one.
    """
    head = " ".join(text.split()[:_FIRST_WORDS])
    first = _WORD.search(head)
    if not first or not text.lstrip()[:1].isupper():
        return False
    if _NEVER_LISTED.match(head) or _PEOPLE_DO.match(head):
        return True
    if known_subject and first[0].lower() not in _SUBJECTS:
        return False
    verb = _FINITE.search(head, first.end())
    if not verb:
        return False
    relative = _RELATIVE.search(head, first.end())
    return relative is None or verb.start() < relative.start()


def is_sentence(text: str) -> bool:
    """Whether a line is a full sentence by its form: capital, full stop, eight words or more, a verb."""
    return (
        text.rstrip().endswith((".", "!", "?"))
        and len(text.split()) >= 8
        and is_whole_statement(text, known_subject=False)
    )


def has_verb(text: str) -> bool:
    """Whether a finite verb stands anywhere in the line."""
    return bool(_FINITE.search(text))
