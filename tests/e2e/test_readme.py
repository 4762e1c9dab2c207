"""The README shows real output: what it prints of a command is what the command prints."""

from __future__ import annotations

import re

from tests.e2e.commands import DAY, ROOT, policy_kit

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_output_shown_is_the_output() -> None:
    typed = f"$ policy-kit audit examples/old-policy/policy.docx --on {DAY}\n"
    shown = README.split(typed)[1].split("```")[0]
    real = policy_kit("audit", "examples/old-policy/policy.docx", "--on", DAY, cwd=ROOT).stdout
    for part in shown.strip("\n").split("\n…\n"):
        assert part in real


def test_every_command_is_in_the_readme() -> None:
    listed = policy_kit("--help").stdout.split("Commands:")[1].split("Examples:")[0]
    for name in re.findall(r"^  (\w+)  ", listed, re.MULTILINE):
        assert f"`policy-kit {name}" in README or f"make {name}" in README, name


def test_the_readme_opens_with_the_two_commands() -> None:
    first = README.split("```")[1].split()
    assert first == ["make", "demo", "make", "test"]
