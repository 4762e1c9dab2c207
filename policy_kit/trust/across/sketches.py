"""Which of many texts are nearly the same, in time that grows with their number and not with its square.

A text becomes the set of its runs of three words, each a number; the 32 smallest numbers are its sketch. Two
texts that share most of their runs share most of their sketch. Each text is compared only with the leaders of
the groups found so far that share a number with it, so that a passage that stands at a hundred schools
costs a hundred comparisons and not five thousand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from hashlib import blake2b
from typing import Generic, TypeVar

SKETCH = 32
LIKE = 0.6  # the share of two sketches from which their texts are taken for one
_FEWEST_SHARED = 10  # of 32: under this no two texts reach LIKE
_MOST_LEADERS = 48  # that one number leads to: a set phrase of all schools tells nothing
_MOST_WORDS = 200_000  # remembered at once
_MASK = (1 << 56) - 1
_WORD = re.compile(r"\w+")

Runs = frozenset[int]
Sketch = tuple[int, ...]
Name = TypeVar("Name", bound=Hashable)


def words_of(text: str) -> list[str]:
    """The words of a text for comparing: lower case, no marks."""
    return _WORD.findall(text.casefold().replace("’", "").replace("'", ""))


class _Marks(dict[str, int]):
    """A number for each word, the same on every machine, worked out when it is first met."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS:
            self.clear()
        mark = self[word] = int.from_bytes(blake2b(word.encode(), digest_size=7).digest(), "big")
        return mark


_marks = _Marks()


def runs_of(words: list[str]) -> Runs:
    """Every run of three words as a number that is the same on every machine.

    The words' own numbers are spread evenly, so their sums are too; the weights keep the order telling.
    """
    marks = [_marks[word] for word in words]
    return frozenset(
        [(3 * a + 5 * b + 7 * c) & _MASK for a, b, c in zip(marks, marks[1:], marks[2:], strict=False)]
    )


def sketch_of(runs: Runs) -> Sketch:
    """The smallest numbers of a text, in order."""
    return tuple(sorted(runs)[:SKETCH])


def likeness(one: Sketch, other: Sketch) -> float:
    """How much of two texts is shared, 0 to 1, as far as their sketches tell."""
    union = sorted({*one, *other})[:SKETCH]
    both = set(one).intersection(other, union)
    return len(both) / len(union) if union else 0.0


class Groups(Generic[Name]):
    """Texts gathered as they come: each joins the group of the leader it is like, or leads a new one."""

    def __init__(self) -> None:
        self._leaders: list[tuple[Sketch, list[Name]]] = []
        self._by_number: dict[int, list[int]] = {}

    def add(self, name: Name, sketch: Sketch) -> None:
        """Put a text in its group."""
        if not sketch:
            return
        best, found = LIKE, -1
        for leader in self._near(sketch):
            alike = likeness(sketch, self._leaders[leader][0])
            if alike >= best:
                best, found = alike, leader
        if found >= 0:
            self._leaders[found][1].append(name)
            return
        number_of_leader = len(self._leaders)
        self._leaders.append((sketch, [name]))
        for number in sketch:
            places = self._by_number.setdefault(number, [])
            if len(places) < _MOST_LEADERS:
                places.append(number_of_leader)

    def _near(self, sketch: Sketch) -> Iterable[int]:
        shared: Counter[int] = Counter()
        for number in sketch:
            shared.update(self._by_number.get(number, ()))
        enough = min(_FEWEST_SHARED, len(sketch) // 3)
        return sorted(leader for leader, count in shared.items() if count >= max(enough, 1))

    def several(self) -> Iterator[tuple[Name, ...]]:
        """The groups of two texts or more, in the order in which they were begun."""
        return (tuple(names) for _, names in self._leaders if len(names) > 1)
