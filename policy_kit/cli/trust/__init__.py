"""`trust init, audit, generate, status`: a whole trust from a manifest, a folder or the register's files."""

from __future__ import annotations

import click

from policy_kit.cli.lazy import LazyGroup

_COMMANDS = {
    "init": "Make a trust's manifest and its schools' profiles.",
    "audit": "Audit every school's policy, and look across the schools.",
    "generate": "Write this year's policy for every school.",
    "status": "Tell how each school stands, a line each.",
}


@click.command(cls=LazyGroup, package=__name__, lazy=_COMMANDS)
def command() -> None:
    """Look after the policies of a trust, a federation or an authority's schools together.

    \b
    Examples:
      policy-kit trust init policies/ --name "Beacon Tides Trust" -o trust.yaml
      policy-kit trust audit trust.yaml --out report
      policy-kit trust status trust.yaml
    """
