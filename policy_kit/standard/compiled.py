"""A shipped standard as it is loaded, kept as data: its files are gathered once, not by each command.

`python -m policy_kit.sections.build` writes it, and so does building the package. It names the files that it
was made of and their checksum: where one of them is another now, it is passed over, and the files are read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from zlib import crc32

from policy_kit.resources import bundled
from policy_kit.standard.model import (
    EvidenceRule,
    Group,
    Point,
    Spoilt,
    Standard,
    StandardSection,
    Subsection,
)

PACKAGE = Path(__file__).parents[1]
OF_CODE = ("standard/compiled.py", "standard/files.py", "standard/loading.py", "standard/model.py")
FILE = PACKAGE / "standard" / "compiled.json"
_SECTION = (
    "id", "title", "level", "purpose", "order", "headings", "governor_questions", "max_review_months",
    "levels", "heading_words", "heading_hints", "of_itself",
)  # fmt: skip
NO_DATA = (OSError, ValueError, KeyError, TypeError, AttributeError)  # what a file that is none gives
Data = dict[str, Any]


def digest_of(schemas: Iterable[str], code: Iterable[str], more: str = "") -> str:
    """A checksum of files under schemas/ and of modules of the package, and their size.

    Raises OSError if one is wanting. It tells a slip from what was compiled, not an attack: who can change
    the one can change the other.
    """
    folder = bundled("schemas")
    files = [folder.joinpath(*name.split("/")) for name in schemas] + [PACKAGE / name for name in code]
    found, size = crc32(more.encode()), 0
    for file in files:
        data = file.read_bytes()
        found, size = crc32(data, found), size + len(data)
    return f"{found:08x}-{size}"


def shipped_as_compiled(name: str) -> Standard | None:
    """The shipped standard of that name from its data; None if there is none or it is out of date."""
    try:
        data = json.loads(FILE.read_bytes()).get(name)
        if data is None or data["digest"] != digest_of(data["sources"], OF_CODE):
            return None
    except NO_DATA:
        return None
    return standard_from(data)


def write_compiled(standards: dict[str, tuple[Standard, Sequence[str]]]) -> None:
    """Write the data of shipped standards, each with the names of its files under schemas/."""
    data = {
        name: {"digest": digest_of(sources, OF_CODE), "sources": list(sources), **data_of(standard)}
        for name, (standard, sources) in standards.items()
    }
    FILE.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def data_of(standard: Standard) -> Data:
    """A standard as plain data. Terms, in one text, and groups of them stand once; the rest tells places."""
    groups: dict[Group, int] = {}

    def numbered(group: Group) -> int:
        return groups.setdefault(group, len(groups))

    data = {
        "id": standard.id,
        "title": standard.title,
        "version": standard.version,
        "checked_on": standard.checked_on.isoformat(),
        "words": {name: numbered(group) for name, group in standard.words.items()},
        "sections": [_section_data(section, numbered) for section in standard.sections],
        "schema": standard.schema,
    }
    terms = {term: number for number, term in enumerate(dict.fromkeys(chain.from_iterable(groups)))}
    return {
        **data,
        "terms": "\n".join(terms),
        "groups": [[terms[term] for term in group] for group in groups],
    }


_Numbered = Callable[[Group], int]


def _section_data(section: StandardSection, numbered: _Numbered) -> Data:
    own = {name: getattr(section, name) for name in _SECTION}
    points = [_point_data(point, numbered) for point in section.points]
    subsections = [[s.id, s.title, s.headings] for s in section.subsections]
    return {**own, "topic": numbered(section.topic), "points": points, "subsections": subsections}


def _point_data(point: Point, numbered: _Numbered) -> list[Any]:
    rules = [
        [
            *(list(map(numbered, rule.all)), list(map(numbered, rule.of)), rule.least, numbered(rule.none)),
            *(rule.within, rule.fact, rule.anywhere, rule.inside, list(map(numbered, rule.said))),
        ]
        for rule in point.evidence
    ]
    spoilt = [point.spoilt_by.codes, point.spoilt_by.within]
    told = [point.id, point.text, point.level, point.source]
    return [*told, rules, point.gap, point.conditions, point.by, spoilt, point.follows]


def standard_from(data: Data) -> Standard:
    """The standard that the data describes."""
    terms = data["terms"].split("\n")
    groups = [tuple([terms[number] for number in group]) for group in data["groups"]]
    return Standard(
        id=data["id"],
        title=data["title"],
        version=data["version"],
        checked_on=date.fromisoformat(data["checked_on"]),
        sections=tuple(_section(section, groups) for section in data["sections"]),
        words={name: groups[number] for name, number in data["words"].items()},
        schema=data["schema"],
        digest=data.get("digest", ""),
    )


def _section(data: Data, groups: list[Group]) -> StandardSection:
    own: Data = {name: tuple(value) if type(value) is list else value for name, value in data.items()}
    own["topic"] = groups[data["topic"]]
    own["points"] = tuple(_point(point, groups) for point in data["points"])
    own["subsections"] = tuple(Subsection(id_, title, tuple(h)) for id_, title, h in data["subsections"])
    own["levels"] = tuple((tuple(conditions), level) for conditions, level in data["levels"])
    return StandardSection(**own)


def _point(data: list[Any], groups: list[Group]) -> Point:
    id_, text, level, source, rules, gap, conditions, by, (codes, within), follows = data
    evidence = tuple(_rule(rule, groups) for rule in rules)
    spoilt = Spoilt(tuple(codes), within)
    told = gap, tuple(conditions), tuple(by), spoilt, tuple(follows)
    return Point(id_, text, level, source, evidence, *told)


def _rule(data: list[Any], groups: list[Group]) -> EvidenceRule:
    every, of, least, none, within, fact, anywhere, inside, said = data
    all_, of_, said_ = (tuple([groups[n] for n in numbers]) for numbers in (every, of, said))
    return EvidenceRule(all_, of_, least, groups[none], within, fact, anywhere, inside, said_)
