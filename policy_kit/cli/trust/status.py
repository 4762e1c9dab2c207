"""`trust status`: a line a school in the terminal."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from policy_kit.cli.options import on_option, terminal
from policy_kit.cli.trust.running import (
    named_trust,
    opened_store,
    run_options,
    run_trust,
    status_of,
    trust_argument,
)


@click.command()
@trust_argument
@run_options
@on_option
def command(
    trust: Path,
    jobs: int | None,
    cache: Path | None,
    no_cache: bool,
    since: datetime.date | None,
    on: datetime.date,
) -> None:
    """Tell how each school of a trust stands, a line each, the one most in need first.

    TRUST is a manifest (trust.yaml if not named) or a folder of policies. Only what changed is read.

    \b
    Example:
      policy-kit trust status trust.yaml
    """
    from policy_kit.reports.trust.text import render_status

    named = named_trust(trust)
    with opened_store(named, cache, no_cache=no_cache) as store:
        run = run_trust(named, on, store, jobs, since)
    _, width = terminal()
    sys.stdout.write(render_status(run.result, width=width))
    raise click.exceptions.Exit(status_of(run, "never"))
