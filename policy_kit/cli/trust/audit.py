"""`trust audit`: every school's policy, on one page and a page each, with what only shows across schools."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policy_kit.cli.options import NAMED, force_option, on_option, terminal
from policy_kit.cli.trust.running import (
    named_trust,
    opened_store,
    run_options,
    run_trust,
    status_of,
    trust_argument,
)
from policy_kit.errors import OutputFault
from policy_kit.files import write_whole

if TYPE_CHECKING:
    from policy_kit.trust import Run, Store, Trust

_LEVELS = ("error", "warning", "advice", "never")


@click.command()
@trust_argument
@click.option("-o", "--out", type=NAMED, metavar="DIR", help="The folder for the report.")
@click.option("--letters", is_flag=True, help="A letter to each school as well: what to mend by when.")
@click.option("--fail-on", type=click.Choice(_LEVELS), default="error", help="What makes status 1.")
@run_options
@on_option
@force_option
def command(
    trust: Path,
    out: Path | None,
    letters: bool,
    fail_on: str,
    jobs: int | None,
    cache: Path | None,
    no_cache: bool,
    since: datetime.date | None,
    on: datetime.date,
    force: bool,
) -> None:
    """Audit the policy of every school of a trust, and look across the schools.

    TRUST is a manifest (trust.yaml if not named) or a folder of policies. With --out the folder gets
    index.html (who needs help first), a page a school, trust.xlsx, trust.json and reviews.ics. Only what
    changed since the last run is read. Ctrl-C stops the reading and tells what was read so far.

    \b
    Examples:
      policy-kit trust audit trust.yaml --out report
      policy-kit trust audit trust.yaml --out report --force --letters
    """
    from policy_kit.reports.trust.text import render_status

    if letters and out is None:
        raise click.UsageError("the letters need a folder: add --out report")
    named = named_trust(trust)
    if out is not None:
        _check(out, force=force)
    with opened_store(named, cache, no_cache=no_cache) as store:
        run = run_trust(named, on, store, jobs, since)
        if out is not None:
            count = write_report(run, store, named, out, letters=letters, force=force)
            click.echo(f"Wrote {count} files to {out}; open {out / 'index.html'} first.", err=True)
    _, width = terminal()
    sys.stdout.write(render_status(run.result, width=width))
    click.echo(f"{run.read} policies read now, {run.known} known from before.", err=True)
    raise click.exceptions.Exit(status_of(run, fail_on))


def _check(out: Path, *, force: bool) -> None:
    """Refuse before the reading what would be refused after it."""
    if out.is_file():
        raise OutputFault(f"{out}: this is a file; the report needs a folder")
    if (out / "index.html").exists() and not force:
        raise OutputFault(
            f"{out}: holds a report already; choose another folder, or add --force to replace it"
        )


def write_report(run: Run, store: Store, trust: Trust, out: Path, *, letters: bool, force: bool) -> int:
    """Write every file of a report; return how many. Raises OutputFault if one cannot be written."""
    count = 0
    for name, data in _files(run, store, trust, letters=letters):
        path = out / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputFault(f"{path.parent}: the folder could not be made ({error.strerror})") from error
        content = data.encode("utf-8") if isinstance(data, str) else data
        if not _is_there(path, content):
            write_whole(path, content, force=force)
        count += 1
    return count


def _is_there(path: Path, content: bytes) -> bool:
    """Whether the file holds just this already: of a hundred pages only those that changed are written."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _files(run: Run, store: Store, trust: Trust, *, letters: bool) -> Iterator[tuple[str, str | bytes]]:
    """Each file of the report with its content; index.html comes last, when all it leads to is there."""
    from policy_kit.reports.trust.as_json import render_trust_json
    from policy_kit.reports.trust.calendar import render_calendar
    from policy_kit.reports.trust.page import PAGES, render_trust_page
    from policy_kit.reports.trust.workbook import render_workbook

    for page in run.pages:
        yield f"{PAGES}/{page}", run.page(store, page)
    if letters:
        from policy_kit.trust import write_letters

        for name, letter in write_letters(run.result, trust):
            yield f"letters/{name}", letter
    yield "trust.xlsx", render_workbook(run.result)
    yield "trust.json", render_trust_json(run.result)
    yield "reviews.ics", render_calendar(run.result)
    yield "index.html", render_trust_page(run.result)
