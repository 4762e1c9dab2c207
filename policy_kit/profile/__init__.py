"""A school's facts: read from YAML, JSON, CSV or XLSX, checked by schemas/school.schema.json, normalised."""

from policy_kit.profile.fields import Field, group_titles, profile_fields
from policy_kit.profile.many import load_profiles
from policy_kit.profile.model import Fault, Profile
from policy_kit.profile.validating import (
    load_profile,
    missing_fields,
    normalised,
    profile_from,
    validate_profile,
)
from policy_kit.profile.writing import profile_as_yaml

__all__ = [
    "Fault",
    "Field",
    "Profile",
    "group_titles",
    "load_profile",
    "load_profiles",
    "missing_fields",
    "normalised",
    "profile_as_yaml",
    "profile_fields",
    "profile_from",
    "validate_profile",
]
