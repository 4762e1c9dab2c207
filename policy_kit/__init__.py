"""Generates, audits, compares and renews school online safety policies.

What other programs may import is what stands in `__all__`; each name is fetched when it is first used, so
that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from policy_kit.version import __version__

if TYPE_CHECKING:
    from policy_kit.audit import audit_policy
    from policy_kit.compare.comparing import compare_policies
    from policy_kit.findings import Finding, Severity
    from policy_kit.generate import generate_policy
    from policy_kit.renew import renew_policy

_HOMES = {
    "Finding": "findings",
    "Severity": "findings",
    "audit_policy": "audit",
    "compare_policies": "compare.comparing",
    "generate_policy": "generate",
    "renew_policy": "renew",
}

__all__ = [
    "Finding",
    "Severity",
    "__version__",
    "audit_policy",
    "compare_policies",
    "generate_policy",
    "renew_policy",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"policy_kit.{_HOMES[name]}"), name)
