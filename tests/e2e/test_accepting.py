"""Accepting findings for now, as typed: policy-kit.yaml beside the policy, and a baseline."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.commands import DAY, EXAMPLES, policy_kit

OLD = EXAMPLES / "old-policy" / "policy.md"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD, tmp_path / "policy.md"))


def audited(policy: Path, *options: object) -> dict[str, Any]:
    done = policy_kit("audit", policy, "--on", DAY, "--format", "json", "--fail-on", "never", *options)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def settings(policy: Path, text: str) -> Path:
    file = policy.with_name("policy-kit.yaml")
    file.write_text(text, encoding="utf-8")
    return file


def test_a_code_is_accepted_with_its_reason_until_its_day(policy: Path) -> None:
    settings(policy, "suppress:\n- {check: PK601, reason: our federation partner, expires: 2027-07-31}\n")
    findings = audited(policy)["policies"][0]["findings"]
    accepted = [f for f in findings if f["suppressed"]]
    assert {f["check"] for f in accepted} == {"PK601"}
    assert accepted[0]["suppressed"] == {
        "reason": "our federation partner",
        "expires": "2027-07-31",
        "by": "settings",
    }
    shown = " ".join(policy_kit("audit", policy, "--on", DAY, "--verbose").stdout.split())
    assert "Accepted: our federation partner, until 31 July 2027." in shown


def test_one_finding_is_accepted_by_its_fingerprint(policy: Path) -> None:
    first, *others = audited(policy)["policies"][0]["findings"]
    entry = f"{{fingerprint: '{first['fingerprint']}', reason: agreed in May, expires: 2027-07-31}}"
    settings(policy, f"suppress:\n- {entry}\n")
    after = audited(policy)["policies"][0]["findings"]
    assert [f["fingerprint"] for f in after if f["suppressed"]] == [first["fingerprint"]]
    assert len(after) == len(others) + 1


def test_an_expired_entry_counts_again_and_is_told(policy: Path) -> None:
    settings(policy, "suppress:\n- {check: PK601, reason: our partner, expires: 2026-10-31}\n")
    done = policy_kit("audit", policy, "--on", DAY)
    assert "PK601 was accepted until 31 October 2026 (our partner)" in " ".join(done.stdout.split())
    assert not [f for f in audited(policy)["policies"][0]["findings"] if f["suppressed"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("suppress:\n- {check: PK999, reason: agreed, expires: 2027-01-01}\n", "PK999 is no check code"),
        ("suppress:\n- {check: PK301, expires: 2027-01-01}\n", "needs a reason"),
        ("suppress:\n- {check: PK301, reason: agreed in May}\n", "needs `expires`"),
        ("suppress:\n- {check: PK301, reason: agreed in May, expires: soon}\n", "needs `expires`"),
        ("suppress:\n- {reason: agreed in May, expires: 2027-01-01}\n", "either `check` or `fingerprint`"),
        ("suppress:\n- {fingerprint: 12, reason: agreed in May, expires: 2027-01-01}\n", "no fingerprint"),
        ("suppress:\n- {check: PK301, why: agreed, expires: 2027-01-01}\n", "why is not known"),
        ("supress: []\n", "one list named `suppress`"),
        ("suppress: [\n", "line 2: this is not valid YAML; a bracket"),
        ("suppress: " + "[" * 100_000 + "]" * 100_000, "line 1: this is nested too deeply"),
        (
            "suppress:\n- {check: PK301, reason: agreed in May, expires: 2027-02-30}\n",
            "line 2: no calendar has this date",
        ),
        ("- PK301\n", "one list named `suppress`"),
    ],
)
def test_settings_with_a_fault_are_refused_in_one_line(policy: Path, text: str, told: str) -> None:
    file = settings(policy, text)
    done = policy_kit("audit", policy, "--on", DAY)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"policy-kit: {file}")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_settings_that_are_not_there(policy: Path) -> None:
    done = policy_kit("audit", policy, "--config", policy.with_name("none.yaml"), "--on", DAY)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "there is no such file" in done.stderr


def test_with_a_baseline_only_what_is_new_counts(policy: Path) -> None:
    base = policy.with_name("base.json")
    policy_kit("audit", policy, "--on", DAY, "--format", "json", "-o", base, "--fail-on", "never")
    same = policy_kit("audit", policy, "--baseline", base, "--on", DAY)
    assert same.returncode == 0
    assert "Nothing new that must be mended before signing, but" in same.stdout
    text = policy.read_text(encoding="utf-8")
    new = "\n\nOur contact is [insert name of contact]. We follow the EYFS framework 2014.\n"
    policy.write_text(text + new, encoding="utf-8")
    more = audited(policy, "--baseline", base)["policies"][0]["findings"]
    # Another blank of a kind that stood before, and an edition that nobody had cited.
    assert {f["check"] for f in more if not f["suppressed"]} >= {"PK501", "PK301"}
    assert len([f for f in more if f["suppressed"]]) > len(more) / 2
    assert {f["suppressed"]["by"] for f in more if f["suppressed"]} == {"baseline"}


def test_what_of_a_baseline_no_longer_stands_is_told(policy: Path) -> None:
    base = policy.with_name("base.json")
    policy_kit("audit", policy, "--on", DAY, "--format", "json", "-o", base, "--fail-on", "never")
    text = policy.read_text(encoding="utf-8").replace("saferrinternet", "saferinternet")
    policy.write_text(text, encoding="utf-8")
    said = " ".join(policy_kit("audit", policy, "--baseline", base, "--on", DAY).stdout.split())
    assert "1 finding of the baseline no longer stands (PK307" in said
    assert "Make a new baseline." in said


def test_policies_of_one_name_in_two_folders_have_baselines_of_their_own(policy: Path) -> None:
    folder = policy.parent
    for name in ("east", "west"):
        (folder / name).mkdir()
    shutil.copy(policy, folder / "east" / "policy.md")
    (folder / "west" / "policy.md").write_text("# Online Safety Policy\n\n[insert name]\n", encoding="utf-8")
    policy.unlink()
    base = folder / "base.json"
    policy_kit("audit", folder, "--on", DAY, "--format", "json", "-o", base, "--fail-on", "never")
    again = policy_kit("audit", folder / "east", folder / "west", "--baseline", base, "--on", DAY)
    assert again.returncode == 0
    assert "no longer" not in again.stdout


@pytest.mark.parametrize("content", ["{}", "[1]", "not json", '{"policies": [{}]}', '{"policies": 3}'])
def test_a_file_that_is_no_baseline_is_refused(policy: Path, content: str) -> None:
    base = policy.with_name("base.json")
    base.write_text(content, encoding="utf-8")
    done = policy_kit("audit", policy, "--baseline", base, "--on", DAY)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "is no baseline; make one with" in done.stderr


def test_schools_are_known_by_the_register_of_schools(policy: Path) -> None:
    policy.write_text(
        "# Online Safety Policy\n\nHarrow Lane Primary School\n\n# 2. Parents\n\n"
        "At Thornley Green we talk with parents each term.\n",
        encoding="utf-8",
    )
    schools = policy.with_name("edubasealldata20261120.csv")
    schools.write_text('URN,EstablishmentName\n1,"Thornley Green Primary School"\n', encoding="cp1252")
    levels = []
    for options in ((), ("--gias", schools)):
        (found,) = [f for f in audited(policy, *options)["policies"][0]["findings"] if f["check"] == "PK601"]
        levels.append((found["severity"], found["confidence"]))
    assert levels == [("warning", "medium"), ("error", "high")]
    done = policy_kit("audit", policy, "--gias", policy, "--on", DAY)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
