"""Works out what is the same for every command: the standards, and what patterns compile to.

Run `python -m policy_kit.sections.build`; building the package does so too. See `standard.compiled` and
`regexes.kept`.
"""

from __future__ import annotations

import re
from typing import Any, cast

from policy_kit.guidance import load_register
from policy_kit.guidance.patterns import Pattern
from policy_kit.regexes import regex, seldom
from policy_kit.regexes.alternatives import Alternatives
from policy_kit.regexes.build import modules_held, within
from policy_kit.regexes.kept import Compiled, Key, code_of, keep
from policy_kit.sections import compiled
from policy_kit.standard import load_standard, shipped_standards
from policy_kit.standard.compiled import write_compiled
from policy_kit.standard.files import files_of
from policy_kit.standard.loading import standard_from_files


def build() -> None:
    """Write the data of all shipped standards, and the code of all patterns."""
    write_compiled({name: (standard_from_files(name), files_of(name)) for name in shipped_standards()})
    load_standard.cache_clear()
    compiled.write_compiled(load_standard(name) for name in shipped_standards())
    keep(_code())


def _code() -> dict[Key, Compiled]:
    """What the patterns compile to; nothing for a Python made otherwise inside, which compiles as ever."""
    try:
        return code_of(sorted(_patterns()))
    except (ImportError, AttributeError, TypeError, ValueError):
        return {}


_REGEX, _SELDOM = cast("type[Any]", regex), cast("type[Any]", seldom)


def _patterns() -> set[Key]:
    """Those of the modules and of the register. A package is built where most of what it needs is missing."""
    held: list[object] = [*modules_held(some_missing=True), load_register()]
    lazy: list[Any] = [*within(held, _REGEX), *(one._regex for one in within(held, _SELDOM))]
    lazy += [one for each in within(held, Alternatives) for one in each.patterns]
    found = {(one.pattern, int(one._flags)) for one in lazy if isinstance(one.pattern, str)}
    return found | {(one.source, int(re.IGNORECASE)) for one in within(held, Pattern)}


if __name__ == "__main__":
    build()
