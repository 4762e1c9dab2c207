"""Finds the shipped templates/, schemas/, examples/ and docs/checks/, installed or in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_IN_CHECKOUT = Path(__file__).resolve().parents[1]


def bundled(folder: str) -> Traversable:
    """Return a shipped folder: `templates`, `schemas`, `examples` or `docs/checks`.

    A wheel carries them under `policy_kit/_bundled`; a checkout has them at the top level.
    Raises FileNotFoundError if the installation lacks the folder.
    """
    in_wheel = files("policy_kit").joinpath("_bundled", *folder.split("/"))
    if in_wheel.is_dir():
        return in_wheel
    in_checkout = _IN_CHECKOUT.joinpath(*folder.split("/"))
    if in_checkout.is_dir():
        return in_checkout
    raise FileNotFoundError(f"policy_kit was installed without its {folder}/ folder")
