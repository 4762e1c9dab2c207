"""Asks a record what a standard's JSON Schema asks, in the few keywords that standards are written with.

jsonschema is the judge: a schema with another keyword is given to it, and the tests hold both to the same
answers. It takes longer to import than a whole policy takes to ask.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple


class Fault(NamedTuple):
    """What a record lacks: where in it, by which keyword, what that asks for and what stands there."""

    path: tuple[str | int, ...]
    keyword: str
    wanted: Any
    found: Any


class _OtherKeywordError(Exception):
    """The schema asks in a way that only jsonschema knows."""


Path = tuple[str | int, ...]
_Asked = Callable[[Any, Any, dict[str, Any], Path], Iterator[Fault]]

# Keywords of validation that are not asked here. All others but those below only annotate.
ELSEWHERE = frozenset(
    {
        "$ref", "$dynamicRef", "contains", "dependentRequired", "dependentSchemas",
        "exclusiveMaximum", "exclusiveMinimum", "format", "items", "maxItems", "maxLength", "maxProperties",
        "maximum", "minItems", "minProperties", "multipleOf", "not", "oneOf", "pattern", "prefixItems",
        "propertyNames", "unevaluatedItems", "unevaluatedProperties", "uniqueItems",
    }
)  # fmt: skip


def faults(schema: Mapping[str, Any], record: Any) -> tuple[Fault, ...]:
    """Everything that the schema finds lacking in the record."""
    try:
        return tuple(_faults(schema, record, ()))
    except _OtherKeywordError:
        from jsonschema import Draft202012Validator

        errors = Draft202012Validator(schema).iter_errors(record)
        return tuple(
            Fault(tuple(e.absolute_path), str(e.validator), e.validator_value, e.instance) for e in errors
        )


def without_annotations(schema: Any) -> Any:
    """The schema without what only annotates it: a standard is for the most part evidence."""
    if not isinstance(schema, dict):
        return schema
    return {
        keyword: _HOLDING_SCHEMAS[keyword](wanted) if keyword in _HOLDING_SCHEMAS else wanted
        for keyword, wanted in schema.items()
        if keyword in ASKED or keyword in ELSEWHERE or keyword in ("then", "else")
    }


def _each_named(schemas: dict[str, Any]) -> dict[str, Any]:
    return {name: without_annotations(schema) for name, schema in schemas.items()}


def _each(schemas: list[Any]) -> list[Any]:
    return [without_annotations(schema) for schema in schemas]


_HOLDING_SCHEMAS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("properties", "patternProperties"), _each_named),
    **dict.fromkeys(("allOf", "anyOf"), _each),
    **dict.fromkeys(("if", "then", "else", "additionalProperties"), without_annotations),
}


def is_met(schema: Mapping[str, Any], record: Any) -> bool:
    """Whether the schema finds nothing lacking."""
    return not faults(schema, record)


def _faults(schema: Any, found: Any, path: Path) -> Iterator[Fault]:
    if schema is True:
        return
    if not isinstance(schema, dict):
        raise _OtherKeywordError
    for keyword, wanted in schema.items():
        asked = ASKED.get(keyword)
        if asked is not None:
            yield from asked(wanted, found, schema, path)
        elif keyword in ELSEWHERE:
            raise _OtherKeywordError


def _properties(wanted: Any, found: Any, _: dict[str, Any], path: Path) -> Iterator[Fault]:
    if isinstance(found, dict):
        for name, schema in wanted.items():
            if name in found:
                yield from _faults(schema, found[name], (*path, name))


def _pattern_properties(wanted: Any, found: Any, _: dict[str, Any], path: Path) -> Iterator[Fault]:
    if isinstance(found, dict):
        for pattern, schema in wanted.items():
            for name, value in found.items():
                if re.search(pattern, name):
                    yield from _faults(schema, value, (*path, name))


def _other_properties(wanted: Any, found: Any, schema: dict[str, Any], path: Path) -> Iterator[Fault]:
    if isinstance(found, dict):
        patterns = schema.get("patternProperties", ())
        for name, value in found.items():
            if name not in schema.get("properties", ()) and not any(re.search(p, name) for p in patterns):
                yield from _faults(wanted, value, (*path, name))


def _required(wanted: Any, found: Any, _: dict[str, Any], path: Path) -> Iterator[Fault]:
    if isinstance(found, dict):
        for name in wanted:
            if name not in found:
                yield Fault(path, "required", wanted, found)


def _all_of(wanted: Any, found: Any, _: dict[str, Any], path: Path) -> Iterator[Fault]:
    for schema in wanted:
        yield from _faults(schema, found, path)


def _any_of(wanted: Any, found: Any, _: dict[str, Any], path: Path) -> Iterator[Fault]:
    if not any(_is_met(schema, found) for schema in wanted):
        yield Fault(path, "anyOf", wanted, found)


def _if(wanted: Any, found: Any, schema: dict[str, Any], path: Path) -> Iterator[Fault]:
    then = "then" if _is_met(wanted, found) else "else"
    if then in schema:
        yield from _faults(schema[then], found, path)


def _is_met(schema: Any, found: Any) -> bool:
    return next(_faults(schema, found, ()), None) is None


def _const(wanted: Any, found: Any, _: dict[str, Any], path: Path) -> Iterator[Fault]:
    if not _same(wanted, found):
        yield Fault(path, "const", wanted, found)


def _enum(wanted: Any, found: Any, _: dict[str, Any], path: Path) -> Iterator[Fault]:
    if not any(_same(one, found) for one in wanted):
        yield Fault(path, "enum", wanted, found)


def _same(wanted: Any, found: Any) -> bool:
    """Whether two plain values are equal; in JSON `true` is not 1."""
    if isinstance(wanted, dict | list):
        raise _OtherKeywordError
    return bool(wanted == found) and isinstance(wanted, bool) == isinstance(found, bool)


def _type(wanted: Any, found: Any, _: dict[str, Any], path: Path) -> Iterator[Fault]:
    if not any(_is_of(name, found) for name in ([wanted] if isinstance(wanted, str) else wanted)):
        yield Fault(path, "type", wanted, found)


def _is_of(name: str, found: Any) -> bool:
    if isinstance(found, bool) or name == "boolean":
        return isinstance(found, bool) and name == "boolean"
    if name == "integer":
        return isinstance(found, int) or (isinstance(found, float) and found.is_integer())
    if name not in _TYPES:
        raise _OtherKeywordError
    return isinstance(found, _TYPES[name])


_TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "null": type(None),
}


def _minimum(wanted: Any, found: Any, _: dict[str, Any], path: Path) -> Iterator[Fault]:
    if isinstance(found, int | float) and not isinstance(found, bool) and found < wanted:
        yield Fault(path, "minimum", wanted, found)


def _min_length(wanted: Any, found: Any, _: dict[str, Any], path: Path) -> Iterator[Fault]:
    if isinstance(found, str) and len(found) < wanted:
        yield Fault(path, "minLength", wanted, found)


ASKED: dict[str, _Asked] = {
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _other_properties,
    "required": _required,
    "allOf": _all_of,
    "anyOf": _any_of,
    "if": _if,
    "const": _const,
    "enum": _enum,
    "type": _type,
    "minimum": _minimum,
    "minLength": _min_length,
}
