"""A mapping against schemas/school.schema.json: every fault at once, by field, in plain words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policy_kit.errors import InvalidProfile
from policy_kit.profile.agreement import disagreements
from policy_kit.profile.blanks import left_blank
from policy_kit.profile.fields import profile_fields, schema
from policy_kit.profile.model import Fault, Profile, in_full
from policy_kit.profile.reading import read_source
from policy_kit.profile.values import value_for
from policy_kit.profile.wording import faults_in

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


def load_profile(path: Path) -> Profile:
    """Read one school's profile, YAML or JSON.

    Raises UnreadableFile if the file cannot be read as text, and InvalidProfile with every fault, by
    field and line, if it is no profile.
    """
    source = read_source(path)
    return profile_from(source.data, str(path), source.lines, source.faults)


def profile_from(
    data: Mapping[str, Any],
    where: str,
    lines: Mapping[str, int] | None = None,
    already: Iterable[Fault] = (),
) -> Profile:
    """The profile that the data makes. Raises InvalidProfile, with `where` before its faults."""
    faults = [*already, *validate_profile(data, lines)]
    if faults:
        raise InvalidProfile(in_full(where, sorted(faults, key=_place)))
    return Profile(normalised(data), where)


def validate_profile(data: Mapping[str, Any], lines: Mapping[str, int] | None = None) -> list[Fault]:
    """Every fault of the data as a profile, in the order of the lines if they are given, else of the fields.

    data: field ids to values as a person or a program writes them (text, lists, dates, persons as
    text or objects); lines: the line of each field in its file. An empty list: it is a profile.
    """
    where = lines or {}
    plain = plain_values(data)
    found = [told for error in _validator().iter_errors(plain) for told in faults_in(error, plain)]
    found += left_blank(plain)
    wrong = {name for name, _ in found}
    found += disagreements({name: value for name, value in plain.items() if name not in wrong})
    faults = [Fault(name, where.get(name), message) for name, message in dict.fromkeys(found)]
    return sorted(faults, key=_place)


def missing_fields(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of the fields that this school must still give, in the order in which they are asked for."""
    plain = plain_values(data)
    errors = (e for e in _validator().iter_errors(plain) if e.validator == "required" and not e.absolute_path)
    wanted = {name for error in errors for name, _ in faults_in(error, plain)}
    return tuple(name for name in profile_fields() if name in wanted)


def plain_values(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data as JSON types and as the schema asks for it where it can be; blanks left out."""
    out: dict[str, Any] = {}
    for key, value in data.items():
        field = profile_fields().get(str(key))
        plain = value_for(field, value) if field else value
        if plain is not None:
            out[str(key)] = plain
    return out


def normalised(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of valid data, in the schema's order, dates as `datetime.date`."""
    plain = plain_values(data)
    out: dict[str, Any] = {}
    for name, field in profile_fields().items():
        if name in plain:
            value = plain[name]
            out[name] = datetime.date.fromisoformat(value) if field.kind == "date" else value
    return out


@cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator

    from policy_kit.profile.formats import format_checker

    return Draft202012Validator(dict(schema()), format_checker=format_checker())


def _place(fault: Fault) -> tuple[int, int, str]:
    order = list(profile_fields())
    known = order.index(fault.field) if fault.field in profile_fields() else len(order)
    return fault.line or 1_000_000, known, fault.message
