"""Every code has a page that `explain` prints, with all its parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_kit.checks import RULES
from policy_kit.findings import Rule
from tests.e2e.commands import policy_kit

PAGES = Path(__file__).parents[2] / "docs" / "checks"
PARTS = ("What it finds.", "Example.", "Why it matters.", "How to mend it.", "How to suppress it.")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_says_what_why_and_how_to_mend_and_suppress(rule: Rule) -> None:
    page = (PAGES / f"{rule.code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {rule.code} {rule.name}\n")
    assert [part for part in PARTS if f"**{part}**" not in page] == []
    example = page.split("**Example.**")[1].split("**")[0]
    assert len(example.split()) >= 5
    suppressing = page.split("**How to suppress it.**")[1]
    assert "suppress:" in suppressing
    assert "reason: " in suppressing
    assert "expires: 20" in suppressing
    assert f"check: {rule.code}" in suppressing or "fingerprint: " in suppressing


def test_there_is_no_page_without_a_code() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == {rule.code for rule in RULES}


def test_explain_prints_the_page() -> None:
    done = policy_kit("explain", "PK601")
    assert done.returncode == 0
    for words in ("other-school", "How to mend it", "expires: "):
        assert words in done.stdout
