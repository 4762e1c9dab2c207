"""The pieces of the Word checklist: headings, tables that print well, boxes to tick, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

PAGE_WIDTH = 17.4  # centimetres between the margins of A4
INK = RGBColor(0x1F, 0x3A, 0x5F)
_HEAD_FILL = "E3E9F1"
_BOX = (
    '<w:sdt {names} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr>'
    '<w:alias w:val="Tick when content"/>'
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
    '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"'
    ' w:hint="eastAsia"/><w:sz w:val="28"/></w:rPr><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>'
)
_ROOM = (
    '<w:tblCellMar {names}><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
)


def new_document(title: str) -> Document:
    """An empty A4 document in British English, in a plain face that prints and reads well."""
    import docx

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.6)
    for name, size, before in (("Title", 20, 0), ("Heading 1", 15, 14), ("Heading 2", 12, 12)):
        _face(document.styles[name], size, before)
    normal = document.styles["Normal"]
    _face(normal, 10, 0)
    normal.paragraph_format.space_after = Pt(4)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    properties = document.core_properties
    properties.title, properties.language = title, "en-GB"
    properties.author, properties.last_modified_by, properties.comments = "policy-kit", "policy-kit", ""
    return document


def _face(style: ParagraphStyle, size: int, before: int) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), "Arial")
    style.font.size = Pt(size)
    if style.name != "Normal":
        style.font.color.rgb = INK
        style.font.bold = True
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = True


def number_pages(section: Section, words: str) -> None:
    """Put the words and “page x of y” at the foot of every page."""
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _small(foot, f"{words}   ·   page ")
    _field(foot, "PAGE")
    _small(foot, " of ")
    _field(foot, "NUMPAGES")


def _small(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(text).font.size = Pt(8)


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {code} ")
    run = paragraph.add_run("1")
    run.font.size = Pt(8)
    field.append(run._r)
    paragraph._p.append(field)


def table(document: Document, headings: Sequence[str], widths: Sequence[float], about: str) -> Table:
    """A table with a header row that is repeated on each page, fixed widths in centimetres, and alt text."""
    made: Table = document.add_table(rows=1, cols=len(headings))
    made.style = "Table Grid"
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    made.autofit = False
    properties = made._tbl.tblPr
    look = properties.index(properties.xpath("w:tblLook")[0])
    properties.insert(look, parse_xml(_ROOM.format(names=nsdecls("w"))))
    for name in ("w:tblCaption", "w:tblDescription"):
        said = OxmlElement(name)
        said.set(qn("w:val"), about)
        properties.append(said)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    head = made.rows[0]
    repeat = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeat)
    fill_row(head, headings, widths, bold=True, fill=_HEAD_FILL)
    for cell in head.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    return made


def add_row(made: Table, texts: Sequence[str], widths: Sequence[float]) -> _Row:
    """Add a row that is not split between pages."""
    row: _Row = made.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it without types
    fill_row(row, texts, widths)
    return row


def fill_row(
    row: _Row, texts: Sequence[str], widths: Sequence[float], *, bold: bool = False, fill: str = ""
) -> None:
    """Write a row's cells."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Cm(width)
        run = cell.paragraphs[0].add_run(text)
        run.font.size = Pt(9)
        run.bold = bold
        tight(cell)
        if fill:
            shade(cell, fill)


def tight(cell: _Cell) -> None:
    """Take the space below a cell's paragraphs out."""
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_after = Pt(1)


def shade(cell: _Cell, fill: str) -> None:
    """Colour a cell's ground."""
    properties = cell._tc.get_or_add_tcPr()
    for before in properties.findall(qn("w:shd")):
        properties.remove(before)
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>'))


def put_box(cell: _Cell) -> None:
    """Put a box in a cell that can be ticked on the screen or on paper."""
    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    cell.paragraphs[0]._p.append(parse_xml(_BOX.format(names=nsdecls("w"))))


def join_cells(row: _Row, last: int) -> None:
    """Make one cell of those from the first to `last`; all but the first are empty."""
    row.cells[0].merge(row.cells[last])
    for empty in row.cells[0].paragraphs[1:]:
        empty._p.getparent().remove(empty._p)


def keep_with_next(row: _Row) -> None:
    """Keep a row on the page of the row after it."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def labelled(document: Document, label: str, text: str) -> None:
    """A paragraph that begins with a label in bold."""
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(text)
