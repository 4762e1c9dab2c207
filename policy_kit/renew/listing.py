"""Brings the school's contents list in step with the headings of the renewal, as tracked changes too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from policy_kit.compare.redline import Change, Delete, Insert, NewParagraph, Operation, Place, Plain
from policy_kit.generate.contents import listed
from policy_kit.generate.headings import headings
from policy_kit.generate.package import DOCUMENT, parse, unpack
from policy_kit.generate.styles import styles_of
from policy_kit.quick import dataclass
from policy_kit.renew.merge_texts import likeness
from policy_kit.renew.slots import pair_up
from policy_kit.renew.texts import plain

if TYPE_CHECKING:
    from policy_kit.compare.redline import WordText

_ENTRY = re.compile(r"(?:(?P<number>[0-9A-Z][0-9.]*)\t)?(?P<text>.*?)(?P<page>\t\d*)?$", re.DOTALL)
_LEVEL = re.compile(r"(\d)\s*$")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a contents list; page: a tab and what stands behind it, '' if there is none."""

    level: int
    number: str
    text: str
    page: str = ""

    @property
    def line(self) -> str:
        return f"{self.number}\t{self.text}{self.page}" if self.number else f"{self.text}{self.page}"


def contents_operations(mine: WordText, result: bytes, label: str) -> tuple[Operation, ...]:
    """What makes the contents list say the result's headings; () if the school's file has no such list.

    mine: the school's file; result: the renewal with its changes accepted.
    """
    lines = [p for p in mine.paragraphs if p.contents and _LEVEL.search(p.style) and p.text.strip()]
    old = [_entry(p.style, p.text) for p in lines]
    new = list(_headings(result, label))
    if not lines or not new:
        return ()
    return tuple(_operations([p.index for p in lines], old, new))


def _entry(style: str, text: str) -> _Entry:
    level = _LEVEL.search(style)
    found = _ENTRY.match(text)
    if found is None:
        return _Entry(1, "", text)
    return _Entry(
        int(level[1]) if level else 1, found["number"] or "", found["text"].strip(), found["page"] or ""
    )


def _headings(result: bytes, label: str) -> Iterator[_Entry]:
    parts = unpack(result, label)
    root = parse(parts[DOCUMENT], label, DOCUMENT)
    for level, heading in listed(root, headings(root, parts, label), styles_of(parts, label)):
        yield _Entry(level, heading.number, plain(heading.text))


def _operations(at: Sequence[int], old: Sequence[_Entry], new: Sequence[_Entry]) -> Iterator[Operation]:
    pairs = pair_up([plain(e.text) for e in old], [e.text for e in new], likeness)
    of_new = {b: a for a, b in pairs.items()}
    yield from (Delete(at[n]) for n in range(len(old)) if n not in pairs)
    last: int | None = None
    for number, entry in enumerate(new):
        n = of_new.get(number)
        if n is None:
            like = at[next((i for i, e in enumerate(old) if e.level == entry.level), 0)]
            place = Place(before=at[0]) if last is None else Place(after=last)
            line = _Entry(entry.level, entry.number, entry.text, "\t").line
            yield Insert(place, (NewParagraph(Plain(line, like=like)),))
            continue
        last = at[n]
        told = _Entry(entry.level, entry.number, entry.text, old[n].page)
        if told.line != old[n].line:
            yield Change(at[n], Plain(told.line))
