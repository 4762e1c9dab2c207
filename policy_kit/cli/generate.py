"""`generate PROFILE...`: a school's Word policy from its profile, or those of many schools at once."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policy_kit.cli.options import NAMED, force_option, must_be_word, on_option, put
from policy_kit.cli.progress import progress
from policy_kit.errors import InvalidProfile, OutputFault, UnreadableFile

if TYPE_CHECKING:
    from policy_kit.generate import Made
    from policy_kit.profile import Profile

_OURS = "online-safety"
_LISTS_SCHOOLS = re.compile(r"^schools:", re.MULTILINE)
_TABLES = (".csv", ".xlsx")
_FIRST_FEW = 5  # faults of one school that are told on the screen; the list holds them all
_AT_ONCE = 20  # PDFs made by one start of LibreOffice


@click.command()
@click.argument("profiles", nargs=-1, required=True, metavar="PROFILE...", type=NAMED)
@click.option("-t", "--template", help="A template's name, or a Word file (default: online-safety).")
@click.option("-o", "--out", type=NAMED, metavar="FILE or DIR", help="Where to write.")
@click.option(
    "--pdf",
    is_flag=True,
    help="Make a PDF as well, through LibreOffice; its page numbers go into the Word file's contents list.",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="How many processes share many schools.")
@on_option
@force_option
def command(
    profiles: tuple[Path, ...],
    template: str | None,
    out: Path | None,
    pdf: bool,
    jobs: int,
    on: datetime.date,
    force: bool,
) -> None:
    """Write a school's policy in Word from its profile; with many profiles, one file for each school.

    A PROFILE is a YAML or JSON file, a folder of them, a CSV or XLSX file with a row for each school, or a
    trust's manifest. Of many, index.csv tells what was made; run again, only what is not there is made,
    and with --force what has changed.

    \b
    Examples:
      policy-kit generate our-school.yaml -o policy.docx
      policy-kit generate schools.csv -o policies --jobs 2
      policy-kit generate our-school.yaml -t our-template.docx -o policy.docx
    """
    manifest = profiles[0] if len(profiles) == 1 and _is_manifest(profiles[0]) else None
    if len(profiles) == 1 and not manifest and not _holds_many(profiles[0]) and not _is_folder(out):
        _one(profiles[0], template or _OURS, out, pdf=pdf, on=on, force=force)
        return
    if out is None:
        raise click.UsageError("say which folder the policies go in: add -o policies")
    if out.is_file():
        raise OutputFault(f"{out}: this is a file; many policies need a folder")
    if manifest:
        from policy_kit.cli.trust.generate import generate_for_trust

        status = generate_for_trust(manifest, template, out, pdf=pdf, jobs=jobs, on=on, force=force)
    else:
        given, total = _profiles(profiles), sum(map(_how_many, profiles))
        status = make_many(given, total, template or _OURS, out, pdf=pdf, jobs=jobs, on=on, force=force)
    raise click.exceptions.Exit(status)


def _holds_many(path: Path) -> bool:
    return path.is_dir() or path.suffix.lower() in _TABLES


def _is_manifest(path: Path) -> bool:
    """Whether a file is a trust's manifest: it lists schools, which no profile does."""
    if path.suffix.lower() not in (".yaml", ".yml") or not path.is_file():
        return False
    try:
        return bool(_LISTS_SCHOOLS.search(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError):
        return False


def _how_many(path: Path) -> int:
    """How many schools a path holds, for the bar; a fault in it is told when it is read."""
    from policy_kit.profile import count_profiles

    try:
        return count_profiles(path)
    except (UnreadableFile, InvalidProfile):
        return 1


def _is_folder(out: Path | None) -> bool:
    return out is not None and (out.is_dir() or not out.suffix)


def _one(path: Path, template: str, out: Path | None, *, pdf: bool, on: datetime.date, force: bool) -> None:
    from policy_kit.generate import generate_policy, policy_name, to_pdf, told_of, with_page_numbers
    from policy_kit.profile import load_profile

    if out is not None:
        must_be_word(out, "a policy")
    profile = load_profile(path)
    policy = generate_policy(profile, template, on=on)
    if told := told_of(profile):
        click.echo(f"policy-kit: {told}", err=True)
    target = out or Path(f"{policy_name(profile, on)}.docx")
    if pdf:
        click.echo("Making the PDF with LibreOffice…", err=True)
    printed = to_pdf([policy])[0] if pdf else None
    put(with_page_numbers(policy, printed) if printed else policy, target, force=force)
    if printed is not None:
        put(printed, target.with_suffix(".pdf"), force=force)


def make_many(
    profiles: Iterable[tuple[str, Profile | InvalidProfile]],
    total: int,
    template: str,
    out: Path,
    *,
    pdf: bool,
    jobs: int,
    on: datetime.date,
    force: bool,
) -> int:
    """Make a policy for each profile in a folder, tell of each that failed, and return the exit status."""
    from policy_kit.generate import generate_many

    done: list[Made] = []
    try:
        with progress("Writing", total, "schools") as advance:
            for made in generate_many(profiles, template, out, on=on, force=force, jobs=min(jobs, total)):
                done.append(made)
                advance(made.school)
                if made.message:
                    _tell(made)
    except KeyboardInterrupt:
        click.echo(
            f"policy-kit: stopped after {len(done)} of {total} schools; run it again to go on from there.",
            err=True,
        )
        return 130
    if pdf:
        _pdfs([out / made.file for made in done if made.sha256], force=force)
    counts = Counter(made.status for made in done)
    told = ", ".join(f"{count} {status}" for status, count in counts.items()) or "no profiles found"
    click.echo(f"{told}; see {out / 'index.csv'}")
    return 2 if counts["failed"] or not done else 0


def _tell(made: Made) -> None:
    known = made.message.startswith(made.where)
    first, *more = (made.message if known else f"{made.where}: {made.message}").splitlines()
    click.echo("\n".join([f"policy-kit: {first}", *more[:_FIRST_FEW]]), err=True)
    if len(more) > _FIRST_FEW:
        click.echo(f"  and {len(more) - _FIRST_FEW} more, in index.csv", err=True)


def _profiles(paths: Iterable[Path]) -> Iterator[tuple[str, Profile | InvalidProfile]]:
    from policy_kit.profile import load_profiles

    for path in paths:
        try:
            yield from load_profiles(path)
        except (UnreadableFile, InvalidProfile) as fault:
            yield str(path), InvalidProfile(str(fault))


def _pdfs(policies: list[Path], *, force: bool) -> None:
    """A PDF beside each policy; unless forced, those that are there already are left."""
    from policy_kit.generate import to_pdf

    wanted = [p for p in policies if force or not p.with_suffix(".pdf").exists()]
    for start in range(0, len(wanted), _AT_ONCE):
        batch = wanted[start : start + _AT_ONCE]
        click.echo(f"PDF {start + 1} to {start + len(batch)} of {len(wanted)}", err=True)
        for path, printed in zip(batch, to_pdf([p.read_bytes() for p in batch]), strict=True):
            put(printed, path.with_suffix(".pdf"), force=force)
