"""What a heading heads in the end: what its words name, by what is said under it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from policy_kit.model import Block
from policy_kit.regexes import regex
from policy_kit.sections.assigning import SURE, Assignment
from policy_kit.sections.headings import HINTED, clean_heading
from policy_kit.sections.likely import NONE, learned
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.openings import introduces, is_motto, names_a_post, opens_only
from policy_kit.sections.outline import Heading
from policy_kit.sections.saying import Sayings
from policy_kit.sections.weighing import Signs, Way, weigh
from policy_kit.sections.wording import stems_of
from policy_kit.standard import Standard

# What these say stands in many places of a policy.
_EVERYWHERE = frozenset(
    {
        "acceptable-use", "aims-and-scope", "appendices", "reporting-and-responding", "risk-categories",
        "roles-and-responsibilities", "useful-contacts",
    }
)  # fmt: skip
# Under these stand duties, titles and kinds of risk, each of which touches on another section's matter.
_TOUCH_ON_ALL = frozenset(
    {
        "appendices", "document-control", "legislation-and-guidance", "risk-categories",
        "roles-and-responsibilities", "useful-contacts",
    }
)  # fmt: skip
_IS_OF_POSTS = "roles-and-responsibilities"
_DIGITAL = regex(
    r"\b(?:(?:on|off)[- ]?line|internet|e-?safety|ICT|cyber\w*|digital\w*|technolog\w+|comput\w+|devices?"
    r"|phones?|screens?|social media|web\w*|data)\b",
    re.IGNORECASE,
)
_FEWEST = 6  # words: a shorter paragraph is about nothing by itself
OUTWEIGHS = 2.25  # a section that nothing has given, where all are unlikely: by odds of nine or ten to one
_MANY = 8  # headings of a whole policy
_UNSEEN = 0.15  # the chance of a section under other headings where these are few
_A_LINE = 8  # words that tell nothing of what a heading is of
_WORTH = 0.02  # a chance under which a section that nothing else speaks for is passed over
Sentences = list[list[str]]  # their stems


class _Likely(NamedTuple):
    """How likely each section is under one heading, by all that stands there and by the likeliest part of it
    alone; and how many words stand there."""

    chances: Mapping[str, float]
    in_part: Mapping[str, float]
    words: int


def is_of_something(part: Sentences) -> bool:
    """Whether a paragraph, an item or a row is long enough to be about something by itself."""
    return sum(map(len, part)) >= _FEWEST


class _Settling:
    """Settles the headings of one policy."""

    def __init__(
        self,
        standard: Standard,
        index: TermIndex,
        assignment: Assignment,
        sayings: Sayings,
    ) -> None:
        self.learned = learned()
        known = frozenset(self.learned.sections)
        self.sections = [s.id for s in standard.sections if s.id in known]
        self.topics = {s.id: s.topic for s in standard.sections}
        self.index = index
        self.assignment = assignment
        self.sayings = sayings
        self.likely: dict[int, _Likely] = {}
        self.highest: dict[str, list[float]] = {}  # the two highest chances under any heading
        self.highest_in_part: dict[str, list[float]] = {}
        self.unseen = 0.0  # the chance under other headings where there are too few to tell

    def heads(self, held_of: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
        """The sections of each heading, by its block. held_of: those that have been given to it.

        What is said of a heading depends on the others: its sections may have a better place there.
        """
        ruled = {h.block.index: self._ruled(h, held_of[h.block.index]) for h in self.assignment.outline}
        left = [h for h in self.assignment.outline if ruled[h.block.index] is None]
        self.likely = {h.block.index: self._likely(h) for h in left}
        every = self.likely.values()
        self.unseen = 0.0 if len(every) >= _MANY else _UNSEEN
        self.highest = {s: nlargest(2, (one.chances[s] for one in every)) for s in self.sections}
        self.highest_in_part = {s: nlargest(2, (one.in_part[s] for one in every)) for s in self.sections}
        weighed = {h.block.index: self._of_text(h, held_of[h.block.index]) for h in left}
        return {number: weighed.get(number, held or ()) for number, held in ruled.items()}

    def _ruled(self, heading: Heading, held: tuple[str, ...]) -> tuple[str, ...] | None:
        """The sections of a heading that a rule tells; None if its text has to be weighed."""
        if heading.is_title or "appendices" in held:
            return held
        if self._entitles(heading):
            return ()
        cleaned = clean_heading(heading.block.text)
        if is_motto(cleaned):
            return ("aims-and-scope",) if any(_DIGITAL.search(b.text) for b in heading.blocks) else ()
        if opens_only(cleaned) and (not heading.sections or introduces(cleaned)):
            return ()
        if not heading.span:
            return held if heading.likeness >= SURE else ()
        if not heading.own:
            return self._of_chapter(heading, held)
        if _IS_OF_POSTS in held and heading.inherits and names_a_post(cleaned):
            return held  # a post's duties touch on every matter
        return None

    def _entitles(self, heading: Heading) -> bool:
        """Whether it is the first line of a policy of many headings, and no known wording: where levels are
        lost the title stands over its own text alone."""
        outline = self.assignment.outline
        if heading is not outline[0] or heading.likeness >= SURE or len(outline) < _MANY:
            return False
        first = next(iter(self.index.passages.sentences), None)
        return first is not None and first.block == heading.block.index

    def _of_text(self, heading: Heading, held: tuple[str, ...]) -> tuple[str, ...]:
        """Of a heading with text of its own, the sections that more speaks for than against; if there are
        none, the likeliest where any has been given: one that has been, unless another is far likelier."""
        signs = self.signs(heading, held)
        if heading.by_heading and max((one.words for one in signs.values()), default=0) <= _A_LINE:
            return held
        weights = {s: weigh(one, self.learned.signs) for s, one in signs.items()}
        told = sorted((s for s, weight in weights.items() if weight >= 0), key=lambda s: -weights[s])
        unknown = [s for s in held if s not in self.sections]  # of a standard of one's own
        if held and weights and not (told or unknown):
            told = [max(weights, key=lambda s: weights[s] + (OUTWEIGHS if s in held else 0))]
        return tuple(dict.fromkeys((*(s for s in held if s in told or s in unknown), *told)))

    def signs(self, heading: Heading, held: tuple[str, ...]) -> dict[str, Signs]:
        """The signs of each section that anything speaks for."""
        likely = self.likely[heading.block.index]
        chances = likely.chances
        highest = max(chances.values())
        touched = not _TOUCH_ON_ALL.isdisjoint(held)
        found = {}
        for section in self.sections:
            way = _way(section, heading, held)
            made = bool(self.sayings.of(section, must=True) & heading.own)
            if way is Way.NONE and not made and chances[section] <= _WORTH:
                continue
            found[section] = Signs(
                way=way,
                chance=chances[section],
                in_part=likely.in_part[section],
                first=chances[section] == highest,
                of_none=chances[NONE],
                elsewhere=max(_of_others(chances[section], self.highest[section]), self.unseen),
                elsewhere_in_part=max(
                    _of_others(likely.in_part[section], self.highest_in_part[section]), self.unseen
                ),
                made=made,
                spoken=bool(self.index.sentences_with(self.topics[section]) & heading.own),
                touched=touched,
                everywhere=section in _EVERYWHERE,
                words=likely.words,
            )
        return found

    def _likely(self, heading: Heading) -> _Likely:
        head = stems_of(clean_heading(heading.block.text))
        parts = self.parts(heading)
        alone = list(filter(is_of_something, parts)) or [[words for part in parts for words in part]]
        in_part = [self.learned.chances((), part) for part in alone]
        return _Likely(
            self.learned.chances(head, [words for part in parts for words in part]),
            {s: max(one[s] for one in in_part) for s in self.sections},
            sum(len(words) for part in parts for words in part),
        )

    def parts(self, heading: Heading) -> list[Sentences]:
        """The paragraphs, items and rows under a heading."""
        return [part for block in heading.blocks if (part := self._stems(block))]

    def _stems(self, block: Block) -> Sentences:
        passages = self.index.passages
        numbers: Sequence[int] = passages.of_block.get(block.index, ())
        return [[word.stem for word in passages.sentences[number].words] for number in numbers]

    def _of_chapter(self, heading: Heading, held: tuple[str, ...]) -> tuple[str, ...]:
        """Of a chapter without text of its own, the sections of which text stands in it."""
        below = [h for h in self.assignment.outline if _stands_in(h, heading)]
        if heading.likeness <= HINTED and heading.by_heading:
            return ()  # "Technology" names nothing
        told = heading.likeness >= SURE or all(h.inherits for h in below)
        named = {s for h in below if told or not h.inherits for s in h.sections}
        return tuple(s for s in held if s in named)


def _of_others(own: float, highest: Sequence[float]) -> float:
    """The highest but for one's own, by the two highest of all."""
    first, second = (*highest, 0.0, 0.0)[:2]
    return first if own < first else second


def _way(section: str, heading: Heading, held: tuple[str, ...]) -> Way:
    """How the heading came to the section."""
    if section in heading.sections:
        if not heading.by_heading:
            return Way.ABOVE if heading.inherits else Way.SAID
        return Way.KNOWN if heading.likeness >= SURE else Way.WORDS if heading.likeness > HINTED else Way.HINT
    return Way.SAID if section in held else Way.NONE


def settle(
    standard: Standard,
    index: TermIndex,
    assignment: Assignment,
    of_block: Mapping[int, tuple[str, ...]],
    sayings: Sayings,
) -> dict[int, tuple[str, ...]]:
    """Give each heading what is said under it and leave it nothing that only its words say.

    of_block: the sections of each block so far.
    """
    settling = _Settling(standard, index, assignment, sayings)
    return dict(of_block) | settling.heads(of_block)


def _stands_in(heading: Heading, chapter: Heading) -> bool:
    above = heading.parent
    while above is not None and above is not chapter:
        above = above.parent
    return above is chapter
