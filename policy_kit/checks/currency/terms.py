"""Does the policy use words that the guidance gave up?

Words carry the rule behind them: three areas of risk leave out commerce, "peer on peer" was given up because
a child may be harmed by one who is no peer. Old words told as old are no fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.currency.explained import explained, in_address
from policy_kit.checks.currency.reporting import by_severity, report, source_of
from policy_kit.checks.currency.running import Found, Running, begun, citations, nation_of, running_text
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.guidance import Register, Term
from policy_kit.guidance.dates import readable
from policy_kit.model import Confidence, Policy

RETIRED_TERM = Rule(
    "PK303", "retired-term", Severity.WARNING, "Wording the guidance gave up, with the present term."
)
RULES: tuple[Rule, ...] = (RETIRED_TERM,)

_Titles = dict[int, list[tuple[int, int]]]


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each retired term that the policy uses as its own."""
    text = running_text(policy.document)
    nation = nation_of(policy, facts)
    titles = _titles(policy, facts.register)
    for term in facts.register.terms:
        if not term.flag or not begun(term.starts, facts.on):
            continue
        if term.nations and nation not in term.nations:
            continue
        places = [f for f in text.find(term.pattern) if _is_fault(term, f, text, titles)]
        if places and not (term.unless and text.holds(term.unless)):
            yield _finding(policy, facts.register, term, places)


def _titles(policy: Policy, register: Register) -> _Titles:
    """Where guidance is named: a word in a title is the title's, not the policy's. A law's name is a term."""
    titles: _Titles = {}
    for citation in citations(policy, register):
        document = register.document(citation.document_id)
        if citation.how != "wording" and document and document.kind != "law":
            titles.setdefault(citation.block, []).append(citation.span)
    return titles


def _in_title(found: Found, titles: _Titles) -> bool:
    """Whether the words are part of a longer title."""
    return any(
        start <= found.start and found.end <= end and end - start > found.end - found.start
        for start, end in titles.get(found.block.index, ())
    )


def _is_fault(term: Term, found: Found, text: Running, titles: _Titles) -> bool:
    own = found.block.text
    if _in_title(found, titles):
        return False
    near = text.around(found.block, after=term.reach) if term.reach else own
    if term.near and not term.near.search(near):
        return False
    if any(keep.search(near) for keep in term.keep):
        return False
    return not in_address(own, found.start, found.end) and not explained(
        own, found.start, found.end, term.current
    )


def _finding(policy: Policy, register: Register, term: Term, places: list[Found]) -> Finding:
    sure = term.verified != "memory"
    confidence = Confidence.MEDIUM if term.severity == "low" else Confidence.HIGH
    return report(
        policy,
        RETIRED_TERM,
        places,
        f"“{places[0].words}” is wording that has been given up: {term.why}.",
        f"Say instead: {term.current} (since {readable(term.since)}). "
        "Read the passage again: the rule behind the words may have changed too.",
        severity=by_severity(term.severity),
        confidence=confidence,
        key=term.id,
        sure=sure,
        sources=source_of(register.document(term.document)) if term.document else (),
    )
