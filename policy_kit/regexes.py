"""Regular expressions that are compiled when they are first used.

There are hundreds, and a command uses few; compiling them all took longer than reading a policy.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")

if TYPE_CHECKING:
    from re import compile as regex
else:

    class regex:  # noqa: N801  # used as the function it stands for
        """What `re.compile` gives, as yet uncompiled; a wrong pattern is told at its first use."""

        def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
            self.pattern = pattern
            self._flags = flags

        def __getattr__(self, name: str) -> Any:
            """Asked of what is not there yet, so once: from then on the methods are the compiled one's."""
            if name.startswith("_"):
                raise AttributeError(name)
            compiled = re.compile(self.pattern, self._flags)
            for method in _METHODS:
                setattr(self, method, getattr(compiled, method))
            self.flags = compiled.flags
            return getattr(compiled, name)


__all__ = ["regex"]
