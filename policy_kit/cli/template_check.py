"""Tells what `template check` found, as text and as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policy_kit.coverage import Coverage, CoveredSection
    from policy_kit.generate import TemplateIssue

_WIDTH = 80


def as_text(template: str, issues: Sequence[TemplateIssue], covered: Coverage | None) -> str:
    """A line for each thing to mend, each with its place; else what of the standard the text covers."""
    lines = [f"{template}: {issue.place}: {issue.message}" for issue in issues]
    if not issues:
        lines.append(
            f"{template}: nothing to mend was found; it was filled on trial for a school of each kind"
        )
    if covered:
        lines += _covered(covered)
    return "\n".join(lines)


def _covered(covered: Coverage) -> Iterator[str]:
    asked = [section for section in covered.sections if any(p.asked_of for p in section.points)]
    missing = [section.title for section in asked if not _touched(section)]
    yield f"It has {len(asked) - len(missing)} of the standard's {len(asked)} sections."
    if missing:
        yield _wrapped("  Not found: ", "; ".join(missing))
    counts = ", ".join(f"{made} of {of} {level}" for level, (made, of) in covered.counts().items())
    yield _wrapped("Made for every school asked: ", f"{counts}.")
    for section in asked:
        for point in section.points if _touched(section) else ():
            if point.level == "must" and point.missing_for:
                yield _wrapped("  Must, not found: ", f"{point.text} ({section.title})")


def _touched(section: CoveredSection) -> bool:
    return any(point.quote for point in section.points)


def _wrapped(head: str, text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head))


def as_json(template: str, issues: Sequence[TemplateIssue], covered: Coverage | None) -> str:
    """The same for programs; `sections` is null where there is something to mend first."""
    told = {
        "template": template,
        "issues": [{"place": issue.place, "message": issue.message} for issue in issues],
        "schools": list(covered.schools) if covered else None,
        "sections": [_section(section) for section in covered.sections] if covered else None,
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _section(section: CoveredSection) -> dict[str, object]:
    points = [
        {
            "id": p.id,
            "level": p.level,
            "made": p.made,
            "asked_of": p.asked_of,
            "missing_for": list(p.missing_for),
        }
        for p in section.points
    ]
    return {"id": section.id, "title": section.title, "found": _touched(section), "points": points}
