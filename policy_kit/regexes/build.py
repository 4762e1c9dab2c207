"""For maintainers: works out what each pattern that seldom matches needs, and writes needs.json.

Run `python -m policy_kit.regexes.build` after changing a pattern that is made with `seldom`.
"""

from __future__ import annotations

import json
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import TypeVar, cast

from policy_kit.regexes import NEEDS, seldom
from policy_kit.regexes.alternatives import Alternatives
from policy_kit.regexes.literals import needs

_SPELLINGS = 4  # of one string: with more there is more to look for, and hardly less to try


def compile_needs() -> str:
    """The text of needs.json. Raises ValueError for a pattern that needs nothing that could be looked for."""
    found = {}
    modules = list(modules_held())
    others = {pattern.pattern for one in within(modules, Alternatives) for pattern in one.patterns}
    seldom_ones = {pattern.pattern for pattern in within(modules, _SELDOM)}
    for pattern in sorted(seldom_ones | others):
        found[pattern] = needs(pattern, _SPELLINGS)
        if not found[pattern] and pattern not in others:
            raise ValueError(f"nothing can be looked for instead, so use `regex`: {pattern}")
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def modules_held(*, some_missing: bool = False) -> Iterator[list[object]]:
    """What each module holds. some_missing: those that lack what they import are passed over."""
    for module in pkgutil.walk_packages([str(NEEDS.parents[1])], "policy_kit.", onerror=lambda _: None):
        if not module.name.endswith("__main__"):
            try:
                yield list(vars(import_module(module.name)).values())
            except ImportError:
                if not some_missing:
                    raise


_SELDOM = cast("type[re.Pattern[str]]", seldom)
_Kind = TypeVar("_Kind")


def within(value: object, kind: type[_Kind]) -> Iterator[_Kind]:
    """The objects of a kind, also those in a table, a tuple or a dataclass."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, dict):
        yield from within(tuple(value.values()), kind)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from within(one, kind)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from within([getattr(value, each.name) for each in fields(value)], kind)


if __name__ == "__main__":
    NEEDS.write_text(compile_needs(), encoding="utf-8")
