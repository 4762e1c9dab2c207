"""Words compared as a reader compares them: plurals, verb forms, hyphens and spellings count as one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from policy_kit.naming.words import word_set
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.stems import stem

_TOKEN = regex(r"[A-Za-zÀ-ɏ0-9]+(?:['’][A-Za-z]+)?")
_JOINED = regex(
    r"\b(e|co|on|pre|multi|anti|cyber)[-‐‑](?=(mail|safety|learning|line|ordinat|operat)\w*)", re.IGNORECASE
)

# Written apart they are one word too: "E safety", "on line", but no line manager.
_APART = regex(r"\b(?:(e) (?=safety\b)|(on) (?=line\b(?! (?:manag|report|\d))))", re.IGNORECASE)

NEGATORS = frozenset({"not", "never", "no", "without", "neither", "nor", "cannot"})
_MAY_STAND_BETWEEN = word_set("be been being currently yet always routinely formally regularly a any an")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as it stands but for a possessive ending, in lower case, and as a stem."""

    text: str
    lower: str
    stem: str


_NO_DENIAL = frozenset({"only", "just", "limited", "simply", "merely", "confined", "restricted"})
_NOT_ONLY = Token("not only", "not", "not only")  # an index holds one stem of each text
# What follows "child" or "children's" in the name of a service, a policy or a crime, as stems.
_OF_A_CHILD = word_set("protection protect social servic safeguard board partnership commission act bureau")
_NO_CHILD = "child-"


def tokens(text: str) -> list[Token]:
    """The words of a text; a hyphen parts words, but `e-mail` and `co-ordinator` are one, and `on line`.

    The "not" of "not only" and "not limited to" denies nothing: as a stem it is no "not"; nor does
    "child protection" speak of a child.
    """
    joined = _JOINED.sub(r"\1", text) if "-" in text or "‐" in text or "‑" in text else text
    if any(apart in joined for apart in ("E safety", "E Safety", " e safety", "n line", "n Line")):
        joined = _APART.sub(r"\1\2", joined)
    words = _TOKEN.findall(joined)
    found = [_token(word) for word in words]
    if "not" in words or "Not" in words:
        for place, (word, after) in enumerate(itertools.pairwise(words)):
            if word in ("not", "Not") and after in _NO_DENIAL:
                found[place] = _NOT_ONLY
    if "hild" in joined:
        for place, (token, after) in enumerate(itertools.pairwise(found)):
            if token.stem == "child" and after.stem in _OF_A_CHILD:
                found[place] = Token(token.text + "-", token.lower, _NO_CHILD)
    return found


@lru_cache(maxsize=50_000)
def _token(word: str) -> Token:
    lower = word.lower()
    return Token(word.removesuffix("'s").removesuffix("’s"), lower, stem(lower))


@lru_cache(maxsize=50_000)
def stems_of(text: str) -> tuple[str, ...]:
    """The stems of a text, in order."""
    if is_plain(text):
        stems = [stem(word) for word in text.lower().split()]
        return tuple(_no_children(stems) if "child" in stems else stems)
    return tuple(t.stem for t in tokens(text))


def _no_children(stems: list[str]) -> list[str]:
    ends = [*stems[1:], ""]
    return [
        _NO_CHILD if stem_ == "child" and end in _OF_A_CHILD else stem_
        for stem_, end in zip(stems, ends, strict=True)
    ]


def is_plain(text: str) -> bool:
    """Whether it is nothing but words of plain letters, as most terms and headings are."""
    return text.isascii() and text.replace(" ", "").isalpha()


class Word(NamedTuple):
    """One word of a term: exact (`=DSL`), the beginning of a word (`filter*`), or any form of it."""

    how: str  # exact, prefix, stem, gap
    value: str

    def matches(self, token: Token) -> bool:
        if self.how == "stem":
            return token.stem == self.value
        if self.how == "prefix":
            return token.lower.startswith(self.value)
        return token.text == self.value


class Term(NamedTuple):
    """A term of the evidence language: words that follow one another, `..` for up to six between."""

    words: tuple[Word, ...]
    negated: bool  # it holds a negation itself, so one before it is no objection
    stems: tuple[str, ...] = ()  # its words if each may stand in any form, with nothing between them


@lru_cache(maxsize=50_000)
def parse_term(term: str) -> tuple[Term, ...]:
    """The term, in its spellings: `off-site` is also `off site` and `offsite`."""
    if " " in term and not _SCHOOL.isdisjoint(term.split()):
        return tuple(found for spelling in _by_any_name(term) for found in _spelt(spelling))
    return _spelt(term)


# What a school may be called: where a term of several words says "school", these stand for it as well.
_SCHOOL = frozenset({"school", "school's"})
_CALLED = ("school", "academy", "college", "nursery", "setting", "centre", "unit")


def _by_any_name(term: str) -> Iterator[str]:
    """The term as a school, an academy, a college or another that is no school by name says it of itself."""
    for name in _CALLED:
        pieces = ((name + piece[len("school") :]) if piece in _SCHOOL else piece for piece in term.split(" "))
        yield " ".join(pieces)


def _spelt(term: str) -> tuple[Term, ...]:
    """The term in its spellings, as it stands."""
    if is_plain(term):  # two of three are
        stems = stems_of(term)
        return (Term(tuple(map(_any_form, stems)), not NEGATORS.isdisjoint(stems), stems),)
    spellings = {term, term.replace("-", "")} if "-" in term else {term}
    return tuple(_parse(s) for s in sorted(spellings))


@lru_cache(maxsize=20_000)
def _any_form(stem_: str) -> Word:
    return Word("stem", stem_)


def _parse(term: str) -> Term:
    words = tuple(word for piece in term.split() for word in _words_of(piece))
    if any(w.value == "child" for w in words[:-1]):
        values = _no_children([w.value for w in words])
        words = tuple(w._replace(value=value) for w, value in zip(words, values, strict=True))
    stems = tuple([w.value for w in words]) if all(w.how == "stem" for w in words) else ()
    return Term(words, any(w.value in NEGATORS for w in words), stems)


@lru_cache(maxsize=20_000)
def _words_of(piece: str) -> tuple[Word, ...]:
    """The words of a part of a term that has no space in it; the same parts come again and again."""
    if piece == "..":
        return (Word("gap", ""),)
    if is_plain(piece):
        return (_any_form(stem(piece.lower())),)
    parts = tokens(piece.strip("=*"))
    if piece.startswith("="):
        return tuple(Word("exact", part.text) for part in parts)
    words = [Word("stem", part.stem) for part in parts]
    if words and piece.endswith("*"):
        words[-1] = Word("prefix", parts[-1].lower)
    return tuple(words)


_MARKS = {"stem": "", "exact": "=", "prefix": "*", "gap": "."}
_MEANT = {mark: how for how, mark in _MARKS.items() if mark}


def written(words: Iterable[Word]) -> str:
    """The words of a term as one text, of which `word_of` reads each: "=DSL train *polic ."."""
    return " ".join([_MARKS[word.how] + word.value for word in words])


@lru_cache(maxsize=20_000)
def word_of(text: str) -> Word:
    """A word that `written` wrote."""
    how = _MEANT.get(text[0])
    return Word(how, text[1:]) if how else Word("stem", text)


def is_negator(lower: str) -> bool:
    """Whether a word in lower case denies what follows it."""
    return lower in NEGATORS or lower.endswith(("n't", "n’t"))


def is_negated(words: Sequence[Token], position: int) -> bool:
    """Whether the word at `position` is denied: `not reviewed`, `is not currently reviewed`, `no review`."""
    for back in range(1, 4):
        before = position - back
        if before < 0:
            return False
        lower = words[before].lower
        if is_negator(lower):
            return words[before + 1].lower not in _NO_DENIAL
        if lower not in _MAY_STAND_BETWEEN:
            return False
    return False
