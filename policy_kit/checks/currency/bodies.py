"""Does the policy send readers to a body, service, address or number that is no longer there?

A child or a parent who follows the link finds nothing, and may not try again. Names of closed services also
tell an inspector when the list was last looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policy_kit.checks.currency.explained import explained
from policy_kit.checks.currency.reporting import by_severity, home_of, report, source_of
from policy_kit.checks.currency.running import Found, Running, begun, nation_of, running_text, standings
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.guidance import GuidanceDocument, Organisation
from policy_kit.guidance.model import Retired
from policy_kit.guidance.patterns import Pattern
from policy_kit.guidance.standing import State
from policy_kit.model import Block, Confidence, Policy

RETIRED_BODY_OR_LINK = Rule(
    "PK304",
    "retired-body-or-link",
    Severity.WARNING,
    "A closed or renamed body, service, platform, address, e-mail or number.",
)
RULES: tuple[Rule, ...] = (RETIRED_BODY_OR_LINK,)

_BLOCKS_BEFORE = 2
_BLOCKS_AFTER = 1


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each retired name, address or number, with every place it stands."""
    text = running_text(policy.document)
    nation = nation_of(policy, facts)
    titles = _stale_titles(policy, facts)
    for organisation in facts.register.organisations:
        for number, retired in enumerate(organisation.retired):
            if not begun(retired.starts, facts.on) or (retired.nations and nation not in retired.nations):
                continue
            places = [f for f in _places(text, retired) if not _within(f, titles)]
            if places:
                yield _finding(policy, organisation, retired, places, number)
    for document in facts.register.documents:
        for address in document.old_urls:
            places = _address_places(text, address)
            if places:
                yield _moved(policy, document, address, places)


def _stale_titles(policy: Policy, facts: Facts) -> dict[int, list[tuple[int, int]]]:
    """Where out-of-date guidance is cited: a body's old name in its title is part of that fault."""
    out: dict[int, list[tuple[int, int]]] = {}
    for standing in standings(policy, facts):
        if standing.state in (State.SUPERSEDED, State.WITHDRAWN) and standing.citation.how != "link":
            out.setdefault(standing.citation.block, []).append(standing.citation.span)
    return out


def _within(found: Found, titles: dict[int, list[tuple[int, int]]]) -> bool:
    spans = titles.get(found.block.index, ())
    return any(start <= found.start and found.end <= end for start, end in spans)


def _places(text: Running, retired: Retired) -> list[Found]:
    shown = [f for f in text.find(retired.pattern) if _is_fault(text, retired, f)]
    blocks = {f.block.index for f in shown}
    behind = [f for f in _behind_links(text, retired.pattern) if f.block.index not in blocks]
    return sorted(shown + behind, key=lambda f: (f.block.index, f.start))


def _is_fault(text: Running, retired: Retired, found: Found) -> bool:
    own = found.block.text
    if any(keep.search(own) for keep in retired.keep) or explained(own, found.start, found.end):
        return False
    if retired.near is None:
        return True
    headings = "\n".join(text.document.heading_path(found.block))
    around = text.around(found.block, before=_BLOCKS_BEFORE, after=_BLOCKS_AFTER)
    return retired.near.search(f"{headings}\n{around}") is not None


def _behind_links(text: Running, pattern: Pattern) -> Iterator[Found]:
    """Links whose address is retired though the words shown are not."""
    for block in text.linking:
        for link in block.links:
            if pattern.search(link.target):
                yield _shown(block, link.text)


def _shown(block: Block, words: str) -> Found:
    start = max(block.text.find(words), 0)
    return Found(block, start, start + len(words))


def _address_places(text: Running, address: str) -> list[Found]:
    """Where an old address stands, shown or behind a link, and not as the start of a longer one."""
    bare = address.split("://", 1)[1].removeprefix("www.").rstrip("/").lower()
    pattern = Pattern(re.escape(bare) + r"(?![\w-])", ((bare,),))
    shown = list(text.find(pattern))
    blocks = {f.block.index for f in shown}
    behind = [f for f in _behind_links(text, pattern) if f.block.index not in blocks]
    return sorted(shown + behind, key=lambda f: (f.block.index, f.start))


def _finding(
    policy: Policy, organisation: Organisation, retired: Retired, places: list[Found], number: int
) -> Finding:
    what = retired.what[0].upper() + retired.what[1:]
    use = retired.use[0].upper() + retired.use[1:]
    return report(
        policy,
        RETIRED_BODY_OR_LINK,
        places,
        f"{what}.",
        f"{use}.",
        severity=by_severity(retired.severity),
        confidence=Confidence.MEDIUM if retired.near else Confidence.HIGH,
        key=f"{organisation.id}:{number}",
        sure=organisation.verified != "memory",
        sources=home_of(organisation),
    )


def _moved(policy: Policy, document: GuidanceDocument, address: str, places: list[Found]) -> Finding:
    finding = report(
        policy,
        RETIRED_BODY_OR_LINK,
        places,
        f"This is a former address of “{document.title}”.",
        f"Link to {document.url}." if document.url else "Look up the present address on gov.uk.",
        severity=Severity.ADVICE,
        confidence=Confidence.HIGH,
        key=f"{document.id}:{address}",
        sure=document.verified != "memory",
    )
    return replace(finding, sources=source_of(document))
