"""Options and checks that several commands share, so that each means one thing everywhere."""

from __future__ import annotations

import contextlib
import datetime
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from policy_kit.files import write_whole

Command = TypeVar("Command", bound=Callable[..., Any])
# What a program other than a text editor opens by the file's name: a report of another kind would not open.
_OPENED_BY_NAME = (".docx", ".doc", ".odt", ".pdf", ".xlsx", ".xls")
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Day(click.ParamType[datetime.date]):
    """A day: 2026-11-21 or 21/11/2026."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        text = str(value).strip()
        if _ISO.fullmatch(text):  # `strptime` takes longer to import than to ask
            with contextlib.suppress(ValueError):
                return datetime.date.fromisoformat(text)
        for pattern in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"):
            try:
                return datetime.datetime.strptime(text, pattern).replace(tzinfo=datetime.UTC).date()
            except ValueError:
                continue
        raise click.BadParameter(f"{text!r} is not a date; write it as 2026-11-21 or 21/11/2026", ctx, param)


class Named(click.Path):
    """A file or folder by its name. An empty name, of a variable in a script that was never set, is none: it
    would else stand for the folder that the command is run in, and all of that would be read."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not os.fsdecode(value).strip():
            raise click.BadParameter("an empty name is no file; give the file's name", ctx, param)
        return super().convert(value, param, ctx)


NAMED = Named(path_type=Path)


def today() -> datetime.date:
    """The day where the user is: the only clock that is read."""
    return datetime.datetime.now().astimezone().date()


def on_option(command: Command) -> Command:
    """`--on DATE`: the day to judge for; today if not given."""
    return click.option(
        "--on", type=Day(), default=today, metavar="DATE", help="The day to judge for (default: today)."
    )(command)


def force_option(command: Command) -> Command:
    """`--force`: replace a file that exists."""
    return click.option("--force", is_flag=True, help="Replace the file if it exists.")(command)


def put(result: str | bytes, out: Path | None, *, force: bool) -> None:
    """Write a result to the file named, else to stdout; text for a terminal, bytes as they are."""
    data = result.encode("utf-8") if isinstance(result, str) else result
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    write_whole(out, data, force=force)
    click.echo(f"Wrote {out}", err=True)


def form_of(given: str | None, out: Path | None, by_suffix: Mapping[str, str]) -> str:
    """How to tell a result: as `--format` says, else by the name of the file to write, else as text.

    by_suffix: the form that each ending of a name stands for. Raises UsageError for a name under which the
    file would not open.
    """
    suffix = out.suffix.lower() if out else ""
    form = given or by_suffix.get(suffix, "text")
    if out and suffix in _OPENED_BY_NAME and by_suffix.get(suffix) != form:
        wanted = next((ending for ending, other in by_suffix.items() if other == form), ".txt")
        told = f"--format {form} writes no {suffix} file" if given else f"no report is a {suffix} file"
        raise click.UsageError(f"{out}: {told}; give a name such as {out.with_suffix(wanted).name}")
    return form


def must_be_word(out: Path, what: str) -> None:
    """Raise UsageError if a Word file would be written under a name that Word does not open."""
    if out.suffix.lower() != ".docx":
        raise click.UsageError(
            f"{out}: {what} is a Word file; give a name that ends in .docx, such as {out.stem}.docx"
        )


def terminal() -> tuple[bool, int]:
    """Whether stdout is a terminal that shows colour, and how wide it is (80 when piped)."""
    import shutil

    is_terminal = sys.stdout.isatty()
    width = min(shutil.get_terminal_size((80, 24)).columns, 100) if is_terminal else 80
    return is_terminal, width
