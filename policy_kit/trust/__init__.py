"""A whole trust at once: who belongs to it, what each policy says, and what only shows across schools.

Importing this package is light; each name is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policy_kit.trust.auditing import Run, audit_trust
    from policy_kit.trust.drafting import Draft, files_of, joined
    from policy_kit.trust.gathering import (
        schools_in_folder,
        schools_in_table,
        schools_of_register,
        trust_of_folder,
    )
    from policy_kit.trust.letters import write_letters
    from policy_kit.trust.manifest import School, Trust, load_trust
    from policy_kit.trust.profiles import school_profile
    from policy_kit.trust.sheets import sheet_of, take_back
    from policy_kit.trust.store import Store

_HOMES = {
    "Draft": "drafting",
    "Run": "auditing",
    "School": "manifest",
    "Store": "store",
    "Trust": "manifest",
    "audit_trust": "auditing",
    "files_of": "drafting",
    "joined": "drafting",
    "load_trust": "manifest",
    "school_profile": "profiles",
    "schools_in_folder": "gathering",
    "schools_in_table": "gathering",
    "schools_of_register": "gathering",
    "sheet_of": "sheets",
    "take_back": "sheets",
    "trust_of_folder": "gathering",
    "write_letters": "letters",
}

__all__ = [
    "Draft",
    "Run",
    "School",
    "Store",
    "Trust",
    "audit_trust",
    "files_of",
    "joined",
    "load_trust",
    "school_profile",
    "schools_in_folder",
    "schools_in_table",
    "schools_of_register",
    "sheet_of",
    "take_back",
    "trust_of_folder",
    "write_letters",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"policy_kit.trust.{_HOMES[name]}"), name)
