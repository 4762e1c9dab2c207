"""This year's policy from last year's: the template's changes and the school's own edits, merged.

Importing this package is light; each name is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policy_kit.renew.deciding import left_to_decide
    from policy_kit.renew.renewing import NoBase, Renewal, renew_policy
    from policy_kit.renew.taking_over import TakingOver, what_to_take_over
    from policy_kit.renew.telling import as_json, as_text, taking_over_as_json, taking_over_as_text

_HOMES = {
    "NoBase": "renewing",
    "Renewal": "renewing",
    "TakingOver": "taking_over",
    "as_json": "telling",
    "as_text": "telling",
    "left_to_decide": "deciding",
    "renew_policy": "renewing",
    "taking_over_as_json": "telling",
    "taking_over_as_text": "telling",
    "what_to_take_over": "taking_over",
}

__all__ = [
    "NoBase",
    "Renewal",
    "TakingOver",
    "as_json",
    "as_text",
    "left_to_decide",
    "renew_policy",
    "taking_over_as_json",
    "taking_over_as_text",
    "what_to_take_over",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"policy_kit.renew.{_HOMES[name]}"), name)
