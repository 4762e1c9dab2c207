"""One form of a blank in a template."""

from __future__ import annotations

import re
from collections.abc import Callable

from policy_kit.checks.running_text import Hit
from policy_kit.model import Confidence
from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class Blank:
    """One form of blank.

    id: goes into the fingerprint; what: how a report names it; needs: a lower-case string without which
    the pattern is not tried; judge: says no to what only looks like one; in_forms: whether it is a
    fault even where a form is meant to be filled in by hand.
    """

    id: str
    what: str
    pattern: re.Pattern[str]
    needs: tuple[str, ...]
    judge: Callable[[Hit], bool] = lambda hit: True  # noqa: ARG005
    confidence: Confidence = Confidence.HIGH
    in_forms: bool = False
