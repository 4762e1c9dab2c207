"""What schemas/school.schema.json says of each field: the one place that knows how the schema is laid out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from policy_kit.quick import dataclass
from policy_kit.resources import bundled


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a profile.

    kind: a name under the schema's `$defs` (person, date, line…), or enum, boolean, integer, map, list,
    urn, ages, email, phone; of a list, `item_kind` is the kind of its items. choices: what is allowed,
    where that is a set list; may_be_empty: a list that may hold nothing.
    """

    id: str
    title: str
    description: str
    group: str
    kind: str
    item_kind: str
    choices: tuple[str, ...]
    may_be_empty: bool
    required: bool
    used_by: tuple[str, ...]
    examples: tuple[Any, ...]


@cache
def schema() -> Mapping[str, Any]:
    """The schema of a profile, as shipped."""
    text = bundled("schemas").joinpath("school.schema.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text))


@cache
def profile_fields() -> Mapping[str, Field]:
    """Every field by its id, in the order in which they are asked for."""
    return MappingProxyType({name: _field(name, spec) for name, spec in schema()["properties"].items()})


@cache
def group_titles() -> Mapping[str, str]:
    """What each group of fields is called, in order."""
    return MappingProxyType(schema()["groups"])


@cache
def fields_ever_needed() -> frozenset[str]:
    """The ids of the fields that some school must give: always, or where another answer asks for them."""
    return frozenset(_required(schema()))


def _required(part: Any) -> Iterator[str]:
    if isinstance(part, Mapping):
        yield from (name for name in part.get("required", ()) if name in schema()["properties"])
        for key, inner in part.items():
            if key in ("allOf", "anyOf", "then", "else"):
                yield from _required(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _required(inner)


def _field(name: str, spec: Mapping[str, Any]) -> Field:
    items = spec.get("items", {})
    return Field(
        id=name,
        title=spec["title"],
        description=spec["description"],
        group=spec["group"],
        kind=_kind(name, spec),
        item_kind=_kind(name, items) if items else "",
        choices=tuple(spec.get("enum") or items.get("enum") or ()),
        may_be_empty=spec.get("type") == "array" and not spec.get("minItems"),
        required=name in schema()["required"],
        used_by=tuple(spec["usedBy"]),
        examples=tuple(spec["examples"]),
    )


def _kind(name: str, spec: Mapping[str, Any]) -> str:
    if "$ref" in spec:
        return str(spec["$ref"]).rpartition("/")[2]
    if "enum" in spec:
        return "enum"
    special = {"urn": "urn", "age_range": "ages"}.get(name)
    by_type = {"array": "list", "object": "map", "string": "line"}
    return special or spec.get("format") or by_type.get(spec["type"], spec["type"])
