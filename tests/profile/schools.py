"""The profile that the tests of this folder change, as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from policy_kit.profile import read_source

EXAMPLES = Path(__file__).parents[2] / "examples"
SCHOOLS = (
    "all-through",
    "boarding-independent",
    "nursery",
    "primary-in-a-trust",
    "secondary-with-sixth-form",
    "special",
)


def primary() -> dict[str, Any]:
    """Harrow Lane, as its file has it."""
    return dict(read_source(EXAMPLES / "primary-in-a-trust" / "profile.yaml").data)
