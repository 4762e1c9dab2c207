"""Which sections the words of a heading name, where it is no wording that is known whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.wording import Term, Token, parse_term, tokens
from policy_kit.standard import Standard

# Sections of every matter: where a heading names a matter of its own ("Teaching about AI"), that is it.
OF_ALL = frozenset(
    {
        "aims-and-scope", "document-control", "education-and-curriculum", "legislation-and-guidance",
        "linked-policies", "monitoring-and-review", "parents-and-carers", "reporting-and-responding",
        "risk-categories", "roles-and-responsibilities", "staff-training", "useful-contacts",
    }
)  # fmt: skip
A_HINT = 2  # the rank of a word that names a section only where nothing else is named
# Where a heading names what is done to somebody, the means is no matter of its own: "Bullying by phone".
_HARMS = frozenset(
    {"cyberbullying", "online-exploitation", "online-hate", "sexual-violence-and-harassment", "sharing-nudes"}
)
_MEANS = frozenset(
    {
        "email-and-communication", "images-and-video", "mobile-and-smart-devices", "remote-learning",
        "social-media",
    }
)  # fmt: skip
_LONGEST = 14  # words; a longer heading is a sentence, and its words need not be its subject
_PARTS = regex(r"\s*(?:,|;|/|&|\band\b|[–—]|\s-\s|\()\s*", re.IGNORECASE)
# What follows one of these is said of what stands before it, so that the heading has one subject.
_OF_WHAT = regex(r":|\b(?:of|for|about|in|on|to|with|by|from|when|if|where|against|between)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A section that a heading names by some of its words: the words, where they stand, and how surely.

    rank: 0 by the name of a matter, 1 by that of a section of every matter, 2 by a hint.
    """

    section: str
    words: str
    at: tuple[int, ...]
    rank: int


class NamingTerms:
    """The terms that name a standard's sections, by the word they begin with."""

    def __init__(self) -> None:
        self._starting: dict[tuple[str, str], list[tuple[Term, str, int]]] = defaultdict(list)

    def add(self, term: Term, section: str, rank: int) -> None:
        """Take up a term."""
        if term.words:
            self._starting[term.words[0]].append((term, section, rank))

    def beginning_with(self, word: Token) -> Iterator[tuple[Term, str, int]]:
        """The terms whose first word it may be."""
        starts = [("stem", word.stem), ("exact", word.text)]
        starts += [("prefix", word.lower[:end]) for end in range(1, len(word.lower) + 1)]
        for start in starts:
            yield from self._starting.get(start, ())


def naming_terms(standard: Standard) -> NamingTerms:
    """The terms of a standard's sections."""
    terms = NamingTerms()
    for section in standard.sections:
        for texts, rank in (
            (section.heading_words, int(section.id in OF_ALL)),
            (section.heading_hints, A_HINT),
        ):
            for text in texts:
                for term in parse_term(text):
                    terms.add(term, section.id, rank)
    return terms


def sections_named(cleaned: str, terms: NamingTerms) -> list[Named]:
    """The sections that a cleaned heading names by a word of theirs: "What about phones?".

    The longest term has its words to itself; sections that share a term stand side by side (`at`).
    """
    parts = [tokens(part) for part in _PARTS.split(cleaned)]
    words = [word for part in parts for word in part]
    if len(words) > _LONGEST:
        return []
    part_of = [number for number, part in enumerate(parts) for _ in part]
    one_subject = bool(_OF_WHAT.search(cleaned))
    kept: list[Named] = []
    for found in sorted(_found(words, terms), key=lambda n: (-len(n.at), n.rank, n.at)):
        rivals = [k for k in kept if not set(k.at).isdisjoint(found.at)]
        if all(k.at == found.at and k.rank == found.rank for k in rivals):
            kept.append(found)
    if any(k.section in _HARMS and k.rank == 0 for k in kept):
        kept = [k for k in kept if k.section not in _MEANS]
    by_scope: dict[int, list[Named]] = defaultdict(list)
    for one in sorted(kept, key=lambda k: k.at):
        by_scope[0 if one_subject else part_of[one.at[0]]].append(one)
    told = [one for scope in by_scope.values() for one in _telling(scope)]
    return list({k.section: k for k in reversed(told)}.values())[::-1]


def _telling(named: list[Named]) -> list[Named]:
    """Those of one subject's that are its matter."""
    best = min(n.rank for n in named)
    return [n for n in named if n.rank == best]


def _found(words: list[Token], terms: NamingTerms) -> Iterator[Named]:
    for position, word in enumerate(words):
        for term, section, rank in terms.beginning_with(word):
            if at := _standing(term, words, position):
                yield Named(section, " ".join(words[n].lower for n in at), at, rank)


_WIDEST_GAP = 6


def _standing(term: Term, words: list[Token], position: int) -> tuple[int, ...]:
    """Where the words of a term stand in a heading, its first at `position`; () if they do not."""
    at = [position]
    widest = 1
    for word in term.words[1:]:
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
