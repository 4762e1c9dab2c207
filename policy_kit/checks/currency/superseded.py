"""Does the policy cite an edition of guidance that a newer one has replaced?

Staff follow the paragraph they are sent to. A policy that names KCSIE 2021 sends them to rules that were
changed more than once since. One finding for each edition, with every place that names it.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.currency.reporting import by_severity, report, source_of
from policy_kit.checks.currency.running import Found, standings
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.guidance.dates import in_words, readable
from policy_kit.guidance.standing import Standing, State
from policy_kit.model import Confidence, Policy

SUPERSEDED_EDITION = Rule(
    "PK301", "superseded-edition", Severity.ERROR, "An old edition of guidance that has a newer one in force."
)
RULES: tuple[Rule, ...] = (SUPERSEDED_EDITION,)

_MOST_CHANGES = 3
_BY_YEAR = ("year", "heading", "link")


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each superseded edition; dated words only where no year names the edition."""
    stale = [s for s in standings(policy, facts) if is_superseded(s)]
    dated: dict[tuple[str, str], list[Standing]] = {}
    worded: dict[tuple[str, str], list[Standing]] = {}
    for standing in stale:
        group = worded if standing.citation.how == "wording" else dated
        group.setdefault((standing.document.id, _named(standing)), []).append(standing)
    for places in dated.values():
        yield _dated_finding(policy, places)
    told = {document_id for document_id, _ in dated}
    for (document_id, _), places in worded.items():
        if document_id not in told:
            yield _worded_finding(policy, places)


def is_superseded(standing: Standing) -> bool:
    """Whether a citation is of an old edition; laws and withdrawn guidance are another check's."""
    slip = standing.citation.wording is not None and standing.citation.wording.slip
    gone = standing.cited is not None and bool(standing.cited.withdrawn)
    return standing.state is State.SUPERSEDED and standing.document.kind != "law" and not slip and not gone


def found(policy: Policy, standing: Standing) -> Found:
    """Where a citation stands."""
    start, end = standing.citation.span
    return Found(policy.document.blocks[standing.citation.block], start, end)


def is_sure(standing: Standing) -> bool:
    """Whether a later edition that is in force is known from a source, not from memory alone."""
    cited, last = standing.cited, standing.in_force
    if last is None:
        return False
    later = standing.document.between(cited, last) if cited else iter((last,))
    return last.is_sure or any(edition.is_sure for edition in later)


def _named(standing: Standing) -> str:
    wording = standing.citation.wording
    if standing.citation.how == "wording" and wording:
        return wording.means
    return standing.cited.label if standing.cited else str(standing.citation.year)


def _severity(standing: Standing) -> Severity:
    wording = standing.citation.wording
    if standing.citation.how in _BY_YEAR:
        return Severity.ERROR if standing.document.statutory else Severity.WARNING
    if wording and wording.edition and wording.severity == "high" and standing.document.statutory:
        return Severity.ERROR
    return by_severity(wording.severity if wording else "medium")


def _dated_finding(policy: Policy, places: list[Standing]) -> Finding:
    worst = min(places, key=lambda s: _severity(s).rank)
    by_year = any(s.citation.how in ("year", "link") for s in places)
    return report(
        policy,
        SUPERSEDED_EDITION,
        [found(policy, s) for s in places],
        _message(worst),
        _suggestion(worst),
        severity=_severity(worst),
        confidence=Confidence.HIGH if by_year else Confidence.MEDIUM,
        key=f"{worst.document.id}:{_named(worst)}",
        sure=is_sure(worst),
        sources=source_of(worst.document),
    )


def _message(standing: Standing) -> str:
    document, cited = standing.document, standing.cited
    name = f"“{document.title}”" + (f" ({document.short})" if document.short else "")
    if cited and cited.kind == "not-issued":
        return f"There was no {cited.label} edition of {name}.{_now(standing)}"
    wording = standing.citation.wording
    why = f" (“{standing.citation.text}” is {wording.means})" if wording else ""
    return f"The policy cites the {_named(standing)} edition of {name}{why}.{_now(standing)}"


def _now(standing: Standing) -> str:
    last = standing.in_force
    if last is None:
        return " It is no longer in force."
    # The label is a year nearly always; its start says the rest.
    return f" The edition in force is {last.label}, since {in_words(last.starts_as_given)}."


def _suggestion(standing: Standing) -> str:
    document, last = standing.document, standing.in_force
    page = f" ({document.url})" if document.url else ""
    told = "Read the edition in force" + page + ", bring the policy into line with it, then name it here."
    if standing.cited and last:
        notes = [
            f"{e.label}: {e.changes}"
            for e in document.between(standing.cited, last)
            if e.changes and e.is_sure
        ][-_MOST_CHANGES:]
        told += f" What changed: {readable(' | '.join(notes))}." if notes else ""
    if last and last.evidence == "third_party":
        told += " The register knows this edition from others' reports only, so go by the text on gov.uk."
    return told


def _worded_finding(policy: Policy, places: list[Standing]) -> Finding:
    first = places[0]
    wording = first.citation.wording
    means = wording.means if wording else ""
    sure = is_sure(first) and not (wording and wording.verified == "memory")
    return report(
        policy,
        SUPERSEDED_EDITION,
        [found(policy, s) for s in places],
        f"“{first.citation.text}” is wording of an older edition of “{first.document.title}”: "
        f"{means}.{_now(first)}",
        _suggestion(first),
        severity=_severity(first),
        confidence=Confidence.MEDIUM,
        key=f"{first.document.id}:{means}",
        sure=sure,
        sources=source_of(first.document),
    )
