"""Cases of the readers as data: a small file each, and the blocks that reading it gives, one line a block.

A block is shown as `# Heading` (one hash a level), `- item` (two spaces a level; a number that the format
makes comes first), `| cell | cell |` (`|* cell |` for a heading row), `[toc] line`, `[header] line`,
`[footer] line`, `[footnote] line`, `[endnote] line`, `[box] line`; a line break is shown as " / ".
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from policy_kit.model import Block, BlockKind, Document, Part
from tests.sources.reading_table import Sample

_PARTS = {
    Part.HEADER: "[header] ",
    Part.FOOTER: "[footer] ",
    Part.FOOTNOTE: "[footnote] ",
    Part.ENDNOTE: "[endnote] ",
    Part.TEXT_BOX: "[box] ",
    Part.BODY: "",
}


def load_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, each a mapping with at least a name."""
    cases: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return cases


def shown(document: Document) -> list[str]:
    """The blocks of a document as the cases show them."""
    return [_PARTS[block.part] + _shown(block) for block in document.blocks]


def _shown(block: Block) -> str:
    text = " ".join(block.display.replace("\n", " / ").split())
    if block.kind is BlockKind.HEADING:
        return f"{'#' * block.level} {text}"
    if block.kind is BlockKind.LIST_ITEM:
        return f"{'  ' * block.level}- {text}"
    if block.kind is BlockKind.CONTENTS:
        return f"[toc] {text}"
    if block.kind is BlockKind.TABLE_ROW:
        cells = " | ".join(cell.replace("\n", " / ") for cell in block.cells)
        return f"|{'*' if block.header_row else ''} {cells} |"
    return text


def samples_of(cases: list[dict[str, Any]], files: dict[str, tuple[str, bytes]]) -> Iterator[Sample]:
    """The rows that the cases with a `kind` give docs/reading.md. files: each case's file, by its name.

    group: of the table, `text` if not given; seek: the words whose fate the table tells.
    """
    for case in cases:
        if "kind" in case:
            yield Sample(case["kind"], case.get("group", "text"), case.get("seek", ""), files[case["name"]])
