"""Choices that a template offers with a slash, and nobody made: Headteacher/Principal, pupils/students."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.checks.running_text import Hit, RunningText
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

_SETS = {
    "the head's title": "head|headteacher|head teacher|principal|executive head|executive headteacher",
    "the kind of school": "school|academy|college|setting|nursery",
    "the word for pupils": "pupil|student|learner|child|children",  # "child/children" is one word
    "how often": "daily|weekly|fortnightly|monthly|half-termly|half termly|termly|annually|yearly",
    "the governing body": (
        "governing body|governing board|board of directors|board of governors|board of trustees|governor"
        "|director|trustee|governors sub committee|governors sub-committee|governors' committee"
        "|governing committee|local governing body|local governing board|management committee"
        "|local advisory board|proprietor|trust board"
    ),
}
_KIND_OF = {name: kind for kind, names in _SETS.items() for name in names.split("|")}
_NAMES = "|".join(sorted(map(re.escape, [*_KIND_OF, "academies"]), key=len, reverse=True))
_OPTION = f"(?:the )?(?:{_NAMES})(?:[’']?s)?"
_CHOICE = regex(
    rf"(?<![\w/-]){_OPTION}(?:\s*/\s*{_OPTION})+(?![\w-])(?!\s*/| of (?:school|centre|department|house"
    rf"|sixth|year))",
    re.IGNORECASE,
)
_OPPOSITES = regex(
    r"\b(?P<verb>will|does|do|is|are|may|can|has|have)\s?/\s?(?:(?P=verb)(?: not|n[’']t)|cannot)\b"
    # "allowed / not allowed", "allow / do not allow", "may be used / may not be used"
    r"|\b(?P<done>[a-z]{3,})\s?/\s?(?:do(?:es)? )?not (?P=done)\b"
    r"|\b(?P<may>may|can|will|is|are) (?P<what>be [a-z]+|[a-z]+ed)\s?/\s?(?P=may) not (?P=what)\b",
    re.IGNORECASE,
)
# The policy says once what it calls them all: "Headteachers / Principals will be referred to as heads".
_DEFINED = regex(
    r"\breferred to as\b|\bthe (?:terms?|words?)\b[^.]{0,60}\b(?:means?|refers?|includes?|used)\b",
    re.IGNORECASE,
)
_OF_A_FORM = regex(r"\b(?:I|we|my|he|she)\b", re.IGNORECASE)
_SLASH = regex(r"/\s*(?:the )?(\w+)", re.IGNORECASE)
_WORD_BEFORE = regex(r"(\w+)(?:[’'])?$")
_FIRST_WORDS = frozenset(name.split()[0] for name in (*_KIND_OF, "academies"))
_LAST_WORDS = frozenset(name.split()[-1] for name in (*_KIND_OF, "academies"))
_PLURAL = regex(r"[’']?s$")
# "school/college" is how guidance speaks of both; "school/nursery" may be one school with a nursery.
_BOTH_MEANT = ({"school", "college"}, {"school", "nursery"}, {"school", "setting"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice not made: the words, what it is a choice of, and how many there are to choose from."""

    words: str
    kind: str
    options: int


def choices_in(text: RunningText) -> Iterator[tuple[Hit, Choice]]:
    """The choices left open in a text, in order; pairs that mean both are left alone."""
    seen: set[tuple[int, str]] = set()
    for near in text.find(_SLASH, "/"):
        line = (near.block.index, near.text)
        before = _WORD_BEFORE.search(near.before[-24:].rstrip())
        if line in seen or before is None or not _is_name(before[1], _LAST_WORDS):
            continue
        if not _is_name(near.match[1], _FIRST_WORDS):
            continue
        seen.add(line)  # the long pattern is tried once a line, and only where a known word stands at a slash
        for match in _CHOICE.finditer(near.text):
            choice = _choice(match[0])
            if choice and not _DEFINED.search(near.text):
                yield Hit(near.block, near.text, match), choice


def opposites_in(text: RunningText) -> Iterator[tuple[Hit, Choice]]:
    """Where it is left open whether something is so: "the school does / does not allow phones".

    What somebody says of himself or of a child is a form's to ask.
    """
    for hit in text.find(_OPPOSITES, "/"):
        heads_column = not hit.before.strip() and not hit.after.strip()
        if not heads_column and not _OF_A_FORM.search(hit.sentence_before):
            yield hit, Choice(hit.words, "whether it is so", 2)


def _is_name(word: str, names: frozenset[str]) -> bool:
    word = word.lower()
    return word in names or word.removesuffix("s") in names


def _choice(words: str) -> Choice | None:
    names = [_bare(part) for part in words.split("/")]
    kinds = {_KIND_OF.get(name) for name in names}
    if len(kinds) != 1 or len(set(names)) < 2 or set(names) in _BOTH_MEANT:
        return None
    kind = kinds.pop()
    return Choice(words, kind, len(names)) if kind else None


def _bare(part: str) -> str:
    name = part.strip().lower().removeprefix("the ").replace("academies", "academy").replace("’", "'")
    name = name.replace("children", "child")
    if name in _KIND_OF:
        return name
    return _PLURAL.sub("", name)
