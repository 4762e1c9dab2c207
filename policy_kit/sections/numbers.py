"""Sets of sentence numbers as the bits of one whole number: thousands are joined and met for each policy.

Sentence 5 is the bit worth 2 ** 5. `a | b` joins two sets, `a & b` is what is in both, `a & ~b` what is in
the first alone; 0 is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping


def numbers_set(numbers: Iterable[int]) -> int:
    """The set of some numbers."""
    found = tuple(numbers)
    if not found:
        return 0
    bits = bytearray((max(found) >> 3) + 1)
    for number in found:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def numbers_in(held: int) -> Iterator[int]:
    """The numbers of a set, the lowest first."""
    if not held:
        return
    first = (held & -held).bit_length() - 1  # most sets are of a few that stand together
    at = -1
    bits = bin(held >> first)[:1:-1]  # the lowest first, without the 0b
    while (at := bits.find("1", at + 1)) >= 0:
        yield first + at


def joined(sets: Iterable[int]) -> int:
    """What is in any of some sets."""
    found = 0
    for one in sets:
        found |= one
    return found


def joined_of(sets: Mapping[int, int]) -> Callable[[int], int]:
    """A function that joins the sets of some numbers, and remembers what it joined.

    Many groups of terms stand in the same few headings.
    """
    known = {0: 0}

    def join(numbers: int) -> int:
        found = known.get(numbers)
        if found is None:
            found = known[numbers] = joined([sets[number] for number in numbers_in(numbers)])
        return found

    return join


def in_at_least(least: int, sets: Iterable[int]) -> int:
    """What is in so many of some sets; `least` is one or more."""
    counted = [0] * least  # what is in at least 1, 2, … of the sets looked at so far
    for one in sets:
        for place in range(least - 1, 0, -1):
            counted[place] |= counted[place - 1] & one
        counted[0] |= one
    return counted[-1]
