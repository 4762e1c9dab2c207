"""`trust generate`: this year's policy for every school, from the trust's template."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policy_kit.cli.generate import make_many
from policy_kit.cli.options import NAMED, force_option, on_option
from policy_kit.cli.trust.running import named_trust, trust_argument
from policy_kit.errors import InvalidProfile, OutputFault, PolicyKitError

if TYPE_CHECKING:
    from policy_kit.profile import Profile
    from policy_kit.trust import Trust

_FAILED = 2


@click.command()
@trust_argument
@click.option(
    "-o",
    "--out",
    type=NAMED,
    required=True,
    metavar="DIR",
    help="The folder for the policies.",
)
@click.option("-t", "--template", help="Another template than the manifest's.")
@click.option("--pdf", is_flag=True, help="Make a PDF of each as well, through LibreOffice.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="How many processes share the schools.")
@on_option
@force_option
def command(
    trust: Path, out: Path, template: str | None, pdf: bool, jobs: int, on: datetime.date, force: bool
) -> None:
    """Write this year's policy for every school of a trust from its profile and the trust's template.

    A school whose profile lacks facts is told and left out; the others are made.

    \b
    Example:
      policy-kit trust generate trust.yaml -o policies-2026
    """
    if out.is_file():
        raise OutputFault(f"{out}: this is a file; many policies need a folder")
    raise click.exceptions.Exit(
        generate_for_trust(trust, template, out, pdf=pdf, jobs=jobs, on=on, force=force)
    )


def generate_for_trust(
    trust: Path, template: str | None, out: Path, *, pdf: bool, jobs: int, on: datetime.date, force: bool
) -> int:
    """Make the policies of a manifest's schools in a folder; return the exit status."""
    named = named_trust(trust)
    schools, chosen = len(named.schools), template or named.template
    status = make_many(_profiles(named), schools, chosen, out, pdf=pdf, jobs=jobs, on=on, force=force)
    if status == _FAILED and _lacks_facts(named):
        click.echo(
            f"To ask for all missing facts in one sheet: policy-kit trust init -o {named.path}"
            " --sheet to-fill-in.xlsx",
            err=True,
        )
    return status


def _lacks_facts(trust: Trust) -> bool:
    from policy_kit.trust import school_profile

    return any(school.profile and school_profile(school).missing for school in trust.schools)


def _profiles(trust: Trust) -> Iterator[tuple[str, Profile | InvalidProfile]]:
    from policy_kit.profile import load_profile

    for school in trust.schools:
        if school.profile is None:
            yield (
                school.name,
                InvalidProfile("the manifest names no profile, so no policy can be made from it"),
            )
            continue
        try:
            yield school.name, load_profile(school.profile)
        except PolicyKitError as fault:
            yield school.name, InvalidProfile(str(fault))
