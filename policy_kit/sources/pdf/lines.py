"""The lines of a page: their words, where they stand, how they look; cut where a wide gap parts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_kit.quick import dataclass, replace
from policy_kit.sources.pdf.glyphs import Font, Glyphs, natural_width

_BULLETS = "•●∙·▪■◾◆❖➢➤►▶✓✔⮚○◦-–—*o\uf0a7\uf0b7\uf0d8\uf0fc\uf06f\uf076\u2023\u25a1"
_MARK = re.compile(rf"([{re.escape(_BULLETS)}])\s+(?=\S)")
_NUMBER_ALONE = re.compile(r"\(?(?:[\divxIVX]{1,4}|[A-Za-z])(?:\.\d{1,2})*[.)]{0,2}")
_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")  # pdfium's sign for the hyphen at a line's end ends the line too
_RULED = re.compile(r"[.…]{8,}")  # a line to write on, as the dots between a tab and its stop are drawn
_LONG_WORD = re.compile(r"[A-Za-z]{5,}")
_WORDS_MEASURED = 7
_LEAST = 1.0  # points that a line is high at least
_WIDER = 0.9  # sizes by which a line must be wider than its letters for a gap to be looked for


@dataclass(slots=True, eq=False)
class Line:
    """A line, or the part of one between wide gaps.

    left, right, bottom, top: where its words stand, in points; start: where its bullet or number does;
    mark: its bullet sign; bold, italic: if all of it seems to be; at: its place in the page's text.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    italic: bool
    start: float
    mark: str = ""
    column: int = 0

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


@dataclass(slots=True)
class _Raw:
    line: Line
    at: int
    font: Font
    words: str
    natural: float


def page_lines(glyphs: Glyphs, number: int) -> list[Line]:
    """The lines of a page in the order in which the file has them."""
    raws = list(_raw_lines(glyphs, number))
    widths = _widths(glyphs, raws)
    out: list[Line] = []
    for raw in raws:
        line = raw.line
        spare = line.right - line.left - raw.natural * widths[raw.font]
        if spare > _WIDER * line.size and " " in raw.words:
            out.extend(_parted(glyphs, raw))
        else:
            out.append(line)
    return out


def _raw_lines(glyphs: Glyphs, number: int) -> Iterator[_Raw]:
    for found in _LINE.finditer(glyphs.text):
        text = found[0]
        words = text.strip()
        if words and not _RULED.fullmatch(words):
            at = found.start() + len(text) - len(text.lstrip())
            yield _line(glyphs, number, words, at)


def _line(glyphs: Glyphs, number: int, text: str, at: int) -> _Raw:
    """A line from the words that begin at a place of the page's text."""
    mark, skip = "", 0
    if text[0] in _BULLETS:
        if found := _MARK.match(text):
            mark, skip = found[1], found.end()
        elif len(text) == 1:
            mark = text
    words = text[skip:]
    left, bottom, right, top = glyphs.box(at + skip)
    if len(words) > 1:
        right = glyphs.box(at + len(text) - 1)[2]
    font = glyphs.font(at + skip)
    if font.uneven:
        _, bottom, _, top = glyphs.even_box(at + skip)
    high = max(top - bottom, _LEAST)  # a font without measures has flat boxes; its words count all the same
    left, right = min(left, right), max(left, right)
    bold, italic = font.bold, font.italic
    if (bold or italic) and len(words) > 1:
        last = glyphs.font(at + len(text) - 1)
        bold, italic = bold and last.bold, italic and last.italic
    size = round(high * (1.0 if font.uneven else font.scale) * 2) / 2
    start = glyphs.box(at)[0] if skip else left
    shown = "" if mark and not skip else words
    line = Line(shown, number, left, right, bottom, top, size, bold, italic, start, mark)
    return _Raw(line, at + skip, font, words, natural_width(words) * size)


def _widths(glyphs: Glyphs, raws: Sequence[_Raw]) -> dict[Font, float]:
    """How wide each font is, told by a few of its words: a word has no gap in it."""
    for raw in raws:
        font = raw.font
        if len(font.measured) < _WORDS_MEASURED and (found := _LONG_WORD.search(raw.words)):
            wide = glyphs.box(raw.at + found.end() - 1)[2] - glyphs.box(raw.at + found.start())[0]
            if wide > 0 and raw.line.size > 0:
                font.measured.append(min(max(wide / natural_width(found[0]) / raw.line.size, 0.5), 2.0))
    return {font: font.width for font in {raw.font for raw in raws}}


def _parted(glyphs: Glyphs, raw: _Raw) -> Iterator[Line]:
    """A line cut at its wide gaps. The gap after a bullet or a number parts nothing."""
    gaps: list[tuple[float, int, int]] = []
    for found in re.finditer(r"\s+", raw.words):
        before = glyphs.box(raw.at + found.start() - 1)
        after = glyphs.box(raw.at + found.end())
        gaps.append((after[0] - before[2], found.start(), found.end()))
    wide = _wide_from([width for width, _, _ in gaps], raw.line.size)
    cuts = [
        (start, end)
        for width, start, end in gaps
        if width > wide and not _NUMBER_ALONE.fullmatch(raw.words[:start])
    ]
    if not cuts:
        yield raw.line
        return
    begin = 0
    for start, end in [*cuts, (len(raw.words), len(raw.words))]:
        words = raw.words[begin:start]
        line = _line(glyphs, raw.line.page, words, raw.at + begin).line
        yield replace(line, start=raw.line.start, mark=raw.line.mark) if begin == 0 else line
        begin = end


def _wide_from(gaps: Sequence[float], size: float) -> float:
    """The width from which a gap parts a line: in a line stretched to the margin all gaps are wide alike."""
    ordered = sorted(gaps)
    alike = len(ordered) > 1 and ordered[-1] < 1.4 * ordered[0]
    if alike:
        return 2.5 * size
    usual = ordered[len(ordered) // 2] if len(ordered) > 2 else ordered[0]
    return max(size, 2 * min(usual, size)) if len(ordered) > 1 else 1.2 * size
