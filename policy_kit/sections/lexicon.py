"""All that a standard looks for, turned round: for each spelling of a term the groups of terms it stands in.

A standard asks for ten thousand terms, of which a policy holds a third. Asked of the policy's words instead,
in one pass, those that it does not hold cost nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from policy_kit.sections.wording import Term, parse_term, written
from policy_kit.standard import Group, Standard

Numbers = str  # of groups: "3 17"; most are never asked for, and a text takes less memory than a list
START = 3  # letters of a beginning that are looked up


class Spellings(NamedTuple):
    """Spellings by what a text must hold if it holds them, each with the numbers of its groups.

    stems: of a word in any form; texts: of a word exactly so; the others by what they begin with, a line each
    (see `lines_of`). starts: of any word that begins so, by its first letters; pairs: of two words in any
    form, one after the other; longer: of more than two; rows: all others, as `written`.
    """

    stems: dict[str, Numbers]
    texts: dict[str, Numbers]
    starts: dict[str, str]
    pairs: dict[str, str]
    longer: dict[str, str]
    rows: dict[str, str]


class Lexicon(NamedTuple):
    """Groups of terms by their number, and where each of their spellings stands.

    names: of each group that refers to others (`@governors`, `{school_name}`), which. affirming: the
    spellings that a negation before them denies; denying: those that hold one themselves.
    """

    numbers: dict[Group, int]
    names: dict[Group, list[str]]
    affirming: Spellings
    denying: Spellings


def is_name(term: str) -> bool:
    """Whether a term stands for others: a group by its name, or one with what this policy gives in it."""
    return term.startswith("@") or "{" in term


def lexicon(groups: Iterable[Group]) -> Lexicon:
    """The lexicon of some groups."""
    numbers = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    held: dict[Term, list[str]] = {}
    for group, number in numbers.items():
        terms = (term for term in group if not is_name(term))
        for spelling in dict.fromkeys(itertools.chain.from_iterable(map(parse_term, terms))):
            if spelling.words:
                held.setdefault(spelling, []).append(str(number))
    affirming = _by_words((term, " ".join(found)) for term, found in held.items() if not term.negated)
    denying = _by_words((term, " ".join(found)) for term, found in held.items() if term.negated)
    names = {group: told for group in numbers if (told := list(filter(is_name, group)))}
    return Lexicon(numbers, names, affirming, denying)


@lru_cache(maxsize=2_000)
def lexicon_of_one(group: Group) -> Lexicon:
    """The lexicon of a single group that no standard asks for, such as a name in a policy."""
    return lexicon([group])


def groups_of(standard: Standard) -> Iterator[Group]:
    """All the groups that a standard asks for, and each term of a section's topic by itself."""
    yield from standard.words.values()
    for section in standard.sections:
        yield section.topic
        yield from ((term,) for term in section.topic)
        for point in section.points:
            for rule in point.evidence:
                yield from (*rule.groups, rule.none)


def _by_words(held: Iterable[tuple[Term, Numbers]]) -> Spellings:
    single: tuple[dict[str, Numbers], dict[str, Numbers]] = {}, {}  # stems, texts
    more: tuple[dict[str, list[str]], ...] = {}, {}, {}, {}  # starts, pairs, longer, rows
    for term, numbers in held:
        first, stems = term.words[0], term.stems
        if len(stems) == 1 or (len(term.words) == 1 and first.how == "exact"):
            single[not stems][first.value] = numbers
        elif len(term.words) == 1 and len(first.value) >= START:
            more[0].setdefault(first.value[:START], []).append(f"{first.value}\t{numbers}")
        elif stems:
            one, *others = stems
            more[1 if len(stems) == 2 else 2].setdefault(one, []).append(f"{' '.join(others)}\t{numbers}")
        else:
            one, _, rest = written(term.words).partition(" ")
            more[3].setdefault(one, []).append(f"{rest}\t{numbers}")
    return Spellings(*single, *({first: "\n".join(lines) for first, lines in each.items()} for each in more))


def lines_of(lines: str) -> Iterator[tuple[str, Numbers]]:
    """What each of some spellings that begin alike goes on with, and its numbers."""
    for line in lines.split("\n"):
        rest, _, numbers = line.partition("\t")
        yield rest, numbers


NO_LEXICON = lexicon(())
