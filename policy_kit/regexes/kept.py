"""Regular expressions compiled when the package is built, for the Python that built it.

Compiling the four hundred that an audit tries takes longer than trying them. What a pattern compiles to is
kept as Python keeps the code of a module: beside the source, for one version of Python. Any other version
compiles as ever, and so does a pattern that is not kept.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # what `re` makes its patterns with
import json
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).with_name("compiled.bin")
_CODE = "I"  # an array of these is how the code of a pattern is kept
Key = tuple[str, int]


class Compiled(NamedTuple):
    """What a pattern compiles to: its flags, its code, how many groups it has and what they are named."""

    flags: int
    code: list[int]
    groups: int
    named: Mapping[str, int]


class _Kept(NamedTuple):
    entries: dict[str, list[Any]]
    read: Callable[[int, int], bytes]  # a stretch of the codes, from one place to another

    def of(self, pattern: str, flags: int) -> Compiled | None:
        found = self.entries.get(f"{int(flags)} {pattern}")
        if found is None:
            return None
        start, end, *rest = found
        code = array(_CODE)
        code.frombytes(self.read(start, end))
        return Compiled(rest[0], code.tolist(), rest[1], rest[2])


def compiled(pattern: str | bytes, flags: int = 0) -> re.Pattern[Any]:
    """What `re.compile` gives."""
    kept = _kept().of(pattern, flags) if isinstance(pattern, str) else None
    try:
        return made(pattern, kept) if kept else re.compile(pattern, flags)
    except RuntimeError:  # the code is none that this Python knows
        return re.compile(pattern, flags)


def made(pattern: str | bytes, kept: Compiled) -> re.Pattern[Any]:
    """The pattern of some code. Raises RuntimeError if it is none."""
    names: list[str | None] = [None] * (kept.groups + 1)
    for name, number in kept.named.items():
        names[number] = name
    found: re.Pattern[Any] = _sre.compile(
        pattern, kept.flags, kept.code, kept.groups, dict(kept.named), tuple(names)
    )
    return found


@cache
def _kept() -> _Kept:
    try:
        with FILE.open("rb") as file:
            head = file.readline()
        data = json.loads(head)
        if data["python"] == _python():
            return _Kept(data["entries"], _codes(len(head)))
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return _Kept({}, lambda _start, _end: b"")


def _codes(begin: int) -> Callable[[int, int], bytes]:
    """Reads the codes, which begin at a place of the file: of a megabyte a command needs a third."""
    if hasattr(os, "pread"):
        held = os.open(FILE, os.O_RDONLY)  # as long as the process lives
        return lambda start, end: os.pread(held, end - start, begin + start)
    codes = FILE.read_bytes()[begin:]
    return lambda start, end: codes[start:end]


def _python() -> list[object]:
    """What code is kept for: this Python and no other."""
    return [sys.version, sys.byteorder, _sre.MAGIC, array(_CODE).itemsize]


def keep(patterns: Mapping[Key, Compiled]) -> None:
    """Write what some patterns, each with its flags, compile to."""
    codes = [array(_CODE, kept.code).tobytes() for kept in patterns.values()]
    ends = list(accumulate(map(len, codes)))
    entries = {
        f"{int(flags)} {pattern}": [end - len(code), end, kept.flags, kept.groups, kept.named]
        for ((pattern, flags), kept), code, end in zip(patterns.items(), codes, ends, strict=True)
    }
    head = json.dumps({"python": _python(), "entries": entries}, separators=(",", ":"))
    FILE.write_bytes(head.encode() + b"\n" + b"".join(codes))


def code_of(patterns: Iterable[Key]) -> dict[Key, Compiled]:
    """What patterns compile to, with the letters that each begins with.

    One that would not be the same made of its code is left out.
    """
    from re import _compiler, _parser  # type: ignore[attr-defined]  # the steps of `re.compile` by themselves

    from policy_kit.regexes.first_letters import with_first_letters

    found = {}
    for pattern, flags in patterns:
        parsed = _parser.parse(pattern, flags)
        state = parsed.state
        kept = Compiled(
            flags | state.flags, _compiler._code(parsed, flags), state.groups - 1, state.groupdict
        )
        if made(pattern, kept) == re.compile(pattern, flags):
            code = with_first_letters(parsed, kept.flags, kept.code)
            found[pattern, flags] = kept._replace(code=code)
    return found
