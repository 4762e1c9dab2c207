"""Finds the shipped templates/, schemas/, examples/ and docs/checks/, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_IN_WHEEL = Path(__file__).with_name("_bundled")
_IN_CHECKOUT = Path(__file__).resolve().parents[1]


def bundled(folder: str) -> Traversable:
    """Return a shipped folder: `templates`, `schemas`, `examples` or `docs/checks`.

    A wheel carries them under `policy_kit/_bundled`; a checkout has them at the top level.
    Raises FileNotFoundError if the installation lacks the folder.
    """
    for place in (_IN_WHEEL, _IN_CHECKOUT):
        found = place.joinpath(*folder.split("/"))
        if found.is_dir():
            return found
    raise FileNotFoundError(f"policy_kit was installed without its {folder}/ folder")
