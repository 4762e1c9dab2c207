"""What a look over a template yields."""

from __future__ import annotations

from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class TemplateIssue:
    """One thing to mend in a template: where in the Word file, and what and how."""

    place: str
    message: str
