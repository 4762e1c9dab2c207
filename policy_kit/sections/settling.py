"""What a heading heads in the end: what its words name, by what is said under it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from policy_kit.regexes import regex
from policy_kit.sections.assigning import SURE, Assignment
from policy_kit.sections.headings import HINTED, clean_heading
from policy_kit.sections.labelling import label_of
from policy_kit.sections.lines import is_title
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.numbers import joined, numbers_set
from policy_kit.sections.openings import introduces, is_motto, names_a_post, opens_only
from policy_kit.sections.outline import Heading
from policy_kit.sections.saying import Sayings
from policy_kit.sections.shares import Shares
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
# What a sentence under the first says of the second serves the first: altered pictures among nudes, parents
# who film, the duty under which extremism is watched for.
_SERVED = {
    "data-protection": {"email-and-communication"},
    "email-and-communication": {"parents-and-carers"},
    "filtering-and-monitoring": {"legislation-and-guidance"},
    "generative-ai": {"sharing-nudes"},
    "images-and-video": {"parents-and-carers"},
    "radicalisation": {"legislation-and-guidance"},
    "searching-and-confiscation": {"sharing-nudes"},
    "sharing-nudes": {"generative-ai"},
    "social-media": {"official-social-media"},
}
_DIGITAL = regex(
    r"\b(?:(?:on|off)[- ]?line|internet|e-?safety|ICT|cyber\w*|digital\w*|technolog\w+|comput\w+|devices?"
    r"|phones?|screens?|social media|web\w*|data)\b",
    re.IGNORECASE,
)
_LAW = "legislation-and-guidance"  # what the law says of a heading's own matter serves that matter
_TRACE = 0.15  # of the share of what the text is about: less is nothing
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
        self.bare = frozenset(s.id for s in standard.sections) - frozenset(headed)
        self.unheaded = [s.id for s in standard.sections if s.id not in headed and s.id not in _EVERYWHERE]
        self.sayings = sayings
        self._shares = Shares(standard.sections, index, sayings)

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
        post = "roles-and-responsibilities" in held and names_a_post(cleaned)
        if not (heading.by_heading or post) and not any(self.sayings.of(s) & heading.own for s in held):
            told = self._by_paragraph(heading)
            # Duties touch on every matter, so only one that is told nowhere else is theirs.
            held = told if told and (_TOUCH_ON_ALL.isdisjoint(held) or self.bare.issuperset(told)) else held
        return self._of_text(heading, held) if held else ()

    def _of_text(self, heading: Heading, held: tuple[str, ...]) -> tuple[str, ...]:
        """Of a heading with text of its own: what is held and said, and what is said besides."""
        most = self._shares.clear(heading.own)
        added: tuple[str, ...] = ()
        if _TOUCH_ON_ALL.isdisjoint(held):
            bare = tuple(s for s in most if s in self.bare and s != _LAW)
            added = (*self._alone(heading, held), *self._labelled(heading, held), *bare)
        found = tuple(dict.fromkeys((*held, *added)))
        standing = tuple(s for s in found if s in added or not self._is_outdone(s, most, heading))
        kept = tuple(s for s in standing if s in added or self._is_said(s, heading, standing))
        return kept or standing

    def _is_outdone(self, section: str, most: tuple[str, ...], heading: Heading) -> bool:
        """Whether next to nothing is said of a section that the words name, and much of another one."""
        guessed = heading.by_heading and heading.likeness < SURE and not self.bare.isdisjoint(most)
        if not most or section in most or not (guessed or len(heading.sections) > 1):
            return False
        of = self._shares.of
        return of(section, heading.own) < _TRACE * of(most[0], heading.own)

    def _by_paragraph(self, heading: Heading) -> tuple[str, ...]:
        """The sections that its paragraphs are about, each of the one it says most of."""
        shares = self._shares
        found: list[str] = []
        for block in heading.blocks:
            numbers = numbers_set(self.index.passages.of_block.get(block.index, ()))
            found += shares.clear(numbers)
        return tuple(dict.fromkeys(found)) or shares.clear(heading.own)

    def _of_chapter(self, heading: Heading, held: tuple[str, ...]) -> tuple[str, ...]:
        """Of a chapter without text of its own, the sections of which text stands in it."""
        below = [h for h in self.assignment.outline if _stands_in(h, heading)]
        if heading.likeness <= HINTED and heading.by_heading:
            return ()  # "Technology" names nothing
        told = heading.likeness >= SURE or all(h.inherits for h in below)
        named = {s for h in below if told or not h.inherits for s in h.sections}
        return tuple(s for s in held if s in named)

    def _alone(self, heading: Heading, held: tuple[str, ...]) -> list[str]:
        """The sections without a heading that a sentence here makes a point of, and of nothing else."""
        said = {s: made for s in self.unheaded if (made := self.sayings.of(s, must=True) & heading.own)}
        if not said:
            return []
        for section in held:
            said = {s: made for s, made in said.items() if s not in _SERVED.get(section, ())}
        served = joined(self.sayings.of(s, must=True) for s in held)
        # One that makes a point of both may be quoted for the other alone.
        quoted = joined(self.quoted.get(s, 0) for s in held)
        return [
            s
            for s, made in said.items()
            if made & ~served
            or made & self.index.sentences_with(self.topics[s]) & self.quoted.get(s, 0) & ~quoted
        ]

    def _labelled(self, heading: Heading, held: tuple[str, ...]) -> list[str]:
        """The sections that the words opening a paragraph name, if it goes on to make a point of theirs."""
        found = []
        for block in heading.blocks:
            labels = self.assignment.labels[block.index]
            if len(labels) != 1 or labels[0].score < _NAMED or not is_title(label_of(block)):
                continue  # a statement is no label, nor is a list of several matters
            section = labels[0].section
            said = self.sayings.of(section) & numbers_set(self.index.passages.of_block[block.index])
            found += [section] if said and section not in held and section not in _EVERYWHERE else []
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
