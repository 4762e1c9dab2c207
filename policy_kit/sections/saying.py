"""What each section's points say, and where: for telling what a heading's text is about."""

from __future__ import annotations

from collections.abc import Mapping

from policy_kit.sections.evidence import made_at, read_off
from policy_kit.sections.ground import Ground
from policy_kit.sections.numbers import joined, numbers_set
from policy_kit.standard import Point, Standard, points_for


class Sayings:
    """The sentences that make a section's points, looked for when they are first asked for.

    May points are left out: what no policy need say does not show what a text is about.
    """

    def __init__(self, standard: Standard, ground: Ground, school: Mapping[str, object]) -> None:
        self._standard = standard
        self._ground = ground
        self._school = school
        self._found: dict[tuple[str, str], int] = {}

    def of(self, section_id: str, *, must: bool = False) -> int:
        """The sentences that make one of the section's points that must be made, or also that should be."""
        made = self._of_level(section_id, "must")
        return made if must else made | self._of_level(section_id, "should")

    def _of_level(self, section_id: str, level: str) -> int:
        key = section_id, level
        if key not in self._found:
            self._found[key] = self._look_for(section_id, level)
        return self._found[key]

    def _look_for(self, section_id: str, level: str) -> int:
        section = self._standard.section(section_id)
        if section is None:
            return 0
        points = [p for p in points_for(section, self._school) if p.level == level]
        return joined(made_at(p, section, self._ground) for p in points) | self._read_off(points)

    def _read_off(self, points: list[Point]) -> int:
        """Where the facts stand that make a point by themselves."""
        of_block = self._ground.index.passages.of_block
        blocks = (found.location.block for p in points if (found := read_off(p, self._ground)))
        return numbers_set(n for block in blocks if block is not None for n in of_block.get(block, ()))
