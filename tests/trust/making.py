"""Small invented trusts in a folder, for tests: short policies that are read in no time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from policy_kit.trust import Run, Store, audit_trust, load_trust

ON = date(2026, 11, 21)
POLICY = """\
# {name} Online Safety Policy

Approved by the governing body on {approved}. Next review: {review}.

The Designated Safeguarding Lead is {dsl}. The headteacher is Mrs Ivy Stone.

## Aims

This policy applies to all pupils, staff, parents, governors and visitors of {name}. It follows Keeping
children safe in education {kcsie}.

## Filtering and monitoring

The designated safeguarding lead takes lead responsibility for filtering and monitoring and reads the reports
each week. Our provider blocks harmful and inappropriate content without unreasonably limiting teaching, and
staff report any site that should be blocked. Governors review filtering and monitoring every year with the
safeguarding lead, the senior leader and our IT support, and keep a note of what was found.

{more}
"""
DEFAULTS = {
    "approved": "8 October 2026", "review": "October 2027", "dsl": "Mr Tom Alder", "kcsie": "2026",
    "more": "",
}  # fmt: skip


def policy(name: str, **more: str) -> str:
    """The text of a short policy."""
    return POLICY.format(name=name, **{**DEFAULTS, **more})


def trust_in(folder: Path, schools: Mapping[str, str | bytes], **more: Any) -> Path:
    """Write a trust whose schools have these policies; return its manifest.

    profiles: by school, the fields of its profile.
    """
    profiles: Mapping[str, Mapping[str, Any]] = more.pop("profiles", {})
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for number, (name, text) in enumerate(schools.items(), 1):
        file = folder / f"policy-{number}.md"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        entry = {"name": name, "policies": file.name}
        if name in profiles:
            (folder / f"profile-{number}.yaml").write_text(yaml.safe_dump(dict(profiles[name])), "utf-8")
            entry["profile"] = f"profile-{number}.yaml"
        entries.append(entry)
    manifest = folder / "trust.yaml"
    told = {"trust": "Beacon Tides Trust", **more, "schools": entries}
    manifest.write_text(yaml.safe_dump(told, sort_keys=False, allow_unicode=True), "utf-8")
    return manifest


def run(manifest: Path, memory: Path | None = None, on: date = ON, **more: Any) -> Run:
    """Audit the trust of a manifest."""
    with Store(memory) as store:
        return audit_trust(load_trust(manifest), on, store, **more)
