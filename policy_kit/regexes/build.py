"""For maintainers: works out what each pattern that seldom matches needs, and writes needs.json.

Run `python -m policy_kit.regexes.build` after changing a pattern that is made with `seldom`.
"""

from __future__ import annotations

import json
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import TypeVar, cast

from policy_kit.regexes import NEEDS, seldom
from policy_kit.regexes.alternatives import Alternatives
from policy_kit.regexes.literals import needs

_SPELLINGS = 4  # of one string: with more there is more to look for, and hardly less to try


def compile_needs() -> str:
    """The text of needs.json. Raises ValueError for a pattern that needs nothing that could be looked for."""
    found = {}
    modules = list(_modules())
    others = {pattern.pattern for one in _within(modules, Alternatives) for pattern in one.patterns}
    seldom_ones = {pattern.pattern for pattern in _within(modules, _SELDOM)}
    for pattern in sorted(seldom_ones | others):
        found[pattern] = needs(pattern, _SPELLINGS)
        if not found[pattern] and pattern not in others:
            raise ValueError(f"nothing can be looked for instead, so use `regex`: {pattern}")
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _modules() -> Iterator[list[object]]:
    """What each module holds."""
    for module in pkgutil.walk_packages([str(NEEDS.parents[1])], "policy_kit."):
        if not module.name.endswith("__main__"):
            yield list(vars(import_module(module.name)).values())


_SELDOM = cast("type[re.Pattern[str]]", seldom)
_Kind = TypeVar("_Kind")


def _within(value: object, kind: type[_Kind]) -> Iterator[_Kind]:
    """The objects of a kind, also those in a table or a tuple."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, dict):
        yield from _within(tuple(value.values()), kind)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _within(one, kind)


if __name__ == "__main__":
    NEEDS.write_text(compile_needs(), encoding="utf-8")
