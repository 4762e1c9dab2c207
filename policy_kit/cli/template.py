"""`template list, fields, check, build`: the templates, what they ask for, whether they are sound."""

from __future__ import annotations

import datetime
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policy_kit.cli.options import NAMED, force_option, on_option, put, terminal
from policy_kit.errors import TemplateFault

if TYPE_CHECKING:
    from policy_kit.generate import OwnFolder

_SECTIONS_AT = 50  # the column in which a field's sections begin


@click.group()
def command() -> None:
    """List, check and build Word templates.

    \b
    Examples:
      policy-kit template list
      policy-kit template fields
      policy-kit template check our-template.docx
      policy-kit template build our-template-folder -o our-template.docx
    """


@command.command("list")
def list_templates() -> None:
    """List the templates that come with the tool.

    \b
    Example:
      policy-kit template list
    """
    from policy_kit.generate import find_template, shipped_templates, template_fields, template_version

    for name in shipped_templates():
        template = find_template(name)
        fields = {field.path.partition(".")[0] for field in template_fields(name)}
        click.echo(f"{name}  version {template_version(template.data)}, {len(fields)} fields")


@command.command()
@click.argument("template", default="online-safety", metavar="[TEMPLATE]")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to list them."
)
def fields(template: str, form: str) -> None:
    """List the fields a template asks for: each one's kind, and the sections that use it.

    \b
    Examples:
      policy-kit template fields
      policy-kit template fields our-template.docx
    """
    import json

    from policy_kit.generate import template_fields
    from policy_kit.reports.text_page import Page

    found = template_fields(template)
    if form == "json":
        rows = [{"field": f.path, "type": f.type, "sections": list(f.sections)} for f in found]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    _, width = terminal()
    page = Page(width)
    for field in found:
        sections = ", ".join(field.sections) or "cover, header or footer"
        page.line(sections, indent=_SECTIONS_AT, first=f"{field.path:<32}{field.type:<18}")
    click.echo("\n".join(page.lines))


@command.command()
@click.argument("template", metavar="FILE")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to tell it.")
@on_option
def check(template: str, form: str, on: datetime.date) -> None:
    """Look a template over: its tags, fields and styles, then a trial for a school of each kind.

    Where nothing is wrong, it also says which sections and points of the standard the text covers.

    \b
    Examples:
      policy-kit template check our-template.docx
      policy-kit template check our-template.docx --format json
    """
    from policy_kit.cli.template_check import as_json, as_text
    from policy_kit.coverage import coverage_of
    from policy_kit.generate import check_template

    issues = check_template(template)
    covered = None
    if not issues:
        click.echo("Reading what it makes for a school of each kind…", err=True)
        covered = coverage_of(template, on)
    click.echo((as_json if form == "json" else as_text)(template, issues, covered))
    if issues:
        raise click.exceptions.Exit(1)


@command.command()
@click.argument("folder", required=False, type=NAMED, metavar="[FOLDER]")
@click.option("--layout", type=NAMED, help="Another layout than FOLDER/layout.docx.")
@click.option(
    "--new-layout", is_flag=True, help="Write FOLDER/layout.docx afresh, in the look that is shipped."
)
@click.option("--standard", default="online-safety", help="The standard whose sections the clauses are for.")
@click.option("-o", "--out", type=NAMED, help="The Word file (default: FOLDER/template.docx).")
@force_option
def build(
    folder: Path | None, layout: Path | None, new_layout: bool, standard: str, out: Path | None, force: bool
) -> None:
    """Build a Word template from a folder's clauses/*.md and its layout.docx.

    A folder whose template.yaml says `based_on: online-safety` need hold only the clauses it changes; the
    file may also name a colour and a logo. Without a FOLDER, the shipped clauses are built; give the file to
    write with -o.

    \b
    Examples:
      policy-kit template build our-template-folder -o our-template.docx
      policy-kit template build --layout our-layout.docx -o our-template.docx
    """
    from policy_kit.generate import (
        OwnFolder,
        build_layout,
        build_template,
        dressed,
        missing_clauses,
        read_own_folder,
    )
    from policy_kit.resources import bundled

    if folder is None and out is None:
        raise click.UsageError("say which file to write: add -o our-template.docx")
    source = folder if folder is not None else bundled("templates").joinpath("online-safety")
    clauses = source.joinpath("clauses")
    if not clauses.is_dir():
        raise TemplateFault(
            f"{source}: it has no folder called clauses; that is where the sections' texts go"
        )
    own = read_own_folder(folder) if folder is not None else OwnFolder()
    rest = own.rest.joinpath("clauses") if own.rest is not None else None
    if new_layout:
        put(build_layout(), (folder or Path.cwd()) / "layout.docx", force=force)
    template = build_template(clauses, _layout(layout, source, own), standard, rest)
    target = out or (folder or Path.cwd()) / "template.docx"
    put(dressed(template, own.look), target, force=force)
    if own.told:
        click.echo(f"policy-kit: {own.told}", err=True)
    if missing := missing_clauses(clauses, standard, rest):
        click.echo(f"{target}: {len(missing)} sections have no clause: {', '.join(missing)}", err=True)


def _layout(given: Path | None, source: Path | Traversable, own: OwnFolder) -> bytes:
    """The layout asked for, else the folder's own, else that of the template it is based on, else ours."""
    from policy_kit.generate import build_layout

    places: list[Path | Traversable] = [given] if given is not None else [source.joinpath("layout.docx")]
    if given is None and own.rest is not None:
        places.append(own.rest.joinpath("layout.docx"))
    for place in places:
        if place is given or place.is_file():
            try:
                return place.read_bytes()
            except OSError as error:
                raise TemplateFault(f"{place}: could not be read ({error.strerror})") from error
    return build_layout()
