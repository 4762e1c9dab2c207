"""The nouns that flow: a Document as a reader yields it, a Policy as the recogniser sees it.

Frozen, so that a check can neither change what the next one reads nor remember anything.
"""

from policy_kit.model.document import (
    HIDDEN_WORDS,
    Block,
    BlockKind,
    Comment,
    Confidence,
    Document,
    Link,
    Location,
    NotChecked,
    Part,
)
from policy_kit.model.policy import (
    DONE_DATES,
    DateKind,
    Evidence,
    Person,
    PointResult,
    Policy,
    PolicyDate,
    SectionResult,
    SectionStatus,
)

__all__ = [
    "DONE_DATES",
    "HIDDEN_WORDS",
    "Block",
    "BlockKind",
    "Comment",
    "Confidence",
    "DateKind",
    "Document",
    "Evidence",
    "Link",
    "Location",
    "NotChecked",
    "Part",
    "Person",
    "PointResult",
    "Policy",
    "PolicyDate",
    "SectionResult",
    "SectionStatus",
]
