"""For maintainers: works out what each pattern that seldom matches needs, and writes needs.json.

Run `python -m policy_kit.regexes.build` after changing a pattern that is made with `seldom`.
"""

from __future__ import annotations

import json
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import cast

from policy_kit.regexes import NEEDS, seldom
from policy_kit.regexes.literals import needs

_SPELLINGS = 4  # of one string: with more there is more to look for, and hardly less to try


def compile_needs() -> str:
    """The text of needs.json. Raises ValueError for a pattern that needs nothing that could be looked for."""
    found = {}
    for pattern in sorted(set(_patterns())):
        found[pattern] = needs(pattern, _SPELLINGS)
        if not found[pattern]:
            raise ValueError(f"nothing can be looked for instead, so use `regex`: {pattern}")
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _patterns() -> Iterator[str]:
    """The patterns made with `seldom` in all modules, also those in a table or a tuple."""
    for module in pkgutil.walk_packages([str(NEEDS.parents[1])], "policy_kit."):
        if not module.name.endswith("__main__"):
            for value in list(vars(import_module(module.name)).values()):
                yield from _within(value)


_SELDOM = cast("type[re.Pattern[str]]", seldom)


def _within(value: object) -> Iterator[str]:
    if isinstance(value, _SELDOM):
        yield value.pattern
    elif isinstance(value, dict):
        yield from _within(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _within(one)


if __name__ == "__main__":
    NEEDS.write_text(compile_needs(), encoding="utf-8")
