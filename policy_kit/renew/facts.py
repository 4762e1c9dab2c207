"""Facts of the profile inside sentences: a name that changed in the profile is no edit of a sentence.

Only what a sentence says of a fact is moved: the words that base and theirs have in one place, old and new.
So a person who holds two posts and gives up one is renamed where the post is spoken of, nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from policy_kit.quick import dataclass
from policy_kit.renew.model import Fact, Followed
from policy_kit.renew.texts import words

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Settled:
    """A sentence on the school's and the base's side with this year's facts put in."""

    base: str
    mine: str
    followed: tuple[Followed, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A fact in a sentence of base: the words it takes up there, and what stands for it in theirs."""

    fact: Fact
    span: _Span
    turn: int  # which occurrence of the old words it is


def settle(base: str, mine: str, theirs: str, facts: Iterable[Fact]) -> Settled:
    """Put this year's facts into last year's sentence and into the school's edit of it.

    A sentence that does not hold a changed fact comes back as it is. Where the school wrote something else
    in a fact's place, and only there, the profile is followed and that is told.
    """
    old, edited, new = words(base), words(mine), words(theirs)
    places = list(_places(old, new, [f for f in facts if f.old != f.new]))
    if not places:
        return Settled(base, mine)
    followed: list[Followed] = []
    edits = _changes(old, edited)
    into_base: dict[_Span, list[str]] = {}
    into_mine: dict[_Span, list[str]] = {}
    for place in places:
        value = words(place.fact.new)
        there = _where(place.span, edits)
        if there is None:
            continue  # written out of the sentence: that both sides changed it is for a person to settle
        yours = edited[there[0] : there[1]]
        untouched = yours in (old[place.span[0] : place.span[1]], value)
        if not untouched and not _is_a_value(yours):
            continue
        into_base[place.span] = value
        into_mine[there] = value
        if not untouched:
            followed.append(Followed(place.fact.field, "".join(yours).strip(), place.fact.new))
    return Settled(_put(old, into_base), _put(edited, into_mine), tuple(followed))


_LONGEST_VALUE = 5  # words of a name, date, number or address


def _is_a_value(text: Sequence[str]) -> bool:
    """Whether words are a name, a date, a number or an address rather than a wording."""
    said = [word for word in text if word[0].isalnum()]
    named = all(not word.isalpha() or word[0].isupper() for word in said)
    return 0 < len(said) <= _LONGEST_VALUE and (named or "@" in text)


def _changes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _places(old: Sequence[str], new: Sequence[str], facts: Iterable[Fact]) -> Iterator[_Place]:
    """The facts that base has where theirs has their new words; none overlap."""
    changed = [(a, b, c, d) for kind, a, b, c, d in _changes(old, new) if kind != "equal"]
    taken: list[_Span] = []
    for fact in sorted(facts, key=lambda f: -len(f.old)):
        before, after = words(fact.old), words(fact.new)
        for turn, span in enumerate(_occurrences(old, before)):
            here = [(c, d) for a, b, c, d in changed if span[0] <= a and b <= span[1]]
            free = all(span[1] <= s or e <= span[0] for s, e in taken)
            now = _occurrences(new, after)
            if free and here and all(any(s <= c and d <= e for s, e in now) for c, d in here):
                taken.append(span)
                yield _Place(fact, span, turn)


def _occurrences(text: Sequence[str], wanted: Sequence[str]) -> list[_Span]:
    size = len(wanted)
    if not size:
        return []
    return [(n, n + size) for n in range(len(text) - size + 1) if text[n : n + size] == wanted]


def _where(span: _Span, edits: Iterable[tuple[str, int, int, int, int]]) -> _Span | None:
    """Where words of base are in the school's text; None if the edit reaches beyond or took them out."""
    start = end = None
    for kind, a, b, c, d in edits:
        if kind == "equal":
            if a <= span[0] < b:
                start = c + span[0] - a
            if a < span[1] <= b:
                end = c + span[1] - a
        elif a < span[1] and span[0] < b:
            if not (span[0] <= a and b <= span[1]):
                return None
            start = c if a == span[0] and start is None else start
            end = d if b == span[1] else end
    if start is None or end is None or start == end:
        return None
    return start, end


def _put(text: Sequence[str], changes: dict[_Span, list[str]]) -> str:
    out: list[str] = []
    last = 0
    for (start, end), value in sorted(changes.items()):
        out += [*text[last:start], *value]
        last = end
    return "".join([*out, *text[last:]])
