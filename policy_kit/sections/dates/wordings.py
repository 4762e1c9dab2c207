"""The wordings that schools use beside a date, by what they say of it."""

from __future__ import annotations

from policy_kit.sections.dates.ahead_wordings import AHEAD_WORDINGS
from policy_kit.sections.dates.done_wordings import DONE_WORDINGS
from policy_kit.sections.dates.senses import Sense

__all__ = ["WORDINGS", "Sense"]

# Each sense with its wordings; of two that start at one place the earlier here is taken.
WORDINGS: tuple[tuple[Sense, tuple[str, ...]], ...] = (*AHEAD_WORDINGS, *DONE_WORDINGS)
