"""A chapter that was taken out of a whole policy is missed, unless the rest speaks of its matter."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from policy_kit.generate import generate_policy
from policy_kit.guidance import load_register
from policy_kit.model import Document, Policy, SectionStatus
from policy_kit.profile import load_profile
from policy_kit.sections.cutting import cut
from policy_kit.sections.matching import TermIndex
from policy_kit.sections.recognising import ENOUGH, recognise
from policy_kit.sources import read
from policy_kit.standard import load_standard
from tests.mutate.drafts import Draft

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAY = date(2026, 11, 21)
STANDARD = load_standard()
TOLD = (SectionStatus.MISSING, SectionStatus.THIN)
UNTOLD = 14  # as measured of 35 chapters: the rest of the policy makes half of their must points
# Names, dates and titles of guidance are the same wherever they stand.
_ANYWHERE = ("document-control", "legislation-and-guidance")


def judged(document: Document) -> Policy:
    return recognise(document, STANDARD, load_register(), DAY, None)


@cache
def without_each_chapter(folder: Path) -> dict[str, Policy]:
    """The policy of an example school with one chapter gone, by the section that was cut."""
    profile = load_profile(EXAMPLES / "secondary-with-sixth-form" / "profile.yaml")
    path = folder / "policy.docx"
    path.write_bytes(generate_policy(profile, on=DAY))
    clean = judged(read(path))
    out: dict[str, Policy] = {}
    for number in range(len(Draft(clean, {}).chapters())):
        draft = Draft(clean, dict(profile.fields))
        start, end, section = draft.chapters()[number]
        draft.cut(start, end)
        draft.tidy()
        out[section] = judged(draft.document())
    return out


def spoken_share(policy: Policy, section_id: str) -> float:
    """The share of a section's must points made by a passage that speaks of its matter: in the sentence,
    the line or row that introduces it, or a heading above it."""
    section, result = STANDARD.section(section_id), policy.section(section_id)
    assert section is not None and result is not None
    index = TermIndex(cut(policy.document), STANDARD.words, {})
    blocks = {
        s.block for s in index.passages.sentences if index.sentences_under(section.topic) >> s.number & 1
    }
    must = [p for p in result.points if p.level == "must"]
    made = [p for p in must if p.evidence and p.evidence.location.block in blocks]
    return len(made) / len(must) if must else 0.0


def test_a_chapter_that_is_gone_is_missed_unless_the_rest_speaks_of_it(tmp_path: Path) -> None:
    policies = without_each_chapter(tmp_path)
    results = {name: policy.section(name) for name, policy in policies.items()}
    untold = [name for name, result in results.items() if result and result.status not in TOLD]
    assert len(results) > 30 and "online-hate" not in untold
    assert len(untold) <= UNTOLD, untold
    asked = [name for name in untold if name not in _ANYWHERE]
    # What makes its points is never text that a heading of another matter is wrongly given.
    assert [name for name in asked if (result := results[name]) and result.words] == []
    unspoken = {n: share for n in asked if (share := spoken_share(policies[n], n)) < ENOUGH}
    assert unspoken == {}
