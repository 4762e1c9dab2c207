"""Which sections the words of a heading name, where it is no wording that is known whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.wording import Token, Word, parse_term, tokens, word_of, written
from policy_kit.standard import Group, Standard

# Sections of every matter: where a heading names a matter of its own ("Teaching about AI"), that is it.
OF_ALL = frozenset(
    {
        "aims-and-scope", "document-control", "education-and-curriculum", "legislation-and-guidance",
        "linked-policies", "monitoring-and-review", "parents-and-carers", "reporting-and-responding",
        "risk-categories", "roles-and-responsibilities", "staff-training", "useful-contacts",
    }
)  # fmt: skip
# Of these the ones that have most to do with all: "Reporting risks".
_MOST_GENERAL = frozenset({"aims-and-scope", "risk-categories", "roles-and-responsibilities"})
A_HINT = 3  # the rank of a word that names a section only where nothing else is named
# These too where what the school says of them is about a matter: "Acceptable use of AI".
_OF_MATTERS = OF_ALL | {"acceptable-use"}
# Where a heading names what is done to somebody, the means is no matter of its own: "Bullying by phone".
HARMS = frozenset(
    {
        "cyberbullying", "online-exploitation", "online-hate", "radicalisation",
        "sexual-violence-and-harassment", "sharing-nudes",
    }
)  # fmt: skip
MEANS = frozenset(
    {
        "email-and-communication", "images-and-video", "mobile-and-smart-devices", "remote-learning",
        "social-media",
    }
)  # fmt: skip
# Nor is the place, or what is done about it, where both are of one subject: "Terrorism on the web".
_PLACES = frozenset(
    {
        "data-protection", "filtering-and-monitoring", "harmful-content-and-misinformation",
        "security-and-passwords", "website-and-publishing",
    }
)  # fmt: skip
_WIDER = {"sharing-nudes": "generative-ai", "official-social-media": "social-media"}  # gives way to the first
# What is searched is no matter of its own where it comes after: "Searching bags and phones".
_SEARCHED = frozenset(
    {"data-protection", "images-and-video", "mobile-and-smart-devices", "security-and-passwords"}
)
_NAME = regex(r"@[\w-]+")  # of a group of the standard's words
_LONGEST = 14  # words; a longer heading is a sentence, and its words need not be its subject
_LISTED = 4  # words that each part has of one that only lists matters, however long
_PARTS = regex(r"\s*(?:[,;/&]|\band\b|\s[–—-]\s|\()\s*", re.IGNORECASE)
# What follows one of these is said of what stands before it, so that the heading has one subject.
_OF_WHAT = regex(
    r":|\b(?:of|for|about|in|on|to|with|by|from|when|if|where|against|between|through|over|via)\b(?=\s*\w)",
    re.IGNORECASE,
)
_IN = ("in", "at", "inside", "during")


@dataclass(frozen=True, slots=True)
class Named:
    """A section that a heading names by some of its words: the words, where they stand, and how surely.

    rank: 0 by the name of a matter, 1 and 2 by that of a section of every matter, 3 by a hint.
    """

    section: str
    words: str
    at: tuple[int, ...]
    rank: int


class NamingTerms(NamedTuple):
    """The terms that name a standard's sections, by the word they begin with, all as `written`.

    Each is a line with its rank and its section: few are asked for, and a text takes little memory.
    """

    starting: Mapping[str, str]

    def beginning_with(self, word: Token) -> Iterator[tuple[tuple[Word, ...], str, int]]:
        """The words of each term whose first may be this, its section and its rank."""
        lower = word.lower
        for start in (word.stem, f"={word.text}", *[f"*{lower[:end]}" for end in range(1, len(lower) + 1)]):
            for line in self.starting.get(start, "").splitlines():
                rank, section, term = line.split(" ", 2)
                yield tuple(map(word_of, term.split(" "))), section, int(rank)


def terms_by_word(terms: Iterable[tuple[str, str, int]]) -> NamingTerms:
    """Terms as a standard has them, each with its section and its rank."""
    starting: dict[str, list[str]] = {}
    for text, section, rank in terms:
        for term in parse_term(text):
            if term.words:
                line = f"{rank} {section} {written(term.words)}"
                starting.setdefault(written(term.words[:1]), []).append(line)
    return NamingTerms({word: "\n".join(lines) for word, lines in starting.items()})


def _rank(section: str) -> int:
    return 2 if section in _MOST_GENERAL else int(section in _OF_MATTERS)


def naming_terms(standard: Standard) -> NamingTerms:
    """The terms of a standard's sections."""
    return terms_by_word(
        (text, section.id, rank)
        for section in standard.sections
        for texts, rank in ((section.heading_words, _rank(section.id)), (section.heading_hints, A_HINT))
        for given in texts
        for text in _spelled_out(given, standard.words)
    )


def _spelled_out(term: str, words: Mapping[str, Group]) -> Iterator[str]:
    """The term with each of the words that a name in it stands for: "worr* .. @an-adult"."""
    named = _NAME.search(term)
    if named is None:
        yield term
        return
    for word in words.get(named[0], ()):
        yield from _spelled_out(f"{term[: named.start()]}{word}{term[named.end() :]}", words)


def sections_named(cleaned: str, terms: NamingTerms) -> list[Named]:
    """The sections that a cleaned heading names by a word of theirs: "What about phones?".

    The longest term has its words to itself; sections that share a term stand side by side (`at`).
    """
    parts = [tokens(part) for part in _PARTS.split(cleaned)]
    words = [word for part in parts for word in part]
    if len(words) > _LONGEST and len(words) > _LISTED * len(parts):
        return []
    subject_of = [subject for subject, part in zip(_subjects(cleaned), parts, strict=True) for _ in part]
    kept: list[Named] = []
    for found in sorted(_found(parts, terms), key=lambda n: (-len(n.at), n.rank, n.at)):
        rivals = [k for k in kept if not set(k.at).isdisjoint(found.at)]
        if all(k.at == found.at and k.rank == found.rank for k in rivals):
            kept.append(found)
    kept = _without_places(_without_shared(kept), words, subject_of)
    told = _matters(sorted(kept, key=lambda k: k.at), subject_of)
    return list({k.section: k for k in reversed(told)}.values())[::-1]


def _without_shared(named: list[Named]) -> list[Named]:
    """Those that do not share their words with a section that other words name too."""
    places: dict[str, set[tuple[int, ...]]] = defaultdict(set)
    for one in named:
        places[one.section].add(one.at)

    def gives_way(one: Named) -> bool:
        beside = (other.section for other in named if other.at == one.at and other.section != one.section)
        return len(places[one.section]) == 1 and any(len(places[section]) > 1 for section in beside)

    return [one for one in named if not gives_way(one)]


def _without_places(named: list[Named], words: list[Token], subject_of: list[int]) -> list[Named]:
    """Those that do not only say where another one of their subject is: "Numbers to keep in your phone"."""

    def is_place(one: Named) -> bool:
        subject = subject_of[one.at[0]]
        places = [n for n in range(one.at[0]) if words[n].lower in _IN and subject_of[n] == subject]
        return any(
            other.rank < A_HINT and subject_of[other.at[0]] == subject and other.at[-1] < places[-1]
            for other in named
            if places
        )

    return [one for one in named if not is_place(one)]


def _subjects(cleaned: str) -> list[int]:
    """Which subject each part of a heading is of: one that follows an "of" or a colon stays with it."""
    subjects, stays = [0], False
    for before in _PARTS.split(cleaned)[:-1]:
        stays = stays or bool(_OF_WHAT.search(before))
        subjects.append(subjects[-1] + (not stays))
    return subjects


def _matters(named: list[Named], subject_of: list[int]) -> list[Named]:
    """Those that are what the heading is about, of each of its subjects."""
    certain = [n for n in named if n.rank < A_HINT] or named
    subjects: dict[int, list[Named]] = defaultdict(list)
    for one in _without_means(certain, subject_of):
        subjects[subject_of[one.at[0]]].append(one)
    return [n for of_one in subjects.values() for n in of_one if n.rank == min(m.rank for m in of_one)]


def _without_means(named: list[Named], subject_of: list[int]) -> list[Named]:
    """Those that are not only the means or the place of another that is named."""
    harmed = {subject_of[n.at[0]] for n in named if n.section in HARMS and n.rank == 0}
    wider = {_WIDER.get(n.section) for n in named}
    searched = min((n.at for n in named if n.section == "searching-and-confiscation"), default=None)

    def gives_way(one: Named) -> bool:
        if one.section in wider or (harmed and one.section in MEANS):
            return True
        if searched is not None and one.section in _SEARCHED and searched < one.at:
            return True
        return one.section in _PLACES and subject_of[one.at[0]] in harmed

    return [n for n in named if not gives_way(n)]


def _found(parts: list[list[Token]], terms: NamingTerms) -> Iterator[Named]:
    """Each term that stands in a heading; the words between those of one with a gap are of one part."""
    words = [word for part in parts for word in part]
    part_of = [number for number, part in enumerate(parts) for _ in part]
    for position, word in enumerate(words):
        for term, section, rank in terms.beginning_with(word):
            at = _standing(term, words, position)
            gapped = at and at[-1] - at[0] >= len(at)
            if at and not (gapped and part_of[at[0]] != part_of[at[-1]]):
                yield Named(section, " ".join(words[n].lower for n in at), at, rank)


_WIDEST_GAP = 6


def _standing(term: tuple[Word, ...], words: list[Token], position: int) -> tuple[int, ...]:
    """Where the words of a term stand in a heading, its first at `position`; () if they do not."""
    at = [position]
    widest = 1
    for word in term[1:]:
        if word.how == "gap":
            widest = _WIDEST_GAP + 1
            continue
        within = range(at[-1] + 1, min(at[-1] + 1 + widest, len(words)))
        found = next((n for n in within if word.matches(words[n])), None)
        if found is None:
            return ()
        at.append(found)
        widest = 1
    return tuple(at)
