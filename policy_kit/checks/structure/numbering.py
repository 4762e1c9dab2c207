"""Do the section and appendix numbers run on? A number used twice, one left out.

"See section 7.6" helps nobody if there are two of them, and a gap may be all that is left of a section that
was lost when the policy was last put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_kit.checks.outline import Numbers, Section, dotted, sections_of
from policy_kit.checks.placing import place
from policy_kit.checks.running_text import text_of
from policy_kit.checks.structure.appendices import appendix_faults
from policy_kit.checks.structure.number_runs import Run, numbers_standing, runs
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Confidence, Policy

NUMBERING = Rule("PK702", "numbering", Severity.WARNING, "A repeated or missing section or appendix number.")
RULES: tuple[Rule, ...] = (NUMBERING,)


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield a finding for each number used twice, each gap, and each appendix fault."""
    sections = sections_of(policy.document)
    standing = numbers_standing(policy.document)
    for run in runs(sections):
        yield from _repeats(policy, run)
        yield from _gaps(policy, run, standing)
    for fault in appendix_faults(policy.document, sections):
        yield place(
            policy,
            NUMBERING,
            fault.block,
            fault.message,
            fault.suggestion,
            quote=fault.quote,
            confidence=fault.confidence,
            related=fault.related,
            key=fault.key,
        )


def _repeats(policy: Policy, run: Run) -> Iterator[Finding]:
    by_number: dict[Numbers, list[Section]] = {}
    for section in run.sections:
        by_number.setdefault(section.number, []).append(section)
    for number, same in by_number.items():
        if len(same) > 1:
            name = dotted(number)
            titles = " and ".join(f"“{s.title}”" for s in same)
            yield place(
                policy,
                NUMBERING,
                same[1].heading,
                f"The number {name} stands before {len(same)} headings: {titles}.",
                "Renumber the later one and those after it, and put right every “see section …” and "
                "the contents list.",
                related=[s.heading for s in same],
                key=name,
            )


def _gaps(policy: Policy, run: Run, standing: frozenset[Numbers]) -> Iterator[Finding]:
    """A step of more than one between neighbours, or a first that is not 1."""
    before: Section | None = None
    for section in run.sections:
        last = section.number[-1]
        expected = before.number[-1] + 1 if before else 1
        missing = [(*section.number[:-1], n) for n in range(expected, last)]
        missing = [n for n in missing if n not in standing]
        if section.heading.heading_by == "look":
            missing = [n for n in missing if not _stands_in_a_line(policy, n)]
        started_late = before is None and (len(section.number) == 1 or last > 3)
        if missing and not started_late and len(missing) <= 3:
            yield _gap_finding(policy, section, before, missing)
        if before is None or last > before.number[-1]:
            before = section


def _stands_in_a_line(policy: Policy, number: Numbers) -> bool:
    """Whether a heading made by hand was read as the end of the line before it."""
    heading = re.compile(rf"(?<![\d.]){re.escape(dotted(number))}[.)]?\s+[A-Z]")
    return next(text_of(policy.document).find(heading, dotted(number)), None) is not None


def _gap_finding(
    policy: Policy, section: Section, before: Section | None, missing: Sequence[Numbers]
) -> Finding:
    names = " and ".join(dotted(n) for n in missing)
    there = "There is no" if len(missing) == 1 else "There are no"
    after = f" after {dotted(before.number)}" if before else ""
    return place(
        policy,
        NUMBERING,
        section.heading,
        f"{there} {names}: {dotted(section.number)} comes next{after}."
        if before
        else f"There is a {dotted(section.number)} but no {names}.",
        "Check that no section was lost. If none was, renumber this one and those after it.",
        severity=Severity.ADVICE,
        confidence=Confidence.MEDIUM if section.heading.heading_by == "look" else Confidence.HIGH,
        related=[before.heading] if before else (),
        key=names,
    )
