"""The points of each section, asked of a policy: first of the text that is the section's by its heading, then
also of what stands under a heading that has been found to head it too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from policy_kit.model import PointResult, SectionResult
from policy_kit.sections.evidence import find_evidence
from policy_kit.sections.ground import Ground
from policy_kit.sections.leaning import leaning_to
from policy_kit.sections.nearly import find_part
from policy_kit.sections.outline import Heading
from policy_kit.standard import Standard, StandardSection, points_for

_OF_DUTIES = (
    "roles-and-responsibilities"  # what posts do is told of every matter, and is no duty told for that
)


def ask(section: StandardSection, ground: Ground, school: Mapping[str, object]) -> tuple[PointResult, ...]:
    """A section's points that are asked of this school, each with what makes it, or what nearly does."""
    points = []
    for point in points_for(section, school):
        evidence = find_evidence(point, section, ground)
        part = None if evidence else find_part(point, section, ground)
        points.append(
            PointResult(point.id, point.text, point.level, evidence is not None, evidence, *(part or ()))
        )
    return tuple(points)


def ask_again(
    sections: Iterable[SectionResult],
    standard: Standard,
    ground: Ground,
    headings: Iterable[Heading],
    of_block: Mapping[int, tuple[str, ...]],
) -> dict[str, tuple[PointResult, ...]]:
    """The points of each section, those not met asked again of all the text that its headings head.

    Of text that is another section's too, those sentences are asked whose words are likelier in this one.
    of_block: the sections that each heading has been found to head.
    """
    under: dict[str, int] = defaultdict(int)
    for heading in headings:
        for name in of_block.get(heading.block.index, ()):
            if name != _OF_DUTIES:
                under[name] |= heading.own
    own = dict(ground.own)
    more = {}
    for name, numbers in under.items():
        more[name] = leaning_to(name, ground, numbers & ~own.get(name, 0))
    wider = replace(ground, own={**own, **{name: own.get(name, 0) | added for name, added in more.items()}})
    return {
        found.id: _again(found, section, wider) if section and more.get(found.id) else found.points
        for found in sections
        for section in (standard.section(found.id),)
    }


def _again(found: SectionResult, section: StandardSection, ground: Ground) -> tuple[PointResult, ...]:
    by_id = {point.id: point for point in section.points}
    points = []
    for point in found.points:
        evidence = None if point.met else find_evidence(by_id[point.id], section, ground)
        made = replace(point, met=True, evidence=evidence, partly=None, lacks=()) if evidence else point
        points.append(made)
    return tuple(points)
