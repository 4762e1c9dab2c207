"""The words that open a paragraph or a row to say what it is about: "Sexting." or "Phones: …"."""

from __future__ import annotations

from policy_kit.model import Block, BlockKind
from policy_kit.regexes import regex
from policy_kit.sections.headings import HeadingIndex, HeadingMatch, match_heading, only_an_audience
from policy_kit.sections.openings import is_kind_of_risk

_OPENING = regex(r"\s*([^.:?!\n]{3,60})(?:[.:?]| [–—-]) +\S")
_LONGEST = 7  # words


def label_of(block: Block) -> str:
    """What the block opens with to say what it is about; '' if nothing."""
    if block.kind is BlockKind.TABLE_ROW:
        return block.cells[0] if block.cells and len(block.cells) > 1 else ""
    found = _OPENING.match(block.text)
    return found[1] if found and len(found[1].split()) <= _LONGEST else ""


def sections_labelled(block: Block, known: HeadingIndex) -> tuple[HeadingMatch, ...]:
    """The sections that the opening words name, as a heading would; none by whom the text is for."""
    label = label_of(block)
    if not label or block.header_row or only_an_audience(label) or is_kind_of_risk(label):
        return ()
    return match_heading(label, known)[:2]
