"""A value as a person writes it on one line: yes, a list with semicolons, "Mr Owen Pryce, ext 210"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policy_kit.profile.fields import Field
from policy_kit.profile.people import on_one_line

_LONGEST_SHOWN = 60


def example_of(field: Field) -> str:
    """The field's first example as a person writes it."""
    return as_written(field, field.examples[0])


def as_written(field: Field, value: Any) -> str:
    """A normalised value as it may be typed, in a terminal or a spreadsheet's cell."""
    if field.kind == "map":
        return "; ".join(f"{group}: {', '.join(tools)}".strip() for group, tools in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_item(field.item_kind, item) for item in value) or "none"
    return _item(field.kind, value)


def _item(kind: str, value: Any) -> str:
    if isinstance(value, Mapping):
        parts = {key: str(part) for key, part in value.items()}
        return on_one_line(kind, parts) or ", ".join(parts.values())
    return str(value)


def shown(value: object) -> str:
    """Any value in quotes for a message, cut short if it is long."""
    if isinstance(value, Mapping):
        text = ", ".join(str(part) for part in value.values())
    elif isinstance(value, list):
        text = "; ".join(str(part) for part in value)
    elif isinstance(value, bool):
        text = "yes" if value else "no"
    else:
        text = str(value)
    return f"'{text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + '…'}'"
