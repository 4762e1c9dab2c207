"""Where a policy speaks of itself: under headings on its review and its control, whatever they are called.

A date that stands there is the policy's own. The heading's words need not say so: "Keeping this alive" is
known by its text, by the words that readers' labels have taught (see `likely`).
"""

from __future__ import annotations

from policy_kit.model import Block
from policy_kit.regexes import regex
from policy_kit.sections.assigning import SURE, Assignment
from policy_kit.sections.headings import clean_heading
from policy_kit.sections.likely import learned
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.outline import Heading
from policy_kit.sections.wording import stems_of
from policy_kit.standard import Standard

_HOLDS_DATE = regex(r"\d\d")
_A_GUESS = 0.25  # a chance under which the words tell next to nothing


def blocks_of_itself(standard: Standard, assignment: Assignment, index: TermIndex) -> frozenset[int]:
    """The indexes of the blocks with a number in them that stand under a heading on the policy itself.

    Which sections those are is the standard's to say (`ofItself`).
    """
    dated = frozenset(s.id for s in standard.sections if s.of_itself)
    return frozenset(
        block.index
        for heading in assignment.outline
        if not heading.is_title and (numbers := _with_numbers(heading)) and _is_of(heading, dated, index)
        for block in numbers
    )


def _with_numbers(heading: Heading) -> list[Block]:
    return [block for block in heading.blocks if _HOLDS_DATE.search(block.text)]


def _is_of(heading: Heading, sections: frozenset[str], index: TermIndex) -> bool:
    if heading.by_heading and heading.likeness >= SURE and not heading.inherits:
        return bool(heading.sections) and heading.sections[0] in sections
    # A line of dates says the same whatever it is of: what else stands there tells that.
    others = [block for block in heading.blocks if not _HOLDS_DATE.search(block.text)]
    words = [
        [word.stem for word in index.passages.sentences[number].words]
        for block in others or heading.blocks
        for number in index.passages.of_block.get(block.index, ())
    ]
    chances = learned().chances(stems_of(clean_heading(heading.block.text)), words)
    own = sum(chances.pop(section, 0.0) for section in sections)
    return own >= max(_A_GUESS, *chances.values())
