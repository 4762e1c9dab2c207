"""Joins the lines of a PDF into paragraphs and list items, across columns and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from policy_kit.guidance.dates import MONTHS
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sources.joining import Joiner
from policy_kit.sources.outline import typed_number
from policy_kit.sources.pdf.glyphs import natural_width
from policy_kit.sources.pdf.lines import Line

_SENTENCE_END = (".", "!", "?", ":", ";", ".”", ".’", '."', ".)", "?”", ".'")
_GAP = 1.28  # of the usual distance between lines, from which a new paragraph begins
_SPARE = 1.2  # sizes by which a line may be shorter than it need be; a heading may be shorter still
_SPARE_BOLD = 3.0
_DEFAULT_LEADING = 1.25
# A line that ends in one of these is not the last of its paragraph.
_HANGS = regex(
    rf"(?:,|\b(?:and|or|the|of|to|a|an|by|in|on|with|for|from|our|their|that|which|is|are|be|will|Mr|Mrs|Miss|Ms"
    rf"|Dr|\d{{1,2}}\s(?:{'|'.join(MONTHS)})))$"
)


@dataclass(slots=True, eq=False)
class Paragraph:
    """Lines that belong together. hang: where the lines after the first begin."""

    lines: list[Line] = field(default_factory=list)
    hang: float = 0.0

    @property
    def first(self) -> Line:
        return self.lines[0]

    def text(self, joiner: Joiner) -> str:
        """The words of all its lines, broken words mended."""
        return joiner.join_all([line.text for line in self.lines])


class Measures:
    """What is usual in a document: how far lines stand apart, and where its columns end at the right."""

    def __init__(self, lines: Sequence[Line]) -> None:
        apart: dict[tuple[float, float], int] = {}
        right: dict[tuple[int, int], float] = {}
        above: Line | None = None
        for line in lines:
            key = (line.page, line.column)
            if line.right > right.get(key, 0.0):
                right[key] = line.right
            if above is not None and line.text[:1].islower() and above.size == line.size > 0:
                down = above.bottom - line.bottom
                if 0 < down < 3 * line.size and above.page == line.page:
                    pair = (line.size, round(down / line.size, 1))
                    apart[pair] = apart.get(pair, 0) + 1
            above = line
        self._right = right
        self._leading: dict[float, float] = {}
        best: dict[float, int] = {}
        for (size, ratio), count in sorted(apart.items()):
            if count > best.get(size, 0):
                self._leading[size], best[size] = ratio, count
        self._usual = self._leading[max(best, key=lambda s: best[s])] if best else _DEFAULT_LEADING

    def leading(self, line: Line) -> float:
        """How far below a line the next line of its paragraph stands."""
        return self._leading.get(line.size, self._usual) * line.size

    def right_edge(self, line: Line) -> float:
        """Where lines end at the right in this line's column."""
        return self._right.get((line.page, line.column), line.right)


def paragraphs_of(lines: Sequence[Line], measures: Measures) -> list[Paragraph]:
    """The lines of running text, in reading order, joined."""
    out: list[Paragraph] = []
    for line in lines:
        if out and _goes_on(out[-1], line, measures):
            if (
                len(out[-1].lines) == 1
                and line.page == out[-1].first.page
                and line.column == out[-1].first.column
            ):
                out[-1].hang = line.left
            out[-1].lines.append(line)
        else:
            out.append(Paragraph([line], line.left))
    return [p for p in out if any(line.text for line in p.lines)]


def _goes_on(paragraph: Paragraph, line: Line, measures: Measures) -> bool:
    """Whether a line belongs to the paragraph before it."""
    last = paragraph.lines[-1]
    if line.mark or (not last.text and not last.mark):
        return False
    if not last.text:  # a bullet on a line of its own
        return True
    small = line.text[:1].islower() or line.text[:1] in "&),"
    ended = last.text.endswith(_SENTENCE_END)
    if abs(line.size - last.size) > 0.6 or (line.bold != last.bold and (ended or not small)):
        return False
    moved = line.page != last.page or line.column != last.column
    if moved:
        return not ended and (
            small
            or (_is_full(last, line, measures) and line.bold == last.bold and not _is_numbered(line.text))
        )
    down = last.bottom - line.bottom
    if down <= 0.3 * line.size or down > _GAP * measures.leading(last):
        return False
    if not small and _is_numbered(line.text):
        return False
    indent = line.left - paragraph.hang
    if paragraph.first.mark and indent < -line.size and not small:
        return False
    if len(paragraph.lines) > 1 and abs(indent) > line.size and not small and ended:
        return False
    if (small and not ended) or _HANGS.search(last.text):
        return True
    return _is_full(last, line, measures)


def _is_full(last: Line, line: Line, measures: Measures) -> bool:
    """Whether the first word of a line would not have fitted on the line before."""
    word = line.text.split(maxsplit=1)[0][:120]
    spare = _SPARE_BOLD if last.bold else _SPARE
    return measures.right_edge(last) - last.right < (1.1 * natural_width(word) + spare) * last.size


def _is_numbered(text: str) -> bool:
    """Whether a line starts with a typed number; most lines are told by their first characters."""
    may = text[0].isdigit() or text[0] in "(SPCA" or text[1:5].lstrip("ivx")[:1] in (".", ")")
    return may and bool(typed_number(text)[0])
