"""A group of commands whose modules are imported only when they run, so that `--help` is quick."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Commands by name with their one-line help, each in a module of `package` that holds `command`."""

    def __init__(self, *args: Any, package: str, lazy: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.package, self.lazy = package, lazy

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # Click's signature
        return list(self.lazy)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002  # Click's signature
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        command: click.Command = import_module(f"{self.package}.{cmd_name}").command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002  # Click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lazy.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.lazy and not args[0].startswith("-"):
            raise click.UsageError(_unknown(args[0], self.lazy))
        return super().resolve_command(ctx, args)


def _unknown(name: str, known: Mapping[str, str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"the commands are {', '.join(known)}."
    return f"there is no command `{name}`; {hint}"
