"""`guidance list, show, check`: the register as it stood on a day, and what a file cites of it."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import click

from policy_kit.cli.options import NAMED, on_option

_NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
_format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to tell it."
)


@click.group()
def guidance_group() -> None:
    """Show the guidance register as of a date, or what a file cites of it.

    \b
    Examples:
      policy-kit guidance list --on 2026-09-01
      policy-kit guidance show kcsie
      policy-kit guidance check policy.docx
    """


@guidance_group.command("list")
@on_option
@click.option("--nation", type=click.Choice(_NATIONS), default="England", help="Whose guidance to list.")
@_format_option
def list_guidance(on: datetime.date, nation: str, form: str) -> None:
    """List the guidance and law in force on a day, with the edition and since when.

    \b
    Examples:
      policy-kit guidance list
      policy-kit guidance list --on 2024-01-15 --nation Wales
    """
    from policy_kit.cli.guidance_text import as_json, listing
    from policy_kit.guidance import load_register

    register = load_register()
    if form == "json":
        click.echo(json.dumps(as_json.listed(register, on, nation), indent=2, ensure_ascii=False))
        return
    _tell(listing(register, on, nation), register.ageing(on))


@guidance_group.command()
@click.argument("name", metavar="ID")
@on_option
def show(name: str, on: datetime.date) -> None:
    """Show a document's editions, what changed in each, and how far that was verified.

    ID is an id from `guidance list`, or that of a body or a term in the register.

    \b
    Examples:
      policy-kit guidance show kcsie
      policy-kit guidance show eyfs --on 2024-06-01
    """
    from policy_kit.cli.guidance_text import shown
    from policy_kit.guidance import load_register

    register = load_register()
    lines = shown(register, name, on)
    if lines is None:
        raise click.UsageError(_unknown(name, [*_ids(register.documents), *_ids(register.organisations)]))
    _tell(lines, register.ageing(on))


@guidance_group.command()
@click.argument("file", type=NAMED)
@on_option
@_format_option
def check(file: Path, on: datetime.date, form: str) -> None:
    """List what a policy cites: the edition, the one in force, since when, and what changed.

    \b
    Examples:
      policy-kit guidance check policy.docx
      policy-kit guidance check policy.docx --on 2026-09-01 --format json
    """
    from policy_kit.cli.guidance_text import as_json, cited, references
    from policy_kit.guidance import load_register
    from policy_kit.sources import read

    register = load_register()
    document = read(file)
    found = references(document, register, on)
    if form == "json":
        told = as_json.cited(found, document, on, register)
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    _tell(cited(found, document, on), register.ageing(on))


def _ids(entries: tuple[object, ...]) -> list[str]:
    return [str(getattr(entry, "id", "")) for entry in entries]


def _unknown(name: str, known: list[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name.lower(), known, 1)
    hint = f"did you mean `{near[0]}`?" if near else "`policy-kit guidance list` names them."
    return f"the register holds no `{name}`; {hint}"


def _tell(lines: list[str], ageing: str | None) -> None:
    """Write lines to stdout, those that end in a colon in bold on a terminal, and the warning to stderr."""
    for line in lines:
        is_title = bool(line) and not line.startswith(" ") and line.endswith(":")
        click.echo(click.style(line, bold=True) if is_title else line)
    if ageing:
        click.echo(ageing, err=True)


command = guidance_group
