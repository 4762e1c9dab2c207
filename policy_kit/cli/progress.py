"""Tells on stderr how far a long run is: a bar with the time left on a terminal, else a line now and then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_LINE_EVERY = 50
_WORTH_TELLING = 3


@contextmanager
def progress(doing: str, total: int, unit: str) -> Iterator[Callable[[str], None]]:
    """Yield what to call, with its name, as each of `total` things is done.

    No thread of its own draws the bar, so that processes may be forked while it shows.
    """
    if total < _WORTH_TELLING:
        yield lambda _name: None
    elif sys.stderr.isatty():
        with _bar(doing, total, unit) as advance:
            yield advance
    else:
        done = 0

        def told(_name: str) -> None:
            nonlocal done
            done += 1
            if done % _LINE_EVERY == 0:
                click.echo(f"{done} of {total} {unit} done", err=True)

        yield told


@contextmanager
def _bar(doing: str, total: int, unit: str) -> Iterator[Callable[[str], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    look = (
        TextColumn(doing), BarColumn(), TextColumn(f"{{task.completed:.0f}} of {total} {unit}, time left"),
        TimeRemainingColumn(), TextColumn("{task.fields[name]}"),
    )  # fmt: skip
    with Progress(*look, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=total, name="")

        def told(name: str) -> None:
            bar.update(task, advance=1, name=name[:40], refresh=True)

        yield told
