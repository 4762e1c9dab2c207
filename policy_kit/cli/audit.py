"""`audit FILE_OR_DIR...`: parses, wires and hands the result to a report."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policy_kit.cli.options import (
    NAMED,
    force_option,
    form_of,
    must_be_word,
    on_option,
    put,
    terminal,
)
from policy_kit.errors import PolicyKitError, UnreadableFile
from policy_kit.files import must_be_free

if TYPE_CHECKING:
    from policy_kit.audit import AuditOptions
    from policy_kit.findings import AuditResult, PolicyAudit

_FORMATS = ("text", "json", "html", "csv", "xlsx", "sarif")
_SUFFIXES = {f".{form}": form for form in _FORMATS[1:]} | {".htm": "html"}
_LEVELS = ("error", "warning", "advice")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE_OR_DIR...", type=NAMED)
@click.option("--profile", type=NAMED, help="The school's facts, for what applies to it.")
@click.option("--gias", type=NAMED, help="The DfE's list of schools, to know others' names by.")
@click.option("--standard", default="online-safety", help="A standard's name, or a trust's file.")
@click.option(
    "--format", "given", type=click.Choice(_FORMATS), help="How to tell it (default: by OUT's name, or text)."
)
@click.option("-o", "--out", type=NAMED, help="The file to write instead of the screen.")
@click.option("--annotate", type=NAMED, help="A copy of the policy with Word comments.")
@click.option("--config", type=NAMED, help="A policy-kit.yaml of accepted findings.")
@click.option("--baseline", type=NAMED, help="An earlier JSON report: tell only what is new.")
@click.option(
    "--fail-on", type=click.Choice((*_LEVELS, "never")), default="error", help="What makes status 1."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="How many processes share the files.")
@click.option("--verbose", is_flag=True, help="Every finding, with its points and sources.")
@click.option("--quiet", is_flag=True, help="Only whether it is ready to sign.")
@on_option
@force_option
def command(
    paths: tuple[Path, ...],
    profile: Path | None,
    gias: Path | None,
    standard: str,
    given: str | None,
    out: Path | None,
    annotate: Path | None,
    config: Path | None,
    baseline: Path | None,
    fail_on: str,
    jobs: int,
    verbose: bool,
    quiet: bool,
    on: datetime.date,
    force: bool,
) -> None:
    """Audit policies: what is missing, repeated, out of date, blank or another school's.

    \b
    Examples:
      policy-kit audit policy.docx
      policy-kit audit policy.docx --profile our-school.yaml -o report.html
      policy-kit audit policy.docx --gias edubasealldata20261120.csv
      policy-kit audit policies/ --jobs 2 -o findings.xlsx
    """
    from policy_kit.audit import facts_for, result_of

    form = form_of(given, out, _SUFFIXES)
    if annotate:
        must_be_word(annotate, "a copy with comments")
    if form == "xlsx" and out is None:
        raise click.UsageError("a spreadsheet needs a file: add -o findings.xlsx")
    for target in filter(None, (out, annotate)):
        must_be_free(target, force=force)
    files = list(_files(paths))
    if annotate and len(files) != 1:
        raise click.UsageError("--annotate takes one policy at a time")
    options = _options(standard, profile, config, baseline, gias)
    facts = facts_for(on, options)
    audits, notes = _audit_all(files, on, options, jobs)
    if len(files) == 1 and audits[0].error:
        raise UnreadableFile(audits[0].error)
    result = result_of(tuple(audits), facts, tuple(notes))
    put(_told(result, form, to_file=out is not None, verbose=verbose, quiet=quiet), out, force=force)
    if annotate:
        _annotate(files[0], result, annotate, force=force)
    raise click.exceptions.Exit(_status(result, fail_on))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named that look like policies."""
    from policy_kit.sources import is_readable_name

    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.is_file() and is_readable_name(p))
            if not found:
                raise UnreadableFile(f"{path}: this folder holds no Word, PDF, ODT, web or text file")
            yield from found
        else:
            yield path


def _options(
    standard: str, profile: Path | None, config: Path | None, baseline: Path | None, gias: Path | None
) -> AuditOptions:
    """What the options name, read; rooms that only one of them needs are entered for it alone."""
    from policy_kit.audit import AuditOptions

    options = AuditOptions(standard=standard, settings=config)
    if profile:
        from policy_kit.profile import load_profile

        options = replace(options, profile=load_profile(profile))
    if baseline:
        from policy_kit.settings import load_baseline

        options = replace(options, baseline=load_baseline(baseline))
    if gias:
        from policy_kit.gias import all_school_names

        options = replace(options, registered_schools=all_school_names(gias))
    return options


def _audit_all(
    files: Sequence[Path], on: datetime.date, options: AuditOptions, jobs: int
) -> tuple[list[PolicyAudit], list[str]]:
    """Audit every file, in order; progress on stderr where there are several."""
    from policy_kit.audit import audit_in_parallel

    audits: list[PolicyAudit] = []
    notes: list[str] = []
    with _progress(len(files)) as advance:
        for audit, said in audit_in_parallel(files, on, options, jobs):
            audits.append(audit)
            notes.extend(said)
            if audit.error and len(files) > 1:
                click.echo(f"policy-kit: {audit.error}", err=True)
            advance()
    return audits, notes


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr with the time left, where there is a terminal and something to wait for."""
    if total < 3 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Auditing", total=total)
        yield lambda: bar.advance(task)


def _told(result: AuditResult, form: str, *, to_file: bool, verbose: bool, quiet: bool) -> str | bytes:
    from policy_kit.reports import REPORTS

    if form != "text":
        return REPORTS[form](result)
    from policy_kit.reports.text import render_text

    colour, width = terminal()
    return render_text(
        result, width=80 if to_file else width, colour=colour and not to_file, verbose=verbose, quiet=quiet
    )


def _annotate(source: Path, result: AuditResult, out: Path, *, force: bool) -> None:
    from policy_kit.reports.annotate import annotate

    (audit,) = result.policies
    if audit.error:
        raise PolicyKitError(f"{out}: not written, since {audit.error}")
    put(annotate(source.read_bytes(), audit, result), out, force=force)


def _status(result: AuditResult, fail_on: str) -> int:
    """2 if a file could not be read, 1 if a finding reaches --fail-on, else 0."""
    if any(audit.error for audit in result.policies):
        return 2
    if fail_on == "never":
        return 0
    reached = _LEVELS[: _LEVELS.index(fail_on) + 1]
    found = (f for audit in result.policies for f in audit.open_findings)
    return int(any(f.severity in reached for f in found))
