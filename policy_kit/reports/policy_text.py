"""The policy's own text with each finding beside the words it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policy_kit.findings import Finding, PolicyAudit
from policy_kit.model import Block, BlockKind, Location, Part
from policy_kit.quick import dataclass
from policy_kit.reports.phrases import printable
from policy_kit.reports.quotes import Span, quoted_spans

_ENDS = {
    Part.HEADER: "Page header",
    Part.FOOTER: "Page footer",
    Part.FOOTNOTE: "Footnote",
    Part.ENDNOTE: "Endnote",
    Part.TEXT_BOX: "Text box",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text, and whether a finding quotes it."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One block as the page shows it; a table row has its cells, anything else one cell."""

    index: int
    kind: str
    level: int
    number: str
    cells: tuple[tuple[Words, ...], ...]
    header_row: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a whole table, where it stands if not in the running text, and its findings.

    also: findings that have their first place elsewhere and a further one here.
    """

    lines: tuple[Line, ...]
    part: str
    findings: tuple[Finding, ...]
    also: tuple[Finding, ...]

    @property
    def is_table(self) -> bool:
        return self.lines[0].kind == BlockKind.TABLE_ROW


At = dict[int, list[Finding]]


def passages(audit: PolicyAudit) -> tuple[Passage, ...]:
    """The whole text in reading order, blocks without words left out."""
    if audit.document is None:
        return ()
    first: At = {}
    further: At = {}
    for finding in audit.open_findings:
        _put(first, finding.location, finding)
        for place in finding.related:
            _put(further, place, finding)
    return tuple(_passage(blocks, first, further) for blocks in _together(audit.document.blocks))


def _put(at: At, place: Location, finding: Finding) -> None:
    if place.block is not None:
        at.setdefault(place.block, []).append(finding)


def _together(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The rows of one table together, every other block alone."""
    waiting: list[Block] = []
    for block in blocks:
        if not block.text.strip():
            continue
        if waiting and (block.table is None or block.table != waiting[-1].table):
            yield waiting
            waiting = []
        if block.kind is BlockKind.TABLE_ROW and block.table is not None:
            waiting.append(block)
        else:
            yield [block]
    if waiting:
        yield waiting


def _passage(blocks: list[Block], first: At, further: At) -> Passage:
    def found(at: At) -> tuple[Finding, ...]:
        return tuple(finding for block in blocks for finding in at.get(block.index, []))

    lines = tuple(
        _line(block, [*first.get(block.index, []), *further.get(block.index, [])]) for block in blocks
    )
    here = found(first)
    also = tuple(f for f in found(further) if not any(f is other for other in here))
    return Passage(lines, _ENDS.get(blocks[0].part, ""), here, also)


def _line(block: Block, findings: list[Finding]) -> Line:
    texts = block.cells if block.kind is BlockKind.TABLE_ROW and block.cells else (block.text,)
    cells = tuple(
        tuple(marked(text, (span for f in findings for span in quoted_spans(text, f.quote, block.number))))
        for text in texts
    )
    return Line(block.index, block.kind.value, block.level, printable(block.number), cells, block.header_row)


def marked(text: str, spans: Iterable[Span]) -> Iterator[Words]:
    """The text in stretches, those that lie in a span marked as quoted."""
    spans = tuple(spans)
    if text and not spans:
        yield Words(printable(text), False)
        return
    quoted = [False] * len(text)
    for start, end in spans:
        quoted[start:end] = [True] * (end - start)
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or quoted[end] != quoted[start]:
            yield Words(printable(text[start:end]), quoted[start])
            start = end
