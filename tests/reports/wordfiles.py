"""Word files with all that Word puts into real ones, for trying comments on."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_NAMES = (
    nsdecls("w")
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def _paragraph(inner: str) -> str:
    return f"<w:p {_NAMES}>{inner}</w:p>"


_DIVIDED = (
    '<w:r><w:rPr><w:b/></w:rPr><w:t>Keeping chil</w:t></w:r><w:proofErr w:type="spellStart"/>'
    '<w:r w:rsidR="00AB12CD"><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">dren safe </w:t><w:tab/>'
    "<w:t>in education 2020</w:t></w:r><w:r><w:t> applies here.</w:t></w:r>"
)
_LINKED = (
    '<w:r><w:t xml:space="preserve">Ask the </w:t></w:r><w:hyperlink w:anchor="help"><w:r><w:t>Safer '
    'Helpline today</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> for help.</w:t></w:r>'
)
_TRACKED = (
    '<w:r><w:t xml:space="preserve">Phones are </w:t></w:r>'
    '<w:del w:id="900" w:author="A"><w:r><w:delText>welcome</w:delText></w:r></w:del>'
    '<w:ins w:id="901" w:author="A"><w:r><w:t>locked away all day</w:t></w:r></w:ins>'
    '<w:r><w:t xml:space="preserve"> by staff.</w:t></w:r>'
)
_CONTROL = (
    '<w:r><w:t xml:space="preserve">Our school is </w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Marsh '
    'Lane Primary</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> in name.</w:t></w:r>'
)
_FIELD = (
    '<w:r><w:t xml:space="preserve">See page </w:t></w:r><w:fldSimple w:instr=" PAGEREF x "><w:r><w:t>12 and '
    'on</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> for more.</w:t></w:r>'
)
_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>'
    "Remember the old helpline</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Remember the old helpline</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    "<w:r><w:t>Words beside the box.</w:t></w:r>"
)
TWICE = "We review filtering each year with the board."


def full_file(*, with_comment: bool = True) -> bytes:
    """A policy with divided runs, links, tracked changes, controls, fields, a box, a table, and a comment."""
    document = docx.Document()
    document.core_properties.author = "A. Teacher"
    document.add_heading("Marsh Lane Primary Online Safety Policy", 1)
    first = document.add_paragraph("This policy was written by staff.")
    for inner in (_DIVIDED, _LINKED, _TRACKED, _CONTROL, _FIELD, _BOX):
        document.element.body.insert_element_before(parse_xml(_paragraph(inner)), "w:sectPr")
    document.add_paragraph(TWICE)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        table._cells, ("Who", "What", "The DSL", "Reads <alerts> & acts\nat once"), strict=True
    ):
        cell.text = text
    document.add_paragraph(TWICE)
    document.add_paragraph("The DSL is ____________ and the deputy is …………… today.")
    document.sections[0].header.paragraphs[0].text = "Marsh Lane Primary 2019"
    if with_comment:
        document.add_comment(first.runs[0], "Is this so?", author="Head", initials="H")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same zip with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return out.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    """One part of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name)
