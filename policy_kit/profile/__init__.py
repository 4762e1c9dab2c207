"""A school's facts: read from YAML, JSON, CSV or XLSX, checked by schemas/school.schema.json, normalised."""

from policy_kit.profile.as_written import as_written, example_of
from policy_kit.profile.fields import Field, group_titles, profile_fields
from policy_kit.profile.many import count_profiles, load_profiles
from policy_kit.profile.model import Fault, Profile
from policy_kit.profile.reading import OF_A_MANIFEST, Source, read_source
from policy_kit.profile.suggesting import derived, suggestion
from policy_kit.profile.validating import (
    load_profile,
    missing_fields,
    normalised,
    profile_from,
    validate_profile,
)
from policy_kit.profile.wording import unknown as unknown_field
from policy_kit.profile.writing import profile_as_yaml

__all__ = [
    "OF_A_MANIFEST",
    "Fault",
    "Field",
    "Profile",
    "Source",
    "as_written",
    "count_profiles",
    "derived",
    "example_of",
    "group_titles",
    "load_profile",
    "load_profiles",
    "missing_fields",
    "normalised",
    "profile_as_yaml",
    "profile_fields",
    "profile_from",
    "read_source",
    "suggestion",
    "unknown_field",
    "validate_profile",
]
