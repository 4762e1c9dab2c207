"""The Word checklist's page: its size, faces, language, page numbers and labelled lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

INK = RGBColor(0x1F, 0x3A, 0x5F)


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


def labelled(document: Document, label: str, text: str, *, kept: bool = False) -> None:
    """A paragraph that begins with a label in bold; `kept` holds it on the page of what follows."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = kept or None
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(text)
