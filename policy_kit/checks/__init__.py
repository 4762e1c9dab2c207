"""The checks: one explicit tuple of modules, each asking one question of a policy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from policy_kit.checks.completeness import empty_sections, placeholders, template_notes, unfinished
from policy_kit.checks.currency import (
    bodies,
    dating,
    misspelt,
    superseded,
    terms,
    time_bound,
    withdrawn,
)
from policy_kit.checks.file import heading_styles, links, marks, stray_characters, unread
from policy_kit.checks.identity import key_people, nation_or_phase, other_school, people_disagree
from policy_kit.checks.many_alike import gathered
from policy_kit.checks.one_fault import told_once
from policy_kit.checks.repetition import twice_told
from policy_kit.checks.review import agreement, approval, cycle, next_review
from policy_kit.checks.spoiling import spoiling_codes
from policy_kit.checks.structure import contents, numbering, sections
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Policy


class Check(Protocol):
    """What every module in the tuple offers."""

    RULES: tuple[Rule, ...]
    __name__: str

    def check(self, policy: Policy, facts: Facts) -> Iterator[Finding]:
        """Report what the module's rules find."""
        ...


CHECKS: tuple[Check, ...] = (
    sections,
    contents,
    numbering,
    twice_told,
    superseded,
    withdrawn,
    terms,
    bodies,
    dating,
    time_bound,
    misspelt,
    next_review,
    cycle,
    agreement,
    approval,
    other_school,
    key_people,
    people_disagree,
    nation_or_phase,
    empty_sections,
    placeholders,
    template_notes,
    unfinished,
    heading_styles,
    links,
    marks,
    stray_characters,
    unread,
)

RULES: tuple[Rule, ...] = tuple(sorted((r for c in CHECKS for r in c.RULES), key=lambda r: r.code))


Told = dict[str, tuple[Finding, ...]]  # by the name of the check


def spoiling_findings(policy: Policy, facts: Facts) -> Told:
    """What those checks find whose findings may show a point of the standard not to hold."""
    codes = spoiling_codes(facts.standard)
    asked = [check for check in CHECKS if any(rule.code in codes for rule in check.RULES)]
    return {check.__name__: tuple(check.check(policy, facts)) for check in asked}


def run_checks(policy: Policy, facts: Facts, told: Told | None = None) -> Iterator[Finding]:
    """Every finding of every check, in the order of the tuple, each fault once.

    told: what checks have found already. Nobody signs a file that is no policy of the standard as one, so
    nothing in it is an error.
    """
    known = told or {}
    each = (known[c.__name__] if c.__name__ in known else c.check(policy, facts) for c in CHECKS)
    found = gathered(told_once(finding for findings in each for finding in findings))
    yield from found if policy.is_policy else map(_no_error, found)


def _no_error(finding: Finding) -> Finding:
    return replace(finding, severity=Severity.WARNING) if finding.severity is Severity.ERROR else finding
