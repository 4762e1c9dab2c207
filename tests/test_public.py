"""What other programs may import, and nothing that they pay for without using it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

import policy_kit
from policy_kit import digests


def test_the_public_names_are_these() -> None:
    assert policy_kit.__all__ == [
        "Finding", "Severity", "__version__", "audit_policy", "compare_policies", "generate_policy",
        "renew_policy",
    ]  # fmt: skip
    assert all(getattr(policy_kit, name) is not None for name in policy_kit.__all__)
    assert not hasattr(policy_kit, "anything_else")


_LOADED = """
import sys, policy_kit
heavy = ("lxml", "click", "docx", "jinja2", "jsonschema")
print([m for m in sys.modules if m in heavy or m.startswith("policy_kit.") and m != "policy_kit.version"])
"""


def test_importing_the_package_loads_nothing_else() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == policy_kit.__version__


_AUDITED = """
import datetime, sys, policy_kit
policy_kit.audit_policy(sys.argv[1], datetime.date(2026, 11, 21))
print([m for m in ("_hashlib", "ssl", "docx", "jinja2", "jsonschema", "rich") if m in sys.modules])
"""


def test_an_audit_loads_nothing_heavy_that_it_does_not_need() -> None:
    policy = Path(__file__).parents[1] / "examples" / "trust" / "policies" / "fen-gate.docx"
    command = [sys.executable, "-c", _AUDITED, str(policy)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_digests_are_those_of_the_standard_library() -> None:
    for data in (b"", b"policy", bytes(range(256)) * 4_000):
        assert digests.sha256(data).hexdigest() == hashlib.sha256(data).hexdigest()
