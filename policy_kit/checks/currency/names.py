"""Finds known titles and names that are nearly right, such as "Keeping Children Safe in Eduction"."""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.currency.nearness import nearness, suspects
from policy_kit.guidance import Register
from policy_kit.guidance.joined import JoinedText
from policy_kit.guidance.remembering import remembered
from policy_kit.model import Block
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

_WORD = regex(r"[^\W_]+")
_SHORTEST_WORD = 4  # a shorter word that is off by a letter is likely another word, unless it is a name
_ACRONYM = 5
_SAME_BEGINNING = 3
_OTHER_WORDS = frozenset({"childlike", "uksic"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A known title or name: the words it is made of, as written and in lower case."""

    shown: str
    written: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """Words of a text that are nearly a known name."""

    start: int
    end: int
    right: str


@dataclass(frozen=True, eq=False)
class Names:
    """The known names, by the words in them that could be mistyped."""

    by_word: dict[str, tuple[tuple[Phrase, int], ...]]
    right: frozenset[str]


@remembered
def names_of(register: Register) -> Names:
    """The names of a register's documents and bodies, ready for looking up."""
    owners = [d.spellings for d in register.documents] + [o.spellings for o in register.organisations]
    by_word: dict[str, list[tuple[Phrase, int]]] = {}
    for shown in sorted({name for spellings in owners for name in spellings}):
        written = tuple(_WORD.findall(shown))
        phrase = Phrase(shown, written, tuple(word.lower() for word in written))
        for position in range(len(written)):
            if _may_be_mistyped(phrase, position):
                by_word.setdefault(phrase.words[position], []).append((phrase, position))
    names = (n for o in register.organisations for n in (*o.old_names, o.name, o.now))
    right = {word.lower() for name in names for word in _WORD.findall(name)}
    return Names(
        by_word={word: tuple(entries) for word, entries in by_word.items()},
        right=frozenset(right) | _OTHER_WORDS,
    )


def _may_be_mistyped(phrase: Phrase, position: int) -> bool:
    """Whether a word of a phrase is telling enough that a slip in it is not another word by chance."""
    word = phrase.written[position]
    if len(phrase.words) == 1:
        return len(word) >= _ACRONYM
    if len(phrase.words) == 2:
        return word[0].isupper() and len(word) >= _SHORTEST_WORD
    return len(word) >= _SHORTEST_WORD or (word[0].isupper() and len(word) == _SHORTEST_WORD - 1)


def slips(text: JoinedText, names: Names) -> Iterator[tuple[Block, Slip]]:
    """The names in a text that are nearly right.

    First the words of the whole text that are nearly the missing word of a name; only their blocks are read.
    """
    likely = {
        word for word, entries in names.by_word.items() if any(_rest_stands(p, i, text) for p, i in entries)
    }
    suspected = suspects(text, likely)
    blocks = sorted({number for word in suspected for number in text.words[word]})
    for number in blocks:
        block = text.blocks[number]
        for slip in _in_block(block.text, suspected, names):
            yield block, slip


def _rest_stands(phrase: Phrase, position: int, text: JoinedText) -> bool:
    """Whether all the words of a phrase but one stand somewhere in a text."""
    return all(word in text.words for at, word in enumerate(phrase.words) if at != position)


def _in_block(text: str, suspected: dict[str, set[str]], names: Names) -> Iterator[Slip]:
    found = list(_WORD.finditer(text))
    words = [match[0].lower() for match in found]
    for at, word in enumerate(words):
        for right in sorted(suspected.get(word, ())):
            for phrase, position in names.by_word[right]:
                first, last = at - position, at - position + len(phrase.words)
                if first < 0 or last > len(words):
                    continue
                others = (i for i in range(len(phrase.words)) if i != position)
                if all(words[first + i] == phrase.words[i] for i in others) and _is_slip(
                    found[at][0], phrase, position, names
                ):
                    yield Slip(found[first].start(), found[last - 1].end(), phrase.shown)


def _is_slip(written: str, phrase: Phrase, position: int, names: Names) -> bool:
    """Whether a word was mistyped, rather than being another word that is nearly like it."""
    right = phrase.written[position]
    if len(phrase.words) == 1:
        return written.lower() not in names.right and _is_mistyped_name(written, right)
    named = right[0].isupper() and (position > 0 or phrase.written[-1][0].isupper())
    if len(phrase.words) == 2 or len(right) < _SHORTEST_WORD:
        return named and written[0].isupper()
    return True


def _is_mistyped_name(written: str, right: str) -> bool:
    """Whether one word is a name mistyped: an acronym in capitals, or a name with its capital."""
    if right.isupper():
        swapped = sorted(written) == sorted(right)
        return written.isupper() and (swapped or written[:_SAME_BEGINNING] == right[:_SAME_BEGINNING])
    return written[0] == right[0] and not written.isupper() and nearness(written, right, 1) is not None
