"""How near two words are: letters changed, left out, put in, or two neighbours swapped."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from policy_kit.by_text import kept_by_text
from policy_kit.guidance.joined import JoinedText
from policy_kit.regexes import regex

_ENDING = regex(r"(?:ations?|ating|ated|ates?|ings?|ions?|ed|es|s|al|ers?|ly|'s|’s)$")
_SHORTEST_STEM = 4
LONG_WORD = 10
_QUARTER = 4


def slips_allowed(word: str) -> int:
    """How many slips a word may have and still be taken for itself: two for a long word, else one."""
    return 2 if len(word) >= LONG_WORD else 1


def nearness(first: str, second: str, most: int) -> int | None:
    """The number of slips between two words, or None if more than `most`.

    A swap of two neighbouring letters counts as one. Only a band of `2 * most + 1` around the diagonal is
    worked out, so the cost grows with the length of the words, not with its square.
    """
    if abs(len(first) - len(second)) > most:
        return None
    first, second = _without_shared_ends(first, second)
    if len(first) <= 1 and len(second) <= 1:
        return len(first or second) if most else (None if first or second else 0)
    if most == 1:
        return 1 if len(first) == 2 and first == second[::-1] else None
    far = most + 1
    before_last: list[int] = []
    last = [min(j, far) for j in range(len(second) + 1)]
    for i, a in enumerate(first, 1):
        row = [far] * (len(second) + 1)
        row[0] = best = min(i, far)
        for j in range(max(1, i - most), min(len(second), i + most) + 1):
            b = second[j - 1]
            cost = last[j - 1] + (a != b)
            cost = min(cost, last[j] + 1, row[j - 1] + 1)
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, before_last[j - 2] + 1)
            row[j] = cost
            best = min(best, cost)
        if best > most:
            return None
        before_last, last = last, row
    return last[-1] if last[-1] <= most else None


def _without_shared_ends(first: str, second: str) -> tuple[str, str]:
    """Two words without the beginning and the end that they share."""
    start, most = 0, min(len(first), len(second))
    while start < most and first[start] == second[start]:
        start += 1
    end = 0
    while end < most - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[start : len(first) - end], second[start : len(second) - end]


def same_word(first: str, second: str) -> bool:
    """Whether two words are forms of one: plural, possessive, `-ing`, one the beginning of the other.

    A last letter struck twice ("saferr") makes no other form.
    """
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= _SHORTEST_STEM and longer.startswith(shorter):
        more = longer[len(shorter) :]
        return more != shorter[-1] or more == "s"
    stem = _ENDING.sub("", first)
    return len(stem) >= _SHORTEST_STEM and stem == _ENDING.sub("", second)


@kept_by_text
def nearly(word: str, right: str) -> bool:
    """Whether a word is a known one with its slips: not that word itself, nor another form of it."""
    most = slips_allowed(right)
    if abs(len(word) - len(right)) > most or word == right or same_word(word, right):
        return False
    return nearness(word, right, most) is not None


def suspects(text: JoinedText, known: AbstractSet[str]) -> dict[str, set[str]]:
    """The words of a text that are nearly a known word, with those they nearly are.

    One slip leaves the first or the second half of a word whole, so only words that share one are compared:
    the cost grows with the number of known words, each of which is looked for twice. Two slips are seen in a
    long word whose first or last four letters are whole.
    """
    out: dict[str, set[str]] = {}
    for right in sorted(known):
        beginning, end = _whole_ends(right)
        for word in (*text.words_beginning(beginning), *text.words_ending(end)):
            if nearly(word, right):
                out.setdefault(word, set()).add(right)
    return {word: near for word, near in out.items() if word not in known}


def _whole_ends(word: str) -> tuple[str, str]:
    if len(word) >= LONG_WORD:
        return word[:_QUARTER], word[-_QUARTER:]
    half = (len(word) - 1) // 2  # the halves leave one letter between them, for a swap in the middle
    return word[:half], word[half + 1 :]
