"""`init [OUT.yaml]`: a school's profile, asked for in the terminal, from the register, or set outright."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from policy_kit.cli.options import NAMED, force_option, on_option
from policy_kit.errors import InvalidProfile, OutputFault, PolicyKitError, UnreadableFile
from policy_kit.files import write_whole

_MOST_NAMED = 8  # fields that one message names


@click.command()
@click.argument("out", default="school.yaml", metavar="[OUT.yaml]", type=NAMED)
@click.option(
    "--gias",
    type=NAMED,
    metavar="CSV",
    help="The DfE's register, edubasealldata….csv or its folder: what it knows is not asked for.",
)
@click.option("--urn", metavar="N", help="The school's number in the register.")
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help="A fact, such as --set phase=primary; repeat it for more. Nothing is then asked.",
)
@on_option
@force_option
def command(
    out: Path, gias: Path | None, urn: str | None, given: tuple[str, ...], on: datetime.date, force: bool
) -> None:
    """Make a school's profile: its names, dates and systems, from which its policy is written.

    Asks in the terminal for what every policy needs, and keeps each answer in OUT.yaml (school.yaml if
    not named). Leave when you like; the same command goes on where you left. A finished profile is
    replaced only with --force, which asks again with your answers offered.

    \b
    Examples:
      policy-kit init our-school.yaml
      policy-kit init our-school.yaml --gias edubasealldata20261120.csv --urn 199001
      policy-kit init our-school.yaml --set urn=199001 --set "deputy_dsls=Ms Farah Bell; Mrs Jo Tan"
    """
    if (gias is None) != (urn is None):
        raise click.UsageError("--gias and --urn go together: the register's file and the school's number")
    if out.suffix.lower() not in (".yaml", ".yml"):
        raise click.UsageError(f"{out}: a profile is a YAML file; give a name such as {out.stem}.yaml")
    outright = _outright(given)
    begun, finished = _begun(out, force=force)
    answers = {**_from_register(gias, urn), **begun, **outright}
    answers = {name: value for name, value in answers.items() if value not in (None, "")}
    if given or not _is_terminal():
        _keep_outright(out, answers)
        return
    _ask(out, _without_faults(answers), on, every=finished)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _outright(given: tuple[str, ...]) -> dict[str, str]:
    """The facts of `--set`; every odd one is told at once."""
    from policy_kit.profile import profile_fields, unknown_field

    facts: dict[str, str] = {}
    faults = []
    for fact in given:
        name, equals, value = (part.strip() for part in fact.partition("="))
        if not equals:
            faults.append(f"'{fact}' is not KEY=VALUE")
        elif name not in profile_fields():
            faults.append(f"{name} {unknown_field(name)}")
        elif name in facts:
            faults.append(f"{name} is given twice (write a list with ; between)")
        facts[name] = value
    if faults:
        raise click.UsageError(f"--set: {'; '.join(faults)}")
    return facts


def _begun(out: Path, *, force: bool) -> tuple[dict[str, Any], bool]:
    """What stands in the file already, and whether that is finished. Raises OutputFault if it must stay."""
    from policy_kit.profile import profile_fields, read_source, validate_profile

    if not out.exists():
        return {}, False
    try:
        data = dict(read_source(out).data)
    except (InvalidProfile, UnreadableFile) as error:
        if force:
            return {}, False
        raise OutputFault(f"{error}; choose another name, or add --force to replace the file") from error
    if not force and any(name not in profile_fields() for name in data):
        raise OutputFault(
            f"{out}: this is no profile; choose another name, or add --force to replace the file"
        )
    known = {name: value for name, value in data.items() if name in profile_fields()}
    finished = not validate_profile(known)
    if finished and not force:
        raise OutputFault(f"{out}: this profile is finished; edit it, or add --force to answer it all again")
    return known, finished


def _from_register(gias: Path | None, urn: str | None) -> dict[str, Any]:
    """What the register knows of the school, what it has wrong left out."""
    if gias is None or urn is None:
        return {}
    from policy_kit.gias import find_school, school_fields
    from policy_kit.profile import profile_fields

    facts = school_fields(find_school(gias, urn))
    wrong = _faults(facts)
    facts = {name: value for name, value in facts.items() if name not in wrong}
    titles = ", ".join(profile_fields()[name].title for name in profile_fields() if name in facts)
    click.echo(f"From {gias.name}: {titles}. The register may be behind; look these over.", err=True)
    return facts


def _faults(answers: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong with the answers that are there, by field."""
    from policy_kit.profile import missing_fields, validate_profile

    missing = missing_fields(answers)
    return {fault.field: str(fault) for fault in validate_profile(answers) if fault.field not in missing}


def _without_faults(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that may stand; the others are told, and asked for anew."""
    wrong = _faults(answers)
    for fault in wrong.values():
        click.echo(f"To answer again: {fault}", err=True)
    return {name: value for name, value in answers.items() if name not in wrong}


def _keep_outright(out: Path, answers: Mapping[str, Any]) -> None:
    """Write what is known without asking.

    Raises InvalidProfile, with nothing written, if an answer is wrong, and PolicyKitError, naming the
    fields, if some are missing; what is known is then kept, to go on from.
    """
    from policy_kit.profile import derived, missing_fields

    answers = {**derived(answers), **answers}
    if faults := _faults(answers):
        head = f"{out}: nothing was written, as there is something to mend:"
        raise InvalidProfile("\n  ".join([head, *faults.values()]))
    missing = missing_fields(answers)
    if answers:
        _keep(out, answers)
    if missing:
        kept = " What is known is kept." if answers else ""
        count = f"{len(missing)} facts are" if len(missing) > 1 else "one fact is"
        raise PolicyKitError(
            f"{out}: {count} missing: {_named(missing)}. Give them with --set, or run "
            f"`policy-kit init {_typed(out)}` in a terminal.{kept}"
        )
    _done(out)


def _named(fields: Sequence[str]) -> str:
    """The names of the fields, or of the first where nobody would read them all."""
    if len(fields) <= _MOST_NAMED:
        return ", ".join(fields)
    return f"{', '.join(fields[:_MOST_NAMED])} and so on (`policy-kit template fields` names them all)"


def _typed(path: Path) -> str:
    """A path as it is typed, here and on Windows: in quotes where a space or an apostrophe would break it."""
    return f'"{path}"' if any(mark in str(path) for mark in " '&()") else str(path)


def _ask(out: Path, answers: Mapping[str, Any], on: datetime.date, *, every: bool) -> None:
    from policy_kit.cli.interview import Interview
    from policy_kit.guidance import load_register

    edition = load_register().in_force("kcsie", on)
    year = int(edition.label) if edition and edition.label.isdecimal() else None
    click.secho(f"The profile of a school: {out}", bold=True)
    interview = Interview(answers, lambda kept: _keep(out, kept), on, year, every=every)
    try:
        complete = interview.run()
    except click.Abort:
        if out.exists():
            click.echo(f"\nKept in {out}. Go on with `policy-kit init {_typed(out)}`.", err=True)
        raise
    _keep(out, complete)
    _done(out)


def _keep(out: Path, answers: Mapping[str, Any]) -> None:
    from policy_kit.profile import profile_as_yaml

    write_whole(out, profile_as_yaml(answers).encode(), force=True)


def _done(out: Path) -> None:
    click.echo(f"Wrote {out}. Facts that only some schools have stand in it with a # before them.", err=True)
    click.echo(f"Next: policy-kit generate {out} -o policy.docx", err=True)
