"""What changed in a school's profile between two years, in the words that a policy uses for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from policy_kit.generate.context import Plain, template_context
from policy_kit.renew.model import Fact

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHORTEST = 2  # letters; less is no fact that can be told in a sentence


def changed_facts(recorded: Mapping[str, Any], fields: Mapping[str, Any]) -> tuple[Fact, ...]:
    """The facts that differ, longest old words first.

    recorded: last year's profile as the provenance holds it, dates as ISO text; fields: this year's.
    """
    before = dict(_flat("", template_context(_with_dates(recorded))))
    after = dict(_flat("", template_context(fields)))
    found = {
        Fact(name.partition(".")[0], before[name], after[name])
        for name in before.keys() & after.keys()
        if before[name] != after[name] and len(before[name]) >= _SHORTEST
    }
    return tuple(sorted(found, key=lambda fact: (-len(fact.old), fact.old, fact.new, fact.field)))


def _with_dates(value: Any) -> Any:
    if isinstance(value, str) and _ISO.fullmatch(value):
        return date.fromisoformat(value)
    if isinstance(value, Mapping):
        return {key: _with_dates(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_dates(inner) for inner in value]
    return value


def _flat(name: str, value: Plain) -> Iterator[tuple[str, str]]:
    """Every text and number of a context with the way to it, as `deputy_dsls.0.name`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{name}.{key}" if name else key, inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _flat(f"{name}.{number}", inner)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield name, str(value)
