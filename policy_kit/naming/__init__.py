"""How the names of schools, trusts and areas look in running text; knows nothing of policies."""

from policy_kit.naming.bodies import area_names, trust_names
from policy_kit.naming.capitals import out_of_capitals
from policy_kit.naming.keys import is_same_school, name_key, proper_key, same_name
from policy_kit.naming.runs import NameFound
from policy_kit.naming.schools import school_names

__all__ = [
    "NameFound",
    "area_names",
    "is_same_school",
    "name_key",
    "out_of_capitals",
    "proper_key",
    "same_name",
    "school_names",
    "trust_names",
]
