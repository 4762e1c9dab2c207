"""What the checks cost beside a read, and what a register of ten times as many entries costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.timing import medians, show
from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.checks import run_checks
from policy_kit.guidance import Register
from policy_kit.guidance.patterns import Pattern
from policy_kit.model import Policy
from policy_kit.sections import recognise
from policy_kit.sources import read

DAY = date(2026, 11, 21)
Entry = TypeVar("Entry")
_NAMED = frozenset({"id", "title", "short", "name", "url", "email", "phone"})


def checking(path: Path) -> None:
    """The checks alone, and the whole audit with ten times as many entries in the register."""
    options = AuditOptions()
    facts = facts_for(DAY, options)
    longer = replace(facts, register=ten_times(facts.register))
    policy = recognise(read(path), facts.standard, facts.register, DAY)
    things: dict[str, Callable[[], object]] = {
        "read": lambda: read(path),
        "the checks, on what was recognised": lambda: list(run_checks(_anew(policy), facts)),
        "full audit": lambda: audit_file(path, facts, options),
        "full audit, ten times the register": lambda: audit_file(path, longer, options),
    }
    found = medians(things, 7)
    show("Checking a Word file of 33 pages, in process", found, "read")
    ratio = found["full audit, ten times the register"] / found["full audit"]
    print(f"  ten times the register costs {ratio:.2f} times the audit")


def _anew(policy: Policy) -> Policy:
    """The policy around a document that nothing is remembered of."""
    return replace(policy, document=replace(policy.document))


def ten_times(register: Register) -> Register:
    """The register with nine more of each entry, under names that no policy holds."""
    return replace(
        register,
        documents=_more(register.documents),
        organisations=_more(register.organisations),
        terms=_more(register.terms),
    )


def _more(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return (*entries, *(_other(entry, f"qx{n}") for n in range(9) for entry in entries))


def _other(thing: Any, mark: str) -> Any:
    """A copy whose patterns, names and addresses are those of another thing."""
    if isinstance(thing, Pattern):
        needs = tuple(tuple(f"{word}{mark}" for word in group) for group in thing.needs)
        return Pattern(f"(?:{thing.source}){mark}", needs)
    if isinstance(thing, tuple):
        return tuple(_other(one, mark) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        changed = {}
        for one in fields(thing):
            value = getattr(thing, one.name)
            if one.name in _NAMED and value:
                changed[one.name] = f"{value} {mark}"
            elif one.init and not isinstance(value, str) and value is not None:
                changed[one.name] = _other(value, mark)
        return replace(thing, **changed)
    return thing
