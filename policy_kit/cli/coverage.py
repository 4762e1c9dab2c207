"""The table of points by clause, for `standard show --coverage`."""

from __future__ import annotations

import datetime
import json
import textwrap
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from policy_kit.coverage import Coverage, CoveredPoint, CoveredSection

_WIDTH = 80
_LONGEST_QUOTE = 160


def show_coverage(template: str, standard: str, section: str, on: datetime.date, *, as_json: bool) -> None:
    """Print which points a template makes, for the whole standard or for one section of it."""
    from policy_kit.coverage import coverage_of

    click.echo("Filling the template for a school of each kind and reading each policy…", err=True)
    found = coverage_of(template, on, standard)
    shown = [s for s in found.sections if section in ("", s.id)]
    if as_json:
        told = {
            "template": found.template,
            "schools": found.schools,
            "sections": [_as_json(s) for s in shown],
        }
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    for one in shown:
        _show_section(one, with_passages=bool(section))
    if not section:
        _show_sum(found)


def _as_json(section: CoveredSection) -> dict[str, object]:
    points = [{**asdict(point), "made": point.made} for point in section.points]
    return {"id": section.id, "title": section.title, "points": points}


def _show_section(section: CoveredSection, *, with_passages: bool) -> None:
    asked = [p for p in section.points if p.asked_of]
    click.echo(f"{section.id}: {sum(p.made for p in asked)} of {len(asked)} points")
    for point in section.points:
        click.echo(_line(f"  {point.level:<7}{point.id:<22}", _state(point)))
        if with_passages and point.quote:
            quote = textwrap.shorten(point.quote, _LONGEST_QUOTE, placeholder=" …")
            click.echo(_line(" " * 9, f"“{quote}”"))


def _line(head: str, text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head))


def _state(point: CoveredPoint) -> str:
    if not point.asked_of:
        return "not asked of any school tried"
    if point.made:
        return "made"
    return f"not found for {', '.join(point.missing_for)}: {point.text}"


def _show_sum(found: Coverage) -> None:
    counts = ", ".join(f"{made} of {asked} {level}" for level, (made, asked) in found.counts().items())
    click.echo("\n" + _line("Made for every school asked: ", f"{counts}."))
    click.echo(_line("Tried for: ", "; ".join(found.schools) + "."))
