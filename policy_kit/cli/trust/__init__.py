"""`trust init, audit, generate, status`: a whole trust from a manifest, a folder or the register's files."""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = {
    "init": "Make a trust's manifest and its schools' profiles.",
    "audit": "Audit every school's policy, and look across the schools.",
    "generate": "Write this year's policy for every school.",
    "status": "Tell how each school stands, a line each.",
}


class TrustGroup(click.Group):
    """Imports a command's module only when that command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # Click's signature
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002  # Click's signature
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        found: click.Command = import_module(f"policy_kit.cli.trust.{cmd_name}").command
        return found

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002  # Click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(cls=TrustGroup)
def command() -> None:
    """Look after the policies of a trust, a federation or an authority's schools together.

    \b
    Examples:
      policy-kit trust init policies/ --name "Beacon Tides Trust" -o trust.yaml
      policy-kit trust audit trust.yaml --out report
      policy-kit trust status trust.yaml
    """
