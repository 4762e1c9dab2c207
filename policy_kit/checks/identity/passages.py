"""What the search for another nation's or phase's content hands over."""

from __future__ import annotations

from policy_kit.findings import Severity
from policy_kit.model import Block, Confidence
from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words stand: the block, the text they were found in, and from where to where."""

    block: Block
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One subject that does not belong, with all its places and what to say of it."""

    key: str
    places: tuple[Spot, ...]
    message: str
    suggestion: str
    severity: Severity
    confidence: Confidence
