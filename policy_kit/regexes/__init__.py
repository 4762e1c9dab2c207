"""Regular expressions that are compiled when they are first used, and those that seldom match.

There are hundreds, and a command uses few; compiling them all took longer than reading a policy.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policy_kit.regexes.kept import compiled

NEEDS = Path(__file__).with_name("needs.json")

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")

if TYPE_CHECKING:
    from re import compile as regex
    from re import compile as seldom
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
            made = compiled(self.pattern, self._flags)
            for method in _METHODS:
                setattr(self, method, getattr(made, method))
            self.flags = made.flags
            return getattr(made, name)

    class seldom:  # noqa: N801  # used as the function it stands for
        """What `re.compile` gives, for a pattern that most texts do not match.

        A text is first asked for the plain strings of which every match holds one: that is ten times as
        quick as trying the pattern at each letter, and a pattern that is never tried is never compiled.
        Which strings those are is worked out beforehand (`python -m policy_kit.regexes.build`); of a
        pattern that needs.json does not hold nothing is known, and it is tried on every text. The two
        letters that a pattern in either case matches and `lower` leaves (the long s, the dotless i) are
        none that a policy is written with.
        """

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self.pattern = pattern
            self._regex = regex(pattern, flags)

        def sub(self, new: str, text: str, count: int = 0) -> str:
            likely = holds_each(text.lower(), needs_of(self))
            return self._regex.sub(new, text, count) if likely else text

        def __getattr__(self, name: str) -> Any:
            """Asked of what is not there yet: a method that looks for strings first, or the pattern's own."""
            if name.startswith("_"):
                raise AttributeError(name)
            if name not in _NOTHING_FOUND:
                return getattr(self._regex, name)
            method = _where_likely(self._regex, name, needs_of(self))
            setattr(self, name, method)
            return method

    _NOTHING_FOUND = {  # what each method gives where there is nothing
        **dict.fromkeys(("search", "match", "fullmatch"), lambda text: None),  # noqa: ARG005
        "finditer": lambda text: iter(()),  # noqa: ARG005
        "findall": lambda text: [],  # noqa: ARG005
        "split": lambda text: [text],
    }

    def _where_likely(pattern, name, needs):
        nothing = _NOTHING_FOUND[name]

        def asked(text, *between):  # thousands of times in an audit, so all in one piece
            within = text[between[0] : between[1] if len(between) > 1 else None] if between else text
            lowered = within.lower()
            for group in needs:
                for string in group:
                    if string in lowered:
                        break
                else:
                    return nothing(text)
            return getattr(pattern, name)(text, *between)

        return asked


def tried_everywhere(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The same pattern without looking for strings first, for texts that are known to hold them."""
    found: re.Pattern[str] = getattr(pattern, "_regex", pattern)
    return found


def needs_of(pattern: re.Pattern[str]) -> list[list[str]]:
    """Groups of lower-case strings of which a match of the pattern holds one each; [] if nothing is known."""
    return _all_needs().get(pattern.pattern, [])


def holds_each(lowered: str, needs: list[list[str]]) -> bool:
    """Whether a text in lower case holds one string of each group."""
    for group in needs:
        for string in group:
            if string in lowered:
                break
        else:
            return False
    return True


@cache
def _all_needs() -> dict[str, list[list[str]]]:
    needs: dict[str, list[list[str]]] = json.loads(NEEDS.read_bytes())
    return needs


__all__ = ["compiled", "holds_each", "needs_of", "regex", "seldom", "tried_everywhere"]
