"""Reads and audits one policy of a trust into what the trust remembers, also in a process of its own."""

from __future__ import annotations

import gc
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from policy_kit.audit import AuditOptions, audit_file, facts_for, result_of
from policy_kit.errors import PolicyKitError
from policy_kit.facts import Facts
from policy_kit.findings import Finding, PolicyAudit, Severity
from policy_kit.model import Policy, SectionResult
from policy_kit.profile import Profile
from policy_kit.quick import dataclass
from policy_kit.reports.arranging import not_checked_of
from policy_kit.reports.html import render_html
from policy_kit.reports.phrases import place
from policy_kit.roll_up import Dated, Named, Noted, Passage, Reading, SectionState
from policy_kit.trust.across.traces import Traces, traces_of
from policy_kit.trust.across.wording import TemplateWording, kept_wording


@dataclass(frozen=True, slots=True)
class Task:
    """One policy to read: whose it is, its name for people, where it is, and what the audit may know."""

    school: str
    file: str
    path: Path
    mark: str
    profile: Profile | None


@dataclass(frozen=True, slots=True)
class Done:
    """One policy read: its reading, its texts and traces, and its report as a page, packed."""

    task: Task
    reading: Reading
    passages: tuple[Passage, ...]
    traces: Traces
    page: bytes


@dataclass(frozen=True)
class Prepared:
    """What every policy of one run needs; members: the names of the trust's schools."""

    facts: Facts
    options: AuditOptions
    templates: tuple[TemplateWording, ...]
    members: tuple[str, ...] = ()


def prepared(
    on: date, standard: str, templates: tuple[TemplateWording, ...], members: tuple[str, ...] = ()
) -> Prepared:
    """Load what every policy needs; raises InvalidStandard if the standard has a fault."""
    options = AuditOptions(standard=standard)
    return Prepared(facts_for(on, options), options, templates, members)


def read_policy(task: Task, given: Prepared) -> Done:
    """Read and audit one policy; whatever is wrong with it becomes its error."""
    others = tuple(name for name in given.members if name != task.school)
    facts = replace(given.facts, profile=task.profile, known_schools=others)
    try:
        audit, notes = audit_file(task.path, facts, given.options)
    except PolicyKitError as error:
        audit, notes = PolicyAudit(str(task.path), error=str(error)), ()
    except Exception as error:  # noqa: BLE001  # one school's file must not stop the others
        fault = f"{task.path}: reading it failed in policy-kit ({type(error).__name__}: {error}); report it"
        audit, notes = PolicyAudit(str(task.path), error=fault), ()
    audit = replace(audit, path=task.file, error=_named(audit.error, task))
    page = zlib.compress(render_html(result_of((audit,), facts, notes)).encode("utf-8", "replace"), 6)
    if audit.policy is None:
        return Done(task, Reading(task.school, task.file, error=audit.error or ""), (), Traces(), page)
    reading = _reading(task, audit, audit.policy, given.templates)
    passages = tuple(_passages(audit.policy))
    return Done(task, replace(reading, notes=notes), passages, traces_of(passages), page)


def _named(error: str | None, task: Task) -> str | None:
    """The error with the file as the manifest names it: a page may go to people of other machines."""
    return error.replace(str(task.path), task.file) if error else None


def _reading(
    task: Task, audit: PolicyAudit, policy: Policy, templates: tuple[TemplateWording, ...]
) -> Reading:
    kept = kept_wording(policy, templates)
    document = policy.document
    return Reading(
        school=task.school,
        file=task.file,
        format=document.format,
        sha256=document.sha256,
        words=document.words,
        is_policy=policy.is_policy,
        why_not=policy.why_not,
        title=policy.title,
        school_name=policy.school_name,
        trust_name=policy.trust_name,
        sections=tuple(_section(s) for s in policy.sections),
        findings=tuple(_noted(f) for f in audit.open_findings if f.severity is not Severity.ADVICE),
        advice=audit.summary.advice,
        dates=tuple(Dated(d.kind, d.text, d.date) for d in policy.dates),
        people=tuple(Named(p.name, p.role) for p in policy.people if p.role),
        not_checked=len(not_checked_of(audit)),
        template=kept.template,
        template_version=kept.version,
        of_template=kept.shares,
        template_seen=kept.seen,
    )


def _section(section: SectionResult) -> SectionState:
    must = [p for p in section.points if p.level == "must"]
    unmet = tuple(p.text for p in must if not p.met)
    return SectionState(section.id, section.status, section.words, len(must) - len(unmet), len(must), unmet)


def _noted(found: Finding) -> Noted:
    return Noted(
        found.rule.code, found.severity, found.section or "", found.message, found.quote,
        place(found.location), found.suggestion, found.key, found.location.block, found.fingerprint,
    )  # fmt: skip


def _passages(policy: Policy) -> Iterator[Passage]:
    for block in policy.document.text_blocks:
        if block.text.strip():
            path = policy.document.heading_path(block)
            yield Passage(policy.section_at(block) or "", path[-1] if path else "", block.text, block.index)


_worker: list[Prepared] = []  # one a worker process: what every policy needs


def prepare_worker(
    on: date, standard: str, templates: tuple[TemplateWording, ...], members: tuple[str, ...]
) -> None:
    """Make a worker process ready; a Ctrl-C is for the process that asked, which tells the workers to end."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker[:] = [prepared(on, standard, templates, members)]
    gc.collect()
    gc.freeze()


def work(task: Task) -> Done:
    """Read one policy in a worker process; what it leaves behind is cleared, so that memory stays flat."""
    done = read_policy(task, _worker[0])
    gc.collect()
    return done


def plain_profile(profile: Profile | None) -> Mapping[str, Any] | None:
    """A profile as JSON types, for a mark."""
    return None if profile is None else json.loads(json.dumps(dict(profile.fields), default=str))
