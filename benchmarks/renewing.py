"""Renewing a policy of 30 pages and more with 100 edits, beside what it cannot do without."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx

from benchmarks.timing import medians, show
from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.generate import generate_policy
from policy_kit.profile import Profile, load_profile
from policy_kit.renew import renew_policy

ROOT = Path(__file__).resolve().parents[1]
LAST_YEAR, DAY = date(2025, 9, 10), date(2026, 11, 21)
EDITS = 100


def renewing() -> None:
    """Show the time of a renewal with 100 edits beside generating the new policy and auditing the result."""
    profile = load_profile(ROOT / "examples" / "primary-in-a-trust" / "profile.yaml")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edited.docx"
        path.write_bytes(_edited(profile))
        options = AuditOptions(profile=profile)
        facts = facts_for(DAY, options)
        things: dict[str, Callable[[], object]] = {
            "generate this year's policy": lambda: generate_policy(profile, on=DAY),
            "audit the edited policy": lambda: audit_file(path, facts, options),
            f"renew, {EDITS} edits, with the result's audit": lambda: renew_policy(path, profile, on=DAY),
        }
        show("Renewing, in process", medians(things, 5), "audit the edited policy")


def _edited(profile: Profile) -> bytes:
    """Last year's policy of the school, another DSL, with a sentence added to every other paragraph."""
    dsl = {"name": "Ms Cat Jones", "contact": "ext 209"}
    last_year = Profile({**profile.fields, "dsl": dsl, "policy_owner": dsl}, profile.path)
    word = docx.Document(io.BytesIO(generate_policy(last_year, on=LAST_YEAR)))
    plain = [p for p in word.paragraphs if p.text.endswith(".") and not p.style.name.startswith("toc")]
    for number, paragraph in enumerate(plain[: 2 * EDITS : 2]):
        paragraph.add_run(f" Our own line {number} stands here.")
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()
