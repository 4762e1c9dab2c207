"""The audit: read, recognise, check, suppress. It only wires; each step has a room of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.checks import RULES, run_checks, spoiling_findings
from policy_kit.checks.spoiling import spoilt_points
from policy_kit.errors import InvalidStandard, UnreadableFile
from policy_kit.facts import Facts
from policy_kit.findings import AuditResult, Finding, PolicyAudit, with_fingerprints
from policy_kit.guidance import load_register
from policy_kit.model import Document, Policy
from policy_kit.quick import dataclass
from policy_kit.sections import recognise
from policy_kit.sections.withdrawing import withdraw
from policy_kit.settings import (
    Baseline,
    Settings,
    apply_baseline,
    apply_settings,
    expired,
    load_settings,
    mended,
    settings_beside,
)
from policy_kit.sources import read
from policy_kit.standard import load_standard, shipped_standards

if TYPE_CHECKING:
    from policy_kit.profile import Profile


@dataclass(frozen=True)
class AuditOptions:
    """What an audit is told besides the files.

    standard: a shipped standard's name or a file; settings: a policy-kit.yaml given by the user, else
    the one beside each policy is used; known_schools: names of schools whose mention would be a fault;
    registered_schools: the names of all schools, if the register of schools was given.
    """

    standard: str = "online-safety"
    profile: Profile | None = None
    settings: Path | None = None
    baseline: Baseline | None = None
    known_schools: tuple[str, ...] = ()
    registered_schools: tuple[str, ...] = ()


def facts_for(on: date, options: AuditOptions) -> Facts:
    """What every check may know: the standard, the register, the profile and the day.

    Raises InvalidStandard if a standard given as a file has a fault: it is not used in part.
    """
    if options.standard not in shipped_standards() and Path(options.standard).is_file():
        from policy_kit.standard.checking import check_standard

        faults = check_standard(Path(options.standard))
        if faults:
            raise InvalidStandard(f"{options.standard}: " + "; ".join(map(str, faults)))
    return Facts(
        standard=load_standard(options.standard),
        register=load_register(),
        on=on,
        profile=options.profile,
        known_schools=options.known_schools,
        registered_schools=options.registered_schools,
    )


def audit_file(path: Path, facts: Facts, options: AuditOptions) -> tuple[PolicyAudit, tuple[str, ...]]:
    """Audit one file; return its result and what to tell about its settings.

    A file that cannot be read is a result with its error, so that many files go on.
    """
    try:
        document = read(path)
    except UnreadableFile as error:
        return PolicyAudit(str(path), error=str(error)), ()
    policy, findings = audit_document(document, facts)
    findings, notes = _accepted(findings, path, facts.on, options)
    return PolicyAudit(str(path), None, policy, findings, document.not_checked), notes


def audit_document(document: Document, facts: Facts) -> tuple[Policy, tuple[Finding, ...]]:
    """What is recognised in a document and found at fault in it."""
    policy = recognise(document, facts.standard, facts.register, facts.on, facts.profile)
    told = spoiling_findings(policy, facts)
    spoilt = spoilt_points(policy, chain.from_iterable(told.values()), facts.standard)
    policy = withdraw(policy, spoilt, facts.standard)
    return policy, with_fingerprints(run_checks(policy, facts, told))


def _accepted(
    findings: tuple[Finding, ...], path: Path, on: date, options: AuditOptions
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings with those marked that settings or a baseline accept."""
    file = options.settings or settings_beside(path)
    settings = load_settings(file, frozenset(r.code for r in RULES)) if file else Settings()
    notes = list(expired(settings, on))
    findings = apply_settings(findings, settings, on)
    if options.baseline:
        gone = mended(findings, options.baseline, str(path))
        if gone:
            notes.append(gone)
        findings = apply_baseline(findings, options.baseline, str(path))
    return findings, tuple(notes)


def audit_policy(path: Path | str, on: date, options: AuditOptions | None = None) -> AuditResult:
    """Audit one policy for a day, with a standard and, if given, the school's profile.

    Raises UnreadableFile if the file cannot be read, InvalidStandard or InvalidSettings if what was
    given with it cannot be used.
    """
    options = options or AuditOptions()
    facts = facts_for(on, options)
    one, notes = audit_file(Path(path), facts, options)
    if one.error:
        raise UnreadableFile(one.error)
    return result_of((one,), facts, notes)


def result_of(policies: tuple[PolicyAudit, ...], facts: Facts, notes: tuple[str, ...] = ()) -> AuditResult:
    """Gather single results into the one that the reports tell."""
    ageing = facts.register.ageing(facts.on)
    warnings = (*((ageing,) if ageing else ()), *dict.fromkeys(notes))
    return AuditResult(
        on=facts.on,
        standard_id=facts.standard.id,
        standard_version=facts.standard.version,
        register_checked_on=facts.register.checked_on,
        policies=policies,
        warnings=warnings,
        standard_title=facts.standard.title,
        standard_checked_on=facts.standard.checked_on,
    )


def audit_in_parallel(
    files: Sequence[Path], on: date, options: AuditOptions, jobs: int = 1
) -> Iterator[tuple[PolicyAudit, tuple[str, ...]]]:
    """Audit files in the order given, over several processes if asked."""
    if jobs <= 1 or len(files) < 2:
        facts = facts_for(on, options)
        for path in files:
            yield audit_file(path, facts, options)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(files)), initializer=_prepare, initargs=(on, options)) as pool:
        yield from pool.map(_audit_prepared, files)


_prepared: list[tuple[Facts, AuditOptions]] = []  # one a worker process: what every file needs


def _prepare(on: date, options: AuditOptions) -> None:
    _prepared[:] = [(facts_for(on, options), options)]


def _audit_prepared(path: Path) -> tuple[PolicyAudit, tuple[str, ...]]:
    facts, options = _prepared[0]
    return audit_file(path, facts, options)
