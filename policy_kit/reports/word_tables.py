"""Tables for the Word checklist, written as XML: built cell by cell through python-docx they took seconds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from docx.document import Document

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_TWIPS = 567  # Word's measure, to a centimetre
_BOX = (
    '<w:sdt><w:sdtPr><w:alias w:val="Tick when content"/>'
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
    '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"'
    ' w:hint="eastAsia"/><w:sz w:val="28"/></w:rPr><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>'
)
_ROOM = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
)
HEAD_FILL = "E3E9F1"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, or a box to tick; `span` is how many columns it fills."""

    text: str = ""
    bold: bool = False
    box: bool = False
    span: int = 1
    fill: str = ""
    ink: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is never split; `kept` holds it on the page of the next, `height` is in centimetres."""

    cells: tuple[Cell, ...]
    kept: bool = False
    height: float = 0
    head: bool = False


def plain(*texts: str, height: float = 0) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(text) for text in texts), height=height)


def head(*texts: str) -> Row:
    """The header row, repeated on each page that the table reaches."""
    return Row(tuple(Cell(text, bold=True, fill=HEAD_FILL) for text in texts), kept=True, head=True)


def add_table(document: Document, rows: Sequence[Row], widths: Sequence[float], about: str) -> None:
    """Put a table at the end of a document; `widths` of columns in centimetres, `about` its alt text."""
    from docx.oxml import parse_xml

    twips = [round(width * _TWIPS) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    properties = (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:jc w:val="left"/>'
        f'<w:tblLayout w:type="fixed"/>{_ROOM}'
        '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(about)}/><w:tblDescription w:val={quoteattr(about)}/></w:tblPr>"
    )
    body = "".join(_row(row, twips) for row in rows)
    xml = f"<w:tbl {_NAMES}>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def _row(row: Row, widths: Sequence[int]) -> str:
    height = f'<w:trHeight w:val="{round(row.height * _TWIPS)}"/>' if row.height else ""
    header = "<w:tblHeader/>" if row.head else ""
    cells, at = [], 0
    for cell in row.cells:
        cells.append(_cell(cell, sum(widths[at : at + cell.span]), kept=row.kept))
        at += cell.span
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{header}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(cell: Cell, width: int, *, kept: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    keep = "<w:keepNext/>" if kept else ""
    middle = '<w:jc w:val="center"/>' if cell.box else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{fill}</w:tcPr>'
        f'<w:p><w:pPr>{keep}<w:spacing w:after="20"/>{middle}</w:pPr>'
        f"{_BOX if cell.box else _run(cell)}</w:p></w:tc>"
    )


def _run(cell: Cell) -> str:
    bold = "<w:b/>" if cell.bold else ""
    ink = f'<w:color w:val="{cell.ink}"/>' if cell.ink else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in cell.text.split("\n"))
    return f'<w:r><w:rPr>{bold}{ink}<w:sz w:val="18"/></w:rPr>{"<w:br/>".join(lines)}</w:r>'
