"""A policy's chapters: from the record that a generated file carries, or from a Word file as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policy_kit.generate.places import section_of
from policy_kit.model import Part
from policy_kit.renew.model import Chapter, Row, Unit
from policy_kit.renew.texts import plain

if TYPE_CHECKING:
    from policy_kit.compare.redline import WordText

_OPENS = 1  # the level of the headings that open a chapter
_APPENDIX = re.compile(r"^(?:appendix|annexe?)\s+\w{1,3}\b[\s:.–-]*", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+")


def chapters(units: Iterable[tuple[str, Unit]]) -> tuple[Chapter, ...]:
    """Units, each with the section of the standard that it opens ('' if none), gathered into chapters.

    What stands before the first heading is a chapter of its own, with neither heading nor key.
    """
    found: list[tuple[str, str, list[Unit]]] = [("", "", [])]
    for section, unit in units:
        if unit.kind == "heading" and unit.level == _OPENS:
            found.append((section, unit.text, [unit]))
        else:
            found[-1][2].append(unit)
    seen: dict[str, int] = {}
    out: list[Chapter] = []
    for section, heading, held in found:
        name = section or bare_heading(heading)
        seen[name] = seen.get(name, 0) + 1
        key = name if seen[name] == 1 else f"{name} {seen[name]}"
        if held or heading:
            out.append(Chapter(key, heading, tuple(held), section))
    return tuple(out)


def bare_heading(heading: str) -> str:
    """A heading without its number or letter, which change when others come and go."""
    return _NUMBER.sub("", _APPENDIX.sub("", plain(heading))).casefold()


def from_record(blocks: Sequence[Mapping[str, Any]]) -> tuple[Chapter, ...]:
    """The chapters of a policy as it was generated, from its provenance."""
    return chapters(_recorded(blocks))


def _recorded(blocks: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Unit]]:
    rows: list[Mapping[str, Any]] = []
    for block in blocks:
        if rows and block.get("table") != rows[0].get("table"):
            yield "", _table(Row(tuple(row["cells"])) for row in rows)
            rows = []
        if block["kind"] == "table-row":
            rows.append(block)
            continue
        level = int(block.get("level", 0))
        yield block["section"], Unit(block["kind"], block["text"], block["style"], level)
    if rows:
        yield "", _table(Row(tuple(row["cells"])) for row in rows)


def _table(rows: Iterable[Row], place: int = -1) -> Unit:
    held = tuple(rows)
    text = "\n".join(" | ".join(row.cells) for row in held)
    return Unit("table", text, rows=held, place=place)


def from_word(word: WordText) -> tuple[Chapter, ...]:
    """The chapters of a Word file; each unit's place is its paragraph or table there, each row's its row."""
    return chapters(_in_word(word))


def _in_word(word: WordText) -> Iterator[tuple[str, Unit]]:
    told: set[int] = set()
    for paragraph in word.paragraphs:
        if paragraph.part is not Part.BODY or paragraph.contents:
            continue
        if paragraph.table is None:
            if paragraph.text.strip():
                kind = (
                    "heading"
                    if paragraph.level
                    else "list-item"
                    if paragraph.list_level >= 0
                    else "paragraph"
                )
                level = paragraph.level or max(paragraph.list_level, 0)
                section = section_of(word.elements[paragraph.index]) if paragraph.level == _OPENS else ""
                yield section, Unit(kind, paragraph.text, paragraph.style, level, place=paragraph.index)
            continue
        outer = _outermost(word, paragraph.table)
        if outer not in told:
            told.add(outer)
            yield "", _table(_rows(word, outer), outer)


def _outermost(word: WordText, table: int) -> int:
    """The table of the body that a table stands in, itself if it stands in none."""
    inside = word.tables[table].inside_row
    while inside is not None:
        table = word.rows[inside].table
        inside = word.tables[table].inside_row
    return table


def _rows(word: WordText, table: int) -> Iterator[Row]:
    for number in word.tables[table].rows:
        cells = tuple(
            "\n".join(word.paragraphs[p].text for p in cell if word.paragraphs[p].text.strip())
            for cell in word.rows[number].cells
        )
        if any(cell.strip() for cell in cells):
            yield Row(cells, number)
