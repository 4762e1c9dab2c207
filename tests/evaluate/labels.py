"""A reader's labels of the corpus, as tests/corpus/README.md gives the rule for them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

# the sections that a heading names: the reading of the rule, and, for a few, the other honest one
Readings = tuple[frozenset[str], ...]

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TUNED = ("unseen", "tune")  # what the rules may be mended on; `measure` is only ever measured
MEASURED = ("measure",)

_KINDS = {
    "approval": "approved",
    "approved": "approved",
    "ratified": "approved",
    "adopted": "approved",
    "next-review": "next_review",
    "review": "next_review",
    "last-review": "reviewed",
    "last-reviewed": "reviewed",
}


@dataclass(frozen=True, slots=True)
class Stale:
    """A reference to something out of date: the register's id ('' if none) and the policy's words."""

    document: str
    says: str


@dataclass(frozen=True)
class Labelled:
    """One corpus document with its labels."""

    name: str
    part: str
    text: str
    layout: str
    is_policy: bool
    headings: tuple[tuple[str, Readings], ...] = ()
    sections: tuple[tuple[str, str], ...] = ()
    musts: tuple[str, ...] | None = None  # None where the older labels do not tell them
    duplicates: tuple[tuple[str, str], ...] = ()
    stale: tuple[Stale, ...] = ()
    dates: tuple[tuple[str, date], ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    placeholders: tuple[str, ...] = ()
    other_schools: tuple[str, ...] = ()


def corpus(parts: Iterable[str]) -> Iterator[Labelled]:
    """The labelled documents of some parts of the corpus, by name."""
    for part in parts:
        for file in sorted((CORPUS / part).glob("*.yaml")):
            if file.with_suffix(".md").is_file():
                yield _labelled(file, part)


def _labelled(file: Path, part: str) -> Labelled:
    held: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return Labelled(
        name=file.stem,
        part=part,
        text=file.with_suffix(".md").read_text(encoding="utf-8"),
        layout=held.get("layout") or "markdown",
        is_policy=held["is_policy"],
        headings=tuple(_headings(held.get("headings") or (), held.get("headings_or") or {})),
        sections=tuple((held.get("sections") or {}).items()),
        musts=tuple(p for made in held["musts"].values() for p in made) if "musts" in held else None,
        duplicates=tuple(_pair(d) for d in held.get("duplicates") or ()),
        stale=tuple(_stale(s) for s in held.get("stale") or ()),
        dates=tuple(_dates(held.get("dates") or ())),
        people=tuple(
            (p["name"], str(p.get("post") or p.get("role") or "")) for p in held.get("people") or ()
        ),
        placeholders=tuple(str(p) for p in held.get("placeholders") or ()),
        other_schools=tuple(_other_schools(held.get("other_defects") or ())),
    )


def _headings(held: Any, otherwise: dict[str, list[str]]) -> Iterator[tuple[str, Readings]]:
    """Headings are given as a mapping, as pairs, or as entries with the words and the ids."""
    for entry in held.items() if isinstance(held, dict) else held:
        if isinstance(entry, dict):
            words = entry.get("heading") or entry.get("text")
            ids = entry.get("sections") or entry.get("ids")
            if words is None:
                ((words, ids),) = entry.items()
        else:
            words, ids = entry
        first = frozenset([ids] if isinstance(ids, str) else ids or ())
        yield str(words), (first, frozenset(otherwise[words])) if words in otherwise else (first,)


def _pair(held: Any) -> tuple[str, str]:
    if isinstance(held, str):  # two sections under one heading
        return held, held
    first, second = held.values() if isinstance(held, dict) else held
    return str(first), str(second)


def _stale(held: dict[str, Any]) -> Stale:
    return Stale(str(held.get("document") or ""), str(held.get("says") or ""))


def _dates(held: Iterable[dict[str, Any]]) -> Iterator[tuple[str, date]]:
    for entry in held:
        kind = str(entry["kind"])
        if entry.get("date"):
            yield _KINDS.get(kind, kind.replace("-", "_")), last_day(entry["date"])


def last_day(given: date | str | int) -> date:
    """The last day that a date means; a month and a year may be given alone."""
    if isinstance(given, date):
        return given
    year, month, day = (*(int(n) for n in str(given).split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _other_schools(defects: Iterable[str]) -> Iterator[str]:
    for line in map(str, defects):
        if re.search(r"PK601|other school|another school", line, re.IGNORECASE):
            yield line
