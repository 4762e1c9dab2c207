"""A reading as JSON text and back: what the store keeps, and nothing that could run when it is read."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import Any

from policy_kit.findings import Severity
from policy_kit.model import DateKind, SectionStatus
from policy_kit.roll_up import Dated, Named, Noted, Passage, Reading, SectionState
from policy_kit.trust.across.traces import Traces

_SHARED = (
    "code",
    "section",
    "message",
    "suggestion",
    "key",
)  # of a finding: what many schools are told alike


def reading_to_json(reading: Reading) -> str:
    """The reading as JSON text."""
    return json.dumps(asdict(reading), default=_plain, separators=(",", ":"))


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in a reading")


def reading_from_json(text: str) -> Reading:
    """The reading that `reading_to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    data["sections"] = tuple(
        _section(s["id"], s["status"], s["words"], s["met"], s["must"], tuple(s["unmet"]))
        for s in data["sections"]
    )
    data["findings"] = tuple(_noted(f) for f in data["findings"])
    data["dates"] = tuple(_dated(d) for d in data["dates"])
    data["people"] = tuple(Named(**p) for p in data["people"])
    data["of_template"] = tuple((section, share) for section, share in data["of_template"])
    data["notes"] = tuple(data["notes"])
    return Reading(**data)


@lru_cache(1 << 14)  # of a thousand schools most lack the same points: such sections are held once
def _section(
    section: str, status: str, words: int, met: int, must: int, unmet: tuple[str, ...]
) -> SectionState:
    return SectionState(section, SectionStatus(status), words, met, must, tuple(map(sys.intern, unmet)))


def _noted(data: Mapping[str, Any]) -> Noted:
    shared = {name: sys.intern(data[name]) for name in _SHARED}
    return Noted(**{**data, **shared, "severity": Severity(data["severity"])})


def _dated(data: dict[str, Any]) -> Dated:
    day = data["date"]
    return Dated(DateKind(data["kind"]), data["text"], date.fromisoformat(day) if day else None)


def traces_to_json(traces: Traces) -> str:
    """The traces of a policy as JSON text."""
    return json.dumps([traces.sections, sorted(traces.capitals)], separators=(",", ":"))


def traces_from_json(text: str) -> Traces:
    """The traces that `traces_to_json` wrote."""
    sections, capitals = json.loads(text)
    return Traces(tuple((s, words, tuple(sketch)) for s, words, sketch in sections), frozenset(capitals))


def passages_to_json(passages: Sequence[Passage]) -> str:
    """The texts of a policy as JSON text."""
    return json.dumps([[p.section, p.where, p.text, p.block] for p in passages], separators=(",", ":"))


def passages_from_json(text: str) -> tuple[Passage, ...]:
    """The texts that `passages_to_json` wrote."""
    return tuple(Passage(*row) for row in json.loads(text))
