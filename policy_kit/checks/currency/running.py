"""The text that the currency checks read: all but the contents list, and which of it is about the past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from policy_kit.checks.remembering import once_a_document
from policy_kit.facts import Facts
from policy_kit.guidance import Register
from policy_kit.guidance.citations import Citation, find_citations
from policy_kit.guidance.context import contexts
from policy_kit.guidance.dates import first_day
from policy_kit.guidance.joined import JoinedText, joined_text
from policy_kit.guidance.patterns import Pattern
from policy_kit.guidance.standing import Standing, judge
from policy_kit.model import Block, Document, Part, Policy
from policy_kit.quick import dataclass


@dataclass(frozen=True, eq=False)
class Found:
    """Words of a pattern, where they stand in a block."""

    block: Block
    start: int
    end: int

    @property
    def words(self) -> str:
        return " ".join(self.block.text[self.start : self.end].split())


@dataclass(frozen=True, eq=False)
class Running:
    """The blocks that are read, in two runs: the body, then notes and margins."""

    document: Document

    @cached_property
    def runs(self) -> tuple[JoinedText, ...]:
        body = self.document.text_blocks
        rest = tuple(b for b in self.document.blocks if b.part not in (Part.BODY, Part.TEXT_BOX))
        return (joined_text(body), *((joined_text(rest),) if rest else ()))

    @cached_property
    def past(self) -> dict[int, str]:
        """The context of each block that is about the past, by its index."""
        return {i: c for run in self.runs for i, c in contexts(run.blocks).items()}

    @cached_property
    def linking(self) -> tuple[Block, ...]:
        """The blocks with links that are not about the past."""
        return tuple(b for run in self.runs for b in run.blocks if b.links and b.index not in self.past)

    def find(self, pattern: Pattern) -> Iterator[Found]:
        """Every match of a pattern that starts in a block not about the past."""
        for run in self.runs:
            for match in run.find(pattern):
                block = run.block(match.start())
                if block.index not in self.past:
                    start = run.within(match.start())
                    yield Found(block, start, min(start + len(match[0]), len(block.text)))

    def holds(self, pattern: Pattern) -> bool:
        """Whether a pattern stands anywhere in the text."""
        return any(True for run in self.runs for _ in run.find(pattern))

    def around(self, block: Block, before: int = 0, after: int = 0) -> str:
        """The text of a block with some of those before and after it, as they stand in the document."""
        blocks = self.document.blocks
        return "\n".join(b.text for b in blocks[max(0, block.index - before) : block.index + after + 1])


@once_a_document
def running_text(document: Document) -> Running:
    """The text of a document as the currency checks read it."""
    return Running(document)


def citations(policy: Policy, register: Register) -> Iterator[Citation]:
    """Every citation in the text."""
    for run in running_text(policy.document).runs:
        yield from find_citations(run.blocks, register)


def standings(policy: Policy, facts: Facts) -> list[Standing]:
    """Every citation that is not about the past, judged for the day, in the order they stand."""
    nation = nation_of(policy, facts)
    judged = (
        judge(citation, facts.register, facts.on, nation)
        for citation in citations(policy, facts.register)
        if citation.context == "reference"
    )
    return [standing for standing in judged if standing is not None]


def nation_of(policy: Policy, facts: Facts) -> str:
    """The nation whose guidance the policy answers to: of most guidance it cites that is one nation's own."""
    counts: dict[str, int] = {"England": 1}
    for citation in citations(policy, facts.register):
        document = facts.register.document(citation.document_id)
        if document and len(document.nations) == 1:
            nation = document.nations[0]
            counts[nation] = counts.get(nation, 0) + 1
    return max(counts, key=lambda nation: counts[nation])


def begun(starts: str, on: date) -> bool:
    """Whether a partly given date has come; no date means long ago."""
    return not starts or first_day(starts) <= on
