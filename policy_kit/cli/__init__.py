"""The command line: the only room that knows Click, colours, exit codes and the environment."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence

import click

from policy_kit.cli.lazy import LazyGroup
from policy_kit.errors import PolicyKitError
from policy_kit.version import __version__

# The one-line help stands here so that `--help` need not import what only a running command needs.
_COMMANDS = {
    "init": "Make a school's profile: its names, dates and systems.",
    "generate": "Write a school's policy in Word from its profile.",
    "audit": "Audit policies against the standard and the guidance in force.",
    "checklist": "Write the governors' checklist for a policy.",
    "compare": "Tell what changed between two policies, or track it in Word.",
    "renew": "Merge this year's template into last year's edited policy.",
    "trust": "Look after the policies of a whole trust at once.",
    "guidance": "Show the guidance register, or what a policy cites.",
    "standard": "Show the standard, or check a trust's own.",
    "template": "List, check and build templates.",
    "explain": "Say what a check finds, why it matters and how to mend it.",
    "demo": "Do the main job on the examples, end to end.",
}

_EXAMPLE = """
\b
Examples:
  policy-kit init our-school.yaml
  policy-kit generate our-school.yaml -o policy.docx
  policy-kit audit policy.docx --profile our-school.yaml
"""


@click.group(
    cls=LazyGroup,
    package=__name__,
    lazy=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EXAMPLE,
)
@click.version_option(__version__, prog_name="policy-kit")
def cli() -> None:
    """Generate, audit, compare and renew a school's online safety policy.

    policy-kit helps people check a policy; it cannot certify one.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the tool and leave with its exit status: 0 done, 1 findings, 2 something was unusable."""
    _collect_seldom()
    try:
        status = cli.main(args=arguments, prog_name="policy-kit", standalone_mode=False)
    except click.exceptions.Exit as leave:
        status = leave.exit_code
    except click.ClickException as fault:
        _tell(fault)
        status = 2
    except PolicyKitError as fault:
        click.echo(f"policy-kit: {fault}", err=True)
        status = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("policy-kit: stopped; nothing was left half-written.", err=True)
        status = 130
    except BrokenPipeError:
        # The reader of a pipe has gone (`| head`); Python must not complain of it on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status if isinstance(status, int) else 0)


def _collect_seldom() -> None:
    """Let Python look for what it may throw away less often than it does by default.

    What a command makes is nearly all in use until it is done: looking through it all again and again took a
    tenth of an audit. At the end nothing need be looked for, since it goes with the process.
    """
    gc.set_threshold(250_000, 20, 20)
    atexit.register(gc.freeze)


def _tell(fault: click.ClickException) -> None:
    """One line: the command, what is wrong, and where help is."""
    context = getattr(fault, "ctx", None)
    where = context.command_path if context else "policy-kit"
    message = " ".join(fault.format_message().split())
    more = f" (see `{where} --help`)" if isinstance(fault, click.UsageError) else ""
    click.echo(f"{where}: {message}{more}", err=True)
