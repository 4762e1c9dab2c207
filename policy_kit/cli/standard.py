"""`standard list, show, check`: the standards, their sections and points, and a trust's own."""

from __future__ import annotations

import datetime
import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policy_kit.cli.coverage import show_coverage
from policy_kit.cli.options import NAMED, on_option
from policy_kit.errors import UnreadableFile

if TYPE_CHECKING:
    from policy_kit.standard import Standard, StandardSection


@click.group()
def command() -> None:
    """Show the standard that policies are audited against, or check a trust's own.

    \b
    Examples:
      policy-kit standard list
      policy-kit standard show filtering-and-monitoring
      policy-kit standard check our-trust.yaml
    """


@command.command("list")
def list_standards() -> None:
    """List the standards that come with the tool."""
    from policy_kit.standard import load_standard, shipped_standards

    for name in shipped_standards():
        standard = load_standard(name)
        points = sum(len(s.points) for s in standard.sections)
        click.echo(
            f"{name}  {standard.title}, version {standard.version}, checked {standard.checked_on:%d %B %Y}: "
            f"{len(standard.sections)} sections, {points} points"
        )


@command.command()
@click.argument("name", default="")
@click.option("--standard", "path", default="online-safety", help="A standard's name, or a trust's file.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--coverage", is_flag=True, help="Say of each point whether the template's clause makes it.")
@click.option("-t", "--template", default="online-safety", help="With --coverage: which template, or a file.")
@on_option
def show(name: str, path: str, form: str, coverage: bool, template: str, on: datetime.date) -> None:
    """Show a standard's sections, or one section with its points.

    \b
    Examples:
      policy-kit standard show
      policy-kit standard show sharing-nudes
      policy-kit standard show --coverage
      policy-kit standard show sharing-nudes --coverage -t our-template.docx
    """
    from policy_kit.standard import load_standard, shipped_standards

    name = name or path
    is_standard = name in (path, *shipped_standards()) or Path(name).suffix in (".yaml", ".yml", ".json")
    standard = load_standard(name if is_standard else path)
    section = None if is_standard else standard.section(name)
    if not is_standard and section is None:
        known = ", ".join(s.id for s in standard.sections)
        raise click.UsageError(f"{name} is neither a standard nor a section; the sections are {known}")
    if coverage:
        asked = name if is_standard else path
        show_coverage(template, asked, section.id if section else "", on, as_json=form == "json")
    elif form == "json":
        shown = [section] if section else list(standard.sections)
        click.echo(json.dumps([_as_json(s) for s in shown], indent=2, ensure_ascii=False))
    elif section:
        _show_section(section)
    else:
        _show_all(standard)


def _as_json(section: StandardSection) -> dict[str, object]:
    return {
        "id": section.id,
        "title": section.title,
        "level": section.level,
        "purpose": section.purpose,
        "points": [
            {"id": p.id, "level": p.level, "text": p.text, "source": p.source} for p in section.points
        ],
        "governor_questions": list(section.governor_questions),
    }


def _show_all(standard: Standard) -> None:
    click.echo(f"{standard.title}, version {standard.version}")
    for section in standard.sections:
        must = sum(p.level == "must" for p in section.points)
        click.echo(f"  {section.id:<36}{section.level:<12}{must} must, {len(section.points)} points")


def _show_section(section: StandardSection) -> None:
    click.echo(f"{section.title} ({section.id}), {section.level}")
    click.echo(textwrap.fill(section.purpose, 80))
    for point in section.points:
        click.echo(textwrap.fill(f"{point.level:<7}{point.text}", 80, subsequent_indent=" " * 7))
        click.echo(
            textwrap.fill(f"Source: {point.source}", 80, initial_indent=" " * 7, subsequent_indent=" " * 7)
        )
    if section.governor_questions:
        click.echo("Questions for governors:")
        for question in section.governor_questions:
            click.echo(textwrap.fill(f"- {question}", 80, subsequent_indent="  "))


@command.command()
@click.argument("file", type=NAMED)
def check(file: Path) -> None:
    """Check a trust's own standard: every fault with its line, its keyword and the mend.

    \b
    Example:
      policy-kit standard check our-trust.yaml
    """
    from policy_kit.standard import load_standard
    from policy_kit.standard.checking import check_standard

    if not file.is_file():
        raise UnreadableFile(f"{file}: there is no such file")
    faults = check_standard(file)
    for fault in faults:
        click.echo(f"{file}, {fault}", err=True)
    if faults:
        raise click.exceptions.Exit(2)
    standard = load_standard(str(file))
    points = sum(len(s.points) for s in standard.sections)
    click.echo(f"{file}: can be used; {standard.title}: {len(standard.sections)} sections, {points} points")
