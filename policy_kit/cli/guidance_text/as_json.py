"""The guidance commands' results as JSON, for scripts."""

from __future__ import annotations

import datetime

from policy_kit.cli.guidance_text.citing import Reference
from policy_kit.guidance import Edition, Register
from policy_kit.model import Document


def listed(register: Register, on: datetime.date, nation: str) -> dict[str, object]:
    """What is in force in a nation on a day."""
    return {
        "on": on.isoformat(),
        "nation": nation,
        "register": {"checked_on": register.checked_on.isoformat()},
        "documents": [
            {
                "id": held.document.id,
                "title": held.document.title,
                "publisher": held.document.publisher,
                "kind": held.document.kind,
                "statutory": held.document.statutory,
                "url": held.document.url or None,
                "edition": _edition(held.edition),
                "parts": [_edition(part) for part in held.parts],
            }
            for held in register.on(on, nation)
        ],
        "unsure": list(register.unsure),
    }


def cited(
    found: list[Reference], document: Document, on: datetime.date, register: Register
) -> dict[str, object]:
    """What a file cites, and how each reference stands on a day."""
    return {
        "on": on.isoformat(),
        "file": document.path,
        "register": {"checked_on": register.checked_on.isoformat()},
        "references": [
            {
                "id": reference.document.id,
                "title": reference.document.title,
                "statutory": reference.document.statutory,
                "url": reference.document.url or None,
                "state": reference.state.value,
                "cited": reference.cited.label if reference.cited else None,
                "in_force": _edition(reference.in_force),
                "changes": [
                    {"edition": e.label, "changes": e.changes} for e in reference.changes if e.changes
                ],
                "places": [
                    {
                        "text": citation.text,
                        "heading_path": list(document.heading_path(document.blocks[citation.block])),
                        "block": citation.block,
                        "page": document.blocks[citation.block].page,
                    }
                    for citation in reference.citations
                ],
            }
            for reference in found
        ],
    }


def _edition(edition: Edition | None) -> dict[str, object] | None:
    if edition is None:
        return None
    return {
        "label": edition.label,
        "since": edition.starts_as_given or None,
        "changes": edition.changes or None,
        "note": edition.note or None,
        "verified": edition.verified,
        "sure": edition.is_sure,
    }
