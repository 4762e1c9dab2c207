"""The standard: what a kind of policy must hold, as JSON Schema under schemas/."""

from policy_kit.standard.files import shipped_standards
from policy_kit.standard.loading import load_standard
from policy_kit.standard.model import EvidenceRule, Group, Point, Standard, StandardSection, Subsection
from policy_kit.standard.record import (
    Gap,
    applies,
    level_for,
    points_for,
    policy_record,
    required_sections,
    validate_record,
)

__all__ = [
    "EvidenceRule",
    "Gap",
    "Group",
    "Point",
    "Standard",
    "StandardSection",
    "Subsection",
    "applies",
    "level_for",
    "load_standard",
    "points_for",
    "policy_record",
    "required_sections",
    "shipped_standards",
    "validate_record",
]
