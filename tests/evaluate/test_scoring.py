"""What counts as right: a heading's reading as a whole, both places of a pair, each stale wording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.findings import PolicyAudit
from policy_kit.model import Location, Person
from tests.evaluate.labels import Labelled, Stale, corpus
from tests.evaluate.measuring import DAY
from tests.evaluate.scoring import Scores

TWICE = (
    "Staff keep their passwords to themselves and lock every device that they take home, "
    "and they tell the office on the same day if a laptop or a tablet has gone missing on the way."
)
TEXT = f"""# Online safety policy

## Legislation and guidance

This policy has regard to Keeping children safe in education 2024 and to the Prevent duty.

## Data protection

Personal data is handled under the UK GDPR and the Data Protection Act 2018.

{TWICE}

## Cyberbullying

Cyberbullying is dealt with as any other bullying, in school and out of it.

{TWICE}
"""


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> PolicyAudit:
    path = tmp_path_factory.mktemp("scored") / "policy.md"
    path.write_text(TEXT, encoding="utf-8")
    options = AuditOptions()
    return audit_file(path, facts_for(DAY, options), options)[0]


def _scored(audit: PolicyAudit, **labels: object) -> Scores:
    scores = Scores()
    held = Labelled(name="policy", part="tune", text=TEXT, layout="markdown", is_policy=True)
    scores.add(replace(held, **labels), audit)  # type: ignore[arg-type]
    return scores


def _told(audit: PolicyAudit, heading: str) -> frozenset[str]:
    policy = audit.policy
    assert policy is not None
    block = next(b for b in policy.document.text_blocks if b.text == heading)
    return frozenset(policy.section_of_block[block.index])


def test_a_heading_is_right_in_one_reading_as_a_whole(audit: PolicyAudit) -> None:
    told, other, none = _told(audit, "Data protection"), frozenset({"radicalisation"}), frozenset[str]()

    def right(*readings: frozenset[str]) -> int:
        return _scored(audit, headings=(("Data protection", readings),)).headings_right

    assert "data-protection" in told
    assert right(told) == right(other, told) == right(told, none) == 1
    assert right(other) == right(other, none) == right(told | other, none) == 0


def test_a_pair_is_found_only_where_both_places_are_told(audit: PolicyAudit) -> None:
    pair = ("Staff keep their passwords", "Staff keep their passwords")
    assert _scored(audit, duplicates=(pair,)).families["duplicates"].found == 1
    halved = replace(audit, findings=tuple(replace(f, related=()) for f in audit.findings))
    assert _scored(halved, duplicates=(pair,)).families["duplicates"].found == 0


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("Penrose-Lund", True),
        ("Mrs Penrose-Lund", True),
        ("H. Penrose-Lund", True),
        ("Harriet Penrose-Lund", True),
        ("J. Penrose-Lund", False),
        ("Lund", True),
        ("Harriet", False),
    ],
)
def test_a_person_may_be_told_by_the_last_name_or_an_initial(
    audit: PolicyAudit, told: str, right: bool
) -> None:
    assert audit.policy is not None
    policy = replace(audit.policy, people=(Person(told, "headteacher", Location()),))
    labelled = (("Harriet Penrose-Lund", "Headteacher"),)
    family = _scored(replace(audit, policy=policy), people=labelled).families["people"]
    assert (family.found, family.told_rightly) == (int(right), int(right))


def test_each_wording_of_one_stale_document_must_be_told(audit: PolicyAudit) -> None:
    cited, elsewhere = Stale("kcsie", "Keeping children safe in education 2024"), Stale("kcsie", "KCSIE 2022")
    assert _scored(audit, stale=(elsewhere,)).families["stale references"].found == 1  # told by its id
    assert _scored(audit, stale=(cited, elsewhere)).families["stale references"].found == 1


def test_the_other_reading_is_read_from_the_labels() -> None:
    by_name = {labels.name: dict(labels.headings) for labels in corpus(["tune"])}
    held = by_name["brightwater-trust-2026"]
    assert held["10. Cyber-crime"] == (frozenset({"security-and-passwords"}), frozenset())
    assert held["11. Staff training"] == (frozenset({"staff-training"}),)


def test_must_points_are_held_against_their_labels_where_there_are_any(audit: PolicyAudit) -> None:
    assert audit.policy is not None
    made = tuple(p.id for s in audit.policy.sections for p in s.points if p.met and p.level == "must")
    assert made
    right = _scored(audit, musts=made).families["must points"]
    assert (right.found, right.told_rightly, right.told) == (len(made), len(made), len(made))
    wrong = _scored(audit, musts=("fm-blocks-all",)).families["must points"]
    assert (wrong.found, wrong.told_rightly) == (0, 0)
    assert len(wrong.disagreements) == 1 + len(made)
    assert _scored(audit).families["must points"].told == 0
