"""`checklist FILE`: the governors' checklist in Word, as a web page or as PDF."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from policy_kit.cli.options import NAMED, force_option, on_option, put


@click.command()
@click.argument("file", type=NAMED)
@click.option("-o", "--out", type=NAMED, help="OUT.docx, OUT.html or OUT.pdf.")
@click.option("--profile", type=NAMED, help="The school's facts, for what applies to it.")
@click.option("--standard", default="online-safety", help="A standard's name, or a trust's file.")
@on_option
@force_option
def command(
    file: Path, out: Path | None, profile: Path | None, standard: str, on: datetime.date, force: bool
) -> None:
    """Write the governors' checklist: each section, found or not, and the words it rests on.

    \b
    Example:
      policy-kit checklist policy.docx -o checklist.docx
    """
    from policy_kit.audit import AuditOptions, audit_policy
    from policy_kit.files import must_be_free
    from policy_kit.profile import load_profile
    from policy_kit.reports.checklist import CHECKLISTS
    from policy_kit.standard import load_standard

    out = out or file.with_name(f"{file.stem} - checklist.docx")
    form = out.suffix.lower().lstrip(".")
    if form not in CHECKLISTS:
        raise click.UsageError(f"{out}: give a name that ends in {', '.join(f'.{f}' for f in CHECKLISTS)}")
    must_be_free(out, force=force)
    options = AuditOptions(standard=standard, profile=load_profile(profile) if profile else None)
    result = audit_policy(file, on, options)
    put(CHECKLISTS[form](result, load_standard(standard)), out, force=force)
