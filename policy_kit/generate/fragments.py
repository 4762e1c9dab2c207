"""Small pieces of WordprocessingML as text: runs, paragraphs, cells, fields and docxtpl's tag paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

TEXT_WIDTH = 9638  # A4 less two margins of 2 cm, in twentieths of a point


def run(text: str, look: str = "") -> str:
    """A run of text; `look` is its run properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, runs: str, properties: str = "") -> str:
    """A paragraph in a style; `properties` are further ones, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def page_break() -> str:
    """A paragraph that ends the page."""
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def field(code: str, result: str) -> str:
    """A Word field, with the runs it shows until Word works it out afresh."""
    return field_start(code) + result + field_end()


def field_start(code: str) -> str:
    """The runs that open a field and part its code from its result."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{escape(code)}'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end() -> str:
    """The run that closes a field."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def tag_paragraph(statement: str) -> str:
    """A paragraph that holds only a docxtpl statement, and goes when the template is filled."""
    return paragraph("TemplateTag", run(f"{{%p {statement} %}}"))


def tag_row(statement: str, columns: int) -> str:
    """A table row that holds only a docxtpl statement, and goes when the template is filled."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    inside = paragraph("TemplateTag", run(f"{{%tr {statement} %}}"))
    return f"<w:tr>{cell(TEXT_WIDTH, inside, span)}</w:tr>"


def cell(width: int, content: str, properties: str = "") -> str:
    """A table cell."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(cells: str, *, header: bool = False, height: int = 0) -> str:
    """A table row that is not split over pages; a header row is said again on each page."""
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    again = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{again}</w:trPr>{cells}</w:tr>"


def table(
    widths: Sequence[int], rows: str, *, header: bool, row_labels: bool = False, caption: str = ""
) -> str:
    """A table in the house look; `caption` is what a screen reader says of it."""
    bits = 0x0600 | 0x20 * header | 0x80 * row_labels
    look = (
        f'<w:tblLook w:val="{bits:04X}" w:firstRow="{int(header)}" w:lastRow="0" '
        f'w:firstColumn="{int(row_labels)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    said = f"<w:tblCaption w:val={quoteattr(caption)}/>" if caption else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="PolicyTable"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{said}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )
