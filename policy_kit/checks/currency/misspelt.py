"""Is a known title, body, address or number nearly right?

A mistyped address leads nowhere, a mistyped number reaches a stranger, and a mistyped title shows that the
list was never tried. Other forms of a word, and words that only look alike, are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.currency import addresses, names
from policy_kit.checks.currency.explained import in_address
from policy_kit.checks.currency.reporting import report
from policy_kit.checks.currency.running import Found, Running, citations, running_text
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.guidance import Register
from policy_kit.model import Block, Confidence, Policy
from policy_kit.model.unshown import unshown_links

MISSPELT_REFERENCE = Rule(
    "PK307", "misspelt-reference", Severity.WARNING, "A known body, title, address or number, nearly right."
)
RULES: tuple[Rule, ...] = (MISSPELT_REFERENCE,)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each slip, with every place it stands, and for laws that never were."""
    text = running_text(policy.document)
    by_slip: dict[tuple[str, str], list[Found]] = {}
    sure: dict[tuple[str, str], Confidence] = {}
    for found, right, confidence in _slips(text, facts.register):
        key = (found.words.lower(), right)
        by_slip.setdefault(key, []).append(found)
        sure[key] = confidence
    for (written, right), places in by_slip.items():
        yield report(
            policy,
            MISSPELT_REFERENCE,
            places,
            f"“{places[0].words}” looks like a slip for “{right}”.",
            _mend(right, facts.register),
            severity=Severity.WARNING,
            confidence=sure[written, right],
            key=f"{written}:{right}",
        )
    yield from _laws_that_never_were(policy, facts.register)


def _mend(right: str, register: Register) -> str:
    """What to write: the right form, unless that is itself out of date."""
    for organisation in register.organisations:
        for retired in organisation.retired:
            if retired.pattern.search(right):
                return f"Do not mend it: {retired.what}. {retired.use[0].upper()}{retired.use[1:]}."
    return f"Write “{right}”, and try it if it is a link or a number."


def _slips(text: Running, register: Register) -> Iterator[tuple[Found, str, Confidence]]:
    known_names, known_addresses = names.names_of(register), addresses.addresses_of(register)
    for run in text.runs:
        for block, slip in addresses.slips(run, known_addresses):
            yield Found(block, slip.start, slip.end), slip.right, Confidence.HIGH
        for block, slip in names.slips(run, known_names):
            if not in_address(block.text, slip.start, slip.end):
                yield Found(block, slip.start, slip.end), slip.right, Confidence.MEDIUM
    for block in text.linking:
        yield from _behind_links(block, known_addresses)


def _behind_links(block: Block, known: addresses.Addresses) -> Iterator[tuple[Found, str, Confidence]]:
    for link in unshown_links(block):
        right = addresses.nearly(link.target.removeprefix("mailto:"), known)
        if right:
            start = max(block.text.find(link.text), 0)
            yield Found(block, start, start + len(link.text)), right, Confidence.HIGH


def _laws_that_never_were(policy: Policy, register: Register) -> Iterator[Finding]:
    for citation in citations(policy, register):
        wording = citation.wording
        if wording is None or not wording.slip:
            continue
        block = policy.document.blocks[citation.block]
        yield report(
            policy,
            MISSPELT_REFERENCE,
            [Found(block, *citation.span)],
            f"“{citation.text}”: {wording.means}.",
            "Find out which of the two the passage means, and name it.",
            severity=Severity.WARNING,
            confidence=Confidence.HIGH,
            key=citation.text.lower(),
        )
