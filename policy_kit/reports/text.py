"""The report on a screen: is it fit to sign, what to mend today, what can wait, then all of it by section.

Plain where it is piped: no colour, no boxes, and no meaning carried by colour alone.
"""

from __future__ import annotations

from policy_kit.findings import AuditResult, PolicyAudit, Severity
from policy_kit.model import SectionResult, SectionStatus
from policy_kit.reports.arranging import accepted, by_status, not_checked_of, of_severity
from policy_kit.reports.phrases import (
    STATUS_WORDS,
    basis,
    counted,
    day,
    one_line,
    place,
    remarks,
    sentence,
    told_point,
    verdict,
)
from policy_kit.reports.text_findings import tell_findings
from policy_kit.reports.text_page import Page

_FIRST_FEW = 12


def render_text(
    result: AuditResult, *, width: int = 80, colour: bool = False, verbose: bool = False, quiet: bool = False
) -> str:
    """Tell an audit as text of at most `width` columns, and never fewer than 40.

    colour: whether the terminal shows it; verbose: every finding, with evidence and what was accepted;
    quiet: one line a file, however long its name, so that a script may count on it.
    """
    page = Page(max(width, 40), colour)
    if quiet:
        for audit in result.policies:
            page.lines.append(f"{one_line(audit.path)}: {verdict(audit, result)}")
    else:
        _whole(page, result, verbose=verbose)
    return "\n".join(page.lines) + "\n"


def _whole(page: Page, result: AuditResult, *, verbose: bool) -> None:
    if len(result.policies) > 1:
        page.line(f"{len(result.policies)} FILES", style="bold")
        for audit in result.policies:
            page.line(one_line(audit.path), style="bold")
            page.line(sentence(verdict(audit, result)), indent=2, style=_verdict_style(audit))
    for audit in result.policies:
        if len(result.policies) > 1:
            page.gap()
        _policy(page, audit, result, verbose=verbose)
    page.heading("About this report")
    for line in basis(result):
        page.line(line)


def _policy(page: Page, audit: PolicyAudit, result: AuditResult, *, verbose: bool) -> None:
    page.line(one_line(audit.path), style="bold")
    if audit.policy and audit.policy.title:
        page.line(f"Titled: {one_line(audit.policy.title)}", style="dim")
    page.line(verdict(audit, result), style=_verdict_style(audit))
    for remark in remarks(audit, len(not_checked_of(audit))):
        page.line(remark, indent=2)
    if audit.policy is None:
        return
    _to_do(page, audit)
    _sections(page, audit, verbose=verbose)
    tell_findings(page, audit, verbose=verbose)
    _not_checked(page, audit)
    _accepted(page, audit, verbose=verbose)


def _verdict_style(audit: PolicyAudit) -> str:
    if audit.policy is None or not audit.policy.is_policy or audit.summary.errors:
        return "bold red"
    return "bold" if any(f.severity is Severity.ERROR for f in accepted(audit)) else "bold green"


def _to_do(page: Page, audit: PolicyAudit) -> None:
    """What to mend today, one line each, and how much can wait."""
    errors = of_severity(audit, Severity.ERROR)
    if errors:
        page.heading(f"Mend first ({len(errors)})")
        for number, finding in enumerate(errors[:_FIRST_FEW], 1):
            page.line(f"{one_line(finding.message)} [{finding.rule.code}]", first=f"{number:>3}. ", indent=5)
            where = place(finding.location, headings=1)
            if where:
                page.line(where, indent=5, style="dim")
        if len(errors) > _FIRST_FEW:
            page.line(f"and {len(errors) - _FIRST_FEW} more, under Findings below", indent=5)
    waiting = [
        (counted(len(found), word, plural), kinds)
        for severity, word, plural in (
            (Severity.WARNING, "warning", "warnings"),
            (Severity.ADVICE, "piece of advice", "pieces of advice"),
        )
        if (found := of_severity(audit, severity))
        and (kinds := ", ".join(dict.fromkeys(f.rule.name.replace("-", " ") for f in found)))
    ]
    if waiting:
        page.heading("Can wait")
        for amount, kinds in waiting:
            page.line(f"{amount}: {kinds}", indent=2)


def _sections(page: Page, audit: PolicyAudit, *, verbose: bool) -> None:
    groups = by_status(audit)
    page.heading(f"Sections ({', '.join(f'{len(found)} {STATUS_WORDS[s]}' for s, found in groups)})")
    if audit.policy is not None and not audit.policy.is_policy and not verbose:
        groups = tuple((s, found) for s, found in groups if s in (SectionStatus.PRESENT, SectionStatus.THIN))
        page.line("Only those that it touches on; --verbose gives all.", indent=2, style="dim")
    for status, sections in groups:
        for section in sections:
            why = one_line(section.reason) if status is SectionStatus.NOT_APPLICABLE else ""
            told = f"{one_line(section.title)} ({section.level}{f'; {why}' if why else ''})"
            page.line(
                told, first=f"  {STATUS_WORDS[status]:<16}", indent=18, first_style=_STATUS_STYLES[status]
            )
            if verbose:
                _points(page, section)


def _points(page: Page, section: SectionResult) -> None:
    for point in section.points:
        words = f"{'found' if point.met else 'not found'}: {told_point(point)}"
        quote = f" “{one_line(point.evidence.quote)}”" if point.evidence else ""
        page.line(f"{words}{'' if point.level == 'must' else f' ({point.level})'}{quote}", indent=20)


_STATUS_STYLES = {
    SectionStatus.MISSING: "bold red",
    SectionStatus.THIN: "bold yellow",
    SectionStatus.PRESENT: "green",
    SectionStatus.NOT_APPLICABLE: "dim",
}


def _not_checked(page: Page, audit: PolicyAudit) -> None:
    missed = not_checked_of(audit)
    if missed:
        page.heading(f"Not checked ({len(missed)})")
    for item in missed:
        where = place(item.location)
        page.line(f"{one_line(item.what)}: {sentence(one_line(item.reason))}", indent=2)
        if where:
            page.line(where, indent=4, style="dim")


def _accepted(page: Page, audit: PolicyAudit, *, verbose: bool) -> None:
    found = accepted(audit)
    if not found:
        return
    page.heading(f"Accepted for now ({len(found)})")
    if not verbose:
        page.line("Not counted above; --verbose gives each with its reason.", indent=2)
        return
    for finding in found:
        mark = finding.suppressed
        until = f", until {day(mark.expires)}" if mark and mark.expires else ""
        reason = one_line(mark.reason) if mark else ""
        page.line(f"{finding.rule.code} {one_line(finding.message)} Accepted: {reason}{until}.", indent=2)
