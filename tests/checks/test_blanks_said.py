"""Blanks that a school did not fill in and notes to the author, in many wordings; and near misses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.families.asking import judge
from tests.families.banks import Item

SAID = yaml.safe_load(Path(__file__).with_name("blanks-said.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("given_words", SAID, ids=lambda said: said["say"][:60])
def test_blanks_in_many_schools_words(given_words: dict[str, Any]) -> None:
    judged = judge(Item("placeholders", "tune", 0, given_words))
    assert (judged.missed, judged.without_cause) == ((), ())
