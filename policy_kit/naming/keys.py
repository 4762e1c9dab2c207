"""Names made comparable: "St. Mary's C of E Primary School" and "St Marys CE Primary" are one school."""

from __future__ import annotations

import re
from functools import lru_cache

from policy_kit.naming.words import word_set
from policy_kit.regexes import regex

_CHURCH = regex(
    r"\bchurch of england\b|\bc\s?of\s?e\b|\bc\s?/\s?e\b|\bcofe\b|\bce\b|\bc\.\s?e\b", re.IGNORECASE
)
_ROMAN = regex(r"\broman catholic\b|\brc\b|\br\.\s?c\b", re.IGNORECASE)
_SMALL = frozenset(
    {"the", "and", "of", "school", "at", "va", "vc", "voluntary", "aided", "controlled", "community"}
)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """The telling words of a name in lower case: no "the", "and", "school", points or apostrophes."""
    text = name.casefold().replace("&", " and ").replace("’", "'").replace("'", "")
    text = _CHURCH.sub(" ce ", text)
    text = _ROMAN.sub(" catholic ", text)
    text = re.sub(r"\bsaint\b", "st", text)
    words = re.findall(r"\w+", text)
    return " ".join(w for w in words if w not in _SMALL) or " ".join(words)


def same_name(one: str, other: str) -> bool:
    """Whether two names are one body's: equal, or one is the other with words left off either end."""
    a, b = name_key(one).split(), name_key(other).split()
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


# The kind of a school by the words of its name; two schools of one place differ in it.
_PHASES = {
    "infant": "infant", "infants": "infant", "junior": "junior", "juniors": "junior",
    "primary": "primary", "jmi": "primary", "first": "primary", "preparatory": "primary", "prep": "primary",
    "middle": "middle", "nursery": "nursery", "special": "special",
    "secondary": "secondary", "high": "secondary", "grammar": "secondary", "upper": "secondary",
}  # fmt: skip
_KINDS = word_set(
    """
    school academy college sixth form ce catholic church england primary infant infants junior juniors
    nursery first middle high secondary grammar upper lower special prep preparatory free independent
    day girls boys jmi trust multi schools federation academies learning education mat foundation pre
    """
)


def proper_key(name: str) -> str:
    """The telling words of a name without the kind of school: "elm bank" of Elm Bank Primary School."""
    return " ".join(w for w in name_key(name).split() if w not in _KINDS)


def is_same_school(one: str, other: str) -> bool:
    """Whether two names can be one school's: the same telling words, and no kinds that exclude each other.

    A short form counts ("Elm Bank" for "Elm Bank Primary School"); "Elm Bank High School" is another school.
    """
    a, b = name_key(one).split(), name_key(other).split()
    proper_a, proper_b = ([w for w in words if w not in _KINDS] for words in (a, b))
    short, long = sorted((proper_a, proper_b), key=len)
    if not short or long[: len(short)] != short:
        return False
    kinds = [{_PHASES[w] for w in words if w in _PHASES} - {"nursery"} for words in (a, b)]
    if all(kinds) and not kinds[0] & kinds[1]:
        return False
    return len(short) == len(long) or len(short) > 1 or short == long
