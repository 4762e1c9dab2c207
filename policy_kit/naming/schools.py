"""Names that look like a school's: capitalised words that end in School, Academy, College, Primary…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from policy_kit.naming.runs import NameFound, Word, run_left, run_right, words_of
from policy_kit.naming.words import word_set
from policy_kit.regexes import regex

_ENDS = word_set(
    "school academy college primary infants juniors nursery kindergarten prep pre-school preschool"
)
# A capital before a word that ends a school's name, or a name after "Academy": quick to ask of every text.
_HINT = regex(
    r"[^\W\d_a-z][\w.'’&-]*\s(?:and\s|&\s)?(?:(?i:school|academy|college|primary"
    r"|infants|juniors|nursery|kindergarten|prep|pre-?school)\b)"
)
_ENDINGS = regex(
    r"School|SCHOOL|Academy|ACADEMY|College|COLLEGE|Primary|PRIMARY|I(?:nfants|NFANTS)"
    r"|J(?:uniors|UNIORS)|N(?:ursery|URSERY)|Kindergarten|KINDERGARTEN|Prep|PREP"
    r"|-[Ss]chool"
)
# What kind of school it is; a name needs a word besides these.
_KINDS = word_set(
    """
    school academy college primary infant infants junior juniors nursery first middle high secondary
    grammar upper lower senior community special prep preparatory pre-prep catholic roman rc r.c church
    of england c e ce c.e cofe c.of.e voluntary aided controlled va vc foundation sixth form free and &
    the girls girls' girls’ boys boys' boys’ jmi jm i mixed independent day boarding studio technical
    technology specialist local mainstream maintained partner feeder home host virtual national royal
    sunday teaching research forest safer safe healthy rights respecting eco new other another previous
    receiving neighbouring british english uk state private international kindergarten pre-school
    preschool centre christian anglican methodist jewish muslim islamic sikh hindu faith multi-academy
    multi after before breakfast out in-school all-through through provision unit pupil referral
    alternative welsh business enterprise sports arts language media science maths cyber online virtual
    apple google microsoft lead hub good outstanding best better great our internet digital smart
    connected unicef
    """
)
# What follows makes these words something else than a school's name.
_OTHER_THING_AFTER = word_set(
    """
    council improvement leaders leader trust trusts standards handbook workforce business development
    admissions admission games teachers act acts regulations code order lecturers union board bus
    trips trip uniform nurse nurses nursing day days hours club clubs website network email emails
    system systems device devices policy policies community's holidays report reports readiness swap
    zone crossing counsellor improvement
    """
)
_NOT_SCHOOLS = frozenset(
    {
        *("khan academy", "oak national academy", "national college", "royal college", "college of policing"),
        *(
            "national online safety academy",
            "the national college",
            "oak academy",
            "bbc school",
            "code academy",
        ),
        *("open college", "police college", "staff college", "internet safety school", "google school"),
        *("microsoft learn academy", "barefoot school", "purple school", "twinkl school", "world of school"),
    }
)


_OF_BODY = 5  # words in which a body's name and its "of" stand
_BODIES = word_set(
    "body board trustees governors directors friends corporation council proprietor proprietors"
)
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "rev", "revd", "prof", "professor"})


@lru_cache(maxsize=2048)
def school_names(text: str) -> tuple[NameFound, ...]:
    """The names in a text that look like a school's, in order; generic phrases are left out."""
    return tuple(_names(text)) if _ENDINGS.search(text) and _HINT.search(text) else ()


def _names(text: str) -> Iterator[NameFound]:
    words = words_of(_KIND_IN_BRACKETS.sub(_as_words, text))
    past = 0
    for at, word in enumerate(words):
        if at < past or word.lower not in _ENDS or not word.is_capital:
            continue
        if at + 1 < len(words) and words[at + 1].lower in _ENDS and words[at + 1].is_capital:
            continue  # the name goes on: "Elm Nursery School"
        start = _start(words, max(run_left(words, at), past))
        end = _end(words, start, at)
        past = end
        name = _name(text, words[start:end])
        if name is not None and not _is_other_thing(words, end):
            yield name


# "Church of England (VC) Primary School": the brackets are no end of the name.
_KIND_IN_BRACKETS = regex(
    r"\((?:V\.?A\.?|V\.?C\.?|Aided|Controlled|Voluntary \w+|C ?of ?E|CE|R\.?C\.?|Infants?|Juniors?"
    r"|Community)\)"
)


def _as_words(found: re.Match[str]) -> str:
    """The words in brackets with spaces for the brackets, so that every place stays where it is."""
    return f" {found[0][1:-1]} "


def _start(words: Sequence[Word], start: int) -> int:
    """Where the name begins: after a small word, and after "Mr Jones of" and "The Governing Body of"."""
    start = _past_small(words, start)
    for at in range(start + 1, min(start + _OF_BODY, len(words) - 1)):
        if words[at].text == "of" and words[at - 1].lower in _BODIES:
            start = _past_small(words, at)
            break
    if start and words[start - 1].lower in _TITLES:
        while start + 1 < len(words) and words[start].text not in ("of", "at", "from"):
            start += 1
        return start + 1
    return start


def _past_small(words: Sequence[Word], start: int) -> int:
    while words[start].text in ("and", "&", "of", "the"):
        start += 1
    return start


def _end(words: Sequence[Word], start: int, at: int) -> int:
    """The index after the name: "… School and Nursery", "Co-op Academy Elmside"."""
    end = at + 1
    if end + 1 < len(words) and words[end].lower == "for" and words[end + 1].lower in ("girls", "boys"):
        return end + 2
    if end + 1 < len(words) and words[end].text in ("and", "&") and words[end + 1].is_capital:
        further = end + 1
        while further < len(words) and words[further].is_capital and words[further].lower in _KINDS:
            further += 1
        if further > end + 1:
            return further
    named_after = words[at].lower in ("academy", "college") and at - start <= 2
    if (
        named_after
        and end < len(words)
        and words[end].is_capital
        and words[end].lower not in _OTHER_THING_AFTER
    ):
        return run_right(words, at, longest=2)
    return end


def _name(text: str, words: Sequence[Word]) -> NameFound | None:
    proper = [w for w in words if w.lower not in _KINDS and w.text[0].isalnum()]
    if not proper or len(words) < 2 or words[-2].lower in ("national", "royal"):
        return None
    end = words[-1].end - words[-1].ends_sentence  # the full stop after a name is no part of it
    name = re.sub(r"['’]s$", "", text[words[0].start : end].strip())
    if " ".join(w.lower for w in words) in _NOT_SCHOOLS:
        return None
    return NameFound(re.sub(r"\s+", " ", name), words[0].start, words[-1].end)


def _is_other_thing(words: Sequence[Word], end: int) -> bool:
    return end < len(words) and words[end].is_capital and words[end].lower in _OTHER_THING_AFTER
