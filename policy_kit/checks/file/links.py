"""Do the links lead anywhere? Empty, split or malformed addresses, and links that go elsewhere than they say.

Someone who follows a link in this policy may be trying to report abuse. The tool does not go online: it sees
that an address cannot work, not that a page has gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.checks.file.addresses import ADDRESS, fault_of, is_address, site_of, target_fault
from policy_kit.checks.placing import place
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Block, BlockKind, Confidence, Document, Policy
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom

BROKEN_LINK = Rule("PK705", "broken-link", Severity.WARNING, "An empty, split or malformed link.")
RULES: tuple[Rule, ...] = (BROKEN_LINK,)

_ENDS_SPLIT = regex(r"(?:https?://|www\.)\S+[-_=&]$", re.IGNORECASE)
_SPLIT_INSIDE = seldom(
    r"(?:https?://|www\.)\S+\w-\s+(?!and\b|or\b|see\b|the\b|for\b|is\b|a\b|to\b|this\b)[a-z][\w/-]*"
)
_REST = regex(r"(?:<\w+>)?[a-z0-9][\w./%?=&#-]*(?:</\w+>)?")
_RUN_TOGETHER = seldom(
    r"[^:]{3,60}:\s*(?:https?://|www\.)\S+\s+[A-Z0-9][^:.]{3,60}:\s*(?:https?://|www\.)\S+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Fault:
    kind: str
    block: Block
    quote: str
    message: str
    suggestion: str
    severity: Severity = Severity.WARNING
    confidence: Confidence = Confidence.HIGH


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield one finding for each kind of fault, at its first place."""
    kinds: dict[str, list[_Fault]] = {}
    for fault in (*_behind_links(policy.document), *_in_text(policy.document)):
        kinds.setdefault(fault.kind, []).append(fault)
    for kind, faults in kinds.items():
        first = faults[0]
        places = len({fault.block.index for fault in faults})
        others = f" {len(faults) - 1} more like it." if len(faults) > 1 else ""
        yield place(
            policy,
            BROKEN_LINK,
            first.block,
            f"{first.message}{others}",
            first.suggestion,
            quote=first.quote,
            severity=first.severity,
            confidence=first.confidence,
            related=[fault.block for fault in faults[1:]] if places > 1 else (),
            key=kind,
        )


def _behind_links(document: Document) -> Iterator[_Fault]:
    for block in document.blocks:
        for link in block.links:
            text = " ".join(link.text.split())
            if not text:
                continue
            fault = target_fault(link.target)
            if fault:
                mend = "Find the right address and set the link again, or take the link off the words."
                yield _Fault(fault, block, text, f"The link “{text[:80]}” {fault}.", mend)
            elif _goes_elsewhere(text, link.target):
                yield _Fault(
                    "elsewhere",
                    block,
                    text,
                    f"The link shows “{text[:80]}” but leads to {site_of(link.target)}.",
                    "Show the address that the link leads to, or set the link to the address it shows.",
                    confidence=Confidence.MEDIUM,
                )


def _goes_elsewhere(text: str, target: str) -> bool:
    if not is_address(text) or not target.lower().startswith(("http", "www")):
        return False
    shown, meant = site_of(text), site_of(target)
    return bool(shown and meant) and shown != meant


def _in_text(document: Document) -> Iterator[_Fault]:
    """Addresses typed in the text; a PDF breaks long ones by itself, which is no fault."""
    blocks = document.text_blocks
    for at, block in enumerate(blocks):
        text = block.text
        if "www" not in text and "http" not in text and "hhtp" not in text and "htt:" not in text:
            continue
        found = fault_of(text) if document.format != "pdf" else None
        if found and not any(found[1] in link.target for link in block.links):
            fault, words = found
            mend = "Type the address again without the slip, and try it."
            yield _Fault(fault, block, words, f"The address “{words[:80]}” {fault}.", mend)
        if document.format != "pdf":
            yield from _split(block, blocks[at + 1] if at + 1 < len(blocks) else None)
        together = _RUN_TOGETHER.fullmatch(text.strip())
        if (
            together
            and "\n" not in text
            and block.kind is not BlockKind.TABLE_ROW
            and len(ADDRESS.findall(text)) == 2
        ):
            yield _Fault(
                "together",
                block,
                text,
                "Two links stand in one line, so the second is easily missed.",
                "Put each link on a line of its own.",
                Severity.ADVICE,
                Confidence.MEDIUM,
            )


def _split(block: Block, follower: Block | None) -> Iterator[_Fault]:
    mend = "Join the address, without a space or a new line, and try it."
    found = _ENDS_SPLIT.search(block.text.rstrip())
    if found and follower is not None and _REST.fullmatch(follower.text.strip()):
        message = (
            f"The address is split over two lines: “{found[0][-60:]}” and “{follower.text.strip()[:60]}”."
        )
        yield _Fault("split", block, found[0], message, mend)
    elif inside := _SPLIT_INSIDE.search(block.text):
        yield _Fault("split", block, inside[0], f"The address “{inside[0][-80:]}” is split by a space.", mend)
