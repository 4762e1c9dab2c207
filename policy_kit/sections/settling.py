"""What a heading heads in the end: what its words name, by what is said under it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

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
_OUTWEIGHS = 1.5  # a section that nothing has given, where all are unlikely: by odds of four or five to one
_A_LINE = 8  # words that tell nothing of what a heading is of
_WORTH = 0.02  # a chance under which a section that nothing else speaks for is passed over
_Sentences = list[list[str]]  # their stems


class _Settling:
    """Settles the headings of one policy. headed: the sections that have a heading already."""

    def __init__(
        self,
        standard: Standard,
        index: TermIndex,
        assignment: Assignment,
        headed: Collection[str],
        sayings: Sayings,
    ) -> None:
        self.learned = learned()
        known = frozenset(self.learned.sections)
        self.sections = [s.id for s in standard.sections if s.id in known]
        self.topics = {s.id: s.topic for s in standard.sections}
        self.index = index
        self.assignment = assignment
        self.bare = frozenset(s.id for s in standard.sections) - frozenset(headed)
        self.sayings = sayings

    def heads(self, heading: Heading, held: tuple[str, ...]) -> tuple[str, ...]:
        """The sections of a heading to which `held` have been given."""
        if heading.is_title or "appendices" in held:
            return held
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
        return self._of_text(heading, held)

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
            told = [max(weights, key=lambda s: weights[s] + (_OUTWEIGHS if s in held else 0))]
        return tuple(dict.fromkeys((*(s for s in held if s in told or s in unknown), *told)))

    def signs(self, heading: Heading, held: tuple[str, ...]) -> dict[str, Signs]:
        """The signs of each section that anything speaks for."""
        head = stems_of(clean_heading(heading.block.text))
        parts = [part for block in heading.blocks if (part := self._stems(block))]
        chances = self.learned.chances(head, [words for part in parts for words in part])
        in_part = [self.learned.chances((), part) for part in parts if sum(map(len, part)) >= _FEWEST]
        highest = max(chances.values())
        touched = not _TOUCH_ON_ALL.isdisjoint(held)
        length = sum(len(words) for part in parts for words in part)
        found = {}
        for section in self.sections:
            way = _way(section, heading, held)
            made = bool(self.sayings.of(section, must=True) & heading.own)
            if way is Way.NONE and not made and chances[section] <= _WORTH:
                continue
            found[section] = Signs(
                way=way,
                chance=chances[section],
                in_part=max((one[section] for one in in_part), default=0.0),
                first=chances[section] == highest,
                of_none=chances[NONE],
                made=made,
                spoken=bool(self.index.sentences_with(self.topics[section]) & heading.own),
                bare=section in self.bare,
                touched=touched,
                everywhere=section in _EVERYWHERE,
                words=length,
            )
        return found

    def _stems(self, block: Block) -> _Sentences:
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
    headed: Collection[str],
    sayings: Sayings,
) -> dict[int, tuple[str, ...]]:
    """Give each heading what is said under it and leave it nothing that only its words say.

    of_block: the sections of each block so far; headed: the sections that have a heading.
    """
    settling = _Settling(standard, index, assignment, headed, sayings)
    return dict(of_block) | {
        h.block.index: settling.heads(h, of_block[h.block.index]) for h in assignment.outline
    }


def _stands_in(heading: Heading, chapter: Heading) -> bool:
    above = heading.parent
    while above is not None and above is not chapter:
        above = above.parent
    return above is chapter
