"""The DfE's register of schools (Get Information about Schools), told as the fields of a profile."""

from policy_kit.gias.fields import school_fields
from policy_kit.gias.register import (
    GROUP_NAME,
    NAME,
    URN,
    School,
    all_school_names,
    find_group,
    find_school,
    schools_of_group,
)

__all__ = [
    "GROUP_NAME",
    "NAME",
    "URN",
    "School",
    "all_school_names",
    "find_group",
    "find_school",
    "school_fields",
    "schools_of_group",
]
