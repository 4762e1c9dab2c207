"""What comparing policies needs of each: small enough to look at all of them whenever one has changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from policy_kit.quick import dataclass
from policy_kit.roll_up import Passage
from policy_kit.trust.across.sketches import Sketch, marks_of, runs_of, sketch_of

_FEWEST_WORDS = 40  # a shorter section is alike by chance
_CAPITAL = re.compile(r"[^\W\d_a-z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Traces:
    """Of each section (its id, its words, its sketch), and every word of the policy with a capital."""

    sections: tuple[tuple[str, int, Sketch], ...] = ()
    capitals: frozenset[str] = frozenset()


def traces_of(passages: Iterable[Passage]) -> Traces:
    """The traces of one policy."""
    texts: dict[str, list[int]] = defaultdict(list)
    capitals: set[str] = set()
    for passage in passages:
        capitals.update(capital for capital, _, _ in capitals_in(passage.text))
        if passage.section:
            texts[passage.section] += marks_of(passage.text)
    sections = tuple(
        (section, len(marks), sketch_of(runs_of(marks)))
        for section, marks in texts.items()
        if len(marks) >= _FEWEST_WORDS
    )
    return Traces(sections, frozenset(capitals))


def capitals_in(text: str) -> Iterable[tuple[str, int, int]]:
    """Each word with a capital, in small letters and without an 's, and where it stands."""
    for found in _CAPITAL.finditer(text):
        word = found[0].casefold().replace("’", "'").removesuffix("'s")
        yield word, found.start(), found.start() + len(word)
