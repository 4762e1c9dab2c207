"""`renew EDITED.docx --profile P`: this year's template merged with the school's own edits."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policy_kit.cli.options import NAMED, force_option, must_be_word, on_option, put, terminal

_LONGEST = 240  # of a comment, which the file holds in full

if TYPE_CHECKING:
    from policy_kit.profile import Profile


@click.command()
@click.argument("edited", metavar="EDITED.docx", type=NAMED)
@click.option("--profile", type=NAMED, help="The school's facts for this year.")
@click.option("-o", "--out", type=NAMED, metavar="OUT.docx", help="Where to write.")
@click.option("-t", "--template", default="online-safety", help="A template's name, or a Word file.")
@click.option(
    "--base", type=NAMED, metavar="FILE",
    help="Last year's file as it was before the edits, if EDITED does not carry it.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to tell it.")
@click.option("--check", is_flag=True, help="Only say whether anything is left to decide in a renewed file.")
@click.option("--verbose", is_flag=True, help="Tell every change.")
@on_option
@force_option
def command(
    edited: Path,
    profile: Path | None,
    out: Path | None,
    template: str,
    base: Path | None,
    form: str,
    check: bool,
    verbose: bool,
    on: datetime.date,
    force: bool,
) -> None:
    """Renew last year's policy: this year's wording with your own edits kept, as tracked changes.

    What you and the template both changed stands twice, with a comment; nothing of yours is lost.

    \b
    Examples:
      policy-kit renew policy-2025.docx --profile our-school.yaml -o policy-2026.docx
      policy-kit renew policy-2026.docx --check
    """
    if check:
        raise click.exceptions.Exit(_check(edited))
    if profile is None:
        raise click.UsageError("say which school it is for: add --profile our-school.yaml")
    from policy_kit.profile import load_profile
    from policy_kit.renew import NoBase, as_json, as_text, renew_policy

    if out is not None:
        must_be_word(out, "a renewed policy")
    school = load_profile(profile)
    try:
        renewal = renew_policy(edited, school, template, on=on, base=base)
    except NoBase as fault:
        click.echo(f"policy-kit: {fault}", err=True)
        _take_over(edited, school, template, form, on)
        raise click.exceptions.Exit(1) from None
    put(renewal.file, out or edited.with_name(f"{edited.stem} - renewed.docx"), force=force)
    if form == "json":
        put(as_json(renewal), None, force=force)
    else:
        colour, width = terminal()
        put(as_text(renewal, width=width, colour=colour, verbose=verbose), None, force=force)
    raise click.exceptions.Exit(1 if renewal.conflicts else 0)


def _take_over(path: Path, school: Profile, template: str, form: str, on: datetime.date) -> None:
    """Say what a policy from elsewhere could take over; nothing is merged and no file is written."""
    from policy_kit.renew import taking_over_as_json, taking_over_as_text, what_to_take_over

    told = what_to_take_over(path, school, template, on=on)
    if form == "json":
        put(taking_over_as_json(told, on), None, force=False)
        return
    colour, width = terminal()
    put(taking_over_as_text(told, width=width, colour=colour), None, force=False)


def _check(path: Path) -> int:
    from policy_kit.renew import left_to_decide
    from policy_kit.reports.phrases import counted, one_line, place, shortened
    from policy_kit.reports.text_page import Page

    left = left_to_decide(path)
    if not left:
        click.echo(f"{path}: nothing is left to decide")
        return 0
    page = Page(terminal()[1])
    page.line(f"{path}: {counted(len(left), 'thing is', 'things are')} left to decide")
    for comment in left:
        page.line(place(comment.location) or "before the first heading", first="  - ", indent=4)
        page.line(shortened(one_line(comment.text), _LONGEST), indent=6)
    click.echo("\n".join(page.lines))
    return 1
