"""Turns a standard's JSON Schema into sections and points: its annotations, gathered with conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date
from functools import lru_cache
from typing import Any

from policy_kit.errors import InvalidStandard
from policy_kit.quick import dataclass
from policy_kit.standard.asking import without_annotations
from policy_kit.standard.compiled import shipped_as_compiled
from policy_kit.standard.files import inline, locate, parse, shipped_standards
from policy_kit.standard.model import (
    EvidenceRule,
    Group,
    Point,
    Spoilt,
    Standard,
    StandardSection,
    Subsection,
)

_SAID_ONCE = (
    "title", "description", "order", "headings", "headingWords", "headingHints", "topic", "governorQuestions",
)  # fmt: skip
_LEVELS = ("statutory", "expected", "recommended")
Conditions = tuple[dict[str, Any], ...]


@lru_cache(maxsize=8)
def load_standard(name_or_path: str = "online-safety") -> Standard:
    """Load a shipped standard by name, or a trust's own from its file.

    Raises InvalidStandard, naming the file and the place, if it cannot be used.
    """
    compiled = shipped_as_compiled(name_or_path) if name_or_path in shipped_standards() else None
    return compiled or standard_from_files(name_or_path)


def standard_from_files(name_or_path: str) -> Standard:
    """The same, from its files."""
    file, folder = locate(name_or_path)
    raw = parse(file)
    schema = inline(raw, folder)
    sections = _gather(schema)
    if not sections:
        raise InvalidStandard(f"{file.name}: it names no sections; run `policy-kit standard check` on it")
    return Standard(
        id=str(_first(schema, "standard") or raw.get("$id") or file.name.split(".")[0]),
        title=str(schema.get("title", file.name)),
        version=str(_first(schema, "version") or ""),
        checked_on=date.fromisoformat(str(_first(schema, "checkedOn") or "2026-11-21")),
        sections=sections,
        words=_words(schema),
        schema=without_annotations(schema),
    )


def _first(schema: dict[str, Any], keyword: str) -> object:
    """An annotation of the standard itself, else of the one it extends."""
    if keyword in schema:
        return schema[keyword]
    extended = (_first(part, keyword) for part in schema.get("allOf", []) if isinstance(part, dict))
    return next((value for value in extended if value is not None), None)


def _words(schema: dict[str, Any]) -> dict[str, Group]:
    """The named groups of words (`@governors`) of the standard and of those it extends."""
    found: dict[str, Group] = {}
    for part in schema.get("allOf", []):
        found.update(_words(part))
    own = schema.get("words", {})
    found.update({name: tuple(terms) for name, terms in own.items() if name.startswith("@")})
    return found


@dataclass
class _Draft:
    """What the walk has gathered of one section."""

    annotations: dict[str, Any] = field(default_factory=dict)
    levels: list[tuple[Conditions, str]] = field(default_factory=list)
    points: dict[str, Point] = field(default_factory=dict)


def _gather(schema: dict[str, Any]) -> tuple[StandardSection, ...]:
    drafts: dict[str, _Draft] = {}
    for section_id, part in _sections_of(schema):
        draft = drafts.setdefault(section_id, _Draft())
        _gather_section(part, (), draft)
    ordered = sorted(drafts.items(), key=lambda item: item[1].annotations.get("order", 1000))
    return tuple(_section(section_id, draft, n) for n, (section_id, draft) in enumerate(ordered, 1))


def _sections_of(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in schema.get("allOf", []):
        yield from _sections_of(part)
    sections = schema.get("properties", {}).get("sections", {})
    yield from sections.get("properties", {}).items()
    for part in sections.get("allOf", []):
        yield from part.get("properties", {}).items()


def _gather_section(part: dict[str, Any], conditions: Conditions, draft: _Draft) -> None:
    """Collect a section's annotations and points from a schema and what it is made of."""
    for name in _SAID_ONCE:
        if name in part and not conditions:
            draft.annotations.setdefault(name, part[name])
    for name in ("maxReviewMonths", "ofItself", "subsections"):
        if name in part:
            draft.annotations.setdefault(name, part[name])
    if "level" in part:
        draft.levels.append((conditions, part["level"]))
    points = part.get("properties", {}).get("points", {}).get("properties", {})
    for point_id, point in points.items():
        draft.points.setdefault(point_id, _point(point_id, point, conditions))
    for inner in part.get("allOf", []):
        _gather_section(inner, conditions, draft)
    if "if" in part:
        _gather_section(part.get("then", {}), (*conditions, part["if"]), draft)
        _gather_section(part.get("else", {}), (*conditions, {"not": part["if"]}), draft)


def _section(section_id: str, draft: _Draft, position: int) -> StandardSection:
    given = draft.annotations
    plain = [level for conditions, level in draft.levels if not conditions]
    level = plain[0] if plain else "expected"
    if level not in _LEVELS:
        raise InvalidStandard(f"section {section_id}: level is {level!r}; use one of {', '.join(_LEVELS)}")
    title = given.get("title", section_id)
    return StandardSection(
        id=section_id,
        title=title,
        level=level,
        purpose=given.get("description", ""),
        order=position,
        headings=tuple(dict.fromkeys([title, *given.get("headings", [])])),
        heading_words=tuple(given.get("headingWords", ())),
        heading_hints=tuple(given.get("headingHints", ())),
        topic=tuple(given.get("topic", ())),
        points=tuple(draft.points.values()),
        governor_questions=tuple(given.get("governorQuestions", ())),
        max_review_months=given.get("maxReviewMonths"),
        of_itself=given.get("ofItself", False),
        subsections=tuple(
            Subsection(s["id"], s["title"], tuple(s["headings"])) for s in given.get("subsections", ())
        ),
        levels=tuple((c, lv) for c, lv in draft.levels if c),
    )


def _point(point_id: str, schema: dict[str, Any], conditions: Conditions) -> Point:
    return Point(
        id=point_id,
        text=schema.get("title", point_id),
        level=schema.get("level", "must"),
        source=schema.get("source", ""),
        evidence=tuple(_rule(rule) for rule in schema.get("evidence", ())),
        gap=schema.get("gap", ""),
        conditions=conditions,
        by=tuple(schema.get("by", ())),
        spoilt_by=_spoilt_by(schema.get("spoiltBy", {})),
        follows=tuple(schema.get("follows", ())),
    )


def _spoilt_by(given: dict[str, Any]) -> Spoilt:
    return Spoilt(tuple(given["codes"]), given["within"]) if given else Spoilt()


def _rule(rule: dict[str, Any] | list[Any]) -> EvidenceRule:
    """One way to make a point; a bare list is its groups, a bare word is a group of one."""
    if isinstance(rule, list):
        rule = {"all": rule}
    return EvidenceRule(
        all=_groups(rule.get("all", ())),
        said=_groups(rule.get("said", ())),
        of=_groups(rule.get("of", ())),
        least=rule.get("least", 1 if "of" in rule else 0),
        none=tuple(rule.get("none", ())),
        within=rule.get("within", "sentence"),
        fact=rule.get("fact", ""),
        anywhere=rule.get("anywhere", False),
        inside=rule.get("inside", False),
    )


def _groups(given: Iterable[str | list[str]]) -> tuple[Group, ...]:
    return tuple((g,) if isinstance(g, str) else tuple(g) for g in given)
