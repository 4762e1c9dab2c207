"""Mends contents lists whose longer lines a narrow column has broken in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policy_kit.model import Block, BlockKind
from policy_kit.quick import replace
from policy_kit.sources.outline import typed_number

_PAGE = re.compile(r"\s\d{1,3}$")
_DOTS = re.compile(r"\s*[.…]{4,}$")
_MOSTLY = 0.8  # of a list's lines that must be numbered for one that is not to be the rest of the line above


def with_whole_contents(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the rest of a contents line joined to its beginning.

    Only in a list whose lines are numbered: there, a line without a number between two with one is no entry.
    """
    if not any(block.kind is BlockKind.CONTENTS for block in blocks):
        return tuple(blocks)
    blocks = [_without_dots(block) for block in blocks]
    numbered = [bool(typed_number(b.text)[0]) for b in blocks if b.kind is BlockKind.CONTENTS]
    if sum(numbered) < _MOSTLY * len(numbered) or all(numbered):
        return tuple(blocks)
    out: list[Block] = []
    for at, block in enumerate(blocks):
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if out and _goes_on(out[-1], block, after):
            out[-1] = replace(out[-1], text=f"{out[-1].text} {block.text}")
        else:
            out.append(block)
    return tuple(b if b.index == at else replace(b, index=at) for at, b in enumerate(out))


def _without_dots(block: Block) -> Block:
    """A contents line without the dots that lead to a page number it does not have."""
    if block.kind is not BlockKind.CONTENTS or not block.text.endswith((".", "…")):
        return block
    bare = _DOTS.sub("", block.text)
    return replace(block, text=bare) if bare else block


def _goes_on(above: Block, block: Block, after: Block | None) -> bool:
    if block.kind is not BlockKind.CONTENTS or above.kind is not BlockKind.CONTENTS:
        return False
    if block.cells or above.cells:
        return False
    if after is None or after.kind is not BlockKind.CONTENTS or not typed_number(after.text)[0]:
        return False
    begins = bool(typed_number(above.text)[0]) and not _PAGE.search(above.text)
    return begins and not typed_number(block.text)[0] and len(block.text.split()) <= 6
