"""Reads the compiled register. Fast, since every audit does it: one JSON file, nothing compiled yet."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from policy_kit.errors import PolicyKitError
from policy_kit.guidance.model import (
    CalendarEntry,
    Edition,
    GuidanceDocument,
    OldWording,
    Organisation,
    Reported,
    Retired,
    Term,
)
from policy_kit.guidance.patterns import Pattern
from policy_kit.guidance.register import Register

_SHIPPED = Path(__file__).with_name("register.json")
Needs = dict[str, list[list[str]]]


@lru_cache(maxsize=4)
def load_register(path: Path | None = None) -> Register:
    """The shipped register, or one compiled by `python -m policy_kit.guidance.build` at `path`.

    Raises PolicyKitError, in one line for the user, if the file is missing or not a register.
    """
    try:
        return register_from(json.loads((path or _SHIPPED).read_bytes()))
    except OSError as error:
        raise PolicyKitError(f"{path or 'register.json'}: the guidance register could not be read") from error
    except (ValueError, KeyError, TypeError) as error:
        raise PolicyKitError(
            f"{path or 'register.json'}: this is not a guidance register; build it again from its data"
        ) from error


def register_from(data: dict[str, Any]) -> Register:
    """The register that the compiled data describes. Raises KeyError or TypeError if it describes none."""
    needs: Needs = data["needs"]
    return Register(
        checked_on=date.fromisoformat(data["about"]["checked_on"]),
        limits=tuple(data["about"]["limits"]),
        unsure=tuple(data["about"]["unsure"]),
        documents=tuple(_document(entry, needs) for entry in data["documents"]),
        organisations=tuple(_organisation(entry, needs) for entry in data["organisations"]),
        terms=tuple(_term(entry, needs) for entry in data["terms"]),
        calendar=tuple(CalendarEntry(**_frozen(entry)) for entry in data["calendar"]),
    )


def _frozen(entry: dict[str, Any]) -> dict[str, Any]:
    """The fields of an entry, its lists as tuples; `from` becomes `starts`, since it is a Python word."""
    out = {name: tuple(value) if type(value) is list else value for name, value in entry.items()}
    if "from" in out:
        out["starts"] = out.pop("from")
    return out


def _with_patterns(entry: dict[str, Any], needs: Needs, *names: str) -> dict[str, Any]:
    """The fields of an entry, those named as patterns or tuples of patterns."""
    out = _frozen(entry)
    for name in names:
        value = out.get(name)
        if type(value) is str:
            out[name] = _pattern(value, needs)
        elif value is not None:
            out[name] = tuple(_pattern(source, needs) for source in value)
    return out


def _pattern(source: str, needs: Needs) -> Pattern:
    return Pattern(source, tuple(map(tuple, needs[source])))


def _document(entry: dict[str, Any], needs: Needs) -> GuidanceDocument:
    fields = _with_patterns(entry, needs, "cites", "subjects")
    fields["editions"] = tuple(Edition(**_frozen(e)) for e in entry["editions"])
    fields["old_wording"] = tuple(
        OldWording(**_with_patterns(w, needs, "pattern", "near", "keep"))
        for w in entry.get("old_wording", ())
    )
    fields["reported"] = tuple(Reported(**_frozen(r)) for r in entry.get("reported", ()))
    return GuidanceDocument(**fields)


def _organisation(entry: dict[str, Any], needs: Needs) -> Organisation:
    fields = _frozen(entry)
    fields["retired"] = tuple(
        Retired(**_with_patterns(r, needs, "pattern", "near", "keep")) for r in entry.get("retired", ())
    )
    return Organisation(**fields)


def _term(entry: dict[str, Any], needs: Needs) -> Term:
    return Term(**_with_patterns(entry, needs, "pattern", "near", "keep", "unless"))
