"""Regular expressions of the register: compiled when first needed, tried only where they can match."""

from __future__ import annotations

import re
from functools import lru_cache

from policy_kit import regexes
from policy_kit.quick import dataclass


@lru_cache(maxsize=2048)
def compiled(source: str) -> re.Pattern[str]:
    """The pattern, compiled once; letters match in either case unless it says otherwise."""
    return regexes.compiled(source, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression, with groups of lower-case strings: a match holds one string of each group.

    Looking for a plain string is a hundred times quicker than trying a pattern at every letter, and a
    pattern that is never tried is never compiled. An empty `needs` means that nothing could be worked out.
    """

    source: str
    needs: tuple[tuple[str, ...], ...] = ()

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a short text."""
        return compiled(self.source).search(text)
