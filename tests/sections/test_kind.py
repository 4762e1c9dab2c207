"""What is an online safety policy, and what only speaks of one: invented documents with a reader's labels."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from policy_kit.guidance import load_register
from policy_kit.sections import recognise
from policy_kit.sources import read
from policy_kit.standard import load_standard

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "unseen"


@pytest.mark.parametrize("labels", sorted(CORPUS.glob("*.yaml")), ids=lambda p: p.stem)
def test_a_document_is_taken_for_what_it_is(labels: Path) -> None:
    expected = yaml.safe_load(labels.read_text(encoding="utf-8"))["is_policy"]
    document = read(labels.with_suffix(".md"))
    policy = recognise(document, load_standard(), load_register(), date(2026, 11, 21))
    assert policy.is_policy is expected
