"""`compare OLD NEW`: what changed, by section; or a redline in Word."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from policy_kit.cli.options import NAMED, force_option, form_of, on_option, put, terminal
from policy_kit.files import must_be_free

_FORMATS = ("text", "json", "html")
_SUFFIXES = {".json": "json", ".html": "html", ".htm": "html", ".txt": "text"}


@click.command()
@click.argument("old", type=NAMED)
@click.argument("new", type=NAMED)
@click.option(
    "--format", "given", type=click.Choice(_FORMATS), help="How to tell it (default: by OUT's name, or text)."
)
@click.option(
    "-o", "--out", type=NAMED,
    help="The file to write. OUT.docx is OLD with the changes tracked; OLD must then be a .docx.",
)  # fmt: skip
@click.option("--standard", default="online-safety", help="A standard's name, or a trust's file.")
@on_option
@force_option
def command(
    old: Path,
    new: Path,
    given: str | None,
    out: Path | None,
    standard: str,
    on: datetime.date,
    force: bool,
) -> None:
    """Tell what changed between two policies, section by section, what matters first.

    OLD and NEW may be of any format that is read. With -o OUT.docx, OLD is written as a Word file in which
    every change is tracked: accepting all gives NEW, rejecting all gives OLD.

    \b
    Examples:
      policy-kit compare 2025.docx 2026.docx
      policy-kit compare 2025.docx 2026.docx --format html -o changes.html
      policy-kit compare 2025.docx 2026.docx -o redline.docx
    """
    if out is not None:
        must_be_free(out, force=force)
    if out is not None and out.suffix.lower() == ".docx":
        if given is not None:
            raise click.UsageError(
                f"-o {out} writes tracked changes; leave --format out, or name another file"
            )
        _redline(old, new, out, on, force=force)
        return
    from policy_kit.compare.comparing import compare_policies
    from policy_kit.reports.changes import CHANGE_REPORTS

    form = form_of(given, out, _SUFFIXES)
    changes = compare_policies(old, new, on, standard)
    if form == "text":
        from policy_kit.reports.changes.text import render_text

        colour, width = terminal()
        told = render_text(changes, width=80 if out else width, colour=colour and out is None)
    else:
        told = CHANGE_REPORTS[form](changes)
    put(told, out, force=force)


def _redline(old: Path, new: Path, out: Path, on: datetime.date, *, force: bool) -> None:
    from policy_kit.compare.redlining import redline_files

    done = redline_files(old, new, on)
    put(done.data, out, force=force)
    for told in done.told:
        click.echo(f"policy-kit: {told}", err=True)
