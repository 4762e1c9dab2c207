"""A policy that was not generated here, beside this year's template: section by section, what to take over.

Without the text as it was, nothing can be merged, and nothing is claimed to be. What the policy does not say,
and the template says for this school, is shown in the template's own words, to be copied.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.generate import find_template, generate_policy
from policy_kit.guidance import load_register
from policy_kit.model import Policy, SectionResult, SectionStatus
from policy_kit.quick import dataclass
from policy_kit.sections import recognise
from policy_kit.sources import read
from policy_kit.standard import load_standard

if TYPE_CHECKING:
    from policy_kit.profile import Profile


@dataclass(frozen=True, slots=True)
class Offer:
    """One point that the policy does not make, with the template's words for it."""

    point: str
    level: str
    words: str


@dataclass(frozen=True, slots=True)
class SectionOffer:
    """What one section could take over. status: how it stands in the policy; headings: those it has there."""

    title: str
    status: SectionStatus
    headings: tuple[str, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class TakingOver:
    """All sections with something to take over, and how many have nothing."""

    sections: tuple[SectionOffer, ...]
    complete: int


_LEVELS = ("must", "should")


def what_to_take_over(
    path: Path, profile: Profile, template: str | Path = "online-safety", *, on: date
) -> TakingOver:
    """Hold a policy of any readable format beside this year's policy for the same school.

    Raises UnreadableFile or TemplateFault for what cannot be used.
    """
    mine = _recognised(path, profile, template, on)
    with tempfile.TemporaryDirectory() as folder:
        generated = Path(folder) / "template.docx"
        generated.write_bytes(generate_policy(profile, template, on=on))
        theirs = _recognised(generated, profile, template, on)
    pairs = [(here, theirs.section(here.id)) for here in mine.sections]
    found = tuple(_section(here, there) for here, there in pairs if there is not None and there.blocks)
    return TakingOver(tuple(s for s in found if s.offers), sum(not s.offers for s in found))


def _recognised(path: Path, profile: Profile, template: str | Path, on: date) -> Policy:
    standard = load_standard(find_template(template).standard)
    return recognise(read(path), standard, load_register(), on, profile)


def _section(mine: SectionResult, theirs: SectionResult) -> SectionOffer:
    words = {p.id: p.evidence.quote for p in theirs.points if p.evidence is not None}
    offers = tuple(
        Offer(point.text, point.level, words[point.id])
        for point in mine.points
        if not point.met and point.id in words and point.level in _LEVELS
    )
    return SectionOffer(mine.title, mine.status, tuple(b.display for b in mine.headings), offers)
