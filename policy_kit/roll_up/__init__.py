"""What is known of a trust's policies when all are read: the nouns that `trust` fills and reports tell."""

from policy_kit.roll_up.reading import Dated, Named, Noted, Passage, Reading, SectionState
from policy_kit.roll_up.result import (
    Borrowed,
    Cell,
    Change,
    Column,
    Copied,
    Cycle,
    Gap,
    OutOfStep,
    Review,
    SchoolState,
    Shared,
    Since,
    Stale,
    TrustResult,
    Wording,
)

__all__ = [
    "Borrowed",
    "Cell",
    "Change",
    "Column",
    "Copied",
    "Cycle",
    "Dated",
    "Gap",
    "Named",
    "Noted",
    "OutOfStep",
    "Passage",
    "Reading",
    "Review",
    "SchoolState",
    "SectionState",
    "Shared",
    "Since",
    "Stale",
    "TrustResult",
    "Wording",
]
