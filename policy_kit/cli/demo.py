"""`demo [DIR]`: the main job on the examples, end to end, so that a person sees what the tool does."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file
from pathlib import Path

import click

from policy_kit.cli.options import NAMED, on_option, put
from policy_kit.errors import OutputFault
from policy_kit.resources import bundled

SCHOOL = "primary-in-a-trust"
OLD_POLICY = ("old-policy", "policy.docx")
TRUST = "trust"


@click.command()
@click.argument("folder", default="policy-kit-demo", type=NAMED)
@on_option
def command(folder: Path, on: datetime.date) -> None:
    """Generate a school's policy, audit it, an old one and a trust's, and write the governors' checklist.

    The schools are invented. What it writes goes into the folder, replacing an earlier demo's files.

    \b
    Example:
      policy-kit demo demo-output
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputFault(f"{folder}: this folder could not be made ({error.strerror})") from error
    with _example(SCHOOL, "profile.yaml") as profile, _example(*OLD_POLICY) as old:
        generated = _generate(profile, folder, on)
        _audit(
            "2. The policy just generated, audited",
            generated,
            on,
            profile,
            folder / "generated policy - report.txt",
        )
        _audit("3. An old policy, audited", old, on, None, folder / "old policy - report.txt")
        _write_reports(old, folder, on)
    with _example(TRUST) as trust:
        _audit_trust(trust, folder / "trust", on)
    click.echo("\nOpen these next:")
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        click.echo(f"  {path}")
    click.echo(f"  {folder / 'trust' / 'index.html'}")


@contextmanager
def _example(*parts: str) -> Iterator[Path]:
    with as_file(bundled("examples").joinpath(*parts)) as path:
        yield path


def _headline(text: str) -> None:
    click.echo(f"\n{text}\n{'=' * len(text)}")


def _generate(profile: Path, folder: Path, on: datetime.date) -> Path:
    from policy_kit.generate import generate_policy
    from policy_kit.profile import load_profile

    _headline("1. A school's policy, generated from its profile")
    school = load_profile(profile)
    out = folder / "generated policy.docx"
    put(generate_policy(school, on=on), out, force=True)
    click.echo(f"{school.fields['school_name']}: {out}")
    return out


def _audit(title: str, policy: Path, on: datetime.date, profile: Path | None, whole: Path) -> None:
    """Audit a policy; show what comes first, and leave the whole report in a file."""
    from policy_kit.audit import AuditOptions, audit_policy
    from policy_kit.profile import load_profile
    from policy_kit.reports.text import render_text

    _headline(title)
    options = AuditOptions(profile=load_profile(profile) if profile else None)
    text = render_text(audit_policy(policy, on, options), width=80, colour=False)
    put(text, whole, force=True)
    first, _, findings = text.partition("\nFINDINGS\n")
    click.echo(first if findings else text)


def _write_reports(policy: Path, folder: Path, on: datetime.date) -> None:
    from policy_kit.audit import audit_policy
    from policy_kit.reports import REPORTS
    from policy_kit.reports.annotate import annotate
    from policy_kit.reports.checklist import CHECKLISTS
    from policy_kit.standard import load_standard

    _headline("4. The same, as a page, as comments in the Word file, and as a checklist for governors")
    result = audit_policy(policy, on)
    put(REPORTS["html"](result), folder / "old policy - report.html", force=True)
    put(
        annotate(policy.read_bytes(), result.policies[0], result),
        folder / "old policy - with comments.docx",
        force=True,
    )
    checklist = CHECKLISTS["docx"](result, load_standard())
    put(checklist, folder / "old policy - governors' checklist.docx", force=True)


def _audit_trust(folder: Path, out: Path, on: datetime.date) -> None:
    """Twelve schools of one trust on a page, with a page and a letter each."""
    import os

    from policy_kit.cli.trust.audit import write_report
    from policy_kit.reports.trust.text import render_status
    from policy_kit.trust import Store, audit_trust, load_trust

    trust = load_trust(folder / "trust.yaml")
    _headline("5. Twelve schools of one trust, on one page")
    with Store(None) as store:
        run = audit_trust(trust, on, store, jobs=os.cpu_count() or 1)
        write_report(run, store, trust, out, letters=True, force=True)
    click.echo(render_status(run.result, width=80).partition("\n\nFIRST")[0])
