"""The loop closes: whatever school a profile describes, its generated policy audits clean.

Template and standard cannot drift apart while this holds.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings

from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.findings import Severity
from policy_kit.generate import generate_policy
from policy_kit.model import SectionStatus
from policy_kit.profile import Profile, profile_from
from tests.profile.strategies import profiles

DAY = date(2026, 11, 21)


def faults(profile: Profile) -> list[str]:
    """The errors and warnings of the policy generated for a profile, and its sections that are not whole."""
    options = AuditOptions(profile=profile)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "policy.docx"
        path.write_bytes(generate_policy(profile, on=DAY))
        audit, _ = audit_file(path, facts_for(DAY, options), options)
    assert audit.policy is not None, audit.error
    told = [
        f"{f.rule.code} {f.message} {f.quote}" for f in audit.findings if f.severity is not Severity.ADVICE
    ]
    short = (SectionStatus.MISSING, SectionStatus.THIN)
    return told + [s.id for s in audit.policy.sections if s.status in short]


@given(profiles())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_policy_generated_for_any_school_audits_clean(data: dict[str, Any]) -> None:
    assert faults(profile_from(data, "drawn")) == []


def test_one_person_with_every_post_is_no_repeat() -> None:
    """Two sections that name the same people share their names, and say no such thing twice."""
    data = yaml.safe_load(Path("examples/nursery/profile.yaml").read_text(encoding="utf-8"))
    one = {"name": "Mrs Ade Larkin", "contact": "ext 210"}
    posts = ("headteacher", "dsl", "slt_filtering_lead", "chair_of_governors", "dpo")
    data |= dict.fromkeys(posts, one) | {
        "deputy_dsls": [{"name": "Ms Imogen Vale"}],
        "link_governor": {"name": "Prof. J. R. R. de la Cruz-Müller"},
        "policy_owner": {"name": "Mrs Ade Larkin", "role": "Deputy head"},
        "it_provider": {"name": "BrightNet Schools", "contact": "01632 960111"},
    }
    assert faults(profile_from(data, "one person")) == []
