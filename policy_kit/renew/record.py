"""The record that a generated policy carries, read with care: the file may have come from anyone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from policy_kit.quick import dataclass

_TEXTS = ("kind", "style", "text", "section")
_KINDS = frozenset({"heading", "paragraph", "list-item", "table-row"})


@dataclass(frozen=True)
class Record:
    """Last year's text block by block, the profile it was made from, and the day."""

    blocks: Sequence[Mapping[str, Any]]
    fields: Mapping[str, Any]
    on: date


def read_record(text: str) -> Record | None:
    """The record in a file's provenance (JSON text, '' if the file has none); None if it cannot be used."""
    try:
        given = json.loads(text or "null")
        blocks, fields, on = given["blocks"], given["profile"], date.fromisoformat(given["on"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(fields, dict) or not isinstance(blocks, list) or not all(map(_is_block, blocks)):
        return None
    return Record(blocks, fields, on)


def _is_block(block: object) -> bool:
    if not isinstance(block, dict) or not all(isinstance(block.get(name), str) for name in _TEXTS):
        return False
    cells = block.get("cells", [])
    numbers = (block.get("level", 0), block.get("table", 0))
    listed = isinstance(cells, list) and all(isinstance(cell, str) for cell in cells)
    return (
        block["kind"] in _KINDS
        and listed
        and bool(cells) == (block["kind"] == "table-row")
        and all(isinstance(number, int) for number in numbers)
    )
