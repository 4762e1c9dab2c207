"""The words a template may shape a value with: its filters, and how values read in British prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from jinja2 import Undefined

_LONGEST_NAME_LIST = 500
# Characters that XML forbids or that Word would show as boxes; a profile has no use for them.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\u2028\u2029]")


class Unprintable(ValueError):
    """A value that cannot stand in running text; the message says what to write instead."""


def clean(text: str) -> str:
    """Text without control characters, each run of space as one: a value is one line."""
    return re.sub(r"\s+", " ", _CONTROL.sub(" ", text)).strip()


def british_date(day: date) -> str:
    """8 October 2026."""
    return f"{day.day} {day:%B %Y}"


def text_of_value(value: object) -> str:
    """A value as running text: a person with the way to reach them, a link by its title.

    Raises Unprintable for what has no one reading: yes or no, a list, nothing at all.
    """
    if isinstance(value, Undefined):
        return str(value)  # raises, naming the field
    if value is None:
        raise Unprintable("is empty")
    if isinstance(value, bool):
        raise Unprintable("is yes or no; ask it with {% if … %} instead of printing it")
    if isinstance(value, Mapping):
        return _text_of_record(value)
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, Sequence):
        raise Unprintable("is a list; write it as {{ …|listed }} or go through it with {% for … %}")
    raise Unprintable("is nothing that can be printed")


def _text_of_record(value: Mapping[str, object]) -> str:
    """Mr Owen Pryce (ext 210); Facebook: HarrowLanePrimary; Child protection policy."""
    for first, joined, second in _RECORDS:
        if value.get(first):
            more = value.get(second)
            return joined.format(value[first], more) if more else str(value[first])
    raise Unprintable("has several parts; name the one that is meant, such as {{ dsl.name }}")


_RECORDS = (
    ("name", "{} ({})", "contact"),
    ("platform", "{}: {}", "handle"),
    ("title", "{}", "url"),
)


def listed(value: object, last: str = "and") -> str:
    """A, B and C; people by their names alone."""
    items = [_name_or_text(item) for item in _sequence(value)]
    if not items:
        raise Unprintable("is an empty list, so there is nothing to write; ask for it with {% if … %} first")
    if len(items) == 1:
        return items[0]
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def either(value: object) -> str:
    """A, B or C."""
    return listed(value, "or")


def joined(value: object, separator: object = "") -> str:
    """The items one after the other with a text between them; people by their names alone."""
    return str(separator).join(_name_or_text(item) for item in _sequence(value))


def _sequence(value: object) -> list[object]:
    if isinstance(value, Undefined | str | Mapping) or value is None:
        return [value]
    if isinstance(value, Sequence):
        return list(value[:_LONGEST_NAME_LIST])
    return [value]


def _name_or_text(value: object) -> str:
    if isinstance(value, Mapping) and value.get("name"):
        return str(value["name"])
    return text_of_value(value)


def named(value: object) -> object:
    """Mr Owen Pryce (ext 210), or the name alone where no contact is given; of a list, each."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [named(item) for item in value]
    return text_of_value(value)


def with_role(value: object) -> str:
    """Mr Owen Pryce, DSL; or the name alone where no role is given."""
    if isinstance(value, Mapping) and value.get("name"):
        role = value.get("role")
        return f"{value['name']}, {role}" if role else str(value["name"])
    return text_of_value(value)


def capital(value: object) -> str:
    """The text with its first letter a capital and the rest as it was."""
    text = text_of_value(value)
    return text[:1].upper() + text[1:]


def possessive(value: object) -> str:
    """pupils’, children’s, Harrow Lane’s; a name that ends in ’s stays as it is."""
    text = text_of_value(value)
    if text.endswith(("’s", "'s")):
        return text
    return text + ("’" if text.endswith("s") else "’s")


def otherwise(value: object, instead: object) -> object:
    """The value, or what to write instead where the profile leaves it out."""
    return value if value or value == 0 else instead


FILTERS: dict[str, Callable[..., object]] = {
    "capital": capital,
    "capitalize": capital,  # as those who know Jinja write it; ours leaves DSL as DSL
    "default": otherwise,
    "either": either,
    "join": joined,
    "listed": listed,
    "named": named,
    "possessive": possessive,
    "with_role": with_role,
}
# Jinja's own that cannot run away with time or memory.
JINJA_FILTERS = (
    "count",
    "first",
    "items",
    "last",
    "length",
    "lower",
    "sort",
    "trim",
    "unique",
    "upper",
)
JINJA_TESTS = ("defined", "undefined", "none", "eq", "ne", "in", "equalto", "string", "number", "odd", "even")
