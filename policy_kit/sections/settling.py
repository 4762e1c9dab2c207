"""What a heading heads in the end: what its words name, by what is said under it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from policy_kit.sections.assigning import Assignment
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.numbers import joined
from policy_kit.sections.outline import Heading
from policy_kit.sections.saying import Sayings
from policy_kit.standard import Standard

# What these say stands in many places of a policy, so that no heading is theirs by a sentence under it.
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
_NAMED = 0.8  # how well a label names a section that the words after it speak of


class _Settling:
    """Settles the headings of one policy. headed: the sections that have a heading already."""

    def __init__(
        self,
        standard: Standard,
        index: TermIndex,
        assignment: Assignment,
        headed: Collection[str],
        sayings: Sayings,
        quoted: Mapping[str, int],
    ) -> None:
        self.quoted = quoted
        self.topics = {s.id: s.topic for s in standard.sections}
        self.index = index
        self.assignment = assignment
        self.unheaded = [s.id for s in standard.sections if s.id not in headed and s.id not in _EVERYWHERE]
        self.sayings = sayings

    def heads(self, heading: Heading, held: tuple[str, ...]) -> tuple[str, ...]:
        """The sections of a heading to which `held` have been given."""
        if not held or not heading.span:
            return held
        if not heading.own:
            return self._of_chapter(heading, held)
        added = (
            () if _TOUCH_ON_ALL & set(held) else (*self._alone(heading, held), *self._labelled(heading, held))
        )
        found = tuple(dict.fromkeys((*held, *added)))
        kept = tuple(s for s in found if s in added or self._is_said(s, heading, found))
        return kept or found

    def _of_chapter(self, heading: Heading, held: tuple[str, ...]) -> tuple[str, ...]:
        """Of a chapter without text of its own, the sections of which text stands in it."""
        below = {s for h in self.assignment.outline if _stands_in(h, heading) for s in h.sections}
        return tuple(s for s in held if s in below)

    def _alone(self, heading: Heading, held: tuple[str, ...]) -> list[str]:
        """The sections without a heading that a sentence here makes a point of, and of nothing else."""
        said = {s: made for s in self.unheaded if (made := self.sayings.of(s, must=True) & heading.own)}
        if not said:
            return []
        served = joined(self.sayings.of(s, must=True) for s in held)
        # Beside a sentence of the heading's matter one may be taken for it that is of another alone.
        quoted = joined(self.quoted.get(s, 0) for s in held)
        topic = {s: self.index.sentences_with(self.topics[s]) for s in (*held, *said)}
        own = quoted | joined(topic[s] for s in held)
        return [
            s for s, made in said.items() if made & ~served or made & topic[s] & self.quoted.get(s, 0) & ~own
        ]

    def _labelled(self, heading: Heading, held: tuple[str, ...]) -> list[str]:
        """The sections that the words opening a paragraph name, if it goes on to make a point of theirs."""
        of_block = self.index.passages.of_block
        found = []
        for block in heading.blocks:
            for label in self.assignment.labels[block.index]:
                if label.score >= _NAMED and label.section not in held and label.section not in _EVERYWHERE:
                    said = self.sayings.of(label.section)
                    found += [label.section] if any(said >> n & 1 for n in of_block[block.index]) else []
        return found

    def _is_said(self, section: str, heading: Heading, found: tuple[str, ...]) -> bool:
        """Whether something is said of one of several sections; what only its words name may be spoken of."""
        if len(found) == 1 or section == "appendices" or self.sayings.of(section) & heading.span:
            return True
        named = heading.by_heading and section in heading.sections
        return named and bool(self.index.sentences_with(self.topics[section]) & heading.span)


def settle(
    standard: Standard,
    index: TermIndex,
    assignment: Assignment,
    of_block: Mapping[int, tuple[str, ...]],
    headed: Collection[str],
    sayings: Sayings,
    quoted: Mapping[str, int],
) -> dict[int, tuple[str, ...]]:
    """Give each heading what is said under it and leave it nothing that only its words say.

    of_block: the sections of each block so far; headed: the sections that have a heading; quoted: the
    sentences that are quoted as evidence of each section's points.
    """
    settling = _Settling(standard, index, assignment, headed, sayings, quoted)
    return dict(of_block) | {
        h.block.index: settling.heads(h, of_block[h.block.index]) for h in assignment.outline
    }


def _stands_in(heading: Heading, chapter: Heading) -> bool:
    above = heading.parent
    while above is not None and above is not chapter:
        above = above.parent
    return above is chapter
