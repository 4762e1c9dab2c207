"""What changed, for other programs: one JSON object, described by schemas/changes.schema.json."""

from __future__ import annotations

from typing import Any

from policy_kit.changes import (
    Changes,
    ComparedFile,
    Heading,
    Passage,
    PassageChange,
    SectionChange,
    SubstanceChange,
)
from policy_kit.model import Location
from policy_kit.reports.json import json_text, location_object

SCHEMA_VERSION = 1


def render_json(changes: Changes) -> str:
    """Tell what changed as JSON text with a fixed list and order of fields."""
    return json_text(changes_object(changes))


def changes_object(changes: Changes) -> dict[str, Any]:
    """What changed as plain objects, lists, strings and numbers."""
    from policy_kit.version import __version__

    touched = sum(section.is_touched for section in changes.sections)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "policy-kit", "version": __version__},
        "on": changes.on.isoformat(),
        "old": _file(changes.old),
        "new": _file(changes.new),
        "summary": {
            "same": changes.is_same,
            "sections": len(changes.sections),
            "sections_touched": touched,
            "passages": {fate.value: count for fate, count in changes.counts.items()},
            "substance": len(changes.substance),
        },
        "substance": [_substance(one) for one in changes.substance],
        "sections": [_section(section) for section in changes.sections],
        "notes": list(changes.notes),
    }


def _file(file: ComparedFile) -> dict[str, Any]:
    return {
        "path": file.path,
        "format": file.format,
        "sha256": file.sha256,
        "words": file.words,
        "title": file.title,
        "is_policy": file.is_policy,
        "pending_changes": file.pending_changes,
        "not_checked": [
            {"what": item.what, "reason": item.reason, "location": location_object(item.location)}
            for item in file.not_checked
        ],
    }


def _substance(change: SubstanceChange) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "label": change.label,
        "before": change.before,
        "after": change.after,
        "section": change.section,
        "old_quote": change.old_quote,
        "new_quote": change.new_quote,
        "old_location": _where(change.old_location),
        "new_location": _where(change.new_location),
        "places": change.places,
    }


def _where(location: Location | None) -> dict[str, Any] | None:
    return location_object(location) if location else None


def _section(section: SectionChange) -> dict[str, Any]:
    return {
        "fate": section.fate.value,
        "moved": section.moved,
        "renamed": section.renamed,
        "standard_ids": list(section.standard_ids),
        "old": [_heading(heading) for heading in section.old],
        "new": [_heading(heading) for heading in section.new],
        "passages": [_passage(passage) for passage in section.passages],
    }


def _heading(heading: Heading) -> dict[str, Any]:
    return {"title": heading.title, "level": heading.level, "location": location_object(heading.location)}


def _passage(change: PassageChange) -> dict[str, Any]:
    return {
        "fate": change.fate.value,
        "old": _side(change.old),
        "new": _side(change.new),
        "pieces": [{"fate": piece.fate.value, "text": piece.text} for piece in change.pieces],
        "other_section": change.other_section,
    }


def _side(passage: Passage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {
        "text": passage.text,
        "kind": passage.kind,
        "level": passage.level,
        "location": location_object(passage.location),
    }
