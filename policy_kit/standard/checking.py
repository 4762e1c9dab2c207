"""Checks a trust's own standard: every fault at once, each with its line, its keyword and the mend."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policy_kit.errors import InvalidStandard
from policy_kit.quick import dataclass
from policy_kit.resources import bundled
from policy_kit.standard.files import inline, parse
from policy_kit.standard.loading import load_standard
from policy_kit.standard.model import Standard
from policy_kit.standard.places import line_at, lines_of

if TYPE_CHECKING:
    from jsonschema import ValidationError


@dataclass(frozen=True, slots=True, order=True)
class StandardFault:
    """One fault of a standard's file: its line (from 1), the keyword it stands at, and what to do."""

    line: int
    keyword: str
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.keyword}: {self.message}"


def check_standard(path: Path) -> tuple[StandardFault, ...]:
    """Every fault of the standard in a file, in the order of its lines; () if it can be used.

    Raises InvalidStandard if the file cannot be read or is not YAML or JSON at all.
    """
    data = parse(path)
    lines = lines_of(path.read_text(encoding="utf-8-sig"))
    faults = [_fault(error, lines) for error in _errors(data)]
    is_whole = "sections" in data.get("properties", {})
    if not faults and is_whole:
        try:
            inline(data, path.parent)
            standard = load_standard(str(path))
        except InvalidStandard as error:
            return (StandardFault(1, "$ref", str(error)),)
        faults.extend(_meanings(data, standard, lines))
    return tuple(sorted(set(faults)))


def _errors(data: dict[str, Any]) -> Iterator[ValidationError]:
    from jsonschema import Draft202012Validator

    vocabulary = json.loads(bundled("schemas").joinpath("policy-standard.schema.json").read_text("utf-8"))
    for error in Draft202012Validator(vocabulary).iter_errors(data):
        yield from _innermost(error)


def _innermost(error: ValidationError) -> Iterator[ValidationError]:
    """The errors behind one that only says that a part does not fit."""
    if error.context:
        for inner in error.context:
            yield from _innermost(inner)
    else:
        yield error


def _fault(error: ValidationError, lines: dict[tuple[str | int, ...], int]) -> StandardFault:
    path = list(error.absolute_path)
    keyword = next((str(p) for p in reversed(path) if isinstance(p, str)), "the file")
    value: Any = error.validator_value
    given: Any = error.instance
    match error.validator:
        case "additionalProperties":
            known = list(error.schema.get("properties", {})) if isinstance(error.schema, dict) else []
            wrong = sorted(k for k in given if k not in known)
            path.append(wrong[0] if wrong else "")
            keyword, message = (wrong[0] if wrong else keyword), _unknown(wrong, known)
        case "required":
            lacking = [name for name in value if name not in given]
            message = f"{', '.join(lacking)} is missing here"
        case "enum":
            message = f"{given!r} is not one of {', '.join(map(str, value))}"
        case "const":
            message = f"must be {json.dumps(value)}, not {json.dumps(given, default=str)}"
        case "type":
            message = f"must be a {_plain_type(value)}, not {json.dumps(given, default=str)[:60]}"
        case "pattern":
            message = f"{given!r} is not allowed; use small letters, digits and hyphens"
        case _:
            message = error.message
    return StandardFault(line_at(lines, path), keyword, message)


def _unknown(wrong: list[str], known: list[str]) -> str:
    near = difflib.get_close_matches(wrong[0], known, 1) if wrong else []
    hint = f"; did you mean {near[0]}?" if near else f"; known here: {', '.join(known)}"
    return f"is no keyword of a standard{hint}"


def _plain_type(kind: object) -> str:
    names = {"object": "mapping", "array": "list", "string": "text", "integer": "whole number"}
    return names.get(str(kind), str(kind))


def _meanings(
    data: dict[str, Any], standard: Standard, lines: dict[tuple[str | int, ...], int]
) -> Iterator[StandardFault]:
    """Faults that the vocabulary cannot see: unknown groups of words, sections required but not there."""
    here = data.get("properties", {}).get("sections", {})
    known_points = {point.id for section in standard.sections for point in section.points}
    for name in here.get("required", []):
        if standard.section(name) is None:
            line = line_at(lines, ["properties", "sections", "required"])
            yield StandardFault(line, "required", f"there is no section {name!r} in this standard")
    for section_id, section in here.get("properties", {}).items():
        points = section.get("properties", {}).get("points", {}).get("properties", {})
        place = ["properties", "sections", "properties", section_id]
        if "title" not in section and points and section_id not in _extended(data):
            yield StandardFault(line_at(lines, place), section_id, "a new section needs a title")
        named = [
            ([*place, key], key, name) for key in _OF_HEADINGS for name in _names_in(section.get(key, []))
        ]
        for point_id, point in points.items():
            at = [*place, "properties", "points", "properties", point_id, "evidence"]
            named += [(at, "evidence", name) for name in _named_groups(point["evidence"])]
            for other in sorted(set(point.get("follows", ())) - known_points):
                line = line_at(lines, [*at[:-1], "follows"])
                yield StandardFault(line, "follows", f"there is no point {other!r} in this standard")
        for at, keyword, name in named:
            if name not in standard.words:
                known = difflib.get_close_matches(name, standard.words, 1)
                hint = f"; did you mean {known[0]}?" if known else ""
                yield StandardFault(line_at(lines, at), keyword, f"{name} is no group of words{hint}")


_OF_HEADINGS = ("headingWords", "headingHints")


def _names_in(terms: list[str]) -> Iterator[str]:
    """The names of groups in the terms of headings, where a name may stand among other words."""
    for term in terms:
        yield from (word for word in term.split() if word.startswith("@"))


def _extended(data: dict[str, Any]) -> frozenset[str]:
    """The ids of the sections of the standards that this one extends."""
    names = [part["$ref"] for part in data.get("allOf", []) if "$ref" in part]
    return frozenset(s.id for name in names for s in load_standard(name).sections)


def _named_groups(evidence: object) -> Iterator[str]:
    if isinstance(evidence, str):
        if evidence.startswith("@"):
            yield evidence
    elif isinstance(evidence, list):
        for item in evidence:
            yield from _named_groups(item)
    elif isinstance(evidence, dict):
        for name in ("all", "said", "of", "none"):
            yield from _named_groups(evidence.get(name, []))
