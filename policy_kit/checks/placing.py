"""How a check says what it found at a block: the place, the section, the policy's own words."""

from __future__ import annotations

from collections.abc import Iterable

from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Block, Confidence, Location, Policy

QUOTE_LENGTH = 240


def place(
    policy: Policy,
    rule: Rule,
    block: Block,
    message: str,
    suggestion: str,
    *,
    quote: str | None = None,
    severity: Severity | None = None,
    confidence: Confidence = Confidence.HIGH,
    related: Iterable[Block] = (),
    key: str = "",
) -> Finding:
    """A finding at `block`: unless given, the quote is the block's text and the severity the rule's."""
    return Finding(
        rule=rule,
        message=message,
        location=policy.location(block),
        severity=severity or rule.severity,
        confidence=confidence,
        section=policy.section_at(block),
        quote=shortened(block.display if quote is None else quote),
        suggestion=suggestion,
        related=_places(policy, block, related),
        key=key,
    )


def _places(policy: Policy, block: Block, related: Iterable[Block]) -> tuple[Location, ...]:
    others = {other.index: other for other in related if other.index != block.index}
    return tuple(policy.location(others[index]) for index in sorted(others))


def shortened(text: str, length: int = QUOTE_LENGTH) -> str:
    """The text, cut at a word with an ellipsis if it is longer than `length`."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def ending(text: str, length: int = QUOTE_LENGTH) -> str:
    """The last words of a text, from an ellipsis on if it is longer than `length`."""
    text = " ".join(text.split())
    return text if len(text) <= length else "…" + text[-length:].split(" ", 1)[-1]


def around(text: str, start: int, end: int, reach: int = 60) -> str:
    """The words of `text` from `start` to `end` with a few on either side, cut at spaces."""
    left = max(0, start - reach)
    right = min(len(text), end + reach)
    if left:
        left = text.find(" ", left, start) + 1 or start
    if right < len(text):
        cut = text.rfind(" ", end, right)
        right = cut if cut >= 0 else end
    return " ".join(text[left:right].split())
