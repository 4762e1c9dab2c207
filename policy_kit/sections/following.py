"""Points that others make together: who answers for what may be told post by post, in another chapter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from policy_kit.model import PointResult
from policy_kit.standard import Standard

Asked = Mapping[str, tuple[PointResult, ...]]


def follow(asked: Asked, standard: Standard) -> Asked:
    """The points as asked of each section, with those met that follow from others, which are all met.

    asked: the section's id -> its points. One that follows is shown by the evidence of the first of them,
    which counts as standing elsewhere.
    """
    made = {p.id: p for points in asked.values() for p in points if p.met}
    follows = {p.id: p.follows for section in standard.sections for p in section.points if p.follows}
    return {
        section: tuple(_followed(point, follows.get(point.id, ()), made) for point in points)
        for section, points in asked.items()
    }


def _followed(point: PointResult, others: tuple[str, ...], made: Mapping[str, PointResult]) -> PointResult:
    if point.met or not others or any(other not in made for other in others):
        return point
    evidence = made[others[0]].evidence
    shown = replace(evidence, in_section=False) if evidence else None
    return replace(point, met=True, evidence=shown, partly=None, lacks=())
