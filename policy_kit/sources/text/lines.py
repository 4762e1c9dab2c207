"""Sorts the lines of a plain text: bullets, table rows, lines that begin and lines that go on."""

from __future__ import annotations

import re
from dataclasses import field
from itertools import pairwise

from policy_kit.model import Part
from policy_kit.quick import dataclass
from policy_kit.sources.outline import typed_bullet, typed_number
from policy_kit.sources.running import running_edges

_MARK_ALONE = re.compile(r"(?:[-–—*•●∙·▪■◾◆❖➢➤►▶✓✔⮚o◦○\uf0a7\uf0b7\uf0d8\uf0fc]|\(?[a-z0-9]{1,2}[.)])")
_TIGHT_DASH = re.compile(r"[-–](?=[A-Z][a-z])")
_PIPED = re.compile(r"\|.*\|")
_RULE = re.compile(r"\|?[\s:|+=-]*[-=]{2}[\s:|+=-]*\|?")
_LONGEST_RULE = 300
_WIDE_GAP = re.compile(r"\t+| {3,}")
_LINE_END = re.compile(r"\r\n|[\r\n\v\x85\u2028\u2029]")
_LABEL = re.compile(r"[A-Z][^.:;!?]{0,50}:(?:\s|$)")
_SENTENCE_END = (".", "!", "?", ":", ";", ".”", ".’", '."', ".)", "?”")
_GOES_ON = re.compile(
    r"(?:,|&|\b(?:and|or|of|the|a|an|to|in|for|with|by|on|at|as|our|their|this|that|is|are))$"
)


@dataclass(slots=True)
class Line:
    """One line that says something. number, page: where it stands; gap: whether a blank line came before.

    bullet: its bullet mark ('' if none); body: the words after the bullet; cells: of a table row;
    part: header or footer for a line that repeats at the edge of pages.
    """

    raw: str
    number: int
    page: int | None
    gap: bool
    bullet: str = ""
    body: str = ""
    cells: tuple[str, ...] = ()
    part: Part = Part.BODY
    indent: int = field(init=False)

    def __post_init__(self) -> None:
        self.raw = self.raw.rstrip()
        self.body = self.body or self.raw.strip()
        blank = self.raw[: len(self.raw) - len(self.raw.lstrip())]
        self.indent = len(blank.expandtabs(4))

    @property
    def is_long(self) -> bool:
        """Whether it is too long to have been broken at a margin."""
        return len(self.raw) > 200


def sorted_lines(text: str) -> list[Line]:
    """The lines that say something, each with what it is. A form feed, as PDF tools put, begins a page."""
    raws = _LINE_END.split(text)
    pages = _pages(raws) if "\f" in text else None
    parts = _running_parts(raws, pages) if pages else {}
    out: list[Line] = []
    gap = True
    for at, raw in enumerate(raws):
        stripped = raw.strip()
        if "\f" in raw or not stripped:
            gap = True
        if not stripped or (len(stripped) <= _LONGEST_RULE and _RULE.fullmatch(stripped)):
            continue
        line = _line(raw.replace("\f", ""), stripped, at + 1, pages[at] if pages else None, gap)
        if at in parts:
            line.part, line.cells, line.gap = parts[at], (), True
        else:
            gap = False
        out.append(line)
    _mark_columns(out)
    return out


def _pages(raws: list[str]) -> list[int]:
    """The page that each line stands on."""
    out: list[int] = []
    page = 1
    for raw in raws:
        page += raw.count("\f")
        out.append(page)
    return out


def _running_parts(raws: list[str], pages: list[int]) -> dict[int, Part]:
    """Which lines are running headers and footers, by place."""
    on_page: dict[int, list[int]] = {}
    for at, raw in enumerate(raws):
        if raw.strip():
            on_page.setdefault(pages[at], []).append(at)
    found: dict[int, Part] = {}
    lines = list(on_page.values())
    edges = running_edges([[raws[at].strip() for at in places] for places in lines])
    for places, edge in zip(lines, edges, strict=True):
        found.update(dict.fromkeys(places[: edge.top], Part.HEADER))
        found.update(dict.fromkeys(places[len(places) - edge.bottom :], Part.FOOTER))
    return found


def _line(raw: str, stripped: str, number: int, page: int | None, gap: bool) -> Line:
    if _PIPED.fullmatch(stripped) and len(stripped) > 2:
        cells = tuple(cell.strip() for cell in stripped.strip("|").split("|"))
        return Line(raw, number, page, gap, cells=cells or ("",))
    if _MARK_ALONE.fullmatch(stripped) and not stripped[0].isdigit():
        return Line(raw, number, page, gap, bullet=stripped, body=" ")
    mark, body = _bullet(stripped)
    return Line(raw, number, page, gap, bullet=mark, body=body)


def _bullet(text: str) -> tuple[str, str]:
    """A line's first bullet and its words; "- o " and "- -", left of two, count as one."""
    marks = ""
    while len(marks) < 3 and (found := typed_bullet(text)):
        marks += text[0]
        text = found[1]
    if _TIGHT_DASH.match(text):
        marks, text = marks + text[0], text[1:]
    return marks[:1], text


def _mark_columns(lines: list[Line]) -> None:
    """Lines under one another with the same number of columns set by tabs or wide gaps are a table's rows."""
    at = 0
    while at < len(lines):
        run = at
        columns = _columns(lines[at])
        while run < len(lines) and len(columns) > 1 and (run == at or not lines[run].gap):
            if len(_columns(lines[run])) != len(columns):
                break
            run += 1
        if run - at >= 2 and _aligned(lines[at:run]):
            for line in lines[at:run]:
                line.cells = _columns(line)
        at = max(run, at + 1)


def _columns(line: Line) -> tuple[str, ...]:
    if line.cells or line.bullet or line.is_long or line.part is not Part.BODY:
        return ()
    return tuple(part.strip() for part in _WIDE_GAP.split(line.raw.strip()))


def _aligned(lines: list[Line]) -> bool:
    """Whether columns are set by tabs, or begin at about the same places: not so in justified prose."""
    if all("\t" in gap for line in lines for gap in _WIDE_GAP.findall(line.raw.strip())):
        return True
    starts = [[m.end() for m in _WIDE_GAP.finditer(line.raw.strip())] for line in lines]
    return all(max(column) - min(column) <= 4 for column in zip(*starts, strict=True))


_WIDER_THAN_A_PAGE = 170  # characters
_FAIR_SHARE, _HARDLY = 0.06, 0.03


def wrap_width(lines: list[Line]) -> int:
    """The width at which paragraphs were broken into lines; 0 if that is not known, -1 if they were not.

    Told by lines that surely go on, because the next begins with a small letter. Where hardly one does and a
    fair share of lines is wider than any page, each line is a paragraph, as word processors save text.
    """
    sure = sorted(
        len(a.raw)
        for a, b in pairwise(lines)
        if not b.gap
        and not b.bullet
        and not b.cells
        and not a.cells
        and not a.is_long
        and b.body[0].islower()
    )
    wide = sum(len(line.raw) > _WIDER_THAN_A_PAGE for line in lines)
    if wide > _FAIR_SHARE * len(lines) and len(sure) < max(_HARDLY * len(lines), 3):
        return -1
    if len(sure) < 3:
        return 0
    return max(sure[int(len(sure) * 0.9)], 40)


def goes_on(last: Line, line: Line, in_item: int | None, width: int) -> bool:
    """Whether `line` belongs to the paragraph that `last` is the last line of.

    in_item: the indent of the list item that the paragraph is, if it is one; width: see wrap_width.
    """
    if line.bullet or line.cells or last.cells or width < 0:
        return False
    if line.gap:  # a page may end in mid-sentence, a paragraph hardly
        return line.page != last.page and line.body[0].islower() and not last.raw.endswith(_SENTENCE_END)
    if last.bullet and not last.body.strip():
        return True
    text = last.raw
    if line.body[0].islower() or line.body[0] in "&)," or text.endswith(("-", "‐", "\u00ad")):
        return not typed_number(line.body)[0]
    if last.is_long and text.endswith(_SENTENCE_END):
        return in_item is not None and line.indent > in_item
    if in_item is not None and line.indent > in_item and not _starts_anew(line):
        return True
    full = width > 0 and len(text) + 1 + len(line.body.split(maxsplit=1)[0]) > width
    if _starts_anew(line) and not full:
        return False
    if text.endswith(_SENTENCE_END):
        return full and not _starts_anew(line)
    return full or (width > 0 and bool(_GOES_ON.search(text)))


def _starts_anew(line: Line) -> bool:
    return bool(_LABEL.match(line.body) or typed_number(line.body)[0])
