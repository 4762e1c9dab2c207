"""What `trust audit` and `trust status` share: the trust that was named, its memory, the progress shown."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policy_kit.cli.options import NAMED, Day
from policy_kit.errors import UnreadableFile

if TYPE_CHECKING:
    from policy_kit.trust import Run, Store, Trust

MANIFEST = "trust.yaml"
_MEMORY = Path(".policy-kit", "trust.sqlite")
_TOLD_EVERY = 25  # policies, where there is no terminal to draw a bar on
Command = TypeVar("Command", bound=Callable[..., Any])


def trust_argument(given: Command) -> Command:
    """`[TRUST]`: the manifest, or a folder of policies."""
    return click.argument("trust", default=MANIFEST, metavar="[TRUST]", type=NAMED)(given)


def run_options(given: Command) -> Command:
    """The options of every command that reads policies."""
    for option in (
        click.option(
            "--since", type=Day(), metavar="DATE",
            help="Compare with the last run that spoke of this day or before (default: of an earlier day).",
        ),
        click.option("--no-cache", is_flag=True, help="Read everything anew, and remember nothing."),
        click.option(
            "--cache", type=NAMED, metavar="FILE",
            help="Where to remember what was read (default: .policy-kit/trust.sqlite beside the manifest).",
        ),
        click.option(
            "--jobs", type=click.IntRange(1, 64), default=None,
            help="How many processes share the reading (default: one a core).",
        ),
    ):  # fmt: skip
        given = option(given)
    return given


def named_trust(path: Path) -> Trust:
    """The trust of a manifest, of the manifest in a folder, or of a folder's policies alone."""
    from policy_kit.trust import load_trust, trust_of_folder

    if path.is_dir():
        inside = path / MANIFEST
        return load_trust(inside) if inside.is_file() else trust_of_folder(path)
    if not path.exists() and path == Path(MANIFEST):
        raise UnreadableFile(
            f"{path}: there is no such file here; name the manifest or a folder of policies, "
            "or make one with `policy-kit trust init`"
        )
    return load_trust(path)


def run_trust(
    trust: Trust, on: datetime.date, store: Store, jobs: int | None, since: datetime.date | None
) -> Run:
    """Audit a trust, with progress on stderr."""
    from policy_kit.trust import audit_trust

    with _progress() as told:
        return audit_trust(trust, on, store, jobs=jobs or os.cpu_count() or 1, told=told, compare_to=since)


def opened_store(trust: Trust, cache: Path | None, *, no_cache: bool) -> Store:
    """The memory of earlier runs."""
    from policy_kit.trust import Store

    if no_cache:
        return Store(None)
    path = cache or trust.folder / _MEMORY
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        click.echo(f"policy-kit: {path}: nothing will be remembered ({error.strerror})", err=True)
        return Store(None)
    return Store(path)


@contextmanager
def _progress() -> Iterator[Callable[[int, int, str], None]]:
    """A bar on stderr with the time left; without a terminal a line now and then."""
    if not sys.stderr.isatty():
        yield _line
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    look = (
        TextColumn("Reading"), BarColumn(), TextColumn("{task.completed:.0f} of {task.total:.0f}"),
        TimeRemainingColumn(), TextColumn("{task.fields[name]}"),
    )  # fmt: skip
    with Progress(*look, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, name="")

        def told(done: int, of: int, name: str) -> None:
            bar.update(task, completed=done, total=of, name=f"last: {name[:40]}")

        yield told


def _line(done: int, of: int, name: str) -> None:  # noqa: ARG001  # the bar tells the name
    if of > 1 and done % _TOLD_EVERY == 0:
        click.echo(f"{done} of {of} policies read", err=True)


def status_of(run: Run, fail_on: str) -> int:
    """130 if it was stopped, 2 if a file could not be used, 1 if a finding reaches --fail-on, else 0."""
    result = run.result
    trouble = any(known.faults for known in run.known_of.values())
    if not result.complete:
        return 130
    if trouble or result.failed:
        return 2
    reached = {"error": ("errors",), "warning": ("errors", "warnings"), "never": ()}.get(
        fail_on, ("errors", "warnings", "advice")
    )
    return int(any(getattr(school, name) for school in result.schools for name in reached))
