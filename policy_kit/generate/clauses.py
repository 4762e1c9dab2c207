"""Reads a clause: Markdown with Jinja, as docs/templates.md describes it, into blocks.

Only the small part of Markdown that a policy needs, so that what a clause may say in Word is known and
a slip is told with its line, instead of coming out as stars and hashes in a governor's copy.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policy_kit.errors import TemplateFault
from policy_kit.generate.flowchart import OPENS, Flowchart, FlowchartReader
from policy_kit.generate.inline import split_row
from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    line: int
    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: int
    text: str
    callout: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    line: int
    text: str
    depth: int
    ordered: bool
    carries_on: bool = False  # counts on from the list before it


@dataclass(frozen=True, slots=True)
class Tag:
    """A Jinja statement on a line of its own, such as `if has_eyfs`, without its braces."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    line: int
    header: Row | None
    rows: tuple[Row | Tag, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    line: int


Block = Heading | Paragraph | Item | Tag | Table | PageBreak | Flowchart

_COMMENT = re.compile(r"\{#(?![a-z][a-z0-9-]*\}).*?#\}", re.DOTALL)  # and not a heading's {#anchor}
_TAGS_ONLY = re.compile(r"\s*(?:\{%[^%]*%\}\s*)+")
_TAG = re.compile(r"\{%\s*(.*?)\s*%\}")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s*\{#([a-z][a-z0-9-]*)\})?\s*")
_ITEM = re.compile(r"( *)(?:(-)|(\d+\.))\s+(.*)")
_RULE_ROW = re.compile(r"\s*\|[\s|:-]*-[\s|:-]*\|\s*")
_WHOLLY_CONDITIONAL = re.compile(
    r"\{%\s*if\b(?:(?!%\}).)*%\}(?:(?!\{%\s*(?:else|elif|endif)\b).)*\{%\s*endif\s*%\}"
)
_DEEPEST_HEADING, _DEEPEST_ITEM = 3, 2
_OPENERS = {"if": "endif", "for": "endfor"}


def read_clause(text: str, name: str) -> tuple[Block, ...]:
    """Return the blocks of a clause, first its `# Title`.

    Raises TemplateFault naming the file and line of the first thing that is not in the clause language.
    """
    reader = _Reader(name)
    for number, line in enumerate(_without_comments(text).splitlines(), 1):
        reader.take(number, line.rstrip())
    reader.close()
    _check_title(reader.blocks, name)
    _check_tags([b for b in reader.blocks if isinstance(b, Tag)], name)
    for block in reader.blocks:
        if isinstance(block, Table):
            _check_tags([row for row in block.rows if isinstance(row, Tag)], name)
    return tuple(reader.blocks)


def _without_comments(text: str) -> str:
    """The text with authors' comments cut out and its lines where they were; heading anchors stay."""
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text.removeprefix("\ufeff"))


def _fault(name: str, line: int, message: str) -> TemplateFault:
    return TemplateFault(f"{name}, line {line}: {message}")


class _Reader:
    """Gathers lines into blocks; a paragraph or item runs on until a blank line or another block."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self._open: Paragraph | Item | None = None
        self._rows: list[Row | Tag] = []
        self._chart: FlowchartReader | None = None

    def take(self, number: int, line: str) -> None:
        if "\t" in line:
            raise _fault(self.name, number, "there is a tab; use spaces")
        if self._chart is not None:
            self._take_step(self._chart, number, line)
            return
        if self._rows and self._goes_in_table(number, line):
            return
        self._close_table()
        if not line.strip():
            self._close_text()
        elif _TAGS_ONLY.fullmatch(line):
            self._close_text()
            self.blocks.extend(Tag(number, tag) for tag in _TAG.findall(line))
        elif line.lstrip().startswith("|"):
            self._close_text()
            self._rows.append(self._row(number, line))
        elif line.startswith(OPENS):
            self._close_text()
            self._chart = FlowchartReader(self.name, number, line)
        elif line == "---":
            self._close_text()
            self.blocks.append(PageBreak(number))
        else:
            self._take_text(number, line)

    def _take_step(self, chart: FlowchartReader, number: int, line: str) -> None:
        if not chart.take(number, line):
            self.blocks.append(chart.chart())
            self._chart = None

    def _take_text(self, number: int, line: str) -> None:
        if line.startswith("#"):
            self._close_text()
            self.blocks.append(self._heading(number, line))
        elif found := _ITEM.fullmatch(line):
            self._close_text()
            depth, odd = divmod(len(found[1]), 2)
            if odd or depth > _DEEPEST_ITEM:
                raise _fault(
                    self.name, number, "nest a list by two spaces a level, at most three levels deep in all"
                )
            carries_on = found[3] not in (None, "1.")
            self._open = Item(number, found[4], depth, bool(found[3]), carries_on)
        elif line.startswith(">"):
            self._continue(number, line[1:].strip(), callout=True)
        else:
            self._continue(number, line.strip(), callout=False)

    def _continue(self, number: int, text: str, *, callout: bool) -> None:
        match self._open:
            case Paragraph(first, so_far, was_callout) if was_callout == callout:
                self._open = Paragraph(first, f"{so_far} {text}", callout)
            case Item() if not callout:
                self._open = replace(self._open, text=f"{self._open.text} {text}")
            case _:
                self._close_text()
                self._open = Paragraph(number, text, callout)

    def _heading(self, number: int, line: str) -> Heading:
        found = _HEADING.fullmatch(line)
        if not found or not found[2]:
            raise _fault(self.name, number, "a heading is one to three hashes, a space and its words")
        if len(found[1]) > _DEEPEST_HEADING:
            raise _fault(self.name, number, "headings go three levels deep (###)")
        return Heading(number, len(found[1]), found[2], found[3] or "")

    def _row(self, number: int, line: str) -> Row:
        body = line.strip()
        if not body.endswith("|") or len(body) < 2:
            raise _fault(self.name, number, "a table row begins and ends with |")
        return Row(number, split_row(body[1:-1]))

    def _goes_in_table(self, number: int, line: str) -> bool:
        if _TAGS_ONLY.fullmatch(line):
            self._rows.extend(Tag(number, tag) for tag in _TAG.findall(line))
        elif _RULE_ROW.fullmatch(line):
            pass  # the line under a header row, for those who write it; the first row is the header anyway
        elif line.lstrip().startswith("|"):
            self._rows.append(self._row(number, line))
        else:
            return False
        return True

    def _close_table(self) -> None:
        if not self._rows:
            return
        # A tag after the last row belongs to the text that follows unless it closes one opened in the table.
        after = _unmatched_tail(self._rows)
        rows, tail = self._rows[: len(self._rows) - after], self._rows[len(self._rows) - after :]
        first = rows[0]
        assert isinstance(first, Row)  # noqa: S101  # a table opens at its first row of cells
        for row in rows:
            if isinstance(row, Row) and len(row.cells) != len(first.cells):
                message = f"this row has {len(row.cells)} cells and the first has {len(first.cells)}"
                raise _fault(self.name, row.line, message)
        header = first if any(first.cells) else None
        self.blocks.append(Table(first.line, header, tuple(rows[1:])))
        self.blocks.extend(tag for tag in tail if isinstance(tag, Tag))
        self._rows = []

    def _close_text(self) -> None:
        if self._open is None:
            return
        if _WHOLLY_CONDITIONAL.fullmatch(self._open.text):
            raise _fault(
                self.name,
                self._open.line,
                "all of this hangs on a condition, so an empty line would be left; put {% if … %} and "
                "{% endif %} on lines of their own",
            )
        self.blocks.append(self._open)
        self._open = None

    def close(self) -> None:
        if self._chart is not None:
            raise self._chart.never_closed()
        self._close_table()
        self._close_text()


def _unmatched_tail(rows: list[Row | Tag]) -> int:
    """How many tags at the end of a table belong to the text after it."""
    depth = 0
    last_inside = 0
    for position, row in enumerate(rows, 1):
        if isinstance(row, Row):
            last_inside = position
            continue
        word = row.text.split(" ")[0]
        depth += (word in _OPENERS) - (word in _OPENERS.values())
        if depth < 0:
            break
        if depth == 0 and word in _OPENERS.values():
            last_inside = position
    return len(rows) - last_inside


def _check_title(blocks: list[Block], name: str) -> None:
    text = [block for block in blocks if not isinstance(block, Tag)]
    if not text or not isinstance(text[0], Heading) or text[0].level != 1:
        raise _fault(name, text[0].line if text else 1, "a clause begins with its section's title: `# Title`")
    for block in text[1:]:
        if isinstance(block, Heading) and block.level == 1:
            raise _fault(name, block.line, "a clause has one title; use ## for a heading inside it")


def _check_tags(tags: list[Tag], name: str) -> None:
    """Each if and for has its end, and in the right order."""
    waiting: list[Tag] = []
    for tag in tags:
        word = tag.text.split(" ")[0]
        if word in _OPENERS:
            waiting.append(tag)
        elif word in _OPENERS.values():
            if not waiting or _OPENERS[waiting[-1].text.split(" ")[0]] != word:
                raise _fault(name, tag.line, f"{{% {word} %}} closes nothing that was opened")
            waiting.pop()
        elif word in ("else", "elif"):
            if not waiting or waiting[-1].text.split(" ")[0] != "if":
                raise _fault(name, tag.line, f"{{% {word} %}} stands in no {{% if %}}")
        else:
            raise _fault(
                name,
                tag.line,
                f"“{tag.text}” is not known; a line may hold if, elif, else, for or their ends",
            )
    if waiting:
        raise _fault(name, waiting[-1].line, f"{{% {waiting[-1].text} %}} is never closed")
