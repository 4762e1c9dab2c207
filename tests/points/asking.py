"""Asks whether one passage, standing alone, makes one point of the standard."""

from __future__ import annotations

from policy_kit.sections.assigning import assign
from policy_kit.sections.cutting import cut
from policy_kit.sections.evidence import find_evidence
from policy_kit.sections.ground import Ground
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.numbers import numbers_set
from policy_kit.standard import Point, StandardSection, load_standard
from tests.build import document_from_markup

STANDARD = load_standard()
POINTS = {p.id: (s, p) for s in STANDARD.sections for p in s.points}


def is_made(section: StandardSection, point: Point, markup: str, *, long: bool = False) -> bool:
    """Whether the document that the markup describes makes the point; long: as if it were a long one."""
    document = document_from_markup(markup)
    index = TermIndex(cut(document), STANDARD.words, {"recording_system": ("CPOMS",)})
    assignment = assign(document, STANDARD, index)
    own = {
        s.id: numbers_set(
            n
            for block, ids in assignment.of_block.items()
            if s.id in ids
            for n in index.passages.of_block.get(block, ())
        )
        for s in STANDARD.sections
    }
    settled = numbers_set(range(len(index.passages.sentences))) if long else 0
    return find_evidence(point, section, Ground(document, index, own, 0, {}, settled=settled)) is not None
