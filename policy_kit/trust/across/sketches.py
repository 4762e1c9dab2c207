"""Which of many texts are nearly the same, in time that grows with their number and not with its square.

A text becomes the set of its runs of three words, each a number; the 32 smallest numbers are its sketch. Two
texts that share most of their runs share most of their sketch. Each text is compared only with the leaders of
the groups found so far that share a number with it, so that a passage that stands at a hundred schools
costs a hundred comparisons and not five thousand.
"""

from __future__ import annotations

import re
import sqlite3
import weakref
from array import array
from collections.abc import Hashable, Iterator, Sequence
from hashlib import blake2b
from typing import Generic, TypeVar

from policy_kit.by_text import kept_by_text

SKETCH = 32
LIKE = 0.6  # the share of two sketches from which their texts are taken for one
_FEWEST_SHARED = 10  # of 32: under this no two texts reach LIKE
_MOST_LEADERS = 48  # that one number leads to: a set phrase of all schools tells nothing
_MOST_KIB = 8 * 1024  # of the leaders, in memory
_MOST_WORDS = 200_000  # remembered at once
_TABLES = f"""
pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -{_MOST_KIB};
create table leaders (leader integer primary key, sketch blob not null);
create table leads (number integer, leader integer, primary key (number, leader)) without rowid;
begin;
"""
_LEADS = "insert into leads select ?, ? where (select count(*) from leads where number = ?) < ?"
_NEAR = """
select leader, sketch from leaders natural join
  (select leader from leads where number in ({}) group by leader having count(*) >= ?)
order by leader
"""
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


@kept_by_text
def marks_of(text: str) -> tuple[int, ...]:
    """The numbers of a text's words, in order."""
    return tuple([_marks[word] for word in words_of(text)])


def runs_of(marks: Sequence[int]) -> Runs:
    """Every run of three words as a number that is the same on every machine.

    The words' own numbers are spread evenly, so their sums are too; the weights keep the order telling.
    """
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
    """Texts gathered as they come: each joins the group of the leader it is like, or leads a new one.

    The leaders' sketches lie in a file that SQLite keeps for as long as the object lives: of twenty
    thousand schools they would fill the memory of a small machine.
    """

    def __init__(self) -> None:
        self._names: list[list[Name]] = []
        self._db = sqlite3.connect("", isolation_level=None)
        weakref.finalize(self, self._db.close)
        self._db.executescript(_TABLES)

    def add(self, name: Name, sketch: Sketch) -> None:
        """Put a text in its group."""
        if not sketch:
            return
        best, found = LIKE, -1
        numbers = frozenset(sketch)
        for leader, led in self._near(sketch):
            if len(numbers.intersection(led)) < best * max(len(sketch), len(led)):
                continue  # their likeness can be no more than this
            alike = likeness(sketch, led)
            if alike >= best:
                best, found = alike, leader
        if found >= 0:
            self._names[found].append(name)
            return
        leader = len(self._names)
        self._names.append([name])
        self._db.execute("insert into leaders values (?, ?)", (leader, _packed(sketch)))
        self._db.executemany(_LEADS, ((number, leader, number, _MOST_LEADERS) for number in sketch))

    def _near(self, sketch: Sketch) -> list[tuple[int, Sketch]]:
        """The leaders that share enough numbers to be worth a comparison, with their sketches."""
        enough = max(min(_FEWEST_SHARED, len(sketch) // 3), 1)
        places = ", ".join("?" * len(sketch))
        found = self._db.execute(_NEAR.format(places), (*sketch, enough)).fetchall()
        return [(leader, _unpacked(packed)) for leader, packed in found]

    def several(self) -> Iterator[tuple[Name, ...]]:
        """The groups of two texts or more, in the order in which they were begun."""
        return (tuple(names) for names in self._names if len(names) > 1)


def _packed(sketch: Sketch) -> bytes:
    return array("q", sketch).tobytes()


def _unpacked(packed: bytes) -> Sketch:
    return tuple(array("q", packed))
