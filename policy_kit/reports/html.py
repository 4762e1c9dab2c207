"""The report as one web page: readable without a script, printable, in light or dark, by keyboard or ear."""

from __future__ import annotations

from policy_kit.findings import AuditResult, Finding, PolicyAudit, Severity, Source
from policy_kit.model import Confidence, NotChecked, SectionResult
from policy_kit.quick import dataclass
from policy_kit.reports.arranging import (
    accepted,
    by_section,
    not_checked_of,
    of_severity,
    section_title,
    sections_of,
)
from policy_kit.reports.drawings import Piece, Timeline, section_bar, timeline
from policy_kit.reports.pages import render_page
from policy_kit.reports.phrases import (
    CONFIDENCE_WORDS,
    SEVERITY_WORDS,
    STATUS_WORDS,
    basis,
    capital,
    one_line,
    remarks,
    standard_name,
    verdict,
)
from policy_kit.reports.policy_text import Passage, passages


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with its anchor on the page and the words it is shown with."""

    anchor: str
    finding: Finding
    severity: str
    doubt: str
    section_title: str
    sources: tuple[tuple[Source, bool], ...]  # with whether its address may be a link

    @property
    def searched(self) -> str:
        """What the search box looks in."""
        found = self.finding
        said = (found.rule.code, found.rule.name, found.message, found.quote, found.suggestion)
        return one_line(" ".join((*said, self.section_title))).casefold()


@dataclass(frozen=True, slots=True)
class PolicyView:
    """One policy as the page shows it; `anchor` sets its places apart from another policy's."""

    anchor: str
    audit: PolicyAudit
    verdict: str
    mood: str
    remarks: tuple[str, ...]
    bar: tuple[Piece, ...]
    sections: tuple[SectionResult, ...]
    timeline: Timeline
    errors: tuple[Card, ...]
    groups: tuple[tuple[str, str, tuple[Card, ...]], ...]  # (section id, title, cards)
    passages: tuple[tuple[Passage, tuple[tuple[str, Card], ...]], ...]
    not_checked: tuple[NotChecked, ...]
    accepted: tuple[Finding, ...]


def render_html(result: AuditResult) -> str:
    """Tell an audit as one HTML page."""
    views = tuple(_view(number, audit, result) for number, audit in enumerate(result.policies, 1))
    return render_page(
        "report.html.j2",
        ("page.css", "report.css"),
        "report.js",
        title=f"{capital(standard_name(result))} audit: {_subject(result)}",
        result=result,
        views=views,
        sections=_sections_with_findings(views),
        has_findings=any(view.groups for view in views),
        severity_words=SEVERITY_WORDS,
        status_words=STATUS_WORDS,
        basis=basis(result),
    )


def _subject(result: AuditResult) -> str:
    if len(result.policies) != 1:
        return f"{len(result.policies)} files"
    audit = result.policies[0]
    return one_line(audit.policy.school_name if audit.policy else "") or one_line(audit.path)


def _sections_with_findings(views: tuple[PolicyView, ...]) -> tuple[tuple[str, str], ...]:
    """What the filter offers: each section that has a finding, once."""
    return tuple(dict.fromkeys((group[0], group[1]) for view in views for group in view.groups))


def _view(number: int, audit: PolicyAudit, result: AuditResult) -> PolicyView:
    anchor = f"p{number}"
    groups: list[tuple[str, str, tuple[Card, ...]]] = []
    cards: dict[int, Card] = {}
    for group in by_section(audit, audit.open_findings):
        made = []
        for finding in group.findings:
            card = _card(f"{anchor}-f{len(cards) + 1}", audit, finding)
            cards[id(finding)] = card
            made.append(card)
        groups.append((group.id, group.title, tuple(made)))
    missed = not_checked_of(audit)
    return PolicyView(
        anchor=anchor,
        audit=audit,
        verdict=verdict(audit, result),
        mood=_mood(audit),
        remarks=remarks(audit, len(missed)),
        bar=section_bar(audit),
        sections=sections_of(audit),
        timeline=timeline(audit, result.on),
        errors=tuple(cards[id(finding)] for finding in of_severity(audit, Severity.ERROR)),
        groups=tuple(groups),
        passages=tuple((passage, _notes(passage, cards)) for passage in passages(audit)),
        not_checked=missed,
        accepted=accepted(audit),
    )


def _notes(passage: Passage, cards: dict[int, Card]) -> tuple[tuple[str, Card], ...]:
    """What stands beside a passage: the cards of its findings, and which of them begin elsewhere."""
    here = (("", cards[id(finding)]) for finding in passage.findings)
    also = (("also here", cards[id(finding)]) for finding in passage.also)
    return (*here, *also)


def _mood(audit: PolicyAudit) -> str:
    ready = audit.policy is not None and audit.policy.is_policy and not audit.summary.errors
    return "ready" if ready else "not-ready"


def _card(anchor: str, audit: PolicyAudit, finding: Finding) -> Card:
    sure = finding.confidence is Confidence.HIGH
    return Card(
        anchor,
        finding,
        SEVERITY_WORDS[finding.severity],
        "" if sure else CONFIDENCE_WORDS[finding.confidence],
        section_title(audit, finding.section),
        tuple((source, source.url.startswith(("https://", "http://"))) for source in finding.sources),
    )
