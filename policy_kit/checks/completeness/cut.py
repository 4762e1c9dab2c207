"""What is said of text that breaks off."""

from __future__ import annotations

from policy_kit.findings import Severity
from policy_kit.model import Block, Confidence
from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """Text that breaks off: where, what to say of it, and how sure it is."""

    id: str
    block: Block
    quote: str
    message: str
    suggestion: str
    confidence: Confidence
    severity: Severity | None = None
    related: tuple[Block, ...] = ()


def goes_on(block: Block, follower: Block | None) -> bool:
    """Whether the next block may go on in the middle of the sentence, as it does over the end of a page."""
    if follower is None:
        return False
    turned = block.page is not None and follower.page is not None and block.page != follower.page
    return turned or follower.text.lstrip()[:1].islower()
