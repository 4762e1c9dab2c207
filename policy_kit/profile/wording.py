"""A JSON Schema error in plain words: the value, what is allowed, and the nearest to what was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from policy_kit.profile.as_written import example_of, shown
from policy_kit.profile.fields import Field, profile_fields, schema
from policy_kit.profile.nearest import did_you_mean, nearest_choice, nearest_field
from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from jsonschema import ValidationError

_TYPES = {
    "boolean": "must be yes or no",
    "integer": "must be a year such as 2026",
    "object": "must name each group with its list, such as {example}",
    "array": "must be a list, such as {example}",
    "string": "must be text, such as {example}",
}
_PATTERNS = {
    "urn": "is no unique reference number, which is six digits",
    "ages": "is no age range, such as 3-11; a spreadsheet may have made a date of it",
    "contact": "gives no way to reach them; add a phone number, an e-mail or a web address",
    "account": "must be the platform, a colon and the account's name, such as {example}",
    "line": "gives no year; add the month and year, such as {example}",
}
_FORMATS = {
    "date": "is no day of the calendar; write it as 2026-09-03 or 3 September 2026",
    "email": "is no e-mail address; write it as office@harrowlane.example",
    "uri": "is no web address; write it as https://www.harrowlane.example",
    "phone": "is no whole phone number; it begins with 0 or +, such as 01632 960100",
}
_PARTS = {
    "name": "the name is missing",
    "contact": "there is no way to reach them; add a phone number, an extension or an e-mail after a comma",
    "role": "the post is missing; add it after the name and a comma",
    "platform": "the platform is missing",
    "handle": "the account's name is missing",
    "title": "the title is missing",
}


@dataclass(frozen=True, slots=True)
class _Wrong:
    """One value that breaks the schema: the value, the limit it breaks, and the schema it stands under."""

    value: Any
    limit: Any
    schema: Any
    field: Field

    @property
    def shown(self) -> str:
        return shown(self.value)


def faults_in(error: ValidationError, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each (field, message) that one error of the schema comes to."""
    path = list(error.absolute_path)
    if path:
        field = profile_fields()[str(path[0])]
        wrong = _Wrong(error.instance, error.validator_value, error.schema, field)
        yield field.id, _in_place(field, path) + _WORDINGS[str(error.validator)](wrong)
    elif error.validator == "required":
        yield from _missing(error, data)
    else:
        yield from ((name, unknown(name)) for name in data if name not in profile_fields())


def unknown(name: str) -> str:
    """What to say of a name that is no field's."""
    return f"is not a field of a profile{did_you_mean(nearest_field(name))}"


def _missing(error: ValidationError, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    names: Any = error.validator_value
    why = condition_of(names)
    for name in names:
        if name not in data:
            field = profile_fields()[name]
            because = f"; it is needed because {why}" if why else ""
            none = "; write none if there are none" if field.may_be_empty else ""
            yield name, f"is missing{because}; for example: {example_of(field)}{none}"


def condition_of(names: list[str]) -> str:
    """In words, when fields that are only sometimes needed are needed; '' if they always are."""
    conditions = ((part["then"]["required"], part["if"]["title"]) for part in schema()["allOf"])
    return next((str(title) for required, title in conditions if required == names), "")


def _in_place(field: Field, path: list[Any]) -> str:
    """Which item of a list or group of a map is meant."""
    if len(path) == 1 or field.kind not in ("list", "map"):
        return ""
    return f"number {path[1] + 1}: " if field.kind == "list" else f"{path[1]}: "


def _parts(wrong: _Wrong) -> str:
    missing = [part for part in wrong.limit if part not in wrong.value]
    if wrong.field.kind == "map":
        return f"{' and '.join(missing)} is not there; write none where no tool is approved"
    return f"{wrong.shown}: {_PARTS[missing[0]]}"


def _odd_parts(wrong: _Wrong) -> str:
    asked = list(wrong.schema["properties"])
    odd = next(part for part in wrong.value if part not in asked)
    return f"'{odd}' is not asked for here, only {', '.join(asked)}{did_you_mean(nearest_choice(odd, asked))}"


def _not_a_choice(wrong: _Wrong) -> str:
    near = did_you_mean(nearest_choice(str(wrong.value), wrong.limit))
    return f"{wrong.shown} is not one of {', '.join(wrong.limit)}{near}"


def _wrong_type(wrong: _Wrong) -> str:
    wanted = "string" if isinstance(wrong.limit, list) else wrong.limit
    return f"{wrong.shown} {_TYPES[wanted]}".replace("{example}", example_of(wrong.field))


def _wrong_form(wrong: _Wrong) -> str:
    told = _PATTERNS[wrong.field.item_kind or wrong.field.kind]
    return f"{wrong.shown} {told}".replace("{example}", example_of(wrong.field))


def _twice(wrong: _Wrong) -> str:
    second = next(value for i, value in enumerate(wrong.value) if value in wrong.value[:i])
    return f"{shown(second)} stands twice; keep one"


_WORDINGS: Mapping[str, Callable[[_Wrong], str]] = {
    "required": _parts,
    "additionalProperties": _odd_parts,
    "enum": _not_a_choice,
    "type": _wrong_type,
    "pattern": _wrong_form,
    "format": lambda wrong: f"{wrong.shown} {_FORMATS[wrong.limit]}",
    "minItems": lambda wrong: f"needs at least one; for example: {example_of(wrong.field)}",
    "maxItems": lambda wrong: f"holds {len(wrong.value)}; {wrong.limit} at most",
    "uniqueItems": _twice,
    "minLength": lambda wrong: "is blank",  # noqa: ARG005  # nothing to show of it
    "maxLength": lambda wrong: f"{wrong.shown} is {len(wrong.value)} characters long; {wrong.limit} at most",
    "minimum": lambda wrong: f"{wrong.shown} is no year between 2015 and 2100",
    "maximum": lambda wrong: f"{wrong.shown} is no year between 2015 and 2100",
}
