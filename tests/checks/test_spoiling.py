"""A point that a finding shows not to hold is not made, whatever passage seems to make it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.findings import PolicyAudit
from policy_kit.model import PointResult, SectionStatus
from policy_kit.reports.phrases import told_point

DAY = date(2026, 11, 21)
FRONT = "# Online safety policy\n\nFellgate Primary School\n\n"
LINKS = "# Useful links\n\nChildline: https://www.childline.org.uk\n\nCEOP: https://www.ceop.police.uk\n\n"
DEAD = "Net Aware: https://www.net-aware.org.uk\n\n"
ELSEWHERE = (
    "# Phones\n\nPupils at Harrow Moss Primary School hand in their phones. At Harrow Moss Primary School "
    "the office keeps them.\n\n"
)
PHONES = "# Phones\n\nPupils hand in their phones, and the office keeps them.\n\n"


def audited(tmp_path: Path, text: str) -> PolicyAudit:
    file = tmp_path / "policy.md"
    file.write_text(text, encoding="utf-8")
    options = AuditOptions()
    return audit_file(file, facts_for(DAY, options), options)[0]


def point(audit: PolicyAudit, section: str, point_id: str) -> PointResult:
    assert audit.policy
    found = audit.policy.section(section)
    assert found
    return next(p for p in found.points if p.id == point_id)


@pytest.mark.parametrize(
    ("section", "point_id", "sound", "spoilt", "code"),
    [
        ("document-control", "dc-names-school", FRONT + PHONES, FRONT + ELSEWHERE, "PK601"),
        ("useful-contacts", "uc-current", FRONT + LINKS, FRONT + LINKS + DEAD, "PK304"),
    ],
)
def test_the_finding_takes_the_point_away_and_is_told_alone(
    tmp_path: Path, section: str, point_id: str, sound: str, spoilt: str, code: str
) -> None:
    before, after = audited(tmp_path, sound), audited(tmp_path, spoilt)
    assert point(before, section, point_id).met
    assert not point(before, section, point_id).spoilt
    gone = point(after, section, point_id)
    assert (gone.met, gone.evidence, gone.spoilt) == (False, None, code)
    assert told_point(gone).endswith(f"(see finding {code})")
    told = [(f.rule.code, f.key) for f in after.findings]
    assert [c for c, _ in told].count(code) == 1
    assert ("PK103", point_id) not in told


def test_a_dead_address_elsewhere_leaves_the_list_of_links_alone(tmp_path: Path) -> None:
    audit = audited(tmp_path, FRONT + LINKS + PHONES + DEAD)
    assert any(f.rule.code == "PK304" for f in audit.findings)
    assert point(audit, "useful-contacts", "uc-current").met


def test_a_section_that_loses_its_point_stands_as_what_is_left(tmp_path: Path) -> None:
    """One of its two must points is made at first, then none."""
    for text, status in ((FRONT + LINKS, SectionStatus.PRESENT), (FRONT + LINKS + DEAD, SectionStatus.THIN)):
        audit = audited(tmp_path, text)
        assert audit.policy
        section = audit.policy.section("useful-contacts")
        assert section
        assert section.status is status
