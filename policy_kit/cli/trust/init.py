"""`trust init`: a manifest and profiles from a folder, a table or the register; a sheet of what lacks."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policy_kit.cli.options import NAMED, force_option, on_option, put
from policy_kit.cli.trust.running import MANIFEST
from policy_kit.errors import OutputFault, UnreadableFile
from policy_kit.files import write_whole

if TYPE_CHECKING:
    from policy_kit.trust import Draft

_TABLES = (".csv", ".xlsx")


@click.command()
@click.argument("source", required=False, metavar="[FOLDER or TABLE]", type=NAMED)
@click.option("-o", "--out", default=MANIFEST, type=NAMED, help="The manifest to write.")
@click.option("--name", help="The trust's name, where the source does not give it.")
@click.option(
    "--gias", type=NAMED, metavar="FOLDER",
    help="The folder of the DfE's register files: edubasealldata…, alllinksdata…, allgroupsdata….csv.",
)  # fmt: skip
@click.option("--group-uid", metavar="N", help="The trust's Group UID in the register.")
@click.option(
    "--sheet", type=NAMED, metavar="XLSX",
    help="Write a sheet of what the profiles still lack, a row a school.",
)  # fmt: skip
@click.option(
    "--from-sheet", type=NAMED, metavar="XLSX",
    help="Take a filled-in sheet back into the profiles.",
)  # fmt: skip
@click.option(
    "--letter", type=NAMED, metavar="DOCX",
    help="Write the template of the letters to schools, to change in Word.",
)  # fmt: skip
@on_option
@force_option
def command(
    source: Path | None,
    out: Path,
    name: str | None,
    gias: Path | None,
    group_uid: str | None,
    sheet: Path | None,
    from_sheet: Path | None,
    letter: Path | None,
    on: datetime.date,
    force: bool,
) -> None:
    """Make a trust's manifest, and a profile for each school with what is known of it.

    The schools come from a folder of policies (by what each says and what it is called), from a CSV or
    Excel file with a row a school, or from the DfE's register of schools by the trust's Group UID; with
    the register, a folder adds each school's policies. What is not known can be asked for in one sheet.

    \b
    Examples:
      policy-kit trust init policies/ --name "Beacon Tides Trust"
      policy-kit trust init policies/ --gias downloads/ --group-uid 19901
      policy-kit trust init schools.xlsx -o trust.yaml
      policy-kit trust init -o trust.yaml --sheet to-fill-in.xlsx
      policy-kit trust init -o trust.yaml --from-sheet to-fill-in.xlsx
    """
    if (gias is None) != (group_uid is None):
        raise click.UsageError(
            "--gias and --group-uid go together: the register's folder and the trust's number"
        )
    if sheet and from_sheet:
        raise click.UsageError("--sheet writes a sheet and --from-sheet takes one back: give one of them")
    if source or gias:
        if from_sheet:
            raise click.UsageError(
                "--from-sheet fills the profiles of a manifest that is there: name no source"
            )
        _write(_gathered(source, gias, group_uid, name), out, force=force)
    elif not (sheet or from_sheet or letter):
        raise click.UsageError(
            "name a folder of policies or a table of schools, or give --gias and --group-uid"
        )
    if sheet:
        _sheet(out, sheet, on, force=force)
    if letter:
        from policy_kit.generate.letter import build_letter

        put(build_letter(), letter, force=force)
    if from_sheet:
        raise click.exceptions.Exit(_take_back(out, from_sheet))


def _gathered(source: Path | None, gias: Path | None, group_uid: str | None, name: str | None) -> Draft:
    from policy_kit.trust import Draft, joined, schools_in_folder, schools_in_table, schools_of_register

    draft = Draft()
    if gias and group_uid:
        draft = schools_of_register(gias, group_uid)
    if source:
        if not source.exists():
            raise UnreadableFile(f"{source}: there is no such file or folder")
        if source.is_dir():
            found = schools_in_folder(source)
        elif source.suffix.lower() in _TABLES:
            found = schools_in_table(source)
        else:
            raise UnreadableFile(
                f"{source}: give a folder of policies, or a .csv or .xlsx with a row a school"
            )
        draft = joined(draft, found) if draft.schools else found
    return replace(draft, trust=name) if name else draft


def _write(draft: Draft, out: Path, *, force: bool) -> None:
    """Write the manifest and the profiles; nothing if any of them is there already."""
    from policy_kit.trust import files_of

    files = list(files_of(draft, out))
    if not force:
        for path, _ in files:
            if path.exists():
                raise OutputFault(
                    f"{path}: already exists; choose another folder, or add --force to replace it"
                )
    for path, data in files:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputFault(f"{path.parent}: the folder could not be made ({error.strerror})") from error
        write_whole(path, data, force=force)
    for note in draft.notes:
        click.echo(f"Look at this: {note}.", err=True)
    if not draft.trust:
        click.echo(f"Look at this: no trust's name was found; put it in {out} under trust.", err=True)
    policies = sum(len(school.policies) for school in draft.schools)
    click.echo(f"Wrote {out}: {len(draft.schools)} schools, {policies} policies, a profile for each school.")


def _sheet(manifest: Path, sheet: Path, on: datetime.date, *, force: bool) -> None:
    from policy_kit.trust import load_trust, sheet_of

    if sheet.suffix.lower() != ".xlsx":
        raise click.UsageError(f"{sheet}: the sheet is an Excel file; give a name such as {sheet.stem}.xlsx")
    put(sheet_of(load_trust(manifest), on), sheet, force=force)


def _take_back(manifest: Path, sheet: Path) -> int:
    """Put what was filled in into the profiles. 2 if a row could not be used."""
    from policy_kit.trust import load_trust, take_back

    status = 0
    for taken in take_back(load_trust(manifest), sheet):
        if taken.fault or taken.path is None:
            click.echo(f"policy-kit: {taken.fault}", err=True)
            status = 2
            continue
        write_whole(taken.path, taken.profile, force=True)
        left = f"{taken.missing} still to come" if taken.missing else "complete"
        click.echo(f"{taken.school}: {taken.filled} facts filled in, {left}")
    return status
