"""The findings of the text report, section by section: the words, the place, what to do, the source."""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.findings import Finding, PolicyAudit, Severity
from policy_kit.model import Confidence, Location
from policy_kit.reports.arranging import Group, by_section
from policy_kit.reports.phrases import CONFIDENCE_WORDS, one_line, place, shortened
from policy_kit.reports.text_page import Page

_ENOUGH_OF_A_KIND = 3
_ENOUGH_PLACES = 4
_LONG_QUOTE = 160
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.ADVICE: "bold cyan"}


def tell_findings(page: Page, audit: PolicyAudit, *, verbose: bool) -> None:
    """Write every finding that is open; of many of one kind in a section only the first, unless verbose."""
    groups = by_section(audit, audit.open_findings)
    if groups:
        page.heading("Findings")
    for group in groups:
        page.gap()
        page.line(f"{group.title} ({len(group.findings)})", style="bold underline")
        for code, found in _by_kind(group):
            shown = found if verbose else found[:_ENOUGH_OF_A_KIND]
            for finding in shown:
                _tell(page, finding, verbose=verbose)
            if len(found) > len(shown):
                page.line(f"and {len(found) - len(shown)} more like this ({code}): use --verbose", indent=2)


def _by_kind(group: Group) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of a section by severity and code, in the order in which the kinds first stand."""
    kinds: dict[tuple[int, str], list[Finding]] = {}
    for finding in group.findings:
        kinds.setdefault((finding.severity.rank, finding.rule.code), []).append(finding)
    for (_, code), found in kinds.items():
        yield code, found


def _tell(page: Page, finding: Finding, *, verbose: bool) -> None:
    doubt = "" if finding.confidence is Confidence.HIGH else f" ({CONFIDENCE_WORDS[finding.confidence]})"
    severity = finding.severity
    page.line(
        f"{finding.rule.code} {finding.rule.name}{doubt}",
        first=f"  {severity.upper():<9}", indent=11, first_style=_STYLES[severity],
    )  # fmt: skip
    page.line(one_line(finding.message), indent=4)
    quote = one_line(finding.quote) if verbose else shortened(finding.quote, _LONG_QUOTE)
    where = place(finding.location)
    rows = [("It says", f"“{quote}”" if quote else ""), ("Where", where)]
    rows += [("Also", place(also)) for also in _some(finding, verbose=verbose)]
    rows.append(("What to do", one_line(finding.suggestion)))
    rows += [("Source", one_line(f"{s.title} {s.url if verbose else ''}")) for s in finding.sources]
    if verbose:
        rows.append(("Fingerprint", finding.fingerprint))
    for label, value in rows:
        if value:
            page.line(value, first=f"    {label + ':':<12}", indent=17)


def _some(finding: Finding, *, verbose: bool) -> tuple[Location, ...]:
    return finding.related if verbose else finding.related[:_ENOUGH_PLACES]
