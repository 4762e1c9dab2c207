"""A profile as YAML that a person goes on editing: a comment above each field, what is missing marked."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Mapping
from typing import Any

from policy_kit.profile.as_written import example_of
from policy_kit.profile.fields import Field, group_titles, profile_fields
from policy_kit.profile.people import on_one_line
from policy_kit.profile.validating import missing_fields, plain_values

_WIDTH = 100
_HEAD = """\
# The profile of a school, for policy-kit: the facts its policies are filled with and checked against.
# Dates are year-month-day; a person is "Name, post, phone or e-mail", as far as each is given.
# What follows a # is not read. To give a field that begins with #, take the # away and write after its colon.
"""


def profile_as_yaml(fields: Mapping[str, Any]) -> str:
    """The fields as YAML text, in the schema's order, with a comment for each of the 71 fields.

    fields: as written or normalised, not all of them perhaps; one that is missing stands blank with an
    example beside it, marked where this school needs it. Reading the text gives the same fields.
    """
    plain = plain_values(fields)
    needed = set(missing_fields(plain))
    parts = [_HEAD]
    group = ""
    for field in profile_fields().values():
        if field.group != group:
            group = field.group
            parts.append(f"\n# {'-' * 10} {group_titles()[group]}\n")
        parts.append(_comment(field))
        if field.id in plain:
            parts.append(_yaml({field.id: _shortest(field, plain[field.id])}))
        else:
            parts.append(_blank(field, needed=field.id in needed))
    return "\n".join(part.rstrip("\n") for part in parts) + "\n"


def _blank(field: Field, *, needed: bool) -> str:
    """The field's name with nothing after it but a comment, so that what is typed there counts."""
    start, mark = ("", "STILL NEEDED; for example") if needed else ("# ", "for example")
    return f"{start}{field.id}:  # {mark}: {example_of(field)}\n"


def _comment(field: Field) -> str:
    allowed = f" One of: {', '.join(field.choices)}." if field.kind == "enum" else ""
    if field.item_kind == "enum":
        allowed = f" Any of: {', '.join(field.choices)}."
    told = f"{field.title}. {field.description}{allowed}"
    return textwrap.fill(
        told,
        _WIDTH,
        initial_indent="# ",
        subsequent_indent="#   ",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _shortest(field: Field, value: Any) -> Any:
    """Records on one line where that reads back the same; dates and years without quotes."""
    if isinstance(value, list):
        return [_one_line(field.item_kind, item) for item in value]
    return _one_line(field.kind, value)


def _one_line(kind: str, value: Any) -> Any:
    if kind == "date":
        return datetime.date.fromisoformat(value)
    if isinstance(value, Mapping) and kind != "map":
        return on_one_line(kind, dict(value)) or dict(value)
    return value


def _yaml(value: dict[str, Any]) -> str:
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, indent=2)
    return text
